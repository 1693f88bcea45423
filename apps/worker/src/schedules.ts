import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { FILE_STORE, sweepEvidence, type FileStore } from '@nhip/core/evidence';
import { announceMail, type MailSender } from '@nhip/core/notices';
import { StartDueSchedules } from '@nhip/core/operations';
import { DATA_SOURCE, poolOf, randomIds, type Sql } from '@nhip/core/platform';
import { stepDemoClock, sweepTimers, untilNextTimer } from '@nhip/core/workflow';
import type { Logger } from 'pino';
import { LOG } from './log.js';
import { clearOldRows } from './loops/housekeeping.js';
import { Loop } from './loops/loop.js';
import { signIn } from './loops/sign-in.js';
import { OutboxBell } from './loops/outbox-bell.js';
import { relay } from './loops/relay.js';
import { Senders } from './queue/senders.js';
import { LOOP_SQL, MAIL_SENDER } from './queue/tokens.js';

export const DATABASE_URL = Symbol('DATABASE_URL');

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;
const DAY = 24 * HOUR;
const SWEPT_AT_ONCE = 2_000;

/**
 * Everything that happens by itself, on one screen. Every worker runs all of it; rows are leased by
 * `for update skip locked`, so there is no leader. Business deadlines are rows of `timer`, not entries here.
 */
@Injectable()
export class Schedules implements OnModuleDestroy {
  private readonly bell: OutboxBell;
  private readonly loops: Readonly<Record<string, Loop>>;

  constructor(
    @Inject(LOOP_SQL) sql: Sql,
    @Inject(DATA_SOURCE) dataSource: Parameters<typeof poolOf>[0],
    @Inject(DATABASE_URL) databaseUrl: string,
    @Inject(LOG) log: Logger,
    @Inject(FILE_STORE) files: FileStore,
    @Inject(MAIL_SENDER) mail: MailSender | null,
    senders: Senders,
    due: StartDueSchedules,
  ) {
    const pool = poolOf(dataSource);
    const loop = (name: string, work: () => Promise<number>) => new Loop(name, work, log);

    /** Due timers become outbox rows; at the latest a second after they were due. */
    const sweeper = loop('sweeper', async () => {
      const fired = await sweepTimers(sql, SWEPT_AT_ONCE);
      if (fired > 0) sender.wake();
      if (fired === SWEPT_AT_ONCE) return 0;
      return Math.min((await untilNextTimer(sql)) ?? SECOND, SECOND);
    });

    /** Outbox rows go to the queue: at once when the bell rings, every half second anyway. */
    const sender = loop('relay', async () => {
      await this.bell.listen();
      const { more } = await relay(pool, (rows) => senders.send(rows));
      return more ? 0 : SECOND / 2;
    });

    /** Schedules that are due get their run; what a worker that was away missed is caught up. */
    const planner = loop('schedules', async () => {
      if ((await due.execute()) > 0) sender.wake();
      return SECOND;
    });

    /** In a sample installation only: the clock goes on to the next due moment when all that was due is done. */
    const clock = loop('demo clock', async () => {
      const moved = await stepDemoClock(sql);
      if (moved) sweeper.wake();
      return moved ? SECOND / 20 : SECOND / 4;
    });

    const housekeeping = loop('housekeeping', async () => {
      const gone = await clearOldRows(sql);
      if (gone > 0) log.info({ rows: gone }, 'old rows cleared');
      const swept = await sweepEvidence(sql, files, new Date(Date.now() - DAY));
      if (swept > 0) log.info({ files: swept }, 'unused evidence files removed');
      return HOUR;
    });

    /** A worker that does not sign is not there: the operator's desk says so. */
    const self = randomIds.next();
    let announced = false;
    const presence = loop('presence', async () => {
      if (!announced) await announceMail(sql, mail !== null);
      announced = true;
      await signIn(sql, self);
      return 5 * SECOND;
    });

    this.bell = new OutboxBell(databaseUrl, () => sender.wake());
    this.loops = { sweeper, sender, planner, clock, housekeeping, presence };
  }

  start(): void {
    for (const loop of Object.values(this.loops)) loop.start();
  }

  /** First of all phases: nothing more is sent once the queues close. */
  async onModuleDestroy(): Promise<void> {
    await Promise.all(Object.values(this.loops).map((loop) => loop.stop()));
    await this.bell.close();
  }
}
