import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DeskList } from '@nhip/contracts';
import { announceMail, ListNotices, sendMail } from '../notices/index.js';
import { insertOutbox, job, noteFailure } from '../jobs/index.js';
import { ReassignTask, AssignTasks, GetTask, UrgeByLetter } from '../tasks/index.js';
import { randomIds, type Call, type UserActor } from '../platform/index.js';
import { instant } from '../shared/index.js';
import {
  employ,
  openOffice,
  openTestProduct,
  playTo,
  standAt,
  type Office,
  type TestProduct,
} from '../testing/index.js';
import { sweepTimers } from '../workflow/index.js';
import {
  CancelTask,
  GetDeskHealth,
  ListDeskCycles,
  ListDeskItems,
  ListDeskJobs,
  ListMails,
  SettleJob,
} from './index.js';

const NOW = '2022-10-11T07:00:00Z';
const LATER = '2022-10-18T07:00:00Z';
let product: TestProduct;
let office: Office;
let people: Readonly<Record<string, UserActor>>;
let taskId: string;

beforeAll(async () => void (product = await openTestProduct()));
afterAll(() => product.close());
beforeEach(async () => {
  await standAt(product, NOW);
  await product.reader.rows(`update timer set state = 'cancelled' where state = 'armed'`);
  await product.reader.rows('update outbox set done_at = clock_timestamp() where done_at is null');
  office = await openOffice(product);
  people = await employ(product, office, [
    ['administrator'],
    ['secretariat'],
    ['secretariat', 'NV'],
    ['unit-leader', 'P1'],
    ['unit-leader', 'P2'],
  ]);
  taskId = await assign('Báo cáo tiến độ', '2022-10-14', 'P1');
});

const assign = async (title: string, dueOn: string, unit: string): Promise<string> => {
  const { ids } = await product
    .get(AssignTasks)
    .execute(
      { unitIds: [office.units[unit] ?? ''], title, deadline: { dueOn } },
      office.by('secretariat', NOW),
    );
  return ids[0] ?? '';
};
const person = (name: string): UserActor => {
  const found = people[name];
  if (found === undefined) throw new Error(`nobody is ${name}`);
  return found;
};
const by = (name: string, now = LATER): Call => ({ actor: person(name), now: instant(now) });
const asked: DeskList = { page: 1, perPage: 25, order: 'ASC' };
const desk = (name = 'administrator', wanted: Partial<DeskList> = {}, now = LATER) =>
  product.get(ListDeskItems).execute({ ...asked, ...wanted }, person(name), instant(now));
const jobs = async (name = 'administrator') =>
  (await product.get(ListDeskJobs).execute({ page: 1, perPage: 25, order: 'ASC' }, person(name))).items;
const health = () => product.get(GetDeskHealth).execute(person('administrator'));
const told = async (name: string) =>
  (await product.get(ListNotices).execute({ page: 1, perPage: 25, order: 'ASC' }, person(name))).items.map(
    ({ kind }) => kind,
  );
const historyOf = (kind: string, id: string) =>
  product.reader.rows<{ action: string; reason: string; actor: string }>(
    `select action, reason, actor from history where subject_kind = $1 and subject_id = $2 order by revision`,
    [kind, id],
  );
/** Its deadline fires and its step fails as the worker would have it. */
async function failStep(
  forGood: boolean,
  error = 'Error: connect postgres://nhip_app:secret@127.0.0.1/nhip',
): Promise<string> {
  await standAt(product, LATER);
  await sweepTimers(product.reader, 100);
  const [row] = await product.reader.rows<{ key: string }>(
    `update outbox set sends = 3, resend_at = clock_timestamp() + interval '1 hour'
      where administration_id = $1 and name like 'workflow.fire-timer%' and done_at is null
        and key = (select min(key) from outbox where administration_id = $1 and name like 'workflow.fire-timer%' and done_at is null)
      returning key`,
    [office.administrationId],
  );
  const key = row?.key ?? '';
  await product.reader.rows(
    `update outbox set done_at = clock_timestamp() where administration_id = $1 and key <> $2 and done_at is null`,
    [office.administrationId, key],
  );
  await noteFailure(product.reader, office.administrationId, key, error, forGood);
  return key;
}

describe('the desk', () => {
  it('is empty while everything is in time', async () => {
    expect(await desk('administrator', {}, NOW)).toMatchObject({
      items: [],
      total: 0,
      counts: { failed: 0, retrying: 0, late: 0, stuck: 0 },
    });
    expect(await jobs()).toEqual([]);
    expect((await health()).timers).toEqual({ late: 0, oldestDueAt: null });
  });

  it('says what is late, why, and whose turn it is, over all and cycle by cycle', async () => {
    await playTo(product, LATER);
    const { items, counts } = await desk();
    expect(items).toMatchObject([
      {
        id: taskId,
        kind: 'task',
        title: { vi: 'Báo cáo tiến độ' },
        unit: { names: { vi: 'Phường P1' } },
        trouble: 'late',
        holder: 'unit-officer',
        dueAt: '2022-10-14T17:00:00.000Z',
        link: `/tasks/${taskId}/show`,
        actions: ['reassign', 'cancel'],
      },
    ]);
    expect(counts).toEqual({ failed: 0, retrying: 0, late: 1, stuck: 0 });
    expect((await desk('administrator', { trouble: 'stuck' })).total).toBe(0);
    expect((await desk('administrator', { q: 'phuong p1' })).total).toBe(1);
    expect((await desk('administrator', { q: 'phuong p2' })).total).toBe(0);
    const { items: cycles } = await product
      .get(ListDeskCycles)
      .execute(person('administrator'), instant(LATER));
    expect(cycles).toEqual([{ cycle: null, failed: 0, retrying: 0, late: 1, stuck: 0 }]);
  });

  it('shows what has not moved for a month', async () => {
    const { ids } = await product
      .get(AssignTasks)
      .execute(
        { unitIds: [office.units['P2'] ?? ''], title: 'Việc không hạn', deadline: { phrase: 'kịp thời' } },
        office.by('secretariat', NOW),
      );
    const { items } = await desk('administrator', { trouble: 'stuck' }, '2022-11-11T07:00:00Z');
    expect(items).toMatchObject([{ id: ids[0], trouble: 'stuck', since: '2022-10-11T07:00:00.000Z' }]);
  });

  it('shows the secretariat of a part of the administration its own only', async () => {
    await failStep(true);
    expect((await desk('secretariat')).total).toBe(1);
    expect((await desk('secretariat.NV')).total).toBe(0);
    expect(await jobs('secretariat')).toHaveLength(1);
    expect(await jobs('secretariat.NV')).toEqual([]);
  });

  it('shows a step that failed, without secrets, and has it tried again or skipped, in the history', async () => {
    const key = await failStep(true);
    expect((await desk()).items[0]).toMatchObject({ id: taskId, trouble: 'failed' });
    const [failed] = await jobs();
    expect(failed).toMatchObject({
      state: 'failed',
      key,
      about: { title: { vi: 'Báo cáo tiến độ' }, link: `/tasks/${taskId}/show` },
    });
    expect(failed?.error).toBe('Error: connect postgres://…@127.0.0.1/nhip');
    const id = failed?.id ?? 0;
    await expect(product.get(SettleJob).retry({ id }, by('secretariat.NV'))).rejects.toThrow('NOT_FOUND');
    await product.get(SettleJob).retry({ id, reason: 'Đã nối lại mạng' }, by('secretariat'));
    const [row] = await product.reader.rows(
      'select failed_at, sends, resend_at <= clock_timestamp() as due from outbox where id = $1',
      [id],
    );
    expect(row).toEqual({ failed_at: null, sends: 0, due: true });
    await expect(
      product.get(SettleJob).skip({ id, reason: 'Không cần' }, by('administrator')),
    ).rejects.toThrow('JOB_NOT_IN_TROUBLE');
    await noteFailure(product.reader, office.administrationId, key, 'Error: once more', true);
    await product.get(SettleJob).skip({ id, reason: 'Không cần nữa' }, by('administrator'));
    expect(await jobs()).toEqual([]);
    expect(await historyOf('job', key)).toEqual([
      { action: 'job.retried', reason: 'Đã nối lại mạng', actor: `user:${person('secretariat').id}` },
      { action: 'job.skipped', reason: 'Không cần nữa', actor: `user:${person('administrator').id}` },
    ]);
  });

  it('tells a step that is tried again from one that was given up', async () => {
    await failStep(false);
    expect((await desk()).items[0]).toMatchObject({ trouble: 'retrying' });
    expect(await jobs()).toMatchObject([{ state: 'retrying', sends: 3 }]);
    const { outbox } = await health();
    expect(outbox).toMatchObject({ failed: 0, retrying: 1, waiting: 1 });
  });

  it('says how workers and mail stand', async () => {
    await announceMail(product.reader, false);
    expect((await health()).mail).toMatchObject({ configured: false, waiting: 0 });
    await announceMail(product.reader, true);
    await product.reader.rows('delete from worker_process');
    expect((await health()).workers).toEqual({ alive: 0, lastSeenAt: null });
    await product.reader.rows('insert into worker_process (id) values ($1)', [randomIds.next()]);
    expect((await health()).workers.alive).toBe(1);
    await insertOutbox(product.reader, office.administrationId, [
      job(sendMail, 'x', { mailId: randomIds.next() }),
    ]);
    const { mail, outbox } = await health();
    expect([mail.configured, outbox.waiting]).toEqual([true, 0]);
  });
});

describe('an operator', () => {
  it('gives a task to another unit, cancels it, by whatever role the desk is theirs', async () => {
    await playTo(product, LATER);
    const reassign = (unit: string, revision: number) =>
      product
        .get(ReassignTask)
        .execute(
          { id: taskId, unitId: office.units[unit] ?? '', revision, reason: 'Phường P1 đang sáp nhập' },
          by('administrator'),
        );
    const before = await product.get(GetTask).execute(taskId, person('administrator'), instant(LATER));
    await expect(reassign('P1', before.revision)).rejects.toThrow('TASK_UNIT_SAME');
    await reassign('P2', before.revision);
    await expect(reassign('P3', before.revision)).rejects.toThrow('REVISION_CONFLICT');
    const after = await product.get(GetTask).execute(taskId, person('administrator'), instant(LATER));
    expect(after).toMatchObject({ unit: { code: 'P2' }, dueOn: '2022-10-14', revision: before.revision + 1 });
    expect(await told('unit-leader.P2')).toContain('task.reassigned');
    expect(await told('unit-leader.P1')).toContain('task.reassigned');
    await product
      .get(CancelTask)
      .execute({ id: taskId, revision: after.revision, reason: 'Không còn cần' }, by('administrator'));
    expect((await desk()).total).toBe(0);
    expect((await historyOf('task', taskId)).slice(-2)).toEqual([
      {
        action: 'task.reassigned',
        reason: 'Phường P1 đang sáp nhập',
        actor: `user:${person('administrator').id}`,
      },
      { action: 'task.cancelled', reason: 'Không còn cần', actor: `user:${person('administrator').id}` },
    ]);
  });
});

describe('a letter of urging', () => {
  it('is a step of the ladder with number and day, told and mailed to the head of the unit', async () => {
    await announceMail(product.reader, true);
    await product.reader.rows(
      `update person set email = 'p1@example.gov.vn' where id = (select person_id from account where id = $1)`,
      [person('unit-leader.P1').id],
    );
    const urge = (documentOn: string, now = LATER) =>
      product
        .get(UrgeByLetter)
        .execute({ id: taskId, documentNumber: '31/UBND-NV', documentOn }, by('secretariat', now));
    await expect(urge('2022-10-11', NOW)).rejects.toThrow('TASK_NOT_OVERDUE');
    await playTo(product, LATER);
    await expect(urge('2022-10-19')).rejects.toThrow('TASK_DOCUMENT_IN_FUTURE');
    await urge('2022-10-18');
    const { steps } = await product.get(GetTask).execute(taskId, person('secretariat'), instant(LATER));
    expect(steps.map(({ kind }) => kind)).toEqual(['overdue', 'urged', 'urged-by-letter']);
    expect(steps.at(-1)).toMatchObject({ documentNumber: '31/UBND-NV', onDay: '2022-10-18' });
    expect(await told('unit-leader.P1')).toContain('task.urged-by-letter');
    const { items } = await product
      .get(ListMails)
      .execute({ page: 1, perPage: 25, order: 'ASC' }, person('administrator'));
    expect(items.map(({ subject, state }) => [subject, state])).toEqual([
      [
        'Đôn đốc bằng văn bản 31/UBND-NV ngày 18/10/2022: Báo cáo tiến độ, hạn 14/10/2022 đã qua. Lãnh đạo đơn vị chỉ đạo thực hiện ngay.',
        'waiting',
      ],
      [expect.stringContaining('Đôn đốc lần 1'), 'waiting'],
    ]);
  });
});
