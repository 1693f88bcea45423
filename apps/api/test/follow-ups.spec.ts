import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  CauseItem,
  ConclusionPreview,
  ConclusionView,
  DeadlineReadingView,
  NoticeItem,
  Page,
  RecommendationView,
  SupervisionView,
  TaskPage,
  TaskView,
} from '@nhip/contracts';
import { TestApi, type Client } from './api.js';

let api: TestApi;
let committee: Client;
let secretariat: Client;
let auditor: Client;
let leader: Client;
let officer: Client;
let unitId: string;
let otherId: string;

beforeAll(async () => {
  api = await TestApi.open({}, '2022-10-11T02:00:00Z');
  [unitId = '', otherId = ''] = api.unitIds;
  committee = await api.signIn('thuong.truc');
  secretariat = await api.signIn('thu.ky');
  auditor = await api.signIn('giam.sat');
  leader = await api.signIn('lanh.dao');
  officer = await api.signIn('nhan.vien');
});
afterAll(() => api.close());

const today = '2022-10-11';
const soon = '2022-10-14';
const at = (revision: number) => ({ 'if-match': `"${revision}"` });

const assign = async (body: object = {}): Promise<string> => {
  const { body: answer } = await secretariat.post<{ ids: string[] }>('/api/tasks', {
    unitIds: [unitId],
    title: 'Tổ chức tập huấn',
    deadline: { dueOn: soon },
    ...body,
  });
  return answer.ids[0] ?? '';
};

describe('tasks', () => {
  it('go from assignment to acceptance, each step by its role', async () => {
    const id = await assign();
    const url = `/api/tasks/${id}`;
    const { body: task, headers } = await officer.get<TaskView>(url);
    expect(headers['etag']).toBe('"1"');
    expect(task.actions.map(({ event }) => event).sort()).toEqual(['receive', 'report-done', 'start']);
    expect((await officer.post(`${url}/carry-out`, { event: 'receive' })).status).toBe(428);
    expect((await officer.post(`${url}/carry-out`, { event: 'receive' }, at(1))).status).toBe(200);
    const stale = await officer.post(`${url}/carry-out`, { event: 'start' }, at(1));
    expect(stale).toMatchObject({ status: 409, body: { code: 'REVISION_CONFLICT' } });
    expect((await officer.post(`${url}/note`, { text: 'Đã mời giảng viên' }, at(2))).status).toBe(200);
    expect((await leader.post(`${url}/report-done`, { text: 'Đã tập huấn xong' }, at(3))).status).toBe(200);
    expect((await officer.post(`${url}/accept`, {}, at(4))).status).toBe(403);
    expect((await secretariat.post(`${url}/accept`, {}, at(4))).status).toBe(200);
    const { body: done } = await secretariat.get<TaskView>(url);
    expect(done).toMatchObject({ state: 'accepted', status: { official: 'done-on-time' }, actions: [] });
  });

  it('are refused with words that say what to mend', async () => {
    const past = await secretariat.post('/api/tasks', {
      unitIds: [unitId],
      title: 'Quá hạn từ đầu',
      deadline: { dueOn: '2020-01-01' },
    });
    expect(past).toMatchObject({ status: 422, body: { code: 'DEADLINE_PAST' } });
    const unknown = await secretariat.post('/api/tasks', {
      unitIds: [unitId],
      title: 'Thừa',
      color: 1,
    });
    expect(unknown).toMatchObject({ status: 400, body: { code: 'UNKNOWN_FIELD' } });
    expect((await officer.post('/api/tasks', { unitIds: [unitId], title: 'Tự giao' })).status).toBe(403);
    expect((await officer.get(`/api/tasks/${await assign({ unitIds: [otherId] })}`)).status).toBe(404);
    const id = await assign();
    const early = await committee.post('/api/tasks/criticise', {
      ids: [id],
      documentNumber: '1/TB',
      documentOn: today,
    });
    expect(early).toMatchObject({ status: 409, body: { code: 'GUARD_FAILED' } });
  });

  it('are listed with counts on the tabs, within reach', async () => {
    await assign({ unitIds: [otherId], title: 'Việc của đơn vị khác' });
    const { body: all } = await secretariat.get<TaskPage>('/api/tasks?open=true&sort=dueOn');
    const { body: own } = await officer.get<TaskPage>('/api/tasks?open=true');
    expect(all.total).toBeGreaterThan(own.total);
    expect(own.items.every(({ unit }) => unit.id === unitId)).toBe(true);
    expect(own.tabs.done).toBe(1);
    expect((await secretariat.get<TaskPage>('/api/tasks?open=false')).body.total).toBe(1);
    const { body: causes } = await officer.get<Page<CauseItem>>('/api/causes');
    expect(causes.items[0]?.code).toBe('leadership');
  });

  it('tell people, who mark their own notices read', async () => {
    const { body: unread } = await officer.get<{ unread: number }>('/api/notices/unread');
    expect(unread.unread).toBeGreaterThan(0);
    const { body: list } = await officer.get<Page<NoticeItem>>('/api/notices?unread=true');
    expect(list.total).toBe(unread.unread);
    expect((await officer.post('/api/notices/mark-read', { ids: [list.items[0]?.id] })).body).toEqual({
      read: 1,
    });
    await officer.post('/api/notices/mark-read', { all: true });
    expect((await officer.get<{ unread: number }>('/api/notices/unread')).body.unread).toBe(0);
  });
});

describe('conclusions', () => {
  it('are drafted, edited, previewed and issued by the committee', async () => {
    const item = {
      kind: 'explanation',
      title: 'Giải trình kết quả thấp',
      text: 'Đơn vị gửi giải trình.',
      assignees: { unitIds: [unitId] },
      deadline: { dueOn: soon },
    };
    const draft = { title: 'Kết luận hội nghị', heldOn: today, items: [item] };
    const { status, body } = await secretariat.post<{ id: string }>('/api/conclusions', draft);
    expect(status).toBe(201);
    const url = `/api/conclusions/${body.id}`;
    for (const invented of [
      { ...draft, illustrative: true },
      { ...draft, items: [{ ...item, illustrative: true }] },
    ]) {
      const refused = await secretariat.post('/api/conclusions', invented);
      expect([refused.status, refused.body.code]).toEqual([400, 'UNKNOWN_FIELD']);
    }
    expect((await officer.get(url)).status).toBe(404);
    const information = { kind: 'information', title: 'Đánh giá', text: 'Kết quả chung khá.' };
    await secretariat.post(`${url}/edit`, { items: [item, information] }, at(1));
    const { body: preview } = await committee.get<ConclusionPreview>(`${url}/preview`);
    expect(preview.tasks).toMatchObject([{ item: 1, unit: { id: unitId }, dueOn: soon }]);
    const issue = { number: '1/TB-UBND' };
    expect((await secretariat.post(`${url}/issue`, issue, at(2))).status).toBe(403);
    expect(await committee.post(`${url}/issue`, issue, at(2))).toMatchObject({
      status: 200,
      body: { tasks: 1, explanations: 1 },
    });
    const { body: view } = await officer.get<ConclusionView>(url);
    expect(view).toMatchObject({ state: 'issued', number: '1/TB-UBND', tasks: { total: 1 } });

    const { body: tasks } = await officer.get<TaskPage>(`${url}/tasks`);
    const task = `/api/tasks/${tasks.items[0]?.id}`;
    const answer = { causes: ['leadership'], text: 'Chưa quan tâm.', measures: 'Phân công lại.' };
    const empty = await officer.post(`${task}/prepare-answer`, { answer: { ...answer, causes: [] } }, at(1));
    expect(empty).toMatchObject({ status: 422, body: { code: 'TASK_ANSWER_EMPTY' } });
    expect((await officer.post(`${task}/prepare-answer`, { answer }, at(1))).status).toBe(200);
    expect((await leader.post(`${task}/send-answer`, {}, at(2))).status).toBe(200);
    expect((await secretariat.post(`${task}/return`, { reason: 'Nêu giải pháp' }, at(3))).status).toBe(200);
    expect((await officer.get<TaskView>(task)).body.status.working).toBe('returned');
  });

  it('read a deadline phrase as one types', async () => {
    const phrase = encodeURIComponent('trước ngày 18/10');
    const { body } = await secretariat.get<DeadlineReadingView>(
      `/api/conclusions/deadlines/read?phrase=${phrase}&documentDay=2022-10-11`,
    );
    expect(body).toMatchObject({ dueOn: '2022-10-17', rule: { code: 'DEADLINE_BEFORE_DAY' } });
  });
});

describe('recommendations and supervisions', () => {
  it('a unit recommends, the committee answers, the unit accepts, and it is done when it is done', async () => {
    const { body: sent } = await leader.post<{ id: string }>('/api/recommendations', {
      title: 'Bổ sung đường truyền',
      addressee: 'UBND tỉnh',
      unitId,
    });
    const url = `/api/recommendations/${sent.id}`;
    expect((await leader.post(`${url}/answer`, { text: 'Tự trả lời', agrees: true }, at(1))).status).toBe(
      403,
    );
    await committee.post(`${url}/answer`, { text: 'Đồng ý', agrees: true }, at(1));
    expect((await leader.post(`${url}/settle`, { event: 'accept-answer' }, at(2))).status).toBe(200);
    expect((await committee.post(`${url}/finish`, {}, at(3))).status).toBe(200);
    expect((await auditor.get<RecommendationView>(url)).body).toMatchObject({ state: 'done', doneOn: today });
  });

  it('an auditor conducts the supervision of the own team, and nobody else does', async () => {
    const opening = {
      title: 'Giám sát chuyên đề',
      unitIds: [unitId],
      heldOn: today,
      periodStart: '2020-01-01',
      periodEnd: '2099-12-31',
    };
    expect((await secretariat.post('/api/supervisions', opening)).status).toBe(403);
    const { body: opened } = await auditor.post<{ id: string }>('/api/supervisions', opening);
    const url = `/api/supervisions/${opened.id}`;
    const { body: requirements } = await auditor.post<{ ids: string[] }>(`${url}/requirements`, {
      title: 'Ban hành bộ tiêu chí nội bộ',
    });
    const required = { id: requirements.ids[0] ?? '' };
    expect((await secretariat.post(`${url}/reports`, { title: 'Báo cáo' })).status).toBe(403);
    const { body: reports } = await auditor.post<{ ids: string[] }>(`${url}/reports`, {
      title: 'Báo cáo phục vụ giám sát',
      deadline: { phrase: 'trong 10 ngày' },
    });
    expect(reports.ids).toHaveLength(1);
    const urging = {
      record: { kind: 'requirement', id: required.id },
      step: 'urge',
      documentNumber: '15/ĐGS',
    };
    expect((await secretariat.post(`${url}/council-steps`, urging)).status).toBe(403);
    expect((await auditor.post(`${url}/council-steps`, urging)).body).toEqual({ number: 1 });
    expect((await officer.get<unknown>(`${url}/ladders`)).body).toMatchObject({
      items: [{ taken: [{ step: 'urge', documentNumber: '15/ĐGS' }], offered: [] }],
    });
    await auditor.post(`${url}/recommendations`, {
      fromUnitId: unitId,
      title: 'Sớm thành lập Trung tâm',
      addressee: 'HĐND tỉnh',
      deadline: { phrase: 'sớm' },
    });
    await officer.post(`/api/tasks/${required.id}/report-done`, { text: 'Đã ban hành' }, at(1));
    const mistaken = { kind: 'requirement' };
    expect((await secretariat.post(`/api/tasks/${required.id}/accept`, {}, at(2))).status).toBe(403);
    expect((await secretariat.get<TaskView>(`/api/tasks/${required.id}`)).body).toMatchObject(mistaken);
    expect((await auditor.post(`${url}/requirements/${required.id}/accept`, {}, at(2))).status).toBe(200);
    await auditor.post(`${url}/present`, { presentedTo: 'HĐND tỉnh' }, at(1));
    const { body: view } = await officer.get<SupervisionView>(url);
    expect(view).toMatchObject({
      state: 'presented',
      flags: ['PERIOD_FUTURE'],
      own: false,
      reports: { total: 1, done: 0 },
      requirements: { total: 1, doneOnTime: 1 },
      recommendations: { total: 1, done: 0 },
    });
  });
});
