import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import writeXlsxFile from 'write-excel-file/node';
import { openTestProduct, systemCall, type TestProduct } from '../testing/index.js';
import { CreateAdministration, CreatePeerGroups, ImportUnits, ListUnits } from './index.js';

const NOW = '2022-10-11T07:00:00Z';
const headings = [
  'Mã đơn vị',
  'Tên đơn vị',
  'Tên tiếng Anh',
  'Loại đơn vị',
  'Mã đơn vị cấp trên',
  'Mã khối',
  'Từ ngày',
];
let product: TestProduct;
let administrationId: string;

const csv = (name: string, ...rows: string[]) => ({
  name,
  bytes: Buffer.from(`\ufeff${[headings.join(';'), ...rows].join('\r\n')}`),
});
const total = async () =>
  (
    await product
      .get(ListUnits)
      .execute({ page: 1, perPage: 1, sort: 'tree', order: 'ASC' }, { administrationId })
  ).total;
const run = (
  file: { name: string; bytes: Uint8Array },
  options: { dryRun?: boolean; goodRowsOnly?: boolean } = {},
  key?: string,
) =>
  product.get(ImportUnits).execute(
    { file, dryRun: false, goodRowsOnly: false, ...options },
    {
      ...systemCall(NOW, administrationId),
      ...(key !== undefined && { command: { key, type: 'POST /units/import', fingerprint: 'f' } }),
    },
  );

beforeAll(async () => {
  product = await openTestProduct();
  ({ id: administrationId } = await product
    .get(CreateAdministration)
    .execute({ code: 'TP', names: { vi: 'Thành phố mẫu' } }, systemCall(NOW)));
  await product
    .get(CreatePeerGroups)
    .execute(
      { peerGroups: [{ code: 'PHUONG', names: { vi: 'Khối phường' } }] },
      systemCall(NOW, administrationId),
    );
});
afterAll(() => product?.close());

const good = csv(
  'don-vi.csv',
  'ubnd;Ủy ban nhân dân;;Ủy ban nhân dân;;;01/01/2020',
  'P.DC;Phường Đáp Cầu;Dap Cau Ward;phường;UBND;PHUONG;',
  ';;;;;;',
  'P.NX;"Phường ""Ninh Xá""; cũ";;PHUONG;UBND;phuong;2021-03-01',
);

describe('importing units', () => {
  it('writes nothing in a dry run, and says that all is good', async () => {
    expect(await run(good, { dryRun: true })).toEqual({ rows: 3, goodRows: 3, problems: [], written: false });
    expect(await total()).toBe(0);
  });

  it('names every bad cell with row, column, value and code, and writes nothing while one is bad', async () => {
    const bad = csv(
      'xau.csv',
      'P.DC;Phường Đáp Cầu;;Phường;;;',
      'phường 2;Phường Hai;;Phường;;;',
      'P.3;;;Thôn;;;32/13/2022',
      'P.4;Phường Bốn;;Phường;P.9;KHOI;',
      'P.5;Phường Năm;;Phường;P.4;;',
      'P.DC;Phường Đáp Cầu;;Phường;;;',
    );
    const outcome = await run(bad);
    expect(outcome.written).toBe(false);
    expect(outcome.problems.map(({ row, column, value, code }) => [row, column, value, code])).toEqual([
      [3, 'Mã đơn vị', 'phường 2', 'ROW_CODE'],
      [4, 'Tên đơn vị', '', 'ROW_EMPTY'],
      [4, 'Loại đơn vị', 'Thôn', 'ROW_UNIT_TYPE'],
      [4, 'Từ ngày', '32/13/2022', 'ROW_DAY'],
      [5, 'Mã khối', 'KHOI', 'PEER_GROUP_UNKNOWN'],
      [5, 'Mã đơn vị cấp trên', 'P.9', 'UNIT_UNKNOWN'],
      [6, 'Mã đơn vị cấp trên', 'P.4', 'UNIT_UNKNOWN'],
      [7, 'Mã đơn vị', 'P.DC', 'UNIT_TWICE'],
    ]);
    expect([outcome.rows, outcome.goodRows]).toEqual([6, 1]);
    expect(await total()).toBe(0);
  });

  it('writes all good rows once, however often the command is repeated', async () => {
    const first = await run(good, {}, 'import-once');
    expect(first).toEqual({ rows: 3, goodRows: 3, problems: [], written: true });
    expect(await run(good, {}, 'import-once')).toEqual(first);
    expect(await total()).toBe(3);
    const again = await run(good);
    expect(again.problems.map(({ code }) => code)).toEqual(['UNIT_EXISTS', 'UNIT_EXISTS', 'UNIT_EXISTS']);
    const { items } = await product
      .get(ListUnits)
      .execute({ page: 1, perPage: 9, sort: 'tree', order: 'ASC' }, { administrationId });
    expect(
      items.map(({ code, names, validFrom, peerGroup }) => [code, names.vi, validFrom, peerGroup?.code]),
    ).toEqual([
      ['UBND', 'Ủy ban nhân dân', '2020-01-01', undefined],
      ['P.DC', 'Phường Đáp Cầu', '2022-10-11', 'PHUONG'],
      ['P.NX', 'Phường "Ninh Xá"; cũ', '2021-03-01', 'PHUONG'],
    ]);
  });

  it('writes the good rows alone where they are wanted alone', async () => {
    const mixed = csv(
      'lan.csv',
      'P.6;Phường Sáu;;Phường;UBND;;',
      'P.7;;;Phường;UBND;;',
      'P.8;Tổ;;Khác;P.7;;',
    );
    const outcome = await run(mixed, { goodRowsOnly: true });
    expect([outcome.written, outcome.goodRows, outcome.problems.map(({ row, code }) => [row, code])]).toEqual(
      [
        true,
        1,
        [
          [3, 'ROW_EMPTY'],
          [4, 'UNIT_UNKNOWN'],
        ],
      ],
    );
    expect(await total()).toBe(4);
  });

  it('reads XLSX with typed cells, headings in any order and without diacritics', async () => {
    const text = (value: string) => ({ type: String, value });
    const bytes = await writeXlsxFile([
      [text('LOAI'), text('Ten'), text('ma don vi'), text('Ghi chú'), text('Từ ngày')],
      [
        text('Xã'),
        text('Xã Một'.normalize('NFD')),
        { type: Number, value: 101 },
        text('bỏ qua'),
        { type: Date, value: new Date('2022-02-03T00:00:00Z'), format: 'dd/mm/yyyy' },
      ],
    ]).toBuffer();
    expect(await run({ name: 'xa.xlsx', bytes })).toMatchObject({ written: true, goodRows: 1 });
    const { items } = await product
      .get(ListUnits)
      .execute({ page: 1, perPage: 9, sort: 'tree', order: 'ASC', q: 'xa mot' }, { administrationId });
    expect(items).toMatchObject([{ code: '101', names: { vi: 'Xã Một' }, validFrom: '2022-02-03' }]);
  });

  it("counts the day from which a unit is, where none is given, in the administration's zone", async () => {
    const evening = '2022-10-11T12:00:00Z';
    const { id } = await product
      .get(CreateAdministration)
      .execute({ code: 'DAO', names: { vi: 'Đảo xa' }, timeZone: 'Pacific/Kiritimati' }, systemCall(evening));
    const call = systemCall(evening, id);
    const file = csv('dao.csv', 'D1;Đảo Một;;Ủy ban nhân dân;;;');
    await product.get(ImportUnits).execute({ file, dryRun: false, goodRowsOnly: false }, call);
    const rows = await product.reader.rows(
      'select valid_from as "from" from unit_version where administration_id = $1',
      [id],
    );
    expect(rows).toEqual([{ from: '2022-10-12' }]);
  });

  it.each([
    ['no heading we know', { name: 'a.csv', bytes: Buffer.from('x,y\n1,2') }, 'TABLE_COLUMNS_MISSING'],
    ['headings only', { name: 'a.csv', bytes: Buffer.from(headings.join(',')) }, 'TABLE_EMPTY'],
    [
      'a column twice',
      { name: 'a.csv', bytes: Buffer.from('Mã,Mã đơn vị,Tên,Loại\n1,2,3,4') },
      'TABLE_COLUMN_TWICE',
    ],
    ['another encoding', { name: 'a.csv', bytes: Buffer.from([0x4d, 0xe3, 0x2c, 0x54]) }, 'TABLE_ENCODING'],
    ['a picture', { name: 'a.csv', bytes: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]) }, 'TABLE_FORMAT'],
    [
      'half a spreadsheet',
      { name: 'a.xlsx', bytes: Buffer.from('PK\u0003\u0004 and nothing more') },
      'TABLE_UNSAFE',
    ],
  ])('refuses a file with %s', async (_, file, code) => {
    await expect(run(file)).rejects.toMatchObject({ code });
  });
});
