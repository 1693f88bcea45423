import { describe, expect, it } from '@jest/globals';
import { allOn, type Seen, type Switches } from './actors.js';
import { corpus } from './corpus.js';
import { simulate } from './simulate.js';

const cases = Math.max(2_000, Number(process.env['NHIP_CASES'] ?? 2_000));
const from = 1_000_000 * Number(process.env['NHIP_SEED'] ?? 1);
const seeds = Array.from({ length: cases }, (_, n) => from + n);

/** Every seed whose history broke a promise, with what was broken. */
const broken = (some: readonly number[], switches: Switches = allOn) =>
  some.map((seed) => simulate(seed, switches)).filter(({ faults }) => faults.length > 0);

describe('the engine, simulated', () => {
  it('keeps its promises for every seed that once was one too many', () =>
    expect(broken(corpus)).toEqual([]));

  it(`keeps its promises in ${cases} histories of 200 steps, and every rare path was gone`, () => {
    const seen: Partial<Seen> = {};
    for (const seed of seeds) {
      const outcome = simulate(seed);
      if (outcome.faults.length > 0) expect(outcome).toMatchObject({ seed, faults: [] });
      for (const [path, times] of Object.entries(outcome.seen) as [keyof Seen, number][])
        seen[path] = (seen[path] ?? 0) + times;
    }
    for (const [path, times] of Object.entries(seen))
      expect({ path, often: times > 50 }).toEqual({ path, often: true });
  });

  it('gives the same history for the same seed', () =>
    expect(seeds.slice(0, 20).map((seed) => simulate(seed))).toEqual(
      seeds.slice(0, 20).map((seed) => simulate(seed)),
    ));

  it.each([
    ['re-sending', { ...allOn, resending: false }, /never arrived|not done/],
    ['the command log', { ...allOn, commandLog: false }, /done 2 times|refused .* and done/],
    ['the outbox', { ...allOn, outbox: false }, /never arrived|arrived 2 times/],
  ])('is seen to break them where %s is switched off', (_, switches, told) => {
    const found = broken(seeds.slice(0, 400), switches);
    expect(found.filter(({ faults }) => faults.some((fault) => told.test(fault))).length).toBeGreaterThan(20);
  });
});
