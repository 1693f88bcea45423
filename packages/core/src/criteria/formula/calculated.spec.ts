import { describe, expect, it } from '@jest/globals';
import { describeStep, type CriteriaSetContentInput, type TraceStep } from '@nhip/contracts';
import { Ratio } from '../../shared/index.js';
import { criteriaSet, element, indicator } from '../../testing/criteria-set.js';
import { brokenChecks, partsOverWhole } from '../domain/check-figures.js';
import { compileSet, scoreUnit } from '../domain/compile-set.js';
import type { Figure, UnitFigures } from '../domain/figures.js';

const unit = (figures: Record<string, string>, unitType = 'ward'): UnitFigures => ({
  unitType,
  months: Ratio.of(3),
  figures: new Map(
    Object.entries(figures).map(([code, text]): [string, Figure] => [
      code,
      text === 'nothing' || text === 'missing' || text === 'not-applicable'
        ? { state: text }
        : { state: 'value', value: Ratio.of(text) },
    ]),
  ),
});
const setOf = (
  formulas: Record<string, string>,
  rest: Partial<CriteriaSetContentInput['dataElements'][number]> = {},
) =>
  criteriaSet([indicator('i')], {
    dataElements: [
      ...Object.entries(formulas).map(([code, formula]) => element(code, { formula, ...rest })),
      ...['a', 'b', 'i-part', 'i-whole'].map((code) => element(code)),
    ],
  });
const completed = (set: ReturnType<typeof setOf>, figures: Record<string, string>, unitType?: string) =>
  Object.fromEntries(
    [...compileSet(set).complete(unit(figures, unitType)).figures].map(([code, figure]) => [
      code,
      figure.state === 'value' ? figure.value.toString() : figure.state,
    ]),
  );

describe('calculated figures', () => {
  it('follow from each other whatever the order they are written in', () => {
    const set = setOf({ z: '[y] * 2', y: '[x] + 1', x: '[a] / 3' });
    expect(completed(set, { a: '1' })).toEqual({ a: '1/1', x: '1/3', y: '4/3', z: '8/3' });
  });

  it.each([
    ['missing', '[a] + [b]', { a: '1' }, 'missing'],
    ['nothing', '[a] + [b]', { a: 'nothing', b: 'nothing' }, 'nothing'],
    ['not applicable', '[a] * [b]', { a: 'not-applicable', b: '2' }, 'not-applicable'],
    ['a division by zero has no place in a figure', '[a] / [b]', { a: '1', b: '0' }, 'missing'],
  ])('%s', (_name, formula, figures, state) => {
    expect(completed(setOf({ x: formula }), figures)['x']).toBe(state);
  });

  it('count blanks as declared, and apply to the types of units they are for', () => {
    expect(completed(setOf({ x: '[a] + [b]' }, { blanks: 'zero' }), { a: '1' })['x']).toBe('1/1');
    const forWards = setOf({ x: '[a] + 1' }, { unitTypes: ['ward'] });
    expect(completed(forWards, { a: '1' })['x']).toBe('2/1');
    expect(completed(forWards, { a: '1' }, 'division')['x']).toBe('not-applicable');
  });

  it('tell on that blanks were counted, through whatever is made of them', () => {
    const { dataElements } = setOf({ x: '[a] + [b]', y: '[x] * 2' }, { blanks: 'zero' });
    const doubled = indicator('i', { shownAs: 'number', numerator: { plus: ['y'] }, denominator: undefined });
    const set = { ...criteriaSet([doubled]), dataElements };
    const policies = (figures: Record<string, string>) =>
      scoreUnit(compileSet(set), unit(figures)).scores.get('i')?.policies;
    expect(policies({ a: '1' })).toEqual(['missing:as-zero']);
    expect(policies({ a: '1', b: '0' })).toEqual([]);
  });

  it('in a circle are missing and hang nothing up', () => {
    const set = setOf({ x: '[y]', y: '[x] + 1', z: '[x] + [a]', w: '[a] + 1' });
    expect(completed(set, { a: '1' })).toEqual({ a: '1/1', w: '2/1' });
  });

  it('that grow beyond any measure end as missing, in no time', () => {
    const squares = Array.from({ length: 200 }, (_, at): [string, string] => [
      `x${at + 1}`,
      `[x${at}] * [x${at}] + 1 / [x${at}]`,
    ]);
    const before = process.cpuUsage();
    const found = completed(setOf({ x0: '[a] + 1 / 3', ...Object.fromEntries(squares) }), { a: '7' });
    expect(found['x3']).toMatch(/^\d+\/\d+$/);
    expect(found['x200']).toBe('missing');
    expect(process.cpuUsage(before).user).toBeLessThan(2_000_000);
  });

  it('of a set without any are the given ones themselves', () => {
    const given = unit({ a: '1' });
    expect(compileSet(setOf({})).complete(given)).toBe(given);
  });

  it('are told once a trace, however often they are used', () => {
    const layers = Array.from({ length: 30 }, (_, at) => [`x${at + 1}`, `[x${at}] + [x${at}]`]);
    const set = criteriaSet([indicator('i', { numerator: { plus: ['x30'] } })], {
      dataElements: [
        ...layers.map(([code = '', formula = '']) => element(code, { formula })),
        element('x0'),
        element('i-whole'),
      ],
    });
    const compiled = compileSet(set);
    const steps: TraceStep[] = [];
    const score = compiled.indicators.get('i')?.(compiled.complete(unit({ x0: '1', 'i-whole': '1' })), steps);
    expect(score?.numerator).toEqual(Ratio.of(2 ** 30));
    expect(steps.filter(({ code }) => code === 'CALCULATED')).toHaveLength(30);
  });
});

describe('formulas in indicators and checks', () => {
  const scored = (rest: Parameters<typeof indicator>[1], figures: Record<string, string>) => {
    const set = criteriaSet([indicator('i', rest)], {
      dataElements: ['a', 'b', 'i-whole'].map((code) => element(code)),
    });
    return scoreUnit(compileSet(set), unit(figures)).scores.get('i');
  };
  const formula = '[a] / [b]';
  const byNumber = { shownAs: 'number' as const, numerator: { formula }, denominator: undefined };

  it('a division by zero within a formula follows the policy of the indicator', () => {
    const of = (zeroDenominator: 'zero' | 'full' | 'not-applicable' | 'error') =>
      scored({ ...byNumber, policies: { zeroDenominator } }, { a: '1', b: '0' });
    expect(of('error')).toMatchObject({ state: 'error', policies: ['zero-denominator:error'] });
    expect(of('full')).toMatchObject({ shownPoints: '10.00', policies: ['zero-denominator:full'] });
    expect(of('not-applicable')).toMatchObject({ state: 'not-applicable' });
    expect(scored(byNumber, { a: '1' })).toMatchObject({ state: 'missing' });
    expect(scored(byNumber, { a: 'not-applicable', b: '0' })).toMatchObject({ state: 'not-applicable' });
  });

  it('numerator and denominator may both be formulas', () => {
    const rest = { numerator: { formula: 'min([a], 50)' }, denominator: { formula: '[b] * 2' } };
    expect(scored(rest, { a: '80', b: '50' })).toMatchObject({ shownValue: '50.00', shownPoints: '5.00' });
    const nothing = { ...rest, policies: { nothingOccurred: 'full' as const } };
    expect(scored(nothing, { a: 'nothing', b: 'nothing' })).toMatchObject({
      policies: ['nothing-occurred:full'],
    });
  });

  it('a check holds formulas against each other, calculated elements too', () => {
    const set = criteriaSet([indicator('i', { declaredPart: true, numerator: { formula: '[open]' } })], {
      dataElements: [
        element('a'),
        element('b'),
        element('i-whole'),
        element('open', { formula: '[a] - [b]' }),
      ],
      checks: [
        {
          code: 'c',
          names: { vi: 'Phép kiểm tra' },
          kind: 'order',
          left: { formula: '[open] * 100' },
          comparison: '<=',
          right: { formula: 'if([a] > 0, [i-whole] / [a], 0)' },
          tolerance: '1',
        },
      ],
    });
    const { complete } = compileSet(set);
    const residuals = (figures: Record<string, string>) =>
      brokenChecks(set, complete(unit(figures))).map(({ residual }) => residual.toString());
    expect(residuals({ a: '10', b: '9', 'i-whole': '100' })).toEqual(['90/1']);
    expect(residuals({ a: '10', b: '10', 'i-whole': '100' })).toEqual([]);
    expect(residuals({ a: '10', 'i-whole': '100' })).toEqual([]);
    expect(partsOverWhole(set, complete(unit({ a: '10', b: '1', 'i-whole': '8' })))).toMatchObject([
      { indicator: { code: 'i' } },
    ]);
  });

  it('a gate tells the points it asks about by their names', () => {
    const set = criteriaSet([indicator('i', { names: { vi: 'Đúng hạn' } })], {
      gates: [
        {
          code: 'g',
          names: { vi: 'G' },
          when: 'points([i]) < 5 and value([i]) < 50',
          effect: { zero: 'total' },
        },
      ],
    });
    const compiled = compileSet(set);
    const figures = unit({ 'i-part': '1', 'i-whole': '4' });
    const { scores, total } = scoreUnit(compiled, figures);
    expect(total).toMatchObject({ gates: ['g'], shownPoints: '0.00' });
    const steps: TraceStep[] = [];
    compiled.total(scores, figures, steps);
    const names = (key: string) => (key === 'indicator/i' ? { vi: 'Đúng hạn' } : undefined);
    expect(steps.map((step) => describeStep(step, 'vi', names))).toEqual(
      expect.arrayContaining(['points([i]) Đúng hạn: 2,5', '2,5 < 5: đúng', 'value([i]) Đúng hạn: 25']),
    );
  });
});
