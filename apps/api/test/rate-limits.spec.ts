import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestApi, type Answer, type Client } from './api.js';

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
const times = async <Result>(count: number, once: (n: number) => Promise<Result>): Promise<Result[]> => {
  const results: Result[] = [];
  for (let n = 0; n < count; n += 1) results.push(await once(n));
  return results;
};
/**
 * Asks until it is too much. What is taken beyond the allowance, and what is left to wait, is what came back in the
 * time it took and no more.
 */
async function untilRefused<Result extends Answer<unknown>>(
  allowed: number,
  once: (n: number) => Promise<Result>,
): Promise<{ taken: Result[]; refused: Result; wait: number }> {
  const [began, interval] = [performance.now(), 60 / allowed];
  const elapsed = () => (performance.now() - began) / 1000;
  const taken = await times(allowed, once);
  for (;;) {
    const answer = await once(taken.length);
    const extra = taken.length - allowed;
    if (answer.status === 429) {
      const wait = Number(answer.headers['retry-after']);
      expect(wait).toBeLessThanOrEqual((extra + 1) * interval);
      expect(wait).toBeGreaterThanOrEqual((extra + 1) * interval - elapsed());
      return { taken, refused: answer, wait };
    }
    taken.push(answer);
    expect(extra + 1).toBeLessThanOrEqual(elapsed() / interval);
  }
}
const statuses = (answers: readonly { status: number }[]) => answers.map(({ status }) => status);

describe('more than a minute allows', () => {
  it('of commands is refused with the time to wait, in words, and changes nothing', async () => {
    const unit = (code: string) => ({
      units: [{ code, names: { vi: code }, unitType: 'division', from: '2021-01-01' }],
    });
    const { taken, refused, wait } = await untilRefused(4, (n) =>
      administrator.post('/api/units', unit(`P${n + 1}`)),
    );
    expect(new Set(statuses(taken))).toEqual(new Set([201]));
    expect(refused.headers['content-type']).toContain('application/problem+json');
    expect(refused.body).toMatchObject({
      code: 'TOO_MANY_REQUESTS',
      detail: `Gửi quá nhiều yêu cầu. Chờ ${wait} giây rồi thử lại; chưa có gì bị thay đổi.`,
    });
    const { body } = await administrator.get<{ total: number }>(`/api/units?q=P${taken.length + 1}`);
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
    const { taken } = await untilRefused(2, () =>
      auditor.send('POST', '/api/units/import', { headers, payload }),
    );
    expect(statuses(taken)).not.toContain(429);
  });

  it('of requests without a session is refused by address, in English where that is read', async () => {
    const stranger = () =>
      api.send('GET', '/api/me', {
        headers: { ...from('203.0.113.7').headers, 'accept-language': 'en', cookie: 'nhip_session=none' },
      });
    const { taken, refused, wait } = await untilRefused(12, stranger);
    expect(new Set(statuses(taken))).toEqual(new Set([401]));
    expect(refused.body.detail).toMatch(new RegExp(`^Too many requests\\. Wait ${wait} second`));
    expect((await api.send('GET', '/api/me', from('203.0.113.8'))).status).toBe(401);
  });

  it('of attempts to sign in is refused by address before a password is looked at', async () => {
    const attempt = () =>
      api.send('POST', '/api/session', {
        ...from('203.0.113.9'),
        body: { userName: `ai.do.${Math.random()}`, password: 'khong dung dau' },
      });
    const { taken } = await untilRefused(4, attempt);
    expect(new Set(statuses(taken))).toEqual(new Set([401]));
  });

  it('does not touch health', async () => {
    const answers = await times(20, () => api.send('GET', '/livez', from('203.0.113.10')));
    expect(new Set(statuses(answers))).toEqual(new Set([200]));
  });
});
