/** An empty text is something else than no text: it is written as two quotation marks, and such marks as one pair more. */
export const textCell = (text: string): string => (/^"*$/.test(text) ? `"${text}"` : text);
export const textOfCell = (cell: string): string => (/^""+$/.test(cell) ? cell.slice(1, -1) : cell);

/** A list in one cell, apart by `; `; an entry that would not be read back stands in quotation marks, as in CSV. */
export const listCell = (entries: readonly string[]): string =>
  entries
    .map((entry) =>
      /[;"]/.test(entry) || entry.trim() !== entry || entry === ''
        ? `"${entry.replaceAll('"', '""')}"`
        : entry,
    )
    .join('; ');

const ENTRY = /\s*(?:"((?:[^"]|"")*)"|([^;"]*))\s*(;|$)/y;

/** Undefined where a quotation mark is not closed. */
export function listOfCell(cell: string): string[] | undefined {
  const entries: string[] = [];
  for (let at = 0; ;) {
    ENTRY.lastIndex = at;
    const found = ENTRY.exec(cell);
    if (found === null) return undefined;
    const [whole, quoted, plain = '', end] = found;
    const entry = quoted === undefined ? plain.trim() : quoted.replaceAll('""', '"');
    if (quoted !== undefined || entry !== '') entries.push(entry);
    if (end === '') return entries;
    at += whole.length;
  }
}
