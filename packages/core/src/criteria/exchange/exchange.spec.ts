import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import {
  criteriaChoices,
  criteriaFileTexts,
  criteriaSetContent,
  criteriaSetFile,
  type CriteriaSetContent,
  type Language,
} from '@nhip/contracts';
import fc from 'fast-check';
import writeXlsxFile, { type Cell } from 'write-excel-file/node';
import readXlsxFile from 'read-excel-file/node';
import { criteriaSet, indicator } from '../../testing/criteria-set.js';
import { readyCriteriaSets } from '../ready-sets.js';
import { randomContent } from '../../testing/random-content.js';
import { columnLetters } from './file-problems.js';
import { entriesOf } from './workbook-xml.js';
import { readSetFile } from './read-set-file.js';
import { sheetIds, sheets } from './sheets.js';
import { criteriaSetWorkbook } from './write-workbook.js';

const named = (content: CriteriaSetContent) => ({
  code: 'BO-1',
  names: { vi: 'Bộ một', en: 'Set one' },
  content,
});
const SAMPLES = new URL('../../../../../samples/criteria-sets/', import.meta.url);
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

  /** What comes with the product and with the sample, and every ready set as it is issued. */
  const published = [
    ...readyCriteriaSets(),
    ...readdirSync(SAMPLES).map((file) =>
      criteriaSetFile.parse(JSON.parse(readFileSync(new URL(file, SAMPLES), 'utf8'))),
    ),
  ].map(({ code, names, content }) => ({ code, names, content: criteriaSetContent.parse(content) }));
  it.each(published.map((set) => [set.code, set] as const))(
    'of %s too: out, in and out again, as a workbook in either language and as JSON',
    async (_code, set) => {
      for (const language of ['vi', 'en'] as const) {
        const once = await readSetFile(await criteriaSetWorkbook(set, language), language);
        expect(once).toMatchObject({ problems: [], code: set.code, names: set.names, content: set.content });
        const again = await criteriaSetWorkbook({ ...set, content: once.content ?? set.content }, language);
        const twice = await readSetFile(again, language);
        expect([twice.problems, twice.content]).toEqual([[], set.content]);
      }
      const read = await readSetFile(json(set), 'vi');
      expect([read.problems, read.content]).toEqual([[], set.content]);
    },
  );

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
async function changed(change: (sheets: Map<string, Cell[][]>) => void, language: Language = 'vi') {
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
  return readSetFile(await writeXlsxFile(data).toBuffer(), language);
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

  it('a code typed into a number cell is the code that was typed', async () => {
    const read = await changed((all) => {
      const code: Cell = { value: 1.1, type: Number };
      put(all.get('Chỉ số'), 2, 'Mã', code);
      for (const row of [2, 3]) put(all.get('Mức điểm'), row, 'Thuộc', code);
    });
    expect(read.problems).toEqual([]);
    expect(read.content?.indicators[0]?.code).toBe('1.1');
  });

  it('an indicator that is not there is shown at its code in the tree', async () => {
    const { placeOf } = await changed(() => undefined);
    expect(placeOf(['fields', 0, 'criteria', 0, 'indicators', 0])).toMatchObject({
      sheet: 'Cây tiêu chí',
      cell: 'B4',
    });
  });

  it.each<[string, (all: Map<string, Cell[][]>) => void, object, readonly [string, string]]>([
    [
      'a sheet that is there twice, once in each language',
      (all) => all.set('Indicators', all.get('Chỉ số') ?? []),
      { sheet: 'Indicators', code: 'SHEET_TWICE' },
      ['Giữ một trang', 'Keep one'],
    ],
    [
      'headings below a title',
      (all) => all.get('Chỉ số')?.unshift([text('BẢNG CHỈ SỐ NĂM 2022')], []),
      { sheet: 'Chỉ số', row: 3, cell: 'A3', code: 'HEADINGS_NOT_FIRST' },
      ['tiêu đề đứng ở hàng 3', 'they stand in row 3'],
    ],
    [
      'a line of the first sheet that is gone',
      (all) => all.get('Bộ tiêu chí')?.splice(3, 1),
      { sheet: 'Bộ tiêu chí', code: 'LINE_MISSING' },
      ['“Tổng điểm tối đa” ở cột A', 'column A'],
    ],
    [
      'a negative maximum',
      (all) => put(all.get('Chỉ số'), 2, 'Điểm tối đa', text('-6')),
      { sheet: 'Chỉ số', row: 2, found: '-6', code: 'NUMBER_NEGATIVE' },
      ['Gặp “-6”. Cần 0', 'Found “-6”. 0'],
    ],
    [
      'a code in words',
      (all) => put(all.get('Số liệu'), 2, 'Mã', text('hồ sơ')),
      { sheet: 'Số liệu', row: 2, cell: 'A2', found: 'hồ sơ', code: 'CODE_FORM' },
      ['Gặp “hồ sơ”. Cần một mã', 'Found “hồ sơ”. A code'],
    ],
    [
      'a formula of the spreadsheet',
      (all) => put(all.get('Chỉ số'), 2, 'Ghi chú', { value: '=A2&"x"', type: 'Formula' }),
      { sheet: 'Chỉ số', row: 2, code: 'FORMULA_FOUND', found: 'A2&"x"' },
      ['dán dạng giá trị (Paste Values).', 'paste it as a value.'],
    ],
    [
      'a number shown as a percentage',
      (all) => put(all.get('Chỉ số'), 2, 'Điểm tối đa', { value: 0.9, type: Number, format: '0%' }),
      { sheet: 'Chỉ số', row: 2, code: 'PERCENT_FOUND', found: '90 %' },
      ['Ô hiện 90 % nhưng bảng tính lưu 0.9.', 'The cell shows 90 % but holds 0.9.'],
    ],
    [
      'no rule',
      (all) => put(all.get('Chỉ số'), 2, 'Cách chấm', null),
      { sheet: 'Chỉ số', row: 2, code: 'FIELD_MISSING' },
      ['Cần nhập mục này', 'This is needed'],
    ],
    ...[
      ['1.234,5', '1234.5'],
      ['90 %', '90'],
      ['05', '5'],
      ['6 điểm', '6'],
      ['sáu', '12.5'],
    ].map(
      ([found = '', right = '']): [
        string,
        (all: Map<string, Cell[][]>) => void,
        object,
        readonly [string, string],
      ] => [
        `“${found}” for a number`,
        (all) => put(all.get('Chỉ số'), 2, 'Điểm tối đa', text(found)),
        { sheet: 'Chỉ số', row: 2, found, code: 'NOT_A_DECIMAL' },
        [`ví dụ ${right}.`, `such as ${right}.`],
      ],
    ),
  ])('%s says in both languages what would be right', async (_what, change, problem, words) => {
    for (const [at, language] of (['vi', 'en'] as const).entries()) {
      const read = await changed(change, language);
      expect(read.content).toBeUndefined();
      const told = { ...problem, severity: 'error', message: expect.stringContaining(words[at] ?? '') };
      expect(read.problems).toContainEqual(expect.objectContaining(told));
    }
  });

  it('values below no heading are left out of account, and said so', async () => {
    const read = await changed((all) => (all.get('Chỉ số') ?? [])[1]?.push(null, text('ghi thêm')));
    expect(read.problems).toMatchObject([{ severity: 'warning', code: 'COLUMN_UNNAMED', row: 2 }]);
    expect(read.content).toBeDefined();
  });

  it('says the same things in both languages', () => {
    for (const { vi, en } of Object.values(criteriaFileTexts)) {
      const names = (words: string): string[] => [...new Set(words.match(/\{\w+\}/g))].sort();
      expect(names(vi)).toEqual(names(en));
    }
  });

  it('a file that is no set says so', async () => {
    const codes = async (bytes: Uint8Array) =>
      (await readSetFile(bytes, 'vi')).problems.map(({ code }) => code);
    expect(await codes(new TextEncoder().encode('a,b'))).toEqual(['FILE_UNREADABLE']);
    expect(await codes(new TextEncoder().encode('{"code": }'))).toEqual(['JSON_SYNTAX']);
    expect(await codes(new Uint8Array([0x50, 0x4b, 1, 2]))).toEqual(['FILE_UNSAFE']);
    expect(await codes(new Uint8Array())).toEqual(['FILE_EMPTY']);
    expect(await codes(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]))).toEqual(['FILE_OLD_EXCEL']);
    expect(await codes(new TextEncoder().encode('[1]'))).toEqual(['JSON_SHAPE']);
    expect(await codes(json(criteriaSet([indicator('i')])))).toEqual(['JSON_SHAPE']);
    expect(await codes(json({ code: 'A', names: { vi: 'A' }, content: { indicators: 1 } }))).toContain(
      'FIELD_TYPE',
    );
  });

  it('JSON that breaks off says in which line', async () => {
    const bytes = new TextEncoder().encode('{\n "code": "A",\n "names": {"vi": "x",}\n}');
    const { problems } = await readSetFile(bytes, 'vi');
    expect(problems).toMatchObject([
      { code: 'JSON_SYNTAX', cell: '3:22', message: expect.stringContaining('dòng 3, cột 22: gặp “}”') },
    ]);
  });

  it.each<[string, (set: { code: string; content: Record<string, unknown> }) => void, object]>([
    [
      'a number that is no text',
      ({ content }) => Object.assign((content['indicators'] as object[])[0] ?? {}, { maxPoints: 6 }),
      { cell: 'content.indicators.0.maxPoints', found: '6', code: 'FIELD_TYPE' },
    ],
    [
      'a rule that is none',
      ({ content }) =>
        Object.assign((content['indicators'] as object[])[0] ?? {}, { rule: { type: 'linea', full: '1' } }),
      {
        cell: 'content.indicators.0.rule.type',
        found: 'linea',
        code: 'FIELD_CHOICE',
        message: expect.stringContaining('linear, saturating'),
      },
    ],
    ['a code in words', (set) => (set.code = 'BỘ 1'), { cell: 'code', found: 'BỘ 1', code: 'CODE_FORM' }],
  ])('JSON with %s says where and what was found', async (_what, change, problem) => {
    const set = structuredClone(named(criteriaSet([indicator('i')])));
    change(set);
    const read = await readSetFile(json(set), 'vi');
    expect(read.content).toBeUndefined();
    expect(read.problems).toMatchObject([problem]);
  });
});
