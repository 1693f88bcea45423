import { attributesOf, unescaped } from './workbook-xml.js';
import type { RawCell } from './read-cells.js';

/** A cell that the reader of cells passes over or gives without what matters of it; row and column counted from 0. */
export interface MarkedCell {
  readonly row: number;
  readonly column: number;
  readonly cell: RawCell;
}

/**
 * Cells of a sheet's XML that hold a spreadsheet formula, an error of one (`#REF!`), or a number shown as a percentage:
 * the reader gives blanks for the first two where nothing was computed, and 0.9 for what people see as 90 %.
 */
export function markedCells(sheet: string, isPercent: (style: number) => boolean): MarkedCell[] {
  const [, ...cells] = sheet.split(/<(?=(?:\w+:)?c[\s>])/);
  return cells.flatMap((xml) => {
    const [attributes = {}] = attributesOf(`<${xml.slice(0, xml.indexOf('>') + 1)}`, 'c');
    const place = /^([A-Z]+)(\d+)$/.exec(attributes['r'] ?? '');
    const cell = markOf(xml, attributes, isPercent);
    if (place === null || cell === undefined) return [];
    const [, letters = '', row = ''] = place;
    return [{ row: Number(row) - 1, column: columnIndex(letters), cell }];
  });
}

function markOf(
  xml: string,
  { t: type = 'n', s: style }: Readonly<Record<string, string>>,
  isPercent: (style: number) => boolean,
): RawCell | undefined {
  const held = textOf(xml, 'v');
  if (/<(?:\w+:)?f[\s/>]/.test(xml))
    return {
      kind: 'formula',
      text: textOf(xml, 'f')?.replace(/^=/, '') ?? '…',
      ...(held !== undefined && { held }),
    };
  if (type === 'e') return { kind: 'error', text: held ?? '#' };
  return type === 'n' && held !== undefined && style !== undefined && isPercent(Number(style))
    ? { kind: 'percent', text: held }
    : undefined;
}

const textOf = (xml: string, element: string): string | undefined => {
  const text = new RegExp(`<(?:\\w+:)?${element}(?:\\s[^<>]*)?(?<!/)>([^<]*)<`).exec(xml)?.[1];
  return text === undefined ? undefined : unescaped(text);
};

const columnIndex = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** Formats that a spreadsheet knows by number alone: `0%`, `0.00%`. */
const PERCENTS = new Set(['9', '10']);

/** Whether a style of the workbook shows numbers as percentages, from `xl/styles.xml`. */
export function percentStyles(styles: string): (style: number) => boolean {
  const percents = new Set(PERCENTS);
  for (const { numFmtId = '', formatCode = '' } of attributesOf(styles, 'numFmt'))
    if (
      unescaped(formatCode)
        .replace(/"[^"]*"|\\./g, '')
        .includes('%')
    )
      percents.add(numFmtId);
  const cells = /<(?:\w+:)?cellXfs[\s>][^]*?<\/(?:\w+:)?cellXfs>/.exec(styles)?.[0] ?? '';
  const formats = attributesOf(cells, 'xf').map(({ numFmtId = '' }) => numFmtId);
  return (style) => percents.has(formats[style] ?? '');
}
