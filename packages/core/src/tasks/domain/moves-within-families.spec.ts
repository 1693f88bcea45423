import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, day, type Day } from '../../shared/index.js';
import { movesWithinFamilies, type Relative } from './moves-within-families.js';

const base = day('2022-11-01');
const task = (id: string, parentId: string | null, dueOn: string): Relative => ({
  id,
  parentId,
  dueOn: day(dueOn),
});
const family = [task('whole', null, '2022-11-10'), task('part', 'whole', '2022-11-10')];
const kept = (moves: readonly (readonly [string, string])[]): string[] =>
  [...movesWithinFamilies(new Map(moves.map(([id, on]) => [id, day(on)])), family)].sort();

describe('moves by the calendar', () => {
  it.each<readonly [string, readonly (readonly [string, string])[], readonly string[]]>([
    ['a part within its whole', [['part', '2022-11-09']], ['part']],
    ['a part past its whole', [['part', '2022-11-11']], []],
    ['a whole past its part', [['whole', '2022-11-11']], ['whole']],
    ['a whole before its part', [['whole', '2022-11-09']], []],
    [
      'both together',
      [
        ['whole', '2022-11-11'],
        ['part', '2022-11-11'],
      ],
      ['part', 'whole'],
    ],
    ['another task', [['other', '2022-12-01']], ['other']],
  ])('%s', (_what, moves, expected) => {
    expect(kept(moves)).toEqual(expected);
  });

  it('never leave a part due after its whole', () => {
    // Each task is part of the one before it or of none, and due no later.
    const chain = fc.array(
      fc.record({ part: fc.boolean(), earlier: fc.nat(5), move: fc.option(fc.integer({ min: -9, max: 9 })) }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(chain, (links) => {
        const tasks: Relative[] = [];
        const moves = new Map<string, Day>();
        for (const [index, { part, earlier, move }] of links.entries()) {
          const whole = part ? tasks.at(-1) : undefined;
          const dueOn = addDays(whole?.dueOn ?? addDays(base, 60), -earlier);
          tasks.push({ id: `${index}`, parentId: whole?.id ?? null, dueOn });
          if (move !== null) moves.set(`${index}`, addDays(dueOn, move));
        }
        const ids = movesWithinFamilies(moves, tasks);
        const due = (id: string) =>
          (ids.has(id) ? moves.get(id) : tasks.find((one) => one.id === id)?.dueOn) ?? base;
        for (const { id, parentId } of tasks)
          if (parentId !== null) expect(due(id) <= due(parentId)).toBe(true);
      }),
    );
  });
});
