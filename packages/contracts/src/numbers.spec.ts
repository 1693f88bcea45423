import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  formatDecimal,
  formatPercent,
  isDecimalText,
  parseDecimal,
  type DecimalInputOptions,
} from './numbers.js';

const read = (text: string, options?: DecimalInputOptions) => {
  const result = parseDecimal(text, options);
  return result.ok ? [result.value, ...result.warnings.map((warning) => warning.code)] : result.code;
};

describe('numbers as people type and paste them', () => {
  it.each([
    ['1.234,5', ['1234.5']],
    ['1.234', ['1234']],
    ['35.230', ['35230']],
    ['1234', ['1234']],
    ['1 234', ['1234']],
    ['1\u00a0234\u202f567,25', ['1234567.25']],
    ['82,34', ['82.34']],
    ['82,50', ['82.5']],
    ['0,376', ['0.376']],
    ['007', ['7']],
    ['-0', ['0']],
    ['+12', ['12']],
    ['\u22125', ['-5']],
    ['-1.234,50', ['-1234.5']],
    ['\ufeff12\u200b', ['12']],
    ['0', ['0']],
    ['82.34', ['82.34', 'NUMBER_OTHER_SEPARATOR']],
    ['0.123', ['0.123', 'NUMBER_OTHER_SEPARATOR']],
    ['1234.567', ['1234.567', 'NUMBER_OTHER_SEPARATOR']],
    ['1,234.5', ['1234.5', 'NUMBER_OTHER_SEPARATOR']],
    ['1,234,567', ['1234567', 'NUMBER_OTHER_SEPARATOR']],
    ['1,234', ['1.234', 'NUMBER_THREE_DECIMALS']],
    ['１２', ['12', 'NUMBER_WIDE_DIGITS']],
    ['１．２３４，５', ['1234.5', 'NUMBER_WIDE_DIGITS']],
  ])('reads %j in Vietnamese as %j', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    ['1,234.5', ['1234.5']],
    ['1,234', ['1234']],
    ['1.234', ['1.234', 'NUMBER_THREE_DECIMALS']],
    ['82,34', ['82.34', 'NUMBER_OTHER_SEPARATOR']],
  ])('reads %j in English as %j', (text, expected) => {
    expect(read(text, { language: 'en' })).toEqual(expected);
  });

  it.each([
    ['', 'NUMBER_BLANK'],
    [' \u00a0 ', 'NUMBER_BLANK'],
    ['\u200b', 'NUMBER_BLANK'],
    ['1.23,4', 'NUMBER_SEPARATORS'],
    ['1.234.5', 'NUMBER_SEPARATORS'],
    ['1 23', 'NUMBER_SEPARATORS'],
    ['1 234.567,8', 'NUMBER_SEPARATORS'],
    ['1,2,3', 'NUMBER_SEPARATORS'],
    ['012.345,6', 'NUMBER_SEPARATORS'],
    ['5.', 'NUMBER_NOT_A_NUMBER'],
    [',5', 'NUMBER_NOT_A_NUMBER'],
    ['1e5', 'NUMBER_NOT_A_NUMBER'],
    ['0x10', 'NUMBER_NOT_A_NUMBER'],
    ['NaN', 'NUMBER_NOT_A_NUMBER'],
    ['Infinity', 'NUMBER_NOT_A_NUMBER'],
    ['1²', 'NUMBER_NOT_A_NUMBER'],
    ['½', 'NUMBER_NOT_A_NUMBER'],
    ['٣٤', 'NUMBER_NOT_A_NUMBER'],
    ['405 hồ sơ'.normalize('NFD'), 'NUMBER_NOT_A_NUMBER'],
    ['trên 4,7 triệu', 'NUMBER_NOT_A_NUMBER'],
    ['--5', 'NUMBER_NOT_A_NUMBER'],
    ['%', 'NUMBER_PERCENT_UNEXPECTED'],
    ['82.34%', 'NUMBER_PERCENT_UNEXPECTED'],
    ['9'.repeat(41), 'NUMBER_TOO_LONG'],
  ])('refuses %j with %s', (text, code) => {
    expect(read(text)).toBe(code);
  });

  it('shows the refused text in NFC', () => {
    expect(parseDecimal(' số '.normalize('NFD'))).toEqual({
      ok: false,
      code: 'NUMBER_NOT_A_NUMBER',
      params: { text: 'số'.normalize('NFC') },
    });
  });

  it('takes a percent sign only where a percentage is asked for', () => {
    expect(parseDecimal('82.34%', { percent: true })).toMatchObject({
      value: '82.34',
      decimals: 2,
      percent: true,
    });
    expect(parseDecimal('15,14 %', { percent: true })).toMatchObject({
      value: '15.14',
      percent: true,
      warnings: [],
    });
    expect(parseDecimal('15,14', { percent: true })).toMatchObject({ percent: false });
    expect(read('%', { percent: true })).toBe('NUMBER_NOT_A_NUMBER');
  });

  it('keeps how many decimals were typed', () => {
    expect(parseDecimal('82,50')).toMatchObject({ value: '82.5', decimals: 2 });
  });

  it('takes no decimals for a count', () => {
    expect(read('12,5', { whole: true })).toBe('NUMBER_NOT_WHOLE');
    expect(read('12,0', { whole: true })).toEqual(['12']);
  });
});

describe('numbers as they are shown', () => {
  it.each([
    ['1234.5', '1.234,5', '1,234.5'],
    ['-1234567', '-1.234.567', '-1,234,567'],
    ['999', '999', '999'],
    ['0.50', '0,50', '0.50'],
  ])('%s', (value, vi, en) => {
    expect(formatDecimal(value, 'vi')).toBe(vi);
    expect(formatDecimal(value, 'en')).toBe(en);
  });

  it('keeps percent sign and number on one line', () => {
    expect(formatPercent('82.34', 'vi')).toBe('82,34\u00a0%');
  });

  it('does not show what is no decimal', () => {
    expect(() => formatDecimal('1e5', 'vi')).toThrow(RangeError);
  });

  const decimal = fc
    .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 20n }), fc.stringMatching(/^\d{0,6}$/))
    .map(([negative, whole, fraction]) => {
      const decimals = fraction.replace(/0+$/, '');
      const magnitude = decimals ? `${whole}.${decimals}` : `${whole}`;
      return negative && magnitude !== '0' ? `-${magnitude}` : magnitude;
    });

  it('property: what is shown is read back as the same value, in both languages', () => {
    fc.assert(
      fc.property(decimal, fc.constantFrom('vi' as const, 'en' as const), (value, language) => {
        expect(isDecimalText(value)).toBe(true);
        expect(parseDecimal(formatDecimal(value, language), { language })).toMatchObject({ ok: true, value });
        expect(parseDecimal(formatPercent(value, language), { language, percent: true })).toMatchObject({
          value,
        });
      }),
    );
  });

  it('property: any text is either refused or gives canonical decimal text', () => {
    const typed = fc.string({ unit: fc.constantFrom(...'0123456789.,- %+１。²ｅe\u00a0'), maxLength: 12 });
    fc.assert(
      fc.property(fc.oneof(typed, fc.string()), (text) => {
        const result = parseDecimal(text, { percent: true });
        expect(result.ok ? isDecimalText(result.value) : result.code.startsWith('NUMBER_')).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
