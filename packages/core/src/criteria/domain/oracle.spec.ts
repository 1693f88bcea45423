import { describe, expect, it } from '@jest/globals';
import type { CriteriaSetContentInput, Indicator, Policies, Rule } from '@nhip/contracts';
import fc from 'fast-check';
import { Ratio } from '../../shared/index.js';
import { criteriaSet, indicator } from '../../testing/index.js';
import { compileSet, scoreUnit } from './compile-set.js';
import type { Figure } from './figures.js';

/** Cases of each property; `NHIP_CASES` sets another number. */
const numRuns = Number(process.env['NHIP_CASES'] ?? 1000);

// The oracle: written from the definitions alone, on pairs of BigInt that are never reduced, so that it shares
// neither code nor shortcuts with what it judges.
type Q = readonly [bigint, bigint];
const q = (text: string): Q => {
  const [whole = '0', fraction = ''] = text.replace('-', '').split('.');
  const magnitude = BigInt(whole + fraction);
  return [text.startsWith('-') ? -magnitude : magnitude, 10n ** BigInt(fraction.length)];
};
const add = ([a, b]: Q, [c, d]: Q): Q => [a * d + c * b, b * d];
const sub = (x: Q, [c, d]: Q): Q => add(x, [-c, d]);
const mul = ([a, b]: Q, [c, d]: Q): Q => [a * c, b * d];
const div = ([a, b]: Q, [c, d]: Q): Q => (c < 0n ? [-a * d, b * -c] : [a * d, b * c]);
const less = ([a, b]: Q, [c, d]: Q): boolean => a * d < c * b;
const clamp = (x: Q, low: Q, high: Q): Q => (less(x, low) ? low : less(high, x) ? high : x);
const zero: Q = [0n, 1n];

/** Multiples of a step below the value are counted one way or the other, halves away from zero. */
function stepped(x: Q, step: Q, direction: string): Q {
  const [n, d] = div(x, step);
  const sign = n < 0n ? -1n : 1n;
  const size = n * sign;
  const down = size / d;
  const rest = size - down * d;
  const up = direction === 'up' ? rest > 0n : direction === 'down' ? false : 2n * rest >= d;
  return mul([sign * (up ? down + 1n : down), 1n], step);
}
const rounded = (x: Q, how: Indicator['rounding']): Q =>
  how.mode === 'step'
    ? stepped(x, q(how.step), how.direction)
    : stepped(x, [1n, 10n ** BigInt(how.dp)], how.mode === 'truncate' ? 'down' : 'nearest');

function rulePoints(rule: Rule, max: Q, x: Q, how: Indicator['rounding']): Q {
  const meets = (value: Q, comparison: string, limit: Q): boolean =>
    ({
      '<': less(value, limit),
      '<=': !less(limit, value),
      '=': !less(value, limit) && !less(limit, value),
      '>=': !less(value, limit),
      '>': less(limit, value),
    })[comparison] ?? false;
  switch (rule.type) {
    case 'all-or-nothing':
      return meets(x, rule.comparison, q(rule.value)) ? max : zero;
    case 'bands': {
      const value = rule.on === 'rounded' ? rounded(x, how) : x;
      const band = rule.bands.find(
        ({ from, to }) => (from === null || !less(value, q(from))) && (to === null || less(value, q(to))),
      );
      return band ? q(band.points) : zero;
    }
    case 'linear':
      return div(mul(max, x), q(rule.full));
    case 'saturating':
      return div(mul(max, x), q(rule.target));
    case 'floor':
      return less(x, q(rule.floor)) ? zero : div(mul(max, x), q(rule.full));
    case 'lower-is-better':
      return mul(max, div(sub(q(rule.zeroAt), x), sub(q(rule.zeroAt), q(rule.fullAt))));
    case 'deduction': {
      const taken = mul(q(rule.perEvent), x);
      const held = rule.cap !== undefined && less(q(rule.cap), taken) ? q(rule.cap) : taken;
      return sub(rule.from === 'max' ? max : zero, held);
    }
    case 'bonus':
      return mul(q(rule.perEvent), x);
    case 'external':
      return mul(max, div(sub(x, q(rule.lowest)), sub(q(rule.highest), q(rule.lowest))));
    case 'appraised':
      return x;
    case 'threshold-only':
      return zero;
  }
}

type Given =
  { readonly state: 'value'; readonly text: string } | { readonly state: Exclude<Figure['state'], 'value'> };
interface Verdict {
  readonly points: Q | undefined;
  readonly standing: string;
}
const out = (policies: Policies, max: Q): Verdict =>
  policies.notApplicable === 'full-points'
    ? { points: max, standing: 'counted' }
    : { points: undefined, standing: policies.notApplicable === 'reweight' ? 'reweighted' : 'excluded' };

function judge(defined: Indicator, part: Given, whole: Given): Verdict {
  const { policies } = defined;
  const max = q(defined.maxPoints);
  const counted = (points: Q): Verdict => ({ points, standing: 'counted' });
  if (part.state === 'not-applicable' || whole.state === 'not-applicable') return out(policies, max);
  if (part.state === 'missing' || whole.state === 'missing') {
    return policies.missing === 'zero' ? counted(zero) : out(policies, max);
  }
  if (part.state === 'nothing' && whole.state === 'nothing' && policies.nothingOccurred !== 'as-zero') {
    return policies.nothingOccurred === 'full' ? counted(max) : out(policies, max);
  }
  const n = part.state === 'value' ? q(part.text) : zero;
  const d = whole.state === 'value' ? q(whole.text) : zero;
  if (defined.declaredPart && less(d, n)) return { points: undefined, standing: 'unsettled' };
  if (d[0] === 0n) {
    if (policies.zeroDenominator === 'zero') return counted(zero);
    if (policies.zeroDenominator === 'full') return counted(max);
    return policies.zeroDenominator === 'error'
      ? { points: undefined, standing: 'unsettled' }
      : out(policies, max);
  }
  const x = mul(div(n, d), [100n, 1n]);
  const raw = rulePoints(defined.rule, max, x, defined.rounding);
  const lowest: Q =
    defined.rule.type === 'deduction' && defined.rule.from === 'zero' ? [-(10n ** 30n), 1n] : zero;
  const held = clamp(raw, lowest, max);
  return counted(defined.pointsRounding ? clamp(rounded(held, defined.pointsRounding), lowest, max) : held);
}

const hundredths = (n: number): string => `${Math.floor(n / 100)}.${String(n % 100).padStart(2, '0')}`;
const decimal = (max: number) => fc.integer({ min: 0, max: max * 100 }).map(hundredths);
const positive = fc.integer({ min: 1, max: 9999 }).map(hundredths);
/** Few, so that values meet them. */
const percent = fc.constantFrom('0', '50', '80', '90');
const rounding = fc.oneof(
  fc.record({
    mode: fc.constantFrom('half-up' as const, 'truncate' as const),
    dp: fc.integer({ min: 0, max: 4 }),
  }),
  fc.record({
    mode: fc.constant('step' as const),
    step: fc.constantFrom('0.25', '0.5', '0.05', '2'),
    direction: fc.constantFrom('nearest' as const, 'down' as const, 'up' as const),
  }),
);
type RuleInput = CriteriaSetContentInput['indicators'][number]['rule'];
const limits = fc
  .uniqueArray(fc.constantFrom(0, 25, 50, 80, 90, 100), { minLength: 1, maxLength: 5 })
  .map((some) => some.sort((a, b) => a - b));
const rule: fc.Arbitrary<RuleInput> = fc.oneof(
  fc.record({
    type: fc.constant('all-or-nothing' as const),
    comparison: fc.constantFrom('<' as const, '<=' as const, '=' as const, '>=' as const, '>' as const),
    value: percent,
  }),
  fc.tuple(limits, fc.constantFrom('exact' as const, 'rounded' as const)).map(([some, on]) => ({
    type: 'bands' as const,
    on,
    bands: some.map((from, index) => ({
      from: String(from),
      to: some[index + 1] === undefined ? null : String(some[index + 1]),
      points: String(Math.min(index, 1)),
    })),
  })),
  positive.map((full) => ({ type: 'linear' as const, full })),
  positive.map((target) => ({ type: 'saturating' as const, target })),
  fc.tuple(positive, percent).map(([full, floor]) => ({ type: 'floor' as const, full, floor })),
  fc.tuple(fc.nat({ max: 5000 }), fc.integer({ min: 1, max: 9000 })).map(([from, span]) => ({
    type: 'lower-is-better' as const,
    fullAt: hundredths(from),
    zeroAt: hundredths(from + span),
  })),
  fc
    .tuple(
      positive,
      fc.option(positive, { nil: undefined }),
      fc.constantFrom('max' as const, 'zero' as const),
    )
    .map(([perEvent, cap, from]) => ({
      type: 'deduction' as const,
      perEvent,
      from,
      ...(cap !== undefined && { cap }),
    })),
  positive.map((perEvent) => ({ type: 'bonus' as const, perEvent })),
  fc.constant({ type: 'external' as const, lowest: '1', highest: '10' }),
  fc.constant({ type: 'appraised' as const }),
);
const policies = fc.record({
  zeroDenominator: fc.constantFrom(
    'zero' as const,
    'full' as const,
    'not-applicable' as const,
    'error' as const,
  ),
  missing: fc.constantFrom('zero' as const, 'not-applicable' as const),
  notApplicable: fc.constantFrom('full-points' as const, 'reweight' as const, 'exclude-from-rank' as const),
  nothingOccurred: fc.constantFrom('as-zero' as const, 'full' as const, 'not-applicable' as const),
});
const given: fc.Arbitrary<Given> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.integer({ min: 0, max: 60 }).map((n) => ({ state: 'value' as const, text: String(n) })),
  },
  { weight: 2, arbitrary: decimal(100000).map((text) => ({ state: 'value' as const, text })) },
  fc.constantFrom(
    { state: 'nothing' as const },
    { state: 'not-applicable' as const },
    { state: 'missing' as const },
    { state: 'value' as const, text: '0' },
  ),
);
/** Part and whole: any, or such that the value falls on a limit of conditions, bands and floors. */
const figures = fc.oneof(
  fc.tuple(given, given),
  percent.map((text): [Given, Given] => [
    { state: 'value', text },
    { state: 'value', text: '100' },
  ]),
);
const definition = fc.record({
  rule,
  rounding,
  policies,
  declaredPart: fc.boolean(),
  maxPoints: fc.integer({ min: 1, max: 40 }).map((quarters) => String(quarters / 4)),
  weight: fc.constantFrom('1', '2', '0.5'),
  pointsRounding: fc.option(rounding, { nil: undefined }),
});

const figureOf = (one: Given): Figure =>
  one.state === 'value' ? { state: 'value', value: Ratio.of(one.text) } : { state: one.state };
const same = (ratio: Ratio | undefined, expected: Q | undefined): boolean =>
  ratio === undefined || expected === undefined
    ? (ratio as unknown) === expected
    : ratio.numerator * expected[1] === expected[0] * ratio.denominator;

describe('evaluation against an independent oracle', () => {
  const sets = fc
    .array(fc.tuple(definition, figures), {
      minLength: 1,
      maxLength: 6,
    })
    .map((parts) => {
      const content = criteriaSet(
        parts.map(([rest], index) =>
          indicator(`i${index}`, { ...rest, pointsRounding: rest.pointsRounding }),
        ),
        { totals: { maxPoints: '1', highest: '1000000', lowest: '-1000000' } },
      );
      const recorded = new Map(
        parts.flatMap(([, [part, whole]], index): [string, Figure][] => [
          [`i${index}-part`, figureOf(part)],
          [`i${index}-whole`, figureOf(whole)],
        ]),
      );
      return { parts, content, figures: recorded };
    });

  it('property: points, standings and totals are those of the definitions', () => {
    fc.assert(
      fc.property(sets, ({ parts, content, figures }) => {
        const { scores, total } = scoreUnit(compileSet(content), {
          unitType: 'ward',
          months: undefined,
          figures,
        });
        const verdicts = content.indicators.map((defined, index) => {
          const [, [part, whole]] = parts[index] ?? fail();
          const verdict = judge(defined, part, whole);
          const score = scores.get(defined.code);
          expect(score?.standing).toBe(verdict.standing);
          expect(same(score?.points, verdict.points)).toBe(true);
          return { ...verdict, weight: q(defined.weight), max: mul(q(defined.maxPoints), q(defined.weight)) };
        });
        expect(same(total.points, totalOf(verdicts))).toBe(true);
      }),
      { numRuns },
    );
  });

  it('property: the order in which figures come in changes nothing', () => {
    fc.assert(
      fc.property(sets, ({ content, figures }) => {
        const unit = { unitType: 'ward', months: undefined };
        const backwards = new Map([...figures].toReversed());
        const set = compileSet(content);
        expect(scoreUnit(set, { ...unit, figures: backwards })).toEqual(scoreUnit(set, { ...unit, figures }));
      }),
      { numRuns: numRuns / 10 },
    );
  });
});

function totalOf(verdicts: readonly (Verdict & { readonly weight: Q; readonly max: Q })[]): Q | undefined {
  if (verdicts.some(({ standing }) => standing === 'unsettled')) return undefined;
  const sum = (some: readonly Q[]): Q => some.reduce(add, zero);
  const applicable = sum(verdicts.filter(({ standing }) => standing === 'counted').map(({ max }) => max));
  if (applicable[0] === 0n) return undefined;
  const whole = sum(verdicts.filter(({ standing }) => standing !== 'excluded').map(({ max }) => max));
  const points = sum(verdicts.map((verdict) => mul(verdict.points ?? zero, verdict.weight)));
  return clamp(div(mul(points, whole), applicable), q('-1000000'), q('1000000'));
}

function fail(): never {
  throw new Error('one part for each indicator');
}
