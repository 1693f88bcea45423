import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { TakeCouncilStep as TakeCouncilStepInput } from '@nhip/contracts';
import { ChangeCalendar, PreviewCalendarChange } from '../calendar/index.js';
import { ListNotices } from '../notices/index.js';
import { randomIds, type Call, type UserActor } from '../platform/index.js';
import { day, instant } from '../shared/index.js';
import {
  employ,
  openOffice,
  openTestProduct,
  playTo,
  standAt,
  type Office,
  type TestProduct,
} from '../testing/index.js';
import { DecideExtension, GetTask, JudgeTask, ReportTaskDone, RequestExtension } from '../tasks/index.js';
import {
  AskReports,
  EditSupervision,
  FollowRecommendation,
  GetRecommendation,
  GetSupervision,
  JudgeRequirement,
  ListAuditors,
  ListCouncilLadders,
  ListRecommendations,
  ListSupervisions,
  OpenSupervision,
  PresentSupervision,
  RecommendUpward,
  RequireOfUnits,
  SendRecommendation,
  TakeCouncilStep,
} from './index.js';

const session = '2020-05-14T09:00:00Z';
const later = '2020-06-20T02:00:00Z';
const listing = { page: 1, perPage: 25, order: 'ASC' } as const;

let product: TestProduct;
let office: Office;
let people: Readonly<Record<string, UserActor>>;

beforeAll(async () => void (product = await openTestProduct()));
afterAll(() => product.close());
beforeEach(async () => {
  await standAt(product, session);
  office = await openOffice(product);
  people = await employ(product, office, [
    ['committee'],
    ['secretariat'],
    ['auditor'],
    ['unit-leader', 'VH'],
    ['unit-leader', 'NV'],
  ]);
});

const by = (name: string, now = session): Call => {
  const actor = people[name];
  if (actor === undefined) throw new Error(`nobody is ${name}`);
  return { actor, now: instant(now) };
};
const actor = (name: string): UserActor => by(name).actor as UserActor;
/** An auditor of the same administration who is of no team. */
const stranger = (): Call => office.by('auditor', session);

const open = (overrides: object = {}, call = by('auditor')) =>
  product.get(OpenSupervision).execute(
    {
      title: 'Giám sát cải cách hành chính',
      unitIds: [office.units['VH'] ?? ''],
      chair: 'Trưởng đoàn',
      heldOn: '2020-05-14',
      periodStart: '2016-01-01',
      periodEnd: '2021-12-31',
      figures: [{ text: '37/37 dịch vụ công trực tuyến', citation: 'Báo cáo của Sở' }],
      ...overrides,
    },
    call,
  );
const requireOf = (id: string, requirement: object = {}, call = by('auditor')) =>
  product
    .get(RequireOfUnits)
    .execute(
      { id, requirement: { title: 'Tăng cường tập huấn', deadline: { phrase: 'tiếp tục' }, ...requirement } },
      call,
    );
const require = async (id: string, requirement: object = {}, call = by('auditor')) => {
  const [taskId = ''] = (await requireOf(id, requirement, call)).ids;
  return { id: taskId };
};
const recommend = (id: string, recommendation: object = {}) =>
  product.get(RecommendUpward).execute(
    {
      id,
      recommendation: {
        fromUnitId: office.units['VH'] ?? '',
        title: 'Sớm thành lập Trung tâm phục vụ hành chính công',
        addressee: 'HĐND, UBND thành phố',
        deadline: { phrase: 'sớm' },
        ...recommendation,
      },
    },
    by('auditor'),
  );
const view = (id: string, name = 'auditor', now = later) =>
  product.get(GetSupervision).execute(id, actor(name), instant(now));
const recommendation = (id: string, name = 'unit-leader.VH', now = later) =>
  product.get(GetRecommendation).execute(id, actor(name), instant(now));

describe('a supervision', () => {
  it('has a team of auditors, and of nobody else', async () => {
    const { items } = await product.get(ListAuditors).execute(actor('auditor'), instant(session));
    expect(items.map(({ id }) => id)).toEqual([people['auditor']?.id]);
    const { id } = await open();
    const edit = (memberIds: readonly string[]) =>
      product.get(EditSupervision).execute({ id, edit: { memberIds: [...memberIds] } }, by('auditor'));
    await expect(edit([people['committee']?.id ?? ''])).rejects.toMatchObject({
      code: 'SUPERVISION_MEMBER_UNKNOWN',
    });
    await expect(edit([])).rejects.toMatchObject({ code: 'SUPERVISION_MEMBER_UNKNOWN' });
    await edit(items.map((one) => one.id));
    expect((await view(id)).members).toEqual(items);
  });

  it('gives more time for a requirement, or takes a part of it as done, by its team only', async () => {
    const { id } = await open();
    const { id: taskId } = await require(id, { deadline: { dueOn: '2020-06-15' } });
    const leader = by('unit-leader.VH');
    const ask = { id: taskId, deadline: { dueOn: '2020-07-01' }, reason: 'Chờ kinh phí' };
    await product.get(RequestExtension).execute(ask, leader);
    const approve = (call: Call) =>
      product.get(JudgeRequirement).decideExtension({ id, taskId, verdict: 'approve' }, call);
    await expect(approve(stranger())).rejects.toMatchObject({ code: 'SUPERVISION_NOT_YOURS' });
    await expect(
      product.get(DecideExtension).execute({ id: taskId, verdict: 'approve' }, by('secretariat')),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await approve(by('auditor'));
    await product.get(ReportTaskDone).execute({ id: taskId, text: 'Đã mở 2 lớp' }, leader);
    await product
      .get(JudgeRequirement)
      .acceptPart({ id, taskId, reason: 'Còn một lớp' }, by('auditor', later));
    expect(await product.get(GetTask).execute(taskId, actor('auditor'), instant(later))).toMatchObject({
      state: 'partly-done',
      originalDueOn: '2020-06-15',
      dueOn: '2020-07-01',
      extended: 1,
    });
  });

  it('holds figures, requirements down and recommendations up, and is presented', async () => {
    const { id } = await open();
    await require(id);
    await require(id, { title: 'Ban hành bộ tiêu chí nội bộ', deadline: {} });
    await recommend(id);
    expect(await view(id)).toMatchObject({
      own: true,
      flags: ['PERIOD_FUTURE'],
      figures: [{ text: '37/37 dịch vụ công trực tuyến' }],
      requirements: { total: 2, openInTime: 2 },
      recommendations: { total: 1, done: 0 },
      members: [{ id: actor('auditor').id }],
    });
    await product
      .get(PresentSupervision)
      .execute(
        { id, revision: 1, presentedTo: 'HĐND thành phố', presentedOn: '2020-06-20' },
        by('auditor', later),
      );
    expect(await view(id)).toMatchObject({ state: 'presented', presentedOn: '2020-06-20', revision: 2 });
    await expect(require(id)).rejects.toMatchObject({ code: 'SUPERVISION_PRESENTED' });
    const history = await product.reader.rows<{ action: string }>(
      'select action from history where stream = $1 order by seq',
      [`supervision/${id}`],
    );
    expect(history.map(({ action }) => action)).toEqual([
      'supervision.opened',
      'recommendation.sent',
      'supervision.presented',
    ]);
  });

  it('is changed by its own team only', async () => {
    const { id } = await open();
    const edit = (call: Call) =>
      product.get(EditSupervision).execute({ id, revision: 1, edit: { summary: 'Kết quả tốt' } }, call);
    await expect(edit(stranger())).rejects.toMatchObject({ code: 'SUPERVISION_NOT_YOURS' });
    await expect(edit(by('secretariat'))).rejects.toMatchObject({ code: 'SUPERVISION_NOT_YOURS' });
    await expect(require(id, {}, stranger())).rejects.toMatchObject({ code: 'SUPERVISION_NOT_YOURS' });
    await edit(by('auditor'));
    await expect(edit(by('auditor'))).rejects.toMatchObject({ code: 'REVISION_CONFLICT' });
    const list = (name: string) =>
      product.get(ListSupervisions).execute(listing, actor(name), instant(session));
    expect((await list('committee')).items).toMatchObject([{ own: false }]);
    expect((await list('unit-leader.NV')).total).toBe(0);
    await expect(view(id, 'unit-leader.NV')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('refuses a period that ends before it begins, and members who are no auditors', async () => {
    await expect(open({ periodEnd: '2015-01-01' })).rejects.toMatchObject({ code: 'SUPERVISION_PERIOD' });
    await expect(open({ memberIds: [actor('secretariat').id] })).rejects.toMatchObject({
      code: 'SUPERVISION_MEMBER_UNKNOWN',
    });
    await expect(open({ unitIds: [office.administrationId] })).rejects.toMatchObject({
      code: 'SUPERVISION_UNIT_UNKNOWN',
    });
    await expect(open({}, by('secretariat'))).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('judges its requirements itself', async () => {
    const { id } = await open();
    const { id: taskId } = await require(id, { deadline: { phrase: 'trong 30 ngày' } });
    await product
      .get(ReportTaskDone)
      .execute({ id: taskId, text: 'Đã tập huấn' }, by('unit-leader.VH', '2020-06-01T02:00:00Z'));
    await expect(
      product.get(JudgeTask).accept({ id: taskId }, by('secretariat', later)),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const judge = product.get(JudgeRequirement);
    await expect(judge.accept({ id, taskId }, stranger())).rejects.toMatchObject({
      code: 'SUPERVISION_NOT_YOURS',
    });
    await judge.return(
      { id, taskId, reason: 'Chưa có số liệu', deadline: { dueOn: '2020-06-30' } },
      by('auditor', later),
    );
    const task = await product.get(GetTask).execute(taskId, actor('auditor'), instant(later));
    expect(task).toMatchObject({ state: 'returned', dueOn: '2020-06-30', originalDueOn: '2020-06-15' });
    const moved = { deadline: { dueOn: '2020-07-15' }, reason: 'Đơn vị đề nghị' };
    await expect(judge.moveDeadline({ id, taskId, ...moved }, stranger())).rejects.toMatchObject({
      code: 'SUPERVISION_NOT_YOURS',
    });
    await judge.moveDeadline({ id, taskId, ...moved }, by('auditor', later));
    expect(await product.get(GetTask).execute(taskId, actor('auditor'), instant(later))).toMatchObject({
      dueOn: '2020-07-15',
      originalDueOn: '2020-06-15',
    });
    await judge.withdraw({ id, taskId, reason: 'Không còn cần thiết' }, by('auditor', later));
    expect(await view(id)).toMatchObject({ requirements: { total: 0 } });
  });
});

describe('a supervision of several units', () => {
  const unit = (code: string) => office.units[code] ?? '';
  const openBoth = () => open({ unitIds: [unit('VH'), unit('NV')] });
  const ladders = (id: string, name = 'auditor', now = later) =>
    product.get(ListCouncilLadders).execute(id, actor(name), instant(now));
  const take = (id: string, command: TakeCouncilStepInput, call = by('auditor', later)) =>
    product.get(TakeCouncilStep).execute({ id, command }, call);

  it('collects a report of each, judged by its team; reports are no requirements', async () => {
    const { id } = await openBoth();
    const ask = (rest: object = {}, call = by('auditor')) =>
      product.get(AskReports).execute(
        {
          id,
          command: {
            title: 'Báo cáo kết quả cải cách hành chính',
            outline: '1. Kết quả. 2. Tồn tại. 3. Kiến nghị.',
            deadline: { phrase: 'chậm nhất ngày 29/5/2020' },
            ...rest,
          },
        },
        call,
      );
    await expect(ask({ unitIds: [unit('P1')] })).rejects.toMatchObject({ code: 'SUPERVISION_UNIT_UNKNOWN' });
    await expect(ask({}, stranger())).rejects.toMatchObject({ code: 'SUPERVISION_NOT_YOURS' });
    const { ids: first } = await ask({ unitIds: [unit('NV')] });
    const { ids: rest } = await ask();
    expect([first, rest].map((ids) => ids.length)).toEqual([1, 1]);
    await expect(ask()).rejects.toMatchObject({ code: 'SUPERVISION_REPORT_ASKED' });
    const [vh = ''] = rest;
    await product
      .get(ReportTaskDone)
      .execute({ id: vh, text: 'Báo cáo số 12/BC-VH' }, by('unit-leader.VH', '2020-05-28T02:00:00Z'));
    await product.get(JudgeRequirement).accept({ id, taskId: vh }, by('auditor', later));
    await requireOf(id, { unitIds: [] });
    expect(await view(id)).toMatchObject({
      units: [{ code: 'VH' }, { code: 'NV' }],
      reports: { total: 2, done: 1 },
      reportTasks: [vh, first[0]],
      requirements: { total: 2 },
    });
    expect(await view(id, 'unit-leader.NV')).toMatchObject({
      reports: { total: 1, done: 0 },
      reportTasks: [first[0]],
      requirements: { total: 1 },
    });
    expect((await ladders(id)).items).toHaveLength(2);
  });

  it('climbs the council’s ladder with what is not done, each step by a document', async () => {
    const { id } = await openBoth();
    const task = await require(id, { unitIds: [unit('VH')], deadline: { phrase: 'trong 30 ngày' } });
    const { id: recommendationId } = await recommend(id);
    const requirement = { kind: 'requirement', id: task.id } as const;
    const urge = { record: requirement, step: 'urge', documentNumber: '15/ĐGS' } as const;
    await expect(take(id, urge, stranger())).rejects.toMatchObject({ code: 'SUPERVISION_NOT_YOURS' });
    await take(id, { ...urge, onDay: '2020-06-16' });
    const session = { record: requirement, step: 'explanation-session', documentNumber: '18/HĐND' } as const;
    await expect(take(id, session)).rejects.toMatchObject({ code: 'COUNCIL_STEP_SKIPS' });
    await take(id, { ...session, note: 'Thường trực HĐND yêu cầu', complex: true });
    const [first, second] = (await ladders(id)).items;
    expect(first).toMatchObject({
      record: requirement,
      taken: [
        { number: 1, step: 'urge', onDay: '2020-06-16', documentNumber: '15/ĐGS', answerBy: null },
        // 30 calendar days from 20/6 end on Monday 20/7.
        { number: 2, step: 'explanation-session', onDay: '2020-06-20', answerBy: '2020-07-20' },
      ],
      offered: ['questioning', 'supervise-again', 'report-to-council'],
    });
    expect(second).toMatchObject({ record: { kind: 'recommendation', id: recommendationId }, taken: [] });
    expect(second?.offered).toContain('refer');
    expect((await ladders(id, 'committee')).items.every(({ offered }) => offered.length === 0)).toBe(true);
    expect((await ladders(id, 'unit-leader.NV')).items).toEqual([]);
    const told = await product.get(ListNotices).execute(listing, actor('unit-leader.VH'));
    expect(told.items[0]).toMatchObject({ kind: 'council.answer-by', params: { dueOn: '2020-07-20' } });

    await product
      .get(JudgeRequirement)
      .withdraw({ id, taskId: task.id, reason: 'Không còn' }, by('auditor', later));
    await expect(
      take(id, { record: requirement, step: 'questioning', documentNumber: '20/HĐND' }),
    ).rejects.toMatchObject({ code: 'COUNCIL_STEP_DONE' });
    const [kept] = await product.reader.rows<{ action: string; reason: string }>(
      `select action, reason from history where stream = $1 and subject_kind = 'council-step' order by seq desc`,
      [`supervision/${id}`],
    );
    expect(kept).toEqual({ action: 'supervision.council-step-taken', reason: 'Thường trực HĐND yêu cầu' });
    await expect(product.reader.rows('delete from ladder_step')).rejects.toThrow(
      /append-only|permission denied/,
    );
  });
});

describe('a recommendation', () => {
  const answered = { text: 'Đã giao Sở Nội vụ xây dựng đề án.', agrees: true, documentNumber: '101/UBND' };
  const follow = () => product.get(FollowRecommendation);

  it('is answered, asked again, accepted, and done only when it is done', async () => {
    const { id } = await recommend((await open()).id);
    await follow().answer({ id, revision: 1, answer: answered }, by('committee', later));
    await follow().settle(
      { id, revision: 2, event: 'return-answer', reason: 'Chưa nêu thời hạn' },
      by('unit-leader.VH', later),
    );
    await follow().answer({ id, revision: 3, answer: answered }, by('secretariat', later));
    await follow().settle({ id, revision: 4, event: 'accept-answer' }, by('auditor', later));
    expect(await recommendation(id)).toMatchObject({
      state: 'accepted',
      doneOn: null,
      answer: { text: answered.text, documentNumber: '101/UBND' },
      actions: [{ event: 'withdraw', reasonRequired: true }],
    });
    await expect(follow().finish({ id, doneOn: '2020-07-01' }, by('committee', later))).rejects.toMatchObject(
      { code: 'DONE_ON_WRONG' },
    );
    await follow().finish({ id, revision: 5, doneOn: '2020-06-18' }, by('committee', later));
    expect(await recommendation(id)).toMatchObject({ state: 'done', doneOn: '2020-06-18', actions: [] });
  });

  it('that is declined and accepted as such is not done', async () => {
    const { id } = await recommend((await open()).id);
    await follow().answer({ id, answer: { ...answered, agrees: false } }, by('committee', later));
    await follow().settle({ id, event: 'accept-answer' }, by('unit-leader.VH', later));
    expect(await recommendation(id)).toMatchObject({ state: 'refused', doneOn: null });
  });

  it('in words is due by the calendar, also when that changes while it waits for an answer', async () => {
    const inWords = { deadline: { phrase: 'trong 5 ngày làm việc' } };
    const { id } = await recommend((await open()).id, inWords);
    const answeredOne = await recommend((await open({ title: 'Giám sát khác' })).id, inWords);
    await follow().answer({ id: answeredOne.id, answer: answered }, by('committee'));
    expect(await recommendation(id)).toMatchObject({ dueOn: '2020-05-21' });
    const change = {
      days: [{ day: day('2020-05-20'), kind: 'swap_off', name: 'Nghỉ hoán đổi', confidence: 'verified' }],
      removed: [],
    } as const;
    const administrator = office.by('administrator', session);
    const { moves } = await product.get(PreviewCalendarChange).execute(change, administrator);
    expect(moves).toEqual([
      expect.objectContaining({ kind: 'recommendation', id, from: '2020-05-21', to: '2020-05-22' }),
    ]);
    await product
      .get(ChangeCalendar)
      .execute({ ...change, reason: 'Theo thông báo', moveDeadlines: true, revision: 0 }, administrator);
    expect(await recommendation(id)).toMatchObject({ dueOn: '2020-05-22' });
    expect(await recommendation(answeredOne.id)).toMatchObject({ dueOn: '2020-05-21' });
    const [notice] = (await product.get(ListNotices).execute(listing, actor('committee'))).items;
    expect(notice).toMatchObject({
      kind: 'recommendation.deadline-moved',
      params: { dueOn: '2020-05-22', earlier: '2020-05-21', reason: 'Theo thông báo' },
    });
  });

  it('belongs to its unit and team', async () => {
    const { id } = await recommend((await open()).id);
    await follow().answer({ id, answer: answered }, by('committee', later));
    const settle = (call: Call) => follow().settle({ id, event: 'accept-answer' }, call);
    await expect(settle(by('unit-leader.NV', later))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(settle(stranger())).rejects.toMatchObject({ code: 'SUPERVISION_NOT_YOURS' });
    await expect(settle(by('committee', later))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(recommendation(id, 'unit-leader.NV')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const list = (name: string, filter: object = {}) =>
      product.get(ListRecommendations).execute({ ...listing, ...filter }, actor(name), instant(later));
    expect((await list('unit-leader.NV')).total).toBe(0);
    expect((await list('committee', { open: true })).total).toBe(1);
  });

  it('with a deadline reminds and then says it is overdue', async () => {
    const { id } = await product.get(SendRecommendation).execute(
      {
        title: 'Nâng cấp đường truyền',
        addressee: 'UBND thành phố',
        unitId: office.units['NV'] ?? '',
        deadline: { phrase: 'trong 15 ngày' },
      },
      by('unit-leader.NV'),
    );
    await playTo(product, '2020-05-31T00:00:00Z');
    await playTo(product, '2020-06-02T00:00:00Z');
    expect(await recommendation(id, 'unit-leader.NV', '2020-06-02T00:00:00Z')).toMatchObject({
      overdue: true,
    });
    const kinds = (await product.get(ListNotices).execute(listing, actor('committee'))).items.map(
      ({ kind }) => kind,
    );
    expect(kinds).toEqual(['recommendation.overdue', 'recommendation.reminder', 'recommendation.sent']);
    await expect(
      product
        .get(SendRecommendation)
        .execute(
          { title: 'Việc của đơn vị khác', addressee: 'UBND', unitId: office.units['VH'] ?? '' },
          by('unit-leader.NV'),
        ),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const ofNoCycle = {
      title: 'Việc của đợt không có',
      addressee: 'UBND',
      unitId: office.units['NV'] ?? '',
      cycleId: randomIds.next(),
    };
    await expect(
      product.get(SendRecommendation).execute(ofNoCycle, by('unit-leader.NV')),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
