import type { Expression } from './criteria.js';
import type { Names } from './lists.js';

/**
 * Functions of the formula language. `least` and `most` count arguments; `element` functions take a data element in
 * square brackets first; `gate` functions are known only where a gate is judged, after points have been given.
 */
export interface FormulaFunction {
  readonly name: string;
  readonly least: number;
  /** Absent: any number. */
  readonly most?: number;
  /** What the first argument names, where it is not a value. */
  readonly names?: 'element' | 'points' | 'indicator';
  /** As it is shown for completion. */
  readonly signature: string;
  readonly says: Required<Names>;
}

export const formulaFunctions: readonly FormulaFunction[] = [
  {
    name: 'sum',
    least: 1,
    signature: 'sum(a, b, …)',
    says: {
      vi: 'Tổng; mục không áp dụng được bỏ qua',
      en: 'The sum; what does not apply is left out',
    },
  },
  {
    name: 'min',
    least: 1,
    signature: 'min(a, b, …)',
    says: { vi: 'Số nhỏ nhất', en: 'The smallest' },
  },
  {
    name: 'max',
    least: 1,
    signature: 'max(a, b, …)',
    says: { vi: 'Số lớn nhất', en: 'The largest' },
  },
  {
    name: 'if',
    least: 3,
    most: 3,
    signature: 'if(condition, a, b)',
    says: {
      vi: 'a nếu điều kiện đúng, nếu không thì b',
      en: 'a where the condition holds, else b',
    },
  },
  {
    name: 'coalesce',
    least: 2,
    signature: 'coalesce(a, b, …)',
    says: { vi: 'Số đầu tiên có dữ liệu', en: 'The first that has a value' },
  },
  {
    name: 'abs',
    least: 1,
    most: 1,
    signature: 'abs(a)',
    says: { vi: 'Giá trị tuyệt đối', en: 'The absolute value' },
  },
  {
    name: 'round',
    least: 1,
    most: 2,
    signature: 'round(a, decimals)',
    says: {
      vi: 'Làm tròn đến số chữ số lẻ, nửa đơn vị thì lên',
      en: 'Rounded to so many decimals, halves away from zero',
    },
  },
  {
    name: 'floor',
    least: 1,
    most: 1,
    signature: 'floor(a)',
    says: { vi: 'Số nguyên lớn nhất không vượt quá a', en: 'The largest whole number not above a' },
  },
  {
    name: 'ceil',
    least: 1,
    most: 1,
    signature: 'ceil(a)',
    says: { vi: 'Số nguyên nhỏ nhất không dưới a', en: 'The smallest whole number not below a' },
  },
  {
    name: 'months',
    least: 0,
    most: 0,
    signature: 'months()',
    says: { vi: 'Số tháng của kỳ', en: 'Months in the period' },
  },
  {
    name: 'offset',
    least: 2,
    most: 2,
    names: 'element',
    signature: 'offset([x], -n)',
    says: { vi: 'Số liệu của n kỳ trước', en: 'The figure of n periods before' },
  },
  {
    name: 'previous',
    least: 1,
    most: 1,
    names: 'element',
    signature: 'previous([x])',
    says: { vi: 'Số liệu của kỳ trước', en: 'The figure of the period before' },
  },
  {
    name: 'ytd',
    least: 1,
    most: 1,
    names: 'element',
    signature: 'ytd([x])',
    says: {
      vi: 'Lũy kế các kỳ cùng loại từ ngày 1/1 đến hết kỳ này',
      en: 'Year to date: periods of this kind since 1 January up to this one',
    },
  },
  {
    name: 'share',
    least: 1,
    most: 1,
    names: 'element',
    signature: 'share([x])',
    says: {
      vi: 'Phần của đơn vị trong số liệu của đơn vị cấp trên',
      en: 'The unit’s part of its parent unit’s figure',
    },
  },
  {
    name: 'count',
    least: 0,
    most: 1,
    names: 'element',
    signature: 'count() / count([x])',
    says: {
      vi: 'Số đơn vị trong đợt; có mục số liệu thì là số đơn vị có giá trị',
      en: 'Units in the cycle; with an element, those that have a value',
    },
  },
  {
    name: 'points',
    least: 1,
    most: 1,
    names: 'points',
    signature: 'points([x])',
    says: {
      vi: 'Điểm của chỉ số, tiêu chí hoặc lĩnh vực (chỉ trong điều kiện khống chế)',
      en: 'Points of an indicator, a criterion or a field (in gates only)',
    },
  },
  {
    name: 'value',
    least: 1,
    most: 1,
    names: 'indicator',
    signature: 'value([x])',
    says: {
      vi: 'Giá trị của chỉ số (chỉ trong điều kiện khống chế)',
      en: 'The value of an indicator (in gates only)',
    },
  },
];

/** A code in square brackets, unless `points` or `value` stands before it. */
const REFERENCE = /(\b(?:points|value)\s*\(\s*)?\[\s*([A-Za-z0-9][A-Za-z0-9._-]*)\s*\]/gi;

/** Codes of the data elements a formula names, each once, in the order of the text; it need not be correct yet. */
export function elementsInFormula(formula: string): string[] {
  const codes = [...formula.matchAll(REFERENCE)].flatMap(([, ofResults, code = '']) =>
    ofResults === undefined ? [code] : [],
  );
  return [...new Set(codes)];
}

/**
 * The elements among `codes` and those that calculated ones are made of, each once: a calculated element before its
 * parts. Whoever looks for what is filled in leaves out those that have a formula.
 */
export function withParts(
  codes: readonly string[],
  formulaOf: (code: string) => string | undefined,
): string[] {
  const all = new Set<string>();
  const add = (code: string): void => {
    if (all.has(code)) return;
    all.add(code);
    elementsInFormula(formulaOf(code) ?? '').forEach(add);
  };
  codes.forEach(add);
  return [...all];
}

/** Codes of the data elements that an expression reads. */
export function elementsOf(expression: Expression): string[] {
  if ('formula' in expression) return elementsInFormula(expression.formula);
  return 'plus' in expression ? [...expression.plus, ...expression.minus] : [];
}
