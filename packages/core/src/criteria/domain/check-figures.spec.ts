import { describe, expect, it } from '@jest/globals';
import type { CriteriaSetContentInput } from '@nhip/contracts';
import { Ratio } from '../../shared/index.js';
import { criteriaSet, indicator } from '../../testing/criteria-set.js';
import { brokenChecks, partsOverWhole } from './check-figures.js';
import type { UnitFigures } from './figures.js';

type Check = NonNullable<CriteriaSetContentInput['checks']>[number];

const unit = (figures: Record<string, string>): UnitFigures => ({
  unitType: 'division',
  months: undefined,
  figures: new Map(
    Object.entries(figures).map(([code, text]) => [code, { state: 'value', value: Ratio.of(text) }]),
  ),
});
const check = (rest: Partial<Check>): Check => ({
  code: 'c',
  names: { vi: 'Phép kiểm tra' },
  kind: 'parts',
  left: { plus: ['whole'] },
  comparison: '=',
  right: { plus: ['early', 'on-time'] },
  ...rest,
});
const residuals = (rest: Partial<Check>, figures: Record<string, string>): string[] =>
  brokenChecks(criteriaSet([indicator('i')], { checks: [check(rest)] }), unit(figures)).map(({ residual }) =>
    residual.toString(),
  );

describe('identities of figures', () => {
  it.each([
    [
      '10.816 resolved at the centre: 272 late',
      { whole: '10816', early: '8906', 'on-time': '1638' },
      ['272/1'],
    ],
    [
      '82.361 received by communes: 76 left',
      { whole: '82361', early: '14210', 'on-time': '68075' },
      ['76/1'],
    ],
    ['parts that fit', { whole: '3', early: '1', 'on-time': '2' }, []],
    ['undecided without a part', { whole: '3', early: '1' }, []],
  ])('%s', (_name, figures, expected) => {
    expect(residuals({}, figures)).toEqual(expected);
  });

  it('a balance must not be negative: 305 + 10.551 − 10.816 = 40', () => {
    const balance: Partial<Check> = {
      kind: 'balance',
      left: { plus: ['opening', 'received'], minus: ['resolved'] },
      comparison: '>=',
      right: { constant: '0' },
    };
    expect(residuals(balance, { opening: '305', received: '10551', resolved: '10816' })).toEqual([]);
    expect(residuals(balance, { opening: '0', received: '10551', resolved: '10816' })).toEqual(['-265/1']);
  });

  it('two sources may differ by the tolerance', () => {
    const sources: Partial<Check> = { kind: 'sources', right: { plus: ['system'] }, tolerance: '5' };
    expect(residuals(sources, { whole: '100', system: '95' })).toEqual([]);
    expect(residuals(sources, { whole: '93101', system: '34253' })).toEqual(['58848/1']);
  });

  it('of a whole cycle, or without the left side, say nothing of a unit', () => {
    expect(residuals({ scope: 'cycle' }, { whole: '3', early: '1', 'on-time': '1' })).toEqual([]);
    expect(residuals({}, { early: '1', 'on-time': '1' })).toEqual([]);
  });

  it('other types of units are not checked', () => {
    expect(residuals({ unitTypes: ['ward'] }, { whole: '3', early: '1', 'on-time': '1' })).toEqual([]);
  });
});

describe('a numerator over its denominator', () => {
  const figures = unit({ 'i-part': '5', 'i-whole': '4' });
  it('is named where the indicator declares it a part, and only there', () => {
    expect(partsOverWhole(criteriaSet([indicator('i', { declaredPart: true })]), figures)).toMatchObject([
      { indicator: { code: 'i' } },
    ]);
    expect(partsOverWhole(criteriaSet([indicator('i')]), figures)).toEqual([]);
    const declared = (rest: object = {}) => criteriaSet([indicator('i', { declaredPart: true, ...rest })]);
    for (const part of ['4', '3.99', '0'])
      expect(partsOverWhole(declared(), unit({ 'i-part': part, 'i-whole': '4' }))).toEqual([]);
    expect(partsOverWhole(declared(), unit({ 'i-whole': '4' }))).toEqual([]);
    expect(partsOverWhole(declared({ denominator: undefined }), figures)).toEqual([]);
    expect(
      partsOverWhole(criteriaSet([indicator('i', { declaredPart: true })]), unit({ 'i-part': '5' })),
    ).toEqual([]);
  });
});
