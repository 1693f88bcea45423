import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { WhatIfResults, WhatIfView } from '@nhip/contracts';
import { criteriaSet, indicator } from '@nhip/core/testing';
import { TestApi, type Client } from './api.js';

let api: TestApi;
let secretary: Client;
let base: string;

const revision = (of: number) => ({ 'if-match': `"${of}"` });
const content = criteriaSet([indicator('e'), indicator('f')]);

beforeAll(async () => {
  api = await TestApi.open();
  secretary = await api.signIn('thu.ky');
  const committee = await api.signIn('thuong.truc');
  const set = await secretary.post<{ id: string; versionId: string; revision: number }>(
    '/api/criteria-sets',
    { code: 'BTC-THU', names: { vi: 'Bộ tiêu chí' }, content },
  );
  await secretary.post(`/api/criteria-sets/${set.body.id}/issue`, {}, revision(set.body.revision));
  const cycle = await secretary.post<{ id: string; revision: number }>('/api/review-cycles', {
    code: 'D1',
    names: { vi: 'Đợt 1' },
    period: {
      preset: 'calendar',
      kind: 'quarter',
      start: '2022-07-01',
      end: '2022-09-30',
      asOf: '2022-09-30',
    },
    criteriaSetVersionId: set.body.versionId,
    unitIds: api.unitIds,
    stages: ['collecting', 'explaining'].map((stage) => ({ stage, dueOn: '2099-12-30' })),
  });
  base = `/api/review-cycles/${cycle.body.id}`;
  await committee.post(`${base}/launch`, {}, revision(cycle.body.revision));
  await secretary.post(`${base}/run-scoring`, {});
});
afterAll(() => api.close());

describe('what-ifs over HTTP', () => {
  it('are started, changed at their revision, read beside the present scores, kept', async () => {
    const started = await secretary.post<{ id: string; revision: number }>(`${base}/what-ifs`, {
      name: 'Thử điểm tối đa',
    });
    expect(started.status).toBe(201);
    const path = `${base}/what-ifs/${started.body.id}`;
    const indicators = content.indicators.map((one) => ({ ...one, policies: { missing: 'zero' } }));
    const changed = await secretary.post(`${path}/change`, { changes: { indicators } }, revision(1));
    expect(changed).toMatchObject({ status: 200, body: { revision: 2 } });
    const stale = await secretary.post<{ code: string }>(`${path}/change`, { changes: {} }, revision(1));
    expect([stale.status, stale.body.code]).toEqual([409, 'REVISION_CONFLICT']);

    const view = await secretary.get<WhatIfView>(path);
    expect(view.body).toMatchObject({ status: 'open', changed: 2, run: 1 });
    const results = await secretary.get<WhatIfResults>(`${path}/results?perPage=1`);
    expect(results.body).toMatchObject({ total: api.unitIds.length, moved: { up: 0, down: 0 } });
    expect(results.body.items).toHaveLength(1);

    const kept = await secretary.post(
      `${path}/keep`,
      { name: 'Phương án 1', note: 'Trình họp' },
      revision(2),
    );
    expect(kept).toMatchObject({ status: 200, body: { revision: 3 } });
    const again = await secretary.post<{ code: string }>(`${path}/drop`, {}, revision(3));
    expect([again.status, again.body.code]).toEqual([409, 'WHAT_IF_SETTLED']);
    const list = await secretary.get<{ items: unknown[] }>(`${base}/what-ifs`);
    expect(list.body.items).toMatchObject([{ name: 'Phương án 1', note: 'Trình họp', status: 'kept' }]);
  });

  it('are not for units', async () => {
    const officer = await api.signIn('can.bo');
    expect((await officer.get(`${base}/what-ifs`)).status).toBe(403);
    expect((await officer.post(`${base}/what-ifs`, { name: 'x' })).status).toBe(403);
  });
});
