import { z } from 'zod';
import type { Language } from './errors.js';
import type { Names } from './lists.js';
import { fill } from './fill.js';
import { formatDecimal } from './numbers.js';
import { policyTexts, type PolicyCode } from './policy-texts.js';
import { describeRounding } from './rounded-texts.js';
import { unrankedTexts, type UnrankedText } from './unranked.js';

interface Text {
  readonly vi: string;
  readonly en: string;
}

/** The steps from figures to points, in the order in which a reader with a calculator follows them. */
export const traceTexts = {
  FIGURE: { vi: '{sign} {element}: {value}', en: '{sign} {element}: {value}' },
  FIGURE_NOTHING: {
    vi: '{sign} {element}: không phát sinh, tính là 0',
    en: '{sign} {element}: nothing occurred, counted as 0',
  },
  FIGURE_NOT_APPLICABLE: {
    vi: '{sign} {element}: không áp dụng, không tính',
    en: '{sign} {element}: not applicable, left out',
  },
  FIGURE_MISSING: { vi: '{sign} {element}: chưa có dữ liệu', en: '{sign} {element}: no data yet' },
  MONTHS: { vi: 'Số tháng của kỳ báo cáo: {value}', en: 'Months in the period: {value}' },
  MONTHS_UNKNOWN: {
    vi: 'Kỳ báo cáo không gồm trọn các tháng nên không tính được bình quân tháng',
    en: 'The period is not made of whole months, so there is no average a month',
  },
  COUNT_UNKNOWN: {
    vi: '{reading}: chưa cho biết có bao nhiêu đơn vị',
    en: '{reading}: how many units there are is not given',
  },
  CONSTANT: { vi: 'Hằng số: {value}', en: 'Constant: {value}' },
  FORMULA: { vi: 'Công thức: {formula}', en: 'Formula: {formula}' },
  CALCULATED: { vi: 'Mục tính toán {element}:', en: 'Calculated, {element}:' },
  FORMULA_FIGURE: { vi: '{reading} {element}: {value}', en: '{reading} {element}: {value}' },
  FORMULA_FIGURE_NOTHING: {
    vi: '{reading} {element}: không phát sinh, tính là 0',
    en: '{reading} {element}: nothing occurred, counted as 0',
  },
  FORMULA_FIGURE_NOT_APPLICABLE: {
    vi: '{reading} {element}: không áp dụng',
    en: '{reading} {element}: not applicable',
  },
  FORMULA_FIGURE_MISSING: {
    vi: '{reading} {element}: chưa có dữ liệu',
    en: '{reading} {element}: no data yet',
  },
  FORMULA_FIGURE_BLANK_AS_ZERO: {
    vi: '{reading} {element}: chưa có dữ liệu, công thức quy ước tính là 0',
    en: '{reading} {element}: no data yet, the formula counts it as 0',
  },
  FORMULA_STEP: { vi: '{operation} = {value}', en: '{operation} = {value}' },
  FORMULA_HOLDS: { vi: '{operation}: đúng', en: '{operation}: true' },
  FORMULA_FAILS: { vi: '{operation}: sai', en: '{operation}: false' },
  FORMULA_IF_TRUE: {
    vi: 'Điều kiện đúng: lấy vế thứ nhất',
    en: 'The condition holds: the first value is taken',
  },
  FORMULA_IF_FALSE: {
    vi: 'Điều kiện sai: lấy vế thứ hai',
    en: 'The condition does not hold: the second value is taken',
  },
  FORMULA_COALESCE: {
    vi: 'Lấy số đầu tiên có dữ liệu, thứ {place}: {value}',
    en: 'The first that has a value is taken, number {place}: {value}',
  },
  FORMULA_TOO_LONG_A_NUMBER: {
    vi: 'Kết quả có quá nhiều chữ số nên không tính tiếp',
    en: 'The result has too many digits, so the computation stops here',
  },
  FORMULA_DIVISION_BY_ZERO: {
    vi: '{operation}: số chia bằng 0, không tính được',
    en: '{operation}: the divisor is zero, there is no result',
  },
  NUMERATOR: { vi: 'Tử số = {value}', en: 'Numerator = {value}' },
  DENOMINATOR: { vi: 'Mẫu số = {value}', en: 'Denominator = {value}' },
  UNIT_TYPE: {
    vi: 'Chỉ số không áp dụng cho loại đơn vị này',
    en: 'The indicator does not apply to this type of unit',
  },
  POLICY: { vi: 'Quy ước: {policy}', en: 'Policy: {policy}' },
  PART_OVER_WHOLE: {
    vi: 'Tử số {numerator} lớn hơn mẫu số {denominator}: phải sửa số liệu',
    en: 'The numerator {numerator} exceeds the denominator {denominator}: the figures must be mended',
  },
  NEGATIVE: {
    vi: 'Tử số {numerator} hoặc mẫu số {denominator} âm: phải sửa số liệu',
    en: 'The numerator {numerator} or the denominator {denominator} is negative: the figures must be mended',
  },
  VALUE_PERCENT: {
    vi: 'Giá trị = {numerator} ÷ {denominator} × 100 = {value} %',
    en: 'Value = {numerator} ÷ {denominator} × 100 = {value} %',
  },
  VALUE_RATIO: {
    vi: 'Giá trị = {numerator} ÷ {denominator} = {value}',
    en: 'Value = {numerator} ÷ {denominator} = {value}',
  },
  VALUE: { vi: 'Giá trị = {value}', en: 'Value = {value}' },
  SHOWN_HALF_UP: {
    vi: 'Làm tròn nửa lên đến {dp} chữ số lẻ: {shown}',
    en: 'Rounded half up to {dp} d.p.: {shown}',
  },
  SHOWN_TRUNCATE: { vi: 'Cắt bỏ sau {dp} chữ số lẻ: {shown}', en: 'Truncated to {dp} d.p.: {shown}' },
  SHOWN_STEP: { vi: 'Giá trị {how}: {shown}', en: 'Value {how}: {shown}' },
  TARGET_MET: { vi: 'Đạt chỉ tiêu {comparison} {limit}', en: 'Meets the target {comparison} {limit}' },
  TARGET_NOT_MET: {
    vi: 'Chưa đạt chỉ tiêu {comparison} {limit}',
    en: 'Does not meet the target {comparison} {limit}',
  },
  THRESHOLD_BREACHED: {
    vi: 'Chạm ngưỡng cảnh báo {comparison} {limit}',
    en: 'Trips the threshold {comparison} {limit}',
  },
  RULE_ALL_OR_NOTHING_MET: {
    vi: 'Đạt điều kiện {comparison} {limit}: {points} điểm',
    en: 'Meets {comparison} {limit}: {points} points',
  },
  RULE_ALL_OR_NOTHING_FAILED: {
    vi: 'Không đạt điều kiện {comparison} {limit}: 0 điểm',
    en: 'Fails {comparison} {limit}: 0 points',
  },
  RULE_BAND: {
    vi: '{value} thuộc mức từ {from} đến dưới {to}: {points} điểm',
    en: '{value} is in the band from {from} to under {to}: {points} points',
  },
  RULE_BAND_FROM: {
    vi: '{value} thuộc mức từ {from} trở lên: {points} điểm',
    en: '{value} is in the band from {from} up: {points} points',
  },
  RULE_BAND_UNDER: {
    vi: '{value} thuộc mức dưới {to}: {points} điểm',
    en: '{value} is in the band under {to}: {points} points',
  },
  RULE_NO_BAND: { vi: '{value} không thuộc mức nào: 0 điểm', en: '{value} is in no band: 0 points' },
  RULE_LINEAR: {
    vi: '{max} × {value} ÷ {full} = {points} điểm',
    en: '{max} × {value} ÷ {full} = {points} points',
  },
  RULE_BELOW_FLOOR: { vi: 'Dưới mức sàn {floor}: 0 điểm', en: 'Below the floor {floor}: 0 points' },
  RULE_LOWER: {
    vi: '{max} × ({zeroAt} − {value}) ÷ ({zeroAt} − {fullAt}) = {points} điểm',
    en: '{max} × ({zeroAt} − {value}) ÷ ({zeroAt} − {fullAt}) = {points} points',
  },
  RULE_DEDUCTION: {
    vi: '{start} − {perEvent} × {value} = {points} điểm',
    en: '{start} − {perEvent} × {value} = {points} points',
  },
  RULE_DEDUCTION_CAPPED: {
    vi: '{perEvent} × {value} vượt điểm trừ tối đa {cap}: {start} − {cap} = {points} điểm',
    en: '{perEvent} × {value} is more than the {cap} that are taken at most: {start} − {cap} = {points} points',
  },
  RULE_BONUS: { vi: '{perEvent} × {value} = {points} điểm', en: '{perEvent} × {value} = {points} points' },
  RULE_EXTERNAL: {
    vi: 'Quy đổi từ thang {lowest}–{highest}: {max} × ({value} − {lowest}) ÷ ({highest} − {lowest}) = {points} điểm',
    en: 'Converted from the scale {lowest}–{highest}: {max} × ({value} − {lowest}) ÷ ({highest} − {lowest}) = {points} points',
  },
  RULE_LEVEL: {
    vi: 'Mức thứ {place} “{level}”: {points} điểm',
    en: 'Level {place} “{level}”: {points} points',
  },
  RULE_NO_LEVEL: { vi: 'Không có mức thứ {place}: 0 điểm', en: 'There is no level {place}: 0 points' },
  LEVEL_ZEROES_CRITERION: {
    vi: 'Mức này làm cả tiêu chí không được tính điểm',
    en: 'This level takes all points of the criterion',
  },
  LEVEL_ZEROES_TOTAL: {
    vi: 'Mức này làm cả tổng điểm về 0',
    en: 'This level takes the whole total',
  },
  HEADLINE: {
    vi: 'Giá trị chung của chỉ số, chỉ để theo dõi',
    en: 'The indicator’s own value, only watched',
  },
  PART: { vi: 'Phần “{part}”', en: 'Part “{part}”' },
  COMPOSED: {
    vi: 'Cộng các phần: {operation} = {points} điểm',
    en: 'The parts together: {operation} = {points} points',
  },
  RULE_RELATIVE: {
    vi: 'So với thấp nhất {lowest} và cao nhất {highest} của {count} đơn vị: {lowestPoints} + ({value} − {lowest}) ÷ ({highest} − {lowest}) × ({max} − {lowestPoints}) = {points} điểm',
    en: 'Against the lowest {lowest} and the highest {highest} of {count} units: {lowestPoints} + ({value} − {lowest}) ÷ ({highest} − {lowest}) × ({max} − {lowestPoints}) = {points} points',
  },
  RULE_RELATIVE_LOWER: {
    vi: 'So với thấp nhất {lowest} và cao nhất {highest} của {count} đơn vị, càng thấp càng tốt: {lowestPoints} + ({highest} − {value}) ÷ ({highest} − {lowest}) × ({max} − {lowestPoints}) = {points} điểm',
    en: 'Against the lowest {lowest} and the highest {highest} of {count} units, lower being better: {lowestPoints} + ({highest} − {value}) ÷ ({highest} − {lowest}) × ({max} − {lowestPoints}) = {points} points',
  },
  RULE_RELATIVE_EQUAL: {
    vi: '{count} đơn vị đều bằng {value}: {points} điểm theo quy ước',
    en: 'All of {count} units have {value}: {points} points by declaration',
  },
  RULE_RANK: {
    vi: 'Hạng {rank} trong {count} đơn vị: {max} × ({count} − {rank}) ÷ ({count} − 1) = {points} điểm',
    en: 'Place {rank} of {count} units: {max} × ({count} − {rank}) ÷ ({count} − 1) = {points} points',
  },
  RULE_RANK_ALONE: {
    vi: 'Không có đơn vị nào để so: {points} điểm theo quy ước',
    en: 'No other unit to compare with: {points} points by declaration',
  },
  RELATIVE_UNKNOWN: {
    vi: 'Điểm so sánh giữa các đơn vị: chưa tính khi chỉ có số liệu của một đơn vị',
    en: 'Points relative to other units are not given while only one unit’s figures are known',
  },
  SELF_SCORED: { vi: 'Đơn vị tự chấm: {points} điểm', en: 'The unit scored itself: {points} points' },
  SELF_SCORED_BECAUSE: {
    vi: 'Đơn vị tự chấm: {points} điểm. Lý do: {reason}',
    en: 'The unit scored itself: {points} points. Reason: {reason}',
  },
  APPRAISED_POINTS: { vi: 'Thẩm định: {points} điểm', en: 'Appraisal: {points} points' },
  APPRAISED_BECAUSE: {
    vi: 'Thẩm định: {points} điểm. Lý do: {reason}',
    en: 'Appraisal: {points} points. Reason: {reason}',
  },
  APPRAISED: {
    vi: 'Hội đồng thẩm định quyết định {decided} điểm, thay cho điểm tính được: {computed}',
    en: 'Appraisal decided {decided} points in place of those computed: {computed}',
  },
  RULE_APPRAISED: { vi: 'Điểm do hội đồng thẩm định: {points}', en: 'Points decided in appraisal: {points}' },
  RULE_NOT_APPRAISED: {
    vi: 'Thẩm định chưa quyết định; giá trị được lấy làm điểm: {points}',
    en: 'Nothing is decided in appraisal yet; the value counts as points: {points}',
  },
  RULE_THRESHOLD_ONLY: {
    vi: 'Chỉ theo dõi theo ngưỡng, không tính điểm',
    en: 'Watched by thresholds only, no points',
  },
  HELD_TO_MAX: { vi: 'Không quá điểm tối đa: {points} điểm', en: 'Held to the maximum: {points} points' },
  HELD_TO_ZERO: { vi: 'Không dưới 0 điểm', en: 'Not below 0 points' },
  POINTS_ROUNDED: { vi: 'Điểm {how}: {shown}', en: 'Points {how}: {shown}' },
  POINTS_SHOWN: {
    vi: 'Điểm hiển thị {how}: {shown}; phần cộng tiếp là điểm chính xác {points}',
    en: 'Points are shown {how}: {shown}; the exact {points} are what is added up',
  },
  POINTS: { vi: 'Điểm: {shown} trên tối đa {max}', en: 'Points: {shown} of {max}' },
  POINTS_TAKEN: { vi: 'Điểm trừ: {shown}', en: 'Points taken: {shown}' },
  SUM: { vi: '{what}: {operation} = {points} điểm', en: '{what}: {operation} = {points} points' },
  BASE_SUM: {
    vi: 'Cộng các lĩnh vực: {operation} = {points} điểm',
    en: 'The fields together: {operation} = {points} points',
  },
  TOTAL_SUM: {
    vi: 'Với điểm cộng, điểm trừ: {operation} = {points} điểm',
    en: 'With bonus and deductions: {operation} = {points} points',
  },
  FIELD: { vi: '{field}: {points} điểm', en: '{field}: {points} points' },
  FIELD_CAPPED: {
    vi: '{field}: {points} điểm, giới hạn còn {capped}',
    en: '{field}: {points} points, held to {capped}',
  },
  REWEIGHTED: {
    vi: 'Quy đổi phần không áp dụng: {sum} × {max} ÷ {applicable} = {points} điểm',
    en: 'Converted for what does not apply: {sum} × {max} ÷ {applicable} = {points} points',
  },
  WEIGHTED: {
    vi: '{indicator}: {points} × hệ số {weight} = {weighted} điểm',
    en: '{indicator}: {points} × weight {weight} = {weighted} points',
  },
  LEVEL_ZEROED: {
    vi: 'Mức đạt ở “{indicator}”: {what} không được tính điểm',
    en: 'The level at “{indicator}”: {what} gets no points',
  },
  LEVEL_ZEROED_TOTAL: {
    vi: 'Mức đạt ở “{indicator}”: tổng điểm bằng 0',
    en: 'The level at “{indicator}”: the total is 0',
  },
  GATE_NOT_MET: { vi: 'Điều kiện “{gate}”: không xảy ra', en: 'Gate “{gate}”: not met' },
  GATE_UNDECIDED: {
    vi: 'Điều kiện “{gate}”: không xác định được từ số liệu nên không tác động',
    en: 'Gate “{gate}”: the figures do not decide it, so it does not act',
  },
  GATE_ZEROES: {
    vi: 'Điều kiện “{gate}” xảy ra: {what} không được tính điểm',
    en: 'Gate “{gate}” is met: {what} gets no points',
  },
  GATE_ZEROES_TOTAL: {
    vi: 'Điều kiện “{gate}” xảy ra: tổng điểm bằng 0',
    en: 'Gate “{gate}” is met: the total is 0',
  },
  GATE_AT_MOST: {
    vi: 'Điều kiện “{gate}” xảy ra: không xếp trên “{class}”',
    en: 'Gate “{gate}” is met: no class above “{class}”',
  },
  GATE_DOWN: {
    vi: 'Điều kiện “{gate}” xảy ra: hạ {down} bậc xếp loại',
    en: 'Gate “{gate}” is met: {down} down in class',
  },
  CLASS: { vi: 'Xếp loại theo điểm {points}: {class}', en: 'Class for {points} points: {class}' },
  CLASS_AFTER_GATES: { vi: 'Xếp loại sau điều kiện: {class}', en: 'Class after gates: {class}' },
  QUOTA: {
    vi: 'Tối đa {share} của {ranked} đơn vị trong khối, tức {limit}, được xếp “{class}”; đơn vị hạng {rank} xếp “{overflow}”',
    en: 'At most {share} of {ranked} units of the group, that is {limit}, are “{class}”; the unit at place {rank} is “{overflow}”',
  },
  QUOTA_KEPT: {
    vi: 'Tối đa {share} của {ranked} đơn vị trong khối, tức {limit}, được xếp “{class}”; hạng {rank} nằm trong số đó',
    en: 'At most {share} of {ranked} units of the group, that is {limit}, are “{class}”; place {rank} is among them',
  },
  RANK: {
    vi: 'Hạng {rank} trong {ranked} đơn vị được xếp hạng, với {points} điểm',
    en: 'Place {rank} of {ranked} ranked units, with {points} points',
  },
  RANK_FIRST: { vi: 'Không đơn vị nào đứng trên', en: 'No unit stands above' },
  RANK_ABOVE: {
    vi: '{count} đơn vị đứng trên, gần nhất là {unit}: {points} điểm',
    en: 'Units above: {count}, the nearest is {unit} with {points} points',
  },
  RANK_TIED: { vi: 'Đồng hạng với {units}', en: 'Shares the place with {units}' },
  RANK_TIED_COUNT: { vi: 'Đồng hạng với {count} đơn vị', en: 'Shares the place with {count} units' },
  RANK_DECIDED_BELOW: {
    vi: 'Bằng điểm với {unit}; xét “{by}”: {own} so với {other}, nên đứng sau',
    en: 'The same points as {unit}; “{by}” decides: {own} against {other}, so it stands below',
  },
  RANK_DECIDED_ABOVE: {
    vi: 'Bằng điểm với {unit}; xét “{by}”: {own} so với {other}, nên đứng trước',
    en: 'The same points as {unit}; “{by}” decides: {own} against {other}, so it stands above',
  },
  UNRANKED: { vi: 'Không xếp hạng: {why}', en: 'Not ranked: {why}' },
  TOTAL_HELD: { vi: 'Tổng điểm giữ trong {lowest}–{highest}', en: 'Total held within {lowest}–{highest}' },
  TOTAL: { vi: 'Tổng điểm = {points}, {how}: {shown}', en: 'Total = {points}, {how}: {shown}' },
} as const satisfies Record<string, Text>;
export type TraceCode = keyof typeof traceTexts;

/**
 * Parameters are decimal text, `how` a number was rounded (`half-up 2`, `step-down 0.25`), plain words, or keys of names in the set: bare codes of elements and fields, and `indicator/…`, `criterion/…`, `part/…/…`, `level/…/…`, `gate/…`, `class/…`.
 */
export const traceStep = z.object({
  code: z.enum(Object.keys(traceTexts) as [TraceCode, ...TraceCode[]]),
  params: z.record(z.string(), z.string()),
});
export type TraceStep = z.infer<typeof traceStep>;

const named: ReadonlySet<string> = new Set([
  'element',
  'field',
  'indicator',
  'what',
  'part',
  'level',
  'gate',
  'class',
  'overflow',
  'unit',
  'by',
]);
const NUMBER = /^-?\d+(\.\d+)?$/;

/**
 * One step in words. Numbers are written as the language does; one that ends in `…` goes on for ever and is cut.
 * `namesOf` gives the names of a code of the set.
 */
export function describeStep(
  step: TraceStep,
  language: Language,
  namesOf: (code: string) => Names | undefined,
): string {
  const params: Record<string, string> = {};
  for (const [name, value] of Object.entries(step.params)) {
    params[name] = paramText(name, value, language, namesOf);
  }
  return fill(traceTexts[step.code][language], params).trim();
}

function paramText(
  name: string,
  value: string,
  language: Language,
  namesOf: (code: string) => Names | undefined,
): string {
  if (name === 'policy') return value in policyTexts ? policyTexts[value as PolicyCode][language] : value;
  if (name === 'formula' || name === 'reading' || name === 'reason') return value;
  if (name === 'operation') return value.replace(/\d+(\.\d+)?/g, (digits) => formatDecimal(digits, language));
  if (name === 'units')
    return value
      .split(' ')
      .map((key) => paramText('unit', key, language, namesOf))
      .join(', ');
  if (name === 'why') return value in unrankedTexts ? unrankedTexts[value as UnrankedText][language] : value;
  if (name === 'how') return describeRounding(value, language);
  if (name === 'comparison') return value.replace('>=', '≥').replace('<=', '≤');
  if (named.has(name)) {
    const code = value.slice(value.lastIndexOf('/') + 1);
    // What a gate asks about may be an indicator, a criterion or a field.
    const names = value.startsWith('result/')
      ? (namesOf(`indicator/${code}`) ?? namesOf(`criterion/${code}`) ?? namesOf(code))
      : namesOf(value);
    return (language === 'en' ? (names?.en ?? names?.vi) : names?.vi) ?? code;
  }
  const cut = value.endsWith('…');
  const digits = cut ? value.slice(0, -1) : value;
  return NUMBER.test(digits) ? `${formatDecimal(digits, language)}${cut ? '…' : ''}` : value;
}
