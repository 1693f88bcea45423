import type { CriteriaSetContent } from '@nhip/contracts';

/** A place in the content: `indicators.3.rule.bands.0.from`. */
export type ContentPath = string;

const stepsOf = (path: ContentPath): string[] => (path === '' ? [] : path.split('.'));

export const within = (path: ContentPath, ...steps: readonly (string | number)[]): ContentPath =>
  [...stepsOf(path), ...steps].join('.');

/** The place without its numbers, as words and choices are looked up by: `indicators.rule.bands.from`. */
export const wordPlace = (path: ContentPath): string =>
  stepsOf(path)
    .filter((step) => !/^\d+$/.test(step))
    .join('.');

export function valueAt(content: unknown, path: ContentPath): unknown {
  return stepsOf(path).reduce<unknown>(
    (found, step) =>
      typeof found === 'object' && found !== null ? (found as Record<string, unknown>)[step] : undefined,
    content,
  );
}

/** The content with another value at a place; `undefined` takes the place away (of a list, the entry). */
export function withValue<Whole>(whole: Whole, path: ContentPath, value: unknown): Whole {
  return put(whole, stepsOf(path), value) as Whole;
}

function put(whole: unknown, [step = '', ...rest]: readonly string[], value: unknown): unknown {
  if (Array.isArray(whole)) {
    const at = Number(step);
    const list = whole as unknown[];
    if (rest.length === 0 && value === undefined) return list.filter((_, index) => index !== at);
    const next = rest.length === 0 ? value : put(list[at] ?? {}, rest, value);
    return at >= list.length ? [...list, next] : list.map((entry, index) => (index === at ? next : entry));
  }
  const { [step]: present, ...others } = (whole ?? {}) as Record<string, unknown>;
  if (rest.length === 0 && value === undefined) return others;
  return { ...(whole as object), [step]: rest.length === 0 ? value : put(present ?? {}, rest, value) };
}

/** A list with an entry put in at a place of it. */
export function withInserted<Whole>(whole: Whole, list: ContentPath, at: number, entry: unknown): Whole {
  const entries = (valueAt(whole, list) ?? []) as unknown[];
  return withValue(whole, list, [...entries.slice(0, at), entry, ...entries.slice(at)]);
}

/** A code that nothing in `taken` has: `base`, `base-2`, … */
export function freeCode(base: string, taken: readonly string[]): string {
  const used = new Set(taken);
  let code = base;
  for (let number = 2; used.has(code); number += 1) code = `${base}-${number}`;
  return code;
}

/** Every code of the set, of whatever it is. */
export const codesOf = ({
  dataElements,
  indicators,
  fields,
  checks,
  gates,
}: CriteriaSetContent): string[] => [
  ...[...dataElements, ...indicators, ...checks, ...gates].map(({ code }) => code),
  ...fields.flatMap((field) => [
    field.code,
    ...field.criteria.flatMap((criterion) => [
      criterion.code,
      ...criterion.subCriteria.map(({ code }) => code),
    ]),
  ]),
];
