import { describe, expect, it } from '@jest/globals';
import type { CriteriaSetContentInput } from '@nhip/contracts';
import { Ratio } from '../../shared/index.js';
import { criteriaSet, indicator } from '../../testing/criteria-set.js';
import { compileSet, scoreUnit } from './compile-set.js';
import type { Figure, UnitFigures } from './figures.js';
import { lint } from './lint.js';

type IndicatorInput = CriteriaSetContentInput['indicators'][number];

const unit = (given: Readonly<Record<string, string>>): UnitFigures => ({
  unitType: 'department',
  months: undefined,
  figures: new Map(
    Object.entries(given).map(([code, text]): [string, Figure] => [
      code,
      text === 'not-applicable' ? { state: text } : { state: 'value', value: Ratio.of(text) },
    ]),
  ),
});
const counted: Partial<IndicatorInput> = {
  shownAs: 'number',
  measure: { vi: 'lần' },
  numerator: { plus: ['i'] },
  denominator: undefined,
};
/** Points that people decided, as they stand in a score table. */
const decided = (code: string, maxPoints: string) =>
  indicator(code, { ...counted, numerator: { plus: [code] }, rule: { type: 'appraised' }, maxPoints });

describe('rules with the numbers of where they were seen', () => {
  /** Shown points of one indicator by what is counted; the linter has nothing to say about the rule. */
  const pointsBy = (rest: Partial<IndicatorInput>, figures: readonly Readonly<Record<string, string>>[]) => {
    const set = criteriaSet([indicator('i', rest)]);
    expect(lint(set)).toEqual([]);
    return figures.map((given) => scoreUnit(compileSet(set), unit(given)).scores.get('i')?.shownPoints);
  };
  const counts = (...values: string[]) => values.map((i) => ({ i }));
  const shares = (...values: string[]) => values.map((part) => ({ 'i-part': part, 'i-whole': '100' }));

  it('R3: bands of a count, none, up to two, more', () => {
    const bands = [
      { from: null, to: '1', points: '10' },
      { from: '1', to: '3', points: '5' },
      { from: '3', to: null, points: '0' },
    ];
    const rule = { type: 'bands' as const, bands };
    expect(pointsBy({ ...counted, direction: 'lower', rule }, counts('0', '1', '2', '3', '40'))).toEqual([
      '10.00',
      '5.00',
      '5.00',
      '0.00',
      '0.00',
    ]);
  });

  it('R7: lower is better, 1 − x of the maximum, or tiers turned round', () => {
    const straight = { type: 'lower-is-better' as const, fullAt: '0', zeroAt: '100' };
    expect(pointsBy({ direction: 'lower', rule: straight }, shares('0', '2.5', '40', '100'))).toEqual([
      '10.00',
      '9.75',
      '6.00',
      '0.00',
    ]);
    const tiers = [
      { from: '0', to: '5', points: '10' },
      { from: '5', to: '20', points: '4' },
      { from: '20', to: '100.01', points: '0' },
    ];
    const turned = {
      direction: 'lower' as const,
      declaredPart: true,
      rule: { type: 'bands' as const, bands: tiers },
    };
    expect(pointsBy(turned, shares('4.99', '5', '20', '100'))).toEqual(['10.00', '4.00', '0.00', '0.00']);
  });

  it('R8: late papers take half a point each from a maximum of 4, and never more than that', () => {
    const late = { ...counted, direction: 'lower' as const, maxPoints: '4' };
    const fromMax = { type: 'deduction' as const, perEvent: '0.5' };
    expect(pointsBy({ ...late, rule: fromMax }, counts('0', '2', '8', '9'))).toEqual([
      '4.00',
      '3.00',
      '0.00',
      '0.00',
    ]);
  });
});

describe('figures with the rounding of where they were printed', () => {
  it('Nam Định: 62,62 of 70 points were printed as 89,45 %, cut off; half up it is 89,46', () => {
    const shown = (mode: 'truncate' | 'half-up') => {
      const set = criteriaSet([indicator('i', { rounding: { mode, dp: 2 } })]);
      const figures = { 'i-part': '62.62', 'i-whole': '70' };
      return scoreUnit(compileSet(set), unit(figures)).scores.get('i')?.shownValue;
    };
    expect([shown('truncate'), shown('half-up')]).toEqual(['89.45', '89.46']);
  });
});

describe('what does not apply', () => {
  const set = (notApplicable: 'reweight' | 'full-points' | 'zero' | 'exclude-from-rank') =>
    criteriaSet(
      [decided('tthc', '20'), decided('tthc-online', '7'), decided('rest', '73')].map((one) => ({
        ...one,
        policies: { notApplicable },
      })),
    );
  const without = { tthc: 'not-applicable', 'tthc-online': 'not-applicable', rest: '65.7' };

  it.each([
    ['reweight', '90.00', undefined],
    ['full-points', '92.70', undefined],
    ['zero', '65.70', undefined],
    ['exclude-from-rank', '65.70', 'EXCLUDED'],
  ] as const)(
    'Hà Nam: a unit without procedures loses 20 + 7 points of criteria; with “%s” 65,7 of 73 are %s',
    (policy, points, unranked) => {
      const { total } = scoreUnit(compileSet(set(policy)), unit(without));
      expect([total.shownPoints, total.unranked]).toEqual([points, unranked]);
    },
  );
});
