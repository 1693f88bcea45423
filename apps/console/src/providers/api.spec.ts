import { describe, expect, it } from '@jest/globals';
import { address, Api } from './api.js';
import { ApiProblem, pathsWithin } from './api-problem.js';
import { Intents } from './intents.js';

interface Sent {
  readonly url: string;
  readonly init: RequestInit;
  readonly headers: Headers;
}

/** An API on answers given in order; what was sent is kept. */
function scripted(answers: (Response | Error)[], renew?: () => Promise<boolean>) {
  const sent: Sent[] = [];
  let keys = 0;
  const fetch = (url: string | URL | Request, init: RequestInit = {}) => {
    sent.push({ url: String(url), init, headers: new Headers(init.headers) });
    const answer = answers.shift();
    return answer instanceof Response
      ? Promise.resolve(answer)
      : Promise.reject(answer ?? new Error('no answer'));
  };
  const intents = new Intents(() => `key-${++keys}`);
  return { sent, api: new Api({ fetch, intents, language: () => 'vi', ...(renew && { renew }) }) };
}

const ok = (body: unknown = {}) => Response.json(body);
const problem = (status: number, code = 'X', more: object = {}) =>
  Response.json(
    { type: 'about:blank', title: code, code, detail: `nói ${code}`, requestId: 'r', status, ...more },
    { status },
  );
const caught = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );
const create = { method: 'POST', path: '/units', body: { units: [] } } as const;

describe('addresses', () => {
  it.each([
    [{ path: '/units' }, '/api/units'],
    [
      { path: '/units', query: { page: 1, q: 'Đáp Cầu', unset: undefined, empty: '' } },
      '/api/units?page=1&q=%C4%90%C3%A1p+C%E1%BA%A7u',
    ],
    [{ path: '/units', query: { ids: ['a', 'b'], unread: false } }, '/api/units?ids=a&ids=b&unread=false'],
  ])('%j', (request, expected) => {
    expect(address(request)).toBe(expected);
  });
});

describe('requests', () => {
  it('carry language, revision and JSON', async () => {
    const { api, sent } = scripted([ok({ revision: 8 })]);
    await api.send({ method: 'POST', path: '/units/1/change', body: { from: '2025-07-01' }, revision: 7 });
    expect(sent[0].url).toBe('/api/units/1/change');
    expect(sent[0].init).toMatchObject({
      method: 'POST',
      credentials: 'same-origin',
      body: '{"from":"2025-07-01"}',
    });
    expect(Object.fromEntries(sent[0].headers)).toMatchObject({
      'accept-language': 'vi',
      'content-type': 'application/json',
      'if-match': '"7"',
      'idempotency-key': 'key-1',
    });
  });

  it('that read carry no key, and nothing comes back of 204', async () => {
    const { api, sent } = scripted([ok({ items: [] }), new Response(null, { status: 204 })]);
    await api.send({ path: '/units' });
    expect(sent[0].headers.has('idempotency-key')).toBe(false);
    expect(await api.send({ method: 'DELETE', path: '/session' })).toBeUndefined();
  });
});

describe('the key of an intent', () => {
  const keys = (sent: readonly Sent[]) => sent.map(({ headers }) => headers.get('idempotency-key'));

  it('stays the same while it is unknown whether the command was done', async () => {
    const { api, sent } = scripted([new TypeError('network'), problem(503), ok()]);
    await caught(api.send(create));
    await caught(api.send(create));
    await api.send(create);
    expect(keys(sent)).toEqual(['key-1', 'key-1', 'key-1']);
  });

  it.each([
    ['a success', ok()],
    ['a refusal', problem(422)],
  ])('is another one after %s', async (_what, answer) => {
    const { api, sent } = scripted([answer, ok()]);
    await caught(api.send(create));
    await api.send(create);
    expect(keys(sent)).toEqual(['key-1', 'key-2']);
  });

  it('is another one for other words or another revision', async () => {
    const { api, sent } = scripted([new TypeError('x'), new TypeError('x'), new TypeError('x')]);
    await caught(api.send({ ...create, revision: 1 }));
    await caught(api.send({ ...create, revision: 2 }));
    await caught(api.send({ ...create, revision: 2, body: { units: [1] } }));
    expect(new Set(keys(sent)).size).toBe(3);
  });
});

describe('failures', () => {
  it('of the network are told in the language, and are uncertain', async () => {
    const { api } = scripted([new TypeError('failed to fetch')]);
    const error = await caught(api.send(create));
    expect(error).toBeInstanceOf(ApiProblem);
    expect(error).toMatchObject({ status: 0, code: 'UNREACHABLE', uncertain: true });
    expect((error as ApiProblem).message).toMatch(/^Không kết nối được/);
  });

  it('of a proxy are told plainly', async () => {
    const page = new Response('<h1>Bad gateway</h1>', { status: 502, headers: { 'x-request-id': 'r-9' } });
    const error = await caught(scripted([page]).api.send({ path: '/units' }));
    expect(error).toMatchObject({ status: 502, problem: { code: 'UNREADABLE_ANSWER', requestId: 'r-9' } });
  });

  it('name the fields to mend by path', async () => {
    const errors = [{ path: 'units.0.code', code: 'UNIT_EXISTS', message: 'Mã đã dùng' }];
    const { api } = scripted([problem(422, 'VALIDATION_FAILED', { errors })]);
    const error = await caught(pathsWithin('units.0', api.send(create)));
    expect(error).toMatchObject({
      message: 'nói VALIDATION_FAILED',
      body: { errors: { code: 'Mã đã dùng' } },
    });
  });

  it('by the person’s own leaving are no problem', async () => {
    const stop = new AbortController();
    stop.abort();
    const left = new DOMException('left', 'AbortError');
    const error = await caught(
      scripted([left as unknown as Error]).api.send({ path: '/units', signal: stop.signal }),
    );
    expect(error).toBe(left);
  });
});

describe('a session that ended', () => {
  it('is renewed and the same command sent again with the same key', async () => {
    const { api, sent } = scripted([problem(401), ok({ revision: 2 })], () => Promise.resolve(true));
    expect(await api.send(create)).toEqual({ revision: 2 });
    expect(sent.map(({ headers }) => headers.get('idempotency-key'))).toEqual(['key-1', 'key-1']);
  });

  it('is an answer where nobody renews it, and before anybody signed in', async () => {
    const declined = scripted([problem(401)], () => Promise.resolve(false));
    expect(await caught(declined.api.send(create))).toMatchObject({ status: 401 });
    const anonymous = scripted([problem(401, 'SIGN_IN_REFUSED')], () =>
      Promise.reject(new Error('not asked')),
    );
    expect(await caught(anonymous.api.send({ ...create, anonymous: true }))).toMatchObject({
      code: 'SIGN_IN_REFUSED',
    });
  });
});
