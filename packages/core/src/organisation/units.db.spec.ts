import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CreateUnitsCommand, ListUnitsQuery } from '@nhip/contracts';
import type { Call, UserActor } from '../platform/index.js';
import { day, instant } from '../shared/index.js';
import { openTestProduct, systemCall, type TestProduct } from '../testing/index.js';
import {
  ChangePeerGroup,
  ChangeUnit,
  CreateAdministration,
  CreatePeerGroups,
  CreateUnits,
  GetPeerGroup,
  GetUnit,
  ListPeerGroups,
  ListUnits,
} from './index.js';

const NOW = '2022-10-11T07:00:00Z';
let product: TestProduct;
let administrationId: string;
const ids = new Map<string, string>();

const idOf = (code: string): string => {
  const id = ids.get(code);
  if (id === undefined) throw new Error(`no unit ${code}`);
  return id;
};

const call = (): Call => systemCall(NOW, administrationId);
const administrator = (unitIds: UserActor['unitIds'], key?: string): Call => ({
  actor: {
    kind: 'user',
    id: '0192f000-0000-7000-8000-000000000001',
    administrationId,
    role: 'administrator',
    assignmentId: '0192f000-0000-7000-8000-000000000002',
    unitIds,
  },
  now: instant(NOW),
  ...(key !== undefined && { command: { key, type: 'POST /units', fingerprint: 'f' } }),
});

const list = (query: Partial<ListUnitsQuery> = {}) =>
  product
    .get(ListUnits)
    .execute({ page: 1, perPage: 100, sort: 'tree', order: 'ASC', ...query }, { administrationId });

const unit = (code: string, vi: string, more: Partial<CreateUnitsCommand['units'][number]> = {}) => ({
  code,
  names: { vi },
  unitType: 'ward' as const,
  from: '2020-01-01',
  ...more,
});

const historyOf = (id: string) =>
  product.reader.rows<{
    revision: number;
    action: string;
    actor: string;
    reason: string;
    body: { before?: object; after: { versions: unknown[] } };
  }>(
    `select revision, action, actor, reason, body::json as body from history where subject_id = $1 order by revision`,
    [id],
  );

const revisionOf = async (code: string) =>
  (await product.get(GetUnit).execute({ id: idOf(code) }, call().actor)).revision;

beforeAll(async () => {
  product = await openTestProduct();
  ({ id: administrationId } = await product
    .get(CreateAdministration)
    .execute({ code: 'TP', names: { vi: 'Thành phố mẫu' } }, systemCall(NOW)));
  await product.get(CreatePeerGroups).execute(
    {
      peerGroups: [
        { code: 'PHONG', names: { vi: 'Khối phòng, ban' }, sort: 1 },
        { code: 'PHUONG', names: { vi: 'Khối phường' }, sort: 2 },
      ],
    },
    call(),
  );
  const units = [
    unit('P.DC', 'Phường Đáp Cầu', { parentCode: 'UBND', peerGroupCode: 'PHUONG' }),
    unit('P.NX', 'Phường Ninh Xá', { parentCode: 'UBND', peerGroupCode: 'PHUONG' }),
    unit('UBND', 'Ủy ban nhân dân thành phố', { unitType: 'people-committee' }),
    unit('PNV', 'Phòng Nội vụ', { unitType: 'division', parentCode: 'UBND', peerGroupCode: 'PHONG' }),
    unit('TT.DC', 'Trạm Y tế Đáp Cầu', { unitType: 'centre', parentCode: 'P.DC' }),
  ];
  const created = await product.get(CreateUnits).execute({ units }, call());
  units.forEach(({ code }, index) => ids.set(code, created.ids[index] ?? ''));
});
afterAll(() => product?.close());

describe('creating units', () => {
  it('stands in tree order, parents first, siblings by peer group and code, whatever the order given', async () => {
    const { items, total } = await list();
    expect(items.map(({ code, depth }) => `${depth} ${code}`)).toEqual([
      '0 UBND',
      '1 PNV',
      '1 P.DC',
      '2 TT.DC',
      '1 P.NX',
    ]);
    expect(total).toBe(5);
    expect(items[2]).toMatchObject({
      names: { vi: 'Phường Đáp Cầu' },
      parent: { code: 'UBND', names: { vi: 'Ủy ban nhân dân thành phố' } },
      peerGroup: { code: 'PHUONG' },
      validFrom: '2020-01-01',
      validTo: null,
      revision: 1,
    });
  });

  it('is recorded, one entry a unit, with the whole record', async () => {
    const [entry, ...more] = await historyOf(idOf('P.DC'));
    expect(more).toEqual([]);
    expect(entry).toMatchObject({
      revision: 1,
      action: 'unit.created',
      actor: 'system:spec',
      body: {
        after: { code: 'P.DC', versions: [{ names: { vi: 'Phường Đáp Cầu' }, parentId: idOf('UBND') }] },
      },
    });
  });

  it.each([
    ['a code in use', [unit('PNV', 'Phòng khác')], 'UNIT_EXISTS'],
    ['a code twice', [unit('A', 'A'), unit('A', 'B')], 'UNIT_TWICE'],
    ['an unknown parent', [unit('A', 'A', { parentCode: 'NOBODY' })], 'UNIT_UNKNOWN'],
    [
      'a parent that comes later',
      [unit('A', 'A', { parentCode: 'UBND', from: '2019-12-31' })],
      'UNIT_UNKNOWN',
    ],
    ['an unknown peer group', [unit('A', 'A', { peerGroupCode: 'X' })], 'PEER_GROUP_UNKNOWN'],
    ['a ring', [unit('A', 'A', { parentCode: 'B' }), unit('B', 'B', { parentCode: 'A' })], 'UNIT_CYCLE'],
  ])('refuses %s, and with it the good unit beside it', async (_, units, code) => {
    const work = product.get(CreateUnits).execute({ units: [unit('GOOD', 'Tốt'), ...units] }, call());
    await expect(work).rejects.toMatchObject({ code });
    expect((await list({ q: 'Tốt' })).total).toBe(0);
  });

  it('answers the same under the same key, and writes once', async () => {
    const command = { units: [unit('ONCE', 'Một lần', { parentCode: 'UBND' })] };
    const first = await product.get(CreateUnits).execute(command, administrator('all', 'create-once'));
    const again = await product.get(CreateUnits).execute(command, administrator('all', 'create-once'));
    expect(again).toEqual(first);
    expect(await historyOf(first.ids[0] ?? '')).toHaveLength(1);
  });

  it('reaches no further than the role: below its units yes, elsewhere and at the root no', async () => {
    const scoped = administrator([idOf('P.DC'), idOf('TT.DC')]);
    const create = product.get(CreateUnits);
    const below = {
      units: [unit('TO1', 'Tổ 1', { parentCode: 'P.DC' }), unit('TO1.A', 'Nhóm A', { parentCode: 'TO1' })],
    };
    expect((await create.execute(below, scoped)).ids).toHaveLength(2);
    for (const parentCode of ['P.NX', undefined]) {
      await expect(
        create.execute({ units: [unit('TO2', 'Tổ 2', { parentCode })] }, scoped),
      ).rejects.toMatchObject({
        code: parentCode === undefined ? 'ADMINISTRATION_OUT_OF_REACH' : 'UNIT_OUT_OF_REACH',
      });
    }
  });

  it('creates a thousand in one go', async () => {
    const { id } = await product
      .get(CreateAdministration)
      .execute({ code: 'BIG', names: { vi: 'Tỉnh lớn' } }, systemCall(NOW));
    const units = Array.from({ length: 1000 }, (_, n) =>
      unit(`X${n}`, `Xã ${n}`, n === 0 ? {} : { parentCode: 'X0' }),
    );
    await product.get(CreateUnits).execute({ units }, systemCall(NOW, id));
    const page = await product
      .get(ListUnits)
      .execute({ page: 40, perPage: 25, sort: 'tree', order: 'ASC' }, { administrationId: id });
    expect(page.total).toBe(1000);
    expect(page.items).toHaveLength(25);
    expect((await list({ q: 'Xã 999' })).total).toBe(0);
  });
});

describe('changing a unit', () => {
  it('gives it another name from a day on; the days before keep theirs', async () => {
    const change = product.get(ChangeUnit);
    const result = await change.execute(
      {
        id: idOf('P.NX'),
        revision: await revisionOf('P.NX'),
        from: '2022-07-01',
        names: { vi: 'Phường Kinh Bắc', en: 'Kinh Bac Ward' },
        reason: 'Đổi tên theo nghị quyết',
      },
      call(),
    );
    expect(result).toEqual({ revision: 2 });
    const nameOn = async (on: string) =>
      (await list({ ids: [idOf('P.NX')], on: day(on) })).items[0]?.names.vi;
    expect(await nameOn('2022-06-30')).toBe('Phường Ninh Xá');
    expect(await nameOn('2022-07-01')).toBe('Phường Kinh Bắc');
    const detail = await product.get(GetUnit).execute({ id: idOf('P.NX') }, call().actor);
    expect(detail.versions.map(({ names, validFrom, validTo }) => [names.vi, validFrom, validTo])).toEqual([
      ['Phường Kinh Bắc', '2022-07-01', null],
      ['Phường Ninh Xá', '2020-01-01', '2022-07-01'],
    ]);
    const [, entry] = await historyOf(idOf('P.NX'));
    expect(entry).toMatchObject({ action: 'unit.changed', reason: 'Đổi tên theo nghị quyết', revision: 2 });
    expect(entry?.body.before).toMatchObject({
      versions: [{ names: { vi: 'Phường Ninh Xá' }, validTo: null }],
    });
    expect(entry?.body.after.versions).toHaveLength(2);
  });

  it('refuses a day before its last change, one before it existed, and a change of nothing', async () => {
    const change = product.get(ChangeUnit);
    const base = { id: idOf('P.NX'), revision: 2, reason: 'thử' };
    await expect(
      change.execute({ ...base, from: '2022-06-01', unitType: 'commune' }, call()),
    ).rejects.toMatchObject({
      code: 'UNIT_CHANGED_LATER',
      params: { from: '2022-07-01' },
    });
    await expect(
      change.execute({ ...base, from: '2019-01-01', unitType: 'commune' }, call()),
    ).rejects.toMatchObject({
      code: 'UNIT_NOT_VALID_ON',
    });
    await expect(
      change.execute(
        { ...base, from: '2022-08-01', names: { en: 'Kinh Bac Ward', vi: 'Phường Kinh Bắc' } },
        call(),
      ),
    ).rejects.toMatchObject({ code: 'UNIT_UNCHANGED' });
    expect(await revisionOf('P.NX')).toBe(2);
    expect(await historyOf(idOf('P.NX'))).toHaveLength(2);
  });

  it('refuses an old revision, showing the record as it stands', async () => {
    const work = product
      .get(ChangeUnit)
      .execute(
        { id: idOf('P.NX'), revision: 1, from: '2022-09-01', unitType: 'commune', reason: 'thử' },
        call(),
      );
    await expect(work).rejects.toMatchObject({
      code: 'REVISION_CONFLICT',
      params: { expected: 1, current: 2, record: expect.stringContaining('Kinh Bắc') },
    });
  });

  it('moves to another parent, never under itself or what is below it, on that day or later', async () => {
    const change = product.get(ChangeUnit);
    const move = async (code: string, parentCode: string | null, from = '2022-09-01') =>
      change.execute(
        { id: idOf(code), revision: await revisionOf(code), from, parentCode, reason: 'Sắp xếp' },
        call(),
      );
    await expect(move('UBND', 'TT.DC')).rejects.toMatchObject({ code: 'UNIT_CYCLE' });
    await expect(move('P.DC', 'P.DC')).rejects.toBeDefined();
    await move('TT.DC', 'PNV', '2023-01-01');
    // In 2022 the station lies below the ward still; from 2023 on below the division: both would tie a ring.
    await expect(move('PNV', 'TT.DC', '2022-12-01')).rejects.toMatchObject({ code: 'UNIT_CYCLE' });
    expect(
      (await list({ within: idOf('P.DC'), on: day('2022-12-31') })).items.map(({ code }) => code),
    ).toContain('TT.DC');
    expect(
      (await list({ within: idOf('P.DC'), on: day('2023-01-01') })).items.map(({ code }) => code),
    ).not.toContain('TT.DC');
  });

  it('two moves at once cannot tie a ring', async () => {
    const change = product.get(ChangeUnit);
    const created = await product
      .get(CreateUnits)
      .execute(
        { units: [unit('R1', 'R1', { parentCode: 'UBND' }), unit('R2', 'R2', { parentCode: 'UBND' })] },
        call(),
      );
    const [first = '', second = ''] = created.ids;
    const moves = await Promise.allSettled([
      change.execute(
        { id: first, revision: 1, from: '2022-09-01', parentCode: 'R2', reason: 'Sắp xếp' },
        call(),
      ),
      change.execute(
        { id: second, revision: 1, from: '2022-09-01', parentCode: 'R1', reason: 'Sắp xếp' },
        call(),
      ),
    ]);
    expect(moves.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('is out of reach for a role of another unit', async () => {
    const work = product
      .get(ChangeUnit)
      .execute(
        { id: idOf('P.NX'), revision: 2, from: '2022-09-01', unitType: 'commune', reason: 'thử' },
        administrator([idOf('P.DC')]),
      );
    await expect(work).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('the database refuses two names on one day, whoever asks', async () => {
    const pg = await import('pg');
    const client = new pg.default.Client({ connectionString: product.database.ownerUrl });
    await client.connect();
    try {
      const overlap = client.query(
        `insert into unit_version select administration_id, unit_id, valid_from + 10, null, names, null, unit_type, parent_id,
                peer_group_id, search from unit_version where unit_id = $1 and valid_to is null`,
        [idOf('PNV')],
      );
      await expect(overlap).rejects.toThrow('two versions hold on one day');
    } finally {
      await client.end();
    }
  });
});

describe('finding units', () => {
  it.each([
    ['phuong dap cau', ['P.DC']],
    ['ĐÁP', ['P.DC', 'TT.DC']],
    ['p.dc', ['P.DC']],
    ['Phường Đáp'.normalize('NFD'), ['P.DC']],
    ['%', []],
    ['_', []],
    ["'; drop table unit; --", []],
  ])('%j, without diacritics and without wildcards', async (q, codes) => {
    const { items, total } = await list({ q, on: day('2022-10-11') });
    expect(items.map(({ code }) => code)).toEqual(codes);
    expect(total).toBe(codes.length);
  });

  it('filters, sorts and pages on the server', async () => {
    const groups = await product
      .get(ListPeerGroups)
      .execute({ page: 1, perPage: 25, sort: 'sort', order: 'ASC' }, { administrationId });
    expect(groups.items.map(({ code, units }) => [code, units])).toEqual([
      ['PHONG', 1],
      ['PHUONG', 2],
    ]);
    const peerGroupId = groups.items[1]?.id;
    expect((await list({ peerGroupId, sort: 'name', order: 'DESC' })).items.map(({ code }) => code)).toEqual([
      'P.NX',
      'P.DC',
    ]);
    const second = await list({ peerGroupId, page: 2, perPage: 1 });
    expect([second.items.length, second.total]).toEqual([1, 2]);
    expect(await list({ page: 9, peerGroupId })).toEqual({ items: [], total: 2 });
    expect((await list({ unitType: 'division' })).items.map(({ code }) => code)).toEqual(['PNV']);
    expect(
      (await list({ parentId: idOf('P.DC'), on: day('2022-10-11') })).items.map(({ code }) => code),
    ).toEqual(['TO1', 'TT.DC']);
    expect((await list({ on: day('2019-12-31') })).total).toBe(0);
  });

  it('shows nothing to another administration', async () => {
    const stranger = systemCall(NOW, '0192f000-0000-7000-8000-00000000000f').actor;
    await expect(product.get(GetUnit).execute({ id: idOf('PNV') }, stranger)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('peer groups', () => {
  it('are renamed by revision; a code is used once', async () => {
    const groups = await product
      .get(ListPeerGroups)
      .execute({ page: 1, perPage: 25, sort: 'code', order: 'ASC', q: 'phòng' }, { administrationId });
    const { id = '' } = groups.items[0] ?? {};
    const change = product.get(ChangePeerGroup);
    await change.execute({ id, revision: 1, names: { vi: 'Khối cơ quan chuyên môn' } }, call());
    expect(await product.get(GetPeerGroup).execute({ id }, { administrationId })).toMatchObject({
      revision: 2,
      names: { vi: 'Khối cơ quan chuyên môn' },
      code: 'PHONG',
      sort: 1,
    });
    await expect(change.execute({ id, revision: 1, sort: 5 }, call())).rejects.toMatchObject({
      code: 'REVISION_CONFLICT',
    });
    for (const peerGroups of [
      [{ code: 'PHONG', names: { vi: 'Trùng' } }],
      [
        { code: 'MOI', names: { vi: 'Mới' } },
        { code: 'MOI', names: { vi: 'Mới' } },
      ],
    ]) {
      await expect(product.get(CreatePeerGroups).execute({ peerGroups }, call())).rejects.toMatchObject({
        code: 'PEER_GROUP_EXISTS',
      });
    }
    expect((await historyOf(id)).map(({ action }) => action)).toEqual([
      'peer-group.created',
      'peer-group.changed',
    ]);
  });
});

describe('administrations', () => {
  it('are created by the system only, under a code and a time zone of their own', async () => {
    const create = product.get(CreateAdministration);
    const names = { vi: 'Khác' };
    await expect(create.execute({ code: 'TP2', names }, administrator('all'))).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(create.execute({ code: 'TP', names }, systemCall(NOW))).rejects.toMatchObject({
      code: 'ADMINISTRATION_EXISTS',
    });
    await expect(
      create.execute({ code: 'TP3', names, timeZone: 'Asia/Atlantis' }, systemCall(NOW)),
    ).rejects.toMatchObject({
      code: 'TIME_ZONE_UNKNOWN',
    });
  });
});
