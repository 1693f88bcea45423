import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openTestProduct, type TestProduct } from '@nhip/core/testing';
import pg from 'pg';
import { clearOldRows } from '../src/loops/housekeeping.js';

const ADMINISTRATION = '0192f000-0000-7000-8000-00000000000a';

let product: TestProduct;
let owner: pg.Client;
beforeAll(async () => {
  product = await openTestProduct();
  owner = new pg.Client({ connectionString: product.database.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await product.close();
});
beforeEach(() => owner.query('truncate command_log, outbox, sign_in_attempt'));

const ago = (days: number): string => `clock_timestamp() - interval '${days} days'`;
const commands = (from: number, to: number, days: number) =>
  owner.query(
    `insert into command_log (administration_id, key, actor, type, fingerprint, at, recorded_at)
     select $1, 'command-' || n, 'user:x', 'POST', 'f', now(), ${ago(days)} from generate_series($2::int, $3::int) n`,
    [ADMINISTRATION, from, to],
  );
const job = (key: string, done: string, failed = 'null') =>
  owner.query(
    `insert into outbox (administration_id, key, queue, name, payload, created_at, done_at, failed_at)
     values ($1, $2, 'work', 'spec', '{}', ${ago(400)}, ${done}, ${failed})`,
    [ADMINISTRATION, key],
  );
const attempt = (days: number) =>
  owner.query(
    `insert into sign_in_attempt (id, name_hash, at) values (gen_random_uuid(), '\\x00', ${ago(days)})`,
  );
const left = async (table: string, column: string) =>
  (await owner.query<{ text: string }>(`select ${column}::text as text from ${table} order by 1`)).rows.map(
    ({ text }) => text,
  );

describe('the housekeeping, as the application role', () => {
  it('throws away what is old, and nothing that somebody could still ask for', async () => {
    await commands(1, 1, 91);
    await commands(2, 2, 89);
    await job('done-long-ago', ago(31));
    await job('done-lately', ago(29));
    await job('waits-for-a-year', 'null');
    await job('failed-long-ago', 'null', ago(300));
    await attempt(31);
    await attempt(29);
    expect(await clearOldRows(product.reader)).toBe(3);
    expect(await left('command_log', 'key')).toEqual(['command-2']);
    expect(await left('outbox', 'key')).toEqual(['done-lately', 'failed-long-ago', 'waits-for-a-year']);
    expect(await left('sign_in_attempt', 'at')).toHaveLength(1);
  });

  it('goes on batch by batch until all of it is gone', async () => {
    await commands(1, 12_001, 91);
    expect(await clearOldRows(product.reader)).toBe(12_001);
    expect(await clearOldRows(product.reader)).toBe(0);
  });

  it('ends at nothing where two workers clear at once', async () => {
    await commands(1, 6_000, 91);
    const gone = await Promise.all([clearOldRows(product.reader), clearOldRows(product.reader)]);
    expect(gone[0] + gone[1]).toBe(6_000);
  });

  it('takes sessions that ended more than a day ago', async () => {
    await owner.query(
      `insert into person (id, full_name, search, salt) values ($1, 'A', 'a', decode(repeat('00', 16), 'hex'))`,
      [ADMINISTRATION],
    );
    await owner.query(
      `insert into account (id, user_name, person_id, password_hash, language, must_change_password, created_at, revision)
       values ($1, 'a', $1, 'x', 'vi', false, now(), 1)`,
      [ADMINISTRATION],
    );
    await owner.query(`insert into administration (id, code, names, time_zone, revision)
       values ('${ADMINISTRATION}', 'TP', '{"vi":"TP"}', 'Asia/Ho_Chi_Minh', 1)`);
    await owner.query(
      `insert into role_assignment (id, administration_id, account_id, role, valid_from)
       values ($1, $1, $1, 'auditor', '2020-01-01')`,
      [ADMINISTRATION],
    );
    for (const [token, ended] of [
      ['01', 2],
      ['02', 0],
    ])
      await owner.query(
        `insert into session (token_hash, id, account_id, assignment_id, expires_at)
         values (decode(repeat('${token}', 32), 'hex'), gen_random_uuid(), $1, $1, ${ago(Number(ended))})`,
        [ADMINISTRATION],
      );
    expect(await clearOldRows(product.reader)).toBe(1);
    expect(await left('session', "encode(token_hash, 'hex')")).toEqual(['02'.repeat(32)]);
  });
});
