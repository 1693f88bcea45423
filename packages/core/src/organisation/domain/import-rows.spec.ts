import { describe, expect, it } from '@jest/globals';
import type { RowProblem } from '@nhip/contracts';
import { mayWrite, sortRows, type ReadRow } from './import-rows.js';

interface Item {
  readonly row: number;
  readonly needs?: number;
}

const problem = (row: number): RowProblem => ({ row, column: '', value: '', code: 'BAD', params: {} });
const good = (row: number, needs?: number): ReadRow<Item> => ({
  row,
  item: { row, ...(needs !== undefined && { needs }) },
  problems: [],
});
const bad = (row: number): ReadRow<Item> => ({ row, problems: [problem(row)] });

/** A row falls where the row it needs does not stand. */
const needy = (items: readonly Item[]) =>
  items.flatMap(({ row, needs }, index) =>
    needs === undefined || items.some((item) => item.row === needs) ? [] : [{ index, problem: problem(row) }],
  );

describe('sortRows', () => {
  it('pulls down what needs a row that fell, and what needs that, and no more', () => {
    const sorted = sortRows([good(5, 4), good(4, 3), good(3, 2), bad(2), good(6), good(7, 6)], needy);
    expect(sorted.good.map(({ row }) => row)).toEqual([6, 7]);
    expect(sorted.problems.map(({ row }) => row)).toEqual([2, 3, 4, 5]);
  });
});

describe('mayWrite', () => {
  const clean = { good: [1], problems: [] };
  const mixed = { good: [1], problems: [problem(2)] };
  it.each([
    [{ dryRun: true, goodRowsOnly: false }, clean, false],
    [{ dryRun: true, goodRowsOnly: true }, mixed, false],
    [{ dryRun: false, goodRowsOnly: false }, clean, true],
    [{ dryRun: false, goodRowsOnly: false }, mixed, false],
    [{ dryRun: false, goodRowsOnly: true }, mixed, true],
    [{ dryRun: false, goodRowsOnly: true }, { good: [], problems: [problem(2)] }, false],
  ])('%j', (options, sorted, expected) => {
    expect(mayWrite(options, sorted)).toBe(expected);
  });
});
