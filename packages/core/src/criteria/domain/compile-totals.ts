import type { CriteriaField, CriteriaSetContent } from '@nhip/contracts';
import { Ratio } from '../../shared/index.js';
import { compileClasses } from './compile-classes.js';
import { compileGates } from './compile-gates.js';
import type { Scores } from './compile-outcome.js';
import { exactSum, within } from './exact-sum.js';
import type { UnitFigures } from './figures.js';
import { compileKnockOuts, type KnockOuts } from './knock-outs.js';
import { indicatorsIn } from './tree.js';
import { compileRoundedTotal, totalLimits } from './total-limits.js';
import { howRounded, note, noteSum, type Trace } from './trace.js';

/** Why a unit has no place in a ranking, worded in the contracts. */
export type UnrankedReason =
  | 'EXCUSED'
  | 'NO_POINTS'
  | 'UNSETTLED'
  | 'PEERS_UNKNOWN'
  | 'EXCLUDED'
  | 'NOTHING_APPLIES'
  | 'NOT_RANKED'
  | 'NO_GROUP';

export interface FieldTotal {
  readonly field: string;
  /** Exact weighted points, held to the field's cap. */
  readonly points: Ratio;
  /** Weighted maximum of what applies to the unit. */
  readonly applicable: Ratio;
}

export interface UnitTotal {
  /** Exact; absent where it cannot be given (`unranked` says why). */
  readonly points?: Ratio;
  readonly shownPoints?: string;
  /** Code of the class the total falls into. */
  readonly classCode?: string;
  readonly fields: readonly FieldTotal[];
  readonly unranked?: UnrankedReason;
  /** Codes of the gates that are met and of the indicators whose level took more than its own; absent for none. */
  readonly gates?: readonly string[];
}

export type TotalUnit = (scores: Scores, unit: UnitFigures, trace?: Trace) => UnitTotal;

/**
 * Makes the sum over the tree. Σ base fields, converted to the full scale where indicators were taken out of it,
 * plus bonus fields and minus deduction fields within their caps, held within `lowest` and `highest`. Gates look at
 * points as they are before any gate acts, and take points or class away.
 */
export function compileTotals(content: CriteriaSetContent): TotalUnit {
  const weights = new Map(
    content.indicators.map(({ code, maxPoints, weight }) => {
      const times = Ratio.of(weight);
      return [code, { times, max: Ratio.of(maxPoints).times(times) }];
    }),
  );
  const fields = content.fields.map((field) => compileField(field, weights));
  const scale = Ratio.of(content.totals.maxPoints);
  const { lowest, highest } = totalLimits(content);
  const rounded = compileRoundedTotal(content);
  const how = howRounded(content.totals.rounding);
  const gatesMet = compileGates(content);
  const knockOut = compileKnockOuts(content);
  const classOf = compileClasses(content);

  return (scores, unit, trace) => {
    if (scale.isZero()) return { fields: [], unranked: 'NO_POINTS' };
    const met = gatesMet(scores, unit, trace);
    const out = knockOut(scores, met, trace);
    const totals = fields.map(({ kind, total }) => ({ kind, ...total(scores, out, trace) }));
    const plain = totals.map(({ field, points, applicable }) => ({ field, points, applicable }));
    const standings = new Set([...scores.values()].map(({ standing }) => standing));
    if (standings.has('unsettled')) return { fields: plain, unranked: whyUnsettled(scores) };
    const base = totals.filter(({ kind }) => kind === 'base');
    const applicable = Ratio.sum(base.map((field) => field.applicable));
    const whole = Ratio.sum(base.map((field) => field.whole));
    if (applicable.isZero()) return { fields: plain, unranked: 'NOTHING_APPLIES' };
    let points = Ratio.sum(base.map((field) => field.points));
    noteSum(
      trace,
      'BASE_SUM',
      {},
      base.map((field) => field.points),
      points,
    );
    if (!applicable.equals(whole)) {
      const converted = points.times(whole).dividedBy(applicable);
      note(trace, 'REWEIGHTED', { sum: points, max: whole, applicable, points: converted });
      points = converted;
    }
    if (out.total) points = Ratio.zero;
    else {
      const parts = [points, ...totals.filter(({ kind }) => kind !== 'base').map((field) => field.points)];
      points = exactSum(parts);
      noteSum(trace, 'TOTAL_SUM', {}, parts, points);
    }
    const held = Ratio.max(lowest, Ratio.min(highest, points));
    if (!held.equals(points)) note(trace, 'TOTAL_HELD', { lowest, highest });
    const { shown: shownPoints } = rounded(held);
    note(trace, 'TOTAL', { points: held, how, shown: shownPoints });
    const classCode = classOf(held, met, trace);
    const gates = [...met.map(({ code }) => code), ...out.levels];
    return {
      points: held,
      shownPoints,
      fields: plain,
      ...(classCode !== undefined && { classCode }),
      ...(standings.has('excluded') && { unranked: 'EXCLUDED' as const }),
      ...(gates.length > 0 && { gates }),
    };
  };
}

/** Figures that contradict the definition; without such, only the values of other units are still unknown. */
const whyUnsettled = (scores: Scores): UnrankedReason =>
  [...scores.values()].some(({ standing, state }) => standing === 'unsettled' && state === 'error')
    ? 'UNSETTLED'
    : 'PEERS_UNKNOWN';

type Weights = ReadonlyMap<string, { readonly times: Ratio; readonly max: Ratio }>;

function compileField(field: CriteriaField, weights: Weights) {
  const parts = field.criteria.flatMap((criterion) =>
    indicatorsIn(criterion).flatMap((code) => {
      const weight = weights.get(code);
      return weight === undefined ? [] : [{ code, criterion: criterion.code, ...weight }];
    }),
  );
  const cap = field.cap === undefined ? undefined : Ratio.of(field.cap);

  const total = (scores: Scores, { zeroed }: KnockOuts, trace: Trace) => {
    const earned: Ratio[] = [];
    const byCriterion = new Map<string, Ratio[]>();
    const applicable: Ratio[] = [];
    const whole: Ratio[] = [];
    for (const { code, criterion, times, max } of parts) {
      const score = scores.get(code);
      // What is out of the ranking is out of the scale too, without conversion.
      if (score?.standing !== 'excluded') whole.push(max);
      if (score?.standing === 'counted') applicable.push(max);
      if (score?.points === undefined) continue;
      // What is taken away is points; what a deduction takes stays taken.
      const points = zeroed.has(code) ? Ratio.min(score.points, Ratio.zero) : score.points;
      const weighted = points.times(times);
      if (!times.equals(Ratio.one))
        note(trace, 'WEIGHTED', { indicator: `indicator/${code}`, points, weight: times, weighted });
      earned.push(weighted);
      if (trace !== undefined) byCriterion.set(criterion, [...(byCriterion.get(criterion) ?? []), weighted]);
    }
    const sum = exactSum(earned);
    if (trace !== undefined) noteSums(trace, field, byCriterion, sum);
    const points = cap === undefined ? sum : within(cap, sum);
    note(trace, points.equals(sum) ? 'FIELD' : 'FIELD_CAPPED', {
      field: field.code,
      points: sum,
      capped: points,
    });
    return { field: field.code, points, applicable: exactSum(applicable), whole: exactSum(whole) };
  };
  return { kind: field.kind, total };
}

/** The subtotals of a field's criteria, and theirs together, as a reader adds them up. */
function noteSums(
  trace: Trace,
  { code }: CriteriaField,
  byCriterion: ReadonlyMap<string, readonly Ratio[]>,
  points: Ratio,
): void {
  const sums = [...byCriterion].map(([criterion, earned]) => {
    const sum = exactSum(earned);
    noteSum(trace, 'SUM', { what: `criterion/${criterion}` }, earned, sum);
    return sum;
  });
  noteSum(trace, 'SUM', { what: code }, sums, points);
}
