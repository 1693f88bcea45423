import {
  doneRate,
  formatDay,
  onTimeRate,
  taskStatisticsWords as words,
  type Language,
  type TaskCounts,
  type TaskStatistics,
} from '@nhip/contracts';
import writeXlsxFile, { type Cell, type Row } from 'write-excel-file/node';

/** The official table of tasks as an XLSX workbook: a sheet by the present deadline and one by the original. */
export function statisticsWorkbook(
  { on, items, total }: TaskStatistics,
  language: Language,
): Promise<Buffer> {
  const sheet = (basis: 'present' | 'original') => ({
    sheet: words[basis][language],
    data: [
      [
        {
          value: `${words.title[language]} · ${words[basis][language]} · ${formatDay(on)}`,
          fontWeight: 'bold' as const,
        },
      ],
      headings(language),
      ...items.map(({ unit, [basis]: counts }) =>
        line(unit.code, (language === 'en' && unit.names.en) || unit.names.vi, counts),
      ),
      line('', words.total[language], total[basis]),
    ],
    columns: [12, 40, 10, 12, 12, 12, 12, 14, 14].map((width) => ({ width })),
    stickyRowsCount: 2,
  });
  return writeXlsxFile([sheet('present'), sheet('original')]).toBuffer();
}

const headings = (language: Language): Row =>
  (
    [
      'code',
      'unit',
      'counted',
      'doneOnTime',
      'doneLate',
      'openInTime',
      'openOverdue',
      'done',
      'onTime',
    ] as const
  ).map((name) => ({
    value: words[name][language],
    fontWeight: 'bold' as const,
    backgroundColor: '#E6EFEF',
    wrap: true,
  }));

function line(code: string, name: string, counts: TaskCounts): Row {
  const classes = ['done-on-time', 'done-late', 'open-in-time', 'open-overdue'] as const;
  const counted = classes.reduce((sum, one) => sum + counts[one], 0);
  return [
    text(code),
    text(name),
    number(counted),
    ...classes.map((one) => number(counts[one])),
    percent(doneRate(counts)),
    percent(onTimeRate(counts)),
  ];
}

const text = (value: string): Cell => ({ value, type: String });
const number = (value: number): Cell => ({ value, type: Number, format: '#,##0' });
/** The rate as it is shown: two decimals, cut off. */
const percent = (rate: string | null): Cell =>
  rate === null ? null : { value: Number(rate), type: Number, format: '0.00' };
