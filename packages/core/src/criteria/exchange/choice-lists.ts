import { criteriaChoices, type Language, type Words } from '@nhip/contracts';
import { columnLetters } from './file-problems.js';
import { sheetIds, sheets, type Column } from './sheets.js';

/** The sheet that holds what the choices are; it is written for people and their spreadsheets, and not read back. */
export const choiceSheet: Words = { vi: 'Danh mục lựa chọn', en: 'Choices' };

/** So many rows below the heading offer their choices. */
const ROWS = 1000;

export interface ChoiceLists {
  /** A list a column, below its heading. */
  readonly lists: readonly { readonly words: Words; readonly choices: readonly string[] }[];
  /** Drop-down lists of a sheet, as its XML has them after the cells; empty where nothing is chosen. */
  readonly validations: (sheet: keyof typeof sheets) => string;
}

/** Every closed vocabulary of the workbook once, in the reader's language, and the cells that choose from it. */
export function choiceLists(language: Language): ChoiceLists {
  const lists: { words: Words; choices: readonly string[] }[] = [];
  const places = new Map<string, number>();
  const listOf = (column: Column): string | undefined => {
    if (column.kind !== 'choice' && column.kind !== 'yes') return undefined;
    const choices = Object.values(criteriaChoices(column.choices) ?? {}).map((words) => words[language]);
    if (choices.length === 0) return undefined;
    const key = choices.join('\n');
    const place = places.get(key) ?? lists.length;
    if (place === lists.length) {
      places.set(key, place);
      lists.push({ words: column.words, choices });
    }
    const letters = columnLetters(place);
    return `'${choiceSheet.vi}'!$${letters}$2:$${letters}$${choices.length + 1}`;
  };
  const bySheet = new Map(
    sheetIds.map((id) => {
      const { columns, upright } = sheets[id];
      const all = columns.flatMap((column, at) => {
        const range = listOf(column);
        const letters = columnLetters(at);
        const cells = upright ? `C${at + 1}` : `${letters}2:${letters}${ROWS}`;
        return range === undefined ? [] : [validation(cells, range)];
      });
      return [
        id,
        all.length === 0 ? '' : `<dataValidations count="${all.length}">${all.join('')}</dataValidations>`,
      ];
    }),
  );
  return { lists, validations: (sheet) => bySheet.get(sheet) ?? '' };
}

const validation = (cells: string, range: string): string =>
  `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${cells}"><formula1>${range}</formula1></dataValidation>`;
