import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Reader } from '@nhip/core/platform';
import { PASSWORD, TestApi } from './api.js';

let api: TestApi;
const folder = mkdtempSync(join(tmpdir(), 'nhip-console-'));
beforeAll(async () => {
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Nhịp</title>');
  writeFileSync(join(folder, 'assets', 'app-1a2b.js'), 'export {};');
  writeFileSync(join(folder, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  api = await TestApi.open({ publicUrl: 'https://nhip.test', consoleDir: folder, trustProxy: ['127.0.0.1'] });
});
afterAll(async () => {
  await api.close();
  rmSync(folder, { recursive: true });
});

describe('behind TLS', () => {
  it('the cookie is bound to the host and sent over TLS only; the browser is told to stay there', async () => {
    const { headers } = await api.send('POST', '/api/session', {
      body: { userName: 'giam.sat', password: PASSWORD },
      headers: { origin: 'https://nhip.test' },
    });
    expect(String(headers['set-cookie'])).toMatch(
      /^__Host-nhip_session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    );
    expect(headers['strict-transport-security']).toBe('max-age=31536000');
  });

  it('the address of the reader comes from the proxy that is trusted', async () => {
    const { status } = await api.send('POST', '/api/session', {
      body: { userName: 'giam.sat', password: 'sai' },
      headers: { 'x-forwarded-for': '203.0.113.9' },
    });
    expect(status).toBe(401);
    const [attempt] = await api.app
      .get(Reader)
      .rows<{ address: string }>('select host(address) as address from sign_in_attempt where not succeeded');
    expect(attempt?.address).toBe('203.0.113.9');
  });
});

describe('the console', () => {
  it('is the index at every page address, never kept', async () => {
    for (const url of ['/', '/index.html', '/review-cycles/7?tab=units']) {
      const { status, headers, body } = await api.send<string>('GET', url, {
        headers: { accept: 'text/html' },
      });
      expect([url, status, headers['cache-control'], body]).toEqual([
        url,
        200,
        'no-cache',
        '<!doctype html><title>Nhịp</title>',
      ]);
    }
  });

  it('has assets that are kept, since their names change with them', async () => {
    const { headers } = await api.send('GET', '/assets/app-1a2b.js');
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(headers['content-type']).toContain('javascript');
    expect((await api.send('GET', '/favicon.svg')).headers['content-type']).toContain('svg');
  });

  it('gives nothing else', async () => {
    for (const url of [
      '/assets/gone.js',
      '/../package.json',
      '/%2e%2e/package.json',
      '/assets/..%2findex.html',
    ])
      expect([url, (await api.send('GET', url, { headers: { accept: 'application/json' } })).status]).toEqual(
        [url, 404],
      );
    // A script asks for anything: a page of an older version must not be given the index instead.
    const script = await api.send('GET', '/assets/gone.js', { headers: { accept: '*/*' } });
    expect(script.status).toBe(404);
    expect((await api.send('GET', '/api/gone', { headers: { accept: 'text/html' } })).body.code).toBe(
      'NOT_FOUND',
    );
  });
});
