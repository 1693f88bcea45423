import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { taskFeedPath, type RenewedTaskFeed, type TaskFeedView } from '@nhip/contracts';
import { TestApi, type Client } from './api.js';

let api: TestApi;
let leader: Client;
let feed: string;
beforeAll(async () => {
  api = await TestApi.open({
    publicUrl: 'http://nhip.example',
    rateLimits: { requests: 60, writes: 60, files: 60 },
  });
  leader = await api.signIn('lanh.dao');
  feed = `/api/units/${api.unitIds[0]}/task-feed`;
});
afterAll(() => api.close());

const make = async (): Promise<string> => (await leader.post<RenewedTaskFeed>(feed, {})).body.token ?? '';
const read = (token: string) => api.send<string>('GET', `/api${taskFeedPath(token)}`);

describe('the calendar address of a unit', () => {
  it('is made by its leader, and read by whoever has it', async () => {
    expect((await leader.get<TaskFeedView>(feed)).body).toEqual({ feed: null });
    const token = await make();
    expect(token).toMatch(/^[\w-]{43}$/);
    const { status, headers, body } = await read(token);
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([
      200,
      'text/calendar; charset=utf-8',
      'no-store',
    ]);
    expect(body).toMatch(/^BEGIN:VCALENDAR\r\n[^]*END:VCALENDAR\r\n$/);
    const { body: seen } = await leader.get<TaskFeedView>(feed);
    expect(JSON.stringify(seen)).not.toContain(token);
    expect(seen.feed).toMatchObject({ madeBy: 'Người lanh.dao', language: 'vi' });
  });

  it('that is wrong, old or revoked is not there, whatever is wrong with it', async () => {
    const [old, token] = [await make(), await make()];
    expect((await read(token)).status).toBe(200);
    expect((await leader.post(`${feed}/revoke`, {})).status).toBe(200);
    const answers = await Promise.all(
      [old, token, 'A'.repeat(43), 'short', '%2e%2e%2fx'].map(
        async (wrong) => (await api.send('GET', `/api${taskFeedPath(wrong)}`)).body,
      ),
    );
    for (const { code, detail } of answers)
      expect([code, detail]).toEqual(['NOT_FOUND', 'Không tìm thấy, hoặc mục này ngoài phạm vi của bạn.']);
  });

  it('is nobody else’s to make: not an officer’s, not another unit’s leader’s', async () => {
    const officer = await api.signIn('nhan.vien');
    expect((await officer.post(feed, {})).body.code).toBe('FORBIDDEN');
    const elsewhere = `/api/units/${api.unitIds[1]}/task-feed`;
    expect((await leader.post(elsewhere, {})).body.code).toBe('NOT_FOUND');
    expect((await leader.get(elsewhere)).body.code).toBe('NOT_FOUND');
  });

  it('is not guessed: an address that asks too often waits', async () => {
    let last = 404;
    for (let tries = 0; tries < 60 && last === 404; tries += 1)
      last = (await api.send('GET', `/api${taskFeedPath('B'.repeat(43))}`)).status;
    expect(last).toBe(429);
  });
});
