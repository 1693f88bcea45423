import type { CriteriaSetContent } from '@nhip/contracts';

export interface Merged {
  readonly content: CriteriaSetContent;
  /** Where both changed the same to something different: mine stands there. Codes and field names, joined by `/`. */
  readonly conflicts: readonly string[];
}

type Json = unknown;

/** What I changed since `base`, on top of what somebody else made of it: part by part, found by its code. */
export function mergeContents(
  base: CriteriaSetContent,
  mine: CriteriaSetContent,
  theirs: CriteriaSetContent,
): Merged {
  const conflicts: string[] = [];
  const content = merged(base, mine, theirs, '', conflicts) as CriteriaSetContent;
  return { content, conflicts };
}

const same = (a: Json, b: Json): boolean => JSON.stringify(a) === JSON.stringify(b);

function merged(base: Json, mine: Json, theirs: Json, path: string, conflicts: string[]): Json {
  if (same(mine, theirs) || same(base, theirs)) return mine;
  if (same(base, mine)) return theirs;
  if (isObject(mine) && isObject(theirs) && isObject(base)) {
    const keys = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])];
    return Object.fromEntries(
      keys.flatMap((key) => {
        const value = merged(base[key], mine[key], theirs[key], `${path}/${key}`, conflicts);
        return value === undefined ? [] : [[key, value]];
      }),
    );
  }
  const lists = [base, mine, theirs].map(keyed);
  const [before, own, other] = lists;
  if (before && own && other) return mergedList(before, own, other, path, conflicts);
  conflicts.push(path.slice(1));
  return mine;
}

type Keyed = ReadonlyMap<string, Json>;

/** Parts of a list by their codes, in order: what I added follows what it followed, what I took out is gone. */
function mergedList(base: Keyed, mine: Keyed, theirs: Keyed, path: string, conflicts: string[]): Json[] {
  const parts = new Map<string, Json>();
  for (const key of new Set([...theirs.keys(), ...mine.keys()])) {
    const part = merged(base.get(key), mine.get(key), theirs.get(key), `${path}/${key}`, conflicts);
    if (part !== undefined) parts.set(key, part);
  }
  const common = (of: Keyed) => [...of.keys()].filter((key) => base.has(key) && mine.has(key));
  const reordered = !same(common(mine), common(base));
  const [first, second] = reordered ? [mine, theirs] : [theirs, mine];
  const order = [...first.keys()];
  let last = -1;
  for (const key of second.keys()) {
    const at = order.indexOf(key);
    if (at < 0) order.splice(last + 1, 0, key);
    last = at < 0 ? last + 1 : at;
  }
  return order.flatMap((key) => (parts.has(key) ? [parts.get(key)] : []));
}

const isObject = (value: Json): value is Readonly<Record<string, Json>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A list whose parts have a code of their own, or are codes; undefined for any other. */
function keyed(value: Json): Keyed | undefined {
  if (!Array.isArray(value)) return undefined;
  const keys = value.map((part: Json) => (isObject(part) ? part['code'] : part));
  const words = keys.filter((key): key is string => typeof key === 'string');
  if (words.length !== keys.length || new Set(words).size !== words.length) return undefined;
  return new Map(words.map((key, at) => [key, value[at] as Json]));
}
