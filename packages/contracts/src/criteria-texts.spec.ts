import { describe, expect, it } from '@jest/globals';
import { criteriaRemarkTexts, describeRemark } from './criteria-remarks.js';
import { describeStep, traceTexts } from './criteria-trace.js';
import { policyTexts } from './policy-texts.js';
import { roundedTexts } from './rounded-texts.js';

const namesOf = (code: string) =>
  code === 'received' ? { vi: 'Hồ sơ tiếp nhận', en: 'Received' } : undefined;

describe('steps of a score in words', () => {
  it('writes names and numbers as the language does', () => {
    const step = { code: 'FIGURE' as const, params: { sign: '+', element: 'received', value: '10551.5' } };
    expect(describeStep(step, 'vi', namesOf)).toBe('+ Hồ sơ tiếp nhận: 10.551,5');
    expect(describeStep(step, 'en', namesOf)).toBe('+ Received: 10,551.5');
  });
  it('shows that decimals go on', () => {
    const step = {
      code: 'VALUE_PERCENT' as const,
      params: { numerator: '8906', denominator: '10816', value: '82.340976…' },
    };
    expect(describeStep(step, 'vi', namesOf)).toBe('Giá trị = 8.906 ÷ 10.816 × 100 = 82,340976… %');
  });
  it('words a policy', () => {
    const step = { code: 'POLICY' as const, params: { policy: 'zero-denominator:full' } };
    expect(describeStep(step, 'vi', namesOf)).toBe('Quy ước: mẫu số bằng 0, tính điểm tối đa');
  });
  it.each([
    ['half-up 2', 'làm tròn nửa lên đến 2 chữ số lẻ', 'rounded half up to 2 d.p.'],
    ['truncate 1', 'cắt bỏ sau 1 chữ số lẻ', 'cut off after 1 d.p.'],
    ['step-nearest 0.5', 'làm tròn đến bội số gần nhất của 0,5', 'rounded to the nearest multiple of 0.5'],
    ['step-down 0.25', 'làm tròn xuống bội số của 0,25', 'rounded down to a multiple of 0.25'],
    ['step-up 5', 'làm tròn lên bội số của 5', 'rounded up to a multiple of 5'],
  ])('says how points are rounded: %s', (how, vi, en) => {
    const step = { code: 'POINTS_ROUNDED' as const, params: { how, shown: '4.5' } };
    expect(describeStep(step, 'vi', namesOf)).toBe(`Điểm ${vi}: 4,5`);
    expect(describeStep(step, 'en', namesOf)).toBe(`Points ${en}: 4.5`);
  });
  it('keeps an unknown code as it is', () => {
    const step = { code: 'FIGURE_MISSING' as const, params: { sign: '−', element: 'gone' } };
    expect(describeStep(step, 'en', namesOf)).toBe('− gone: no data yet');
  });
});

describe('remarks of the linter in words', () => {
  it('says what was found and what would be right', () => {
    const remark = {
      severity: 'error' as const,
      path: ['totals', 'maxPoints'],
      code: 'SUM_DIFFERS',
      params: { sum: '10.5', declared: '10' },
    };
    expect(describeRemark(remark, 'vi')).toBe(
      'Tổng điểm tối đa các phần là 10,5, nhưng khai 10. Sửa một trong hai.',
    );
  });
  it('a code that looks like a number stays a code', () => {
    const remark = { severity: 'error' as const, path: [], code: 'CODE_TWICE', params: { code: '1000' } };
    expect(describeRemark(remark, 'vi')).toContain('“1000”');
  });
});

describe('both languages fill in the same things', () => {
  const texts = Object.entries({ ...traceTexts, ...policyTexts, ...roundedTexts, ...criteriaRemarkTexts });
  it.each(texts)('%s', (_code, { vi, en }) => {
    const names = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g))].sort();
    expect(names(vi)).toEqual(names(en));
  });
});
