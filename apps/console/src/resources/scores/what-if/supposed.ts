import {
  criteriaSetContent,
  type CriteriaSetContent,
  type SupposedFigure,
  type WhatIfChanges,
} from '@nhip/contracts';

/** Parts of the criteria that are supposed one by one, by their codes, and those that are supposed as a whole. */
const coded = ['indicators', 'fields'] as const;
const whole = ['gates', 'totals', 'classification', 'ranking'] as const;
type Coded = (typeof coded)[number];
export type Whole = (typeof whole)[number];

/** One line of what is supposed: an object of the criteria, or a figure of a unit. */
export type Supposed =
  | { readonly kind: Coded; readonly code: string }
  | { readonly kind: Whole }
  | { readonly kind: 'figure'; readonly figure: SupposedFigure };

export const keyOf = (one: Supposed): string =>
  one.kind === 'figure'
    ? `figure ${one.figure.unitId} ${one.figure.element}`
    : 'code' in one
      ? `${one.kind} ${one.code}`
      : one.kind;

/** Everything supposed, line by line. */
export const supposedOf = (changes: WhatIfChanges): Supposed[] => [
  ...coded.flatMap((kind) => changes[kind].map(({ code }) => ({ kind, code }))),
  ...whole.flatMap((kind) => (changes[kind] === undefined ? [] : [{ kind }])),
  ...changes.figures.map((figure) => ({ kind: 'figure' as const, figure })),
];

/** What makes the second content of the first; figures stay as they are supposed. */
export function changesBetween(
  before: CriteriaSetContent,
  after: CriteriaSetContent,
  { figures }: WhatIfChanges,
): WhatIfChanges {
  // In the order of the schema, so that what was taken away and put back is no change.
  const [was, is] = [criteriaSetContent.parse(before), criteriaSetContent.parse(after)];
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  const others = <Item extends { code: string }>(from: readonly Item[], to: readonly Item[]): Item[] =>
    to.filter(
      (item) =>
        !same(
          item,
          from.find(({ code }) => code === item.code),
        ),
    );
  return {
    indicators: others(was.indicators, is.indicators),
    fields: others(was.fields, is.fields),
    ...(!same(was.gates, is.gates) && { gates: is.gates }),
    ...(!same(was.totals, is.totals) && { totals: is.totals }),
    ...(!same(was.classification, is.classification) && { classification: is.classification ?? null }),
    ...(!same(was.ranking, is.ranking) && { ranking: is.ranking }),
    figures,
  };
}

/** The changes without this line. */
export function withoutSupposed(changes: WhatIfChanges, one: Supposed): WhatIfChanges {
  switch (one.kind) {
    case 'indicators':
    case 'fields': {
      const list = changes[one.kind] as readonly { code: string }[];
      return { ...changes, [one.kind]: list.filter(({ code }) => code !== one.code) };
    }
    case 'figure':
      return { ...changes, figures: otherFigures(changes, one.figure) };
    default: {
      const { [one.kind]: _taken, ...rest } = changes;
      return rest;
    }
  }
}

/** The changes with this line alone, to be told by itself. */
export function onlySupposed(
  changes: WhatIfChanges,
  one: Exclude<Supposed, { kind: 'figure' }>,
): WhatIfChanges {
  const none: WhatIfChanges = { indicators: [], fields: [], figures: [] };
  if (!('code' in one)) return { ...none, [one.kind]: changes[one.kind] };
  const list = changes[one.kind] as readonly { code: string }[];
  return { ...none, [one.kind]: list.filter(({ code }) => code === one.code) };
}

export const withFigure = (changes: WhatIfChanges, figure: SupposedFigure): WhatIfChanges => ({
  ...changes,
  figures: [...otherFigures(changes, figure), figure],
});

const otherFigures = ({ figures }: WhatIfChanges, { unitId, element }: SupposedFigure): SupposedFigure[] =>
  figures.filter((figure) => figure.unitId !== unitId || figure.element !== element);
