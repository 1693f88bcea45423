import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { jobKinds, type JobKind } from '@nhip/core/jobs';
import { createTestDatabase, type TestDatabase } from '@nhip/core/testing';
import { pino } from 'pino';
import { z } from 'zod';
import { createWorker } from '../src/create-worker.js';
import { handler, Handlers } from '../src/queue/handlers.js';

const kind = (name: string): JobKind<{ id: string }> => ({
  name,
  queue: 'work',
  payload: z.strictObject({ id: z.string() }),
});
const processor = (...names: string[]) => ({
  handlers: names.map((name) => handler(kind(name), async ({ id }) => id)),
});

describe('handlers', () => {
  it('are one for each kind of job: none or two stop the start', () => {
    expect(() => new Handlers([processor('a.do')], [kind('a.do'), kind('b.do')])).toThrow(
      'No handler for the jobs "b.do".',
    );
    expect(() => new Handlers([processor('a.do'), processor('a.do')], [kind('a.do')])).toThrow(
      'Two handlers for the job "a.do".',
    );
    expect(() => new Handlers([processor('a.do')], [kind('a.do')]).of('z.do')).toThrow('knows no job "z.do"');
  });

  it('take only what fits their schema', async () => {
    const [only] = processor('a.do').handlers;
    const call = {} as never;
    expect(await only?.run({ id: '1' }, call)).toBe('1');
    expect(() => only?.run({ id: 1 }, call)).toThrow('expected string');
    expect(() => only?.run({ id: '1', more: true }, call)).toThrow('Unrecognized key');
  });
});

describe('the worker', () => {
  let database: TestDatabase;
  let worker: INestApplicationContext;
  beforeAll(async () => {
    database = await createTestDatabase();
    worker = await createWorker({
      database: { url: database.url, pool: 2 },
      queuePool: 4,
      log: pino({ level: 'silent' }),
    });
  });
  afterAll(async () => {
    await worker.close();
    await database.drop();
  });

  it('has a handler for every kind of job of the product, and for nothing else', () => {
    const names = jobKinds().map(({ name }) => name);
    expect([...worker.get(Handlers).names].sort()).toEqual(names.sort());
    expect(names.every((name) => /^[a-z-]+\.[a-z-]+$/.test(name))).toBe(true);
  });
});
