import { describe, expect, it } from '@jest/globals';
import { criteriaSetContent, type CriteriaSetContentInput } from '@nhip/contracts';
import { compareContents } from './compare-contents.js';

const input: CriteriaSetContentInput = {
  dataElements: [
    { code: 'a', names: { vi: 'Đã xử lý', en: 'Done' }, measure: { vi: 'hồ sơ' }, kind: 'count' },
    { code: 'b', names: { vi: 'Tiếp nhận', en: 'Received' }, measure: { vi: 'hồ sơ' }, kind: 'count' },
  ],
  indicators: [
    {
      code: 'i',
      names: { vi: 'Tỷ lệ', en: 'Rate' },
      measure: { vi: '%' },
      numerator: { plus: ['a'] },
      denominator: { plus: ['b'] },
      rounding: { mode: 'half-up', dp: 2 },
      rule: { type: 'linear', full: '100' },
      maxPoints: '10',
    },
    {
      code: 'j',
      names: { vi: 'Chỉ số hai', en: 'Second' },
      measure: { vi: '%' },
      numerator: { constant: '1' },
      rounding: { mode: 'half-up', dp: 2 },
      rule: { type: 'bands', bands: [{ from: null, to: null, points: '1' }] },
      maxPoints: '1.5',
    },
  ],
  fields: [
    {
      code: 'F',
      names: { vi: 'Lĩnh vực A', en: 'Field A' },
      criteria: [{ code: 'C', names: { vi: 'Tiêu chí 1', en: 'One' }, indicators: ['i', 'j'] }],
    },
    {
      code: 'G',
      names: { vi: 'Lĩnh vực B', en: 'Field B' },
      criteria: [{ code: 'D', names: { vi: 'Tiêu chí 2', en: 'Two' } }],
    },
  ],
  totals: { maxPoints: '11.5' },
};
const before = criteriaSetContent.parse(input);
const after = (change: (content: CriteriaSetContentInput) => void) => {
  const content = structuredClone(input);
  change(content);
  return criteriaSetContent.parse(content);
};
const lines = (content: ReturnType<typeof after>, language: 'vi' | 'en' = 'vi') =>
  compareContents(before, content, language).flatMap(({ part, kind, code, changes }) =>
    changes.length === 0
      ? [`${kind} ${part} ${code}`]
      : changes.map(({ field, from, to }) => `${part} ${code} · ${field}: ${from} → ${to}`),
  );

describe('two versions of a set', () => {
  it('that are equal have no difference', () => {
    expect(lines(after(() => undefined))).toEqual([]);
  });

  it.each<[string, (content: CriteriaSetContentInput) => void, string[], string[]]>([
    [
      'points and numbers',
      (content) => Object.assign(content.indicators[0] ?? {}, { maxPoints: '12.5' }),
      ['indicators i · Điểm tối đa: 10 → 12,5'],
      ['indicators i · Maximum points: 10 → 12.5'],
    ],
    [
      'a formula in place of elements',
      (content) =>
        Object.assign(content.indicators[0] ?? {}, {
          numerator: { formula: 'min(1, [a] / 0.8)', blanks: 'zero' },
        }),
      ['indicators i · Tử số: Đã xử lý → min(1; [Đã xử lý] ÷ 0,8) (Số liệu thiếu tính là 0)'],
      ['indicators i · Numerator: Done → min(1; [Done] ÷ 0.8) (A missing figure counts as 0)'],
    ],
    [
      'a rule',
      (content) => Object.assign(content.indicators[0] ?? {}, { rule: { type: 'saturating', target: '90' } }),
      [
        'indicators i · Cách chấm: Tỷ lệ thuận → Tỷ lệ thuận đến mức đủ điểm',
        'indicators i · Giá trị đạt điểm tối đa: 100 → –',
        'indicators i · Mức đủ điểm: – → 90',
      ],
      [
        'indicators i · Rule: Linear → Saturating',
        'indicators i · Value for all points: 100 → –',
        'indicators i · Saturates at: – → 90',
      ],
    ],
    [
      'bands',
      (content) =>
        Object.assign(content.indicators[1] ?? {}, {
          rule: {
            type: 'bands',
            bands: [
              { from: null, to: '50', points: '0' },
              { from: '50', to: null, points: '1.5' },
            ],
          },
        }),
      [
        'indicators j · Các mức điểm: Từ: –, Đến dưới: –, Điểm: 1 → Từ: –, Đến dưới: 50, Điểm: 0; Từ: 50, Đến dưới: –, Điểm: 1,5',
      ],
      [
        'indicators j · Bands: From: –, To under: –, Points: 1 → From: –, To under: 50, Points: 0; From: 50, To under: –, Points: 1.5',
      ],
    ],
    [
      'an indicator that moves',
      (content) => {
        const [one, two] = content.fields.map(({ criteria }) => criteria[0]);
        if (one && two) [one.indicators, two.indicators] = [['i'], ['j']];
      },
      [
        'criteria C · Các chỉ số: Tỷ lệ; Chỉ số hai → Tỷ lệ',
        'criteria D · Các chỉ số: – → Chỉ số hai',
        'indicators j · Nằm trong: Lĩnh vực A › Tiêu chí 1 → Lĩnh vực B › Tiêu chí 2',
      ],
      [
        'criteria C · Indicators: Rate; Second → Rate',
        'criteria D · Indicators: – → Second',
        'indicators j · Stands in: Field A › One → Field B › Two',
      ],
    ],
    [
      'an element that comes and one that goes',
      (content) => {
        content.dataElements.splice(1, 1, {
          code: 'c',
          names: { vi: 'Mới' },
          measure: { vi: 'x' },
          kind: 'count',
        });
      },
      ['added dataElements c', 'removed dataElements b'],
      ['added dataElements c', 'removed dataElements b'],
    ],
  ])('tells %s in both languages', (_what, change, vi, en) => {
    expect([lines(after(change)), lines(after(change), 'en')]).toEqual([vi, en]);
  });
});
