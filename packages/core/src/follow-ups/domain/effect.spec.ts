import { describe, expect, it } from '@jest/globals';
import { criteriaSet, indicator } from '../../testing/index.js';
import type { Day, Period } from '../../shared/index.js';
import { changeOf, sideOf, whyIncomparable, type Placed } from './effect.js';

const shown = { direction: 'higher', rounding: { mode: 'half-up', dp: 2 } } as const;
const at = (cycleId: string, side: Placed['side'], value: string | null, comparable = true): Placed => ({
  side,
  comparable,
  point: { cycleId, state: 'scored', numerator: null, denominator: null, value, shownValue: null },
});

describe('the effect of a directive', () => {
  it('is what lies between the last value before and the newest after, exactly', () => {
    const points = [
      at('a', 'before', '70'),
      at('b', 'before', '80'),
      at('c', 'after', '81'),
      at('d', 'after', '250/3'),
    ];
    expect(changeOf(points, shown)).toEqual({
      verdict: 'better',
      from: 'b',
      to: 'd',
      difference: '10/3',
      shownDifference: '3.33',
    });
    expect(changeOf(points, { ...shown, direction: 'lower' }).verdict).toBe('worse');
    expect(changeOf([at('b', 'before', '80'), at('c', 'after', '80')], shown).verdict).toBe('same');
  });

  it('is not told where there is nothing to tell it from', () => {
    expect(changeOf([at('b', 'before', '80')], shown)).toMatchObject({
      verdict: 'not-yet',
      from: 'b',
      to: null,
    });
    expect(changeOf([at('b', 'before', '80'), at('c', 'after', null)], shown).verdict).toBe('not-yet');
    expect(changeOf([at('c', 'after', '80')], shown)).toMatchObject({ verdict: 'no-before', to: 'c' });
    expect(changeOf([at('b', 'before', '80'), at('c', 'after', '90', false)], shown)).toMatchObject({
      verdict: 'incomparable',
      difference: null,
    });
    expect(changeOf([], shown)).toMatchObject({ verdict: 'not-yet', from: null });
  });

  it('compares one definition over like periods, whatever names and points became', () => {
    const quarter = (start: string, end: string, rest: Partial<Period> = {}): Period => ({
      preset: 'calendar',
      kind: 'quarter',
      start: start as Day,
      end: end as Day,
      asOf: end as Day,
      ...rest,
    });
    const [rate] = criteriaSet([indicator('rate')]).indicators;
    if (rate === undefined) throw new Error('no indicator');
    const reference = { period: quarter('2022-07-01', '2022-09-30'), indicator: rate };
    const later = quarter('2022-10-01', '2022-12-31');
    expect(
      whyIncomparable(
        { period: later, indicator: { ...rate, maxPoints: '3', names: { vi: 'Tên mới' } } },
        reference,
      ),
    ).toBeNull();
    expect(
      whyIncomparable(
        { period: later, indicator: { ...rate, denominator: { plus: ['resolved'], minus: [] } } },
        reference,
      ),
    ).toBe('DEFINITION_DIFFERS');
    expect(whyIncomparable({ period: { ...later, kind: 'year' }, indicator: rate }, reference)).toBe(
      'PERIOD_DIFFERS',
    );
    expect(sideOf({ asOf: '2022-10-11' as Day }, '2022-10-11' as Day)).toBe('before');
    expect(sideOf({ asOf: '2022-12-31' as Day }, '2022-10-11' as Day)).toBe('after');
  });
});
