import { MAX_SENDS } from '../../jobs/index.js';
import { addDays, instant, weekdayOf, type Day, type Instant } from '../../shared/index.js';
import { planTimers, transition, type Deadlines, type Sender } from '../../workflow/index.js';
import type { InstanceRow, Tables, TimerRow, Tx } from './tables.js';

/** Safeguards that a proof may take away. */
export interface Switches {
  readonly resending: boolean;
  readonly commandLog: boolean;
  readonly outbox: boolean;
}
export const allOn: Switches = { resending: true, commandLog: true, outbox: true };

export interface Command {
  readonly key: string;
  readonly instanceId: string;
  /** The instance is opened. */
  readonly opens?: true;
  /** Absent: the state stays as it is. */
  readonly event?: string;
  readonly sender: Sender;
  readonly revision?: number;
  readonly deadlines?: Deadlines;
}

/** What a request comes to: the revision afterwards, or a refusal. */
export type Answer = { readonly ok: number } | { readonly refused: string };

/** Steps between which anything may happen; the last value is the answer. A step that waits changes nothing. */
export type Steps<Result> = Generator<'step' | 'wait', Result, void>;

/** The queue: forgetful, unordered, and it may deliver twice. */
export interface Delivery {
  readonly key: string;
  readonly timerId: number;
}

/** How often rare paths were gone. */
export type Seen = Record<
  'resent' | 'replayed' | 'conflict' | 'crashed' | 'doneBefore' | 'stale' | 'twoVersions' | 'failed',
  number
>;

export interface World {
  readonly tables: Tables;
  readonly queue: Delivery[];
  readonly switches: Switches;
  readonly seen: Seen;
  readonly zone: string;
  /** Sometimes a handler fails half-way. */
  fails(): boolean;
}

const calendar = {
  addWorkingDays(day: Day, days: number): Day {
    let at = day;
    for (let left = Math.abs(days); left > 0;) {
      at = addDays(at, Math.sign(days));
      if (weekdayOf(at) < 6) left -= 1;
    }
    return at;
  },
};

/** A person's command, in the unit of work's order: claim the key, lock, act, keep the answer, commit. */
export function* runCommand(world: World, command: Command): Steps<Answer> {
  const { tables, switches } = world;
  const tx = tables.begin();
  try {
    if (switches.commandLog) {
      while (!tx.lock(`command ${command.key}`)) yield 'wait';
      const before = tables.commandLog.get(command.key);
      if (before !== undefined) {
        world.seen.replayed += 1;
        return { ok: before };
      }
    }
    yield 'step';
    const answer: Answer = command.opens ? open(world, tx, command) : yield* act(world, tx, command);
    if ('refused' in answer) return answer;
    yield 'step';
    tx.write(() => tables.commandLog.set(command.key, answer.ok));
    tx.commit();
    yield 'step'; // committed, and not answered yet
    return answer;
  } finally {
    tx.rollback();
  }
}

function open(world: World, tx: Tx, { instanceId: id, key: by, deadlines = {} }: Command): Answer {
  const { tables } = world;
  const version = tables.versions.length - 1;
  const state = tables.versions[version]?.initial ?? '';
  // Without the command log the same request opens another one.
  const instanceId = tables.instances.has(id) ? `${id}+` : id;
  const row: InstanceRow = { id: instanceId, version, state, deadlines, generation: 1, revision: 1 };
  arm(world, tx, row);
  tx.write(() => {
    tables.instances.set(instanceId, row);
    tables.history.push({ instanceId, revision: 1, from: undefined, to: state, event: undefined, by });
  });
  return { ok: 1 };
}

/** The engine: lock, check the revision, guard, change, timers, history. */
function* act(
  world: World,
  tx: Tx,
  { key, instanceId, event, sender, revision, deadlines }: Command,
): Steps<Answer> {
  const { tables } = world;
  while (!tx.lock(`instance ${instanceId}`)) yield 'wait';
  const held = tables.instances.get(instanceId);
  if (held === undefined) return { refused: 'NOT_FOUND' };
  if (revision !== undefined && revision !== held.revision && changedByPeople(tables, instanceId, revision)) {
    world.seen.conflict += 1;
    return { refused: 'REVISION_CONFLICT' };
  }
  const definition = tables.versions[held.version];
  if (definition === undefined) return { refused: 'NOT_FOUND' };
  let to = held.state;
  if (event !== undefined) {
    const step = transition(definition, held, event, sender, everyFact, 'vì');
    if (!step.ok) return { refused: step.code };
    to = step.value.to;
  }
  yield 'step';
  const rearm = to !== held.state || deadlines !== undefined;
  const next: InstanceRow = {
    ...held,
    state: to,
    deadlines: { ...held.deadlines, ...deadlines },
    generation: held.generation + (rearm ? 1 : 0),
    revision: held.revision + 1,
  };
  if (rearm) arm(world, tx, next);
  yield 'step';
  tx.write(() => {
    tables.instances.set(instanceId, next);
    tables.history.push({ instanceId, revision: next.revision, from: held.state, to, event, by: key });
  });
  return { ok: next.revision };
}

const everyFact = { get: () => true } as unknown as ReadonlyMap<string, boolean>;

const changedByPeople = ({ history }: Tables, instanceId: string, since: number): boolean =>
  history.some(
    (entry) =>
      entry.instanceId === instanceId &&
      entry.revision > since &&
      !(entry.by.startsWith('timer/') && entry.from === entry.to),
  );

function planned({ tables, zone }: World, row: InstanceRow): Omit<TimerRow, 'id' | 'state'>[] {
  const definition = tables.versions[row.version];
  if (definition === undefined) return [];
  return planTimers(definition, row.state, row.deadlines, calendar, zone).map((timer) => ({
    ...timer,
    instanceId: row.id,
    generation: row.generation,
  }));
}

/** Cancels what is armed but what fell due and is asked for still; arms what is ahead. */
function arm(world: World, tx: Tx, row: InstanceRow): void {
  const { tables } = world;
  const now = tables.instant;
  const wanted = planned(world, row);
  for (const timer of tables.timers) {
    if (timer.instanceId !== row.id || timer.state !== 'armed') continue;
    const stays = wanted.some(
      ({ name, dueAt }) => dueAt <= now && name === timer.name && dueAt === timer.dueAt,
    );
    if (stays) continue;
    tx.lock(`timer ${timer.id}`);
    tx.write(() => (timer.state = 'cancelled'));
  }
  for (const timer of wanted)
    if (timer.dueAt > now)
      tx.write(() => tables.timers.push({ ...timer, id: tables.timers.length, state: 'armed' }));
}

/** One statement: due timers are fired and get their outbox rows; rows somebody holds are passed over. */
export function* sweep({ tables, queue, switches }: World): Steps<void> {
  yield 'step';
  const now = tables.instant;
  for (const timer of tables.timers) {
    if (timer.state !== 'armed' || timer.dueAt > now) continue;
    if (tables.holder(`timer ${timer.id}`) !== undefined) continue;
    timer.state = 'fired';
    timer.firedAt = now;
    const key = `timer/${timer.id}`;
    if (switches.outbox)
      tables.outbox.set(key, { key, timerId: timer.id, sends: 0, resendAt: tables.now, done: false });
    else queue.push({ key, timerId: timer.id });
  }
}

/** Hands rows to the queue while it holds them; a crash between handing over and committing delivers twice. */
export function* relay({ tables, queue, switches, seen }: World): Steps<void> {
  const tx = tables.begin();
  try {
    const taken = [...tables.outbox.values()].filter(
      (row) =>
        !row.done &&
        row.sends < MAX_SENDS &&
        row.resendAt <= tables.now &&
        (switches.resending || row.sends === 0) &&
        tx.lock(`outbox ${row.key}`),
    );
    yield 'step';
    for (const { key, timerId } of taken) queue.push({ key, timerId });
    yield 'step';
    for (const row of taken) {
      const resendAt = tables.now + Math.min(2_000 * 2 ** row.sends, 300_000);
      tx.write(() => {
        if (row.sends > 0) seen.resent += 1;
        row.sends += 1;
        row.resendAt = resendAt;
      });
    }
    tx.commit();
  } finally {
    tx.rollback();
  }
}

/** A delivered job: marks its row done in the transaction of its effect. What fails is gone from the queue. */
export function* consume(world: World, { key, timerId }: Delivery): Steps<void> {
  const { tables, switches, seen } = world;
  const tx = tables.begin();
  try {
    if (switches.outbox) {
      while (!tx.lock(`outbox ${key}`)) yield 'wait';
      const row = tables.outbox.get(key);
      if (row === undefined || row.done) {
        seen.doneBefore += 1;
        return;
      }
      tx.write(() => (row.done = true));
    }
    yield 'step';
    yield* fire(world, tx, key, timerId);
    if (world.fails()) {
      seen.failed += 1;
      return;
    }
    yield 'step';
    tx.commit();
  } finally {
    tx.rollback();
  }
}

/** FireTimer: a timer of an older generation does nothing, unless its instance asks for the very same one. */
function* fire(world: World, tx: Tx, key: string, timerId: number): Steps<void> {
  const { tables } = world;
  const timer = tables.timers[timerId];
  if (timer === undefined) return;
  while (!tx.lock(`instance ${timer.instanceId}`)) yield 'wait';
  const instance = tables.instances.get(timer.instanceId);
  if (instance === undefined) return;
  if (instance.generation !== timer.generation) {
    const renewed = tables.timers.some(
      (other) =>
        other.instanceId === timer.instanceId &&
        other.name === timer.name &&
        other.dueAt === timer.dueAt &&
        other.generation > timer.generation,
    );
    const asked = planned(world, instance).some(
      ({ name, event, dueAt }) => name === timer.name && event === timer.event && dueAt === timer.dueAt,
    );
    if (renewed || !asked) {
      world.seen.stale += 1;
      return;
    }
  }
  yield* act(world, tx, { key, instanceId: timer.instanceId, event: timer.event, sender: 'system' });
}

/** The last day, and the end of it in the zone, so many days after a moment. */
export function deadlineIn(days: number, now: Instant, endOf: (day: Day) => Instant): Deadlines {
  const on = addDays(now.slice(0, 10) as Day, days);
  return { due: { on, at: instant(endOf(on)) } };
}
