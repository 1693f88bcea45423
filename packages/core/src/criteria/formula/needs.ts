import type { CriteriaSetContent } from '@nhip/contracts';
import { wholeNumber } from './compile-formula.js';
import { formulasOf } from './formulas-of.js';
import { parseFormula } from './parse-formula.js';
import { nodesOf, type NodeOf } from './syntax.js';

/** Which figures that are not a unit's own of the period the formulas of a set ask for: nothing else is read. */
export interface FormulaNeeds {
  /** By element, offsets below zero. */
  readonly offsets: ReadonlyMap<string, ReadonlySet<number>>;
  readonly yearToDate: ReadonlySet<string>;
  readonly parent: ReadonlySet<string>;
  /** Elements whose units with a value are counted. */
  readonly counts: ReadonlySet<string>;
  /** Whether the units of the cycle are counted. */
  readonly units: boolean;
}

export function needsOf(content: CriteriaSetContent): FormulaNeeds {
  const offsets = new Map<string, Set<number>>();
  const needs = { yearToDate: new Set<string>(), parent: new Set<string>(), counts: new Set<string>() };
  let units = false;
  const goBack = (code: string, by: number): void => {
    if (by < 0) offsets.set(code, (offsets.get(code) ?? new Set()).add(by));
  };
  const look = ({ name, args: [first, second] }: NodeOf<'call'>): void => {
    if (name === 'count' && first === undefined) units = true;
    if (first?.kind !== 'element') return;
    const { code } = first;
    if (name === 'previous') goBack(code, -1);
    if (name === 'offset' && second !== undefined) goBack(code, wholeNumber(second) ?? 0);
    if (name === 'ytd') needs.yearToDate.add(code);
    if (name === 'share') needs.parent.add(code);
    if (name === 'count') needs.counts.add(code);
  };
  for (const { text } of formulasOf(content)) {
    const parsed = parseFormula(text);
    if (!parsed.ok) continue;
    for (const node of nodesOf(parsed.tree)) if (node.kind === 'call') look(node);
  }
  return { offsets, ...needs, units };
}

/** Whether anything has to be read for them at all. */
export const needsNothing = ({ offsets, yearToDate, parent, counts, units }: FormulaNeeds): boolean =>
  !units && [offsets, yearToDate, parent, counts].every(({ size }) => size === 0);
