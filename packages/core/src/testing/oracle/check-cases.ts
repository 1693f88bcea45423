import { compileSet, populationOf, scoreUnit, type UnitScores } from '../../criteria/domain/compile-set.js';
import type { IndicatorScore } from '../../criteria/domain/compile-outcome.js';
import type { UnitTotal } from '../../criteria/domain/compile-totals.js';
import type { Figure, UnitFigures } from '../../criteria/domain/figures.js';
import { Ratio } from '../../shared/index.js';
import type { Expected } from './expected-score.js';
import { expectedScores, type ExpectedTotal, type ExpectedUnit } from './expected-scores.js';
import { randomCase, type Case, type CaseFigure, type CaseUnit } from './random-case.js';
import type { Q } from './rational.js';
import { smallestFailing } from './smaller-case.js';

/** How many random cases, and where their seeds begin; case 17 is the same on every machine. */
export const caseCount = Number(process.env['NHIP_CASES'] ?? 100_000);
export const firstSeed = Number(process.env['NHIP_SEED'] ?? 1);
/** Mutation testing asks only whether a case differs. */
const makeSmaller = process.env['NHIP_SMALLEST'] !== 'no';

/** Holds the engine against the oracle; throws with the smallest case that still differs. */
export function checkCases(from: number, count: number): void {
  for (let seed = from; seed < from + count; seed += 1) {
    const one = randomCase(seed);
    if (differenceIn(one) === undefined) continue;
    const smallest = makeSmaller
      ? smallestFailing(one, (smaller) => differenceIn(smaller) !== undefined)
      : one;
    throw new Error(`seed ${seed}: ${differenceIn(smallest)}\n${asJson(smallest)}`);
  }
}

const figureOf = (figure: CaseFigure): Figure =>
  figure.state === 'value' ? { state: 'value', value: Ratio.of(figure.text) } : { state: figure.state };

/** A unit of a case as the engine is given it. */
export const figuresOf = ({ unitType, groupId, months, figures, appraised }: CaseUnit): UnitFigures => ({
  unitType,
  groupId,
  months: months === undefined ? undefined : Ratio.of(months),
  figures: new Map([...figures].map(([code, figure]) => [code, figureOf(figure)])),
  appraised: new Map([...appraised].map(([code, text]) => [code, Ratio.of(text)])),
});

/** What the engine makes of a case. */
export function scoredBy({ content, units }: Case): UnitScores[] {
  const set = compileSet(content);
  const figures = units.map(figuresOf);
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

type Fact = Ratio | Q | string | boolean | undefined;

const scoreFacts = [
  'state',
  'standing',
  'numerator',
  'denominator',
  'value',
  'shownValue',
  'points',
  'shownPoints',
  'targetMet',
  'zeroes',
] as const;
const totalFacts = ['points', 'shownPoints', 'classCode', 'unranked'] as const;

function same(given: Fact, expected: Fact): boolean {
  if (!(given instanceof Ratio) || !Array.isArray(expected)) return given === expected;
  const [above, below] = expected as Q;
  return given.numerator * below === above * given.denominator;
}

const told = (name: string, given: Fact, expected: Fact): string | undefined =>
  same(given, expected) ? undefined : `${name}: ${given?.toString()}, expected ${expected?.toString()}`;

function scoreDifference(given: IndicatorScore | undefined, expected: Expected): string | undefined {
  for (const name of scoreFacts) {
    const difference = told(name, given?.[name], expected[name]);
    if (difference !== undefined) return difference;
  }
  return (
    told('policies', given?.policies.join(' '), expected.policies.join(' ')) ??
    told('breaches', given?.breaches.join(' '), expected.breaches.join(' '))
  );
}

function totalDifference(given: UnitTotal | undefined, expected: ExpectedTotal): string | undefined {
  for (const name of totalFacts) {
    const difference = told(name, given?.[name], expected[name]);
    if (difference !== undefined) return difference;
  }
  for (const [index, { field, points, applicable }] of expected.fields.entries()) {
    const found = given?.fields[index];
    const difference =
      told('field', found?.field, field) ??
      told(`${field} points`, found?.points, points) ??
      told(`${field} applicable`, found?.applicable, applicable);
    if (difference !== undefined) return difference;
  }
  return (
    told('fields', String(given?.fields.length), String(expected.fields.length)) ??
    told('gates', given?.gates?.join(' ') ?? '', expected.gates.join(' '))
  );
}

const asJson = (one: Case): string =>
  JSON.stringify(
    one,
    (_key, part: unknown) => (part instanceof Map ? Object.fromEntries(part as Map<string, unknown>) : part),
    1,
  );
