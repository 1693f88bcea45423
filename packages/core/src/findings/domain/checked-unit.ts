import type { CriteriaSetContent, DataElement, Names } from '@nhip/contracts';
import type { CompiledSet, UnitFigures } from '../../criteria/index.js';
import type { Period } from '../../shared/index.js';
import type { CurrentFigure } from '../../submissions/index.js';

/** One unit's figures as the checks see them. */
export interface CheckedUnit {
  readonly unitId: string;
  readonly names: Names;
  readonly rows: readonly CurrentFigure[];
  readonly figures: UnitFigures;
  /** Its form is out of the unit's hands, so what is missing is missing. */
  readonly handedIn: boolean;
}

export interface CheckContext {
  readonly content: CriteriaSetContent;
  readonly compiled: CompiledSet;
  readonly elements: ReadonlyMap<string, DataElement>;
  readonly period: Period;
  /** Working days from the first to the last day, both included. */
  readonly workingDays: (from: string, to: string) => number;
}

/** The names of elements in a row, three of them at most. */
export function namesOf(context: CheckContext, codes: readonly string[]): Names {
  const known = codes.flatMap((code) => context.elements.get(code)?.names ?? []);
  const more = known.length > 3 ? ' …' : '';
  const join = (words: readonly string[]): string => words.slice(0, 3).join(', ') + more;
  return { vi: join(known.map(({ vi }) => vi)), en: join(known.map(({ vi, en }) => en ?? vi)) };
}
