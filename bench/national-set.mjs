// A criteria set of national size, and figures for it: the same from run to run.
import { criteriaSetContent } from '@nhip/contracts';

export const ELEMENTS = 200;
export const INDICATORS = 80;
const FIELDS = 8;

const code = (prefix, n) => `${prefix}${String(n + 1).padStart(3, '0')}`;

/** Rules as published sets mix them; `n` is the place of the indicator. */
const rules = [
  () => ({ type: 'linear', full: '100' }),
  () => ({
    type: 'bands',
    bands: [
      { from: '90', to: null, points: '1.25' },
      { from: '70', to: '90', points: '0.75' },
      { from: null, to: '70', points: '0' },
    ],
  }),
  () => ({ type: 'saturating', target: '80' }),
  () => ({ type: 'all-or-nothing', comparison: '>=', value: '95' }),
  () => ({ type: 'floor', floor: '50', full: '100' }),
  () => ({ type: 'lower-is-better', fullAt: '0', zeroAt: '100' }),
];

/** 80 percentages over 200 data elements: two in the numerator of every other one, thresholds and targets. */
export const nationalSet = criteriaSetContent.parse({
  dataElements: Array.from({ length: ELEMENTS }, (_, n) => ({
    code: code('so-', n),
    names: { vi: `Số liệu ${n + 1}`, en: `Figure ${n + 1}` },
    measure: { vi: 'hồ sơ', en: 'dossiers' },
    kind: 'count',
  })),
  indicators: Array.from({ length: INDICATORS }, (_, n) => {
    const first = Math.floor((n * 5) / 2);
    const twoParts = n % 2 === 1;
    return {
      code: code('ct-', n),
      names: { vi: `Chỉ số ${n + 1}`, en: `Indicator ${n + 1}` },
      measure: { vi: '%' },
      shownAs: 'percent',
      numerator: { plus: [code('so-', first), ...(twoParts ? [code('so-', first + 1)] : [])] },
      denominator: { plus: [code('so-', first + (twoParts ? 2 : 1))] },
      rounding: { mode: n % 3 === 0 ? 'truncate' : 'half-up', dp: 2 },
      rule: rules[n % rules.length](),
      maxPoints: '1.25',
      ...(n % 4 === 0 && {
        thresholds: [{ code: 'thap', names: { vi: 'Thấp' }, comparison: '<', value: '50' }],
        target: { value: '90', comparison: '>=' },
      }),
    };
  }),
  fields: Array.from({ length: FIELDS }, (_, n) => ({
    code: code('lv-', n),
    names: { vi: `Lĩnh vực ${n + 1}`, en: `Field ${n + 1}` },
    criteria: [
      {
        code: code('tc-', n),
        names: { vi: `Tiêu chí ${n + 1}`, en: `Criterion ${n + 1}` },
        indicators: Array.from({ length: INDICATORS / FIELDS }, (__, i) =>
          code('ct-', n * (INDICATORS / FIELDS) + i),
        ),
      },
    ],
  })),
  totals: { maxPoints: '100' },
  classification: {
    bands: [
      { code: 'tot', names: { vi: 'Tốt' }, from: '80', to: null },
      { code: 'kha', names: { vi: 'Khá' }, from: '65', to: '80' },
      { code: 'con-lai', names: { vi: 'Còn lại' }, from: null, to: '65' },
    ],
  },
});
