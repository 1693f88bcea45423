import { describe, expect, it } from '@jest/globals';
import { describeStep, type CriteriaSetContentInput, type TraceStep } from '@nhip/contracts';
import { Ratio } from '../../shared/index.js';
import { criteriaSet, indicator } from '../../testing/criteria-set.js';
import { compileSet, populationOf, scoreUnit } from './compile-set.js';
import type { Figure, UnitFigures } from './figures.js';

type Rest = Partial<CriteriaSetContentInput['indicators'][number]>;

const given = (text: string): Figure =>
  text === 'missing' || text === 'not-applicable'
    ? { state: text }
    : { state: 'value', value: Ratio.of(text) };

const unit = (groupId: string | null, figure: string, rest: Partial<UnitFigures> = {}): UnitFigures => ({
  unitType: 'ward',
  months: undefined,
  groupId,
  figures: new Map([['n', given(figure)]]),
  ...rest,
});

const one = (rest: Rest) =>
  compileSet(
    criteriaSet([
      indicator('i', { shownAs: 'number', numerator: { plus: ['n'] }, denominator: undefined, ...rest }),
    ]),
  );

/** Points of the indicator for each unit among all of them. */
function points(rest: Rest, units: readonly UnitFigures[]): (string | undefined)[] {
  const set = one(rest);
  const population = populationOf(set, units);
  return units.map((each) => scoreUnit(set, each, population).scores.get('i')?.points?.toString());
}

const minMax = (rest: object = {}) => ({
  rule: { type: 'relative-min-max' as const, whenEqual: '5', ...rest },
});
const rank = (rest: object = {}) => ({ rule: { type: 'relative-rank' as const, whenAlone: '4', ...rest } });
const group = (...figures: string[]) => figures.map((figure) => unit('a', figure));

describe('R12: points between the worst and the best of the peers', () => {
  it.each<[string, Rest, string[], (string | undefined)[]]>([
    ['a straight line', minMax(), ['20', '50', '80'], ['0/1', '5/1', '10/1']],
    ['exact thirds', minMax(), ['0', '1', '3'], ['0/1', '10/3', '10/1']],
    ['from the lowest points', minMax({ lowestPoints: '1' }), ['20', '50', '80'], ['1/1', '11/2', '10/1']],
    ['lower is better', { ...minMax(), direction: 'lower' }, ['20', '50', '80'], ['10/1', '5/1', '0/1']],
    ['all are equal', minMax({ lowestPoints: '1' }), ['7', '7'], ['5/1', '5/1']],
    ['alone', minMax(), ['7'], ['5/1']],
    ['a missing value is nobody’s peer', minMax(), ['missing', '50', '80'], ['0/1', '0/1', '10/1']],
  ])('%s', (_name, rest, figures, expected) => {
    expect(points(rest, group(...figures))).toEqual(expected);
  });

  it('compares within the group, or with everybody', () => {
    const units = [unit('a', '20'), unit('a', '40'), unit('b', '30'), unit('b', '100'), unit(null, '20')];
    expect(points(minMax(), units)).toEqual(['0/1', '10/1', '0/1', '10/1', '5/1']);
    expect(points(minMax({ within: 'administration' }), units)).toEqual(['0/1', '5/2', '5/4', '10/1', '0/1']);
  });
});

describe('R12: points by place among the peers', () => {
  it.each<[string, Rest, string[], (string | undefined)[]]>([
    ['1 to n', rank(), ['9', '1', '5'], ['10/1', '0/1', '5/1']],
    ['1-2-2-4', rank(), ['9', '5', '5', '1'], ['10/1', '20/3', '20/3', '0/1']],
    [
      'lower is better',
      { ...rank(), direction: 'lower' },
      ['9', '1', '5', '1'],
      ['0/1', '10/1', '10/3', '10/1'],
    ],
    ['all are first', rank(), ['3', '3'], ['10/1', '10/1']],
    ['alone', rank(), ['3'], ['4/1']],
    ['what does not apply has no place', rank(), ['9', 'not-applicable', '5'], ['10/1', undefined, '0/1']],
  ])('%s', (_name, rest, figures, expected) => {
    expect(points(rest, group(...figures))).toEqual(expected);
  });
});

describe('relative points of a unit alone', () => {
  it('are not settled while the others are not known', () => {
    const { scores, total } = scoreUnit(one(rank()), unit('a', '3'));
    expect(scores.get('i')).toMatchObject({ state: 'scored', shownValue: '3.00', standing: 'unsettled' });
    expect(scores.get('i')?.points).toBeUndefined();
    expect(total.unranked).toBe('PEERS_UNKNOWN');
  });

  it('can be followed with a calculator', () => {
    const told = (rest: Rest, figure: string) => {
      const set = one(rest);
      const steps: TraceStep[] = [];
      const units = group('20', '80', '40', figure);
      set.indicators.get('i')?.(unit('a', figure), steps, populationOf(set, units));
      const relative = steps.filter(({ code }) => /^RULE_(RELATIVE|RANK)/.test(code));
      return relative.map((step) => describeStep(step, 'vi', () => undefined));
    };
    expect(told(minMax({ lowestPoints: '1' }), '35')).toEqual([
      'So với thấp nhất 20 và cao nhất 80 của 4 đơn vị: 1 + (35 − 20) ÷ (80 − 20) × (10 − 1) = 3,25 điểm',
    ]);
    expect(told({ ...minMax(), direction: 'lower' }, '35')).toEqual([
      'So với thấp nhất 20 và cao nhất 80 của 4 đơn vị, càng thấp càng tốt: 0 + (80 − 35) ÷ (80 − 20) × (10 − 0) = 7,5 điểm',
    ]);
    expect(told(rank(), '50')).toEqual(['Hạng 2 trong 4 đơn vị: 10 × (4 − 2) ÷ (4 − 1) = 6,666666… điểm']);
  });
});

describe('R14: points decided by people', () => {
  const decided = (text: string): Partial<UnitFigures> => ({ appraised: new Map([['i', Ratio.of(text)]]) });
  const scored = (rest: Rest, figure: string, text?: string) =>
    scoreUnit(one(rest), unit('a', figure, text === undefined ? {} : decided(text))).scores.get('i');
  const appraised: Rest = { rule: { type: 'appraised' } };

  it.each<[string, Rest, string, string | undefined, object]>([
    [
      'are the points of an appraised indicator',
      appraised,
      'missing',
      '7.25',
      { shownPoints: '7.25', policies: [] },
    ],
    ['within its maximum', appraised, 'missing', '11', { shownPoints: '10.00' }],
    ['not below zero', appraised, 'missing', '-1', { shownPoints: '0.00' }],
    ['a figure counts where nothing is decided', appraised, '6.5', undefined, { shownPoints: '6.50' }],
    [
      'the policy acts where neither is there',
      appraised,
      'missing',
      undefined,
      { policies: ['missing:zero'] },
    ],
    [
      'stand in place of the computed ones',
      { rule: { type: 'linear', full: '10' } },
      '10',
      '8',
      { shownValue: '10.00', shownPoints: '8.00', policies: ['appraised:points'], standing: 'counted' },
    ],
    [
      'are what a penalty takes, below zero',
      { rule: { type: 'deduction', perEvent: '2', cap: '5', from: 'zero' }, maxPoints: '5' },
      '1',
      '-3.5',
      { shownPoints: '-3.50', policies: ['appraised:points'] },
    ],
    [
      'of a penalty never give anything',
      { rule: { type: 'deduction', perEvent: '2', cap: '5', from: 'zero' }, maxPoints: '5' },
      '1',
      '1',
      { shownPoints: '0.00' },
    ],
    [
      'settle what the figures leave open',
      { denominator: { plus: ['zero'] } },
      '3',
      '2',
      { state: 'scored', standing: 'counted', shownPoints: '2.00', policies: ['appraised:points'] },
    ],
    [
      'are rounded as the indicator declares',
      { ...appraised, pointsRounding: { mode: 'step', step: '0.5', direction: 'down' } },
      'missing',
      '7.3',
      { shownPoints: '7.0' },
    ],
  ])('%s', (_name, rest, figure, text, expected) => {
    expect(scored(rest, figure, text)).toMatchObject(expected);
  });

  it('are told apart from a value that nobody has decided about yet', () => {
    const told = (text?: string): string[] => {
      const steps: TraceStep[] = [];
      const own = unit('a', '6.5', text === undefined ? {} : decided(text));
      one(appraised).indicators.get('i')?.(own, steps);
      return steps.map(({ code }) => code);
    };
    expect(told()).toContain('RULE_NOT_APPRAISED');
    expect(told()).not.toContain('RULE_APPRAISED');
    expect(told('7')).toContain('RULE_APPRAISED');
  });

  it('take away what the chosen level would have taken from others', () => {
    const levels: Rest = {
      rule: {
        type: 'levels',
        levels: [
          { names: { vi: 'A' }, points: '10' },
          { names: { vi: 'B' }, points: '0', zeroes: 'total' },
        ],
      },
    };
    expect(scored(levels, '2')).toMatchObject({ zeroes: 'total', shownPoints: '0.00' });
    expect(scored(levels, '2', '3')?.zeroes).toBeUndefined();
    expect(scored(levels, '3')).toMatchObject({ shownPoints: '0.00' });
    expect(scored(levels, '1.5')).toMatchObject({ shownPoints: '0.00' });
    expect(scored(levels, '0')).toMatchObject({ shownPoints: '0.00' });
  });

  it('do not reach units the indicator does not apply to, nor indicators without points', () => {
    expect(scored({ unitTypes: ['commune'] }, '1', '5')).toMatchObject({ standing: 'reweighted' });
    const watched = scored({ rule: { type: 'threshold-only' }, maxPoints: '0' }, '1', '5');
    expect(watched).toMatchObject({ policies: [] });
    expect(watched?.points).toBeUndefined();
  });

  it('say beside them what was computed', () => {
    const steps: TraceStep[] = [];
    one({ rule: { type: 'linear', full: '10' } }).indicators.get('i')?.(unit('a', '10', decided('8')), steps);
    expect(steps).toContainEqual({ code: 'APPRAISED', params: { decided: '8', computed: '10' } });
  });
});

describe('what does not apply', () => {
  it('gives nothing and stays in the scale where the set says so', () => {
    const { scores, total } = scoreUnit(
      one({ policies: { notApplicable: 'zero' } }),
      unit('a', 'not-applicable'),
    );
    expect(scores.get('i')).toMatchObject({
      state: 'not-applicable',
      shownPoints: '0.00',
      standing: 'counted',
      policies: ['not-applicable:zero'],
    });
    expect(total).toMatchObject({ shownPoints: '0.00' });
  });
});
