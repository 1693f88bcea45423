import { describe, expect, it } from '@jest/globals';
import type { Me } from './me.js';
import { Session } from './session.js';

const assignment = (id: string, role: Me['current']['role']): Me['assignments'][number] => ({
  id,
  role,
  administration: { id: 'a', code: 'A', names: { vi: 'Thành phố' } },
  unit: null,
});

/** A server with one signed-in person at a time. */
function server(people: Record<string, { id: string; assignments: Me['assignments'] }>) {
  const state = { signedIn: '', current: '', requests: [] as string[] };
  const me = (): Me | undefined => {
    const person = people[state.signedIn];
    const current = person?.assignments.find(({ id }) => id === state.current);
    if (!person || !current) return undefined;
    return {
      account: {
        id: person.id,
        userName: state.signedIn,
        fullName: state.signedIn,
        language: 'vi',
        mustChangePassword: false,
      },
      assignments: person.assignments,
      current: { ...current, assignmentId: current.id },
      permissions: [],
      now: '2022-10-11T07:00:00.000Z',
      demoClock: null,
    };
  };
  const refused = () =>
    Response.json(
      { type: 'x', title: 'x', code: 'SESSION_MISSING', detail: 'x', requestId: 'r', status: 401 },
      { status: 401 },
    );
  const fetch = (url: string | URL | Request, init: RequestInit = {}) => {
    const path = String(url).slice('/api'.length);
    state.requests.push(`${init.method ?? 'GET'} ${path}`);
    const body = typeof init.body === 'string' ? (JSON.parse(init.body) as Record<string, string>) : {};
    if (path === '/session' && init.method === 'POST') {
      if (body['password'] !== 'đúng') return Promise.resolve(refused());
      state.signedIn = body['userName'] ?? '';
      state.current = people[state.signedIn]?.assignments[0]?.id ?? '';
      return Promise.resolve(Response.json({}));
    }
    const now = me();
    if (!now) return Promise.resolve(refused());
    if (path === '/me/role') {
      state.current = body['assignmentId'] ?? '';
      return Promise.resolve(new Response(null, { status: 204 }));
    }
    return Promise.resolve(Response.json(path === '/me' ? now : { done: true }));
  };
  return { state, fetch };
}

const hoa = { id: '1', assignments: [assignment('r1', 'administrator'), assignment('r2', 'secretariat')] };

describe('a session', () => {
  it('knows nobody before signing in, and who it is afterwards', async () => {
    const { fetch } = server({ hoa });
    const session = new Session('vi', fetch);
    expect(await session.load()).toBeUndefined();
    await session.signIn('hoa', 'đúng');
    expect(session.get().me?.current.role).toBe('administrator');
  });

  it('tells its listeners of every change', async () => {
    const session = new Session('vi', server({ hoa }).fetch);
    const seen: boolean[] = [];
    const stop = session.subscribe(() => seen.push(session.get().me !== undefined));
    await session.signIn('hoa', 'đúng');
    stop();
    session.useLanguage('en');
    expect(seen).toEqual([true]);
  });

  it('that ended is renewed once for all that wait, in the role it had, and what waited is sent', async () => {
    const { state, fetch } = server({ hoa });
    const session = new Session('vi', fetch);
    await session.signIn('hoa', 'đúng');
    await session.switchRole('r2');
    state.signedIn = '';
    const waiting = [
      session.api.send({ path: '/units' }),
      session.api.send({ method: 'POST', path: '/units', body: {} }),
    ];
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(session.get().renewing).toBe(true);
    await expect(session.signInAgain('sai')).rejects.toMatchObject({ status: 401 });
    expect(session.get().renewing).toBe(true);
    expect(await session.signInAgain('đúng')).toBe(true);
    expect(await Promise.all(waiting)).toEqual([{ done: true }, { done: true }]);
    expect(session.get().me?.current.role).toBe('secretariat');
    expect(session.get().renewing).toBe(false);
  });

  it('that is given up refuses what waited', async () => {
    const { state, fetch } = server({ hoa });
    const session = new Session('vi', fetch);
    await session.signIn('hoa', 'đúng');
    state.signedIn = '';
    const waiting = session.api.send({ path: '/units' });
    await new Promise((resolve) => setTimeout(resolve, 0));
    session.abandonRenewal();
    await expect(waiting).rejects.toMatchObject({ status: 401 });
  });

  it('does not send what was typed in a role that is gone', async () => {
    const people = { hoa };
    const { state, fetch } = server(people);
    const session = new Session('vi', fetch);
    await session.signIn('hoa', 'đúng');
    await session.switchRole('r2');
    state.signedIn = '';
    const waiting = session.api.send({ method: 'POST', path: '/units', body: {} });
    await new Promise((resolve) => setTimeout(resolve, 0));
    people.hoa = { ...hoa, assignments: [assignment('r1', 'administrator')] };
    await session.signInAgain('đúng');
    await expect(waiting).rejects.toMatchObject({ status: 401 });
  });
});
