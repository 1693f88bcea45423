import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { CriteriaSetItem, Page, RankingPage } from '@nhip/contracts';
import { TestApi, type Client } from './api.js';

let api: TestApi;
let secretary: Client;
beforeAll(async () => {
  api = await TestApi.open();
  secretary = await api.signIn('thu.ky');
});
afterAll(() => api.close());

const versionOf = async (code: string) => {
  const { body } = await secretary.get<Page<CriteriaSetItem>>(`/api/criteria-sets?q=${code}`);
  const [set] = body.items;
  return { setId: set?.id, versionId: set?.versions[0]?.id };
};

it('a cycle runs under a ready set as it is', async () => {
  const { versionId } = await versionOf('QD-766');
  const cycle = await secretary.post<{ id: string }>('/api/review-cycles', {
    code: 'D766',
    names: { vi: 'Đợt theo QĐ 766' },
    period: {
      preset: 'calendar',
      kind: 'quarter',
      start: '2022-07-01',
      end: '2022-09-30',
      asOf: '2022-09-30',
    },
    criteriaSetVersionId: versionId,
    unitIds: api.unitIds,
    stages: ['collecting', 'explaining'].map((stage) => ({ stage, dueOn: '2099-12-30' })),
  });
  expect(cycle.status).toBe(201);
  expect((await secretary.post(`/api/review-cycles/${cycle.body.id}/run-scoring`, {})).status).toBe(200);
  const { body } = await secretary.get<RankingPage>(`/api/review-cycles/${cycle.body.id}/ranking`);
  expect(body).toMatchObject({ total: 3, maxPoints: '100' });
  expect(body.fields.map(({ code }) => code)).toEqual(['1', '2', '3', '4', '5']);
});

it('a set of one’s own begins as a copy of a ready one, and the ready one itself cannot be changed', async () => {
  const { setId, versionId } = await versionOf('HDND-KHUNG');
  const own = await secretary.post<{ id: string; revision: number }>('/api/criteria-sets', {
    code: 'HDND-TINH',
    names: { vi: 'Bộ tiêu chí của tỉnh' },
    copyOf: versionId,
  });
  expect(own.status).toBe(201);
  const issued = await secretary.post(
    `/api/criteria-sets/${own.body.id}/issue`,
    {},
    {
      'if-match': `"${own.body.revision}"`,
    },
  );
  expect(issued.status).toBe(200);
  const draft = await secretary.post(`/api/criteria-sets/${setId}/draft`, {}, { 'if-match': '"1"' });
  expect(draft.status).toBe(404);
});
