import type { CriteriaSetContent } from '@nhip/contracts';
import { expectedScore, holds, type Expected } from './expected-score.js';
import type { Case, CaseUnit } from './random-case.js';
import {
  decimal,
  divide,
  isZero,
  least,
  meets,
  most,
  multiply,
  order,
  printed,
  q,
  rounded,
  total,
  zero,
  type Q,
} from './rational.js';

export interface ExpectedTotal {
  readonly points?: Q;
  readonly shownPoints?: string;
  readonly classCode?: string;
  readonly unranked?: string;
  readonly gates: readonly string[];
  readonly fields: readonly { readonly field: string; readonly points: Q; readonly applicable: Q }[];
}

export interface ExpectedUnit {
  readonly scores: ReadonlyMap<string, Expected>;
  readonly total: ExpectedTotal;
}

/** The oracle: scores and totals of every unit of a case, from the definitions alone. */
export function expectedScores({ content, units }: Case): ExpectedUnit[] {
  return units.map((unit) => {
    const scores = new Map(
      content.indicators.map((indicator) => [indicator.code, expectedScore(indicator, unit, units)]),
    );
    return { scores, total: expectedTotal(content, unit, scores) };
  });
}

function expectedTotal(
  content: CriteriaSetContent,
  unit: CaseUnit,
  scores: ReadonlyMap<string, Expected>,
): ExpectedTotal {
  if (isZero(q(content.totals.maxPoints))) return { fields: [], unranked: 'NO_POINTS', gates: [] };
  const met = content.gates.filter((gate) => gateMet(content, gate, unit, scores));
  const levels = content.indicators.filter(({ code }) => scores.get(code)?.zeroes !== undefined);
  const zeroed = new Set([
    ...met.flatMap(({ effect }) => ('zero' in effect ? reach(content, effect.zero, effect.of) : [])),
    ...levels.flatMap(({ code }) =>
      scores.get(code)?.zeroes === 'criterion'
        ? reach(content, 'criterion', criterionWith(content, code))
        : [],
    ),
  ]);
  const everything =
    met.some(({ effect }) => 'zero' in effect && effect.zero === 'total') ||
    levels.some(({ code }) => scores.get(code)?.zeroes === 'total');

  const weigh = (code: string, points: Q): Q =>
    multiply(points, q(content.indicators.find((known) => known.code === code)?.weight ?? '1'));
  const maxOf = (code: string): Q =>
    weigh(code, q(content.indicators.find((known) => known.code === code)?.maxPoints ?? '0'));
  const fields = content.fields.map((field) => {
    const codes = reach(content, 'field', field.code);
    const standing = (code: string) => scores.get(code)?.standing;
    const earned = codes.map((code) => {
      const points = scores.get(code)?.points ?? zero;
      return weigh(code, zeroed.has(code) ? least(points, zero) : points);
    });
    return {
      kind: field.kind,
      field: field.code,
      points: capped(field.cap, total(earned)),
      applicable: total(codes.filter((code) => standing(code) === 'counted').map(maxOf)),
      whole: total(codes.filter((code) => standing(code) !== 'excluded').map(maxOf)),
    };
  });
  const shown = fields.map(({ field, points, applicable }) => ({ field, points, applicable }));
  const standings = [...scores.values()].map(({ standing }) => standing);
  if (standings.includes('unsettled')) return { fields: shown, unranked: 'UNSETTLED', gates: [] };
  const base = fields.filter(({ kind }) => kind === 'base');
  const applicable = total(base.map((field) => field.applicable));
  if (isZero(applicable)) return { fields: shown, unranked: 'NOTHING_APPLIES', gates: [] };
  const all = total(base.map((field) => field.whole));
  const converted = divide(multiply(total(base.map(({ points }) => points)), all), applicable);
  const sum = everything
    ? zero
    : total([converted, ...fields.flatMap(({ kind, points }) => (kind === 'base' ? [] : [points]))]);
  const caps = content.fields.flatMap(({ kind, cap }) =>
    kind === 'bonus' && cap !== undefined ? [q(cap)] : [],
  );
  const highest =
    content.totals.highest === undefined
      ? total([q(content.totals.maxPoints), ...caps])
      : q(content.totals.highest);
  const lowest = q(content.totals.lowest);
  const points = most(lowest, least(highest, sum));
  const shownAs = rounded(points, content.totals.rounding);
  const heldAs = most(lowest, least(highest, shownAs));
  const classCode = classOf(content, content.classification?.on === 'exact' ? points : heldAs, met);
  return {
    fields: shown,
    points,
    shownPoints: order(heldAs, shownAs) === 0 ? printed(points, content.totals.rounding) : decimal(heldAs),
    ...(classCode !== undefined && { classCode }),
    ...(standings.includes('excluded') && { unranked: 'EXCLUDED' }),
    gates: [...met, ...levels].map(({ code }) => code),
  };
}

const capped = (cap: string | undefined, sum: Q): Q =>
  cap === undefined ? sum : most(q(`-${cap}`), least(q(cap), sum));

/** Codes of the indicators in a part of the tree. */
function reach({ fields }: CriteriaSetContent, kind: string, of: string | undefined): string[] {
  if (kind === 'indicator') return of === undefined ? [] : [of];
  return fields.flatMap((field) =>
    field.criteria.flatMap((criterion) => {
      const nodes = [{ code: criterion.code, indicators: criterion.indicators }, ...criterion.subCriteria];
      return nodes.flatMap((node) => {
        const inside =
          kind === 'field'
            ? field.code === of
            : node.code === of || (kind === 'criterion' && criterion.code === of);
        return inside ? node.indicators : [];
      });
    }),
  );
}

const criterionWith = (content: CriteriaSetContent, indicator: string): string | undefined =>
  content.fields
    .flatMap(({ criteria }) => criteria)
    .find(({ code }) => reach(content, 'criterion', code).includes(indicator))?.code;

const CONDITION = /^(?:(points|value)\()?\[([^\]]+)\]\)? (\S+) (\S+)$/;

/** Conditions are one comparison; one whose side has no number is not met. */
function gateMet(
  content: CriteriaSetContent,
  { when, blanks }: CriteriaSetContent['gates'][number],
  unit: CaseUnit,
  scores: ReadonlyMap<string, Expected>,
): boolean {
  if (when === undefined) return false;
  const [, kind, code = '', comparison = '', limit = ''] = CONDITION.exec(when) ?? [];
  const side =
    kind === 'value'
      ? scores.get(code)?.value
      : kind === 'points'
        ? pointsUnder(content, code, scores)
        : figureIn(unit, code, blanks === 'zero');
  return side !== undefined && meets(side, comparison, q(limit));
}

function figureIn(unit: CaseUnit, code: string, blankIsZero: boolean): Q | undefined {
  const figure = unit.figures.get(code) ?? { state: 'missing' as const };
  if (figure.state === 'value') return q(figure.text);
  return figure.state === 'nothing' || (figure.state === 'missing' && blankIsZero) ? zero : undefined;
}

function pointsUnder(
  content: CriteriaSetContent,
  code: string,
  scores: ReadonlyMap<string, Expected>,
): Q | undefined {
  const own = scores.get(code);
  if (own !== undefined) return own.points;
  const field = content.fields.find((known) => known.code === code);
  const codes = reach(content, field ? 'field' : 'criterion', code);
  const points = content.indicators.flatMap((indicator) => {
    const given = codes.includes(indicator.code) ? scores.get(indicator.code)?.points : undefined;
    return given === undefined ? [] : [multiply(given, q(indicator.weight))];
  });
  return points.length === 0 ? undefined : capped(field?.cap, total(points));
}

function classOf(
  { classification }: CriteriaSetContent,
  value: Q,
  met: CriteriaSetContent['gates'],
): string | undefined {
  if (classification === undefined) return undefined;
  const floor = (from: string | null): number => (from === null ? -Infinity : Number(from));
  const ladder = [...classification.bands].sort((a, b) => floor(b.from) - floor(a.from));
  let place = ladder.findIndex((band) => holds(band, value));
  if (place < 0) return undefined;
  for (const { effect } of met) {
    if ('atMost' in effect)
      place = Math.max(
        place,
        ladder.findIndex(({ code }) => code === effect.atMost),
      );
  }
  for (const { effect } of met) if ('down' in effect) place += effect.down;
  return ladder[Math.min(place, ladder.length - 1)]?.code;
}
