import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { apiEnvironment, migrateEnvironment, workerEnvironment } from './environment.js';
import { EnvironmentError, readEnvironment } from './read-environment.js';

const DATABASE_URL = 'postgres://nhip_app:secret-word@127.0.0.1:5432/nhip';
const complaint = (env: Record<string, string>): string => {
  try {
    readEnvironment(apiEnvironment, env);
  } catch (error) {
    if (error instanceof EnvironmentError) return error.message;
    throw error;
  }
  return '';
};

describe('the environment', () => {
  it('needs no more than the database', () => {
    expect(readEnvironment(apiEnvironment, { DATABASE_URL, PATH: '/bin' })).toEqual({
      DATABASE_URL,
      DATABASE_POOL: 10,
      QUEUE_POOL: 6,
      LOG_LEVEL: 'info',
      TIME_ZONE: 'Asia/Ho_Chi_Minh',
      HOST: '127.0.0.1',
      PORT: 4747,
      TRUST_PROXY: [],
      RATE_LIMIT_REQUESTS: 1200,
      RATE_LIMIT_WRITES: 300,
      RATE_LIMIT_FILES: 30,
    });
  });

  it('takes an empty value as left out', () => {
    expect(
      readEnvironment(workerEnvironment, { DATABASE_URL, REDIS_URL: ' ', QUEUE_POOL: '' }).QUEUE_POOL,
    ).toBe(6);
    expect(complaint({ DATABASE_URL: '' })).toContain(
      'DATABASE_URL is missing; expected: a PostgreSQL address',
    );
  });

  it.each([
    ['DATABASE_URL', 'mysql://root:secret-word@h/x'],
    ['DATABASE_URL', 'secret-word'],
    ['REDIS_URL', 'http://secret-word:6379'],
    ['DATABASE_POOL', '0'],
    ['QUEUE_POOL', 'secret-word'],
    ['RATE_LIMIT_WRITES', '0'],
    ['PORT', '65536'],
    ['PORT', '80.5'],
    ['LOG_LEVEL', 'secret-word'],
    ['TIME_ZONE', 'secret-word/Hanoi'],
    ['PUBLIC_URL', 'https://nhip.example/secret-word'],
    ['PUBLIC_URL', 'ftp://secret-word'],
    ['TRUST_PROXY', 'on'],
    ['TRUST_PROXY', '10.0.0.0/33'],
    ['TRUST_PROXY', '10.0.0.0/'],
  ])('refuses %s=%s by name, saying what would be right and never the value', (name, value) => {
    const message = complaint({ DATABASE_URL, [name]: value });
    expect(message).toMatch(new RegExp(`${name} is not right; expected: (a|one|the|off)`));
    expect(message).not.toContain('secret-word');
    expect(message.split('\n')).toHaveLength(2);
  });

  it('names every wrong variable at once', () => {
    expect(complaint({ PORT: 'x', LOG_LEVEL: 'loud' }).split('\n')).toHaveLength(4);
  });

  it.each([
    ['10.0.0.5, fd00::/8', ['10.0.0.5', 'fd00::/8']],
    ['off', []],
  ])('reads TRUST_PROXY=%s', (value, networks) => {
    expect(readEnvironment(apiEnvironment, { DATABASE_URL, TRUST_PROXY: value }).TRUST_PROXY).toEqual(
      networks,
    );
  });

  it('takes the slash off PUBLIC_URL', () => {
    const env = { DATABASE_URL, PUBLIC_URL: 'https://nhip.example:8443/' };
    expect(readEnvironment(apiEnvironment, env).PUBLIC_URL).toBe('https://nhip.example:8443');
  });
});

describe('.env.example', () => {
  const text = readFileSync(join(import.meta.dirname, '../../../.env.example'), 'utf8');
  const lines = [...text.matchAll(/^(# )?([A-Z][A-Z_]+)=(.*)$/gm)];
  const shown = Object.fromEntries(lines.map(([, , name, value]) => [name, value ?? '']));
  const schemas = [apiEnvironment, workerEnvironment, migrateEnvironment];

  it('shows every variable of the schemas once, and no other', () => {
    const known = new Set(schemas.flatMap((schema) => Object.keys(schema.shape)));
    expect(lines.map(([, , name]) => name).sort()).toEqual([...known].sort());
  });

  it('leaves open what is needed and comments out what is not', () => {
    const needed = lines.filter(([, comment]) => !comment).map(([, , name]) => name);
    expect(needed.sort()).toEqual(['DATABASE_OWNER_URL', 'DATABASE_URL']);
  });

  it.each(schemas.map((schema) => [Object.keys(schema.shape).join(' '), schema] as const))(
    'shows the values used without it: %s',
    (_, schema) => {
      const { DATABASE_URL: database = '', DATABASE_OWNER_URL: owner = '' } = shown;
      const needed = { DATABASE_URL: database, DATABASE_OWNER_URL: owner };
      expect(readEnvironment(schema, shown)).toEqual(readEnvironment(schema, needed));
    },
  );
});
