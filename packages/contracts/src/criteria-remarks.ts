import type { CriteriaRemark } from './criteria-sets.js';
import type { Language } from './errors.js';
import { fill } from './fill.js';
import { formatDecimal } from './numbers.js';

/** What the linter says about a criteria set: what was found and what would be right. */
export const criteriaRemarkTexts = {
  CODE_TWICE: {
    vi: 'Mã “{code}” dùng hai lần. Mỗi mục cần một mã riêng.',
    en: 'The code “{code}” is used twice. Give each its own.',
  },
  ELEMENT_UNKNOWN: {
    vi: 'Không có mục số liệu “{code}”. Kiểm tra mã hoặc thêm mục số liệu.',
    en: 'There is no data element “{code}”. Check the code or add the element.',
  },
  ELEMENT_UNUSED: {
    vi: 'Mục số liệu “{code}” được thu thập nhưng không chỉ số hay phép kiểm tra nào dùng.',
    en: 'The data element “{code}” is collected but used by no indicator and no check.',
  },
  TIERS_MISSING: {
    vi: 'Mục “{code}” là mức xếp nhóm nên phải liệt kê các nhóm, từ cao xuống thấp.',
    en: '“{code}” is a tier: list its tiers from the highest down.',
  },
  TIERS_UNEXPECTED: {
    vi: 'Mục “{code}” không phải mức xếp nhóm nên không có danh sách nhóm.',
    en: '“{code}” is no tier and has no list of tiers.',
  },
  INDICATOR_UNKNOWN: { vi: 'Không có chỉ số “{code}”.', en: 'There is no indicator “{code}”.' },
  FIELD_UNKNOWN: { vi: 'Không có lĩnh vực “{code}”.', en: 'There is no field “{code}”.' },
  INDICATOR_NOT_IN_TREE: {
    vi: 'Chỉ số “{code}” chưa thuộc tiêu chí nào nên không vào tổng điểm.',
    en: 'The indicator “{code}” belongs to no criterion and does not reach the total.',
  },
  INDICATOR_TWICE_IN_TREE: {
    vi: 'Chỉ số “{code}” nằm ở hai chỗ của cây tiêu chí, điểm sẽ tính hai lần.',
    en: 'The indicator “{code}” stands at two places of the tree; its points would count twice.',
  },
  SUM_DIFFERS: {
    vi: 'Tổng điểm tối đa các phần là {sum}, nhưng khai {declared}. Sửa một trong hai.',
    en: 'The maxima of the parts add up to {sum}, declared is {declared}. Mend one of them.',
  },
  CAP_BELOW_PARTS: {
    vi: 'Các phần cộng lại {sum} điểm, vượt giới hạn {cap}; phần vượt không bao giờ đạt được.',
    en: 'The parts add up to {sum}, above the cap {cap}; what is over can never be reached.',
  },
  CAP_MISSING: {
    vi: 'Điểm thưởng, điểm trừ cần có giới hạn.',
    en: 'Bonus and deduction fields need a cap.',
  },
  BAND_REVERSED: {
    vi: 'Mức từ {from} đến dưới {to} không chứa giá trị nào.',
    en: 'The band from {from} to under {to} holds no value.',
  },
  BANDS_OVERLAP: {
    vi: 'Hai mức chồng nhau từ {from}. Mức trước phải kết thúc ở {from}.',
    en: 'Two bands overlap from {from}. The one before must end at {from}.',
  },
  BANDS_GAP: {
    vi: 'Không mức nào nhận giá trị từ {from} đến dưới {to}.',
    en: 'No band takes values from {from} to under {to}.',
  },
  BAND_POINTS_OUTSIDE: {
    vi: 'Mức cho {points} điểm, ngoài khoảng 0 đến tối đa {max}.',
    en: 'The band gives {points} points, outside 0 to the maximum {max}.',
  },
  MAX_NOT_REACHED: {
    vi: 'Không giá trị nào đạt điểm tối đa {max}; mức cao nhất cho {points}.',
    en: 'No value reaches the maximum {max}; the best band gives {points}.',
  },
  MAX_MISSING: {
    vi: 'Cách tính cho điểm nhưng điểm tối đa bằng 0.',
    en: 'The rule gives points but the maximum is 0.',
  },
  MAX_UNEXPECTED: {
    vi: 'Chỉ số chỉ theo dõi ngưỡng nên điểm tối đa phải bằng 0.',
    en: 'An indicator that is only watched must have the maximum 0.',
  },
  THRESHOLD_MISSING: {
    vi: 'Chỉ số chỉ để theo dõi nhưng chưa khai ngưỡng hay chỉ tiêu nào.',
    en: 'The indicator is only watched, but has neither a threshold nor a target.',
  },
  RULE_SPAN_EMPTY: {
    vi: 'Khoảng từ {from} đến {to} phải tăng dần.',
    en: 'The span from {from} to {to} must go upwards.',
  },
  FLOOR_ABOVE_FULL: {
    vi: 'Mức sàn {floor} cao hơn mức đạt điểm tối đa {full}.',
    en: 'The floor {floor} lies above the value {full} for all points.',
  },
  DIRECTION_DIFFERS: {
    vi: 'Cách tính cho giá trị thấp điểm cao, nhưng chỉ số khai “càng cao càng tốt”.',
    en: 'The rule rewards low values, but the indicator says that higher is better.',
  },
  DEDUCTION_RULE_EXPECTED: {
    vi: 'Lĩnh vực điểm trừ chỉ gồm chỉ số trừ điểm từ 0; “{code}” không phải.',
    en: 'A deduction field holds only deductions from zero; “{code}” is none.',
  },
  DEDUCTION_OUTSIDE: {
    vi: 'Chỉ số “{code}” trừ điểm từ 0 nhưng không nằm trong lĩnh vực điểm trừ.',
    en: '“{code}” takes points from zero but does not stand in a deduction field.',
  },
  MEASURES_DIFFER: {
    vi: 'Cộng trừ các mục khác đơn vị tính: {measures}.',
    en: 'Elements of different measures are added: {measures}.',
  },
  PERCENT_OF_DIFFERENT: {
    vi: 'Tỷ lệ phần trăm giữa hai đơn vị tính khác nhau: {measures}.',
    en: 'A percentage of different measures: {measures}.',
  },
  PERCENT_MEASURE: {
    vi: 'Chỉ số hiển thị phần trăm nhưng đơn vị tính là “{measure}”.',
    en: 'The indicator is shown as a percentage, but its measure is “{measure}”.',
  },
  RATE_WITHOUT_PARTS: {
    vi: 'Tỷ lệ nhập sẵn, không có tử số và mẫu số nên không kiểm tra lại được.',
    en: 'A rate given without its parts cannot be checked.',
  },
  APPLICABILITY_HOLE: {
    vi: 'Chỉ số áp dụng cho loại đơn vị không có mục số liệu “{code}”.',
    en: 'The indicator applies to types of units that do not have “{code}”.',
  },
  TARGET_UNQUANTIFIED: {
    vi: 'Chỉ tiêu không có con số nên không xác định được đạt hay chưa.',
    en: 'The target has no number, so nobody can say whether it is met.',
  },
  PARTS_NOT_DECLARED: {
    vi: 'Khai tử số là một phần của mẫu số nhưng chỉ số không có mẫu số.',
    en: 'The numerator is declared a part of the denominator, but there is none.',
  },
  TOTALS_REVERSED: {
    vi: 'Tổng điểm thấp nhất {lowest} cao hơn cao nhất {highest}.',
    en: 'The lowest total {lowest} lies above the highest {highest}.',
  },
} as const satisfies Record<string, { readonly vi: string; readonly en: string }>;
export type CriteriaRemarkCode = keyof typeof criteriaRemarkTexts;

const NUMBER = /^-?\d+(\.\d+)?$/;

export function describeRemark(remark: CriteriaRemark, language: Language): string {
  const text = criteriaRemarkTexts[remark.code as CriteriaRemarkCode]?.[language] ?? remark.code;
  const params = Object.entries(remark.params).map(([name, value]) => [
    name,
    name !== 'code' && NUMBER.test(value) ? formatDecimal(value, language) : value,
  ]);
  return fill(text, Object.fromEntries(params) as Record<string, string>);
}
