import { procedureSource, type ProcedureDefinition } from '@nhip/contracts';
import { instantAt, type Day, type Instant } from '../../shared/index.js';
import { taskProcedures } from '../../tasks/index.js';
import { workOut } from '../../workflow/index.js';
import { Random } from '../oracle/random.js';
import {
  allOn,
  consume,
  deadlineIn,
  relay,
  runCommand,
  sweep,
  type Answer,
  type Command,
  type Delivery,
  type Seen,
  type Steps,
  type Switches,
  type World,
} from './actors.js';
import { faultsIn, type Sent } from './check-tables.js';
import { Tables } from './tables.js';

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;
const STEPS = 200;
/** Zones with and without summer time, around the days on which it changes. */
const places = [
  { zone: 'Asia/Ho_Chi_Minh', from: '2022-10-03T01:00:00Z' },
  { zone: 'Europe/Berlin', from: '2022-10-26T06:00:00Z' },
  { zone: 'America/New_York', from: '2022-03-09T12:00:00Z' },
];
const first = workOut(procedureSource.parse(taskProcedures.directive));
/** The version issued while others run: urged at once instead of after a day. */
const second: ProcedureDefinition = {
  ...first,
  states: Object.fromEntries(
    Object.entries(first.states).map(([name, state]) => [
      name,
      {
        ...state,
        timers: {
          ...state.timers,
          ...(state.timers['urge-1'] && { 'urge-0': { ...state.timers['urge-1'], workingDays: 0 } }),
        },
      },
    ]),
  ),
};
/** No event: the deadline is moved, the state stays. */
const MOVED = 'move-deadline';
const events = ['receive', 'start', 'report-done', 'accept', 'return', 'suspend', 'resume', 'cancel', MOVED];
const senders = ['unit-officer', 'secretariat', 'unit-officer', 'secretariat', 'committee'] as const;

export interface Outcome {
  readonly seed: number;
  readonly faults: readonly string[];
  readonly seen: Seen;
}

/** A process's work under way: a request with its sender, or one of a worker's loops. */
interface Running {
  readonly process: number;
  readonly steps: Steps<unknown>;
  readonly sent?: Sent;
  readonly delivery?: Delivery;
}

/**
 * One history made by a seed: people, two API and two worker processes, a queue, a clock, and everything that may go
 * wrong between any two steps. Afterwards all is healed and drained, and checked.
 */
export function simulate(seed: number, switches: Switches = allOn): Outcome {
  return new Simulation(seed, switches).run();
}

class Simulation {
  private readonly random: Random;
  private readonly world: World;
  private readonly zone: string;
  private readonly sent: Sent[] = [];
  private running: Running[] = [];
  private healthy = false;

  constructor(
    private readonly seed: number,
    switches: Switches,
  ) {
    this.random = new Random(seed);
    const { zone, from } = this.random.pick(places);
    this.zone = zone;
    const tables = new Tables(Date.parse(from));
    tables.versions.push(first);
    const seen: Seen = {
      resent: 0,
      replayed: 0,
      conflict: 0,
      crashed: 0,
      doneBefore: 0,
      stale: 0,
      twoVersions: 0,
      failed: 0,
    };
    this.world = {
      tables,
      queue: [],
      switches,
      seen,
      zone,
      fails: () => !this.healthy && this.random.once(8),
    };
  }

  run(): Outcome {
    for (let step = 0; step < STEPS; step += 1) this.step();
    this.drain();
    const { tables, seen } = this.world;
    const versions = new Set([...tables.instances.values()].map(({ version }) => version));
    seen.twoVersions += versions.size > 1 ? 1 : 0;
    return { seed: this.seed, faults: faultsIn(tables, this.sent), seen };
  }

  private step(): void {
    const chance = this.random.int(100);
    if (chance < 60) this.advance();
    else if (chance < 71) this.begin();
    else if (chance < 85) this.loop();
    else if (chance < 93) this.letTimePass();
    else this.harm();
  }

  /** One step of somebody's work. */
  private advance(): void {
    if (this.running.length === 0) return this.begin();
    this.advanceOne(this.random.pick(this.running));
  }

  private advanceOne(one: Running): void {
    const result = one.steps.next();
    if (result.done !== true) return;
    this.running = this.running.filter((other) => other !== one);
    // An answer reaches only who still waits for it: on a line that was cut it is lost.
    if (one.sent !== undefined && (this.healthy || !this.random.once(12)))
      one.sent.answer ??= result.value as Answer;
  }

  /** A new command, or one without an answer sent again: perhaps while its first sending is still at work. */
  private begin(): void {
    const waiting = this.sent.filter(({ answer }) => answer === undefined);
    if (waiting.length > 0 && (waiting.length > 6 || this.random.once(2)))
      return this.send(this.random.pick(waiting));
    const sent: Sent = { command: this.newCommand() };
    this.sent.push(sent);
    this.send(sent);
  }

  private send(sent: Sent): void {
    this.running.push({ process: this.random.int(2), steps: runCommand(this.world, sent.command), sent });
  }

  private newCommand(): Command {
    const { tables } = this.world;
    const key = `command/${this.sent.length}`;
    const ids = [...tables.instances.keys()];
    const deadlines = () =>
      deadlineIn(this.random.between(0, 5), tables.instant, (day: Day): Instant =>
        instantAt(day, '23:59', this.zone),
      );
    if (ids.length === 0 || (ids.length < 5 && this.random.once(3)))
      return {
        key,
        instanceId: `task/${this.sent.length}`,
        opens: true,
        sender: 'secretariat',
        deadlines: deadlines(),
      };
    const instanceId = this.random.pick(ids);
    const seenRevision = tables.instances.get(instanceId)?.revision ?? 1;
    const revision = this.random.once(3) ? Math.max(1, seenRevision - this.random.int(2)) : seenRevision;
    const event = this.random.pick(events);
    const sender = this.random.pick(senders);
    return event === MOVED
      ? { key, instanceId, sender, revision, deadlines: deadlines() }
      : { key, instanceId, event, sender, revision };
  }

  /** A worker's loop comes round, or it takes a job. */
  private loop(): void {
    const process = this.random.between(2, 3);
    const { queue } = this.world;
    const turn = this.random.int(4);
    if (turn === 0) this.running.push({ process, steps: sweep(this.world) });
    else if (turn === 1) this.running.push({ process, steps: relay(this.world) });
    else if (queue.length > 0) this.take(process, this.random.int(queue.length));
  }

  private take(process: number, place: number): void {
    const [delivery] = this.world.queue.splice(place, 1);
    if (delivery === undefined) return;
    this.running.push({ process, steps: consume(this.world, delivery), delivery });
  }

  private letTimePass(): void {
    const { tables } = this.world;
    const turn = this.random.int(10);
    tables.now +=
      turn < 5 ? this.random.int(5 * SECOND) : turn < 8 ? this.random.int(HOUR) : this.random.int(24 * HOUR);
  }

  private harm(): void {
    const { tables, queue } = this.world;
    const turn = this.random.int(12);
    if (turn < 5) this.crash(this.random.int(4));
    else if (turn < 6) for (const process of [0, 1, 2, 3]) this.crash(process);
    else if (turn < 8) queue.length = 0;
    else if (turn < 10 && queue.length > 0) queue.push(this.random.pick(queue));
    else if (turn === 10) tables.now += this.random.once(2) ? HOUR : -HOUR;
    else if (tables.versions.length === 1) tables.versions.push(second);
  }

  /** The process is gone: what it had not committed never was, the queue delivers its job once more. */
  private crash(process: number): void {
    const { queue, seen } = this.world;
    for (const one of this.running.filter((other) => other.process === process)) {
      one.steps.return(undefined);
      if (one.delivery !== undefined) queue.push(one.delivery);
      seen.crashed += 1;
    }
    this.running = this.running.filter((other) => other.process !== process);
  }

  /** Nothing goes wrong any more: everybody gets an answer, and what is due is done. */
  private drain(): void {
    this.healthy = true;
    const { tables, queue } = this.world;
    this.finish();
    for (const sent of this.sent) {
      if (sent.answer !== undefined) continue;
      this.send(sent);
      this.finish();
    }
    // A clock that was put back waits for the time at which something is to be sent again.
    tables.now = Math.max(tables.now, ...[...tables.outbox.values()].map(({ resendAt }) => resendAt));
    for (let round = 0; round < 13; round += 1) {
      if (round > 0) tables.now += 300 * SECOND;
      for (const loop of [sweep, relay]) {
        this.running.push({ process: 2, steps: loop(this.world) });
        this.finish();
      }
      while (queue.length > 0) this.take(2, 0);
      this.finish();
    }
  }

  private finish(): void {
    for (let rounds = 0; this.running.length > 0; rounds += 1) {
      if (rounds > 10_000) throw new Error(`seed ${this.seed}: somebody waits for ever`);
      this.running.slice().forEach((one) => this.advanceOne(one));
    }
  }
}
