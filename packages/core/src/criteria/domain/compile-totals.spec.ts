import { describe, expect, it } from '@jest/globals';
import type { CriteriaSetContent, CriteriaSetContentInput, TraceStep } from '@nhip/contracts';
import { Ratio } from '../../shared/index.js';
import { criteriaSet, indicator } from '../../testing/criteria-set.js';
import { compileSet, scoreUnit } from './compile-set.js';
import type { Figure } from './figures.js';

const bands = (limits: readonly [string, string | null, string | null][]) => ({
  bands: limits.map(([code, from, to]) => ({ code, names: { vi: code }, from, to })),
});
const classes = bands([
  ['tot', '90', null],
  ['kha', '50', '90'],
  ['yeu', null, '50'],
]);

const appraised = (code: string, maxPoints: string, rest: object = {}) =>
  indicator(code, {
    shownAs: 'number',
    numerator: { plus: [code] },
    denominator: undefined,
    rule: { type: 'appraised' },
    maxPoints,
    ...rest,
  });

const field = (code: string, indicators: string[], rest: object = {}) => ({
  code,
  names: { vi: code },
  criteria: [{ code: `${code}.1`, names: { vi: code }, indicators }],
  ...rest,
});

const given = (state: string): Figure =>
  state === 'not-applicable' ? { state } : { state: 'value', value: Ratio.of(state) };

const totalOf = (set: CriteriaSetContent, figures: Record<string, string>) =>
  scoreUnit(compileSet(set), {
    unitType: 'ward',
    months: undefined,
    figures: new Map(Object.entries(figures).map(([code, state]) => [code, given(state)])),
  }).total;

const twoFields: Partial<CriteriaSetContentInput> = {
  fields: [field('A', ['a']), field('B', ['b'])],
  totals: { maxPoints: '100' },
  classification: classes,
};

describe('the total over the tree', () => {
  const set = criteriaSet([appraised('a', '60'), appraised('b', '40')], twoFields);

  it('is the sum of the fields, with its class', () => {
    expect(totalOf(set, { a: '50', b: '39.5' })).toMatchObject({ shownPoints: '89.50', classCode: 'kha' });
  });

  it('tells what it is made of, and that it is held or converted only where it is', () => {
    const told = (content: CriteriaSetContent, figures: Record<string, string>) => {
      const compiled = compileSet(content);
      const unit = {
        unitType: 'ward',
        months: undefined,
        figures: new Map(Object.entries(figures).map(([code, state]) => [code, given(state)])),
      };
      const trace: TraceStep[] = [];
      compiled.total(scoreUnit(compiled, unit).scores, unit, trace);
      return trace.map(({ code, params }) => [code, ...Object.values(params)].join(' '));
    };
    expect(told(set, { a: '50', b: '39.5' })).toEqual([
      'FIELD A 50 50',
      'FIELD B 39.5 39.5',
      'BASE_SUM 50 + 39.5 89.5',
      'TOTAL 89.5 half-up 2 89.50',
      'CLASS 89.5 class/kha',
    ]);
    const held = { ...set, totals: { ...set.totals, highest: '80' } };
    expect(told(held, { a: '50', b: '39.5' })).toContain('TOTAL_HELD 0 80');
    expect(told(held, { a: '40', b: '40' })).not.toContain('TOTAL_HELD 0 80');
  });

  it.each([
    ['89.995', '90.00', 'tot'],
    ['89.994', '89.99', 'kha'],
    ['90', '90.00', 'tot'],
    ['49.99', '49.99', 'yeu'],
  ])(
    '%s is classed on the declared rounded total, lower limits included',
    (points, shownPoints, classCode) => {
      const a = Ratio.min(Ratio.of('60'), Ratio.of(points));
      const b = Ratio.of(points).minus(a);
      expect(totalOf(set, { a: a.toString(), b: b.toString() })).toMatchObject({ shownPoints, classCode });
    },
  );

  it('is classed on the exact total where the set says so', () => {
    const exact = criteriaSet([appraised('a', '100')], {
      totals: { maxPoints: '100' },
      classification: { ...classes, on: 'exact' },
    });
    expect(totalOf(exact, { a: '89.995' })).toMatchObject({ shownPoints: '90.00', classCode: 'kha' });
  });

  it('is never shown above the highest or below the lowest, and classed as it is shown', () => {
    const bands = [
      { code: 'over', names: { vi: 'Trên' }, from: '99.9', to: null },
      { code: 'in', names: { vi: 'Trong' }, from: '0.3', to: '99.9' },
      { code: 'under', names: { vi: 'Dưới' }, from: null, to: '0.3' },
    ];
    const held = criteriaSet([appraised('a', '100')], {
      totals: { maxPoints: '100', highest: '99.8', lowest: '0.4', rounding: { mode: 'half-up', dp: 0 } },
      classification: { bands },
    });
    expect(totalOf(held, { a: '100' })).toMatchObject({ shownPoints: '99.8', classCode: 'in' });
    expect(totalOf(held, { a: '99.4' })).toMatchObject({ shownPoints: '99', classCode: 'in' });
    expect(totalOf(held, { a: '0' })).toMatchObject({ shownPoints: '0.4', classCode: 'in' });
    const bonus = criteriaSet([appraised('a', '10'), appraised('plus', '2')], {
      fields: [field('A', ['a']), { ...field('B', ['plus']), kind: 'bonus', cap: '0.125' }],
      totals: { maxPoints: '10' },
    });
    expect(totalOf(bonus, { a: '10', plus: '2' }).shownPoints).toBe('10.125');
  });

  it('converts to the full scale what does not apply', () => {
    const total = totalOf(set, { a: '45', b: 'not-applicable' });
    expect(total.points?.toString()).toBe('75/1');
    expect(total.unranked).toBeUndefined();
  });

  it('does not convert what is out of the ranking, and says that the unit is unranked', () => {
    const excluding = criteriaSet(
      [appraised('a', '60'), appraised('b', '40', { policies: { notApplicable: 'exclude-from-rank' } })],
      twoFields,
    );
    const total = totalOf(excluding, { a: '45', b: 'not-applicable' });
    expect(total).toMatchObject({ shownPoints: '45.00', unranked: 'EXCLUDED' });
  });

  it('cannot be given while a figure contradicts itself or nothing applies', () => {
    const faulty = criteriaSet([indicator('i', { maxPoints: '100' })]);
    expect(totalOf(faulty, { 'i-part': '1', 'i-whole': '0' })).toMatchObject({ unranked: 'UNSETTLED' });
    expect(totalOf(faulty, { 'i-part': '1', 'i-whole': '0' }).points).toBeUndefined();
    expect(totalOf(set, { a: 'not-applicable', b: 'not-applicable' }).unranked).toBe('NOTHING_APPLIES');
  });

  it('is none for a set that gives no points', () => {
    const watched = criteriaSet([appraised('a', '0', { rule: { type: 'threshold-only' } })]);
    expect(totalOf(watched, { a: '5' })).toEqual({ fields: [], unranked: 'NO_POINTS' });
  });

  it('weights count', () => {
    const weighted = criteriaSet([appraised('a', '30', { weight: '2' }), appraised('b', '40')], twoFields);
    expect(totalOf(weighted, { a: '10', b: '5' }).shownPoints).toBe('25.00');
  });
});

describe('bonus and deduction', () => {
  const set = criteriaSet(
    [
      appraised('a', '100'),
      appraised('plus', '13', { rule: { type: 'bonus', perEvent: '1' } }),
      appraised('minus', '0', { rule: { type: 'deduction', perEvent: '3', from: 'zero' } }),
    ],
    {
      fields: [
        field('A', ['a']),
        field('VIII', ['plus'], { kind: 'bonus', cap: '10' }),
        field('IX', ['minus'], { kind: 'deduction', cap: '20' }),
      ],
      totals: { maxPoints: '100' },
    },
  );
  it.each([
    ['plain', '80', '0', '0', '80.00'],
    ['bonus held to its cap', '80', '13', '0', '90.00'],
    ['above the maximum by the cap at most', '100', '13', '0', '110.00'],
    ['deduction', '80', '2', '4', '70.00'],
    ['deduction held to its cap', '80', '0', '9', '60.00'],
    ['not below the lowest', '5', '0', '9', '0.00'],
  ])('%s', (_name, a, plus, minus, shownPoints) => {
    expect(totalOf(set, { a, plus, minus }).shownPoints).toBe(shownPoints);
  });
});
