import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { describeStep, type TraceStep } from '@nhip/contracts';
import { Ratio } from '../../shared/index.js';
import { formulaOracle, type OracleFigure, type OracleWorld } from '../../testing/formula-oracle.js';
import { elementCodes, formulaTrees } from '../../testing/formula-trees.js';
import { missingFigure, type Figure, type UnitFigures } from '../domain/figures.js';
import { compileFormula } from './compile-formula.js';
import { parseFormula } from './parse-formula.js';
import { printFormula } from './print-formula.js';
import { Seen } from './reading.js';
import type { FormulaNode } from './syntax.js';

const shapeOf = (tree: FormulaNode): unknown =>
  JSON.parse(JSON.stringify(tree, (key, value: unknown) => (key === 'at' ? undefined : value)));
const figure = (given: string): Figure =>
  given === 'nothing' || given === 'missing' || given === 'not-applicable'
    ? { state: given }
    : { state: 'value', value: Ratio.of(given) };
const unit = (figures: Record<string, string>, rest: Partial<UnitFigures> = {}): UnitFigures => ({
  unitType: 'ward',
  months: Ratio.of(9),
  figures: new Map(Object.entries(figures).map(([code, given]) => [code, figure(given)])),
  ...rest,
});
const says = (formula: string, figures: Record<string, string>, rest: Partial<UnitFigures> = {}): string => {
  const reading = compileFormula(formula, 'missing')(unit(figures, rest));
  return reading.state === 'value'
    ? `${reading.value.toString()}${reading.seen === Seen.Nothing ? ' nothing' : ''}`
    : reading.state;
};

describe('what a formula says', () => {
  it.each([
    ['2 * [a] / 0.8', { a: '120' }, '300/1'],
    ['min(2, 2 * [a] / 0.8) + 4 * [b] + min(6; 6 × [c] ÷ 50%)', { a: '0.9', b: '0.5', c: '0.25' }, '7/1'],
    ['1 / 3 + 1 / 3 + 1 / 3', {}, '1/1'],
    ['-[a] - -2', { a: '3' }, '-1/1'],
    ['2 - 3 - 4', {}, '-5/1'],
    ['8 / 2 / 2 * 3', {}, '6/1'],
    ['if([a] ≥ 5 and not [b] = 0, 10, 0)', { a: '5', b: '1' }, '10/1'],
    ['IF([a] <> 5, 1, 0) OR [b] > 3', { a: '5', b: '4' }, '1/1'],
    ['round(2.345, 2)', {}, '47/20'],
    ['round(-2.5)', {}, '-3/1'],
    ['floor(-2.5) + ceil(2.1)', {}, '0/1'],
    ['abs([a] - 10)', { a: '3' }, '7/1'],
    ['[a] / months()', { a: '45' }, '5/1'],
    ['max([a], [b], 3)', { a: '1', b: '2' }, '3/1'],
  ])('%s', (formula, figures, expected) => {
    expect(says(formula, figures)).toBe(expected);
  });

  it.each([
    ['a sum leaves out what does not apply', '[a] + [b]', { a: 'not-applicable', b: '2' }, '2/1'],
    ['all of it: not applicable', 'sum([a], [a])', { a: 'not-applicable' }, 'not-applicable'],
    ['one missing leaves a sum missing', '[a] + [b]', { a: 'missing', b: '2' }, 'missing'],
    ['a product is not applicable', '[a] * [b]', { a: 'not-applicable', b: 'missing' }, 'not-applicable'],
    ['nothing occurred counts as 0', '[a] + [b]', { a: 'nothing', b: '2' }, '2/1'],
    ['nothing at all', '2 * [a] + 1', { a: 'nothing' }, '1/1 nothing'],
    ['a division by zero', '[a] / [b]', { a: '1', b: '0' }, 'zero-denominator'],
    ['by nothing', '[a] / [b]', { a: '1', b: 'nothing' }, 'zero-denominator'],
    ['guarded', 'if([b] = 0, 1, [a] / [b])', { a: '1', b: '0' }, '1/1'],
    ['the first with a value', 'coalesce([a], [b] / 0.0, [c])', { a: 'missing', b: '1', c: '7' }, '7/1'],
    [
      'none has a value, one is missing',
      'coalesce([a], [b], 1 / [c])',
      { b: 'not-applicable', c: '0' },
      'missing',
    ],
    ['none has a value', 'coalesce([a], 1 / [c])', { a: 'not-applicable', c: '0' }, 'zero-denominator'],
    ['decided whatever is missing', '[a] > 1 and [b] > 1', { a: 'missing', b: '1' }, '0/1'],
    ['undecided', '[a] > 1 or [b] > 1', { a: 'missing', b: '1' }, 'missing'],
  ])('%s: %s', (_name, formula, figures, expected) => {
    expect(says(formula, figures)).toBe(expected);
  });

  it('counts blanks as 0 where that is declared, except in what coalesce looks for', () => {
    const read = (formula: string) => compileFormula(formula, 'zero')(unit({ b: '2' }));
    expect(read('[a] + [b]')).toMatchObject({
      state: 'value',
      value: Ratio.of(2),
      seen: Seen.Something | Seen.Blank,
    });
    expect(read('coalesce([a], [b])')).toMatchObject({ value: Ratio.of(2) });
    expect(read('coalesce([b] / [a], [a])')).toMatchObject({ value: Ratio.zero });
  });

  it('without the figures of elsewhere, what asks for them is missing', () => {
    for (const formula of ['previous([a])', 'ytd([a])', 'share([a])', 'count()', 'offset([a], -2)'])
      expect(says(formula, { a: '1' })).toBe('missing');
    expect(says('[a] / months()', { a: '1' }, { months: undefined })).toBe('missing');
  });

  it('a formula with an error is never run', () => {
    expect(() => compileFormula('1 +', 'missing')).toThrow('FORMULA_SYNTAX');
  });
});

describe('the trace of a formula', () => {
  it('is one that a reader with a calculator follows', () => {
    const steps: TraceStep[] = [];
    const previous: UnitFigures['elsewhere'] = {
      at: () => figure('100'),
      yearToDate: () => missingFigure,
      parent: () => missingFigure,
      count: () => Ratio.of(12),
    };
    const formula = 'min(310, 2 * [a] / 0.8) + if([a] > previous([a]), 5, 0) - [b] * -1';
    compileFormula(formula, 'zero')(unit({ a: '120' }, { elsewhere: previous }), steps);
    const names = (code: string) => ({ vi: code === 'a' ? 'Hồ sơ' : 'Tin' });
    expect(steps.map((step) => describeStep(step, 'vi', names))).toEqual([
      `Công thức: ${formula}`,
      '[a] Hồ sơ: 120',
      '2 × 120 ÷ 0,8 = 300',
      'min(310; 300) = 300',
      '[a] Hồ sơ: 120',
      'previous([a]) Hồ sơ: 100',
      '120 > 100: đúng',
      'Điều kiện đúng: lấy vế thứ nhất',
      '[b] Tin: chưa có dữ liệu, công thức quy ước tính là 0',
      '0 × (-1) = 0',
      '300 + 5 − 0 = 305',
    ]);
  });
});

describe('formulas at random', () => {
  const runs = Number(process.env['NHIP_CASES'] ?? 20_000);

  it('printed and read again are the same tree', () => {
    fc.assert(
      fc.property(formulaTrees, (tree) => {
        const parsed = parseFormula(printFormula(tree));
        if (!parsed.ok) return parsed.fault.code !== 'FORMULA_SYNTAX';
        expect(shapeOf(parsed.tree)).toEqual(shapeOf(tree));
        return true;
      }),
      { numRuns: Math.min(runs, 5000) },
    );
  });

  it('say what an independent oracle says', () => {
    fc.assert(
      fc.property(
        formulaTrees,
        worlds,
        fc.constantFrom('missing' as const, 'zero' as const),
        (tree, world, blanks) => {
          const text = printFormula(tree);
          if (!parseFormula(text).ok) return;
          const said = formulaOracle(tree, { ...world.oracle, blanksAreZero: blanks === 'zero' });
          const reading = compileFormula(text, blanks)(world.unit);
          if (typeof said === 'string') {
            expect(reading.state).toBe({ M: 'missing', N: 'not-applicable', Z: 'zero-denominator' }[said]);
            return;
          }
          const [numerator, denominator] = said.pair;
          const { figures } = said;
          expect(reading).toEqual({
            state: 'value',
            value: Ratio.fraction(numerator, denominator),
            seen: figures.map((figure) => seenAs[figure]).reduce((a, b) => a | b, Seen.NoFigure),
          });
        },
      ),
      { numRuns: Math.min(runs, 20_000) },
    );
  });
});

const seenAs = {
  value: Seen.Something,
  nothing: Seen.Nothing,
  blank: Seen.Something | Seen.Blank,
};

const oracleFigure: fc.Arbitrary<OracleFigure> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.integer({ min: -6, max: 12 }), fc.integer({ min: 1, max: 5 }))
      .map(([n, d]): OracleFigure => [BigInt(n), BigInt(d)]),
  },
  fc.constantFrom('nothing' as const, 'missing' as const, 'not-applicable' as const),
);
const asFigure = (of: OracleFigure): Figure =>
  typeof of === 'string' ? { state: of } : { state: 'value', value: Ratio.fraction(of[0], of[1]) };

const worlds: fc.Arbitrary<{ oracle: Omit<OracleWorld, 'blanksAreZero'>; unit: UnitFigures }> = fc
  .record({
    months: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }),
    own: fc.array(oracleFigure, { minLength: 5, maxLength: 5 }),
    others: fc.array(oracleFigure, { minLength: 7, maxLength: 7 }),
    units: fc.nat(9),
  })
  .map(({ months, own, others, units }) => {
    const pick = (code: string, turn: number): OracleFigure =>
      others[(elementCodes.indexOf(code as 'a') + turn) % others.length] ?? 'missing';
    const figures = elementCodes.map((code, index): [string, OracleFigure] => [
      code,
      own[index] ?? 'missing',
    ]);
    const oracle = {
      months: months === undefined ? undefined : BigInt(months),
      own: Object.assign(Object.create(null) as Record<string, OracleFigure>, Object.fromEntries(figures)),
      back: pick,
      toDate: (code: string) => pick(code, 5),
      above: (code: string) => pick(code, 6),
      units: (code: string | undefined) => BigInt(code === undefined ? units : units + code.length),
    };
    const elsewhere: UnitFigures['elsewhere'] = {
      at: (code, offset) => asFigure(pick(code, -offset)),
      yearToDate: (code) => asFigure(pick(code, 5)),
      parent: (code) => asFigure(pick(code, 6)),
      count: (code) => Ratio.of(code === undefined ? units : units + code.length),
    };
    return {
      oracle,
      unit: {
        unitType: 'ward',
        months: months === undefined ? undefined : Ratio.of(months),
        figures: new Map(figures.map(([code, of]) => [code, asFigure(of)])),
        elsewhere,
      },
    };
  });
