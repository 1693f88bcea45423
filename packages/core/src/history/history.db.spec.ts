import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { randomIds, UnitOfWork } from '../platform/index.js';
import { openTestProduct, systemCall, type TestProduct } from '../testing/index.js';
import { changedFields, type HistoryEntry } from './index.js';

const ADMINISTRATION = randomIds.next();
let product: TestProduct;
let app: pg.Client;

const entry = (stream: string, id: string, revision: number): HistoryEntry => ({
  stream,
  subject: { kind: 'thing', id },
  revision,
  action: 'thing.changed',
  after: { id, revision, name: 'Phường Đông Ngàn' },
});

const append = (entries: HistoryEntry[]) =>
  product
    .get(UnitOfWork)
    .run(systemCall('2022-10-11T07:00:00.000Z', ADMINISTRATION), async (tx) => tx.history(entries));

beforeAll(async () => {
  product = await openTestProduct();
  app = new pg.Client({ connectionString: product.database.url });
  await app.connect();
});
afterAll(async () => {
  await app.end();
  await product.close();
});

/** The hash as anybody can recompute it from the columns, without the database's function. */
function recompute(row: Record<string, string | Buffer | Date>): string {
  const field = (value: string) => {
    const bytes = Buffer.from(value, 'utf8');
    const length = Buffer.alloc(8);
    length.writeBigInt64BE(BigInt(bytes.length));
    return Buffer.concat([length, bytes]);
  };
  const text = (name: string) => field(String(row[name]));
  return createHash('sha256')
    .update(row['prev'] as Buffer)
    .update(
      Buffer.concat(
        [
          'administration_id',
          'stream',
          'seq',
          'subject_kind',
          'subject_id',
          'revision',
          'action',
          'actor',
          'on_behalf_of',
          'reason',
          'at_us',
          'recorded_us',
        ].map(text),
      ),
    )
    .update(createHash('sha256').update(String(row['body'])).digest())
    .digest('hex');
}

describe('history', () => {
  it('keeps every character of entries that are appended by the hundred', async () => {
    const reason = 'Dấu " \\ { } , NULL và xuống dòng\n\tở đây 𝄞';
    const many = Array.from({ length: 120 }, (_, n) => ({
      ...entry(`many/${n}`, `m${n}`, 1),
      reason: n === 7 ? '' : reason,
    }));
    await append(many);
    await append(many.map((one) => ({ ...one, revision: 2 })));
    const { rows } = await app.query<Record<string, string | Buffer>>(
      `select *, (extract(epoch from at) * 1000000)::bigint as at_us, (extract(epoch from recorded_at) * 1000000)::bigint as recorded_us
         from history where administration_id = $1 and stream like 'many/%' order by subject_id, seq`,
      [ADMINISTRATION],
    );
    expect(rows).toHaveLength(240);
    for (const row of rows) {
      expect(row['reason']).toBe(row['subject_id'] === 'm7' ? '' : reason);
      expect(recompute(row)).toBe((row['hash'] as Buffer).toString('hex'));
    }
    const { rows: heads } = await app.query(
      `select from history_head h join history e using (administration_id, stream, seq, hash)
        where h.administration_id = $1 and h.stream like 'many/%' and h.seq = 2`,
      [ADMINISTRATION],
    );
    expect(heads).toHaveLength(120);
  });

  it('is gapless and chained within each stream, also when one command appends to several', async () => {
    await append([entry('one', 'a', 1), entry('two', 'b', 1), entry('one', 'c', 1)]);
    await append([entry('two', 'b', 2), entry('one', 'a', 2)]);
    const { rows } = await app.query<Record<string, string | Buffer>>(
      `select *, (extract(epoch from at) * 1000000)::bigint as at_us, (extract(epoch from recorded_at) * 1000000)::bigint as recorded_us
         from history where administration_id = $1 and stream in ('one', 'two') order by stream, seq`,
      [ADMINISTRATION],
    );
    expect(
      rows.map((row) => `${String(row['stream'])}#${String(row['seq'])} ${String(row['subject_id'])}`),
    ).toEqual(['one#1 a', 'one#2 c', 'one#3 a', 'two#1 b', 'two#2 b']);
    let prev = createHash('sha256').update('one').digest('hex');
    for (const row of rows.filter((one) => one['stream'] === 'one')) {
      expect((row['prev'] as Buffer).toString('hex')).toBe(prev);
      prev = (row['hash'] as Buffer).toString('hex');
      expect(recompute(row)).toBe(prev);
    }
    const { rows: heads } = await app.query<{ hash: Buffer }>(
      `select hash from history_head where administration_id = $1 and stream = 'one'`,
      [ADMINISTRATION],
    );
    expect(heads[0]?.hash.toString('hex')).toBe(prev);
  });

  it('takes concurrent appends to one stream one after the other', async () => {
    await Promise.all(Array.from({ length: 12 }, (_, n) => append([entry('busy', `busy-${n}`, 1)])));
    const { rows } = await app.query<{ seqs: string[] }>(
      `select array_agg(seq order by seq) as seqs from history where stream = 'busy'`,
    );
    expect(rows[0]?.seqs.map(Number)).toEqual(Array.from({ length: 12 }, (_, n) => n + 1));
  });

  it('takes concurrent appends to many streams at once, in whatever order they name them', async () => {
    const streams = Array.from({ length: 20 }, (_, n) => `many-${n}`);
    await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        append((n % 2 ? streams.toReversed() : streams).map((stream) => entry(stream, `${stream}-${n}`, 1))),
      ),
    );
    const { rows } = await app.query<{ stream: string; chained: boolean }>(
      `select stream, array_agg(seq::int order by seq) = array[1, 2, 3, 4, 5, 6, 7, 8] and
              bool_and(hash = history_hash(prev, administration_id, stream, seq, subject_kind, subject_id, revision, action,
                actor, on_behalf_of, reason, at, recorded_at, body) and (before is null or before = prev)) as chained
         from (select *, lag(hash) over (partition by stream order by seq) as before from history
                where stream like 'many-%') h group by 1`,
    );
    expect(rows.map(({ chained }) => chained)).toEqual(streams.map(() => true));
  });

  it('refuses a second entry for the same revision of a record', async () => {
    await append([entry('one', 'twice', 1)]);
    await expect(append([entry('one', 'twice', 1)])).rejects.toThrow(
      /history_administration_id_subject_kind/,
    );
  });

  it.each([
    `update history set reason = 'x'`,
    `delete from history`,
    `truncate history`,
    `insert into history select * from history limit 1`,
    `update history_head set seq = 0`,
    `alter table history disable trigger all`,
    `drop trigger history_append_only on history`,
    `alter function append_history owner to nhip_app`,
    `set role nhip_history`,
    `set session_replication_role = replica`,
    `create table mine (id int)`,
  ])('refuses the application’s role: %s', async (attack) => {
    await expect(app.query(attack)).rejects.toThrow(/permission denied|must be owner|append-only/);
  });

  it('refuses an entry without actor, administration or time', async () => {
    await expect(
      app.query(`select append_history('{s}', '{k}', '{i}', '{1}', '{a}', '{}', '{"x"}')`),
    ).rejects.toThrow(/names no actor/);
  });

  it('refuses even the owner by trigger', async () => {
    const owner = new pg.Client({ connectionString: product.database.ownerUrl });
    await owner.connect();
    await expect(owner.query(`update history set reason = 'x'`)).rejects.toThrow(/append-only/);
    await owner.end();
  });
});

describe('changedFields', () => {
  it('keeps only what differs, as it was', () => {
    expect(changedFields({ a: 1, b: [1], c: 'x' }, { a: 2, b: [1] })).toEqual({ a: 1, c: 'x' });
  });
});
