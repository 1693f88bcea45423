import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TaskGroup, TaskPage, TaskStatistics, TaskView } from '@nhip/contracts';
import { TestApi, type Client } from './api.js';

let api: TestApi;
let secretariat: Client;
let committee: Client;
let officer: Client;
let leader: Client;
let unitId: string;
let otherId: string;

beforeAll(async () => {
  api = await TestApi.open({}, NOW);
  [unitId = '', otherId = ''] = api.unitIds;
  secretariat = await api.signIn('thu.ky');
  committee = await api.signIn('thuong.truc');
  officer = await api.signIn('nhan.vien');
  leader = await api.signIn('lanh.dao');
});
afterAll(() => api.close());

const NOW = '2022-10-11T02:00:00Z';
const inDays = (days: number): string =>
  new Date(Date.parse(NOW) + days * 86_400_000).toISOString().slice(0, 10);
const at = (revision: number) => ({ 'if-match': `"${revision}"` });
const assign = async (body: object = {}): Promise<string> => {
  const { body: answer } = await secretariat.post<{ ids: string[] }>('/api/tasks', {
    unitIds: [unitId],
    title: 'Tổ chức tập huấn',
    deadline: { dueOn: inDays(5) },
    ...body,
  });
  return answer.ids[0] ?? '';
};
const request = (days: number) => ({ deadline: { dueOn: inDays(days) }, reason: 'Phần mềm chưa mở' });

describe('more time for a task', () => {
  it('is asked for by its unit and decided by those who assigned it', async () => {
    const url = `/api/tasks/${await assign()}`;
    const ask = (client: Client, days: number, revision: number) =>
      client.post(`${url}/request-extension`, request(days), at(revision));
    expect((await ask(secretariat, 9, 1)).status).toBe(403);
    expect(await ask(officer, 5, 1)).toMatchObject({ status: 422, body: { code: 'EXTENSION_NOT_LATER' } });
    expect((await officer.post(`${url}/request-extension`, request(9))).status).toBe(428);
    expect((await ask(officer, 9, 1)).status).toBe(200);
    expect(await ask(leader, 12, 2)).toMatchObject({ status: 409, body: { code: 'EXTENSION_OPEN' } });
    const waiting = await secretariat.get<TaskPage>('/api/tasks?extension=requested');
    expect(waiting.body.items).toMatchObject([{ extension: { askedDueOn: inDays(9), number: 1 } }]);

    const decide = (client: Client, body: object, revision = 2) =>
      client.post(`${url}/decide-extension`, body, at(revision));
    expect((await decide(officer, { verdict: 'approve' })).status).toBe(403);
    expect((await decide(secretariat, { verdict: 'reject' })).status).toBe(422);
    const counter = { verdict: 'counter', reason: 'Cần sớm hơn', deadline: { dueOn: inDays(7) } };
    expect((await decide(committee, counter)).status).toBe(200);
    expect(await decide(secretariat, { verdict: 'approve' }, 3)).toMatchObject({
      status: 409,
      body: { code: 'EXTENSION_SETTLED' },
    });
    const { body: offered } = await leader.get<TaskView>(url);
    expect(offered.extensionSteps).toEqual(['answer', 'withdraw']);
    const taken = await leader.post(`${url}/answer-extension-offer`, { accepts: true }, at(3));
    expect(taken.status).toBe(200);
    expect((await leader.get<TaskView>(url)).body).toMatchObject({
      originalDueOn: inDays(5),
      dueOn: inDays(7),
      extended: 1,
      extensions: [{ state: 'accepted', counteredDueOn: inDays(7), repeated: false }],
    });
  });

  it('is not had for a part beyond its whole, which is told with both days', async () => {
    const whole = await assign();
    const late = await secretariat.post('/api/tasks', {
      unitIds: [unitId],
      title: 'Phần việc',
      parentId: whole,
      deadline: { dueOn: inDays(6) },
    });
    expect(late).toMatchObject({ status: 422, body: { code: 'TASK_LATER_THAN_PARENT' } });
    const part = await assign({ parentId: whole });
    const asked = await officer.post(`/api/tasks/${part}/request-extension`, request(6), at(1));
    expect(asked).toMatchObject({ status: 422, body: { code: 'TASK_LATER_THAN_PARENT' } });
    expect((asked.body as { detail?: string }).detail).toContain(inDays(5).split('-').toReversed().join('/'));
    expect((await secretariat.get<TaskView>(`/api/tasks/${whole}`)).body.children).toHaveLength(1);
  });
});

describe('tasks counted', () => {
  it('by unit, within reach, and as a workbook', async () => {
    await assign({ unitIds: [unitId, otherId] });
    const { body: groups } = await secretariat.get<{ items: TaskGroup[] }>('/api/tasks/groups?by=unit');
    expect(groups.items.map(({ id }) => id).sort()).toEqual([unitId, otherId].sort());
    const own = await officer.get<{ items: TaskGroup[] }>('/api/tasks/groups?by=unit');
    expect(own.body.items.map(({ id }) => id)).toEqual([unitId]);
    expect(
      (await secretariat.get<{ items: TaskGroup[] }>('/api/tasks/groups?by=conclusion')).body.items,
    ).toEqual([]);
    const { body: statistics } = await secretariat.get<TaskStatistics>('/api/tasks/statistics');
    expect(statistics.total.present['open-in-time']).toBeGreaterThan(2);
    expect((await officer.get<TaskStatistics>('/api/tasks/statistics')).body.items).toHaveLength(1);
    const file = await secretariat.get('/api/tasks/statistics.xlsx?language=en');
    expect(file.headers['content-disposition']).toBe(`attachment; filename="nhiem-vu-${statistics.on}.xlsx"`);
    expect((await secretariat.get('/api/tasks/statistics?from=31/02/2022')).status).toBe(422);
  });
});
