import {
  incomparableTexts,
  unrankedTexts,
  type Language,
  type Names,
  type RankingRow,
} from '@nhip/contracts';
import writeXlsxFile, { type Cell, type Row } from 'write-excel-file/node';

const headings = {
  vi: ['Khối', 'Hạng', 'Mã', 'Đơn vị', 'Điểm', 'Điểm chính xác', 'Xếp loại', 'So với đợt trước', 'Ghi chú'],
  en: [
    'Peer group',
    'Rank',
    'Code',
    'Unit',
    'Points',
    'Exact points',
    'Class',
    'Since the last cycle',
    'Note',
  ],
} as const;
const words = {
  vi: {
    tied: 'đồng hạng',
    unranked: 'không xếp hạng',
    incomparable: 'không so sánh được',
    published: 'so với hạng đã công bố',
    sheet: 'Xếp hạng',
  },
  en: {
    tied: 'tied',
    unranked: 'unranked',
    incomparable: 'not comparable',
    published: 'against the published rank',
    sheet: 'Ranking',
  },
} as const;
const widths = [24, 7, 12, 40, 10, 22, 16, 34, 34];

/** The rows of a ranking as an XLSX workbook with typed cells: ranks and shown points are numbers. */
export async function rankingWorkbook(
  title: string,
  rows: readonly RankingRow[],
  language: Language,
): Promise<Buffer> {
  const heading: Row = headings[language].map((value) => ({
    value,
    fontWeight: 'bold' as const,
    backgroundColor: '#E6EFEF',
    wrap: true,
  }));
  const data = [
    [{ value: title, fontWeight: 'bold' as const }],
    heading,
    ...rows.map((row) => cells(row, language)),
  ];
  const columns = widths.map((width) => ({ width }));
  const file = writeXlsxFile(data, { columns, sheet: words[language].sheet, stickyRowsCount: 2 });
  return file.toBuffer();
}

function cells(row: RankingRow, language: Language): Row {
  const name = (names: Names | null | undefined): string =>
    (language === 'en' ? names?.en : undefined) ?? names?.vi ?? '';
  const note = row.unranked
    ? `${words[language].unranked}: ${unrankedTexts[row.unranked][language]}`
    : row.tied
      ? words[language].tied
      : '';
  return [
    text(name(row.group?.names)),
    row.rank === null ? null : { value: row.rank, type: Number },
    text(row.unit.code),
    text(name(row.unit.names)),
    points(row.shownPoints),
    text(row.points ?? ''),
    text(name(row.classNames)),
    text(movementText(row, language)),
    text(note),
  ];
}

const text = (value: string): Cell => ({ value, type: String });

/** A spreadsheet holds numbers in binary: the cell gets the shown points with their decimals, the exact ones are text. */
function points(shown: string | null): Cell {
  if (shown === null) return null;
  const decimals = shown.split('.')[1]?.length ?? 0;
  return {
    value: Number(shown),
    type: Number,
    format: decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`,
  };
}

function movementText({ movement }: RankingRow, language: Language): string {
  if (!movement.comparable) {
    return `${words[language].incomparable}: ${incomparableTexts[movement.reason][language]}`;
  }
  const { places, from, published } = movement;
  const moved = places === 0 ? '0' : `${places > 0 ? '+' : '−'}${Math.abs(places)}`;
  return published ? `${moved} (${words[language].published} ${from})` : moved;
}
