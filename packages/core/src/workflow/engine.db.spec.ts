import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ProcedureDefinitionInput } from '@nhip/contracts';
import { randomIds, UnitOfWork, type Call, type Transaction } from '../platform/index.js';
import { day, instant } from '../shared/index.js';
import { openTestProduct, systemCall, type TestProduct } from '../testing/index.js';
import {
  FireTimers,
  IssueProcedure,
  Registries,
  StartDemoClock,
  sweepTimers,
  untilNextTimer,
  WorkflowEngine,
  type Deadline,
} from './index.js';

const ADMINISTRATION = randomIds.next();
const at = (now: string): Call => systemCall(now, ADMINISTRATION);
const due: Deadline = { on: day('2022-10-17'), at: instant('2022-10-17T17:00:00.000Z') };

const definition: ProcedureDefinitionInput = {
  kind: 'task',
  names: { vi: 'Việc thử' },
  initial: 'open',
  states: {
    open: {
      names: { vi: 'Đang làm' },
      owner: 'unit-officer',
      on: {
        remind: { to: 'open', effects: ['spec.remind'] },
        'deadline-passed': { to: 'overdue' },
        finish: { to: 'done', by: ['unit-officer'] },
        begin: { to: 'begun' },
      },
      timers: {
        'reminder-3': { from: 'due', workingDays: -3, event: 'remind' },
        'reminder-7': { from: 'due', workingDays: -7, event: 'remind' },
        deadline: { from: 'due', event: 'deadline-passed' },
      },
    },
    begun: {
      names: { vi: 'Đã bắt đầu' },
      owner: 'unit-officer',
      on: { 'deadline-passed': { to: 'overdue' }, finish: { to: 'done', by: ['unit-officer'] } },
      timers: { deadline: { from: 'due', event: 'deadline-passed' } },
    },
    overdue: { names: { vi: 'Quá hạn' }, on: { finish: { to: 'done', by: ['unit-officer'] } } },
    done: { names: { vi: 'Xong' }, final: true },
  },
};

let product: TestProduct;
let engine: WorkflowEngine;
let procedureVersionId: string;
const reminded: string[] = [];
/** Records whose owner fails to describe them. */
const spoilt = new Set<string>();

beforeAll(async () => {
  product = await openTestProduct();
  engine = product.get(WorkflowEngine);
  const registries = product.get(Registries);
  registries.effect('spec.remind', async (_tx, items) => void reminded.push(...items.map(({ id }) => id)));
  registries.owner('spec-task', async (_tx, ids) => {
    if (ids.some((id) => spoilt.has(id))) throw new Error('one of the records cannot be read');
    return new Map(ids.map((id) => [id, { stream: 'spec', record: { id } }]));
  });
  ({ id: procedureVersionId } = await product
    .get(IssueProcedure)
    .execute({ code: 'spec-task', definition }, at('2022-10-01T00:00:00Z')));
});
afterAll(() => product.close());

const inTransaction = <Result>(now: string, work: (tx: Transaction) => Promise<Result>) =>
  product.get(UnitOfWork).run(at(now), work);

async function open(now: string): Promise<string> {
  const id = randomIds.next();
  await inTransaction(now, (tx) =>
    engine.start(tx, {
      kind: 'spec-task',
      procedureVersionId,
      items: [{ id, deadlines: { due } }],
      action: 'spec-task.opened',
    }),
  );
  return id;
}

const rows = <Row>(text: string, id: string) => product.reader.rows<Row>(text, [id]);
const armed = (id: string) =>
  rows<{ name: string; due: string }>(
    `select name, due_at as due from timer where instance_id = $1 and state = 'armed' order by due_at`,
    id,
  );
const instance = async (id: string) =>
  (
    await rows<{ state: string; revision: number }>(
      'select state, revision from procedure_instance where id = $1',
      id,
    )
  )[0];

/** What the demo clock does in a sample installation, here only to let the sweeper see later days. */
async function standAt(now: string): Promise<void> {
  await product.reader.rows(
    'insert into demo_clock (at, target) values ($1, $1) on conflict (one) do update set at = $1, target = $1',
    [now],
  );
}

/** Fires what is due and does what came of it, each job delivered twice; gives how many timers each job carried. */
async function fireAll(now: string): Promise<number[]> {
  await standAt(now);
  await sweepTimers(product.reader, 100);
  const jobs = await product.reader.rows<{ key: string; payload: { timerId?: number; timerIds?: number[] } }>(
    `select key, payload from outbox
      where name like 'workflow.fire-timer%' and done_at is null and failed_at is null order by id`,
  );
  const carried: number[] = [];
  for (const { key, payload } of jobs) {
    const timerIds = payload.timerIds ?? [payload.timerId ?? 0];
    carried.push(timerIds.length);
    for (const call of [at(now), at(now)])
      await product.get(FireTimers).execute({ timerIds }, { ...call, job: { key } });
  }
  return carried;
}

describe('the sweeper', () => {
  it('knows how long to sleep, and does not spin where no timer is armed or time stands still', async () => {
    await product.reader.rows('delete from demo_clock');
    await product.reader.rows(`update timer set state = 'cancelled' where state = 'armed'`);
    expect(await untilNextTimer(product.reader)).toBeUndefined();
    await open(new Date().toISOString());
    await product.reader.rows(
      `insert into timer (administration_id, instance_id, kind, name, event, due_at, generation)
       select $1, id, kind, 'far', 'remind', clock_timestamp() + interval '90 seconds', 1 from procedure_instance limit 1`,
      [ADMINISTRATION],
    );
    const ms = await untilNextTimer(product.reader);
    expect(ms).toBeGreaterThan(80_000);
    expect(ms).toBeLessThanOrEqual(90_000);
    await standAt('2022-10-11T07:00:00Z');
    expect(await untilNextTimer(product.reader)).toBeUndefined();
    await product.reader.rows(`update timer set state = 'cancelled' where name = 'far'`);
  });
});

describe('the engine', () => {
  it('arms the reminders still ahead and the deadline itself', async () => {
    const id = await open('2022-10-11T07:00:00Z');
    expect(await armed(id)).toEqual([
      { name: 'reminder-3', due: '2022-10-12T01:00:00.000Z' },
      { name: 'deadline', due: '2022-10-17T17:00:00.000Z' },
    ]);
  });

  it('fires each timer once, at its time, under double delivery', async () => {
    const id = await open('2022-10-11T07:00:00Z');
    await fireAll('2022-10-12T00:59:59Z');
    expect(reminded).not.toContain(id);
    await fireAll('2022-10-12T01:00:00Z');
    await fireAll('2022-10-12T01:00:01Z');
    expect(reminded.filter((one) => one === id)).toHaveLength(1);
    await fireAll('2022-10-17T16:59:59Z');
    expect((await instance(id))?.state).toBe('open');
    await fireAll('2022-10-17T17:00:00Z');
    expect(await instance(id)).toEqual({ state: 'overdue', revision: 3 });
    expect(await armed(id)).toEqual([]);
    const history = await rows<{ action: string; revision: number }>(
      'select action, revision from history where subject_id = $1 order by revision',
      id,
    );
    expect(history.map(({ action }) => action)).toEqual([
      'spec-task.opened',
      'spec-task.remind',
      'spec-task.deadline-passed',
    ]);
  });

  const reminders = (ids: readonly string[]) => ids.map((id) => reminded.filter((one) => one === id).length);

  it('moves records together whose timers fell due together, each once, also where one has two', async () => {
    await fireAll('2022-10-11T06:00:00Z');
    const ids = [
      await open('2022-10-04T07:00:00Z'),
      await open('2022-10-04T07:00:00Z'),
      await open('2022-10-11T07:00:00Z'),
    ];
    expect(await fireAll('2022-10-12T01:00:00Z')).toEqual([5]);
    expect(reminders(ids)).toEqual([2, 2, 1]);
    for (const id of ids) {
      const [entry] = await rows<{ revisions: number[] }>(
        `select array_agg(revision::int order by revision) as revisions from history where subject_id = $1`,
        id,
      );
      expect(entry?.revisions).toEqual(reminders([id])[0] === 2 ? [1, 2, 3] : [1, 2]);
    }
  });

  it('lets a record that cannot be moved keep nobody waiting: each timer gets a job of its own', async () => {
    await fireAll('2022-10-11T06:00:00Z');
    const ids = [
      await open('2022-10-11T07:00:00Z'),
      await open('2022-10-11T07:00:00Z'),
      await open('2022-10-11T07:00:00Z'),
    ];
    const bad = ids[1] ?? '';
    spoilt.add(bad);
    expect(await fireAll('2022-10-12T01:00:00Z')).toEqual([3]);
    expect(reminders(ids)).toEqual([0, 0, 0]);
    await expect(fireAll('2022-10-12T01:00:01Z')).rejects.toThrow('cannot be read');
    await product.reader.rows(`update outbox set failed_at = now() where done_at is null and id = (
      select min(id) from outbox where done_at is null and failed_at is null)`);
    expect(await fireAll('2022-10-12T01:00:01Z')).toEqual([1]);
    expect(reminders(ids)).toEqual([1, 0, 1]);
    spoilt.delete(bad);
  });

  it('does nothing with a timer that fired while its deadline was being moved', async () => {
    const id = await open('2022-10-11T07:00:00Z');
    await standAt('2022-10-17T17:00:00Z');
    await sweepTimers(product.reader, 100);
    const later: Deadline = { on: day('2022-10-20'), at: instant('2022-10-20T17:00:00.000Z') };
    await inTransaction('2022-10-17T17:00:00Z', (tx) =>
      engine.act(tx, {
        ids: [id],
        action: 'spec-task.deadline-moved',
        deadlines: new Map([[id, { due: later }]]),
      }),
    );
    await fireAll('2022-10-17T17:00:01Z');
    expect((await instance(id))?.state).toBe('open');
    expect((await armed(id)).map(({ name }) => name)).toEqual(['deadline']);
  });

  it.each(['fired and not handled yet', 'not even swept'])(
    'loses no deadline that passed before the instance came into the next state: %s',
    async (situation) => {
      const id = await open('2022-10-11T07:00:00Z');
      await standAt('2022-10-17T17:00:00Z');
      if (situation.startsWith('fired')) await sweepTimers(product.reader, 100);
      await inTransaction('2022-10-17T17:00:00.500Z', (tx) =>
        engine.act(tx, { ids: [id], event: 'begin', action: 'spec-task.begun' }),
      );
      await fireAll('2022-10-17T17:00:01Z');
      expect(await instance(id)).toEqual({ state: 'overdue', revision: 3 });
      await fireAll('2022-10-18T17:00:01Z');
      expect((await instance(id))?.revision).toBe(3);
    },
  );

  it('fires a deadline once that was armed anew in the very moment it fell due', async () => {
    const id = await open('2022-10-11T07:00:00Z');
    await standAt('2022-10-17T17:00:00Z');
    await sweepTimers(product.reader, 100);
    await inTransaction('2022-10-17T16:59:59.999Z', (tx) =>
      engine.act(tx, {
        ids: [id],
        action: 'spec-task.deadline-kept',
        deadlines: new Map([[id, { due }]]),
      }),
    );
    await fireAll('2022-10-17T17:00:01Z');
    const passed = await rows(
      `select from history where subject_id = $1 and action = 'spec-task.deadline-passed'`,
      id,
    );
    expect(passed).toHaveLength(1);
  });

  const note = (id: string, call: Call) =>
    product
      .get(UnitOfWork)
      .run(call, (tx) => engine.act(tx, { ids: [id], revision: 1, action: 'spec-task.noted' }));
  const someone: Call = {
    actor: {
      kind: 'user',
      id: randomIds.next(),
      administrationId: ADMINISTRATION,
      role: 'secretariat',
      assignmentId: randomIds.next(),
      unitIds: 'all',
    },
    now: instant('2022-10-11T08:00:00Z'),
  };

  it('refuses a stale revision with the record as it stands', async () => {
    const id = await open('2022-10-11T07:00:00Z');
    await note(id, someone);
    await expect(note(id, someone)).rejects.toMatchObject({
      code: 'REVISION_CONFLICT',
      params: { expected: 1, current: 2 },
    });
  });

  it('takes a revision for the present one where the clock alone wrote since, and changed nothing', async () => {
    const id = await open('2022-10-11T07:00:00Z');
    await note(id, at('2022-10-11T08:00:00Z'));
    expect(await note(id, someone)).toMatchObject([{ revision: 3 }]);
    await expect(note(id, someone)).rejects.toMatchObject({ code: 'REVISION_CONFLICT' });
  });

  it('refuses a revision that is not yet', async () => {
    const ahead = inTransaction('2022-10-11T08:00:00Z', async (tx) =>
      engine.act(tx, { ids: [await open('2022-10-11T07:00:00Z')], revision: 2, action: 'spec-task.noted' }),
    );
    await expect(ahead).rejects.toMatchObject({ code: 'REVISION_CONFLICT' });
  });

  it('lets one of two people win on one revision', async () => {
    const id = await open('2022-10-11T07:00:00Z');
    const both = await Promise.allSettled([note(id, someone), note(id, someone)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('refuses to issue a faulty procedure, and to change an issued one by any route', async () => {
    const faulty = { ...definition, initial: 'nowhere' };
    await expect(
      product.get(IssueProcedure).execute({ code: 'faulty', definition: faulty }, at('2022-10-01T00:00:00Z')),
    ).rejects.toMatchObject({ code: 'PROCEDURE_FAULTY' });
    await expect(
      product.reader.rows(`update procedure_version set content = '{}' where id = $1`, [procedureVersionId]),
    ).rejects.toThrow(/never changes/);
    await expect(
      product.reader.rows(`delete from procedure_version where id = $1`, [procedureVersionId]),
    ).rejects.toThrow(/never changes/);
    await expect(
      product.reader.rows(`update procedure_version set status = 'draft' where id = $1`, [
        procedureVersionId,
      ]),
    ).rejects.toThrow(/never changes/);
  });

  it('says what to mend in both languages, naming state and event', async () => {
    const { open: first, ...others } = definition.states;
    const on = {
      ...first?.on,
      finish: { to: 'done', guards: ['spec.unheard-of'] },
      begin: { to: 'nowhere' },
    };
    const faulty = { ...definition, states: { ...others, open: { ...first!, on } } };
    const refused = product
      .get(IssueProcedure)
      .execute({ code: 'faulty', definition: faulty }, at('2022-10-01T00:00:00Z'));
    await expect(refused).rejects.toMatchObject({
      params: {
        code: 'faulty',
        faults: {
          vi: expect.stringMatching(
            /hành động “finish” tại bước “Đang làm” \(open\) đòi điều kiện.*“spec.unheard-of”/,
          ),
          en: expect.stringMatching(
            /event “begin” of state “Đang làm” \(open\) leads to unknown state “nowhere”/,
          ),
        },
      },
    });
  });

  it('goes through as many levels of approval as the procedure names, and asks what a state asks for', async () => {
    product.get(Registries).fact('spec.room', async (_tx, ids) => new Map(ids.map((id) => [id, room])));
    let room = false;
    const level = (role: 'unit-leader' | 'committee') => ({ role, names: { vi: `Chờ ${role}` } });
    const { id: version } = await product.get(IssueProcedure).execute(
      {
        code: 'spec-approved',
        definition: {
          ...definition,
          initial: 'waiting',
          states: {
            waiting: {
              names: { vi: 'Chờ duyệt' },
              owner: 'unit-leader',
              on: { approve: { to: 'done', by: ['unit-leader'] } },
              levels: { event: 'approve', each: [level('unit-leader'), level('committee')] },
            },
            done: { names: { vi: 'Xong' }, final: true, entry: ['spec.room'] },
          },
        },
      },
      at('2022-10-01T00:00:00Z'),
    );
    const id = randomIds.next();
    await inTransaction('2022-10-01T00:00:00Z', (tx) =>
      engine.start(tx, {
        kind: 'spec-task',
        procedureVersionId: version,
        items: [{ id }],
        action: 'spec-task.opened',
      }),
    );
    const people = { 'unit-leader': randomIds.next(), committee: randomIds.next() };
    const approve = (role: 'unit-leader' | 'committee') =>
      product
        .get(UnitOfWork)
        .run(
          { ...someone, actor: { ...someone.actor, id: people[role], role } as typeof someone.actor },
          (tx) => engine.act(tx, { ids: [id], event: 'approve', action: 'spec-task.approved' }),
        );
    await expect(approve('committee')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await approve('unit-leader')).toMatchObject([{ state: 'waiting-2' }]);
    await expect(approve('unit-leader')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(approve('committee')).rejects.toMatchObject({
      code: 'GUARD_FAILED',
      params: { guard: 'spec.room' },
    });
    room = true;
    expect(await approve('committee')).toMatchObject([{ state: 'done' }]);
  });

  it('issues the same content once, and other content as the next version', async () => {
    const again = await product
      .get(IssueProcedure)
      .execute({ code: 'spec-task', definition }, at('2022-10-02T00:00:00Z'));
    expect(again.id).toBe(procedureVersionId);
    const changed = { ...definition, names: { vi: 'Việc thử, sửa' } };
    const next = await product
      .get(IssueProcedure)
      .execute({ code: 'spec-task', definition: changed }, at('2022-10-02T00:00:00Z'));
    expect(next.id).not.toBe(procedureVersionId);
  });

  it('keeps an instance on the version it began under', async () => {
    const id = await open('2022-10-11T07:00:00Z');
    const { begin: _, ...on } = definition.states['open']?.on ?? {};
    const { begun: __, ...others } = definition.states;
    const states = { ...others, open: { ...definition.states['open']!, on } };
    await product
      .get(IssueProcedure)
      .execute({ code: 'spec-task', definition: { ...definition, states } }, at('2022-10-12T00:00:00Z'));
    const moved = inTransaction('2022-10-12T01:00:00Z', (tx) =>
      engine.act(tx, { ids: [id], event: 'begin', action: 'spec-task.begun' }),
    );
    expect(await moved).toMatchObject([{ state: 'begun', procedureVersionId }]);
  });
});

describe('the demo clock', () => {
  it('is set once, and says so in the history', async () => {
    await product.reader.rows('delete from demo_clock');
    await product.get(StartDemoClock).execute(at('2022-10-01T00:00:00Z'));
    await product.get(StartDemoClock).execute(at('2022-10-02T00:00:00Z'));
    const entries = await product.reader.rows(
      `select revision, action, at from history where subject_kind = 'demo-clock' and subject_id = $1`,
      [ADMINISTRATION],
    );
    expect(entries).toEqual([{ revision: 1, action: 'demo-clock.started', at: '2022-10-01T00:00:00.000Z' }]);
  });
});
