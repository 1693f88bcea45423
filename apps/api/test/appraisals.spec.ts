import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AggregatesView, AppraisalView, PublishedRoundView, RankingPage } from '@nhip/contracts';
import { criteriaSet, indicator } from '@nhip/core/testing';
import { TestApi, type Client } from './api.js';

let api: TestApi;
let secretary: Client;
let appraiser: Client;
let officer: Client;
let cycleId: string;
let unitId: string;

const revision = (of: number) => ({ 'if-match': `"${of}"` });
const quarter = (year: number) => ({
  preset: 'calendar',
  kind: 'quarter',
  start: `${year}-07-01`,
  end: `${year}-09-30`,
  asOf: `${year}-09-30`,
});
const of = (path: string) => `/api/review-cycles/${cycleId}/${path}`;

beforeAll(async () => {
  api = await TestApi.open();
  secretary = await api.signIn('thu.ky');
  appraiser = await api.signIn('tham.dinh');
  officer = await api.signIn('nhan.vien');
  const committee = await api.signIn('thuong.truc');
  unitId = api.unitIds[0] ?? '';
  const set = await secretary.post<{ id: string; versionId: string; revision: number }>(
    '/api/criteria-sets',
    {
      code: 'TD',
      names: { vi: 'Bộ tiêu chí' },
      content: criteriaSet([indicator('e')]),
    },
  );
  await secretary.post(`/api/criteria-sets/${set.body.id}/issue`, {}, revision(set.body.revision));
  const cycle = await secretary.post<{ id: string; revision: number }>('/api/review-cycles', {
    code: 'TD1',
    names: { vi: 'Đợt 1' },
    period: quarter(2022),
    criteriaSetVersionId: set.body.versionId,
    unitIds: api.unitIds,
    stages: ['collecting', 'explaining'].map((stage) => ({ stage, dueOn: '2099-12-30' })),
  });
  cycleId = cycle.body.id;
  await committee.post(`/api/review-cycles/${cycleId}/launch`, {}, revision(cycle.body.revision));
});
afterAll(() => api.close());

describe('points decided by people, over HTTP', () => {
  it('are given by the unit to itself, and by appraisers once it is their turn', async () => {
    const own = { items: [{ indicator: 'e', points: '9' }] };
    const path = of(`units/${unitId}/self-scores`);
    expect((await officer.post(path, own)).body).toEqual({ revision: 1, recorded: 1 });
    expect((await appraiser.post(path, own)).status).toBe(403);
    const bad = await officer.post(path, { items: [{ indicator: 'e', points: '11.5' }] });
    expect([bad.status, bad.body.errors?.[0]]).toMatchObject([
      422,
      { path: 'items.0.points', message: expect.stringContaining('11,5') },
    ]);
    const early = await appraiser.post(of(`units/${unitId}/appraised-scores`), {
      items: [{ indicator: 'e', points: '8', reason: 'Thiếu minh chứng' }],
    });
    expect([early.status, early.body.code]).toEqual([409, 'APPRAISAL_TOO_EARLY']);
    const view = await officer.get<AppraisalView>(of(`units/${unitId}/appraisal`));
    expect(view.body).toMatchObject({
      canSelfScore: true,
      canAppraise: false,
      items: [{ self: { points: '9', authorName: 'Người nhan.vien' }, appraised: null, final: null }],
    });
    expect((await officer.get(of(`units/${api.unitIds[1]}/appraisal`))).status).toBe(404);
  });
});

describe('sums and earlier rounds, over HTTP', () => {
  it('scores in one step, sums up, and moves against what was published elsewhere', async () => {
    const run = await secretary.post(of('run-scoring'), { freeze: true, reason: 'Chốt ngay' });
    expect(run.status).toBe(200);
    const sums = await secretary.get<AggregatesView>(of('aggregates?by=administration'));
    expect(sums.body).toMatchObject({ by: 'administration', run: { status: 'frozen' } });
    const round = {
      names: { vi: 'Quý III/2021' },
      period: quarter(2021),
      sameCriteria: true,
      source: { text: 'Quyết định công bố' },
      items: [{ unitId, points: '8.5', rank: 2 }],
    };
    const nothingYet = revision(0);
    const entered = await secretary.post(of('published-round'), round, nothingYet);
    expect(entered.body).toEqual({ revision: 1, units: 1 });
    expect((await secretary.post(of('published-round'), round, nothingYet)).status).toBe(409);
    expect((await secretary.post(of('published-round'), round)).status).toBe(428);
    expect((await appraiser.post(of('published-round'), round, nothingYet)).status).toBe(403);
    const read = await secretary.get<PublishedRoundView>(of('published-round'));
    expect(read.body).toMatchObject({ sameCriteria: true, items: [{ points: '8.5', rank: 2 }] });
    const ranking = await secretary.get<RankingPage>(of('ranking'));
    expect(ranking.body.total).toBe(3);
  });
});
