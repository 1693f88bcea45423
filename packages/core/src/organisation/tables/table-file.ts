import type { RowProblem } from '@nhip/contracts';

/** A file as somebody handed it in. */
export interface TableFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a column is called; the first heading is the one our templates write. */
export type TableColumns = Readonly<
  Record<string, { readonly required: boolean; readonly headings: readonly string[] }>
>;

export interface TableRow<Field extends string> {
  /** As the spreadsheet counts: the heading is row 1. */
  readonly row: number;
  /** Text of each cell, NFC, trimmed; empty where there is none. */
  readonly cells: Readonly<Record<Field, string>>;
  /** A problem of this row, named by the heading as it stands in the file. */
  problem(field: Field, code: string, params?: Readonly<Record<string, string>>): RowProblem;
}
