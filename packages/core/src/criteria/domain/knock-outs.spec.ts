import { describe, expect, it } from '@jest/globals';
import type { CriteriaSetContentInput, TraceStep } from '@nhip/contracts';
import { Ratio } from '../../shared/index.js';
import { criteriaSet, indicator } from '../../testing/criteria-set.js';
import { compileSet, scoreUnit } from './compile-set.js';
import type { Figure } from './figures.js';

type Gate = NonNullable<CriteriaSetContentInput['gates']>[number];
const names = { vi: 'n' };
const decided = (code: string, rest: object = {}) =>
  indicator(code, {
    shownAs: 'number',
    numerator: { plus: [code] },
    denominator: undefined,
    rule: { type: 'appraised' },
    ...rest,
  });
const levels = {
  type: 'levels' as const,
  levels: [
    { names, points: '10' },
    { names, points: '0', zeroes: 'criterion' as const },
    { names, points: '4', zeroes: 'total' as const },
  ],
};
const gate = (effect: Gate['effect'], code = 'g'): Gate => ({ code, names, when: '[b] > 0', effect });
const criterion = (code: string, indicators: string[]) => ({ code, names, indicators });
const set = (...gates: Gate[]) =>
  compileSet(
    criteriaSet([decided('a', { rule: levels }), decided('b', { weight: '2' }), decided('c'), decided('d')], {
      fields: [
        { code: 'F', names, criteria: [criterion('F1', ['a', 'b']), criterion('F2', ['c'])] },
        { code: 'G', names, criteria: [criterion('G1', ['d'])] },
      ],
      totals: { maxPoints: '50' },
      gates,
    }),
  );
const told = (compiled: ReturnType<typeof set>, level: string) => {
  const figures = { a: level, b: '6', c: '7', d: '8' };
  const unit = {
    unitType: 'ward',
    months: undefined,
    figures: new Map<string, Figure>(
      Object.entries(figures).map(([code, text]) => [code, { state: 'value', value: Ratio.of(text) }]),
    ),
  };
  const trace: TraceStep[] = [];
  const { points, gates, fields } = compiled.total(scoreUnit(compiled, unit).scores, unit, trace);
  return {
    points: points?.toDecimal(0),
    gates,
    fields: fields.map((field) => field.points.toDecimal(0)),
    steps: trace.map(({ code, params }) => [code, ...Object.values(params)].join(' ')),
  };
};
const zeroed = (effect: Gate['effect']) => {
  const { points, fields, steps } = told(set(gate(effect)), '1');
  return [points, fields.join(' '), ...steps.filter((step) => step.startsWith('GATE'))];
};

describe('what levels and gates take away', () => {
  it('is nothing where none acts: sums by criterion, weighted', () => {
    expect(told(set(), '1')).toEqual({
      points: '37',
      gates: undefined,
      fields: ['29', '8'],
      steps: [
        'WEIGHTED indicator/b 6 2 12',
        'SUM criterion/F1 10 + 12 22',
        'SUM F 22 + 7 29',
        'FIELD F 29 29',
        'FIELD G 8 8',
        'BASE_SUM 29 + 8 37',
        'TOTAL 37 half-up 2 37.00',
      ],
    });
  });

  it('is the criterion of a level, or the total', () => {
    const criterionGone = told(set(), '2');
    expect([criterionGone.points, criterionGone.gates, criterionGone.steps[0]]).toEqual([
      '15',
      ['a'],
      'LEVEL_ZEROED indicator/a criterion/F1',
    ]);
    const totalGone = told(set(), '3');
    expect([totalGone.points, totalGone.gates, totalGone.steps[0]]).toEqual([
      '0',
      ['a'],
      'LEVEL_ZEROED_TOTAL indicator/a',
    ]);
    expect(totalGone.fields).toEqual(['23', '8']);
  });

  it('is what a gate names', () => {
    expect(zeroed({ zero: 'indicator', of: 'b' })).toEqual(['25', '17 8', 'GATE_ZEROES gate/g indicator/b']);
    expect(zeroed({ zero: 'criterion', of: 'F1' })).toEqual(['15', '7 8', 'GATE_ZEROES gate/g criterion/F1']);
    expect(zeroed({ zero: 'field', of: 'F' })).toEqual(['8', '0 8', 'GATE_ZEROES gate/g F']);
    expect(zeroed({ zero: 'total' })).toEqual(['0', '29 8', 'GATE_ZEROES_TOTAL gate/g']);
  });

  it('is nothing by a gate that moves the class, or names a field that is not there', () => {
    expect(zeroed({ down: 1 })).toEqual(['37', '29 8']);
    expect(zeroed({ zero: 'field', of: 'H' })).toEqual(['37', '29 8', 'GATE_ZEROES gate/g H']);
    expect(zeroed({ zero: 'field' })[0]).toBe('37');
  });
});
