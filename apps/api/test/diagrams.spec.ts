import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { InstanceView, Page, ProcedureStanding, ProcedureView } from '@nhip/contracts';
import { TestApi, type Client } from './api.js';

let api: TestApi;
let secretariat: Client;
let officer: Client;
let elsewhere: Client;
let taskId: string;

beforeAll(async () => {
  api = await TestApi.open({}, '2022-10-11T02:00:00Z');
  [secretariat, officer, elsewhere] = await Promise.all([
    api.signIn('thu.ky'),
    api.signIn('nhan.vien'),
    api.signIn('lanh.dao'),
  ]);
  const assigned = await secretariat.post<{ ids: string[] }>('/api/tasks', {
    unitIds: api.unitIds.slice(0, 2),
    title: 'Tổ chức tập huấn',
    deadline: { dueOn: '2022-12-09' },
  });
  const ids = assigned.body.ids;
  const open = await officer.get<Page<{ id: string }>>('/api/tasks?perPage=10');
  taskId = ids.find((id) => open.body.items.some((item) => item.id === id)) ?? '';
  await officer.post(`/api/tasks/${taskId}/carry-out`, { event: 'receive' }, { 'if-match': '"1"' });
});
afterAll(() => api.close());

describe('the diagram of a record', () => {
  it('says where it stands, since when, whose turn it is, what comes next and how it came there', async () => {
    const { status, body } = await officer.get<InstanceView>(`/api/procedures/instances/${taskId}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      kind: 'task',
      state: 'received',
      holder: {
        role: 'unit-officer',
        unit: { id: api.unitIds[0], names: { vi: 'Sở SNV' } },
        people: ['Người can.bo', 'Người nhan.vien'],
      },
    });
    expect(body.path.map(({ state }) => state)).toEqual(['assigned', 'received']);
    expect(body.enteredAt).toBe(body.path[1]?.at);
    expect(body.deadlines.map(({ name }) => name)).toEqual(['due']);
    expect(body.timers.map(({ event }) => event).slice(0, 3)).toEqual(['remind', 'remind', 'remind']);
    expect([...body.timers].sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1))).toEqual(body.timers);
    expect(body.definition.states['received']?.names.vi).toBe('Đã nhận việc');
  });

  it('is shown to those who may open the record', async () => {
    const { body } = await secretariat.get<Page<{ id: string }>>('/api/tasks?perPage=10');
    const other = body.items.find(({ id }) => id !== taskId)?.id;
    expect((await secretariat.get(`/api/procedures/instances/${other}`)).status).toBe(200);
    expect((await elsewhere.get(`/api/procedures/instances/${other}`)).status).toBe(404);
  });
});

describe('the diagram of a procedure', () => {
  it('says how many records stand in each state, of those the reader may open', async () => {
    const { body } = await secretariat.get<Page<ProcedureView>>('/api/procedures?perPage=100');
    const directive = body.items.find(({ code }) => code === 'directive');
    const standing = async (client: Client) => {
      const answer = await client.get<ProcedureStanding>(`/api/procedures/${directive?.id}/standing`);
      return Object.fromEntries(answer.body.states.map(({ state, count }) => [state, count]));
    };
    expect(await standing(secretariat)).toEqual({ assigned: 1, received: 1 });
    expect(await standing(officer)).toEqual({ received: 1 });
    const list = await secretariat.get<Page<unknown>>('/api/tasks?kind=directive&state=assigned');
    expect(list.body.total).toBe(1);
  });
});
