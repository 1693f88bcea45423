import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestApi, type Client } from './api.js';

let api: TestApi;
let administrator: Client;
let secretary: Client;
beforeAll(async () => {
  api = await TestApi.open({ rateLimits: { requests: 12, writes: 4, files: 2 }, trustProxy: ['127.0.0.1'] });
  administrator = await api.signIn('quan.tri');
  secretary = await api.signIn('thu.ky');
});
afterAll(() => api.close());

const from = (address: string) => ({ headers: { 'x-forwarded-for': address } });
const times = async <Result>(count: number, once: () => Promise<Result>): Promise<Result[]> => {
  const results: Result[] = [];
  for (let n = 0; n < count; n += 1) results.push(await once());
  return results;
};
const statuses = (answers: readonly { status: number }[]) => answers.map(({ status }) => status);

describe('more than a minute allows', () => {
  it('of commands is refused with the time to wait, in words, and changes nothing', async () => {
    const unit = (code: string) => ({
      units: [{ code, names: { vi: code }, unitType: 'division', from: '2021-01-01' }],
    });
    const codes = ['P1', 'P2', 'P3', 'P4', 'P5'];
    const answers = [];
    for (const code of codes) answers.push(await administrator.post('/api/units', unit(code)));
    expect(statuses(answers)).toEqual([201, 201, 201, 201, 429]);
    const refused = answers.at(-1);
    expect(refused?.headers['retry-after']).toBe('15');
    expect(refused?.headers['content-type']).toContain('application/problem+json');
    expect(refused?.body).toMatchObject({
      code: 'TOO_MANY_REQUESTS',
      detail: 'Gửi quá nhiều yêu cầu. Chờ 15 giây rồi thử lại; chưa có gì bị thay đổi.',
    });
    const { body } = await administrator.get<{ total: number }>('/api/units?q=P5');
    expect(body.total).toBe(0);
  });

  it('is counted by account: who shares the address goes on', async () => {
    expect((await secretary.get('/api/me')).status).toBe(200);
    expect((await secretary.post('/api/notices/read', {})).status).not.toBe(429);
  });

  it('of files is refused', async () => {
    const auditor = await api.signIn('quan.tri.2');
    const form = new FormData();
    form.set('file', new File(['code\n'], 'don-vi.csv'));
    const sent = new Response(form);
    const payload = Buffer.from(await sent.arrayBuffer());
    const headers = { 'content-type': sent.headers.get('content-type') ?? '' };
    const answers = await times(3, () => auditor.send('POST', '/api/units/import', { headers, payload }));
    expect(statuses(answers).map((status) => status === 429)).toEqual([false, false, true]);
    expect(answers.at(-1)?.headers['retry-after']).toBe('30');
  });

  it('of requests without a session is refused by address, in English where that is read', async () => {
    const stranger = () =>
      api.send('GET', '/api/me', {
        headers: { ...from('203.0.113.7').headers, 'accept-language': 'en', cookie: 'nhip_session=none' },
      });
    const answers = await times(13, stranger);
    expect(statuses(answers)).toEqual([...Array.from({ length: 12 }, () => 401), 429]);
    expect(answers.at(-1)?.body.detail).toBe(
      'Too many requests. Wait 5 seconds and try again; nothing was changed.',
    );
    expect((await api.send('GET', '/api/me', from('203.0.113.8'))).status).toBe(401);
  });

  it('of attempts to sign in is refused by address before a password is looked at', async () => {
    const attempt = () =>
      api.send('POST', '/api/session', {
        ...from('203.0.113.9'),
        body: { userName: `ai.do.${Math.random()}`, password: 'khong dung dau' },
      });
    expect(statuses(await times(5, attempt))).toEqual([401, 401, 401, 401, 429]);
  });

  it('does not touch health', async () => {
    const answers = await times(20, () => api.send('GET', '/livez', from('203.0.113.10')));
    expect(new Set(statuses(answers))).toEqual(new Set([200]));
  });
});
