import { describe, expect, it } from '@jest/globals';
import {
  blankEntry,
  entryOf,
  readEntry,
  rewritten,
  sameEntry,
  typedInto,
  type CellElement,
} from './entry.js';

const names = { vi: 'Hồ sơ tiếp nhận', en: 'Dossiers received' };
const count: CellElement = { kind: 'count', tiers: null, names };
const rate: CellElement = { kind: 'rate', tiers: null, names };
const yesNo: CellElement = { kind: 'yes-no', tiers: null, names };
const tier: CellElement = { kind: 'text-tier', tiers: [{ vi: 'Tốt', en: 'Good' }, { vi: 'Khá' }], names };
const read = (element: CellElement, text: string, language: 'vi' | 'en' = 'vi') =>
  readEntry(element, typedInto(blankEntry, text), language);

describe('a typed figure', () => {
  it.each([
    ['1.234', '1234'],
    ['1234', '1234'],
    ['１２', '12'],
    [' 10 816 ', '10816'],
  ])('reads %s', (text, value) => {
    expect(read(count, text)).toMatchObject({ kind: 'figure', state: 'value', value });
  });

  it.each([
    [count, '82.34%', 'NUMBER_PERCENT_UNEXPECTED'],
    [count, '1.234,5', 'NUMBER_NOT_WHOLE'],
    [count, '-3', 'VALUE_NEGATIVE'],
    [count, 'mười', 'NUMBER_NOT_A_NUMBER'],
    [yesNo, '2', 'VALUE_NOT_YES_NO'],
    [tier, '3', 'VALUE_NOT_A_TIER'],
  ])('says at once what the server would refuse: %#', (element, text, code) => {
    expect(read(element, text)).toMatchObject({ kind: 'fault', code });
  });

  it('is blank when blank, never zero', () => {
    expect(read(count, '  ')).toEqual({ kind: 'blank' });
    expect(read(count, '0')).toMatchObject({ kind: 'figure', state: 'value', value: '0' });
  });

  it.each([
    ['không phát sinh', 'nothing'],
    ['Không áp dụng'.normalize('NFD'), 'not-applicable'],
    ['ccdl', 'missing'],
    ['NIL', 'nothing'],
  ])('%s is a state', (text, state) => {
    expect(read(count, text)).toMatchObject({ kind: 'figure', state, value: null });
  });

  it('keeps a warning beside a number of the other writing', () => {
    expect(read(rate, '82.34%')).toMatchObject({
      value: '82.34',
      remarks: [{ code: 'NUMBER_OTHER_SEPARATOR' }],
    });
  });

  it('takes words where the kind has words', () => {
    expect(read(yesNo, 'Có')).toMatchObject({ value: '1' });
    expect(read(yesNo, 'không')).toMatchObject({ value: '0' });
    expect(read(tier, 'khá')).toMatchObject({ value: '2' });
  });
});

describe('entries', () => {
  it('are the same when they mean the same', () => {
    const stored = entryOf(count, figure('1234'), 'vi');
    expect(stored.text).toBe('1.234');
    expect(sameEntry(count, stored, { ...stored, text: '1234 ' }, 'vi')).toBe(true);
    expect(sameEntry(count, stored, { ...stored, text: '1235' }, 'vi')).toBe(false);
    expect(sameEntry(count, stored, { ...stored, note: 'đã rà soát' }, 'vi')).toBe(false);
  });

  it('keep their value when the language changes', () => {
    const entry = { ...blankEntry, text: '1.234,5' };
    expect(rewritten(rate, entry, 'vi', 'en').text).toBe('1,234.5');
    expect(rewritten(rate, { ...entry, text: 'abc' }, 'vi', 'en').text).toBe('abc');
  });
});

function figure(value: string) {
  return {
    state: 'value' as const,
    value,
    note: null,
    source: null,
    illustrative: false,
    published: null,
    period: { start: '2022-07-01', end: '2022-09-30' },
    version: 1,
    recordedBy: 'Nguyễn Văn A',
    at: '2022-10-01T02:00:00Z',
  };
}
