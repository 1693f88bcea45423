import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CreateSchedule, ScheduleView } from '@nhip/contracts';
import { ChangeCalendar } from '../calendar/index.js';
import { announceMail, ListNotices } from '../notices/index.js';
import { randomIds, UnitOfWork, type Call, type UserActor } from '../platform/index.js';
import { createAccounts } from '../people/index.js';
import { CreateReviewCycle, LaunchReviewCycle, ListReviewCycles } from '../review-cycles/index.js';
import { day, instant } from '../shared/index.js';
import { AssignTasks } from '../tasks/index.js';
import {
  employ,
  openOffice,
  openTestProduct,
  standAt,
  systemCall,
  type Office,
  type TestProduct,
} from '../testing/index.js';
import {
  ListSchedules,
  PlanSchedule,
  RunSchedule,
  SettleRun,
  StartDueSchedules,
  WriteDigest,
} from './index.js';

const NOW = '2022-10-11T07:00:00Z';
let product: TestProduct;
let office: Office;
let templateCycleId: string;
let administrator: Call;

beforeAll(async () => void (product = await openTestProduct()));
afterAll(() => product.close());
beforeEach(async () => {
  await standAt(product, NOW);
  await product.reader.rows('update schedule set paused_at = next_due_at where paused_at is null');
  await product.reader.rows('update outbox set done_at = clock_timestamp() where done_at is null');
  office = await openOffice(product);
  administrator = office.by('administrator', NOW);
  const cycle = await product.get(CreateReviewCycle).execute(
    {
      code: 'MAU',
      names: { vi: 'Đợt mẫu' },
      period: {
        preset: 'calendar',
        kind: 'quarter',
        start: '2022-07-01',
        end: '2022-09-30',
        asOf: '2022-09-30',
      },
      criteriaSetVersionId: office.criteriaSetVersionId,
      unitIds: Object.values(office.units),
      stages: [],
    },
    office.by('secretariat', NOW),
  );
  templateCycleId = cycle.id;
});

const quarterly = (more: Partial<CreateSchedule['startCycle']> = {}): CreateSchedule => ({
  kind: 'start-cycle',
  names: { vi: 'Mở đợt hằng quý' },
  rule: { every: 'quarter', workingDay: 1, at: '08:00' },
  startCycle: {
    templateCycleId,
    covers: 'previous',
    codePrefix: 'RS',
    collectingDays: 10,
    launch: true,
    ...more,
  },
});
const create = (command: CreateSchedule, call = administrator) =>
  product.get(PlanSchedule).create(command, call);
const startDue = () => product.get(StartDueSchedules).execute();
const list = async (): Promise<readonly ScheduleView[]> =>
  (await product.get(ListSchedules).execute(administrator.actor as UserActor)).items;
const one = async (id: string): Promise<ScheduleView> => {
  const found = (await list()).find((schedule) => schedule.id === id);
  if (found === undefined) throw new Error('no such schedule');
  return found;
};
interface Job {
  readonly key: string;
  readonly name: string;
  readonly administrationId: string;
  readonly payload: never;
}
const jobs = () =>
  product.reader.rows<Job>(
    `select key, name, administration_id as "administrationId", payload from outbox
      where done_at is null and name like 'operations.%' and administration_id = $1 order by id`,
    [office.administrationId],
  );
/** Delivers what is queued, each job `times` times at once, as after a worker died. */
async function deliver(now: string, times = 1): Promise<void> {
  for (const { key, name, administrationId, payload } of await jobs()) {
    const call: Call = { ...systemCall(now, administrationId, name), job: { key } };
    const part = name.endsWith('write-digest') ? product.get(WriteDigest) : product.get(RunSchedule);
    await Promise.all(Array.from({ length: times }, () => part.execute(payload, call)));
  }
}
const cycles = async () =>
  (
    await product
      .get(ListReviewCycles)
      .execute({ perPage: 50 }, administrator.actor as UserActor, instant(NOW))
  ).items
    .map(({ code, state }) => `${code} ${state}`)
    .sort();
const history = (id: string) =>
  product.reader.rows<{ action: string; reason: string; actor: string; revision: number }>(
    `select action, reason, split_part(actor, ':', 1) as actor, revision::int from history
      where subject_kind = 'schedule' and subject_id = $1 order by revision`,
    [id],
  );

describe('a quarterly start of cycles', () => {
  it('starts the cycle of each quarter once, with two workers at it and every job delivered twice', async () => {
    const { id } = await create(quarterly());
    expect((await one(id)).next.map(({ periodKey }) => periodKey)).toEqual(['2023-Q1', '2023-Q2', '2023-Q3']);
    await standAt(product, '2023-01-03T00:59:00Z');
    expect(await startDue()).toBe(0);
    await standAt(product, '2023-01-03T01:00:00Z');
    const begun = await Promise.all([startDue(), startDue(), startDue()]);
    // This one and the daily digest, which every administration has.
    expect(begun.reduce((sum, count) => sum + count, 0)).toBe(2);
    expect((await jobs()).filter(({ key }) => key.includes(id))).toHaveLength(1);
    await deliver('2023-01-03T01:00:00Z', 2);
    expect(await startDue()).toBe(0);
    expect(await cycles()).toEqual(['MAU prepared', 'RS-2022-Q4 collecting']);
    const [run] = (await one(id)).runs;
    expect(run).toMatchObject({ periodKey: '2023-Q1', outcome: 'done', result: { code: 'RS-2022-Q4' } });
  });

  it('catches up every quarter that was missed, each once', async () => {
    const { id } = await create(quarterly({ launch: false }));
    const now = '2023-08-01T00:00:00Z';
    await standAt(product, now);
    for (let pass = 0; pass < 5; pass += 1) await startDue();
    await deliver(now);
    expect(await cycles()).toEqual([
      'MAU prepared',
      'RS-2022-Q4 prepared',
      'RS-2023-Q1 prepared',
      'RS-2023-Q2 prepared',
    ]);
    const { runs, next } = await one(id);
    expect(runs.map(({ periodKey, outcome }) => `${periodKey} ${outcome}`)).toEqual([
      '2023-Q3 done',
      '2023-Q2 done',
      '2023-Q1 done',
    ]);
    expect(next[0]?.periodKey).toBe('2023-Q4');
  });

  it('goes on where it stood when a worker died between its steps', async () => {
    const { id } = await create(quarterly());
    const now = '2023-01-03T01:00:00Z';
    await standAt(product, now);
    await startDue();
    // All but the last step was done: the run still waits, as after a kill between the commits.
    await deliver(now);
    await product.reader.rows(
      `update schedule_run set outcome = 'waiting', ended_at = null where schedule_id = $1`,
      [id],
    );
    await product.reader.rows(`update outbox set done_at = null where key like '%' || $1 || '%'`, [id]);
    await deliver('2023-01-05T01:00:00Z');
    expect(await cycles()).toEqual(['MAU prepared', 'RS-2022-Q4 collecting']);
    expect((await one(id)).runs).toMatchObject([{ outcome: 'done', result: { code: 'RS-2022-Q4' } }]);
  });

  it('has started a cycle that somebody launched by hand after a worker died before launching it', async () => {
    const { id } = await create(quarterly({ launch: false }));
    const now = '2023-01-03T01:00:00Z';
    await standAt(product, now);
    await startDue();
    await deliver(now);
    const [prepared] = await product.reader.rows<{ id: string }>(
      `select id from review_cycle where administration_id = $1 and code = 'RS-2022-Q4'`,
      [office.administrationId],
    );
    await product.get(LaunchReviewCycle).execute({ id: prepared?.id ?? '' }, office.by('committee', now));
    await product.reader.rows(
      `update schedule set start_cycle = start_cycle || '{"launch": true}' where id = $1`,
      [id],
    );
    await product.reader.rows(
      `update schedule_run set outcome = 'waiting', ended_at = null where schedule_id = $1`,
      [id],
    );
    await product.reader.rows(`update outbox set done_at = null where key like '%' || $1 || '%'`, [id]);
    await deliver(now);
    expect(await cycles()).toEqual(['MAU prepared', 'RS-2022-Q4 collecting']);
    expect((await one(id)).runs).toMatchObject([{ outcome: 'done', result: { code: 'RS-2022-Q4' } }]);
  });

  it('that cannot start says why, and an operator has it tried again or passed over', async () => {
    const people = await employ(product, office, [['secretariat'], ['administrator']]);
    const { id } = await create(quarterly());
    const second = await create({ ...quarterly(), names: { vi: 'Lịch trùng mã' } });
    const now = '2023-01-03T01:00:00Z';
    await standAt(product, now);
    await startDue();
    await deliver(now);
    const failed = [await one(id), await one(second.id)].find(({ runs }) => runs[0]?.outcome === 'failed');
    expect(failed?.runs[0]?.error).toMatchObject({
      code: 'CYCLE_CODE_TAKEN',
      params: { code: 'RS-2022-Q4' },
    });
    const told = await product
      .get(ListNotices)
      .execute({ page: 1, perPage: 25, order: 'ASC' }, people['secretariat'] as UserActor);
    expect(told.items.map(({ kind }) => kind)).toContain('schedule.failed');
    const target = { id: failed?.id ?? '', periodKey: '2023-Q1', reason: 'Đã sửa mã đợt' };
    await product.get(SettleRun).retry(target, administrator);
    await deliver(now);
    expect((await one(target.id)).runs[0]?.outcome).toBe('failed');
    await product.get(SettleRun).skip({ ...target, reason: 'Đợt đã có' }, administrator);
    expect((await one(target.id)).runs[0]).toMatchObject({ outcome: 'passed-over', error: null });
    await expect(product.get(SettleRun).retry(target, administrator)).rejects.toThrow(
      'SCHEDULE_RUN_NOT_FAILED',
    );
    expect(await history(target.id)).toEqual([
      { action: 'schedule.created', reason: '', actor: 'user', revision: 1 },
      { action: 'schedule.run-retried', reason: 'Đã sửa mã đợt', actor: 'user', revision: 2 },
      { action: 'schedule.run-skipped', reason: 'Đợt đã có', actor: 'user', revision: 3 },
    ]);
  });

  it('is refused without a template, in a rhythm that is none for it, on a revision that is old', async () => {
    const { startCycle: _, ...bare } = quarterly();
    await expect(create(bare)).rejects.toThrow('SCHEDULE_NEEDS_TEMPLATE');
    await expect(create(quarterly({ templateCycleId: randomIds.next() }))).rejects.toThrow(
      'SCHEDULE_NEEDS_TEMPLATE',
    );
    await expect(
      create({ ...quarterly(), rule: { every: 'working-day', workingDay: 1, at: '08:00' } }),
    ).rejects.toThrow('SCHEDULE_RHYTHM');
    const { id } = await create(quarterly());
    const pause = (revision: number) =>
      product.get(PlanSchedule).pause({ id, revision, reason: 'Sắp xếp bộ máy' }, administrator);
    await pause(1);
    await expect(pause(1)).rejects.toThrow('REVISION_CONFLICT');
    await expect(pause(2)).rejects.toThrow('SCHEDULE_PAUSED');
  });
});

describe('a schedule that is paused', () => {
  it('starts nothing, and resumed goes on from then', async () => {
    const { id } = await create(quarterly());
    await product.get(PlanSchedule).pause({ id, revision: 1, reason: 'Sắp xếp bộ máy' }, administrator);
    expect((await one(id)).next).toEqual([]);
    await standAt(product, '2023-02-01T00:00:00Z');
    expect(await startDue()).toBe(0);
    const later = office.by('administrator', '2023-02-01T00:00:00Z');
    await product.get(PlanSchedule).resume({ id, revision: 2 }, later);
    expect((await one(id)).next[0]?.periodKey).toBe('2023-Q2');
    const rule = { every: 'quarter', workingDay: 5, at: '09:30' } as const;
    await product.get(PlanSchedule).edit({ ...quarterly(), rule, id, revision: 3 }, later);
    expect((await one(id)).next[0]).toEqual({ periodKey: '2023-Q2', dueAt: '2023-04-07T02:30:00.000Z' });
  });
});

describe('the digest', () => {
  const makeReader = async (userName: string, role: 'unit-officer' | 'committee', mailOn = true) => {
    const [account] = await product.get(UnitOfWork).run(office.system(NOW), (tx) =>
      createAccounts(tx, {
        accounts: [
          {
            userName: `${userName}.${office.administrationId.slice(-8)}`,
            fullName: 'Người đọc',
            email: `${userName}@example.gov.vn`,
            language: userName === 'english' ? ('en' as const) : ('vi' as const),
            passwordHash: 'not-used',
            roles: [{ role, unitCode: role === 'unit-officer' ? 'P1' : null, from: '2020-01-01' }],
          },
        ],
      }),
    );
    await product.reader.rows('update account set mail_on = $2 where id = $1', [account?.id, mailOn]);
    return account?.id ?? '';
  };
  const mails = () =>
    product.reader.rows<{
      accountId: string;
      subject: string;
      content: { sections: { heading: string; lines: { text: string; detail?: string; link?: string }[] }[] };
    }>(
      `select account_id as "accountId", subject, content from mail
        where administration_id = $1 and kind = 'digest' order by queued_at, subject`,
      [office.administrationId],
    );

  it('comes to each person once a working day at eight, with what is overdue, due and to be decided', async () => {
    await announceMail(product.reader, true);
    const officer = await makeReader('officer', 'unit-officer');
    await makeReader('silent', 'unit-officer', false);
    const english = await makeReader('english', 'committee');
    const assign = (title: string, dueOn: string) =>
      product
        .get(AssignTasks)
        .execute(
          { unitIds: [office.units['P1'] ?? ''], title, deadline: { dueOn } },
          office.by('secretariat', NOW),
        );
    await assign('Việc gấp', '2022-10-12');
    await assign('Việc sắp đến', '2022-10-18');
    await assign('Việc còn xa', '2022-12-30');
    await startDue();
    const [digest] = await list();
    expect(digest).toMatchObject({
      kind: 'digest',
      next: [{ periodKey: '2022-10-12' }, { periodKey: '2022-10-13' }, {}],
    });
    // A weekend and three working days were missed: the last of them stands for all.
    const now = '2022-10-17T01:00:00Z';
    await standAt(product, now);
    await startDue();
    await deliver(now);
    await deliver(now, 2);
    const sent = await mails();
    expect(sent.map(({ accountId }) => accountId).sort()).toEqual([officer, english].sort());
    const own = sent.find(({ accountId }) => accountId === officer);
    expect(own?.subject).toBe('Việc của ông/bà ngày 17/10/2022: quá hạn 1, đến hạn 1');
    expect(own?.content.sections).toMatchObject([
      {
        heading: 'Quá hạn',
        lines: [{ text: 'Việc gấp', detail: 'Quá hạn 3 ngày làm việc, hạn 12/10/2022' }],
      },
      {
        heading: 'Đến hạn',
        lines: [{ text: 'Việc sắp đến', detail: 'Còn 1 ngày làm việc, hạn 18/10/2022' }],
      },
    ]);
    expect(own?.content.sections[0]?.lines[0]?.link).toMatch(/^\/tasks\/.*\/show$/);
    expect(sent.find(({ accountId }) => accountId === english)?.content.sections).toMatchObject([
      { heading: 'Waiting for your decision', lines: [{ text: 'To launch: Đợt mẫu' }] },
    ]);
    expect((await list())[0]?.runs.map(({ periodKey, outcome }) => `${periodKey} ${outcome}`)).toEqual([
      '2022-10-17 done',
      '2022-10-14 passed-over',
      '2022-10-13 passed-over',
      '2022-10-12 passed-over',
    ]);
    expect(await startDue()).toBe(0);
  });

  it('is one schedule an administration, and mails nothing without a server', async () => {
    await announceMail(product.reader, false);
    await makeReader('nobody', 'committee');
    await startDue();
    const rule = { every: 'working-day', workingDay: 1, at: '07:30' } as const;
    await expect(create({ kind: 'digest', names: { vi: 'Bản tin' }, rule })).rejects.toThrow(
      'SCHEDULE_DIGEST_EXISTS',
    );
    await standAt(product, '2022-10-12T01:00:00Z');
    await startDue();
    await deliver('2022-10-12T01:00:00Z');
    expect(await mails()).toEqual([]);
    expect((await list())[0]?.runs[0]).toMatchObject({ outcome: 'done', result: { people: 0 } });
  });
});

describe('the monthly check', () => {
  it('tells the secretariat what is overdue and what has no deadline', async () => {
    const people = await employ(product, office, [['secretariat']]);
    await create({
      kind: 'monthly-check',
      names: { vi: 'Kiểm tra tháng' },
      rule: { every: 'month', workingDay: 1, at: '08:00' },
    });
    await product
      .get(AssignTasks)
      .execute(
        { unitIds: [office.units['P1'] ?? ''], title: 'Việc gấp', deadline: { dueOn: '2022-10-12' } },
        office.by('secretariat', NOW),
      );
    const now = '2022-11-01T01:00:00Z';
    await standAt(product, now);
    await startDue();
    await deliver(now);
    const { items } = await product
      .get(ListNotices)
      .execute({ page: 1, perPage: 25, order: 'ASC' }, people['secretariat'] as UserActor);
    expect(items).toMatchObject([
      { kind: 'schedule.monthly-check', params: { overdue: 1, undated: 0, missing: 0 } },
    ]);
  });
});

describe('a change of the calendar', () => {
  it('moves the next time of a schedule when that is confirmed', async () => {
    const { id } = await create(quarterly());
    const nextOf = async () => (await one(id)).next[0]?.dueAt;
    expect(await nextOf()).toBe('2023-01-03T01:00:00.000Z');
    const change = (on: string, revision: number, moveDeadlines: boolean) =>
      product.get(ChangeCalendar).execute(
        {
          days: [{ day: day(on), kind: 'swap_off', name: 'Nghỉ hoán đổi', confidence: 'verified' }],
          removed: [],
          reason: 'Theo thông báo',
          moveDeadlines,
          revision,
        },
        administrator,
      );
    await change('2023-01-03', 0, false);
    expect(await nextOf()).toBe('2023-01-03T01:00:00.000Z');
    await change('2023-01-04', 1, true);
    expect(await nextOf()).toBe('2023-01-05T01:00:00.000Z');
    expect(await one(id)).toMatchObject({ revision: 1 });
  });
});
