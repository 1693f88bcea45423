import { criteriaChoices, type Language } from '@nhip/contracts';
import writeXlsxFile, { type Cell, type Row as Cells } from 'write-excel-file/node';
import { textCell } from './cell-text.js';
import { choiceLists, choiceSheet, type ChoiceLists } from './choice-lists.js';
import { rowsOfContent, type NamedSet } from './rows-of-content.js';
import { sheetIds, sheets, type Column, type Row, type SheetShape } from './sheets.js';

/**
 * A whole set as an XLSX workbook that reads back without loss. Headings are in Vietnamese with English below; choices
 * in the reader's language, from drop-down lists. Every cell is text, so that no spreadsheet makes a binary float of a number.
 */
export function criteriaSetWorkbook(set: NamedSet, language: Language): Promise<Buffer> {
  const rows = rowsOfContent(set);
  const written = sheetIds.map((id) => {
    const shape = sheets[id];
    const upright = shape.upright;
    return {
      sheet: shape.names.vi,
      data: upright ? uprightRows(shape, rows[id][0] ?? {}, language) : tableRows(shape, rows[id], language),
      columns: upright ? [{ width: 38 }, { width: 38 }, { width: 60 }] : shape.columns.map(widthOf),
      ...(upright ? {} : { stickyRowsCount: 1, stickyColumnsCount: 1 }),
    };
  });
  const choices = choiceLists(language);
  const sheetsOf = [...written, choiceSheetOf(choices)];
  const transform = withDropDowns(choices);
  return writeXlsxFile(sheetsOf, {
    features: [{ files: { transform: { 'xl/worksheets/sheet{id}.xml': { transform } } } }],
  }).toBuffer();
}

/** What the choices are, for the eye and for the drop-down lists. */
function choiceSheetOf({ lists }: ChoiceLists) {
  const longest = Math.max(...lists.map(({ choices }) => choices.length));
  return {
    sheet: choiceSheet.vi,
    data: [
      lists.map(({ words }) => heading(words.vi === words.en ? words.vi : `${words.vi}\n${words.en}`)),
      ...Array.from({ length: longest }, (_, row) => lists.map(({ choices }) => text(choices[row]))),
    ],
    columns: lists.map(() => ({ width: 26 })),
    stickyRowsCount: 1,
  };
}

/** The writer has no drop-down lists of its own: they stand in the XML of a sheet right after its cells. */
const withDropDowns =
  ({ validations }: ChoiceLists) =>
  (xml: string, _options: unknown, { sheetIndex }: { readonly sheetIndex: number }): string => {
    const id = sheetIds[sheetIndex];
    return id === undefined ? xml : xml.replace('</sheetData>', () => `</sheetData>${validations(id)}`);
  };

const heading = (value: string): Cell => ({
  value,
  type: String,
  fontWeight: 'bold',
  backgroundColor: '#E6EFEF',
  alignVertical: 'top',
  wrap: true,
});

/** As workbooks write a character that cannot stand for itself. */
const escape = (character: string): string =>
  `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;

/**
 * Keeps what a workbook would change: control characters, what looks like such an escape (`_x000D_`), and words that
 * JavaScript objects are born with, which the writer's table of texts stumbles over.
 */
const escaped = (value: string): string => {
  const kept = value
    .replace(/_(?=x[\dA-Fa-f]{4}_)/g, escape)
    // oxlint-disable-next-line no-control-regex -- these are what is looked for
    .replace(/[\u0000-\u0008\u000b-\u001f\ufffd-\uffff]/g, escape);
  return kept in Object.prototype ? escape(kept) + kept.slice(1) : kept;
};

const text = (value: string | undefined): Cell =>
  value === undefined
    ? null
    : { value: escaped(value), type: String, format: '@', alignVertical: 'top', wrap: true };

/** Line 1 Vietnamese, line 2 English. */
const headingOf = ({ words }: Column): string =>
  words.vi === words.en ? words.vi : `${words.vi}\n${words.en}`;

const tableRows = ({ columns }: SheetShape, rows: readonly Row[], language: Language): Cells[] => [
  columns.map((column) => heading(headingOf(column))),
  ...rows.map((row) => columns.map((column) => text(cellOf(row, column, language)))),
];

const uprightRows = ({ columns }: SheetShape, row: Row, language: Language): Cells[] =>
  columns.map((column) => [
    heading(column.words.vi),
    heading(column.words.en),
    text(cellOf(row, column, language)),
  ]);

function cellOf(row: Row, { key, kind, choices }: Column, language: Language): string | undefined {
  const value = row[key];
  if (value === undefined) return undefined;
  if (kind === 'choice' || kind === 'yes') return criteriaChoices(choices)?.[value]?.[language] ?? value;
  return kind === 'text' ? textCell(value) : value;
}

const wide = /(names\.|\.text$|formula|when|quote|guide|note|document|unquantified)/;
const widthOf = ({ key, kind }: Column) => ({ width: wide.test(key) ? 40 : kind === 'decimal' ? 12 : 18 });
