import type { Indicator, Policies, RulePart } from '@nhip/contracts';
import type { CaseUnit } from './random-case.js';
import {
  add,
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
  subtract,
  total,
  whole,
  zero,
  type How,
  type Q,
} from './rational.js';

/** What the definitions give for an indicator of a unit. */
export interface Expected {
  readonly state: string;
  readonly standing: string;
  readonly policies: readonly string[];
  readonly numerator?: Q;
  readonly denominator?: Q;
  readonly value?: Q;
  readonly shownValue?: string;
  readonly points?: Q;
  readonly shownPoints?: string;
  readonly breaches: readonly string[];
  readonly targetMet?: boolean;
  readonly zeroes?: 'criterion' | 'total';
}

const twoDecimals: How = { mode: 'half-up', dp: 2 };

// One indicator

/** What the definitions give for an indicator of a unit among all units. */
export function expectedScore(indicator: Indicator, unit: CaseUnit, units: readonly CaseUnit[]): Expected {
  const { rule } = indicator;
  if (indicator.unitTypes !== undefined && !indicator.unitTypes.includes(unit.unitType))
    return notApplying(indicator, rule.type !== 'threshold-only', []);
  const decided = unit.appraised.get(indicator.code);
  if (decided === undefined || rule.type === 'threshold-only') return computed(indicator, unit, units);
  const settled = { state: 'scored', standing: 'counted', ...worth(indicator, q(decided), false) };
  if (rule.type === 'appraised') return { policies: [], breaches: [], ...settled };
  const { zeroes: _zeroes, ...rest } = computed(indicator, unit, units);
  const floor = rule.type === 'deduction' && rule.from === 'zero';
  return { ...rest, ...settled, ...worth(indicator, q(decided), floor), policies: ['appraised:points'] };
}

function computed(indicator: Indicator, unit: CaseUnit, units: readonly CaseUnit[]): Expected {
  const { rule } = indicator;
  if (rule.type === 'composed') return composed(indicator, rule.parts, unit);
  const seen = valueOf(indicator, unit);
  const read = { ...parts(seen), breaches: [] };
  if (seen.kind !== 'value') return { ...read, ...bySpecialState(indicator, seen, rule.type) };
  const { value } = seen;
  const shown = {
    ...read,
    value,
    shownValue: printed(value, indicator.rounding),
    ...watched(indicator, unit, value),
  };
  const plain = { state: 'scored', standing: 'counted', policies: seen.done };
  switch (rule.type) {
    case 'threshold-only':
      return { ...shown, ...plain };
    case 'appraised':
      return { ...shown, ...plain, ...worth(indicator, value, false) };
    case 'levels': {
      const level = rule.levels.find((_, index) => order(value, whole(index + 1)) === 0);
      const zeroes = level?.zeroes;
      return {
        ...shown,
        ...plain,
        ...worth(indicator, q(level?.points ?? '0'), false),
        ...(zeroes && { zeroes }),
      };
    }
    case 'relative-min-max':
    case 'relative-rank': {
      const peers = peersOf(indicator, rule.within, unit, units);
      const points =
        rule.type === 'relative-rank'
          ? rankPoints(indicator, q(rule.whenAlone), value, peers)
          : spanPoints(indicator, q(rule.lowestPoints), q(rule.whenEqual), value, peers);
      return { ...shown, ...plain, ...worth(indicator, points, false) };
    }
    default:
      return { ...shown, ...plain, ...simplePoints({ ...indicator, rule }, value) };
  }
}

/** Points held to 0 and the maximum, of a deduction from zero to what it takes, rounded, and as they are printed. */
function worth(
  { maxPoints, pointsRounding }: Pick<Indicator, 'maxPoints' | 'pointsRounding'>,
  given: Q,
  belowZero: boolean,
): { points: Q; shownPoints: string } {
  const max = belowZero ? zero : q(maxPoints);
  const held = least(belowZero ? given : most(given, zero), max);
  const points = pointsRounding === undefined ? held : least(rounded(held, pointsRounding), max);
  return { points, shownPoints: shownPoints(points, { maxPoints, pointsRounding }) };
}

/** Nobody is shown more than the maximum, which need be no multiple of the step. */
function shownPoints(
  points: Q,
  { maxPoints, pointsRounding }: Pick<Indicator, 'maxPoints' | 'pointsRounding'>,
): string {
  const how = pointsRounding ?? twoDecimals;
  return order(rounded(points, how), q(maxPoints)) <= 0 ? printed(points, how) : decimal(q(maxPoints));
}

type Part = Pick<RulePart, 'rule' | 'maxPoints' | 'pointsRounding' | 'rounding'>;

function simplePoints(part: Part, x: Q): { points: Q; shownPoints: string } {
  const { rule } = part;
  const belowZero = rule.type === 'deduction' && rule.from === 'zero';
  return worth(part, formula(part, x), belowZero);
}

function formula({ rule, maxPoints, rounding }: Part, x: Q): Q {
  const max = q(maxPoints);
  const share = (of: string): Q => divide(multiply(max, x), q(of));
  switch (rule.type) {
    case 'all-or-nothing':
      return meets(x, rule.comparison, q(rule.value)) ? max : zero;
    case 'bands': {
      const at = rule.on === 'rounded' ? rounded(x, rounding) : x;
      return q(rule.bands.find((band) => holds(band, at))?.points ?? '0');
    }
    case 'linear':
      return share(rule.full);
    case 'saturating':
      return share(rule.target);
    case 'floor':
      return meets(x, '<', q(rule.floor)) ? zero : share(rule.full);
    case 'lower-is-better':
      return multiply(max, divide(subtract(q(rule.zeroAt), x), subtract(q(rule.zeroAt), q(rule.fullAt))));
    case 'deduction': {
      const taken = multiply(q(rule.perEvent), x);
      return subtract(
        rule.from === 'max' ? max : zero,
        rule.cap === undefined ? taken : least(taken, q(rule.cap)),
      );
    }
    case 'bonus':
      return multiply(q(rule.perEvent), x);
    case 'external':
      return multiply(max, divide(subtract(x, q(rule.lowest)), subtract(q(rule.highest), q(rule.lowest))));
  }
}

export const holds = (band: { readonly from: string | null; readonly to: string | null }, x: Q): boolean =>
  (band.from === null || meets(x, '>=', q(band.from))) && (band.to === null || meets(x, '<', q(band.to)));

// Values of the peers

function peersOf(
  indicator: Indicator,
  within: 'peer-group' | 'administration',
  unit: CaseUnit,
  units: readonly CaseUnit[],
): Q[] {
  const own = within === 'peer-group' && unit.groupId === null;
  return units
    .filter((other) => (own ? other === unit : within === 'administration' || other.groupId === unit.groupId))
    .filter(({ unitType }) => indicator.unitTypes?.includes(unitType) ?? true)
    .flatMap((other) => {
      const seen = valueOf(indicator, other);
      return seen.kind === 'value' ? [seen.value] : [];
    });
}

function spanPoints(indicator: Indicator, lowestPoints: Q, whenEqual: Q, x: Q, peers: readonly Q[]): Q {
  const low = peers.reduce(least, x);
  const high = peers.reduce(most, x);
  if (order(low, high) === 0) return whenEqual;
  const above = indicator.direction === 'higher' ? subtract(x, low) : subtract(high, x);
  return add(
    lowestPoints,
    multiply(divide(above, subtract(high, low)), subtract(q(indicator.maxPoints), lowestPoints)),
  );
}

function rankPoints({ direction, maxPoints }: Indicator, whenAlone: Q, x: Q, peers: readonly Q[]): Q {
  if (peers.length < 2) return whenAlone;
  const better = peers.filter((peer) => meets(peer, direction === 'higher' ? '>' : '<', x)).length;
  return divide(multiply(q(maxPoints), whole(peers.length - better - 1)), whole(peers.length - 1));
}

// Figures to values

type Seen =
  | { readonly kind: 'not-applicable' | 'missing' }
  | { readonly kind: 'nothing' | 'fault'; readonly n: Q; readonly d?: Q }
  | { readonly kind: 'zero'; readonly n: Q; readonly d?: Q; readonly done: readonly string[] }
  | {
      readonly kind: 'value';
      readonly n: Q;
      readonly d?: Q;
      readonly value: Q;
      readonly done: readonly string[];
    };

type Valued = Pick<Indicator, 'numerator' | 'denominator' | 'shownAs' | 'declaredPart'> & {
  readonly policies: Policies;
};

function valueOf({ numerator, denominator, shownAs, declaredPart, policies }: Valued, unit: CaseUnit): Seen {
  const above = read(numerator, unit);
  const below = denominator && read(denominator, unit);
  const both = [above, ...(below ? [below] : [])];
  if (both.includes('not-applicable')) return { kind: 'not-applicable' };
  if (above === 'missing' || above === 'not-applicable' || below === 'missing' || below === 'not-applicable')
    return { kind: 'missing' };
  const n = above.sum;
  const figures = [...above.states, ...(below?.states ?? [])];
  // Months and constants are no figures, and say nothing about whether something occurred.
  const nothing = figures.length > 0 && figures.every((state) => state !== 'value');
  const asZero = policies.nothingOccurred === 'as-zero';
  if (nothing && !asZero) return { kind: 'nothing', n, ...(below && { d: below.sum }) };
  const done = nothing ? ['nothing-occurred:as-zero'] : [];
  if (below === undefined) return { kind: 'value', n, value: n, done };
  const d = below.sum;
  const part = declaredPart && (meets(n, '<', zero) || meets(n, '>', d));
  if (meets(d, '<', zero) || part) return { kind: 'fault', n, d };
  if (isZero(d)) return { kind: 'zero', n, d, done };
  return { kind: 'value', n, d, value: divide(shownAs === 'percent' ? multiply(n, whole(100)) : n, d), done };
}

function read(
  expression: Indicator['numerator'],
  unit: CaseUnit,
): { readonly sum: Q; readonly states: readonly string[] } | 'missing' | 'not-applicable' {
  if ('constant' in expression) return { sum: q(expression.constant), states: [] };
  if ('period' in expression)
    return unit.months === undefined ? 'missing' : { sum: whole(unit.months), states: [] };
  if (!('plus' in expression)) throw new Error('the oracle reads no formulas here');
  const figure = (code: string) => unit.figures.get(code) ?? { state: 'missing' as const };
  const all = [...expression.plus, ...expression.minus].map(figure);
  if (all.some(({ state }) => state === 'missing')) return 'missing';
  if (all.every(({ state }) => state === 'not-applicable')) return 'not-applicable';
  const sum = (codes: readonly string[]): Q =>
    total(codes.map(figure).map((one) => (one.state === 'value' ? q(one.text) : zero)));
  return {
    sum: subtract(sum(expression.plus), sum(expression.minus)),
    states: all.map(({ state }) => state),
  };
}

const parts = (seen: Seen): Pick<Expected, 'numerator' | 'denominator'> =>
  'n' in seen ? { numerator: seen.n, ...(seen.d && { denominator: seen.d }) } : {};

function watched(
  { thresholds, target }: Pick<Indicator, 'thresholds' | 'target'>,
  { unitType }: CaseUnit,
  value: Q,
): Pick<Expected, 'breaches' | 'targetMet'> {
  const tripped = thresholds.filter(
    (threshold) =>
      (threshold.unitTypes?.includes(unitType) ?? true) &&
      meets(value, threshold.comparison, q(threshold.value)),
  );
  return {
    breaches: tripped.map(({ code }) => code),
    ...(target && 'value' in target && { targetMet: meets(value, target.comparison, q(target.value)) }),
  };
}

// Policies

type Judged = Pick<Indicator, 'maxPoints' | 'pointsRounding'> & {
  readonly rule: Indicator['rule'] | RulePart['rule'];
  readonly policies: Policies;
};
type Judgement = Pick<Expected, 'state' | 'standing' | 'policies' | 'points' | 'shownPoints' | 'breaches'>;

/** Full points; of a deduction from zero nothing is taken. */
const max = (judged: Judged) => {
  const { rule, maxPoints, pointsRounding } = judged;
  if (rule.type === 'deduction' && rule.from === 'zero') return none(judged);
  return { points: q(maxPoints), shownPoints: shownPoints(q(maxPoints), { maxPoints, pointsRounding }) };
};
const none = ({ pointsRounding }: Judged) => ({
  points: zero,
  shownPoints: printed(zero, pointsRounding ?? twoDecimals),
});

function notApplying(judged: Judged, scores: boolean, done: readonly string[]): Judgement {
  const plain = { state: 'not-applicable', standing: 'counted', breaches: [] };
  if (!scores) return { ...plain, policies: done };
  const how = judged.policies.notApplicable;
  const policies = [...done, `not-applicable:${how}`];
  if (how === 'full-points') return { ...plain, policies, ...max(judged) };
  if (how === 'zero') return { ...plain, policies, ...none(judged) };
  return { ...plain, policies, standing: how === 'reweight' ? 'reweighted' : 'excluded' };
}

function bySpecialState(judged: Judged, seen: Exclude<Seen, { kind: 'value' }>, type: string): Judgement {
  const scores = type !== 'threshold-only';
  const { missing, nothingOccurred, zeroDenominator } = judged.policies;
  const plain = { state: 'scored', standing: 'counted', breaches: [] };
  switch (seen.kind) {
    case 'not-applicable':
      return notApplying(judged, scores, []);
    case 'missing':
      if (!scores) return { ...plain, state: 'missing', policies: [] };
      return missing === 'zero'
        ? { ...plain, state: 'missing', policies: ['missing:zero'], ...none(judged) }
        : { ...notApplying(judged, scores, ['missing:not-applicable']), state: 'missing' };
    case 'fault':
      return { ...plain, state: 'error', standing: 'unsettled', policies: [] };
    case 'nothing': {
      const policies = [`nothing-occurred:${nothingOccurred}`];
      return nothingOccurred === 'full'
        ? { ...plain, policies, ...(scores && max(judged)) }
        : notApplying(judged, scores, policies);
    }
    case 'zero': {
      const policies = [...seen.done, `zero-denominator:${zeroDenominator}`];
      if (zeroDenominator === 'error') return { ...plain, state: 'error', standing: 'unsettled', policies };
      if (zeroDenominator === 'not-applicable') return notApplying(judged, scores, policies);
      const given = zeroDenominator === 'full' ? max(judged) : none(judged);
      return { ...plain, policies, ...(scores && given) };
    }
  }
}

// Composed rules

function composed(indicator: Indicator, rules: readonly RulePart[], unit: CaseUnit): Expected {
  const head = valueOf(
    { ...indicator, policies: { ...indicator.policies, nothingOccurred: 'as-zero' } },
    unit,
  );
  const shown: Partial<Expected> = {
    ...parts(head),
    ...(head.kind === 'value' && {
      value: head.value,
      shownValue: printed(head.value, indicator.rounding),
      ...watched(indicator, unit, head.value),
    }),
  };
  const verdicts = rules.map((part) => {
    const seen = valueOf(part, unit);
    const judged =
      seen.kind === 'value'
        ? { state: 'scored', standing: 'counted', policies: seen.done, ...simplePoints(part, seen.value) }
        : bySpecialState(part, seen, part.rule.type);
    return { ...judged, max: q(part.maxPoints) };
  });
  const policies = verdicts
    .flatMap((verdict) => verdict.policies)
    .filter((policy, index, all) => all.indexOf(policy) === index);
  const any = (standing: string) => verdicts.some((verdict) => verdict.standing === standing);
  const base = { breaches: [], policies };
  if (any('unsettled')) return { ...base, state: 'error', standing: 'unsettled', ...shown };
  if (any('excluded')) return { ...base, state: 'not-applicable', standing: 'excluded', ...shown };
  const counted = verdicts.filter(({ standing }) => standing === 'counted');
  const applicable = total(counted.map((verdict) => verdict.max));
  const all = total(verdicts.map((verdict) => verdict.max));
  if (isZero(applicable) && !isZero(all)) return { ...notApplying(indicator, true, policies), ...shown };
  const sum = total(counted.map((verdict) => verdict.points ?? zero));
  const points = order(applicable, all) === 0 ? sum : divide(multiply(sum, all), applicable);
  const states = verdicts.map(({ state }) => state);
  const state = ['scored', 'missing'].find((one) => states.includes(one)) ?? 'not-applicable';
  return { ...base, state, standing: 'counted', ...shown, ...worth(indicator, points, false) };
}
