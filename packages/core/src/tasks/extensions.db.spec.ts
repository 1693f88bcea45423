import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { decreedDays, RecordDaysOff } from '../calendar/index.js';
import { ListNotices } from '../notices/index.js';
import type { Call, UserActor } from '../platform/index.js';
import { instant } from '../shared/index.js';
import {
  employ,
  openOffice,
  openTestProduct,
  playTo,
  standAt,
  systemCall,
  type Office,
  type TestProduct,
} from '../testing/index.js';
import {
  AnswerExtensionOffer,
  AssignTasks,
  CarryOutTask,
  DecideExtension,
  EndTask,
  GetTask,
  JudgeTask,
  ListTasks,
  MoveTaskDeadline,
  NoteTask,
  ReportTaskDone,
  RequestExtension,
  taskProcedures,
} from './index.js';

const conference = '2022-10-11T07:00:00Z';
const reason = 'Phần mềm của tỉnh chưa mở';

let product: TestProduct;
let office: Office;
let people: Readonly<Record<string, UserActor>>;

beforeAll(async () => {
  product = await openTestProduct();
  await product.get(RecordDaysOff).execute({ days: decreedDays }, systemCall('2022-01-01T00:00:00Z'));
});
afterAll(() => product.close());
beforeEach(async () => {
  await standAt(product, conference);
  office = await openOffice(product, taskProcedures);
  people = await employ(product, office, [
    ['committee'],
    ['secretariat'],
    ['unit-leader', 'P1'],
    ['unit-officer', 'P1'],
    ['unit-officer', 'P2'],
  ]);
});

const by = (name: string, now = conference): Call & { actor: UserActor } => {
  const actor = people[name];
  if (actor === undefined) throw new Error(`nobody is ${name}`);
  return { actor, now: instant(now) };
};
const officer = (now?: string) => by('unit-officer.P1', now);
const secretary = (now?: string) => by('secretariat', now);
const read = (id: string, call = secretary()) => product.get(GetTask).execute(id, call.actor, call.now);
const assign = async (overrides: object = {}): Promise<string> => {
  const { ids } = await product.get(AssignTasks).execute(
    {
      unitIds: [office.units['P1'] ?? ''],
      title: 'Tập huấn chữ ký số',
      deadline: { dueOn: '2022-11-30' },
      ...overrides,
    },
    secretary(),
  );
  return ids[0] ?? '';
};
const ask = (id: string, dueOn: string, call = officer()) =>
  product.get(RequestExtension).execute({ id, deadline: { dueOn }, reason }, call);
const approve = (id: string, call: Call = secretary()) =>
  product.get(DecideExtension).execute({ id, verdict: 'approve' }, call);
const grant = async (id: string, dueOn: string) => {
  await ask(id, dueOn);
  await approve(id);
};
const kindsOf = async (name: string) =>
  (await product.get(ListNotices).execute({ page: 1, perPage: 100, order: 'ASC' }, by(name).actor)).items.map(
    ({ kind }) => kind,
  );
const history = (id: string) =>
  product.reader.rows<{ action: string; after: Record<string, unknown> }>(
    `select action, body::json -> 'after' as after from history where subject_id = $1 order by revision`,
    [id],
  );
const dueTimer = async (id: string) =>
  (
    await product.reader.rows<{ due: string }>(
      `select due_at as due from timer where instance_id = $1 and state = 'armed' and name = 'deadline'`,
      [id],
    )
  )[0]?.due;

describe('more time', () => {
  it('is asked for, approved, and moves deadline and timers; both deadlines and all dates stay', async () => {
    const id = await assign();
    expect((await read(id, officer())).extensionSteps).toEqual(['request']);
    await ask(id, '2022-12-15');
    expect(await read(id)).toMatchObject({
      dueOn: '2022-11-30',
      extension: { state: 'requested', askedDueOn: '2022-12-15', number: 1 },
      extensionSteps: ['decide'],
    });
    expect((await read(id, officer())).extensionSteps).toEqual(['withdraw']);
    expect(await kindsOf('secretariat')).toContain('task.extension-requested');
    const waiting = await product
      .get(ListTasks)
      .execute(
        { page: 1, perPage: 25, order: 'ASC', extension: 'requested' },
        secretary().actor,
        instant(conference),
      );
    expect(waiting.items.map((task) => task.id)).toEqual([id]);
    await approve(id);
    const task = await read(id);
    expect(task).toMatchObject({
      originalDueOn: '2022-11-30',
      dueOn: '2022-12-15',
      extended: 1,
      extension: null,
      extensionSteps: [],
      extensions: [
        {
          state: 'approved',
          fromDueOn: '2022-11-30',
          askedDueOn: '2022-12-15',
          reason,
          repeated: false,
          afterDeadline: false,
          requestedBy: 'Người 4',
          decidedBy: 'Người 2',
        },
      ],
    });
    expect(await dueTimer(id)).toBe('2022-12-15T17:00:00.000Z');
    expect(await kindsOf('unit-officer.P1')).toContain('task.extension-approved');
    const entries = await history(id);
    expect(entries.map(({ action }) => action)).toEqual([
      'task.assigned',
      'task.extension-requested',
      'task.extension-approved',
    ]);
    expect(entries.at(-1)?.after).toMatchObject({
      dueOn: '2022-12-15',
      originalDueOn: '2022-11-30',
      extension: { fromDueOn: '2022-11-30', askedDueOn: '2022-12-15', state: 'approved', reason },
    });
  });

  it('another day is offered, declined, asked for again, offered again and taken', async () => {
    const id = await assign();
    const counter = (dueOn: string) =>
      product
        .get(DecideExtension)
        .execute({ id, verdict: 'counter', reason: 'Cần sớm hơn', deadline: { dueOn } }, by('committee'));
    const answer = (accepts: boolean, call = officer()) =>
      product.get(AnswerExtensionOffer).execute({ id, accepts }, call);
    await ask(id, '2022-12-31');
    await expect(answer(true)).rejects.toMatchObject({ code: 'EXTENSION_NOT_COUNTERED' });
    await counter('2022-12-10');
    expect((await read(id, officer())).extensionSteps).toEqual(['answer', 'withdraw']);
    expect((await read(id)).dueOn).toBe('2022-11-30');
    await answer(false);
    await ask(id, '2022-12-31');
    await counter('2022-12-20');
    await expect(answer(true, secretary())).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await answer(true);
    expect(await read(id)).toMatchObject({
      dueOn: '2022-12-20',
      extended: 1,
      extensions: [{ state: 'declined' }, { state: 'accepted', counteredDueOn: '2022-12-20', number: 2 }],
    });
    expect(await dueTimer(id)).toBe('2022-12-20T17:00:00.000Z');
  });

  it('is one request at a time, for a later day, by the unit in charge, while it works', async () => {
    const id = await assign();
    const refused = async (call: Promise<unknown>, code: string) =>
      expect(call).rejects.toMatchObject({ code });
    await refused(ask(id, '2022-11-30'), 'EXTENSION_NOT_LATER');
    await refused(ask(id, '2022-12-15', secretary()), 'FORBIDDEN');
    await refused(ask(id, '2022-12-15', by('unit-officer.P2')), 'NOT_FOUND');
    await refused(ask(await assign({ deadline: {} }), '2022-12-15'), 'EXTENSION_WITHOUT_DEADLINE');
    await refused(approve(id), 'EXTENSION_SETTLED');
    await ask(id, '2022-12-15');
    await refused(ask(id, '2022-12-16'), 'EXTENSION_OPEN');
    await refused(approve(id, officer()), 'FORBIDDEN');
    await refused(
      product.get(MoveTaskDeadline).execute({ id, deadline: { dueOn: '2022-12-20' }, reason }, secretary()),
      'EXTENSION_WAITS',
    );
    await product.get(RequestExtension).withdraw({ id }, officer());
    await ask(id, '2022-12-16');
    await product.get(EndTask).execute({ id, event: 'suspend', reason }, secretary());
    await refused(approve(id), 'NOT_ALLOWED_NOW');
    await product.get(EndTask).execute({ id, event: 'resume' }, secretary());
    await product.get(DecideExtension).execute({ id, verdict: 'reject', reason: 'Việc gấp' }, secretary());
    await product.get(ReportTaskDone).execute({ id, text: 'Đã xong' }, officer());
    await refused(ask(id, '2022-12-20'), 'NOT_ALLOWED_NOW');
    expect((await read(id)).dueOn).toBe('2022-11-30');
  });

  it('is never decided by whoever asked, whatever roles that person holds', async () => {
    const id = await assign();
    const both = people['unit-officer.P1'];
    await ask(id, '2022-12-15');
    const elsewhere: UserActor = { ...secretary().actor, id: both?.id ?? '' };
    expect((await product.get(GetTask).execute(id, elsewhere, instant(conference))).extensionSteps).toEqual(
      [],
    );
    await expect(approve(id, { ...secretary(), actor: elsewhere })).rejects.toMatchObject({
      code: 'EXTENSION_OWN_REQUEST',
    });
    await expect(
      product.reader.rows(`select 1 from task_extension where task_id = $1 and state = 'requested'`, [id]),
    ).resolves.toHaveLength(1);
  });

  it('is decided once, whoever comes first', async () => {
    const id = await assign();
    await ask(id, '2022-12-15');
    const both = await Promise.allSettled([
      approve(id),
      product.get(DecideExtension).execute({ id, verdict: 'reject', reason: 'Việc gấp' }, by('committee')),
    ]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const { extensions, dueOn } = await read(id);
    expect([extensions[0]?.state, dueOn]).toEqual(
      both[0]?.status === 'fulfilled' ? ['approved', '2022-12-15'] : ['rejected', '2022-11-30'],
    );
  });

  it('is flagged from the third time on, and when it was asked for too late', async () => {
    const id = await assign();
    await grant(id, '2022-12-05');
    await grant(id, '2022-12-12');
    await playTo(product, '2022-12-13T02:00:00Z');
    await ask(id, '2022-12-19', officer('2022-12-13T02:00:00Z'));
    await approve(id, secretary('2022-12-13T03:00:00Z'));
    const task = await read(id, secretary('2022-12-13T03:00:00Z'));
    expect(task.extensions.map(({ repeated, afterDeadline }) => [repeated, afterDeadline])).toEqual([
      [false, false],
      [false, false],
      [true, true],
    ]);
    expect(task).toMatchObject({
      extended: 3,
      originalDueOn: '2022-11-30',
      status: { deadline: 'on-track' },
    });
  });
});

describe('parts of a task', () => {
  it('are never due after the whole, whichever of the two moves', async () => {
    const whole = await assign({ deadline: { dueOn: '2022-12-15' } });
    const part = await assign({ parentId: whole, title: 'Soạn tài liệu', deadline: { dueOn: '2022-12-15' } });
    const refused = async (call: Promise<unknown>, expected: object) =>
      expect(call).rejects.toMatchObject(expected);
    const later = {
      code: 'TASK_LATER_THAN_PARENT',
      params: { dueOn: '2022-12-16', parentDueOn: '2022-12-15' },
    };
    await refused(assign({ parentId: whole, deadline: { dueOn: '2022-12-16' } }), later);
    await refused(ask(part, '2022-12-16'), later);
    const move = (id: string, dueOn: string) =>
      product.get(MoveTaskDeadline).execute({ id, deadline: { dueOn }, reason }, secretary());
    await refused(move(part, '2022-12-16'), later);
    await refused(move(whole, '2022-12-14'), {
      code: 'TASK_BEFORE_CHILD',
      params: { dueOn: '2022-12-14', childDueOn: '2022-12-15', child: 'Soạn tài liệu' },
    });
    await move(whole, '2022-12-20');
    await grant(part, '2022-12-16');
    expect(await read(part)).toMatchObject({ dueOn: '2022-12-16', parent: { id: whole, ended: false } });
    expect((await read(whole)).children).toMatchObject([
      { id: part, title: 'Soạn tài liệu', dueOn: '2022-12-16', unit: { code: 'P1' } },
    ]);
  });

  it('keep to that also when both move at once', async () => {
    const whole = await assign({ deadline: { dueOn: '2022-12-15' } });
    const part = await assign({ parentId: whole, deadline: { dueOn: '2022-12-01' } });
    await ask(part, '2022-12-15');
    const both = await Promise.allSettled([
      approve(part),
      product
        .get(MoveTaskDeadline)
        .execute({ id: whole, deadline: { dueOn: '2022-12-05' }, reason }, secretary()),
    ]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const [wholeDue, partDue] = [(await read(whole)).dueOn ?? '', (await read(part)).dueOn ?? ''];
    expect(partDue <= wholeDue).toBe(true);
  });

  it('take the deadline of the whole where they have none, and are of a task that is open', async () => {
    const whole = await assign();
    expect((await read(await assign({ parentId: whole, deadline: {} }))).dueOn).toBe('2022-11-30');
    await product.get(EndTask).execute({ id: whole, event: 'cancel', reason }, secretary());
    await expect(assign({ parentId: whole })).rejects.toMatchObject({ code: 'NOT_ALLOWED_NOW' });
    await expect(assign({ parentId: office.units['P1'] })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(assign({ findingIds: [office.units['P1']] })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('rounds', () => {
  it('each report and its verdict stand, partly done goes on under the deadline given', async () => {
    const id = await assign();
    await product.get(CarryOutTask).execute({ id, event: 'start' }, officer());
    await product.get(ReportTaskDone).execute({ id, text: 'Xong 2 lớp' }, officer('2022-11-20T02:00:00Z'));
    await product
      .get(JudgeTask)
      .acceptPart(
        { id, reason: 'Còn một lớp ở phường', deadline: { dueOn: '2022-12-09' } },
        secretary('2022-11-21T02:00:00Z'),
      );
    expect(await read(id, secretary('2022-11-22T02:00:00Z'))).toMatchObject({
      state: 'partly-done',
      dueOn: '2022-12-09',
      handedInAt: null,
      status: { working: 'partly-done', official: 'open-in-time' },
    });
    expect(await kindsOf('unit-officer.P1')).toContain('task.partly-done');
    expect(await dueTimer(id)).toBe('2022-12-09T17:00:00.000Z');
    await product.get(ReportTaskDone).execute({ id, text: 'Xong cả 3 lớp' }, officer('2022-12-05T02:00:00Z'));
    await product.get(JudgeTask).accept({ id }, secretary('2022-12-06T02:00:00Z'));
    expect((await read(id, secretary('2022-12-06T02:00:00Z'))).rounds).toMatchObject([
      {
        number: 1,
        answer: { text: 'Xong 2 lớp' },
        dueOn: '2022-11-30',
        verdict: 'partly-done',
        by: 'Người 4',
      },
      { number: 2, answer: { text: 'Xong cả 3 lớp' }, dueOn: '2022-12-09', verdict: 'accepted' },
    ]);
  });
});

describe('recurring work', () => {
  it('has an occurrence a month, each with reports of its own, and no other', async () => {
    const id = await assign({ deadline: { phrase: 'thường xuyên' } });
    await playTo(product, '2022-12-01T00:00:00Z');
    const call = officer('2022-12-01T02:00:00Z');
    await product.get(NoteTask).execute({ id, text: 'Đã kiểm tra', checkOn: '2022-10-31' }, call);
    await expect(
      product.get(NoteTask).execute({ id, text: 'Đã kiểm tra', checkOn: '2022-11-15' }, call),
    ).rejects.toMatchObject({ code: 'TASK_CHECK_UNKNOWN' });
    expect((await read(id, secretary('2022-12-01T02:00:00Z'))).checks).toEqual([
      { on: '2022-12-31', reports: 0, ahead: true },
      { on: '2022-11-30', reports: 0, ahead: false },
      { on: '2022-10-31', reports: 1, ahead: false },
    ]);
  });

  it('goes on after it was suspended over an occurrence', async () => {
    const id = await assign({ deadline: { phrase: 'thường xuyên' } });
    await product.get(EndTask).execute({ id, event: 'suspend', reason }, secretary());
    await playTo(product, '2022-11-10T00:00:00Z');
    await product.get(EndTask).execute({ id, event: 'resume' }, secretary('2022-11-10T00:00:00Z'));
    expect((await read(id, secretary('2022-11-10T00:00:00Z'))).nextCheckOn).toBe('2022-11-30');
    await playTo(product, '2022-12-01T00:00:00Z');
    expect((await read(id, secretary('2022-12-01T00:00:00Z'))).checks.map(({ on }) => on)).toEqual([
      '2022-12-31',
      '2022-11-30',
    ]);
  });
});
