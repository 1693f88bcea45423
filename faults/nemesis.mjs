// What goes wrong, and when. A fault has a beginning and an end; between them, and five seconds around, people may be
// told "later".
import { setTimeout as sleep } from 'node:timers/promises';

/** After a fault a process starts again, connections are made anew: so long it counts as its consequence. */
const AFTERMATH = 5_000;

/**
 * The timetable of a run of 440 seconds, phase by phase: `every` so many seconds one fault between `from` and `to`.
 * Shorter runs have the same phases, shortened; where faults come often enough they come as often.
 */
const phases = [
  { fault: 'kill-worker', from: 20, to: 110, every: 2 },
  { fault: 'pause-worker', from: 25, to: 25, every: 1 },
  { fault: 'kill-api', from: 110, to: 150, every: 3 },
  { fault: 'break-queue', from: 150, to: 220, every: 10 },
  { fault: 'kill-database', from: 220, to: 290, every: 15 },
  { fault: 'skew-clocks', from: 290, to: 328, every: 19 },
];
export const FULL = 350;

/** Moments at which faults begin, for a run in which `seconds` stand for 350. */
export function timetable(seconds) {
  const share = seconds / FULL;
  return phases
    .flatMap(({ fault, from, to, every }) => {
      const [begin, end] = [from * share, to * share];
      const step = Math.max(every * Math.min(1, share * 2), 2);
      const times = Math.max(1, Math.floor((end - begin) / step));
      return Array.from({ length: times }, (_, turn) => ({ at: begin + turn * step, fault, turn, times }));
    })
    .sort((one, other) => one.at - other.at);
}

export class Nemesis {
  /** @param {{ workers, apis, database, queue, superuser, seconds: number, random: object }} world */
  constructor(world) {
    Object.assign(this, world);
    this.share = world.seconds / FULL;
    /** `{ fault, from, to }` in milliseconds of the machine. */
    this.faults = [];
    this.pending = [];
    this.zombies = 0;
  }

  async rage() {
    const started = Date.now();
    for (const { at, fault, turn, times } of timetable(this.seconds)) {
      await sleep(Math.max(0, started + at * 1000 - Date.now()));
      if (Date.now() > started + this.seconds * 2_000) break; // a machine too busy for more
      const entry = { fault, from: Date.now() };
      this.faults.push(entry);
      const done = this.commit(fault, turn, times).finally(() => (entry.to = Date.now()));
      if (fault === 'pause-worker') this.pending.push(done);
      else await done;
    }
    await sleep(Math.max(0, started + this.seconds * 1000 - Date.now()));
    await Promise.all(this.pending);
  }

  /** Everything runs again, with the right time. */
  async heal() {
    const entry = { fault: 'heal', from: Date.now() };
    this.faults.push(entry);
    for (const part of [...this.workers, ...this.apis]) {
      part.signal('SIGCONT');
      if (part.skew !== 0) part.kill(0);
    }
    await Promise.all(this.apis.map((api) => api.untilReady()));
    entry.to = Date.now();
  }

  get injected() {
    return this.faults.filter(({ fault }) => fault !== 'heal').length;
  }

  /** Whether a moment lies within the consequences of a fault. */
  covers(moment, margin = AFTERMATH) {
    return this.faults.some(({ from, to }) => moment > from - margin && moment < (to ?? Infinity) + margin);
  }

  commit(fault, turn, times) {
    return {
      'kill-worker': () => this.killWorker(turn),
      'kill-api': () => this.killOne(this.apis),
      'pause-worker': () => this.pauseWorker(),
      'break-queue': () => this.breakQueue(turn, times),
      'kill-database': () => this.killDatabase(turn, times),
      'skew-clocks': () => this.skewClocks(turn),
    }[fault]();
  }

  /** While one is paused the other has time to get up. */
  async killWorker(turn) {
    if (this.paused === undefined) await this.killOne(this.workers);
    else if (turn % 4 === 0) await this.killOne(this.workers.filter((worker) => worker !== this.paused));
  }

  async killOne(parts) {
    const part = this.random.pick(parts);
    part.kill();
    if (part.port !== undefined) await part.untilReady();
  }

  /** A worker stops in the middle of a job, for twice as long as its lock holds, and goes on as if nothing were. */
  async pauseWorker() {
    const lasts = Math.max(8_000, 60_000 * this.share);
    const worker = this.workers[0];
    this.paused = worker;
    for (let tries = 0; tries < 200; tries += 1) {
      worker.signal('SIGSTOP');
      if (await this.holdsTransaction()) {
        this.zombies += 1;
        await sleep(lasts);
        break;
      }
      worker.signal('SIGCONT');
      await sleep(this.random.between(5, 60));
    }
    worker.signal('SIGCONT');
    this.paused = undefined;
  }

  /** Whether some worker's session has been idle within a transaction for longer than a running one would be. */
  async holdsTransaction() {
    await sleep(150);
    const { rows } = await this.superuser
      .query(
        `select from pg_stat_activity where application_name = 'nhip-worker' and state = 'idle in transaction'
            and state_change < clock_timestamp() - interval '100 milliseconds'`,
      )
      .catch(() => ({ rows: [] }));
    return rows.length > 0;
  }

  async breakQueue(turn, times) {
    if (this.queue.kind === 'postgres' || turn % 3 === 1) return this.queue.empty();
    await this.queue.kill();
    const outage = turn === times - 1 && times > 1;
    await sleep(outage ? Math.max(3_000, 20_000 * this.share) : 300);
    await this.queue.start({ empty: turn === 0 });
  }

  async killDatabase(turn, times) {
    await this.database.kill();
    if (turn === times - 1 && times > 1) await sleep(Math.max(2_000, 15_000 * this.share));
    await this.database.restart();
    await Promise.all(this.apis.map((api) => api.untilReady()));
  }

  async skewClocks(turn) {
    const skew = turn % 2 === 0 ? 90 : -90;
    this.workers[turn % 2].kill(skew);
    this.apis[turn % 2].kill(skew);
    await this.apis[turn % 2].untilReady();
  }
}
