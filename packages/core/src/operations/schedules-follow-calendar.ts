import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import {
  CalendarFollowers,
  CALENDARS,
  type CalendarFollower,
  type Calendars,
  type DeadlineMove,
  type WorkingCalendar,
} from '../calendar/index.js';
import type { Transaction } from '../platform/index.js';
import { occurrenceAgain } from './domain/occurrences.js';
import { Schedules } from './persistence/schedules.repository.js';

/**
 * The next time of a schedule counts working days: it follows the calendar together with the deadlines. It is nobody's
 * deadline, so it is neither listed nor counted among them; its page shows when it runs next.
 */
@Injectable()
export class SchedulesFollowCalendar implements CalendarFollower, OnModuleInit {
  constructor(
    private readonly followers: CalendarFollowers,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  onModuleInit(): void {
    this.followers.add(this);
  }

  async find(): Promise<DeadlineMove[]> {
    return [];
  }

  async move(tx: Transaction, _before: WorkingCalendar, calendar: WorkingCalendar): Promise<number> {
    const schedules = tx.use(Schedules);
    for (const schedule of await schedules.listAheadForUpdate()) {
      const { rule, nextDueAt, nextPeriod } = schedule;
      const armed = { periodKey: nextPeriod, dueAt: nextDueAt };
      const next = occurrenceAgain(rule, armed, tx.now, { calendar, zone: this.calendars.zone });
      if (next.dueAt !== nextDueAt || next.periodKey !== nextPeriod)
        await schedules.save({ ...schedule, nextDueAt: next.dueAt, nextPeriod: next.periodKey });
    }
    return 0;
  }
}
