import { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { TaskAnswer, TaskList } from '@nhip/contracts';
import { decreedDays, RecordDaysOff } from '../calendar/index.js';
import { FILE_STORE, GiveEvidence, ListEvidence, type FileStore } from '../evidence/index.js';
import { CountUnreadNotices, ListNotices, MarkNoticesRead } from '../notices/index.js';
import { randomIds, UnitOfWork, type Call, type UserActor } from '../platform/index.js';
import { dueAtOf, day, instant, VIETNAM_ZONE } from '../shared/index.js';
import {
  documents,
  employ,
  openOffice,
  openTestProduct,
  playTo,
  standAt,
  systemCall,
  type Office,
  type TestProduct,
} from '../testing/index.js';
import { Registries } from '../workflow/index.js';
import {
  AssignTasks,
  CarryOutTask,
  DecideCriticism,
  EndTask,
  GetTask,
  HandBackAnswer,
  JudgeTask,
  ListCauses,
  ListTasks,
  MoveTaskDeadline,
  NoteTask,
  PrepareAnswer,
  readyCauses,
  RecordCauses,
  ReportTaskDone,
  SendAnswer,
  TaskOpener,
  taskProcedures,
  type NewTask,
} from './index.js';

const conference = '2022-10-11T07:00:00Z';
const answer: TaskAnswer = {
  causes: ['leadership', 'weak-it-skill'],
  text: 'Cán bộ mới, chưa được tập huấn.',
  measures: 'Tập huấn trong tháng 10.',
};
const dueOn = day('2022-10-17');
const due = { on: dueOn, at: dueAtOf(dueOn, VIETNAM_ZONE) };
const page: TaskList = { page: 1, perPage: 25, order: 'ASC' };

let product: TestProduct;
let office: Office;
let people: Readonly<Record<string, UserActor>>;
const settled: { name: string; id: string; taskId: unknown }[] = [];

beforeAll(async () => {
  product = await openTestProduct();
  for (const name of ['spec.accepted', 'spec.returned', 'spec.unanswered'])
    product.get(Registries).effect(name, async (_tx, items) => {
      settled.push(...items.map(({ id, params }) => ({ name, id, taskId: params['taskId'] })));
    });
  await product.get(RecordDaysOff).execute({ days: decreedDays }, systemCall('2022-01-01T00:00:00Z'));
  await product.get(RecordCauses).execute({ causes: readyCauses }, systemCall('2022-01-01T00:00:00Z'));
});
afterAll(() => product.close());
beforeEach(async () => {
  await standAt(product, conference);
  office = await openOffice(product, taskProcedures);
  people = await employ(product, office, [
    ['committee'],
    ['secretariat'],
    ['auditor'],
    ['unit-leader', 'P1'],
    ['unit-officer', 'P1'],
    ['unit-leader', 'P2'],
    ['unit-officer', 'P2'],
  ]);
});

const by = (name: string, now: string): Call => {
  const actor = people[name];
  if (actor === undefined) throw new Error(`nobody is ${name}`);
  return { actor, now: instant(now) };
};
const open = (...news: readonly Partial<NewTask>[]) =>
  product.get(UnitOfWork).run(office.system(conference), (tx) =>
    product.get(TaskOpener).open(
      tx,
      news.map((one) => ({
        kind: 'explanation',
        title: 'Giải trình tỷ lệ văn bản điện tử',
        source: { kind: 'direct' },
        unitId: office.units['P1'] ?? '',
        deadline: { phrase: 'trước ngày 18/10', reading: null, due, recurrence: null },
        ...one,
      })),
    ),
  );
const openOne = async (one: Partial<NewTask> = {}): Promise<string> => (await open(one))[0] ?? '';
const read = (id: string, now = conference, name = 'secretariat') =>
  product.get(GetTask).execute(id, by(name, now).actor as UserActor, instant(now));
const list = (filter: Partial<TaskList> = {}, now = conference, name = 'secretariat') =>
  product.get(ListTasks).execute({ ...page, ...filter }, by(name, now).actor as UserActor, instant(now));
const notices = async (name: string) =>
  (
    await product.get(ListNotices).execute({ ...page, perPage: 100 }, by(name, conference).actor as UserActor)
  ).items.map(({ kind, params }) => [kind, params] as const);
const kindsOf = async (name: string) => (await notices(name)).map(([kind]) => kind);
const history = (id: string) =>
  product.reader.rows<{ action: string; revision: number; stream: string }>(
    'select action, revision, stream from history where subject_id = $1 order by revision',
    [id],
  );
const armed = (id: string) =>
  product.reader.rows<{ name: string; due: string }>(
    `select name, due_at as due from timer where instance_id = $1 and state = 'armed' order by due_at`,
    [id],
  );

describe('an explanation', () => {
  it('is assigned with its deadline, timers, history and notices', async () => {
    const id = await openOne({ cycleId: '00000000-0000-7000-8000-000000000001' });
    expect(await read(id)).toMatchObject({
      state: 'assigned',
      unit: { code: 'P1', names: { vi: 'Phường P1' } },
      phrase: 'trước ngày 18/10',
      originalDueOn: '2022-10-17',
      dueOn: '2022-10-17',
      status: { official: 'open-in-time', working: 'assigned', workingDaysLeft: 4 },
      urged: 0,
      criticism: 'none',
      revision: 1,
    });
    expect(await armed(id)).toEqual([
      { name: 'reminder-3', due: '2022-10-12T01:00:00.000Z' },
      { name: 'deadline', due: '2022-10-17T17:00:00.000Z' },
      { name: 'urge-1', due: '2022-10-18T01:00:00.000Z' },
      { name: 'mark-criticism', due: '2022-10-20T01:00:00.000Z' },
    ]);
    expect(await history(id)).toEqual([
      {
        action: 'task.assigned',
        revision: 1,
        stream: `cycle/00000000-0000-7000-8000-000000000001/${office.units['P1']}`,
      },
    ]);
    expect(await notices('unit-officer.P1')).toEqual([
      ['task.explanation-requested', { title: 'Giải trình tỷ lệ văn bản điện tử', dueOn: '2022-10-17' }],
    ]);
    expect(await kindsOf('unit-officer.P2')).toEqual([]);
  });

  it('goes from officer to leader to secretariat, is returned, answered again and accepted', async () => {
    const subject = { kind: 'finding', id: '00000000-0000-7000-8000-00000000000f' };
    const id = await openOne({
      subject,
      effects: { accepted: 'spec.accepted', returned: 'spec.returned' },
    });
    const officer = by('unit-officer.P1', '2022-10-12T02:00:00Z');
    const leader = by('unit-leader.P1', '2022-10-13T02:00:00Z');
    const secretary = by('secretariat', '2022-10-19T02:00:00Z');
    await product.get(PrepareAnswer).execute({ id, revision: 1, answer }, officer);
    expect((await read(id)).status.working).toBe('awaiting-approval');
    expect((await read(id)).answer).toBeNull();
    expect((await read(id, '2022-10-12T02:00:00Z', 'unit-leader.P1')).answer).toEqual(answer);
    await product.get(HandBackAnswer).execute({ id, revision: 2, reason: 'Nêu rõ số liệu' }, leader);
    expect((await notices('unit-officer.P1'))[0]).toEqual([
      'task.handed-back',
      { title: 'Giải trình tỷ lệ văn bản điện tử', dueOn: '2022-10-17', reason: 'Nêu rõ số liệu' },
    ]);
    await product.get(PrepareAnswer).execute({ id, revision: 3, answer }, officer);
    await product.get(SendAnswer).execute({ id, revision: 4 }, leader);
    expect(await armed(id)).toEqual([]);
    expect(await kindsOf('secretariat')).toEqual(['task.handed-in']);
    await product.get(JudgeTask).return({ id, revision: 5, reason: 'Chưa nêu giải pháp' }, secretary);
    expect((await read(id, '2022-10-19T02:00:00Z')).status).toMatchObject({
      working: 'returned',
      deadline: 'overdue',
    });
    await product.get(SendAnswer).execute({ id, revision: 6 }, { ...leader, now: secretary.now });
    await product.get(JudgeTask).accept({ id, revision: 7 }, secretary);
    const task = await read(id, '2022-10-19T02:00:00Z');
    expect(task).toMatchObject({ state: 'accepted', answer, actions: [], revision: 8 });
    expect(task.status.official).toBe('done-late');
    expect(settled.filter(({ taskId }) => taskId === id)).toEqual([
      { name: 'spec.returned', id: subject.id, taskId: id },
      { name: 'spec.accepted', id: subject.id, taskId: id },
    ]);
    expect((await history(id)).map(({ action }) => action)).toEqual([
      'task.assigned',
      'task.answer-prepared',
      'task.answer-handed-back',
      'task.answer-prepared',
      'task.answered',
      'task.returned',
      'task.answered',
      'task.accepted',
    ]);
  });

  it('is answered from a page opened before a reminder, but not from one opened before a change', async () => {
    const id = await openOne();
    const seen = (await read(id)).revision;
    await playTo(product, '2022-10-12T02:00:00Z');
    expect((await history(id)).at(-1)).toMatchObject({ action: 'task.remind', revision: seen + 1 });
    const officer = by('unit-officer.P1', '2022-10-12T02:00:00Z');
    await product.get(PrepareAnswer).execute({ id, revision: seen, answer }, officer);
    expect((await read(id)).revision).toBe(seen + 2);
    const late = product
      .get(SendAnswer)
      .execute({ id, revision: seen }, by('unit-leader.P1', '2022-10-12T02:00:00Z'));
    await expect(late).rejects.toMatchObject({ code: 'REVISION_CONFLICT' });
  });

  it('unanswered: reminded, overdue, urged, marked, criticised by a document', async () => {
    const subject = { kind: 'finding', id: '00000000-0000-7000-8000-00000000000e' };
    const id = await openOne({ subject, effects: { unanswered: 'spec.unanswered' } });
    await playTo(product, '2022-10-17T16:59:59Z');
    expect((await notices('unit-leader.P1'))[0]).toEqual([
      'task.reminder',
      { title: 'Giải trình tỷ lệ văn bản điện tử', dueOn: '2022-10-17', workingDays: 3 },
    ]);
    const early = { ids: [id], documentNumber: '12/TB', documentOn: '2022-10-17' };
    await expect(
      product.get(DecideCriticism).criticise(early, by('committee', '2022-10-17T08:00:00Z')),
    ).rejects.toMatchObject({ code: 'GUARD_FAILED' });
    await playTo(product, '2022-10-17T17:00:00Z');
    expect(settled.filter(({ taskId }) => taskId === id)).toEqual([
      { name: 'spec.unanswered', id: subject.id, taskId: id },
    ]);
    expect(await kindsOf('secretariat')).toContain('task.overdue');
    await playTo(product, '2022-10-20T01:00:00Z');
    const marked = await read(id, '2022-10-20T01:00:00Z');
    expect(marked).toMatchObject({ urged: 1, criticism: 'marked', state: 'assigned' });
    expect(marked.steps.map(({ kind, onDay }) => `${onDay} ${kind}`)).toEqual([
      '2022-10-12 reminded',
      '2022-10-18 overdue',
      '2022-10-18 urged',
      '2022-10-20 marked-for-criticism',
    ]);
    expect((await notices('committee'))[0]).toMatchObject([
      'task.marked-for-criticism',
      { unit: { vi: 'Phường P1' } },
    ]);
    const decision = { ids: [id], documentNumber: '31/TB-UBND', documentOn: '2022-10-21' };
    await expect(
      product.get(DecideCriticism).criticise(decision, by('committee', '2022-10-20T02:00:00Z')),
    ).rejects.toMatchObject({ code: 'TASK_DOCUMENT_IN_FUTURE' });
    await expect(
      product.get(DecideCriticism).criticise(decision, by('secretariat', '2022-10-21T02:00:00Z')),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await product.get(DecideCriticism).criticise(decision, by('committee', '2022-10-21T02:00:00Z'));
    const criticised = await read(id, '2022-10-21T02:00:00Z');
    expect(criticised.criticism).toBe('criticised');
    expect(criticised.steps.at(-1)).toMatchObject({
      kind: 'criticised',
      documentNumber: '31/TB-UBND',
      onDay: '2022-10-21',
    });
    await expect(
      product
        .get(DecideCriticism)
        .spare({ ids: [id], reason: 'Có lý do' }, by('committee', '2022-10-21T03:00:00Z')),
    ).rejects.toMatchObject({ code: 'GUARD_FAILED' });
    expect((await list({ criticism: 'criticised' })).items.map((task) => task.id)).toEqual([id]);
  });

  it('refuses an empty answer, an unknown cause, another unit, another role, a stale revision', async () => {
    const id = await openOne();
    const officer = by('unit-officer.P1', '2022-10-12T02:00:00Z');
    const prepare = (given: TaskAnswer, call = officer, revision = 1) =>
      product.get(PrepareAnswer).execute({ id, revision, answer: given }, call);
    await expect(prepare({ ...answer, causes: [] })).rejects.toMatchObject({ code: 'TASK_ANSWER_EMPTY' });
    await expect(prepare({ ...answer, causes: ['weather'] })).rejects.toMatchObject({
      code: 'TASK_CAUSE_UNKNOWN',
      params: { code: 'weather' },
    });
    await expect(prepare(answer, by('unit-officer.P2', '2022-10-12T02:00:00Z'))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(prepare(answer, by('secretariat', '2022-10-12T02:00:00Z'))).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(product.get(SendAnswer).execute({ id, revision: 1, answer }, officer)).rejects.toMatchObject(
      { code: 'FORBIDDEN' },
    );
    await prepare(answer);
    await expect(prepare(answer, officer, 1)).rejects.toMatchObject({ code: 'REVISION_CONFLICT' });
    expect(await history(id)).toHaveLength(2);
  });

  it('is refused without a day, with a day that is over, for a unit that is none', async () => {
    const none = { phrase: null, reading: null, due: null, recurrence: null };
    await expect(open({ deadline: none })).rejects.toMatchObject({ code: 'TASK_WITHOUT_DEADLINE' });
    const over = { on: day('2022-10-10'), at: dueAtOf(day('2022-10-10'), VIETNAM_ZONE) };
    await expect(open({}, { deadline: { ...none, due: over } })).rejects.toMatchObject({
      code: 'DEADLINE_PAST',
    });
    await expect(open({}, { unitId: office.administrationId })).rejects.toMatchObject({
      code: 'TASK_UNIT_UNKNOWN',
    });
    await expect(open({}, { effects: { accepted: 'nobody.knows' } })).rejects.toThrow(/Nobody owns/);
    expect((await list()).total).toBe(0);
  });

  it('does what a repeated command did only once', async () => {
    const id = await openOne();
    const call = {
      ...by('unit-officer.P1', '2022-10-12T02:00:00Z'),
      command: { key: `answer-${id}`, type: 'spec', fingerprint: 'one' },
    };
    const first = await product.get(PrepareAnswer).execute({ id, revision: 1, answer }, call);
    expect(await product.get(PrepareAnswer).execute({ id, revision: 1, answer }, call)).toEqual(first);
    expect(await history(id)).toHaveLength(2);
  });
});

describe('a directive', () => {
  const assign = (overrides: object = {}) =>
    product.get(AssignTasks).execute(
      {
        unitIds: [office.units['P1'] ?? ''],
        title: 'Tổ chức tập huấn chữ ký số',
        product: 'Báo cáo kết quả',
        deadline: { phrase: 'trong tháng 11/2022' },
        ...overrides,
      },
      by('secretariat', conference),
    );

  it('is of a cycle there is, or of none', async () => {
    await expect(assign({ cycleId: randomIds.next() })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is received, started, noted, reported, and accepted', async () => {
    const [id = ''] = (await assign({ coUnitIds: [office.units['P2']] })).ids;
    expect(await read(id)).toMatchObject({ dueOn: '2022-11-30', coUnits: [{ code: 'P2' }] });
    const officer = by('unit-officer.P1', '2022-10-20T02:00:00Z');
    await product.get(CarryOutTask).execute({ id, event: 'receive' }, officer);
    expect((await read(id)).status.working).toBe('received');
    await product.get(CarryOutTask).execute({ id, event: 'start' }, officer);
    await product.get(NoteTask).execute({ id, text: 'Đã mời giảng viên' }, officer);
    await product
      .get(NoteTask)
      .execute({ id, text: 'Đã bố trí phòng' }, by('unit-officer.P2', '2022-10-21T02:00:00Z'));
    await expect(
      product.get(NoteTask).execute({ id, text: 'Kỳ tháng 10', checkOn: '2022-10-31' }, officer),
    ).rejects.toMatchObject({ code: 'TASK_NOT_RECURRING' });
    await product
      .get(ReportTaskDone)
      .execute({ id, text: 'Đã tập huấn 40 người' }, by('unit-leader.P1', '2022-11-20T02:00:00Z'));
    await product.get(JudgeTask).accept({ id }, by('secretariat', '2022-12-02T02:00:00Z'));
    const task = await read(id, '2022-12-02T02:00:00Z');
    expect(task).toMatchObject({
      state: 'accepted',
      status: { official: 'done-on-time', working: 'done-early' },
    });
    expect(task.notes.map(({ text, by: who }) => `${who}: ${text}`)).toEqual([
      'Người 5: Đã mời giảng viên',
      'Người 7: Đã bố trí phòng',
    ]);
    await expect(product.get(NoteTask).execute({ id, text: 'Thêm nữa' }, officer)).rejects.toMatchObject({
      code: 'NOT_ALLOWED_NOW',
    });
  });

  it('is suspended and resumed, its deadline moved with the original kept, and cancelled', async () => {
    const [id = ''] = (await assign()).ids;
    const secretary = by('secretariat', '2022-10-20T02:00:00Z');
    const reason = 'Chờ hướng dẫn của tỉnh';
    await product.get(EndTask).execute({ id, event: 'suspend', reason }, secretary);
    expect(await armed(id)).toEqual([]);
    expect((await read(id)).status).toMatchObject({ official: 'outside', working: 'suspended' });
    await product.get(EndTask).execute({ id, event: 'resume' }, secretary);
    await product
      .get(MoveTaskDeadline)
      .execute({ id, deadline: { phrase: 'đến hết ngày 15/12/2022' }, reason }, secretary);
    expect(await read(id)).toMatchObject({ originalDueOn: '2022-11-30', dueOn: '2022-12-15' });
    expect((await armed(id)).find(({ name }) => name === 'deadline')?.due).toBe('2022-12-15T17:00:00.000Z');
    await expect(
      product.get(MoveTaskDeadline).execute({ id, deadline: { dueOn: '2022-10-19' }, reason }, secretary),
    ).rejects.toMatchObject({ code: 'DEADLINE_PAST' });
    await product.get(EndTask).execute({ id, event: 'cancel', reason }, secretary);
    await expect(
      product.get(MoveTaskDeadline).execute({ id, deadline: { dueOn: '2022-12-20' }, reason }, secretary),
    ).rejects.toMatchObject({ code: 'NOT_ALLOWED_NOW' });
  });

  it('shows what its lead handed in to those who help', async () => {
    const [id = ''] = (await assign({ coUnitIds: [office.units['P2'] ?? ''] })).ids;
    await product.get(GiveEvidence).execute(
      {
        words: { subjectKind: 'task', subjectId: id },
        name: 'Biên bản.pdf',
        file: await product.get<FileStore>(FILE_STORE).receive(Readable.from([documents.pdf]), 1_000_000),
      },
      by('unit-officer.P1', conference),
    );
    const seen = async (name: string) =>
      (
        await product
          .get(ListEvidence)
          .execute({ subjectKind: 'task', subjectId: id }, by(name, conference).actor as UserActor)
      ).total;
    expect([await seen('unit-officer.P1'), await seen('unit-officer.P2')]).toEqual([1, 0]);
    await product.get(CarryOutTask).execute({ id, event: 'start' }, by('unit-officer.P1', conference));
    await product.get(ReportTaskDone).execute({ id, text: 'Đã làm xong' }, by('unit-officer.P1', conference));
    expect(await seen('unit-officer.P2')).toBe(1);
  });

  it('that recurs falls due for a check every month', async () => {
    const [id = ''] = (await assign({ deadline: { phrase: 'thường xuyên' } })).ids;
    expect(await read(id)).toMatchObject({ dueOn: null, recurrence: 'ongoing', nextCheckOn: '2022-10-31' });
    await playTo(product, '2022-12-01T00:00:00Z');
    const task = await read(id, '2022-12-01T00:00:00Z');
    expect(task.nextCheckOn).toBe('2022-12-31');
    expect(task.steps.map(({ kind, onDay }) => `${onDay} ${kind}`)).toEqual([
      '2022-10-31 check-due',
      '2022-11-30 check-due',
    ]);
    await product
      .get(NoteTask)
      .execute(
        { id, text: 'Đã kiểm tra', checkOn: '2022-11-30' },
        by('unit-officer.P1', '2022-12-01T01:00:00Z'),
      );
    expect((await read(id)).notes[0]).toMatchObject({ checkOn: '2022-11-30' });
  });

  it('is listed by due date, by unit and within reach only', async () => {
    await assign({ deadline: { dueOn: '2022-10-11' }, title: 'Hôm nay' });
    await assign({ deadline: { dueOn: '2022-10-14' }, title: 'Tuần này' });
    await assign({
      deadline: { phrase: 'trong tháng 10/2022' },
      unitIds: [office.units['P2']],
      title: 'Tháng này',
    });
    await assign({ deadline: {}, title: 'Không hạn' });
    const all = await list();
    expect(all.tabs).toEqual({ overdue: 0, today: 1, week: 1, month: 1, later: 0, none: 1, done: 0 });
    expect(all.items.map(({ title }) => title)).toEqual(['Hôm nay', 'Tuần này', 'Tháng này', 'Không hạn']);
    expect((await list({ tab: 'overdue' }, '2022-10-15T02:00:00Z')).total).toBe(2);
    expect((await list({ unitId: office.units['P2'] })).items.map(({ title }) => title)).toEqual([
      'Tháng này',
    ]);
    expect((await list({}, conference, 'unit-officer.P2')).total).toBe(1);
    expect((await list({ q: 'KHÔNG' })).total).toBe(1);
    expect((await list({ q: 'khong' })).total).toBe(1);
    expect((await list({ q: 'kh_ng' })).total).toBe(0);
    expect((await list({ sort: 'unit', order: 'DESC', perPage: 1 })).items[0]?.unit.code).toBe('P2');
  });
});

describe('what surrounds tasks', () => {
  it('keeps steps of the ladder and notes as they were written', async () => {
    for (const table of ['task_step', 'task_note'])
      await expect(product.reader.rows(`delete from ${table}`)).rejects.toThrow(/permission denied/);
  });

  it('offers the causes in their order, an administration’s own words first', async () => {
    const causes = () => product.get(ListCauses).execute({ administrationId: office.administrationId });
    expect((await causes())[0]).toMatchObject({ code: 'leadership' });
    await product
      .get(RecordCauses)
      .execute({ causes: [{ code: 'leadership', names: { vi: 'Lãnh đạo' } }] }, office.system(conference));
    expect((await causes()).find(({ code }) => code === 'leadership')?.names.vi).toBe('Lãnh đạo');
    expect(await product.get(RecordCauses).execute({ causes: readyCauses }, systemCall(conference))).toEqual({
      recorded: 0,
    });
  });

  it('counts and clears the unread notices of one person only', async () => {
    await openOne();
    const officer = by('unit-officer.P1', conference);
    const unread = (name: string) =>
      product
        .get(CountUnreadNotices)
        .execute({ administrationId: office.administrationId, id: people[name]?.id ?? '' });
    expect(await unread('unit-officer.P1')).toEqual({ unread: 1 });
    expect(await product.get(MarkNoticesRead).execute({ all: true }, officer)).toEqual({ read: 1 });
    expect(await unread('unit-officer.P1')).toEqual({ unread: 0 });
    expect(await unread('unit-leader.P1')).toEqual({ unread: 1 });
  });
});
