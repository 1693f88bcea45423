import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CreateUnits } from '../organisation/index.js';
import { createAccounts } from '../people/index.js';
import { randomIds, UnitOfWork, type Call, type UserActor } from '../platform/index.js';
import { instant } from '../shared/index.js';
import {
  employ,
  openOffice,
  openTestProduct,
  standAt,
  type Office,
  type TestProduct,
} from '../testing/index.js';
import { ListNotices, MarkNoticesRead, notify, type NewNotice, type NoticeTo } from './index.js';

const NOW = '2022-10-11T07:00:00Z';
let product: TestProduct;
let office: Office;
let people: Readonly<Record<string, UserActor>>;

beforeAll(async () => void (product = await openTestProduct()));
afterAll(() => product.close());
beforeEach(async () => {
  await standAt(product, NOW);
  office = await openOffice(product);
  people = await employ(product, office, [
    ['secretariat'],
    ['secretariat', 'NV'],
    ['unit-leader', 'P1'],
    ['unit-officer', 'P1'],
    ['unit-leader', 'P2'],
  ]);
});

const send = (to: NoticeTo, call: Call = office.system(NOW), rest: Partial<NewNotice> = {}) =>
  product
    .get(UnitOfWork)
    .run(call, (tx) => notify(tx, [{ to, kind: 'task.accepted', params: { title: 'Việc' }, ...rest }]));
const list = async (name: string) => {
  const person = people[name];
  if (person === undefined) throw new Error(`nobody is ${name}`);
  return (await product.get(ListNotices).execute({ page: 1, perPage: 25, order: 'ASC' }, person)).items;
};
/** Who has how many. */
const counts = async () =>
  Object.fromEntries(
    (
      await Promise.all(Object.keys(people).map(async (name) => [name, (await list(name)).length] as const))
    ).filter(([, count]) => count > 0),
  );
const unit = (code: string) => office.units[code] ?? '';

describe('notices', () => {
  it('reach the holders of a role whom the units concern, set-based', async () => {
    await send({ role: 'unit-leader', unitIds: [unit('P1'), unit('P3')] });
    expect(await counts()).toEqual({ 'unit-leader.P1': 1 });
    await send({ role: ['unit-leader', 'unit-officer'] });
    expect(await counts()).toEqual({ 'unit-leader.P1': 2, 'unit-officer.P1': 1, 'unit-leader.P2': 1 });
  });

  it('reach those above a unit where their role reaches down, and no leader of a unit above', async () => {
    const { ids } = await product.get(CreateUnits).execute(
      {
        units: [
          {
            code: 'NV.1',
            names: { vi: 'Tổ một cửa' },
            unitType: 'division',
            parentCode: 'NV',
            from: '2022-01-02',
          },
        ],
      },
      office.system('2022-01-02T00:00:00Z'),
    );
    await send({ role: 'secretariat', unitIds: ids });
    expect(await counts()).toEqual({ secretariat: 1, 'secretariat.NV': 1 });
    await send({ role: 'secretariat', unitIds: [unit('P1')] });
    expect(await counts()).toEqual({ secretariat: 2, 'secretariat.NV': 1 });
    await send({ role: 'secretariat', unitIds: [] });
    expect(await counts()).toEqual({ secretariat: 2, 'secretariat.NV': 1 });
  });

  it('reach accounts by id once, and not the one who acts', async () => {
    const leader = people['unit-leader.P1'];
    const officer = people['unit-officer.P1'];
    if (leader === undefined || officer === undefined) throw new Error('nobody there');
    const accountIds = [leader.id, officer.id, officer.id, randomIds.next()];
    await send({ accountIds }, { actor: leader, now: instant(NOW) });
    expect(await counts()).toEqual({ 'unit-officer.P1': 1 });
    expect((await list('unit-officer.P1'))[0]).toMatchObject({
      kind: 'task.accepted',
      params: { title: 'Việc' },
      at: '2022-10-11T07:00:00.000Z',
      readAt: null,
    });
  });

  it('vanish with the transaction that made them', async () => {
    const failing = product.get(UnitOfWork).run(office.system(NOW), async (tx) => {
      await notify(tx, [{ to: { role: 'secretariat' }, kind: 'task.accepted' }]);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await counts()).toEqual({});
  });

  it('reach the people of a whole province in one step, in seconds', async () => {
    const codes = Array.from({ length: 1000 }, (_, index) => `X${index}`);
    const { ids } = await product.get(CreateUnits).execute(
      {
        units: codes.map((code) => ({
          code,
          names: { vi: `Xã ${code}` },
          unitType: 'commune',
          parentCode: 'NV',
          from: '2020-01-01',
        })),
      },
      office.system(NOW),
    );
    await product.get(UnitOfWork).run(office.system(NOW), (tx) =>
      createAccounts(tx, {
        accounts: codes.map((code) => ({
          userName: `${code}.${office.administrationId.slice(-8)}`.toLowerCase(),
          fullName: code,
          language: 'vi' as const,
          passwordHash: 'not-used',
          roles: [{ role: 'unit-officer' as const, unitCode: code, from: '2020-01-01' }],
        })),
      }),
    );
    const to = (unitId: string): NoticeTo => ({ role: ['unit-officer', 'secretariat'], unitIds: [unitId] });
    await product.get(UnitOfWork).run(
      office.system(NOW),
      (tx) =>
        notify(
          tx,
          ids.map((id): NewNotice => ({ to: to(id), kind: 'task.accepted', params: { title: 'Việc' } })),
        ),
      { long: true },
    );
    const [told] = await product.reader.rows<{ officers: number; secretaries: number }>(
      `select count(*) filter (where account_id <> all($2::uuid[]))::int as officers,
              count(*) filter (where account_id = any($2::uuid[]))::int as secretaries
         from notice where administration_id = $1`,
      [office.administrationId, ['secretariat', 'secretariat.NV'].map((name) => people[name]?.id)],
    );
    expect(told).toEqual({ officers: 1000, secretaries: 2000 });
  });

  it('are marked read by their owner alone', async () => {
    await send({ role: 'unit-leader' });
    const [foreign] = await list('unit-leader.P2');
    const reader = people['unit-leader.P1'];
    if (reader === undefined || foreign === undefined) throw new Error('nothing there');
    const mark = (command: Parameters<MarkNoticesRead['execute']>[0]) =>
      product.get(MarkNoticesRead).execute(command, { actor: reader, now: instant(NOW) });
    expect(await mark({ ids: [foreign.id] })).toEqual({ read: 0 });
    expect(await mark({ all: true })).toEqual({ read: 1 });
    expect(await mark({ all: true })).toEqual({ read: 0 });
    expect((await list('unit-leader.P1'))[0]?.readAt).toBe('2022-10-11T07:00:00.000Z');
  });
});
