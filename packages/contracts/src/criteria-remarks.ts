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
  CAP_ABOVE_PARTS: {
    vi: 'Giới hạn {cap} cao hơn {sum} điểm mà các phần cộng lại có thể đạt, nên không có tác dụng.',
    en: 'The cap {cap} is above the {sum} points that the parts can come to, and does nothing.',
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
    vi: 'Không giá trị nào đạt điểm tối đa {max}; cao nhất chỉ được {points}.',
    en: 'No value reaches the maximum {max}; the most it can give is {points}.',
  },
  LIMIT_BEYOND: {
    vi: 'Mốc {value} nằm ngoài các giá trị có thể có, từ {lowest} đến {highest}.',
    en: '{value} lies beyond the values there can be, from {lowest} to {highest}.',
  },
  CONDITION_NEVER: {
    vi: 'Không giá trị nào thỏa “{comparison} {value}”: giá trị nằm trong {lowest} đến {highest}.',
    en: 'No value is “{comparison} {value}”: values lie within {lowest} to {highest}.',
  },
  CONDITION_ALWAYS: {
    vi: 'Mọi giá trị đều thỏa “{comparison} {value}”: giá trị nằm trong {lowest} đến {highest}.',
    en: 'Every value is “{comparison} {value}”: values lie within {lowest} to {highest}.',
  },
  POINTS_OUTSIDE: {
    vi: '{points} điểm nằm ngoài khoảng 0 đến tối đa {max}.',
    en: '{points} points lie outside 0 to the maximum {max}.',
  },
  BAND_UNREACHABLE: {
    vi: 'Không giá trị nào rơi vào mức từ {from} đến dưới {to}: giá trị nằm trong {lowest} đến {highest}.',
    en: 'No value falls into the band from {from} to under {to}: values lie within {lowest} to {highest}.',
  },
  CLASS_UNREACHABLE: {
    vi: 'Không tổng điểm nào rơi vào loại từ {from} đến dưới {to}: tổng điểm nằm trong {lowest} đến {highest}.',
    en: 'No total falls into the class from {from} to under {to}: totals lie within {lowest} to {highest}.',
  },
  LEVELS_TIERS_DIFFER: {
    vi: 'Chỉ số có {levels} mức nhưng mục số liệu “{code}” có {tiers} nhóm. Số mức phải bằng số nhóm.',
    en: 'The indicator has {levels} levels but “{code}” has {tiers} tiers. They must be as many.',
  },
  LEVELS_NOT_A_PLACE: {
    vi: 'Cách tính theo mức cần một mục số liệu xếp nhóm hoặc số đếm, không có mẫu số.',
    en: 'A rule by levels needs one element that is a tier or a count, without a denominator.',
  },
  DEDUCTION_CAP_DIFFERS: {
    vi: 'Mức trừ tối đa ghi hai nơi khác nhau: cách tính trừ đến {cap}, điểm của mục là {max}. Sửa một trong hai.',
    en: 'The most it can take is said twice: {cap} in the rule, {max} as its points. Mend one of them.',
  },
  GATE_UNQUANTIFIED: {
    vi: 'Điều kiện khống chế “{code}” được nêu nhưng chưa có công thức xác định khi nào xảy ra.',
    en: 'The gate “{code}” is announced, but nothing says when it is met. Give its condition.',
  },
  GATE_ASKS_NOTHING: {
    vi: 'Điều kiện khống chế “{code}” không hỏi số liệu hay điểm nào nên lúc nào cũng như nhau. Viết điều kiện thật.',
    en: 'The gate “{code}” asks for no figure and no points, so it never changes. Write its real condition.',
  },
  GATE_WITHOUT_TARGET: {
    vi: 'Điều kiện khống chế “{code}” chưa nói tước điểm của mục nào.',
    en: 'The gate “{code}” does not say whose points it takes.',
  },
  GATE_WITHOUT_EFFECT: {
    vi: 'Điều kiện khống chế “{code}” không làm gì: “{class}” đã là loại cao nhất.',
    en: 'The gate “{code}” does nothing: “{class}” is the highest class already.',
  },
  CRITERION_UNKNOWN: { vi: 'Không có tiêu chí “{code}”.', en: 'There is no criterion “{code}”.' },
  CRITERION_AMBIGUOUS: {
    vi: 'Có hơn một tiêu chí mang mã “{code}”. Đặt mã riêng cho từng tiêu chí.',
    en: 'More than one criterion has the code “{code}”. Give each its own.',
  },
  CLASS_UNKNOWN: { vi: 'Không có loại “{code}” trong bảng xếp loại.', en: 'There is no class “{code}”.' },
  CLASSES_MISSING: {
    vi: 'Điều kiện “{code}” hạ bậc xếp loại nhưng bộ tiêu chí chưa có bảng xếp loại.',
    en: 'The gate “{code}” moves the class down, but the set has no classes.',
  },
  QUOTA_OVERFLOW_HIGHER: {
    vi: 'Đơn vị vượt chỉ tiêu loại “{class}” phải chuyển xuống loại thấp hơn, không phải “{overflow}”.',
    en: 'Units over the quota of “{class}” must fall to a lower class, not to “{overflow}”.',
  },
  QUOTA_TWICE: {
    vi: 'Loại “{class}” đã có tỷ lệ khống chế.',
    en: 'The class “{class}” has a quota already.',
  },
  QUOTA_NOT_RANKED: {
    vi: 'Tỷ lệ khống chế theo thứ hạng nhưng bộ tiêu chí không xếp hạng trong phạm vi đó.',
    en: 'The quota goes by rank, but the set does not rank within that scope.',
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
  DIRECTION_LOWER_DIFFERS: {
    vi: 'Cách tính cho giá trị cao điểm cao, nhưng chỉ số khai “càng thấp càng tốt”.',
    en: 'The rule rewards high values, but the indicator says that lower is better.',
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
  MEASURES_COMPARED: {
    vi: 'So sánh hai vế khác đơn vị tính: {measures}.',
    en: 'Two sides of different measures are compared: {measures}.',
  },
  MONTHS_NOT_SUMMABLE: {
    vi: 'Giá trị của kỳ là tổng các tháng, nhưng “{code}” là tỷ lệ, điểm hoặc thứ hạng nên cộng các tháng không có nghĩa. Chọn nhập một lần cho cả kỳ.',
    en: 'The value of the period is the sum of its months, but “{code}” is a rate, a score or a rank, which months do not sum up to. Ask for it once a period.',
  },
  PERCENT_OF_DIFFERENT: {
    vi: 'Tỷ lệ phần trăm giữa hai đơn vị tính khác nhau: {measures}.',
    en: 'A percentage of different measures: {measures}.',
  },
  PERCENT_MEASURE: {
    vi: 'Chỉ số hiển thị phần trăm nhưng đơn vị tính là “{measure}”.',
    en: 'The indicator is shown as a percentage, but its measure is “{measure}”.',
  },
  PERCENT_NOT_SHOWN: {
    vi: 'Đơn vị tính là “%” nhưng giá trị không nhân 100: 83 trên 100 sẽ hiện 0,83. Chọn hiển thị phần trăm.',
    en: 'The measure is “%”, but the value is not multiplied by 100: 83 of 100 is shown as 0.83. Show it as a percentage.',
  },
  PERCENT_AS_PART: {
    vi: 'Giá trị tính theo phần trăm nên {value} nghĩa là {value} %. Nếu muốn nói {percent} % thì ghi {percent}.',
    en: 'Values are percentages, so {value} means {value} %. For {percent} % write {percent}.',
  },
  RATE_WITHOUT_PARTS: {
    vi: 'Tỷ lệ nhập sẵn, không có tử số và mẫu số nên không kiểm tra lại được.',
    en: 'A rate given without its parts cannot be checked.',
  },
  NOT_SUMMABLE: {
    vi: 'Giá trị “{code}” là tỷ lệ, điểm hoặc thứ hạng, không cộng gộp nhiều đơn vị được: khai báo trung bình cộng hoặc không tổng hợp.',
    en: '“{code}” is a rate, a score or a rank, which units do not sum up to: declare their mean, or no aggregation.',
  },
  AGGREGATION_WEIGHT_MISSING: {
    vi: 'Bình quân gia quyền cần cho biết gia quyền theo số liệu nào, ví dụ dân số hoặc tổng số hồ sơ.',
    en: 'A weighted mean needs the figures it is weighted by, such as the population or the number of dossiers.',
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
  TOTALS_CUT: {
    vi: 'Tổng điểm chỉ tính đến {highest}, thấp hơn điểm tối đa {max}: phần vượt không bao giờ đạt được.',
    en: 'Totals end at {highest}, below the maximum {max}: what is over can never be reached.',
  },
  UNIT_TYPE_UNKNOWN: {
    vi: 'Không có loại đơn vị “{code}” nên không đơn vị nào thuộc loại này.{suggestion}',
    en: 'There is no type of unit “{code}”, so no unit is of it.{suggestion}',
  },
  TOTALS_REVERSED: {
    vi: 'Tổng điểm thấp nhất {lowest} cao hơn cao nhất {highest}.',
    en: 'The lowest total {lowest} lies above the highest {highest}.',
  },
  FORMULA_SYNTAX: {
    vi: 'Dòng {line}, cột {column}: gặp {found}, ở đây cần {expected}.',
    en: 'Line {line}, column {column}: found {found} where {expected} should stand.',
  },
  FORMULA_WRITTEN_AS: {
    vi: 'Dòng {line}, cột {column}: “{found}” trong công thức viết là “{expected}”.',
    en: 'Line {line}, column {column}: “{found}” is written as “{expected}” in formulas.',
  },
  FORMULA_BARE_NAME: {
    vi: 'Dòng {line}, cột {column}: “{found}” không rõ là gì. Mã số liệu viết [{found}], hàm viết {found}(…).',
    en: 'Line {line}, column {column}: it is not clear what “{found}” is. An element is written [{found}], a function {found}(…).',
  },
  FORMULA_CODE_FORM: {
    vi: 'Dòng {line}, cột {column}: “{found}” không phải mã số liệu. Mã chỉ gồm chữ không dấu, chữ số, “.”, “-”, “_”, không có dấu cách, ví dụ [ho-so.dung-han].',
    en: 'Line {line}, column {column}: “{found}” is no code of an element. A code has letters without diacritics, digits, “.”, “-”, “_” and no spaces, such as [on-time].',
  },
  FORMULA_TOO_LONG: {
    vi: 'Công thức dài {found} ký tự, tối đa {limit}. Tách thành các mục số liệu tính toán.',
    en: 'The formula has {found} characters, at most {limit} are read. Split it into calculated elements.',
  },
  FORMULA_TOO_DEEP: {
    vi: 'Dòng {line}, cột {column}: lồng quá {limit} tầng. Tách thành các mục số liệu tính toán.',
    en: 'Line {line}, column {column}: nested more than {limit} deep. Split it into calculated elements.',
  },
  FORMULA_TOO_MANY: {
    vi: 'Công thức có {found} phần tử, tối đa {limit}. Tách thành các mục số liệu tính toán.',
    en: 'The formula has {found} parts, at most {limit} are read. Split it into calculated elements.',
  },
  FORMULA_UNKNOWN_FUNCTION: {
    vi: 'Dòng {line}, cột {column}: không có hàm “{name}”.{suggestion}',
    en: 'Line {line}, column {column}: there is no function “{name}”.{suggestion}',
  },
  FORMULA_ARGUMENTS: {
    vi: 'Dòng {line}, cột {column}: hàm “{name}” có {found} tham số, cần {count}.',
    en: 'Line {line}, column {column}: the number of arguments of “{name}” is {found}; it must be {count}.',
  },
  FORMULA_ARGUMENT_ELEMENT: {
    vi: 'Dòng {line}, cột {column}: tham số đầu của “{name}” là {found}, phải là một mã trong ngoặc vuông.',
    en: 'Line {line}, column {column}: the first argument of “{name}” is {found}; it must be a code in square brackets.',
  },
  FORMULA_OFFSET: {
    vi: 'Dòng {line}, cột {column}: số kỳ là {found}, phải là số nguyên viết sẵn từ -40 đến -1.',
    en: 'Line {line}, column {column}: the number of periods is {found}; it must be a whole number written out, from -40 to -1.',
  },
  FORMULA_DECIMALS: {
    vi: 'Dòng {line}, cột {column}: số chữ số lẻ là {found}, phải là số nguyên viết sẵn từ 0 đến 12.',
    en: 'Line {line}, column {column}: the number of decimals is {found}; it must be a whole number written out, from 0 to 12.',
  },
  FORMULA_ELEMENT_UNKNOWN: {
    vi: 'Dòng {line}, cột {column}: không có mục số liệu “{code}”.{suggestion}',
    en: 'Line {line}, column {column}: there is no data element “{code}”.{suggestion}',
  },
  FORMULA_RESULT_UNKNOWN: {
    vi: 'Dòng {line}, cột {column}: không có chỉ số, tiêu chí hay lĩnh vực “{code}”.{suggestion}',
    en: 'Line {line}, column {column}: there is no indicator, criterion or field “{code}”.{suggestion}',
  },
  FORMULA_GATE_ONLY: {
    vi: 'Dòng {line}, cột {column}: hàm “{name}” chỉ dùng trong điều kiện khống chế, khi đã có điểm.',
    en: 'Line {line}, column {column}: “{name}” is for gates only, when points are there.',
  },
  FORMULA_CALCULATED_ELSEWHERE: {
    vi: 'Dòng {line}, cột {column}: “{name}” cần một mục được nhập; “{code}” là mục tính toán. Viết hàm này cho các mục tạo nên nó.',
    en: 'Line {line}, column {column}: “{name}” needs an element that is filled in; “{code}” is calculated. Use the elements it is made of.',
  },
  FORMULA_CIRCULAR: {
    vi: 'Các mục tính toán dựa vào nhau thành vòng: {circle}. Bỏ một mắt xích.',
    en: 'Calculated elements depend on each other in a circle: {circle}. Take out one link.',
  },
  FORMULA_CONDITION_EXPECTED: {
    vi: 'Dòng {line}, cột {column}: {found} là một số, ở đây cần điều kiện (ví dụ {found} > 0).',
    en: 'Line {line}, column {column}: {found} is a number where a condition is expected (for example {found} > 0).',
  },
  FORMULA_NUMBER_EXPECTED: {
    vi: 'Dòng {line}, cột {column}: {found} là điều kiện, sẽ tính là 1 nếu đúng, 0 nếu sai. Nếu đúng ý, viết if({found}, 1, 0).',
    en: 'Line {line}, column {column}: {found} is a condition and counts 1 where it holds, else 0. If that is meant, write if({found}, 1, 0).',
  },
  FORMULA_COMMA: {
    vi: 'Dòng {line}, cột {column}: “{found}” được đọc là hai tham số. Số thập phân viết với dấu chấm: {expected}; hai tham số thì viết “{apart}”.',
    en: 'Line {line}, column {column}: “{found}” is read as two arguments. A decimal is written with a point: {expected}; for two arguments write “{apart}”.',
  },
  DIVISION_BY_ZERO: {
    vi: 'Dòng {line}, cột {column}: số chia luôn bằng 0.',
    en: 'Line {line}, column {column}: the divisor is always 0.',
  },
  DENOMINATOR_NOT_POSITIVE: {
    vi: 'Mẫu số luôn bằng {value}, với mọi số liệu. Mẫu số phải lớn hơn 0.',
    en: 'The denominator is {value} whatever the figures. It must be above 0.',
  },
  DIVISION_UNGUARDED: {
    vi: 'Dòng {line}, cột {column}: số chia {found} có thể bằng 0 mà ở đây không có quy ước. Viết if({found} = 0, …, …) hoặc coalesce(…, …).',
    en: 'Line {line}, column {column}: the divisor {found} can be zero and there is no policy for that here. Write if({found} = 0, …, …) or coalesce(…, …).',
  },
  CALCULATED_MONTHLY: {
    vi: 'Mục tính toán “{code}” có một giá trị cho cả kỳ, không theo từng tháng.',
    en: 'The calculated element “{code}” has one value for the period, not one a month.',
  },
} as const satisfies Record<string, { readonly vi: string; readonly en: string }>;
export type CriteriaRemarkCode = keyof typeof criteriaRemarkTexts;

const NUMBER = /^-?\d+(\.\d+)?$/;
/** Parameters that stand as they are typed in formulas. */
const TYPED = new Set(['code', 'found', 'expected', 'apart', 'circle', 'name']);

export function describeRemark(remark: CriteriaRemark, language: Language): string {
  const text = criteriaRemarkTexts[remark.code as CriteriaRemarkCode]?.[language] ?? remark.code;
  const params = Object.entries(remark.params).map(([name, value]) => [
    name,
    remarkParam(remark.code, name, value, language),
  ]);
  return fill(text, Object.fromEntries(params) as Record<string, string>);
}

function remarkParam(code: string, name: string, value: string, language: Language): string {
  if (code === 'FORMULA_SYNTAX' && name === 'expected')
    return value
      .split(' ')
      .map((token) => formulaTokens[token]?.[language] ?? token)
      .join(language === 'vi' ? ' hoặc ' : ' or ');
  if (code === 'FORMULA_SYNTAX' && name === 'found')
    return value === '' ? (formulaTokens['end']?.[language] ?? '') : `“${value}”`;
  if (name === 'suggestion')
    return value === '' ? '' : language === 'vi' ? ` Có phải là “${value}”?` : ` Did you mean “${value}”?`;
  if (name === 'comparison') return value.replace('>=', '≥').replace('<=', '≤');
  return !TYPED.has(name) && NUMBER.test(value) ? formatDecimal(value, language) : value;
}

/** What the parser of formulas can find or expect. */
const formulaTokens: Readonly<Record<string, { readonly vi: string; readonly en: string }>> = {
  value: {
    vi: 'một giá trị (số, [mã số liệu], hàm, dấu ngoặc)',
    en: 'a value (number, [element], function, bracket)',
  },
  element: { vi: 'một [mã số liệu]', en: 'an [element]' },
  operator: { vi: 'phép toán', en: 'an operator' },
  open: { vi: 'dấu “(”', en: '“(”' },
  close: { vi: 'dấu “)”', en: '“)”' },
  'element-close': { vi: 'dấu “]” để đóng mã số liệu', en: '“]” to close the code of the element' },
  separator: { vi: 'dấu “,”', en: '“,”' },
  end: { vi: 'hết công thức', en: 'the end of the formula' },
};
