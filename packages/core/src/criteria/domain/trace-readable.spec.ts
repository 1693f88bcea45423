import { describe, expect, it } from '@jest/globals';
import { describeStep, type TraceStep } from '@nhip/contracts';
import { caseCount, figuresOf, firstSeed } from '../../testing/oracle/check-cases.js';
import { randomCase } from '../../testing/oracle/random-case.js';
import { compileSet, populationOf } from './compile-set.js';
import type { IndicatorScore } from './compile-outcome.js';
import { namesIn } from './names-in.js';

const cases = Math.min(1500, caseCount);

/** Every step of a random case, with what the set has names for. */
function stepsOf(seed: number) {
  const { content, units } = randomCase(seed);
  const set = compileSet(content);
  const figures = units.map(figuresOf);
  const population = populationOf(set, figures);
  const steps: TraceStep[] = [];
  for (const unit of figures) {
    const scores = new Map<string, IndicatorScore>();
    for (const [code, score] of set.indicators) {
      scores.set(code, score(unit, steps, population));
    }
    set.total(scores, unit, steps);
  }
  return { steps, names: namesIn(content) };
}

/** `a × (b − c) ÷ d`, in the digits of English, with the calculator of everybody. */
function calculated(text: string): number | undefined {
  const tokens = text.replaceAll(',', '').match(/\d+(\.\d+)?|[+×÷()−-]/g) ?? [];
  if (tokens.join('').length !== text.replaceAll(/[\s,]/g, '').length) return undefined;
  let at = 0;
  const factor = (): number => {
    const token = tokens[at++];
    if (token === '-' || token === '−') return -factor();
    if (token !== '(') return Number(token);
    const inside = sum();
    at += 1;
    return inside;
  };
  const product = (): number => {
    let value = factor();
    while (tokens[at] === '×' || tokens[at] === '÷') {
      value = tokens[at++] === '×' ? value * factor() : value / factor();
    }
    return value;
  };
  const sum = (): number => {
    let value = product();
    while (tokens[at] === '+' || tokens[at] === '−') value += tokens[at++] === '+' ? product() : -product();
    return value;
  };
  return sum();
}

describe('what the trace tells', () => {
  it(`${cases} random cases: a score is the same with a trace and without`, () => {
    for (let seed = firstSeed; seed < firstSeed + cases; seed += 1) {
      const { content, units } = randomCase(seed);
      const set = compileSet(content);
      const figures = units.map(figuresOf);
      const population = populationOf(set, figures);
      const scored = (steps: TraceStep[] | undefined) =>
        figures.map((unit) => {
          const scores = new Map<string, IndicatorScore>();
          for (const [code, score] of set.indicators) scores.set(code, score(unit, steps, population));
          return { scores, total: set.total(scores, unit, steps) };
        });
      expect(scored([])).toEqual(scored(undefined));
    }
  });

  it(`${cases} random cases: every step is words in both languages, with nothing left open`, () => {
    const unreadable: string[] = [];
    for (let seed = firstSeed; seed < firstSeed + cases; seed += 1) {
      const { steps, names } = stepsOf(seed);
      for (const step of steps) {
        for (const language of ['vi', 'en'] as const) {
          const text = describeStep(step, language, (key) => names[key]);
          if (/[{}]|undefined/.test(text) || text === '')
            unreadable.push(`seed ${seed}: ${step.code} ${text}`);
        }
      }
    }
    expect(unreadable).toEqual([]);
  });

  it(`${cases} random cases: every equation in it holds for a reader with a calculator`, () => {
    let checked = 0;
    for (let seed = firstSeed; seed < firstSeed + cases; seed += 1) {
      const { steps, names } = stepsOf(seed);
      for (const step of steps) {
        const text = describeStep(step, 'en', (key) => names[key]);
        if (text.includes('…')) continue;
        const [said, result] = text.split(/ = (?=[^=]*$)/);
        const left = said?.replace(/^(.*: |Value = )/, '').replaceAll('weight ', '');
        const right = result?.replace(/ (points|%)$/, '');
        const [a, b] = [left, right].map((side) => (side === undefined ? undefined : calculated(side)));
        if (a === undefined || b === undefined) continue;
        checked += 1;
        if (Math.abs(a - b) > 1e-6 * Math.max(1, Math.abs(a))) throw new Error(`seed ${seed}: ${text}`);
      }
    }
    expect(checked).toBeGreaterThan(cases);
  });
});
