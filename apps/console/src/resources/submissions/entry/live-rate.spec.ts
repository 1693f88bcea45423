import { describe, expect, it } from '@jest/globals';
import { criteriaSetContent, type CriteriaSetContentInput, type Indicator } from '@nhip/contracts';
import { exact } from '../../../shared/figure-grid/exact.js';
import { liveRate, monthsOf, periodFigure, type LiveFigure } from './live-rate.js';

const { indicators } = criteriaSetContent.shape;
const indicator = (rest: Partial<CriteriaSetContentInput['indicators'][number]>): Indicator => {
  const [one] = indicators.parse([
    {
      code: 'e-rate',
      names: { vi: 'Tỷ lệ xử lý điện tử' },
      measure: { vi: '%' },
      shownAs: 'percent',
      numerator: { plus: ['part'] },
      denominator: { plus: ['whole'] },
      rounding: { mode: 'half-up', dp: 2 },
      thresholds: [{ code: 'under-90', names: { vi: 'Dưới 90 %' }, comparison: '<', value: '90' }],
      rule: { type: 'threshold-only' },
      ...rest,
    },
  ]);
  if (!one) throw new Error('no indicator');
  return one;
};
const value = (text: string): LiveFigure => ({ state: 'value', value: exact(text) });
const figures = (of: Record<string, string>) =>
  new Map(
    Object.entries(of).map(([code, text]): [string, LiveFigure] => [
      code,
      text === 'nothing' || text === 'missing' || text === 'not-applicable' ? { state: text } : value(text),
    ]),
  );

const calculated: ReadonlySet<string> = new Set(['open']);

describe('the live rate', () => {
  it('is exact and says which threshold it trips', () => {
    const rate = liveRate(indicator({}), figures({ part: '8906', whole: '10816' }), {
      unitType: 'ward',
      months: 9,
      calculated,
    });
    expect(rate).toMatchObject({ state: 'value', shown: '82.34', numerator: '8906', denominator: '10816' });
    expect(rate).toMatchObject({ breaches: [{ code: 'under-90' }] });
  });

  it('leaves formulas to the server', () => {
    const form = { unitType: 'ward', months: 9, calculated };
    const told = { state: 'told', shown: null };
    const byFormula = indicator({ numerator: { formula: '[part] * 2' } });
    expect(liveRate(byFormula, figures({ part: '1', whole: '2' }), form)).toEqual(told);
    const ofCalculated = indicator({ numerator: { plus: ['part', 'open'] } });
    expect(liveRate(ofCalculated, figures({ part: '1', whole: '2' }), form)).toEqual(told);
  });

  it('trips only what is set for units of its type, as scoring does', () => {
    const own = { code: 'under-90', names: { vi: 'Dưới 90 %' }, comparison: '<' as const, value: '90' };
    const forWards = indicator({ thresholds: [{ ...own, unitTypes: ['ward'] }] });
    const half = figures({ part: '1', whole: '2' });
    expect(liveRate(forWards, half, { unitType: 'ward', months: 9, calculated })).toMatchObject({
      breaches: [own],
    });
    expect(liveRate(forWards, half, { unitType: 'department', months: 9, calculated })).toMatchObject({
      breaches: [],
    });
    const others = indicator({ unitTypes: ['department'] });
    expect(liveRate(others, half, { unitType: 'ward', months: 9, calculated }).state).toBe('not-applicable');
  });

  it('holds thresholds against the exact value, not the rounded one', () => {
    const rate = liveRate(indicator({}), figures({ part: '89999', whole: '100000' }), {
      unitType: 'ward',
      months: 9,
      calculated,
    });
    expect(rate).toMatchObject({ shown: '90.00', breaches: [{ code: 'under-90' }] });
  });

  it.each([
    [{ part: '5' }, {}, 'missing'],
    [{ part: '5', whole: 'not-applicable' }, {}, 'not-applicable'],
    [{ part: 'nothing', whole: 'nothing' }, {}, 'zero-denominator'],
    [{ part: 'nothing', whole: 'nothing' }, { policies: { nothingOccurred: 'full' as const } }, 'nothing'],
    [
      { part: 'nothing' },
      { denominator: { period: 'months' as const }, policies: { nothingOccurred: 'full' as const } },
      'nothing',
    ],
    [{ part: 'nothing' }, { denominator: { period: 'months' as const } }, 'value'],
    [{ part: '5', whole: '0' }, {}, 'zero-denominator'],
    [{ part: '6', whole: '5' }, { declaredPart: true }, 'part-over-whole'],
    [{ part: '6', whole: '5' }, {}, 'value'],
  ])('%j with %j is %s', (of, rest, state) => {
    expect(liveRate(indicator(rest), figures(of), { unitType: 'ward', months: 3, calculated }).state).toBe(
      state,
    );
  });

  it('counts a month by the months of the period', () => {
    const posts = indicator({ shownAs: 'number', denominator: { period: 'months' } });
    expect(
      liveRate(posts, figures({ part: '95' }), {
        unitType: 'ward',
        months: monthsOf('2022-01-01', '2022-09-30'),
        calculated,
      }),
    ).toMatchObject({
      shown: '10.56',
    });
    expect(
      liveRate(posts, figures({ part: '95' }), { unitType: 'ward', months: undefined, calculated }).state,
    ).toBe('missing');
  });

  it('has a target met or not, only where the target is a number', () => {
    const met = indicator({ target: { comparison: '>=', value: '80' } });
    expect(
      liveRate(met, figures({ part: '4', whole: '5' }), { unitType: 'ward', months: 3, calculated }),
    ).toMatchObject({
      targetMet: true,
    });
    const vague = indicator({ target: { unquantified: { vi: 'nâng cao' } } });
    expect(
      liveRate(vague, figures({ part: '4', whole: '5' }), { unitType: 'ward', months: 3, calculated }),
    ).toMatchObject({ targetMet: undefined });
  });
});

describe('a monthly element', () => {
  it('is the sum of its months, and missing while one of them is', () => {
    expect(periodFigure([value('10'), value('12'), { state: 'nothing' }])).toMatchObject({
      state: 'value',
      value: { over: 22n },
    });
    expect(periodFigure([value('10'), undefined])).toEqual({ state: 'missing' });
    expect(periodFigure([{ state: 'nothing' }, { state: 'not-applicable' }])).toEqual({ state: 'nothing' });
  });

  it('knows periods that are made of months', () => {
    expect(monthsOf('2021-12-15', '2022-09-14')).toBe(9);
    expect(monthsOf('2022-01-01', '2022-09-20')).toBeUndefined();
  });
});
