import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { HistoryItem, Me, Page, ProcedureDetail, ProcedureView } from '@nhip/contracts';
import { INSTALLATION, UnitOfWork } from '@nhip/core/platform';
import { systemCall } from '@nhip/core/testing';
import { IssueProcedure } from '@nhip/core/workflow';
import { TestApi, type Client } from './api.js';

let api: TestApi;
let administrator: Client;
let auditor: Client;
let officer: Client;
beforeAll(async () => {
  api = await TestApi.open();
  [administrator, auditor, officer] = await Promise.all([
    api.signIn('quan.tri'),
    api.signIn('giam.sat'),
    api.signIn('lanh.dao'),
  ]);
});
afterAll(() => api.close());

const history = (client: Client, kind: string, id: string | undefined, more = '') =>
  client.get<Page<HistoryItem>>(`/api/history?subjectKind=${kind}&subjectId=${id}${more}`);

/** An entry as a feature's use case would write it. */
const write = (stream: string, id: string) =>
  api.app
    .get(UnitOfWork)
    .run(systemCall('2022-10-11T07:00:00Z', api.administrationId, 'sweeper'), async (tx) =>
      tx.history([
        {
          stream,
          subject: { kind: 'submission', id },
          revision: 1,
          action: 'submission.opened',
          after: { id },
        },
      ]),
    );

describe('the history of a record', () => {
  it('says who, when, what from and to, and why, the newest first', async () => {
    const [unit] = api.unitIds;
    await administrator.post(
      `/api/units/${unit}/change`,
      { from: '2022-01-01', names: { vi: 'Sở Nội vụ' }, reason: 'Theo quyết định' },
      { 'if-match': '"1"' },
    );
    const { body } = await history(auditor, 'unit', unit);
    expect(body.total).toBe(2);
    expect(body.items[0]).toMatchObject({
      action: 'unit.changed',
      actor: { kind: 'user', name: 'Người quan.tri' },
      onBehalfOf: 'administrator',
      reason: 'Theo quyết định',
      revision: 2,
    });
    expect(JSON.stringify(body.items[0]?.before)).toContain('Sở SNV');
    expect(body.items[1]).toMatchObject({
      action: 'unit.created',
      actor: { kind: 'system', name: null },
      onBehalfOf: null,
      before: null,
    });
    const oldest = await history(auditor, 'unit', unit, '&order=ASC&perPage=1');
    expect(oldest.body.items.map(({ revision }) => revision)).toEqual([1]);
  });

  it('of people is for those who may read accounts, and about oneself', async () => {
    const { body } = await officer.get<Me>('/api/me');
    const own = await history(officer, 'account', body.account.id);
    expect(own.body.items.map(({ action }) => action)).toEqual([
      'role-assignment.assigned',
      'account.created',
    ]);
    const other = (await administrator.get<Me>('/api/me')).body.account.id;
    expect((await history(officer, 'account', other)).body.total).toBe(0);
    const read = (await history(auditor, 'account', other)).body;
    expect(read.total).toBe(2);
    expect(JSON.stringify(read.items.map(({ after }) => after))).not.toContain('Người');
  });

  it('of another unit is not there for a role over one unit', async () => {
    const [own, other] = api.unitIds;
    await write(`cycle/c/${own}`, 'own');
    await write(`cycle/c/${other}`, 'other');
    await write('cycle/c', 'whole');
    await write('recommendations', 'unknown stream');
    const seen = async (client: Client) => {
      const ids = ['own', 'other', 'whole', 'unknown stream'];
      const found = await Promise.all(ids.map((id) => history(client, 'submission', id)));
      return ids.filter((_, index) => found[index]?.body.total === 1);
    };
    expect(await seen(officer)).toEqual(['own']);
    expect(await seen(auditor)).toEqual(['own', 'other', 'whole', 'unknown stream']);
  });
});

describe('procedures', () => {
  it('are listed in the version in force, and shown with their states', async () => {
    const call = systemCall('2022-01-01T00:00:00Z', INSTALLATION);
    const issue = (vi: string) =>
      api.app.get(IssueProcedure).execute(
        {
          code: 'spec-task',
          definition: {
            kind: 'task',
            names: { vi },
            initial: 'open',
            states: {
              open: { names: { vi: 'Đang làm' }, on: { finish: { to: 'done', by: ['unit-officer'] } } },
              done: { names: { vi: 'Xong' }, final: true },
            },
          },
        },
        call,
      );
    const first = await issue('Việc đầu');
    const second = await issue('Việc sau');
    const current = await officer.get<Page<ProcedureView>>('/api/procedures?q=viec');
    expect(current.body.items.map(({ id, version }) => [id, version])).toEqual([[second.id, 2]]);
    const all = await officer.get<Page<ProcedureView>>('/api/procedures?q=việc&versions=all');
    expect(all.body.items.map((item) => [item.id, item.current])).toEqual([
      [second.id, true],
      [first.id, false],
    ]);
    const { body } = await officer.get<ProcedureDetail>(`/api/procedures/${first.id}`);
    expect(Object.keys(body.definition.states)).toEqual(['open', 'done']);
    const none = await officer.get('/api/procedures/0190a000-0000-7000-8000-000000000000');
    expect(none.status).toBe(404);
  });
});
