import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { UnitDetail } from '@nhip/contracts';
import pg from 'pg';
import { TestApi, type Client } from './api.js';

let api: TestApi;
let administrator: Client;
let auditor: Client;
let database: pg.Client;
beforeAll(async () => {
  api = await TestApi.open();
  administrator = await api.signIn('quan.tri');
  auditor = await api.signIn('giam.sat');
  database = new pg.Client({ connectionString: api.database.superuserUrl });
  await database.connect();
});
afterAll(async () => {
  await database.end();
  await api.close();
});

const newUnits = (code: string) => ({
  units: [{ code, names: { vi: `Phòng ${code}` }, unitType: 'division', from: '2021-01-01' }],
});
const change = (name: string) => ({
  from: '2022-01-01',
  names: { vi: name },
  reason: 'Đổi tên theo quyết định',
});
const unit = async (index: number) =>
  (await administrator.get<UnitDetail>(`/api/units/${api.unitIds[index]}`)).body;

describe('a command', () => {
  it('sent twice under one key is done once and answers the same', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const first = await administrator.post<{ ids: string[] }>('/api/units', newUnits('P.MOT'), headers);
    const second = await administrator.post<{ ids: string[] }>('/api/units', newUnits('P.MOT'), headers);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
    const { rows } = await database.query(`select count(*)::int as n from unit where code = 'P.MOT'`);
    expect(rows[0].n).toBe(1);
  });

  it('under a key used for another body, address or by another person is refused', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    await administrator.post('/api/units', newUnits('P.HAI'), headers);
    const otherBody = await administrator.post('/api/units', newUnits('P.BA'), headers);
    const otherRoute = await administrator.post(
      '/api/peer-groups',
      { peerGroups: [{ code: 'KHOI', names: { vi: 'Khối' } }] },
      headers,
    );
    const another = await (await api.signIn('quan.tri.2')).post('/api/units', newUnits('P.HAI'), headers);
    expect([otherBody.status, otherBody.body.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
    expect([otherRoute.status, otherRoute.body.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
    expect([another.status, another.body.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
    const { rows } = await database.query(
      `select (select count(*)::int from unit where code = 'P.BA') as units, (select count(*)::int from peer_group) as groups`,
    );
    expect(rows[0]).toEqual({ units: 0, groups: 0 });
  });

  it('with a key nobody could have made is refused', async () => {
    const { status, body } = await administrator.post('/api/units', newUnits('P.BON'), {
      'idempotency-key': 'a b',
    });
    expect([status, body.code]).toEqual([400, 'IDEMPOTENCY_KEY_INVALID']);
  });

  it('on a record needs the revision seen: 428 without, 409 with the present record when it is old', async () => {
    const { id, revision } = await unit(0);
    const url = `/api/units/${id}/change`;
    const without = await administrator.post(url, change('Sở Nội vụ mới'));
    expect([without.status, without.body.code]).toEqual([428, 'REVISION_MISSING']);
    const done = await administrator.post<{ revision: number }>(url, change('Sở Nội vụ mới'), {
      'if-match': `"${revision}"`,
    });
    expect([done.status, done.body, done.headers['etag']]).toEqual([
      200,
      { revision: revision + 1 },
      `"${revision + 1}"`,
    ]);
    const late = await administrator.post(url, change('Tên khác'), { 'if-match': `"${revision}"` });
    expect([late.status, late.body.code]).toEqual([409, 'REVISION_CONFLICT']);
    expect(late.body.current).toMatchObject({ id, revision: revision + 1 });
    expect((await unit(0)).names.vi).toBe('Sở Nội vụ mới');
  });

  it('is refused to a role without the permission', async () => {
    const { status, body } = await auditor.post('/api/units', newUnits('P.NAM'));
    expect([status, body.code]).toEqual([403, 'FORBIDDEN']);
  });

  it('made by another site through a browser is refused', async () => {
    const asked = async (headers: Record<string, string>) =>
      (await administrator.post('/api/units', newUnits('P.SAU'), { host: 'nhip.test', ...headers })).body
        .code;
    expect(await asked({ 'sec-fetch-site': 'cross-site', origin: 'http://nhip.test' })).toBe(
      'CROSS_SITE_REQUEST',
    );
    expect(await asked({ 'sec-fetch-site': 'same-site' })).toBe('CROSS_SITE_REQUEST');
    expect(await asked({ origin: 'http://evil.test' })).toBe('CROSS_SITE_REQUEST');
    expect(await asked({ origin: 'null' })).toBe('CROSS_SITE_REQUEST');
    expect(await asked({ origin: 'http://nhip.test' })).toBeUndefined();
  });
});

describe('what is sent', () => {
  it('with an unknown field is refused by name', async () => {
    const { status, body } = await administrator.post('/api/units', { ...newUnits('P.X'), admin: true });
    expect([status, body.code]).toEqual([400, 'UNKNOWN_FIELD']);
    expect(body.detail).toContain('“admin”');
    const nested = await administrator.post('/api/units', {
      units: [{ ...newUnits('P.X').units[0], revision: 9 }],
    });
    expect(nested.body.detail).toContain('“units.0.revision”');
    const query = await administrator.get('/api/units?order=ASC&drop=1');
    expect([query.status, query.body.code]).toEqual([400, 'UNKNOWN_FIELD']);
  });

  it('with wrong values is told field by field, in the language of the reader', async () => {
    const body = {
      units: [{ code: 'bad code', names: { vi: '' }, unitType: 'castle', from: '31/12/2021' }, 7],
    };
    const vi = await administrator.post('/api/units', body);
    expect([vi.status, vi.body.code]).toEqual([422, 'VALIDATION_FAILED']);
    expect(vi.body.errors?.map(({ path, code }) => [path, code])).toEqual([
      ['units.0.code', 'FIELD_FORMAT'],
      ['units.0.names.vi', 'FIELD_TOO_SHORT'],
      ['units.0.unitType', 'FIELD_CHOICE'],
      ['units.0.from', 'FIELD_FORMAT'],
      ['units.1', 'FIELD_TYPE'],
    ]);
    expect(vi.body.errors?.[3]?.message).toContain('NĂM-THÁNG-NGÀY');
    const en = await administrator.post('/api/units', body, { 'accept-language': 'en-GB,en;q=0.9,vi;q=0.1' });
    expect(en.body.errors?.[3]?.message).toContain('YEAR-MONTH-DAY');
    expect(en.body.title).toBe('Some entries are not right.');
    const missing = await administrator.post('/api/units', {});
    expect(missing.body.errors).toMatchObject([{ path: 'units', code: 'FIELD_MISSING' }]);
  });

  it('that cannot be read at all is refused', async () => {
    const raw = async (payload: string, type = 'application/json') => {
      const { status, body } = await administrator.send('POST', '/api/units', {
        payload,
        headers: { 'content-type': type },
      });
      return [status, body.code];
    };
    expect(await raw('{"units": [')).toEqual([400, 'MALFORMED_REQUEST']);
    expect(await raw('{"__proto__": {"admin": true}}')).toEqual([400, 'MALFORMED_REQUEST']);
    expect(await raw('units=1', 'application/x-www-form-urlencoded')).toEqual([415, 'CONTENT_TYPE_UNKNOWN']);
    expect(await raw('{}', 'text/plain')).toEqual([415, 'CONTENT_TYPE_UNKNOWN']);
    expect(await raw(`{"units": "${'x'.repeat(1_100_000)}"}`)).toEqual([413, 'BODY_TOO_LARGE']);
    expect(await raw('7')).toEqual([422, 'VALIDATION_FAILED']);
  });

  it('is read where it carries the cells of all units, though it is large', async () => {
    const entering = `/api/review-cycles/${randomUUID()}/external-figures`;
    const payload = `{"cells": "${'x'.repeat(2_000_000)}"}`;
    const headers = { 'content-type': 'application/json' };
    expect((await administrator.send('POST', entering, { payload, headers })).status).toBe(403);
  });

  it('never reaches SQL as anything but a value', async () => {
    for (const q of ["' or 1=1 --", '%', '_', '(', '\\', "'; drop table unit; --"]) {
      const { status } = await administrator.get(`/api/units?q=${encodeURIComponent(q)}`);
      expect([q, status]).toEqual([q, 200]);
    }
    const sort = await administrator.get('/api/units?sort=code;drop');
    expect([sort.status, sort.body.code]).toEqual([422, 'VALIDATION_FAILED']);
    const twice = await administrator.get('/api/units?sort=code&sort=name');
    expect(twice.status).toBe(422);
  });
});

describe('a read', () => {
  it('of a list gives a page and the total', async () => {
    const { body } = await administrator.get<{ items: { code: string }[]; total: number }>(
      '/api/units?perPage=2&page=1&sort=code',
    );
    expect(body.items).toHaveLength(2);
    expect(body.total).toBeGreaterThanOrEqual(3);
    const one = await administrator.get<{ total: number }>(`/api/units?ids=${api.unitIds[1]}`);
    expect(one.body.total).toBe(1);
  });

  it('of one record carries its revision as ETag', async () => {
    const { headers, body } = await administrator.get<UnitDetail>(`/api/units/${api.unitIds[1]}`);
    expect(headers['etag']).toBe(`"${body.revision}"`);
  });

  it('of what is not there, or is no id, finds nothing', async () => {
    for (const url of [`/api/units/${randomUUID()}`, '/api/units/1', '/api/nothing', '/api/units/x/y/z']) {
      const { status, body } = await administrator.get(url);
      expect([url, status, body.code]).toEqual([url, 404, 'NOT_FOUND']);
    }
  });

  it('changes nothing', async () => {
    const prints = async () =>
      (
        await database.query(
          `select (select count(*)::int from history) as history, (select count(*)::int from command_log) as commands,
                  (select md5(string_agg(unit::text, ',' order by id)) from unit) as units`,
        )
      ).rows[0];
    const before = await prints();
    for (const url of ['/api/units', `/api/units/${api.unitIds[0]}`, '/api/me', '/api/accounts', '/readyz'])
      expect([url, (await administrator.get(url)).status]).toEqual([url, 200]);
    expect(await prints()).toEqual(before);
  });
});

describe('an error', () => {
  it('is problem details with the id of the request', async () => {
    const { status, headers, body } = await api.send('GET', '/api/me');
    expect(status).toBe(401);
    expect(headers['content-type']).toContain('application/problem+json');
    expect(body).toMatchObject({
      type: 'urn:nhip:problem:SESSION_MISSING',
      status: 401,
      requestId: headers['x-request-id'],
    });
    expect(body.detail).toContain('Đăng nhập lại');
  });

  it('of our own reveals nothing', async () => {
    await database.query('alter table unit_version rename to gone');
    try {
      const { status, body } = await administrator.get('/api/units');
      expect([status, body.code]).toEqual([500, 'INTERNAL']);
      expect(JSON.stringify(body)).not.toMatch(/unit_version|relation|select/i);
      expect(body.detail).toContain(body.requestId);
    } finally {
      await database.query('alter table gone rename to unit_version');
    }
  });

  it('of a database that does not answer says: try again, nothing was changed', async () => {
    await database.query('begin; lock table unit in access exclusive mode');
    try {
      const { status, body } = await administrator.get('/api/units');
      expect([status, body.code]).toEqual([503, 'SERVICE_UNAVAILABLE']);
    } finally {
      await database.query('rollback');
    }
  });
});

describe('headers', () => {
  it('are strict on every kind of answer', async () => {
    for (const answer of [
      await administrator.get('/api/me'),
      await api.send('GET', '/api/me'),
      await api.send('GET', '/livez'),
    ]) {
      expect(answer.headers).toMatchObject({
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'x-frame-options': 'DENY',
        'x-request-id': expect.any(String),
      });
      expect(answer.headers['content-security-policy']).toContain("script-src 'self'");
      expect(answer.headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(answer.headers['access-control-allow-origin']).toBeUndefined();
      expect(answer.headers['strict-transport-security']).toBeUndefined();
    }
  });

  it('of health answer without anybody signed in', async () => {
    expect((await api.send('GET', '/livez')).body).toEqual({ status: 'ok' });
    expect((await api.send('GET', '/readyz')).body).toEqual({ status: 'ok' });
  });
});
