import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Me } from '@nhip/contracts';
import pg from 'pg';
import { PASSWORD, TestApi } from './api.js';

let api: TestApi;
let database: pg.Client;
beforeAll(async () => {
  api = await TestApi.open();
  database = new pg.Client({ connectionString: api.database.superuserUrl });
  await database.connect();
});
afterAll(async () => {
  await database.end();
  await api.close();
});

const signIn = (userName: string, password: string, headers = {}) =>
  api.send('POST', '/api/session', { body: { userName, password }, headers });

describe('signing in', () => {
  it('sets a cookie that scripts and other sites cannot use, and stores only its hash', async () => {
    const { headers } = await signIn('can.bo', PASSWORD);
    const cookie = String(headers['set-cookie']);
    expect(cookie).toMatch(/^nhip_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    const token = cookie.slice('nhip_session='.length, 'nhip_session='.length + 43);
    const { rows } = await database.query(
      `select count(*)::int as n from session where encode(token_hash, 'hex') = encode(sha256($1::bytea), 'hex')`,
      [token],
    );
    expect(rows[0].n).toBe(1);
  });

  it('is refused alike for a wrong password and an unknown name, in both languages', async () => {
    const wrong = await signIn('can.bo', 'không phải');
    const unknown = await signIn('khong.ai', 'không phải');
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(unknown.body.detail).toBe(wrong.body.detail);
    const english = await signIn('can.bo', 'no', { 'accept-language': 'en' });
    expect(english.body.detail).toBe('The user name or the password is not right.');
  });

  it('is limited by name, saying how long to wait', async () => {
    let last = await signIn('ai.do', 'sai');
    for (let tries = 0; tries < 30 && last.status === 401; tries++) last = await signIn('ai.do', 'sai');
    expect([last.status, last.body.code]).toEqual([429, 'TOO_MANY_ATTEMPTS']);
    expect(Number(last.headers['retry-after'])).toBeGreaterThan(0);
  });

  it('does not believe X-Forwarded-For of anybody', async () => {
    await signIn('mot.nguoi', 'sai', { 'x-forwarded-for': '203.0.113.7' });
    const { rows } = await database.query(
      `select count(*)::int as n from sign_in_attempt where address = '203.0.113.7'`,
    );
    expect(rows[0].n).toBe(0);
  });
});

describe('a session', () => {
  it('tells who one is, and ends at once when signing out', async () => {
    const client = await api.signIn('giam.sat');
    const { body } = await client.get<Me>('/api/me');
    expect(body.account.userName).toBe('giam.sat');
    expect(body.current.role).toBe('auditor');
    expect(body.permissions).not.toContain('units.manage');
    expect((await client.send('DELETE', '/api/session')).status).toBe(204);
    expect((await client.get('/api/me')).status).toBe(401);
  });

  it('switches between the own roles and no others', async () => {
    const client = await api.signIn('can.bo');
    const { body } = await client.get<Me>('/api/me');
    const other = body.assignments.find(({ id }) => id !== body.current.assignmentId);
    expect((await client.post('/api/me/role', { assignmentId: other?.id })).status).toBe(204);
    expect((await client.get<Me>('/api/me')).body.current.role).toBe(other?.role);
    const foreign = await (await api.signIn('giam.sat')).get<Me>('/api/me');
    const refused = await client.post('/api/me/role', { assignmentId: foreign.body.current.assignmentId });
    expect(refused.status).toBe(404);
  });

  it('that is too old is asked to sign in again', async () => {
    const client = await api.signIn('giam.sat');
    await database.query(`update session set last_seen_at = clock_timestamp() - interval '1 year'`);
    const { status, body } = await client.get('/api/me');
    expect([status, body.code]).toEqual([401, 'SESSION_MISSING']);
    expect(body.detail).toContain('Phiên làm việc đã hết');
  });

  it('of a forged token is nobody', async () => {
    for (const cookie of ['nhip_session=abc', 'nhip_session=', '__Host-nhip_session=abc', 'nhip_session=%00'])
      expect((await api.send('GET', '/api/me', { headers: { cookie } })).status).toBe(401);
  });

  it('with an initial password may do nothing but change it', async () => {
    const administrator = await api.signIn('quan.tri');
    const made = await administrator.post<{ accounts: { initialPassword: string }[] }>('/api/accounts', {
      accounts: [{ userName: 'nguoi.moi', fullName: 'Người Mới', roles: [{ role: 'secretariat' }] }],
    });
    const initial = made.body.accounts[0]?.initialPassword ?? '';
    const { headers } = await signIn('nguoi.moi', initial);
    const cookie = String(headers['set-cookie']).split(';', 1)[0] ?? '';
    const send = (method: string, url: string, body?: unknown) =>
      api.send(method, url, { headers: { cookie }, body });
    expect((await send('GET', '/api/me')).status).toBe(200);
    expect((await send('GET', '/api/units')).body.code).toBe('PASSWORD_MUST_CHANGE');
    const weak = await send('POST', '/api/me/password', { currentPassword: initial, newPassword: 'ngắn' });
    expect([weak.status, weak.body.errors?.[0]?.path]).toEqual([422, 'newPassword']);
    const changed = await send('POST', '/api/me/password', {
      currentPassword: initial,
      newPassword: PASSWORD,
    });
    expect(changed.status).toBe(200);
    expect((await send('GET', '/api/units')).status).toBe(200);
  });
});

describe('accounts from a file', () => {
  const csv = (rows: string) => {
    const form = new FormData();
    form.append('file', new Blob([`Tên đăng nhập,Họ và tên,Vai trò,Mã đơn vị\n${rows}`]), 'tài khoản.csv');
    return form;
  };
  const send = async (form: FormData, headers = {}) => {
    const client = await api.signIn('quan.tri');
    const request = new Request('http://x', { method: 'POST', body: form });
    return client.send<{ problems: { row: number; message: string }[]; written: boolean; goodRows: number }>(
      'POST',
      '/api/accounts/import',
      {
        payload: Buffer.from(await request.arrayBuffer()),
        headers: { 'content-type': request.headers.get('content-type') ?? '', ...headers },
      },
    );
  };

  it('are tried first: one message a bad cell, in the language of the reader, nothing written', async () => {
    const rows = 'le.thi.b,Lê Thị B,auditor,\nKHÔNG ĐÚNG,Trần C,vua,KHONGCO';
    const vi = await send(csv(rows));
    expect([vi.status, vi.body.written, vi.body.goodRows]).toEqual([200, false, 1]);
    expect(vi.body.problems.length).toBeGreaterThan(0);
    expect(vi.body.problems.every(({ row }) => row === 3)).toBe(true);
    const en = await send(csv(rows), { 'accept-language': 'en' });
    expect(en.body.problems[0]?.message).not.toBe(vi.body.problems[0]?.message);
  });

  it('come in when asked for', async () => {
    const form = csv('le.thi.c,Lê Thị C,auditor,');
    form.append('dryRun', 'false');
    const { body } = await send(form);
    expect(body.written).toBe(true);
    const { rows } = await database.query(
      `select count(*)::int as n from account where user_name = 'le.thi.c'`,
    );
    expect(rows[0].n).toBe(1);
  });

  it('are refused where the form is broken or no file is in it', async () => {
    const client = await api.signIn('quan.tri');
    const broken = await client.send('POST', '/api/accounts/import', {
      payload: 'nothing',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
    });
    expect(broken.status).toBe(400);
    const form = new FormData();
    form.append('dryRun', 'true');
    expect((await send(form)).status).toBe(422);
  });
});
