import type { ImportOutcome, RowProblem } from '@nhip/contracts';

/** One row of a file: what it says, or why it says nothing. */
export interface ReadRow<Item> {
  readonly row: number;
  readonly item?: Item | undefined;
  readonly problems: readonly RowProblem[];
}

/**
 * Sorts the rows of an import into good and bad. `faultsOf` looks at all items still in play at once (codes given
 * twice, parents in the same file); as a row that falls may pull down those that need it, it is asked again until
 * nothing more falls.
 */
export function sortRows<Item>(
  rows: readonly ReadRow<Item>[],
  faultsOf: (items: readonly Item[]) => readonly { readonly index: number; readonly problem: RowProblem }[],
): { readonly good: readonly Item[]; readonly problems: readonly RowProblem[] } {
  const problems: RowProblem[] = rows.flatMap((row) => row.problems);
  let standing = rows.flatMap(({ item, problems: own }) =>
    item !== undefined && own.length === 0 ? [item] : [],
  );
  for (;;) {
    const faults = faultsOf(standing);
    if (faults.length === 0) break;
    problems.push(...faults.map((fault) => fault.problem));
    const fallen = new Set(faults.map((fault) => fault.index));
    standing = standing.filter((_, index) => !fallen.has(index));
  }
  return { good: standing, problems: problems.sort((a, b) => a.row - b.row) };
}

/** Whether anything is to be written: all rows good, or the good ones wanted by themselves. */
export const mayWrite = (
  options: { readonly dryRun: boolean; readonly goodRowsOnly: boolean },
  sorted: { readonly good: readonly unknown[]; readonly problems: readonly RowProblem[] },
): boolean =>
  !options.dryRun && sorted.good.length > 0 && (options.goodRowsOnly || sorted.problems.length === 0);

export const importOutcome = (
  rows: number,
  sorted: { readonly good: readonly unknown[]; readonly problems: readonly RowProblem[] },
  written: boolean,
): ImportOutcome => ({ rows, goodRows: sorted.good.length, problems: sorted.problems, written });
