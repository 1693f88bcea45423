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
  gates: [
    { code: 'K', names: { vi: 'K' }, when: '[a] > 1', effect: { zero: 'field', of: 'F' } },
    { code: 'L', names: { vi: 'L' }, when: '[a] > 2', effect: { zero: 'total' } },
  ],
  classification: {
    bands: [
      { code: 'A', names: { vi: 'Tốt', en: 'Good' }, from: '80', to: null },
      { code: 'B', names: { vi: 'Đạt', en: 'Fair' }, from: null, to: '80' },
    ],
  },
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
      'a class by its limits, one that goes and one that comes',
      (content) => {
        const [good] = content.classification?.bands ?? [];
        if (content.classification && good)
          content.classification.bands = [
            { ...good, from: '75' },
            { code: 'C', names: { vi: 'Yếu', en: 'Weak' }, from: null, to: '75' },
          ];
      },
      [
        'set  · Xếp loại “Tốt” · Từ: 80 → 75',
        'set  · Xếp loại “Đạt”: Mã: B, Tên: Đạt, Từ: –, Đến dưới: 80 → –',
        'set  · Xếp loại “Yếu”: – → Mã: C, Tên: Yếu, Từ: –, Đến dưới: 75',
      ],
      [
        'set  · Class “Good” · From: 80 → 75',
        'set  · Class “Fair”: Code: B, Name: Fair, From: –, To under: 80 → –',
        'set  · Class “Weak”: – → Code: C, Name: Weak, From: –, To under: 75',
      ],
    ],
    [
      'classes in another order',
      (content) => content.classification?.bands.sort((a, b) => (a.code > b.code ? -1 : 1)),
      ['set  · Xếp loại: Thứ tự: Tốt; Đạt → Đạt; Tốt'],
      ['set  · Class: Order: Good; Fair → Fair; Good'],
    ],
    [
      'quotas, tie-breaks and what a gate takes, by the names of what they are about',
      (content) => {
        Object.assign(content.classification ?? {}, {
          quotas: [{ class: 'A', share: '0.2', within: 'peer-group', overflow: 'B', ties: 'out' }],
        });
        content.ranking = { tieBreaks: [{ field: 'G' }, { indicator: 'i', prefer: 'higher' }] };
        Object.assign(content.gates?.[0] ?? {}, { effect: { atMost: 'B' } });
        Object.assign(content.gates?.[1] ?? {}, { effect: { down: 2 } });
      },
      [
        'set  · Khi bằng điểm, phân hạng theo: – → Điểm lĩnh vực: Lĩnh vực B; Điểm chỉ số: Tỷ lệ, Ưu tiên: Cao hơn',
        'set  · Tỷ lệ khống chế: – → Loại: Tốt, Tỷ lệ tối đa (0 đến 1): 0,2, Phạm vi: Các đơn vị cùng khối, Đơn vị vượt tỷ lệ xuống loại: Đạt, Khi đồng hạng ở ranh giới: Tất cả xuống loại dưới',
        'gates K · Tác động: Lĩnh vực 0 điểm: Lĩnh vực A → Không vượt quá loại: Đạt',
        'gates L · Tác động: Tổng điểm bằng 0 → Hạ bậc xếp loại: 2',
      ],
      [
        'set  · Equal points decided by: – → A field: Field B; An indicator: Rate, Prefer: Higher',
        'set  · Quotas: – → Class: Good, Largest share (0 to 1): 0.2, Within: Units of the peer group, Overflow falls to: Fair, Ties across the limit: All fall',
        'gates K · Effect: A field gets none: Field A → No class above: Fair',
        'gates L · Effect: The total is 0 → Classes down: 2',
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
