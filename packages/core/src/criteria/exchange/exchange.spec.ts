import { describe, expect, it } from '@jest/globals';
import { criteriaChoices, criteriaSetContent, type CriteriaSetContent } from '@nhip/contracts';
import fc from 'fast-check';
import writeXlsxFile, { type Cell } from 'write-excel-file/node';
import readXlsxFile from 'read-excel-file/node';
import { criteriaSet, indicator } from '../../testing/criteria-set.js';
import { readyCriteriaSets } from '../ready-sets.js';
import { randomContent } from '../../testing/random-content.js';
import { columnLetters } from './file-problems.js';
import { entriesOf } from './merged-cells.js';
import { readSetFile } from './read-set-file.js';
import { sheetIds, sheets } from './sheets.js';
import { criteriaSetWorkbook } from './write-workbook.js';

const named = (content: CriteriaSetContent) => ({
  code: 'BO-1',
  names: { vi: 'Bộ một', en: 'Set one' },
  content,
});
const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

describe('a set in a file and back', () => {
  it('as a workbook is the same, whatever is in it', async () => {
    await fc.assert(
      fc.asyncProperty(randomContent, fc.constantFrom('vi', 'en'), async (content, language) => {
        const read = await readSetFile(await criteriaSetWorkbook(named(content), language), 'vi');
        expect(read.problems).toEqual([]);
        expect({ code: read.code, names: read.names, content: read.content }).toEqual(named(content));
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });

  it('as JSON is the same', async () => {
    await fc.assert(
      fc.asyncProperty(randomContent, async (content) => {
        const read = await readSetFile(json(named(content)), 'vi');
        expect(read.problems).toEqual([]);
        expect(read.content).toEqual(content);
      }),
      { numRuns: 60 },
    );
  });

  it('of the ready sets too', async () => {
    for (const { code, names, content: written } of readyCriteriaSets()) {
      const content = criteriaSetContent.parse(written);
      const read = await readSetFile(await criteriaSetWorkbook({ code, names, content }, 'vi'), 'vi');
      expect(read.problems).toEqual([]);
      expect(read.content).toEqual(content);
    }
  });

  it('has headings that tell columns apart in both languages', () => {
    for (const id of sheetIds) {
      for (const language of ['vi', 'en'] as const) {
        const headings = sheets[id].columns.map(({ words }) => words[language]);
        expect([id, headings.filter((heading, at) => headings.indexOf(heading) !== at)]).toEqual([id, []]);
      }
    }
  });
});

type Sheet = { sheet: string; data: Cell[][] };

/** The workbook of a small set as cells, changed by hand. */
async function changed(change: (sheets: Map<string, Cell[][]>) => void) {
  const content = criteriaSet([
    indicator('i', {
      rule: {
        type: 'bands',
        bands: [
          { from: null, to: '50', points: '0' },
          { from: '50', to: null, points: '10' },
        ],
      },
    }),
  ]);
  const found = await readXlsxFile(await criteriaSetWorkbook(named(content), 'vi'));
  const sheetCells = new Map(
    found.map(({ sheet, data }) => [
      sheet,
      data.map((row) =>
        row.map((value): Cell => (value === null ? null : { value: value as string, type: String })),
      ),
    ]),
  );
  change(sheetCells);
  const data: Sheet[] = [...sheetCells].map(([sheet, rows]) => ({ sheet, data: rows }));
  return readSetFile(await writeXlsxFile(data).toBuffer(), 'vi');
}

const columnOf = (rows: Cell[][] | undefined, heading: string): number =>
  (rows?.[0] ?? []).findIndex((cell) =>
    String((cell as { value: string } | null)?.value).startsWith(heading),
  );
const put = (rows: Cell[][] | undefined, row: number, heading: string, cell: Cell): void => {
  const line = rows?.[row - 1];
  const at = columnOf(rows, heading);
  if (line === undefined || at < 0) throw new Error(`no ${heading}`);
  line[at] = cell;
};
const text = (value: string): Cell => ({ value, type: String });

describe('bad input in a workbook', () => {
  it('an unchanged copy is read', async () => {
    expect((await changed(() => undefined)).problems).toEqual([]);
  });

  it.each<[string, (all: Map<string, Cell[][]>) => void, object]>([
    [
      'a wrong sheet',
      (all) => {
        all.set('Chỉ số 2022', all.get('Chỉ số') ?? []);
        all.delete('Chỉ số');
      },
      {
        sheet: 'Chỉ số',
        code: 'SHEET_MISSING',
        severity: 'error',
        message: expect.stringContaining('Chỉ số 2022'),
      },
    ],
    [
      'a missing column',
      (all) => (all.get('Mức điểm') ?? []).forEach((row) => row.splice(2, 1)),
      { sheet: 'Mức điểm', row: 1, code: 'COLUMN_MISSING', message: expect.stringContaining('“Từ”') },
    ],
    [
      'an unknown choice',
      (all) => put(all.get('Số liệu'), 2, 'Loại', text('Số lượg')),
      {
        sheet: 'Số liệu',
        row: 2,
        cell: 'F2',
        found: 'Số lượg',
        code: 'CHOICE_UNKNOWN',
        message: expect.stringContaining('Số đếm; Số lượng, giá trị'),
      },
    ],
    [
      'a number that the spreadsheet computed',
      (all) => put(all.get('Mức điểm'), 2, 'Đến dưới', { value: 0.1 + 0.2, type: Number }),
      {
        sheet: 'Mức điểm',
        row: 2,
        cell: 'D2',
        found: '0.30000000000000004',
        code: 'NUMBER_IS_BINARY',
        message: expect.stringContaining('0.3 '),
      },
    ],
    [
      'a decimal comma in a text cell',
      (all) => put(all.get('Mức điểm'), 2, 'Đến dưới', text('0,5')),
      { cell: 'D2', found: '0,5', code: 'NOT_A_DECIMAL', message: expect.stringContaining('0.5') },
    ],
    [
      'a code that is on no other sheet',
      (all) => put(all.get('Mức điểm'), 3, 'Thuộc', text('k')),
      { sheet: 'Mức điểm', row: 3, cell: 'A3', found: 'k', code: 'PARENT_UNKNOWN' },
    ],
    [
      'bands of an indicator that has another rule',
      (all) => put(all.get('Chỉ số'), 2, 'Cách chấm', text('Tỷ lệ thuận')),
      { sheet: 'Mức điểm', row: 2, code: 'PARENT_RULE' },
    ],
    [
      'an expression that is none',
      (all) => put(all.get('Chỉ số'), 2, 'Tử số\n', text('i-part+i-whole')),
      { sheet: 'Chỉ số', row: 2, cell: 'H2', code: 'EXPRESSION_SHAPE' },
    ],
    [
      'a blank that must not be',
      (all) => put(all.get('Chỉ số'), 2, 'Tên', null),
      { sheet: 'Chỉ số', row: 2, cell: 'B2', code: 'FIELD_MISSING' },
    ],
    [
      'a criterion above the first field',
      (all) => {
        const rows = all.get('Cây tiêu chí') ?? [];
        rows.splice(1, 2, rows[2] ?? [], rows[1] ?? []);
      },
      { sheet: 'Cây tiêu chí', row: 2, code: 'TREE_ORDER' },
    ],
    [
      'merged cells',
      (all) => {
        const [headings = []] = all.get('Ngưỡng') ?? [];
        headings[0] = { value: 'Thuộc', type: String, columnSpan: 2 };
        headings[1] = null;
      },
      { sheet: 'Ngưỡng', row: 1, cell: 'A1:B1', code: 'MERGED_CELLS' },
    ],
    [
      'a date made by the spreadsheet',
      (all) =>
        put(all.get('Mức điểm'), 2, 'Điểm', {
          value: new Date('2022-05-01'),
          type: Date,
          format: 'dd/mm/yyyy',
        }),
      { sheet: 'Mức điểm', row: 2, code: 'DATE_FOUND', found: '2022-05-01' },
    ],
  ])('%s is named with its place and what would be right', async (_what, change, problem) => {
    const read = await changed(change);
    expect(read.problems).toContainEqual(expect.objectContaining(problem));
    expect(read.content).toBeUndefined();
  });

  it('numbers typed into number cells are taken by what was typed', async () => {
    const read = await changed((all) => {
      put(all.get('Mức điểm'), 2, 'Đến dưới', { value: 50.1, type: Number });
      put(all.get('Mức điểm'), 3, 'Từ', { value: 50.1, type: Number });
    });
    expect(read.problems).toEqual([]);
    expect(read.content?.indicators[0]?.rule).toMatchObject({ bands: [{ to: '50.1' }, { from: '50.1' }] });
  });

  it('a sheet of one’s own is left out of account, and said so', async () => {
    const read = await changed((all) => all.set('Ghi chú', [[text('nháp')]]));
    expect(read.problems).toMatchObject([{ severity: 'warning', code: 'SHEET_IGNORED', sheet: 'Ghi chú' }]);
    expect(read.content).toBeDefined();
  });

  it('what the linter finds has its cell', async () => {
    const read = await changed((all) => put(all.get('Mức điểm'), 3, 'Từ', text('40')));
    expect(read.placeOf(['indicators', 0, 'rule', 'bands', 1, 'from'])).toMatchObject({
      sheet: 'Mức điểm',
      row: 3,
      cell: 'C3',
    });
    expect(read.placeOf(['indicators', 0, 'numerator', 'formula'])).toMatchObject({ cell: 'H2' });
    expect(read.placeOf(['totals', 'maxPoints'])).toMatchObject({ sheet: 'Bộ tiêu chí', row: 4, cell: 'C4' });
  });

  it('closed vocabularies are drop-down lists from a sheet of choices, which is not read back', async () => {
    const bytes = await criteriaSetWorkbook(named(criteriaSet([indicator('i')])), 'vi');
    const found = await readXlsxFile(Buffer.from(bytes));
    const choices = found.find(({ sheet }) => sheet === 'Danh mục lựa chọn')?.data ?? [];
    const offered = choices[0]?.map((_, at) => choices.slice(1).flatMap((row) => row[at] ?? []));
    const directions = Object.values(criteriaChoices('indicators.direction') ?? {}).map(({ vi }) => vi);
    const at = offered?.findIndex((list) => JSON.stringify(list) === JSON.stringify(directions)) ?? -1;
    expect(at).toBeGreaterThanOrEqual(0);
    const xml = entriesOf(bytes)(`xl/worksheets/sheet${sheetIds.indexOf('indicators') + 1}.xml`);
    const column = columnLetters(sheets.indicators.columns.findIndex(({ key }) => key === 'direction'));
    const list = columnLetters(at);
    expect(xml).toContain(
      `sqref="${column}2:${column}1000"><formula1>'Danh mục lựa chọn'!$${list}$2:$${list}$${directions.length + 1}<`,
    );
    expect(xml).toMatch(/<\/sheetData><dataValidations count="\d+">/);
    expect((await readSetFile(bytes, 'vi')).problems).toEqual([]);
  });

  it('a file that is no set says so', async () => {
    const codes = async (bytes: Uint8Array) =>
      (await readSetFile(bytes, 'vi')).problems.map(({ code }) => code);
    expect(await codes(new TextEncoder().encode('a,b'))).toEqual(['FILE_UNREADABLE']);
    expect(await codes(new TextEncoder().encode('{"code": }'))).toEqual(['JSON_SYNTAX']);
    expect(await codes(new Uint8Array([0x50, 0x4b, 1, 2]))).toEqual(['FILE_UNSAFE']);
    expect(await codes(json({ code: 'A', names: { vi: 'A' }, content: { indicators: 1 } }))).toContain(
      'FIELD_TYPE',
    );
  });
});
