import { searchKey } from '@nhip/contracts';
import { readSheet } from 'read-excel-file/node';
import { DomainError } from '../../shared/index.js';
import { isSafeZip } from './inspect-zip.js';
import { parseCsv } from './parse-csv.js';
import type { TableColumns, TableFile, TableRow } from './table-file.js';

/** Rows one import takes. */
export const MAX_IMPORT_ROWS = 5000;

/**
 * Reads the first sheet of an .xlsx file, or a .csv file in UTF-8, by its headings, whatever their order, case
 * and diacritics. Columns nobody asked for are left alone, empty rows too. What a file is, its bytes say and not
 * its name. Throws TABLE_… where the file as a whole is of no use.
 */
export async function readTable<Columns extends TableColumns>(
  file: TableFile,
  columns: Columns,
  maxRows: number = MAX_IMPORT_ROWS,
): Promise<TableRow<keyof Columns & string>[]> {
  type Field = keyof Columns & string;
  const sheet = await cellsOf(file);
  const [headings = [], ...rows] = sheet;
  const places = placesOf(file, headings, columns);
  const filled = rows
    .map((cells, index) => ({ cells, row: index + 2 }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (filled.length === 0) throw new DomainError('TABLE_EMPTY', { file: file.name });
  if (filled.length > maxRows)
    throw new DomainError('TABLE_TOO_LARGE', { file: file.name, max: String(maxRows) });
  return filled.map(({ cells, row }) => {
    const text = (field: string): string => cells[places.get(field) ?? -1] ?? '';
    return {
      row,
      cells: Object.fromEntries(Object.keys(columns).map((field) => [field, text(field)])) as Record<
        Field,
        string
      >,
      problem: (field, code, params = {}) => ({
        row,
        column: headings[places.get(field) ?? -1] ?? columns[field]?.headings[0] ?? field,
        value: text(field),
        code,
        params: { value: text(field), ...params },
      }),
    };
  });
}

async function cellsOf(file: TableFile): Promise<string[][]> {
  const rows = isZip(file.bytes) ? await cellsOfXlsx(file) : parseCsv(decode(file));
  return rows.map((row) => row.map((cell) => cell.normalize('NFC').replaceAll('\u00a0', ' ').trim()));
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

async function cellsOfXlsx(file: TableFile): Promise<string[][]> {
  if (!isSafeZip(file.bytes)) throw new DomainError('TABLE_UNSAFE', { file: file.name });
  try {
    const rows = await readSheet(Buffer.from(file.bytes), { parseNumber: (text: string) => text });
    return rows.map((row) => row.map(textOf));
  } catch {
    throw new DomainError('TABLE_FORMAT', { file: file.name });
  }
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'string' ? cell : JSON.stringify(cell);
}

function decode(file: TableFile): string {
  if (file.bytes.includes(0)) throw new DomainError('TABLE_FORMAT', { file: file.name });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file.bytes);
  } catch {
    throw new DomainError('TABLE_ENCODING', { file: file.name });
  }
}

/** Field → place of its column. */
function placesOf(file: TableFile, headings: readonly string[], columns: TableColumns): Map<string, number> {
  const keys = headings.map((heading) => searchKey(heading));
  const places = new Map<string, number>();
  for (const [field, { headings: known }] of Object.entries(columns)) {
    const wanted = known.map((heading) => searchKey(heading));
    const found = keys.flatMap((key, place) => (wanted.includes(key) ? [place] : []));
    if (found.length > 1)
      throw new DomainError('TABLE_COLUMN_TWICE', { file: file.name, column: known[0] ?? field });
    if (found[0] !== undefined) places.set(field, found[0]);
  }
  const missing = Object.entries(columns).filter(([field, { required }]) => required && !places.has(field));
  if (missing.length > 0) {
    throw new DomainError('TABLE_COLUMNS_MISSING', {
      file: file.name,
      columns: missing.map(([field, { headings: known }]) => known[0] ?? field).join(', '),
    });
  }
  return places;
}
