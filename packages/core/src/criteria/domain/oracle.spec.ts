import { describe, expect, it } from '@jest/globals';
import { criteriaSetContent, type Names } from '@nhip/contracts';
import { Ratio } from '../../shared/index.js';
import {
  expectedScores,
  type Expected,
  type ExpectedTotal,
  type ExpectedUnit,
} from '../../testing/oracle/expected-scores.js';
import { randomCase, type Case, type CaseFigure, type CaseUnit } from '../../testing/oracle/random-case.js';
import type { Q } from '../../testing/oracle/rational.js';
import { smallestFailing } from '../../testing/oracle/smaller-case.js';
import { compileSet, populationOf, scoreUnit, type UnitScores } from './compile-set.js';
import type { IndicatorScore } from './compile-outcome.js';
import type { UnitTotal } from './compile-totals.js';
import type { Figure, UnitFigures } from './figures.js';

/** How many random cases, and where their seeds begin; case 17 is the same on every machine. */
const cases = Number(process.env['NHIP_CASES'] ?? 100_000);
const firstSeed = Number(process.env['NHIP_SEED'] ?? 1);

const figureOf = (figure: CaseFigure): Figure =>
  figure.state === 'value' ? { state: 'value', value: Ratio.of(figure.text) } : { state: figure.state };

const unitOf = ({ unitType, groupId, months, figures, appraised }: CaseUnit): UnitFigures => ({
  unitType,
  groupId,
  months: months === undefined ? undefined : Ratio.of(months),
  figures: new Map([...figures].map(([code, figure]) => [code, figureOf(figure)])),
  appraised: new Map([...appraised].map(([code, text]) => [code, Ratio.of(text)])),
});

function scoredBy({ content, units }: Case): UnitScores[] {
  const set = compileSet(content);
  const figures = units.map(unitOf);
  const population = populationOf(set, figures);
  return figures.map((unit) => scoreUnit(set, unit, population));
}

/** Where scores differ from what the oracle expects; undefined where they do not. */
function differenceIn(one: Case): string | undefined {
  const scored = scoredBy(one);
  const expected = expectedScores(one);
  for (const [index, unit] of expected.entries()) {
    const difference = unitDifference(scored[index], unit);
    if (difference !== undefined) return `unit ${index} ${difference}`;
  }
  return undefined;
}

function unitDifference(scored: UnitScores | undefined, { scores, total }: ExpectedUnit): string | undefined {
  for (const [code, score] of scores) {
    const difference = scoreDifference(scored?.scores.get(code), score);
    if (difference !== undefined) return `${code} ${difference}`;
  }
  const difference = totalDifference(scored?.total, total);
  return difference && `total ${difference}`;
}

type Facts = readonly (readonly [
  string,
  Ratio | string | boolean | undefined,
  Q | string | boolean | undefined,
])[];

const firstOf = (facts: Facts): string | undefined => {
  const found = facts.find(([, given, expected]) => !same(given, expected));
  return found && `${found[0]}: ${found[1]?.toString()}, expected ${found[2]?.toString()}`;
};

function same(given: Facts[number][1], expected: Facts[number][2]): boolean {
  if (!(given instanceof Ratio) || expected === undefined || typeof expected !== 'object')
    return given === expected;
  return given.numerator * expected[1] === expected[0] * given.denominator;
}

const scoreDifference = (given: IndicatorScore | undefined, expected: Expected): string | undefined =>
  firstOf([
    ['state', given?.state, expected.state],
    ['standing', given?.standing, expected.standing],
    ['policies', given?.policies.join(' '), expected.policies.join(' ')],
    ['numerator', given?.numerator, expected.numerator],
    ['denominator', given?.denominator, expected.denominator],
    ['value', given?.value, expected.value],
    ['shown value', given?.shownValue, expected.shownValue],
    ['points', given?.points, expected.points],
    ['shown points', given?.shownPoints, expected.shownPoints],
    ['breaches', given?.breaches.join(' '), expected.breaches.join(' ')],
    ['target', given?.targetMet, expected.targetMet],
    ['zeroes', given?.zeroes, expected.zeroes],
  ]);

const totalDifference = (given: UnitTotal | undefined, expected: ExpectedTotal): string | undefined =>
  firstOf([
    ['points', given?.points, expected.points],
    ['shown points', given?.shownPoints, expected.shownPoints],
    ['class', given?.classCode, expected.classCode],
    ['unranked', given?.unranked, expected.unranked],
    ['gates', given?.gates?.join(' ') ?? '', expected.gates.join(' ')],
    [
      'fields',
      given?.fields.map(({ field }) => field).join(' '),
      expected.fields.map(({ field }) => field).join(' '),
    ],
    ...expected.fields.flatMap(({ field, points, applicable }, index): Facts => [
      [`${field} points`, given?.fields[index]?.points, points],
      [`${field} applicable`, given?.fields[index]?.applicable, applicable],
    ]),
  ]);

const asJson = (one: Case): string =>
  JSON.stringify(
    one,
    (_key, part: unknown) => (part instanceof Map ? Object.fromEntries(part as Map<string, unknown>) : part),
    1,
  );

describe('evaluation against an independent oracle', () => {
  it(`${cases} random cases: scores, policies, totals, classes and gates are those of the definitions`, () => {
    for (let seed = firstSeed; seed < firstSeed + cases; seed += 1) {
      const one = randomCase(seed);
      if (differenceIn(one) === undefined) continue;
      const smallest = smallestFailing(one, (smaller) => differenceIn(smaller) !== undefined);
      throw new Error(`seed ${seed}: ${differenceIn(smallest)}\n${asJson(smallest)}`);
    }
  }, 600_000);

  it('the cases are criteria sets as they are written', () => {
    const element = (code: string) => ({
      code,
      names: { vi: code } as Names,
      measure: { vi: code },
      kind: 'count' as const,
    });
    for (let seed = firstSeed; seed < firstSeed + Math.min(100, cases); seed += 1) {
      const { content } = randomCase(seed);
      const written = { ...content, dataElements: [element('a')] };
      const read = criteriaSetContent.parse(JSON.parse(JSON.stringify(written)));
      expect({ ...read, dataElements: [] }).toEqual(JSON.parse(JSON.stringify(content)));
    }
  });

  it('the order in which figures come in changes nothing', () => {
    for (let seed = firstSeed; seed < firstSeed + Math.min(200, cases); seed += 1) {
      const { content, units } = randomCase(seed);
      const backwards = units.map((unit) => ({ ...unit, figures: new Map([...unit.figures].toReversed()) }));
      expect(scoredBy({ content, units: backwards })).toEqual(scoredBy({ content, units }));
    }
  });
});
