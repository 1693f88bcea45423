import { criteriaChoices, searchKey, type Language, type Words } from '@nhip/contracts';
import { listOfCell, textOfCell } from './cell-text.js';
import { columnLetters, type FilePlace, type FileProblems } from './file-problems.js';
import type { Column, SheetShape } from './sheets.js';

/** A cell as the file has it. A number is given by its digits in the file, which may be those of a binary float. */
export interface RawCell {
  readonly kind: 'text' | 'number' | 'date' | 'boolean' | 'formula' | 'error' | 'percent';
  readonly text: string;
  /** What a formula came to, where the file has it. */
  readonly held?: string;
}

/** A record of a sheet: where its row is, and its cells that are not blank by the key of their column. */
export interface RawRecord {
  readonly shape: SheetShape;
  readonly row: number;
  readonly cells: ReadonlyMap<string, RawCell>;
  /** Column of a key, counted from 0. */
  readonly columnOf: ReadonlyMap<string, number>;
}

/** Where a value of the record stands. In an upright sheet every key has a row of its own. */
export function placeOf({ shape, row, columnOf }: RawRecord, key: string, language: Language): FilePlace {
  const column = shape.columns.find((one) => one.key === key) ?? shape.columns[0];
  const at = columnOf.get(column?.key ?? '') ?? 0;
  return {
    sheet: shape.names.vi,
    row: shape.upright ? at + 1 : row,
    cell: shape.upright ? `C${at + 1}` : `${columnLetters(at)}${row}`,
    column: column?.words[language] ?? '',
  };
}

/** The values of a record by key: texts, numbers, truths and lists, as the content has them; bad cells are told. */
export function valuesOf(record: RawRecord, problems: FileProblems): Map<string, unknown> {
  const values = new Map<string, unknown>();
  for (const column of record.shape.columns) {
    const cell = record.cells.get(column.key);
    if (cell === undefined) continue;
    const value = valueOf(cell, column, problems, placeOf(record, column.key, problems.language));
    if (value !== undefined) values.set(column.key, value);
  }
  return values;
}

function valueOf(found: RawCell, column: Column, problems: FileProblems, place: FilePlace): unknown {
  const cell = plainCell(found, column, problems, place);
  if (cell === undefined) return undefined;
  switch (column.kind) {
    case 'decimal':
      return decimalOf(cell, problems, place);
    case 'yes':
    case 'choice': {
      const value = choiceOf(cell, column, problems, place);
      return column.kind === 'yes' && value !== undefined ? value === 'true' : value;
    }
    case 'list': {
      const entries = listOfCell(cell.text);
      return entries ?? problems.error(place, 'LIST_QUOTES', { found: cell.text });
    }
    default:
      return cell.kind === 'number' ? typedDecimal(cell.text, problems, place) : textOfCell(cell.text);
  }
}

/** A cell whose content is a value; what a spreadsheet made of it or computes in it is told. */
function plainCell(
  cell: RawCell,
  { key }: Column,
  problems: FileProblems,
  place: FilePlace,
): RawCell | undefined {
  const { kind, text: found, held } = cell;
  if (kind === 'date') problems.error(place, 'DATE_FOUND', { found });
  else if (kind === 'error') problems.error(place, 'ERROR_FOUND', { found });
  else if (kind === 'formula')
    problems.error(place, 'FORMULA_FOUND', { found, expected: held === undefined ? '' : `: ${held}` });
  else if (kind !== 'percent') return cell;
  // A share is a part of 1, as the spreadsheet keeps it.
  else if (key === 'share') return { kind: 'number', text: found };
  else {
    const expected = String(Number((Number(found) * 100).toPrecision(KEPT_DIGITS)));
    problems.error(place, 'PERCENT_FOUND', { found: `${expected} %`, held: found, expected });
  }
  return undefined;
}

const DECIMAL = /^-?(0|[1-9]\d*)(\.\d+)?$/;
/** Digits that a spreadsheet keeps of a number; more are those of a binary fraction. */
const KEPT_DIGITS = 15;

function decimalOf(cell: RawCell, problems: FileProblems, place: FilePlace): string | undefined {
  if (cell.kind === 'number') return typedDecimal(cell.text, problems, place);
  const text = cell.text.trim();
  if (DECIMAL.test(text)) return text;
  problems.error(place, 'NOT_A_DECIMAL', { found: cell.text, expected: meantBy(text) ?? '12.5' });
  return undefined;
}

/** The decimal that was meant by `8,5`, `1.234,5`, `90%`, `05`, `6 điểm`. */
function meantBy(text: string): string | undefined {
  const digits = /^(-?[\d.,]+)(?:\s*[%\p{L}]+)?$/u.exec(text)?.[1];
  const plain =
    digits !== undefined && /,\d+$/.test(digits) ? digits.replaceAll('.', '').replace(',', '.') : digits;
  const meant = plain?.replace(/^(-?)0+(?=\d)/, '$1');
  return meant !== undefined && DECIMAL.test(meant) ? meant : undefined;
}

/**
 * What was typed into a number cell. The file has the shortest digits of a binary float, or 17 of them: 1.1 is written
 * 1.1000000000000001. What was typed has no more than 15; a number that needs more was computed by the spreadsheet.
 */
function typedDecimal(digits: string, problems: FileProblems, place: FilePlace): string | undefined {
  const exact = DECIMAL.test(digits) && digitsOf(digits) <= KEPT_DIGITS ? digits : String(Number(digits));
  if (DECIMAL.test(exact) && digitsOf(exact) <= KEPT_DIGITS) return exact;
  const expected = String(Number(Number(digits).toPrecision(KEPT_DIGITS)));
  problems.error(place, 'NUMBER_IS_BINARY', { found: digits, expected });
  return undefined;
}

const digitsOf = (text: string): number => text.replace(/\D/g, '').replace(/^0+/, '').length;

function choiceOf(
  cell: RawCell,
  column: Column,
  problems: FileProblems,
  place: FilePlace,
): string | undefined {
  const choices = Object.entries(criteriaChoices(column.choices) ?? {});
  const means = (text: string, [value, words]: [string, Words]): boolean =>
    [value, words.vi, words.en].some((known) => sameWord(known, text));
  const found = choices.find((choice) => means(cell.text, choice));
  if (found !== undefined) return found[0];
  const expected = choices.map(([, words]) => words[problems.language]).join('; ');
  problems.error(place, 'CHOICE_UNKNOWN', { found: cell.text, expected });
  return undefined;
}

/** Words are compared without case and diacritics; signs such as `<=` have neither. */
function sameWord(known: string, text: string): boolean {
  const key = searchKey(known);
  return known.trim() === text.trim() || (key !== '' && /[a-z]/.test(key) && key === searchKey(text));
}
