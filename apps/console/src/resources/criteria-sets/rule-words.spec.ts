import { describe, expect, it } from '@jest/globals';
import type { Indicator } from '@nhip/contracts';
import { formulaInWords, limitInWords, ruleInWords } from './rule-words.js';

const said = (rule: Indicator['rule'], maxPoints = '10') => ruleInWords({ rule, maxPoints }, 'vi').join(' ');

describe('a rule in words', () => {
  it.each<[Indicator['rule'], string]>([
    [{ type: 'linear', full: '100' }, 'Điểm = 10 × giá trị ÷ 100.'],
    [{ type: 'saturating', target: '92.5' }, 'Đạt 92,5 trở lên: 10 điểm; thấp hơn: 10 × giá trị ÷ 92,5.'],
    [
      { type: 'deduction', perEvent: '0.5', cap: '2', from: 'zero' },
      'Mỗi trường hợp trừ 0,5 điểm, tính từ 0. Trừ tối đa 2 điểm.',
    ],
    [{ type: 'all-or-nothing', comparison: '>=', value: '90' }, 'Đạt từ 90: 10 điểm; không đạt: 0 điểm.'],
    [
      {
        type: 'bands',
        on: 'exact',
        bands: [
          { from: null, to: '80', points: '0' },
          { from: '80', to: '90', points: '5.5' },
          { from: '90', to: null, points: '10' },
        ],
      },
      'Điểm theo mức: Dưới 80: 0 điểm Từ 80 đến dưới 90: 5,5 điểm Từ 90 trở lên: 10 điểm',
    ],
    [{ type: 'threshold-only' }, 'Chỉ theo dõi ngưỡng, không tính điểm.'],
    [
      {
        type: 'levels',
        levels: [
          { names: { vi: 'Đúng hạn' }, points: '10' },
          { names: { vi: 'Báo cáo sai' }, points: '0', zeroes: 'criterion' },
        ],
      },
      'Điểm theo mức đạt: Đúng hạn: 10 điểm Báo cáo sai: 0 điểm; cả tiêu chí không được tính điểm',
    ],
    [
      { type: 'relative-rank', whenAlone: '4', within: 'peer-group' },
      'Theo hạng trong n đơn vị cùng khối: 10 × (n − hạng) ÷ (n − 1); chỉ có một đơn vị: 4 điểm.',
    ],
    [
      { type: 'relative-min-max', lowestPoints: '1', whenEqual: '5.5', within: 'administration' },
      'So với các đơn vị toàn địa bàn: kém nhất 1 điểm, tốt nhất 10 điểm, ở giữa theo đường thẳng; tất cả bằng nhau: 5,5 điểm.',
    ],
    [
      {
        type: 'composed',
        parts: [
          {
            code: 'a',
            names: { vi: 'Trực tuyến' },
            numerator: { plus: ['a'], minus: [] },
            shownAs: 'number',
            rounding: { mode: 'half-up', dp: 2 },
            declaredPart: false,
            policies: {
              zeroDenominator: 'error',
              missing: 'zero',
              notApplicable: 'reweight',
              nothingOccurred: 'as-zero',
            },
            rule: { type: 'linear', full: '100' },
            maxPoints: '4',
          },
        ],
      },
      'Cộng điểm các phần, tối đa 10: Trực tuyến: Điểm = 4 × giá trị ÷ 100.',
    ],
  ])('%j', (rule, words) => {
    expect(said(rule)).toBe(words);
  });
});

describe('a formula in words', () => {
  const names = new Map([
    ['a', { vi: 'Đã xử lý' }],
    ['b', { vi: 'Tiếp nhận' }],
    ['c', { vi: 'Tồn trước' }],
  ]);
  it('names the figures', () => {
    const formula = {
      numerator: { plus: ['a'], minus: [] },
      denominator: { plus: ['b', 'c'], minus: [] },
      shownAs: 'percent' as const,
    };
    expect(formulaInWords(formula, (code) => names.get(code), 'vi')).toBe(
      'Đã xử lý ÷ (Tiếp nhận + Tồn trước) × 100',
    );
  });
});

it('a formula is read with names, signs and numbers as people write them', () => {
  const nameOf = (code: string) => (code === 'a-1' ? { vi: 'Hồ sơ 0.5*', en: 'Dossiers' } : undefined);
  const formula = {
    formula: 'min(2, -2 * [a-1] / 0.8) + if([ b ] <> 0, 1; 80%)',
    blanks: 'missing' as const,
  };
  expect(formulaInWords({ numerator: formula, shownAs: 'number' }, nameOf, 'vi')).toBe(
    'min(2; −2 × [Hồ sơ 0.5*] ÷ 0,8) + if([b] ≠ 0; 1; 80%)',
  );
  const whole = { plus: ['a-1'], minus: [] };
  expect(formulaInWords({ numerator: formula, denominator: whole, shownAs: 'number' }, nameOf, 'en')).toBe(
    '(min(2; −2 × [Dossiers] ÷ 0.8) + if([b] ≠ 0; 1; 80%)) ÷ Dossiers',
  );
});

it('a threshold in words has its measure', () => {
  expect(limitInWords({ comparison: '<', value: '90' }, { vi: '%' }, 'vi')).toBe('dưới 90 %');
});
