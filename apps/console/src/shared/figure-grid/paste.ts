/** A block copied from a spreadsheet: rows of columns; quoted cells may hold tabs and line ends. */
export function readBlock(clipboard: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/gy;
  const text = clipboard.replace(/(\r\n|\n|\r)$/, '');
  for (const [, quoted, plain, end] of text.matchAll(cell)) {
    rows.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === '') break;
    if (end !== '\t') rows.push([]);
  }
  return rows;
}

export const isBlock = (block: readonly (readonly string[])[]): boolean =>
  block.length > 1 || (block[0]?.length ?? 0) > 1;

export interface Placed<Column> {
  readonly row: string;
  readonly column: Column;
  readonly text: string;
}

/**
 * Lays a block over the grid from one cell on, row by row and column by column. Blank cells of the block leave
 * what is there; `left`: cells with a text that found no place.
 */
export function placeBlock<Column>(
  block: readonly (readonly string[])[],
  rows: readonly string[],
  columns: readonly Column[],
  from: { readonly row: string; readonly column: Column },
): { readonly placed: readonly Placed<Column>[]; readonly left: number } {
  const top = rows.indexOf(from.row);
  const first = columns.indexOf(from.column);
  const placed: Placed<Column>[] = [];
  let left = 0;
  for (const [down, line] of block.entries()) {
    for (const [across, text] of line.entries()) {
      if (text.trim() === '') continue;
      const row = rows[top + down];
      const column = columns[first + across];
      if (row === undefined || column === undefined) left += 1;
      else placed.push({ row, column, text: text.trim() });
    }
  }
  return { placed, left };
}
