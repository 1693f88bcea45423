import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { z } from 'zod';
import { defineJob, job } from '../jobs/index.js';
import { openTestProduct, systemCall, type TestProduct } from '../testing/index.js';
import { randomIds, UnitOfWork, type Call, type Transaction } from './index.js';

const notify = defineJob({ name: 'spec.notify', queue: 'work', payload: z.strictObject({ id: z.string() }) });
const ADMINISTRATION = randomIds.next();
const now = '2022-10-11T07:00:00.000Z';

let product: TestProduct;
let unitOfWork: UnitOfWork;
let owner: pg.Client;

beforeAll(async () => {
  product = await openTestProduct();
  unitOfWork = product.get(UnitOfWork);
  owner = new pg.Client({ connectionString: product.database.ownerUrl });
  await owner.connect();
  await owner.query('create table thing (id text primary key); grant all on thing to nhip_app');
});
afterAll(async () => {
  await owner.end();
  await product.close();
});
beforeEach(() => owner.query('truncate thing, outbox, command_log'));

const call = (overrides: Partial<Call> = {}): Call => ({ ...systemCall(now, ADMINISTRATION), ...overrides });

/** State, history and outbox in one command. */
const make = (id: string) => async (tx: Transaction) => {
  await tx.rows('insert into thing values ($1)', [id]);
  tx.history([
    {
      stream: 'spec',
      subject: { kind: 'thing', id },
      revision: 1,
      action: 'thing.made',
      reason: 'vì sao',
      after: { id },
    },
  ]);
  tx.enqueue([job(notify, id, { id })]);
  return { id };
};

const count = async (table: string, where = 'true') =>
  Number((await owner.query<{ n: string }>(`select count(*) n from ${table} where ${where}`)).rows[0]?.n);

describe('a unit of work', () => {
  it('commits state, history and outbox together, with the actor and the business time', async () => {
    await unitOfWork.run(call(), make('a'));
    expect(await count('thing')).toBe(1);
    const { rows } = await owner.query(
      `select actor, action, reason, at, seq, length(hash) as hash from history where subject_id = 'a'`,
    );
    expect(rows).toEqual([
      { actor: 'system:spec', action: 'thing.made', reason: 'vì sao', at: new Date(now), seq: '1', hash: 32 },
    ]);
    expect((await owner.query('select key, queue, name, payload from outbox')).rows).toEqual([
      { key: 'spec.notify/a', queue: 'work', name: 'spec.notify', payload: { id: 'a' } },
    ]);
  });

  it('leaves nothing of a failed command', async () => {
    const failing = unitOfWork.run(
      call({ command: { key: 'key-00000001', type: 'make', fingerprint: 'x' } }),
      async (tx) => {
        await make('b')(tx);
        throw new Error('after all of it');
      },
    );
    await expect(failing).rejects.toThrow('after all of it');
    expect([await count('thing'), await count('outbox'), await count('command_log')]).toEqual([0, 0, 0]);
    expect(await count('history', `subject_id = 'b'`)).toBe(0);
  });

  it('does not pass for done where a statement failed and nobody said so', async () => {
    const careless = unitOfWork.run(call(), async (tx) => {
      await tx.rows('insert into thing values ($1)', ['lost']);
      await tx.rows('select 1 / 0').catch(() => undefined);
      return 'done';
    });
    await expect(careless).rejects.toThrow('Nothing was committed');
    expect(await count('thing')).toBe(0);
  });

  it.each<[string, (tx: Transaction) => unknown]>([
    ['history', (tx) => tx.history([{ ...unsayable, after: { size: 1n } }])],
    ['outbox', (tx) => tx.enqueue([{ ...job(notify, 'n', { id: 'n' }), payload: { size: 1n } }])],
    ['answer', () => ({ size: 1n })],
  ])('leaves nothing where its %s cannot be written down', async (_what, say) => {
    const command = { key: 'key-unsayable', type: 'make', fingerprint: 'f' };
    const failing = unitOfWork.run(call({ command }), async (tx) => {
      put(tx, 'state');
      return say(tx);
    });
    await expect(failing).rejects.toThrow('BigInt');
    expect([await count('thing'), await count('outbox'), await count('command_log')]).toEqual([0, 0, 0]);
  });

  const unsayable = {
    stream: 'spec',
    subject: { kind: 'thing', id: 'n' },
    revision: 1,
    action: 'thing.made',
  };
  const put = (tx: Transaction, id: string) => tx.send('insert into thing values ($1)', [id]);
  it.each<[string, (tx: Transaction) => Promise<unknown>]>([
    ['awaits a later statement', (tx) => tx.rows('select 1')],
    ['sends more', async (tx) => put(tx, 'later')],
    ['waits for what was sent', (tx) => tx.settled()],
    ['copies', (tx) => tx.copyIn('thing', ['id'], 'copied\n')],
    ['fails', () => Promise.reject(new Error('for another reason'))],
  ])('is refused for what a write it sent was refused for, where it then %s', async (_what, then) => {
    await unitOfWork.run(call(), async (tx) => put(tx, 'there'));
    const refused = unitOfWork.run(call(), async (tx) => {
      put(tx, 'before');
      put(tx, 'there');
      await then(tx);
    });
    await expect(refused).rejects.toMatchObject({ code: '23505' });
    expect(await count('thing')).toBe(1);
  });

  it('carries out what is sent, copied and awaited in that order', async () => {
    await unitOfWork.run(call(), async (tx) => {
      put(tx, 'sent');
      await tx.copyIn('thing', ['id'], 'copied\n');
      put(tx, 'sent after');
      const seen = await tx.rows<{ id: string }>('select id from thing order by ctid');
      expect(seen.map(({ id }) => id)).toEqual(['sent', 'copied', 'sent after']);
    });
    expect(await count('thing')).toBe(3);
  });

  it('answers the same command key with the same result and does the work once', async () => {
    const command = { key: 'key-00000002', type: 'make', fingerprint: 'f' };
    const first = await unitOfWork.run(call({ command }), make('c'));
    const again = await unitOfWork.run(call({ command }), make('never'));
    expect(again).toEqual(first);
    expect(await count('thing')).toBe(1);
  });

  it('does the work once when the same key comes five times at once', async () => {
    const command = { key: 'key-00000003', type: 'make', fingerprint: 'f' };
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => unitOfWork.run(call({ command }), make('d'))),
    );
    expect(answers).toEqual(Array.from({ length: 5 }, () => ({ id: 'd' })));
    expect(await count('thing')).toBe(1);
  });

  const other = { kind: 'system', id: 'somebody-else', administrationId: ADMINISTRATION } as const;
  it.each([
    ['another body', { command: { key: 'key-another-body', type: 'make', fingerprint: 'other' } }],
    [
      'another actor',
      { actor: other, command: { key: 'key-another-actor', type: 'make', fingerprint: 'f' } },
    ],
  ] as [string, Partial<Call>][])('refuses a key that was used for %s', async (_what, overrides) => {
    const key = overrides.command?.key ?? '';
    await unitOfWork.run(call({ command: { key, type: 'make', fingerprint: 'f' } }), make(key));
    await expect(unitOfWork.run(call(overrides), make('f'))).rejects.toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
    expect(await count('thing')).toBe(1);
  });

  it('does a job once however often it is delivered', async () => {
    await unitOfWork.run(call(), make('g'));
    const delivery = call({ job: { key: 'spec.notify/g' } });
    const answers = await Promise.all([1, 2, 3].map((n) => unitOfWork.run(delivery, make(`g${n}`))));
    expect(answers.filter((answer) => answer !== undefined)).toHaveLength(1);
    expect(await count('thing')).toBe(2);
    expect(await count('outbox', `key = 'spec.notify/g' and done_at is not null`)).toBe(1);
  });

  it('hands the work what it read ahead, in the name of the actor, and no work where the job was done', async () => {
    await unitOfWork.run(call(), make('h'));
    const delivery = call({ job: { key: 'spec.notify/h' } });
    const ahead = async (tx: Transaction) => {
      const [row] = await tx.rows<{ who: string }>(`select current_setting('nhip.actor') as who`);
      return row?.who;
    };
    const work = async (tx: Transaction, who?: string) => {
      put(tx, 'done');
      return who;
    };
    expect(await unitOfWork.run(delivery, work, { ahead })).toBe('system:spec');
    expect(await unitOfWork.run(delivery, work, { ahead })).toBeUndefined();
    expect(await count('thing')).toBe(2);
    const refused = async (tx: Transaction) => tx.rows('select 1 / 0');
    await expect(unitOfWork.run(call(), async () => undefined, { ahead: refused })).rejects.toMatchObject({
      code: '22012',
    });
    expect(await count('thing')).toBe(2);
  });

  it('enqueues the same key once, also from two commands', async () => {
    await unitOfWork.run(call(), async (tx) =>
      tx.enqueue([job(notify, 'same', { id: '1' }), job(notify, 'same', { id: '2' })]),
    );
    await unitOfWork.run(call(), async (tx) => tx.enqueue([job(notify, 'same', { id: '3' })]));
    expect(await count('outbox')).toBe(1);
  });
});
