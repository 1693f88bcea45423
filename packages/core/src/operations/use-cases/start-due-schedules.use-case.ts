import type { ScheduleKind } from '@nhip/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { CALENDARS, type Calendars } from '../../calendar/index.js';
import { job } from '../../jobs/index.js';
import { Clock, Reader, UnitOfWork, type Call, type Transaction } from '../../platform/index.js';
import type { Instant } from '../../shared/index.js';
import { nextOccurrence, type Occurrence, type ScheduleSurroundings } from '../domain/occurrences.js';
import { runSchedule } from '../jobs.js';
import { Schedules, type Schedule } from '../persistence/schedules.repository.js';
import { PlanSchedule } from './plan-schedule.use-case.js';

/**
 * What was missed while nothing ran: of cycles every period is caught up, one after the other; of what tells how things
 * stand today, the last one stands for all.
 */
const catchesUp: Readonly<Record<ScheduleKind, 'each' | 'last'>> = {
  'start-cycle': 'each',
  'monthly-check': 'last',
  digest: 'last',
};

/**
 * The workers' loop, every second, in all of them: what is due gets its run and its job, and the schedule moves on to
 * its next time, in one transaction. Of two workers one gets the row; a period that has its run gets no second one.
 */
@Injectable()
export class StartDueSchedules {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: Reader,
    private readonly clock: Clock,
    private readonly plan: PlanSchedule,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  /** Gives how many runs were begun. */
  async execute(): Promise<number> {
    const now = await this.clock.now();
    await this.makeReady(now);
    const due = await this.reader.rows<{ id: string; administrationId: string }>(
      `select id, administration_id as "administrationId" from schedule
        where paused_at is null and next_due_at <= $1 order by next_due_at, id limit 100`,
      [now],
    );
    let begun = 0;
    for (const { id, administrationId } of due)
      begun += await this.unitOfWork.run(callOf(administrationId, now), (tx) => this.start(tx, id));
    return begun;
  }

  private async makeReady(now: Instant): Promise<void> {
    const without = await this.reader.rows<{ id: string }>(
      `select id from administration a
        where not exists (select from schedule s where s.administration_id = a.id and s.kind = 'digest')`,
    );
    for (const { id } of without) await this.plan.createReady(callOf(id, now));
  }

  private async start(tx: Transaction, id: string): Promise<number> {
    const schedules = tx.use(Schedules);
    const schedule = await schedules.takeDue(id);
    if (schedule === undefined) return 0;
    const calendar = await this.calendars.of(tx, tx.administrationId);
    const { due, next } = dueOf(schedule, tx.now, { calendar, zone: this.calendars.zone });
    const begun = await schedules.addRuns(
      id,
      due.map((one, index) => ({
        ...one,
        outcome: index === due.length - 1 ? 'waiting' : 'passed-over',
      })),
    );
    await schedules.save({ ...schedule, nextDueAt: next.dueAt, nextPeriod: next.periodKey });
    const last = due.at(-1)?.periodKey ?? '';
    if (!begun.includes(last)) return 0;
    tx.enqueue([job(runSchedule, `${id}/${last}`, { scheduleId: id, periodKey: last })]);
    return 1;
  }
}

/** What is due, the last of it to be run, and the next time after it. */
function dueOf(
  { kind, rule, nextDueAt, nextPeriod }: Schedule,
  now: Instant,
  surroundings: ScheduleSurroundings,
): { readonly due: readonly Occurrence[]; readonly next: Occurrence } {
  const due: Occurrence[] = [{ periodKey: nextPeriod, dueAt: nextDueAt }];
  let next = nextOccurrence(rule, nextDueAt, surroundings);
  while (catchesUp[kind] === 'last' && next.dueAt <= now) {
    due.push(next);
    next = nextOccurrence(rule, next.dueAt, surroundings);
  }
  return { due, next };
}

const callOf = (administrationId: string, now: Instant): Call => ({
  actor: { kind: 'system', id: 'scheduler', administrationId },
  now,
});
