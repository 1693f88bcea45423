import { describe, expect, it } from '@jest/globals';
import { criteriaSetContent, type WhatIfChanges } from '@nhip/contracts';
import { historyChanges, toldDifferences } from './told.js';

const names = { vi: 'Tên', en: 'Name' };
const content = criteriaSetContent.parse({
  dataElements: [
    { code: 'n', names: { vi: 'Văn bản', en: 'Documents' }, measure: names, kind: 'count' },
    { code: 'y', names: { vi: 'Có ISO', en: 'Has ISO' }, measure: names, kind: 'yes-no' },
  ],
  indicators: [
    {
      code: 'i',
      names: { vi: 'Chỉ số', en: 'Indicator' },
      measure: names,
      numerator: { plus: ['n'] },
      rounding: { mode: 'half-up', dp: 2 },
      rule: { type: 'bonus', perEvent: '1' },
      maxPoints: '5',
    },
  ],
  fields: [{ code: 'f', names, criteria: [{ code: 'c', names, indicators: ['i'] }] }],
  totals: { maxPoints: '5' },
  classification: { bands: [{ code: 'A', names: { vi: 'Tốt', en: 'Good' }, from: null, to: null }] },
});
const gate = {
  code: 'g',
  names: { vi: 'Điểm liệt' },
  when: '[n] < 850',
  blanks: 'missing' as const,
  effect: { zero: 'total' as const },
};
const kinds = { added: 'thêm', removed: 'bỏ' };
const words = { ...kinds, asRecorded: 'theo đợt', unitName: (id: string) => `Phường ${id.slice(-2)}` };
const [indicator] = content.indicators;
const none: WhatIfChanges = { indicators: [], fields: [], figures: [] };
const ward = '01a205ca-5a5f-786a-b1bb-0d414de58f20';
const figure = (value: string | null, element = 'n') => ({
  unitId: ward,
  element,
  state: value === null ? ('missing' as const) : ('value' as const),
  value,
});

describe('what a what-if tells', () => {
  it('says when an added gate is met and what it takes, and the same of one taken out', () => {
    const gated = { ...content, gates: [gate] };
    const says = 'Điểm liệt: khi [Văn bản] < 850 thì cả tổng điểm bằng 0';
    expect(toldDifferences(content, gated, kinds, 'vi')).toEqual([{ of: '', field: 'thêm', to: says }]);
    expect(toldDifferences(gated, content, kinds, 'vi')).toEqual([{ of: '', field: 'bỏ', to: says }]);
    const other = { ...content, gates: [{ ...gate, when: '[n] < 900' }] };
    expect(toldDifferences(gated, other, kinds, 'vi')).toEqual([
      { of: 'Điểm liệt', field: 'Điều kiện', from: '[Văn bản] < 850', to: '[Văn bản] < 900' },
    ]);
  });

  it('tells the history from what to what, with the unit of a figure', () => {
    const before = { ...none, figures: [figure('5'), figure('1', 'y')], gates: [gate] };
    const after = {
      ...none,
      indicators: [{ ...indicator, maxPoints: '8.5' }],
      figures: [figure('5'), figure(null, 'y')],
    };
    const entry = { before: { changes: before }, after: { name: 'x', changes: after } };
    const told = historyChanges(entry, content, words, 'vi');
    expect(told).toEqual([
      { field: 'Chỉ số · Điểm tối đa', from: '5', to: '8,5' },
      { field: 'bỏ', to: 'Điểm liệt: khi [Văn bản] < 850 thì cả tổng điểm bằng 0' },
      { field: 'Phường 20 · Có ISO', from: 'Có', to: 'chưa có dữ liệu' },
    ]);
  });

  it('tells a figure that is supposed for the first time or no more, and a new name', () => {
    const supposed = { ...none, figures: [figure('5')] };
    const turned = (from: WhatIfChanges, to: WhatIfChanges) =>
      historyChanges({ before: { changes: from }, after: { changes: to } }, content, words, 'en');
    expect(turned(none, supposed)).toEqual([{ field: 'Phường 20 · Documents', from: 'theo đợt', to: '5' }]);
    expect(turned(supposed, none)).toEqual([{ field: 'Phường 20 · Documents', from: '5', to: 'theo đợt' }]);
    const kept = {
      before: { name: 'a', status: 'open' },
      after: { name: 'b', status: 'kept', changes: none },
    };
    expect(historyChanges(kept, content, words, 'vi')).toEqual([{ field: 'name', from: 'a', to: 'b' }]);
    expect(historyChanges({ before: null, after: { changes: none } }, content, words, 'vi')).toEqual([]);
  });
});
