import { searchKey } from '@nhip/contracts';
import readXlsxFile from 'read-excel-file/node';
import { isSafeZip } from '../../organisation/index.js';
import { choiceSheet } from './choice-lists.js';
import type { SetRecords } from './content-of-records.js';
import { columnLetters, wholeFile, type FilePlace, type FileProblems } from './file-problems.js';
import { markedCells, percentStyles } from './cell-marks.js';
import { entriesOf, mergedCells, sheetTexts } from './workbook-xml.js';
import type { RawCell, RawRecord } from './read-cells.js';
import { sheetIds, sheets, type SheetShape } from './sheets.js';

/** Sheets of the workbook as records, or undefined where the file or a sheet of it is of no use. */
export async function readWorkbook(
  bytes: Uint8Array,
  problems: FileProblems,
): Promise<SetRecords | undefined> {
  if (!isSafeZip(bytes)) {
    problems.error(wholeFile, 'FILE_UNSAFE');
    return undefined;
  }
  const found = await readXlsxFile(Buffer.from(bytes), {
    trim: false,
    parseNumber: (digits: string) => ({ digits }),
  }).catch(() => undefined);
  if (found === undefined) {
    problems.error(wholeFile, 'FILE_UNREADABLE');
    return undefined;
  }
  const names = found.map(({ sheet }) => sheet);
  const file = entriesOf(bytes);
  const texts = sheetTexts(file);
  const isPercent = percentStyles(file('xl/styles.xml'));
  for (const [sheet, xml] of texts) {
    if (shapeOf(sheet) === undefined) continue;
    for (const range of mergedCells(xml))
      problems.error({ sheet, row: rowOf(range), cell: range, column: '' }, 'MERGED_CELLS', { found: range });
  }
  for (const sheet of names) {
    if (shapeOf(sheet) === undefined && sheet !== choiceSheet.vi)
      problems.warning({ ...wholeFile, sheet }, 'SHEET_IGNORED', { found: sheet });
  }
  const read = sheetIds.map((id): [string, RawRecord[]] => {
    const shape: SheetShape = sheets[id];
    const [sheet, second] = found.filter((one) => shapeOf(one.sheet) === shape);
    const expected = shape.names.vi;
    if (second !== undefined)
      problems.error({ ...wholeFile, sheet: second.sheet }, 'SHEET_TWICE', {
        expected,
        found: `${sheet?.sheet}; ${second.sheet}`,
      });
    if (sheet === undefined) {
      problems.error({ ...wholeFile, sheet: expected }, 'SHEET_MISSING', {
        expected,
        found: names.join('; '),
      });
      return [id, []];
    }
    const cells = sheet.data.map((row) => row.map(rawCell));
    for (const { row, column, cell } of markedCells(texts.get(sheet.sheet) ?? '', isPercent))
      (cells[row] ??= [])[column] = cell;
    return [id, shape.upright ? uprightRecord(shape, cells, problems) : tableRecords(shape, cells, problems)];
  });
  return problems.hasErrors ? undefined : (Object.fromEntries(read) as unknown as SetRecords);
}

const shapeOf = (name: string): SheetShape | undefined =>
  sheetIds
    .map((id) => sheets[id])
    .find(({ names }) => [names.vi, names.en].some((known) => searchKey(known) === searchKey(name)));

const rowOf = (range: string): number => Number(/\d+/.exec(range)?.[0] ?? '1');

type Cells = readonly (RawCell | undefined)[];

function rawCell(cell: unknown): RawCell | undefined {
  if (cell === null || cell === undefined) return undefined;
  if (cell instanceof Date) return { kind: 'date', text: cell.toISOString().slice(0, 10) };
  if (typeof cell === 'boolean') return { kind: 'boolean', text: String(cell) };
  if (typeof cell === 'string') return cell.trim() === '' ? undefined : { kind: 'text', text: cell };
  return { kind: 'number', text: (cell as { digits: string }).digits };
}

function tableRecords(shape: SheetShape, rows: readonly Cells[], problems: FileProblems): RawRecord[] {
  const headingRow = headingRowOf(shape, rows);
  if (headingRow > 0) {
    const place = { ...wholeFile, sheet: shape.names.vi, row: headingRow + 1, cell: `A${headingRow + 1}` };
    problems.error(place, 'HEADINGS_NOT_FIRST', { found: String(headingRow + 1) });
    return [];
  }
  const [headings = [], ...data] = rows;
  const columnOf = columnsOf(
    shape,
    headings.map((cell) => cell?.text ?? ''),
    (at) => `${columnLetters(at)}1`,
    problems,
  );
  for (let at = 0; at < Math.max(0, ...data.map((cells) => cells.length)); at += 1) {
    const first = (headings[at]?.text ?? '') === '' ? data.findIndex((cells) => cells[at] !== undefined) : -1;
    const letters = columnLetters(at);
    const place = { sheet: shape.names.vi, row: first + 2, cell: `${letters}${first + 2}`, column: '' };
    if (first >= 0) problems.warning(place, 'COLUMN_UNNAMED', { found: letters });
  }
  return data.flatMap((cells, index) => {
    const record = { shape, row: index + 2, columnOf, cells: cellsOf(columnOf, (at) => cells[at]) };
    return record.cells.size === 0 ? [] : [record];
  });
}

/** So many rows from the top are looked through for headings that have slipped down. */
const HEADINGS_WITHIN = 20;

/** The row that holds the headings, counted from 0: the first, unless it has none of them and a lower one most. */
function headingRowOf({ columns }: SheetShape, rows: readonly Cells[]): number {
  const known = new Set(columns.flatMap(({ words }) => [searchKey(words.vi), searchKey(words.en)]));
  const fits = (cells: Cells): number =>
    cells.filter((cell) => cell?.text.split('\n').some((line) => known.has(searchKey(line)))).length;
  if (fits(rows[0] ?? []) > 0) return 0;
  return Math.max(
    0,
    rows.slice(0, HEADINGS_WITHIN).findIndex((cells) => fits(cells) > columns.length / 2),
  );
}

/** The one record of an upright sheet: a heading a row, the value in the third column. */
function uprightRecord(shape: SheetShape, rows: readonly Cells[], problems: FileProblems): RawRecord[] {
  const columnOf = columnsOf(
    shape,
    rows.map(([heading]) => heading?.text ?? ''),
    (at) => `A${at + 1}`,
    problems,
  );
  return [{ shape, row: 1, columnOf, cells: cellsOf(columnOf, (at) => rows[at]?.[2]) }];
}

const cellsOf = (
  columnOf: ReadonlyMap<string, number>,
  at: (place: number) => RawCell | undefined,
): Map<string, RawCell> =>
  new Map(
    [...columnOf].flatMap(([key, place]) => {
      const cell = at(place);
      return cell === undefined ? [] : [[key, cell] as const];
    }),
  );

/** Key → place of its heading. Every column must be there: a lost one would be a loss nobody sees. */
function columnsOf(
  shape: SheetShape,
  headings: readonly string[],
  cellOf: (at: number) => string,
  problems: FileProblems,
): Map<string, number> {
  const place = (at: number): FilePlace => ({
    sheet: shape.names.vi,
    row: shape.upright ? at + 1 : 1,
    cell: at < 0 ? '' : cellOf(at),
    column: headings[at]?.split('\n')[0] ?? '',
  });
  const keys = headings.map((heading) => heading.split('\n').map((line) => searchKey(line)));
  const places = new Map<string, number>();
  for (const { key, words } of shape.columns) {
    const [vi, en] = [searchKey(words.vi), searchKey(words.en)];
    const fits = (test: (lines: readonly string[]) => boolean) =>
      keys.flatMap((lines, at) => (test(lines) ? [at] : []));
    const byVietnamese = fits(([first]) => first === vi);
    const found = byVietnamese.length > 0 ? byVietnamese : fits((lines) => lines.includes(en));
    const [first, second] = found;
    const expected = words[problems.language];
    if (first === undefined)
      problems.error({ ...place(-1), row: 1 }, shape.upright ? 'LINE_MISSING' : 'COLUMN_MISSING', {
        expected,
      });
    else if (second !== undefined) problems.error(place(second), 'COLUMN_TWICE', { expected });
    else places.set(key, first);
  }
  const known = new Set(places.values());
  headings.forEach((heading, at) => {
    if (heading !== '' && !known.has(at))
      problems.warning(place(at), 'COLUMN_IGNORED', { found: heading.split('\n')[0] ?? '' });
  });
  return places;
}
