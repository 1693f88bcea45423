import type { CriteriaSetContent, Gate } from '@nhip/contracts';
import type { Scores } from './compile-outcome.js';
import { note, type Trace } from './trace.js';
import { criterionOf, indicatorsOf, indicatorsUnder } from './tree.js';

/** What levels and met gates take away. */
export interface KnockOuts {
  /** Codes of the indicators that get no points. */
  readonly zeroed: ReadonlySet<string>;
  readonly total: boolean;
  /** Indicators whose level took more than its own points. */
  readonly levels: readonly string[];
}

export type KnockOut = (scores: Scores, met: readonly Gate[], trace: Trace) => KnockOuts;

const nothing: KnockOuts = { zeroed: new Set(), total: false, levels: [] };

/** A part of the tree, or all of it, that may lose its points. */
interface Reach {
  /** Key of its name for the trace; undefined for the whole total. */
  readonly what: string | undefined;
  readonly indicators: readonly string[];
}

const everything: Reach = { what: undefined, indicators: [] };

/** R11: who gets no points, by the levels chosen and the gates met. */
export function compileKnockOuts(content: CriteriaSetContent): KnockOut {
  const byLevel = content.indicators.flatMap(({ code, rule }) =>
    rule.type === 'levels' && rule.levels.some(({ zeroes }) => zeroes !== undefined)
      ? [{ code, criterion: criterionReach(content, criterionOf(content, code) ?? '') }]
      : [],
  );
  const byGate = new Map(
    content.gates.flatMap(({ code, effect }) =>
      'zero' in effect ? [[code, reachOf(content, effect)] as const] : [],
    ),
  );
  if (byLevel.length === 0 && byGate.size === 0) return () => nothing;

  return (scores, met, trace) => {
    const zeroed = new Set<string>();
    const levels: string[] = [];
    let total = false;
    const take = (reach: Reach): void => {
      if (reach.what === undefined) total = true;
      for (const code of reach.indicators) zeroed.add(code);
    };
    for (const { code, criterion } of byLevel) {
      const zeroes = scores.get(code)?.zeroes;
      if (zeroes === undefined) continue;
      const reach = zeroes === 'total' ? everything : criterion;
      noteTaken(trace, 'LEVEL_ZEROED', { indicator: `indicator/${code}` }, reach);
      levels.push(code);
      take(reach);
    }
    for (const { code } of met) {
      const reach = byGate.get(code);
      if (reach === undefined) continue;
      noteTaken(trace, 'GATE_ZEROES', { gate: `gate/${code}` }, reach);
      take(reach);
    }
    return { zeroed, total, levels };
  };
}

function noteTaken(
  trace: Trace,
  code: 'LEVEL_ZEROED' | 'GATE_ZEROES',
  by: Readonly<Record<string, string>>,
  { what }: Reach,
): void {
  if (what === undefined) note(trace, `${code}_TOTAL`, by);
  else note(trace, code, { ...by, what });
}

const criterionReach = (content: CriteriaSetContent, code: string): Reach => ({
  what: `criterion/${code}`,
  indicators: indicatorsUnder(content, code),
});

function reachOf(
  content: CriteriaSetContent,
  { zero, of = '' }: Extract<Gate['effect'], { zero: string }>,
): Reach {
  switch (zero) {
    case 'total':
      return everything;
    case 'indicator':
      return { what: `indicator/${of}`, indicators: [of] };
    case 'criterion':
      return criterionReach(content, of);
    case 'field': {
      const field = content.fields.find(({ code }) => code === of);
      return { what: of, indicators: field === undefined ? [] : indicatorsOf(field) };
    }
  }
}
