// What goes wrong, and when. A fault has a beginning and an end; between them, and five seconds around, people may be
// told "later".
import { setTimeout as sleep } from 'node:timers/promises';

/** After a fault a process starts again, connections are made anew: so long it counts as its consequence. */
const AFTERMATH = 5_000;
/** So long a fault that waits for its moment waits for it. */
const AIMING = 8_000;

/**
 * The timetable of a run of 440 seconds, phase by phase: `every` so many seconds one fault between `from` and `to`.
 * Shorter runs have the same phases, shortened; where faults come often enough they come as often.
 */
const phases = [
  { fault: 'kill-worker', from: 20, to: 110, every: 2 },
  { fault: 'pause-worker', from: 25, to: 25, every: 1 },
  { fault: 'kill-at-start', from: 40, to: 280, every: 20 },
  { fault: 'kill-api', from: 110, to: 138, every: 3 },
  { fault: 'lose-jobs', from: 114, to: 222, every: 27 },
  { fault: 'pause-api', from: 140, to: 140, every: 1 },
  { fault: 'break-queue', from: 150, to: 220, every: 10 },
  { fault: 'kill-database', from: 220, to: 290, every: 15 },
  { fault: 'skew-clocks', from: 290, to: 328, every: 19 },
  { fault: 'refuse-mail', from: 292, to: 292, every: 1 },
  { fault: 'hang-mail', from: 318, to: 318, every: 1 },
  { fault: 'fill-disk', from: 322, to: 322, every: 1 },
];
/** These go on beside the others; the rest come one after the other. */
const beside = [
  'pause-worker',
  'kill-at-start',
  'lose-jobs',
  'pause-api',
  'refuse-mail',
  'hang-mail',
  'fill-disk',
];
/** These begin and end the run. */
const ours = ['start', 'heal'];
/** What excuses an answer of 500 and more: trouble with mail never does, a full disk where files are kept only there. */
const excuses = (fault, path) => (fault === 'fill-disk' ? path === '/evidence' : !fault.endsWith('-mail'));

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
  /** @param {{ workers, apis, database, queue, mail, evidence, superuser, seconds: number, random: object }} world */
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
    this.faults.push({ fault: 'start', from: started, to: started }); // as after a fault, all has just begun
    for (const { at, fault, turn, times } of timetable(this.seconds)) {
      await sleep(Math.max(0, started + at * 1000 - Date.now()));
      if (Date.now() > started + this.seconds * 2_000) break; // a machine too busy for more
      const done = this.befall(fault, turn, times);
      if (beside.includes(fault)) this.pending.push(done);
      else await done;
    }
    await sleep(Math.max(0, started + this.seconds * 1000 - Date.now()));
    await Promise.all(this.pending);
  }

  /** One fault, from its moment until it is over; none where its moment does not come. */
  async befall(fault, turn, times) {
    if (!(await this.momentOf(fault))) return;
    const entry = { fault, from: Date.now() };
    this.faults.push(entry);
    await this.commit(fault, turn, times).finally(() => (entry.to = Date.now()));
  }

  /** Some faults are aimed: at a schedule that has begun and is not done, at jobs that only the queue holds. */
  async momentOf(fault) {
    if (fault === 'fill-disk') return this.evidence.small;
    if (fault === 'kill-at-start') return untilTrue(() => this.somethingBegan());
    if (fault === 'lose-jobs') {
      await this.queue.hold().catch(() => undefined);
      await untilTrue(() => this.queue.holds('workflow.fire-timer'));
    }
    return true;
  }

  /** Everything runs again, with the right time. */
  async heal() {
    const entry = { fault: 'heal', from: Date.now() };
    this.faults.push(entry);
    this.mail.mood = 'takes';
    await this.evidence.clear();
    await this.queue.release();
    for (const part of [...this.workers, ...this.apis]) {
      part.signal('SIGCONT');
      if (part.skew !== 0) part.kill(0);
    }
    await Promise.all(this.apis.map((api) => api.untilReady()));
    entry.to = Date.now();
  }

  get injected() {
    return this.faults.filter(({ fault }) => !ours.includes(fault)).length;
  }

  /** How often each fault befell. */
  get counts() {
    const counts = {};
    for (const { fault } of this.faults) counts[fault] = (counts[fault] ?? 0) + 1;
    return counts;
  }

  /** Whether a moment lies within the consequences of a fault that excuses an answer to a path. */
  covers(moment, path) {
    return this.faults.some(
      ({ fault, from, to }) =>
        excuses(fault, path) && moment > from - AFTERMATH && moment < (to ?? Infinity) + AFTERMATH,
    );
  }

  commit(fault, turn, times) {
    return {
      'kill-worker': () => this.killWorker(turn),
      'kill-at-start': () => this.killAtStart(),
      'kill-api': () => this.killOne(this.apis),
      'pause-worker': () => this.pauseWorker(),
      'pause-api': () => this.pauseApi(),
      'break-queue': () => this.breakQueue(turn, times),
      'lose-jobs': () => this.loseJobs(),
      'kill-database': () => this.killDatabase(turn, times),
      'skew-clocks': () => this.skewClocks(turn),
      'refuse-mail': () => this.troubleMail('refuses', 22),
      'hang-mail': () => this.troubleMail('hangs', 14),
      'fill-disk': () => this.fillDisk(),
    }[fault]();
  }

  /** While one is paused the other has time to get up. */
  async killWorker(turn) {
    if (this.paused === undefined) await this.killOne(this.workers);
    else if (turn % 4 === 0) await this.killOne(this.awake);
  }

  /** Workers that are not paused. */
  get awake() {
    return this.workers.filter((worker) => worker !== this.paused);
  }

  async killOne(parts) {
    const part = this.random.pick(parts);
    part.kill();
    if (part.port !== undefined) await part.untilReady();
  }

  async somethingBegan() {
    const { rows } = await this.superuser
      .query(`select from schedule_run where outcome = 'waiting'`)
      .catch(() => ({ rows: [] }));
    return rows.length > 0;
  }

  /** Whoever is about to do what a schedule is for dies, at once or a little later: before, between or after its steps. */
  async killAtStart() {
    await sleep(this.random.between(0, 80));
    for (const worker of this.awake) worker.kill();
  }

  /** The workers die, and the queue forgets the jobs that it held back. */
  async loseJobs() {
    for (const worker of this.awake) worker.kill();
    await untilTrue(() => this.queue.empty().catch(() => false));
  }

  /** A worker stops in the middle of a job, for twice as long as its lock holds, and goes on as if nothing were. */
  async pauseWorker() {
    const lasts = Math.max(8_000, 60_000 * this.share);
    const worker = this.workers[0];
    this.paused = worker;
    for (let tries = 0; tries < 200 && this.zombies === 0; tries += 1) {
      await untilTrue(() => this.inTransaction());
      worker.signal('SIGSTOP');
      await sleep(150);
      if (await this.inTransaction('100 milliseconds')) {
        this.zombies += 1;
        await sleep(lasts);
      }
      worker.signal('SIGCONT');
      await sleep(this.random.between(5, 60));
    }
    this.paused = undefined;
  }

  /** Whether some worker's session is, and for so long has been, idle within a transaction. */
  async inTransaction(since = '0 s') {
    const { rows } = await this.superuser
      .query(
        `select from pg_stat_activity where application_name = 'nhip-worker' and state = 'idle in transaction'
            and state_change <= clock_timestamp() - $1::interval`,
        [since],
      )
      .catch(() => ({ rows: [] }));
    return rows.length > 0;
  }

  async pauseApi() {
    const api = this.random.pick(this.apis);
    api.signal('SIGSTOP');
    await sleep(Math.max(2_000, 8_000 * this.share));
    api.signal('SIGCONT');
  }

  async breakQueue(turn, times) {
    if (this.queue.kind === 'postgres' || turn % 3 === 1) return this.queue.empty();
    if (turn === 3) return this.queue.pause(5_000 * this.share);
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

  async troubleMail(mood, seconds) {
    this.mail.mood = mood;
    await sleep(Math.max(3_000, seconds * 1_000 * this.share));
    this.mail.mood = 'takes';
  }

  async fillDisk() {
    await this.evidence.fill();
    await sleep(Math.max(2_500, 24_000 * this.share));
    await this.evidence.clear();
  }
}

/** Whether it became true in time. */
async function untilTrue(look) {
  for (const giveUpAt = Date.now() + AIMING; Date.now() < giveUpAt; await sleep(5))
    if (await look()) return true;
  return false;
}
