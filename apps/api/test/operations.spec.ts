import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DeskHealth, DeskPage, Me, Page, ScheduleView } from '@nhip/contracts';
import { TestApi, type Client } from './api.js';

let api: TestApi;
let administrator: Client;
let secretariat: Client;
let officer: Client;

beforeAll(async () => {
  api = await TestApi.open();
  [administrator, secretariat, officer] = await Promise.all([
    api.signIn('quan.tri'),
    api.signIn('thu.ky'),
    api.signIn('nhan.vien'),
  ]);
});
afterAll(() => api.close());

const monthly = {
  kind: 'monthly-check',
  names: { vi: 'Kiểm tra tháng' },
  rule: { every: 'month', workingDay: 1, at: '08:00' },
};

describe('the operator’s desk', () => {
  it('is the administrators’ and the secretariat’s', async () => {
    for (const path of ['', '/health', '/cycles', '/jobs', '/mail'])
      expect((await officer.get(`/api/operations${path}`)).status).toBe(403);
    const { body } = await secretariat.get<DeskPage>('/api/operations');
    expect(body.counts).toEqual({ failed: 0, retrying: 0, late: 0, stuck: 0 });
    const { body: health } = await administrator.get<DeskHealth>('/api/operations/health');
    expect(health.mail).toMatchObject({ configured: false, waiting: 0 });
    expect((await administrator.get('/api/operations/jobs?state=other')).status).toBe(422);
  });

  it('refuses what is not in trouble or not there', async () => {
    expect((await administrator.post('/api/operations/jobs/999999999/retry', {})).status).toBe(404);
    expect((await administrator.post('/api/operations/jobs/x/retry', {})).status).toBe(404);
    expect((await administrator.post('/api/operations/jobs/1/skip', {})).status).toBe(422);
  });
});

describe('schedules', () => {
  it('are made, paused with a reason, and resumed at the revision seen', async () => {
    expect((await officer.post('/api/schedules', monthly)).status).toBe(403);
    const made = await administrator.post<{ id: string }>('/api/schedules', monthly);
    expect(made.status).toBe(201);
    const pause = (headers: Record<string, string>, body: object = { reason: 'Đang sắp xếp' }) =>
      secretariat.post<{ code?: string }>(`/api/schedules/${made.body.id}/pause`, body, headers);
    expect((await pause({})).body.code).toBe('REVISION_MISSING');
    expect((await pause({ 'if-match': '"1"' }, {})).status).toBe(422);
    expect((await pause({ 'if-match': '"1"' })).status).toBe(200);
    expect((await pause({ 'if-match': '"1"' })).status).toBe(409);
    const { body } = await administrator.get<Page<ScheduleView>>('/api/schedules');
    expect(body.items.find(({ id }) => id === made.body.id)).toMatchObject({ next: [], revision: 2 });
    const wrong = { ...monthly, rule: { every: 'month', workingDay: 40, at: '8 giờ' } };
    expect((await administrator.post('/api/schedules', wrong)).status).toBe(422);
    const rhythm = { ...monthly, rule: { ...monthly.rule, every: 'quarter' } };
    expect((await administrator.post<{ code: string }>('/api/schedules', rhythm)).body.code).toBe(
      'SCHEDULE_RHYTHM',
    );
  });
});

describe('one’s own settings', () => {
  it('turn mail off and choose its language', async () => {
    const { status } = await officer.post('/api/me/settings', { mailOn: false, language: 'en' });
    expect(status).toBe(200);
    const { body } = await officer.get<Me>('/api/me');
    expect(body.account).toMatchObject({ mailOn: false, language: 'en' });
    expect((await officer.post('/api/me/settings', { mailOn: 'no' })).status).toBe(422);
    await officer.post('/api/me/settings', { mailOn: true, language: 'vi' });
  });
});
