/** A number or a choice inside an object of the criteria that may be supposed otherwise. */
export interface Leaf {
  readonly path: readonly (string | number)[];
  /** Its own name, by which it is labelled. */
  readonly name: LeafName;
  readonly value: string | null;
  /** What may be chosen; absent for a number. */
  readonly options?: readonly string[];
}

const numbers = [
  'weight',
  'maxPoints',
  'points',
  'value',
  'target',
  'full',
  'floor',
  'fullAt',
  'zeroAt',
  'perEvent',
  'cap',
  'lowest',
  'highest',
  'lowestPoints',
  'whenEqual',
  'whenAlone',
  'from',
  'to',
  'share',
] as const;
const choices = {
  zeroDenominator: ['zero', 'full', 'not-applicable', 'error'],
  missing: ['zero', 'not-applicable'],
  notApplicable: ['full-points', 'zero', 'reweight', 'exclude-from-rank'],
  nothingOccurred: ['as-zero', 'full', 'not-applicable'],
} as const;
export type LeafName = (typeof numbers)[number] | 'threshold' | keyof typeof choices;

const isNumber = (name: string): name is (typeof numbers)[number] =>
  (numbers as readonly string[]).includes(name);
const isChoice = (name: string): name is keyof typeof choices => name in choices;

/** The leaves of an indicator, of the totals or of the classes, in the order in which they are written. */
export function leavesOf(value: unknown, path: readonly (string | number)[] = []): Leaf[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => leavesOf(item, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]): Leaf[] => {
    const at = [...path, name];
    if (typeof inner === 'string' || inner === null) {
      if (isNumber(name)) return [{ path: at, name: ofLimit(at, name), value: inner }];
      if (isChoice(name) && inner !== null) return [{ path: at, name, value: inner, options: choices[name] }];
      return [];
    }
    return leavesOf(inner, at);
  });
}

/** A limit of an alarm or of a target is called so. */
function ofLimit([part]: readonly (string | number)[], name: LeafName): LeafName {
  if (name !== 'value') return name;
  return part === 'thresholds' ? 'threshold' : part === 'target' ? 'target' : name;
}

/** The object with one leaf of another value. */
export function withLeaf<Value>(of: Value, path: readonly (string | number)[], value: string | null): Value {
  const [first, ...rest] = path;
  if (first === undefined) return value as Value;
  if (Array.isArray(of)) {
    return of.map((item, index): unknown => (index === first ? withLeaf(item, rest, value) : item)) as Value;
  }
  const record = of as Readonly<Record<string, unknown>>;
  return { ...record, [first]: withLeaf(record[first], rest, value) } as Value;
}

/** Leaves that differ between two objects of one shape, each with what it was. */
export function changedLeaves(before: unknown, after: unknown): (Leaf & { readonly from: string | null })[] {
  const was = new Map(leavesOf(before).map(({ path, value }) => [path.join('.'), value]));
  return leavesOf(after).flatMap((leaf) => {
    const from = was.get(leaf.path.join('.')) ?? null;
    return from === leaf.value ? [] : [{ ...leaf, from }];
  });
}
