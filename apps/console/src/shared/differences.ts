export interface Difference {
  readonly path: string;
  readonly mine: string;
  readonly theirs: string;
}

/** The fields of a form whose values differ from the stored ones, as text; nested objects by path. */
export function differences(mine: object, theirs: object): readonly Difference[] {
  const left = leaves(mine);
  const right = leaves(theirs);
  return [...new Set([...left.keys(), ...right.keys()])]
    .map((path) => ({ path, mine: left.get(path) ?? '', theirs: right.get(path) ?? '' }))
    .filter(({ mine, theirs }) => mine !== theirs);
}

/** What a form has beyond the record (a reason, a day) is no difference to it. */
export function withinKeysOf(record: object, typed: object): object {
  return Object.fromEntries(Object.entries(typed).filter(([key]) => key in record));
}

function leaves(value: unknown, path = ''): Map<string, string> {
  if (value === null || value === undefined || value === '') return new Map();
  if (typeof value !== 'object')
    return new Map([[path, typeof value === 'string' ? value : JSON.stringify(value)]]);
  return new Map(
    Object.entries(value).flatMap(([key, inner]) => [...leaves(inner, path === '' ? key : `${path}.${key}`)]),
  );
}
