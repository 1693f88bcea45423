import type { CriteriaSetContent, SupposedFigure, WhatIfChanges } from '@nhip/contracts';

/** One line of what is supposed: an object of the criteria, or a figure of a unit. */
export type Supposed =
  | {
      readonly kind: 'indicator' | 'field';
      readonly code: string;
      readonly before: unknown;
      readonly after: unknown;
    }
  | { readonly kind: 'totals' | 'classification'; readonly before: unknown; readonly after: unknown }
  | { readonly kind: 'figure'; readonly figure: SupposedFigure };

export const keyOf = (one: Supposed): string =>
  one.kind === 'figure'
    ? `figure ${one.figure.unitId} ${one.figure.element}`
    : 'code' in one
      ? `${one.kind} ${one.code}`
      : one.kind;

/** Everything supposed, line by line. */
export function supposedOf(content: CriteriaSetContent, changes: WhatIfChanges): Supposed[] {
  const found = <Item extends { code: string }>(items: readonly Item[], code: string) =>
    items.find((item) => item.code === code);
  const { totals, classification } = changes;
  return [
    ...changes.indicators.map((after) => ({
      kind: 'indicator' as const,
      code: after.code,
      before: found(content.indicators, after.code),
      after,
    })),
    ...changes.fields.map((after) => ({
      kind: 'field' as const,
      code: after.code,
      before: found(content.fields, after.code),
      after,
    })),
    ...(totals === undefined ? [] : [{ kind: 'totals' as const, before: content.totals, after: totals }]),
    ...(classification === undefined
      ? []
      : [{ kind: 'classification' as const, before: content.classification, after: classification }]),
    ...changes.figures.map((figure) => ({ kind: 'figure' as const, figure })),
  ];
}

/** The changes with this line in place of the one about the same thing, or without it. */
export function withSupposed(changes: WhatIfChanges, one: Supposed, undo = false): WhatIfChanges {
  switch (one.kind) {
    case 'indicator':
    case 'field': {
      const list = one.kind === 'indicator' ? 'indicators' : 'fields';
      const others = (changes[list] as readonly { code: string }[]).filter(({ code }) => code !== one.code);
      return { ...changes, [list]: undo ? others : [...others, one.after] };
    }
    case 'totals':
    case 'classification': {
      const { [one.kind]: _replaced, ...rest } = changes;
      return undo ? rest : { ...rest, [one.kind]: one.after };
    }
    case 'figure': {
      const { unitId, element } = one.figure;
      const others = changes.figures.filter(
        (figure) => figure.unitId !== unitId || figure.element !== element,
      );
      return { ...changes, figures: undo ? others : [...others, one.figure] };
    }
  }
}
