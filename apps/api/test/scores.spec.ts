import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  CriteriaSetItem,
  CriteriaSetVersionView,
  DeadlineReadingView,
  IndicatorItem,
  Page,
  RankingPage,
  ScoreMatrix,
  ScoreTraceView,
} from '@nhip/contracts';
import { criteriaSet, indicator } from '@nhip/core/testing';
import { TestApi, type Client } from './api.js';

let api: TestApi;
let secretary: Client;
let committee: Client;
let cycleId: string;
let versionId: string;

const revision = (of: number) => ({ 'if-match': `"${of}"` });

beforeAll(async () => {
  api = await TestApi.open();
  secretary = await api.signIn('thu.ky');
  committee = await api.signIn('thuong.truc');
  const content = criteriaSet([indicator('e'), indicator('f')]);
  const set = await secretary.post<{ id: string; versionId: string; revision: number }>(
    '/api/criteria-sets',
    {
      code: 'BTC',
      names: { vi: 'Bộ tiêu chí' },
      content,
    },
  );
  ({ versionId } = set.body);
  await secretary.post(`/api/criteria-sets/${set.body.id}/issue`, {}, revision(set.body.revision));
  const cycle = await secretary.post<{ id: string }>('/api/review-cycles', {
    code: 'D1',
    names: { vi: 'Đợt 1', en: 'Cycle 1' },
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
  cycleId = cycle.body.id;
});
afterAll(() => api.close());

describe('criteria sets over HTTP', () => {
  it('are listed with their versions and indicators, and read whole', async () => {
    const sets = await secretary.get<Page<CriteriaSetItem>>('/api/criteria-sets?q=btc');
    expect(sets.body).toMatchObject({
      total: 1,
      items: [{ code: 'BTC', ready: false, indicators: 2, versions: [{ status: 'issued' }] }],
    });
    const indicators = await secretary.get<Page<IndicatorItem>>(
      `/api/indicators?setId=${sets.body.items[0]?.id}&sort=code&order=DESC`,
    );
    expect(indicators.body.items.map(({ code }) => code)).toEqual(['f', 'e']);
    const version = await secretary.get<CriteriaSetVersionView>(`/api/criteria-set-versions/${versionId}`);
    expect(version.body).toMatchObject({ status: 'issued', version: 1, remarks: [] });
  });

  it('are changed only by those who manage them', async () => {
    const { status } = await committee.post('/api/criteria-sets', { code: 'X', names: { vi: 'X' } });
    expect(status).toBe(403);
  });
});

describe('scores over HTTP', () => {
  it('are not there before the first run', async () => {
    const { status, body } = await secretary.get(`/api/review-cycles/${cycleId}/ranking`);
    expect([status, body.code]).toEqual([404, 'SCORES_NOT_RUN']);
  });

  it('are ranked, laid out as a matrix, traced, and handed out as a workbook', async () => {
    expect((await secretary.post(`/api/review-cycles/${cycleId}/run-scoring`, {})).status).toBe(200);
    const ranking = await secretary.get<RankingPage>(`/api/review-cycles/${cycleId}/ranking`);
    expect(ranking.body).toMatchObject({
      total: 3,
      maxPoints: '20',
      groups: [],
      fields: [{ code: 'field' }],
    });
    expect(ranking.body.items[0]?.fields).toEqual([{ field: 'field', shownPoints: '0.00', share: 0 }]);
    const matrix = await secretary.get<ScoreMatrix>(
      `/api/review-cycles/${cycleId}/score-matrix?sort=weak&perPage=2`,
    );
    expect(matrix.body.items.map(({ cells }) => cells.map(({ state }) => state))).toEqual([
      ['missing', 'missing'],
      ['missing', 'missing'],
    ]);
    const unitId = api.unitIds[0] ?? '';
    const trace = await secretary.get<ScoreTraceView>(
      `/api/review-cycles/${cycleId}/units/${unitId}/trace?indicator=e`,
    );
    expect(trace.body.indicators.map(({ code }) => code)).toEqual(['e']);
    const file = await secretary.get(`/api/review-cycles/${cycleId}/ranking.xlsx?language=en`);
    expect(file.headers['content-type']).toContain('spreadsheetml');
    expect(file.headers['content-disposition']).toBe('attachment; filename="D1-1.xlsx"');
  });

  it('of other units stay hidden from a unit until they are published', async () => {
    const leader = await api.signIn('lanh.dao');
    const own = await leader.get<RankingPage>(`/api/review-cycles/${cycleId}/ranking`);
    expect(own.body.items.map(({ unit }) => unit.code)).toEqual(['SNV']);
    const other = await leader.get(`/api/review-cycles/${cycleId}/units/${api.unitIds[1]}/scores`);
    expect(other.status).toBe(404);
  });
});

it('a deadline phrase is read in the calendar', async () => {
  const phrase = encodeURIComponent('trước ngày 18/10/2022');
  const { body } = await secretary.get<DeadlineReadingView>(
    `/api/calendar/deadline-reading?phrase=${phrase}&documentDay=2022-10-11`,
  );
  expect(body).toMatchObject({
    dueOn: '2022-10-17',
    class: 'exclusive',
    rule: { code: 'DEADLINE_BEFORE_DAY' },
  });
});
