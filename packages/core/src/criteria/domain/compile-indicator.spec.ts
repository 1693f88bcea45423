import { describe, expect, it } from '@jest/globals';
import type { CriteriaSetContentInput, TraceStep } from '@nhip/contracts';
import { Ratio } from '../../shared/index.js';
import { criteriaSet, indicator } from '../../testing/criteria-set.js';
import { compileIndicator, type IndicatorScore } from './compile-indicator.js';
import type { Figure, UnitFigures } from './figures.js';

type IndicatorInput = CriteriaSetContentInput['indicators'][number];
/** A decimal, or one of the states without a value: `nothing`, `not-applicable`, `missing`. */
type Given = string;

const figure = (given: Given): Figure =>
  given === 'nothing' || given === 'not-applicable' || given === 'missing'
    ? { state: given }
    : { state: 'value', value: Ratio.of(given) };

const unit = (figures: Record<string, Given>, unitType = 'ward'): UnitFigures => ({
  unitType,
  months: Ratio.of(9),
  figures: new Map(Object.entries(figures).map(([code, given]) => [code, figure(given)])),
});

function score(
  rest: Partial<IndicatorInput>,
  figures: Record<string, Given>,
  unitType?: string,
  trace?: TraceStep[],
): IndicatorScore {
  const [defined] = criteriaSet([indicator('i', rest)]).indicators;
  if (defined === undefined) throw new Error('no indicator');
  return compileIndicator(defined)(unit(figures, unitType), trace);
}

const ratio = (part: Given, whole: Given): Record<string, Given> => ({ 'i-part': part, 'i-whole': whole });
/** An indicator of one count, without a denominator. */
const count = (rest: Partial<IndicatorInput>): Partial<IndicatorInput> => ({
  shownAs: 'number',
  numerator: { plus: ['n'] },
  denominator: undefined,
  ...rest,
});

describe('the value of an indicator', () => {
  it.each([
    ['both modes agree', 'half-up', '8906', '10816', '82.34'],
    ['half-up goes up', 'half-up', '5990', '9363', '63.98'],
    ['truncation cuts', 'truncate', '5990', '9363', '63.97'],
  ] as const)('is rounded for showing as declared: %s', (_name, mode, part, whole, shown) => {
    const result = score({ rounding: { mode, dp: 2 } }, ratio(part, whole));
    expect(result.shownValue).toBe(shown);
    expect(result.value?.toString()).toBe(
      Ratio.of(part).times(Ratio.hundred).dividedBy(Ratio.of(whole)).toString(),
    );
  });

  it('is a count a month where the denominator is the months of the period', () => {
    const posts: Partial<IndicatorInput> = {
      shownAs: 'number',
      numerator: { plus: ['posts'] },
      denominator: { period: 'months' },
    };
    expect(score(posts, { posts: '84' }).value?.toString()).toBe('28/3');
    expect(score(posts, { posts: '84' }).shownValue).toBe('9.33');
  });

  it('adds and takes away, leaves out what does not apply, and counts nothing occurred as zero', () => {
    const late = { numerator: { plus: ['a', 'b'], minus: ['c'] }, denominator: { constant: '100' } };
    expect(score(late, { a: '50', b: '20', c: '7' }).numerator?.toString()).toBe('63/1');
    expect(score(late, { a: '50', b: 'not-applicable', c: 'nothing' }).numerator?.toString()).toBe('50/1');
    expect(score(late, { a: '50', b: 'missing', c: '1' }).state).toBe('missing');
  });
});

describe('thresholds and targets are held against the exact value', () => {
  const watched: Partial<IndicatorInput> = {
    rounding: { mode: 'half-up', dp: 0 },
    target: { comparison: '>=', value: '90' },
    thresholds: [
      { code: 'u90', names: { vi: 'dưới 90 %' }, comparison: '<', value: '90' },
      { code: 'w50', names: { vi: 'phường dưới 50 %' }, comparison: '<', value: '50', unitTypes: ['ward'] },
    ],
  };
  it.each([
    ['just under, shown as 90', '8999', '10000', ['u90'], false, '90'],
    ['exactly at it', '9', '10', [], true, '90'],
    ['under both', '1', '3', ['u90', 'w50'], false, '33'],
  ])('%s', (_name, part, whole, breaches, targetMet, shownValue) => {
    expect(score(watched, ratio(part, whole))).toMatchObject({ breaches, targetMet, shownValue });
  });
  it('a threshold for other types of units does not trip', () => {
    expect(score(watched, ratio('1', '3'), 'division').breaches).toEqual(['u90']);
  });
});

describe('points by rule', () => {
  const bands = {
    type: 'bands' as const,
    bands: [
      { from: '85', to: null, points: '10' },
      { from: '70', to: '85', points: '5' },
      { from: '50', to: '70', points: '2.5' },
    ],
  };
  it.each<[string, Partial<IndicatorInput>, Record<string, Given>, string]>([
    ['R1 met', { rule: { type: 'all-or-nothing', comparison: '>=', value: '100' } }, ratio('5', '5'), '10/1'],
    [
      'R1 failed',
      { rule: { type: 'all-or-nothing', comparison: '>=', value: '100' } },
      ratio('4', '5'),
      '0/1',
    ],
    ['R2 lower limit belongs to the band', { rule: bands }, ratio('85', '100'), '10/1'],
    ['R2 just under it does not', { rule: bands }, ratio('84999', '100000'), '5/1'],
    ['R2 on the rounded value', { rule: { ...bands, on: 'rounded' } }, ratio('84999', '100000'), '10/1'],
    ['R2 outside every band', { rule: bands }, ratio('1', '100'), '0/1'],
    ['R4 linear, exact thirds', { rule: { type: 'linear', full: '100' } }, ratio('1', '3'), '10/3'],
    ['R4 not above the maximum', { rule: { type: 'linear', full: '100' } }, ratio('4', '3'), '10/1'],
    ['R5 saturating under', { rule: { type: 'saturating', target: '80' } }, ratio('6', '10'), '15/2'],
    ['R5 saturating over', { rule: { type: 'saturating', target: '80' } }, ratio('9', '10'), '10/1'],
    ['R6 at the floor', { rule: { type: 'floor', full: '100', floor: '80' } }, ratio('8', '10'), '8/1'],
    ['R6 under the floor', { rule: { type: 'floor', full: '100', floor: '80' } }, ratio('79', '100'), '0/1'],
    [
      'R7 in between',
      { rule: { type: 'lower-is-better', fullAt: '0', zeroAt: '20' } },
      ratio('1', '20'),
      '15/2',
    ],
    [
      'R7 past the end',
      { rule: { type: 'lower-is-better', fullAt: '0', zeroAt: '20' } },
      ratio('1', '2'),
      '0/1',
    ],
    ['R8 from the maximum', count({ rule: { type: 'deduction', perEvent: '0.5' } }), { n: '3' }, '17/2'],
    ['R8 not below zero', count({ rule: { type: 'deduction', perEvent: '0.5' } }), { n: '30' }, '0/1'],
    ['R8 capped', count({ rule: { type: 'deduction', perEvent: '0.5', cap: '4' } }), { n: '30' }, '6/1'],
    [
      'R8 from zero, capped',
      count({ maxPoints: '0', rule: { type: 'deduction', perEvent: '2', cap: '5', from: 'zero' } }),
      { n: '3' },
      '-5/1',
    ],
    [
      'R8 from zero gives nothing where less than nothing happened',
      count({ maxPoints: '5', rule: { type: 'deduction', perEvent: '2', cap: '5', from: 'zero' } }),
      { n: '-3' },
      '0/1',
    ],
    ['R9 bonus', count({ maxPoints: '3', rule: { type: 'bonus', perEvent: '1.25' } }), { n: '2' }, '5/2'],
    [
      'R9 bonus capped',
      count({ maxPoints: '3', rule: { type: 'bonus', perEvent: '1.25' } }),
      { n: '9' },
      '3/1',
    ],
    [
      'R13 external score from its own scale',
      count({ rule: { type: 'external', lowest: '1', highest: '10' } }),
      { n: '7.3' },
      '7/1',
    ],
    ['R14 appraised', count({ rule: { type: 'appraised' } }), { n: '7.25' }, '29/4'],
    [
      'points rounded to quarters',
      { pointsRounding: { mode: 'step', step: '0.25', direction: 'nearest' } },
      ratio('1', '3'),
      '13/4',
    ],
    [
      'rounding up never passes the maximum',
      { maxPoints: '9.9', pointsRounding: { mode: 'step', step: '0.25', direction: 'up' } },
      ratio('1', '1'),
      '99/10',
    ],
  ])('%s', (_name, rest, figures, points) => {
    const result = score(rest, figures);
    expect(result.points?.toString()).toBe(points);
    expect(result).toMatchObject({ state: 'scored', standing: 'counted', policies: [] });
  });

  it('R15 gives none and still trips its threshold', () => {
    const result = score(
      count({
        maxPoints: '0',
        rule: { type: 'threshold-only' },
        thresholds: [{ code: 't', names: { vi: 'dưới 10' }, comparison: '<', value: '10' }],
      }),
      { n: '9.99' },
    );
    expect(result.points).toBeUndefined();
    expect(result.breaches).toEqual(['t']);
  });
});

describe('what is no plain value follows the declared policy, which is named', () => {
  it.each<[string, Partial<IndicatorInput>, Record<string, Given>, object]>([
    ['true zero of something', {}, ratio('0', '7'), { state: 'scored', shownPoints: '0.00', policies: [] }],
    [
      'zero denominator, no points',
      { policies: { zeroDenominator: 'zero' } },
      ratio('0', '0'),
      { state: 'scored', shownPoints: '0.00', standing: 'counted', policies: ['zero-denominator:zero'] },
    ],
    [
      'zero denominator, all points',
      { policies: { zeroDenominator: 'full' } },
      ratio('0', '0'),
      { state: 'scored', shownPoints: '10.00', policies: ['zero-denominator:full'] },
    ],
    [
      'zero denominator, not applicable, converted',
      { policies: { zeroDenominator: 'not-applicable' } },
      ratio('0', '0'),
      {
        state: 'not-applicable',
        standing: 'reweighted',
        policies: ['zero-denominator:not-applicable', 'not-applicable:reweight'],
      },
    ],
    [
      'zero denominator without a policy',
      {},
      ratio('0', '0'),
      { state: 'error', standing: 'unsettled', policies: ['zero-denominator:error'] },
    ],
    [
      'full points of a penalty are that nothing is taken',
      count({
        maxPoints: '5',
        rule: { type: 'deduction', perEvent: '2', cap: '5', from: 'zero' },
        policies: { nothingOccurred: 'full' },
      }),
      { n: 'nothing' },
      { shownPoints: '0.00', policies: ['nothing-occurred:full'] },
    ],
    [
      'nothing occurred counts as zero and meets the zero denominator',
      { policies: { zeroDenominator: 'full' } },
      ratio('nothing', 'nothing'),
      { shownPoints: '10.00', policies: ['nothing-occurred:as-zero', 'zero-denominator:full'] },
    ],
    [
      'nothing occurred and counts as zero: the value tells no true zero from it, the policy does',
      count({}),
      { n: 'nothing' },
      { shownValue: '0.00', shownPoints: '0.00', policies: ['nothing-occurred:as-zero'] },
    ],
    ['a true zero needs no policy', count({}), { n: '0' }, { shownPoints: '0.00', policies: [] }],
    [
      'nothing occurred a month: months are no figures',
      count({ denominator: { period: 'months' }, policies: { nothingOccurred: 'full' } }),
      { n: 'nothing' },
      { shownPoints: '10.00', policies: ['nothing-occurred:full'] },
    ],
    [
      'nothing occurred in what a constant is divided by',
      count({
        numerator: { constant: '5' },
        denominator: { plus: ['n'] },
        policies: { nothingOccurred: 'not-applicable' },
      }),
      { n: 'nothing' },
      { policies: ['nothing-occurred:not-applicable', 'not-applicable:reweight'] },
    ],
    [
      'nothing occurred, all points',
      { policies: { nothingOccurred: 'full' } },
      ratio('nothing', 'nothing'),
      { shownPoints: '10.00', policies: ['nothing-occurred:full'] },
    ],
    [
      'nothing occurred in an indicator without a denominator',
      count({ policies: { nothingOccurred: 'full' } }),
      { n: 'nothing' },
      { shownPoints: '10.00', policies: ['nothing-occurred:full'] },
    ],
    [
      'a missing figure that the formula counts as 0 is no true zero, and the policy tells it',
      count({ numerator: { formula: '[n] + [m]', blanks: 'zero' } }),
      { n: '3' },
      { state: 'scored', shownValue: '3.00', policies: ['missing:as-zero'] },
    ],
    [
      'a formula that misses nothing needs no policy for it',
      count({ numerator: { formula: '[n] + [m]', blanks: 'zero' } }),
      { n: '3', m: '0' },
      { shownValue: '3.00', policies: [] },
    ],
    [
      'a missing whole that the formula counts as 0 meets the zero denominator',
      count({ denominator: { formula: '[m]', blanks: 'zero' }, policies: { zeroDenominator: 'full' } }),
      { n: '3' },
      { shownPoints: '10.00', policies: ['missing:as-zero', 'zero-denominator:full'] },
    ],
    [
      'a missing divisor within a formula too',
      count({ numerator: { formula: '1 + [n] / [m]', blanks: 'zero' } }),
      { n: '3' },
      { state: 'error', policies: ['missing:as-zero', 'zero-denominator:error'] },
    ],
    [
      'nothing occurred on both sides of a division within a formula',
      count({ numerator: { formula: '[n] / [m]' }, policies: { nothingOccurred: 'full' } }),
      { n: 'nothing', m: 'nothing' },
      { shownPoints: '10.00', policies: ['nothing-occurred:full'] },
    ],
    [
      'nothing occurred in the divisor alone is a division by zero',
      count({
        numerator: { formula: 'if([n] > 0, [n] / [m], 1)' },
        policies: { nothingOccurred: 'full', zeroDenominator: 'zero' },
      }),
      { n: '2', m: 'nothing' },
      { shownPoints: '0.00', policies: ['zero-denominator:zero'] },
    ],
    [
      'nothing occurred above only is a plain zero',
      { policies: { nothingOccurred: 'full' } },
      ratio('nothing', '4'),
      { shownPoints: '0.00', policies: [] },
    ],
    [
      'missing, no points',
      {},
      ratio('missing', '4'),
      { state: 'missing', shownPoints: '0.00', policies: ['missing:zero'] },
    ],
    [
      'missing, out of the ranking',
      { policies: { missing: 'not-applicable', notApplicable: 'exclude-from-rank' } },
      ratio('3', 'missing'),
      {
        state: 'missing',
        standing: 'excluded',
        policies: ['missing:not-applicable', 'not-applicable:exclude-from-rank'],
      },
    ],
    [
      'not applicable, all points',
      { policies: { notApplicable: 'full-points' } },
      ratio('not-applicable', '4'),
      { state: 'not-applicable', shownPoints: '10.00', policies: ['not-applicable:full-points'] },
    ],
    [
      'a part over its whole',
      { declaredPart: true },
      ratio('5', '4'),
      { state: 'error', standing: 'unsettled', policies: [] },
    ],
    ['a negative whole', {}, ratio('5', '-4'), { state: 'error', standing: 'unsettled' }],
  ])('%s', (_name, rest, figures, expected) => {
    expect(score(rest, figures)).toMatchObject(expected);
  });

  it('an indicator of other types of units does not apply', () => {
    expect(score({ unitTypes: ['division'] }, ratio('1', '2'), 'ward')).toMatchObject({
      state: 'not-applicable',
      standing: 'reweighted',
    });
  });

  it('a period that is not made of months has no average a month', () => {
    const [posts] = criteriaSet([indicator('i', { denominator: { period: 'months' } })]).indicators;
    if (posts === undefined) throw new Error('no indicator');
    const bare = { unitType: 'ward', months: undefined, figures: new Map([['i-part', figure('5')]]) };
    expect(compileIndicator(posts)(bare).state).toBe('missing');
  });
});

it('constants alone are no figures that nothing occurred in', () => {
  const [defined] = criteriaSet([
    indicator('i', count({ policies: { nothingOccurred: 'full' } })),
  ]).indicators;
  if (defined === undefined) throw new Error('no indicator');
  const constant = compileIndicator({
    ...defined,
    numerator: { constant: '4.5' },
    denominator: { period: 'months' },
  });
  expect(constant(unit({}))).toMatchObject({ shownValue: '0.50', policies: [] });
});

describe('the trace', () => {
  it('leads from the figures to the points', () => {
    const steps: TraceStep[] = [];
    score({ rule: { type: 'saturating', target: '90' } }, ratio('8906', '10816'), 'ward', steps);
    expect(steps.map(({ code }) => code)).toEqual([
      'FIGURE',
      'NUMERATOR',
      'FIGURE',
      'DENOMINATOR',
      'VALUE_PERCENT',
      'SHOWN_HALF_UP',
      'RULE_LINEAR',
      'POINTS_SHOWN',
      'POINTS',
    ]);
    expect(steps[4]?.params).toEqual({ numerator: '8906', denominator: '10816', value: '82.340976…' });
  });

  it('names the policy that acted', () => {
    const steps: TraceStep[] = [];
    score({ policies: { zeroDenominator: 'full' } }, ratio('0', '0'), 'ward', steps);
    expect(steps.slice(-2)).toEqual([
      { code: 'POLICY', params: { policy: 'zero-denominator:full' } },
      { code: 'POINTS', params: { shown: '10.00', max: '10' } },
    ]);
  });

  it.each([
    ['missing', { missing: 'zero' }, ratio('missing', '4'), '0.00'],
    ['not applicable', { notApplicable: 'full-points' }, ratio('not-applicable', '4'), '10.00'],
    ['not applicable, none', { notApplicable: 'zero' }, ratio('not-applicable', '4'), '0.00'],
    ['nothing occurred', { nothingOccurred: 'full' }, ratio('nothing', 'nothing'), '10.00'],
    ['nothing to divide by', { zeroDenominator: 'zero' }, ratio('3', '0'), '0.00'],
  ] as const)('ends with the points a policy gives: %s', (_name, policies, figures, shown) => {
    const steps: TraceStep[] = [];
    score({ policies }, figures, 'ward', steps);
    expect(steps.at(-1)).toEqual({ code: 'POINTS', params: { shown, max: '10' } });
  });

  it('says what a policy leaves of a penalty, and no points where nothing is scored', () => {
    const penalty: TraceStep[] = [];
    const rule = { type: 'deduction', perEvent: '2', cap: '5', from: 'zero' } as const;
    score(count({ maxPoints: '5', rule }), { n: 'missing' }, 'ward', penalty);
    expect(penalty.at(-1)).toEqual({ code: 'POINTS_TAKEN', params: { shown: '0.00' } });
    const watched: TraceStep[] = [];
    const policies = { zeroDenominator: 'zero' } as const;
    score({ rule: { type: 'threshold-only' }, maxPoints: '0', policies }, ratio('3', '0'), 'ward', watched);
    expect(watched.at(-1)).toMatchObject({ code: 'POLICY' });
  });

  it('changes nothing about the score', () => {
    const figures = ratio('1', '3');
    expect(score({}, figures, 'ward', [])).toEqual(score({}, figures));
  });
});
