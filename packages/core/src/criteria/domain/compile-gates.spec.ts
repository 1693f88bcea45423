import { describe, expect, it } from '@jest/globals';
import type { CriteriaSetContentInput } from '@nhip/contracts';
import { Ratio } from '../../shared/index.js';
import { criteriaSet, indicator } from '../../testing/criteria-set.js';
import { compileSet, scoreUnit } from './compile-set.js';
import type { Figure } from './figures.js';
import type { Trace } from './trace.js';

type Gate = NonNullable<CriteriaSetContentInput['gates']>[number];

const decided = (code: string, rest: object = {}) =>
  indicator(code, {
    shownAs: 'number',
    numerator: { plus: [code] },
    denominator: undefined,
    rule: { type: 'appraised' },
    ...rest,
  });
const gate = (when: string, rest: Partial<Gate> = {}): Gate => ({
  code: 'g',
  names: { vi: 'G' },
  when,
  effect: { zero: 'total' },
  ...rest,
});
/** Indicators a (weight 2) and b in criterion c, d in its sub-criterion s; the field is held to 20. */
const set = (gates: readonly Gate[]) =>
  compileSet(
    criteriaSet([decided('a', { weight: '2' }), decided('b'), decided('d')], {
      fields: [
        {
          code: 'f',
          names: { vi: 'F' },
          cap: '20',
          criteria: [
            {
              code: 'c',
              names: { vi: 'C' },
              indicators: ['a', 'b'],
              subCriteria: [{ code: 's', names: { vi: 'S' }, indicators: ['d'] }],
            },
          ],
        },
      ],
      totals: { maxPoints: '20' },
      gates: [...gates],
    }),
  );
const unit = (figures: Record<string, string>) => ({
  unitType: 'ward',
  months: undefined,
  figures: new Map<string, Figure>(
    Object.entries(figures).map(([code, text]) => [code, { state: 'value', value: Ratio.of(text) }]),
  ),
});
const all = { a: '6', b: '7', d: '5' };
const met = (when: string, figures: Record<string, string> = all): boolean =>
  scoreUnit(set([gate(when)]), unit(figures)).total.gates !== undefined;

describe('what a gate looks at', () => {
  it.each([
    ['points of an indicator, unweighted', 'points([a]) = 6'],
    ['points of a sub-criterion', 'points([s]) = 5'],
    ['points of a criterion: weighted, with those of its sub-criteria', 'points([c]) = 2 * 6 + 7 + 5'],
    ['points of a field, held to its cap', 'points([f]) = 20'],
    ['the value of an indicator', 'value([b]) = 7'],
    ['a figure', '[d] = 5'],
  ])('%s', (_name, when) => {
    expect(met(when)).toBe(true);
    expect(met(when.replace(' = ', ' <> '))).toBe(false);
  });

  it('is the sum below the cap', () => {
    expect(met('points([f]) = 9', { a: '2', b: '4', d: '1' })).toBe(true);
  });

  it('is not decided by what is nowhere: not met', () => {
    for (const subject of ['points([nowhere])', 'value([nowhere])', '[nowhere]']) {
      expect(met(`${subject} = 0`)).toBe(false);
      expect(met(`${subject} <> 0`)).toBe(false);
    }
  });
});

describe('what a gate says', () => {
  const told = (...gates: readonly Gate[]): string[] => {
    const trace: Exclude<Trace, undefined> = [];
    const compiled = set(gates);
    const { scores } = scoreUnit(compiled, unit(all));
    compiled.total(scores, unit(all), trace);
    return trace
      .filter(({ code }) => code.startsWith('GATE'))
      .map(({ code, params }) => `${code} ${params['gate']}`);
  };
  it('is which gates were met, in their order', () => {
    const { total } = scoreUnit(
      set([
        gate('[a] > 5', { code: 'one' }),
        gate('[a] > 6', { code: 'two' }),
        gate('[b] > 5', { code: 'three', effect: { zero: 'indicator', of: 'b' } }),
      ]),
      unit(all),
    );
    expect(total.gates).toEqual(['one', 'three']);
  });

  it('is whether each is met, not met or cannot be decided', () => {
    expect(told()).toEqual([]);
    expect(told(gate('[a] > 5'))).toEqual(['GATE_ZEROES_TOTAL gate/g']);
    expect(told(gate('[a] > 6'), gate('[nowhere] > 6', { code: 'h' }))).toEqual([
      'GATE_NOT_MET gate/g',
      'GATE_UNDECIDED gate/h',
    ]);
  });
});
