import type { Names } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '../platform/index.js';
import type { Day, Instant, Sql } from '../shared/index.js';
import type { WorkingCalendar } from './domain/working-calendar.js';

/** A deadline that means another day by a changed calendar. */
export interface DeadlineMove {
  readonly kind: 'task' | 'recommendation' | 'review-cycle';
  readonly id: string;
  readonly title: string;
  /** The unit that is to act, or the stage. */
  readonly of: Names | null;
  readonly phrase: string;
  readonly from: Day;
  readonly to: Day;
}

/** A feature whose deadlines follow the calendar: says which would move, and moves them when that is confirmed. */
export interface CalendarFollower {
  /** Those that would move now: what would mean a moment that is over stays. */
  find(
    sql: Sql,
    administrationId: string,
    before: WorkingCalendar,
    after: WorkingCalendar,
    now: Instant,
  ): Promise<DeadlineMove[]>;
  /** Gives how many were moved; those that were settled meanwhile stay. */
  move(tx: Transaction, before: WorkingCalendar, after: WorkingCalendar, reason: string): Promise<number>;
}

/** Filled by the features at start: the calendar knows nothing of those above it. */
@Injectable()
export class CalendarFollowers {
  private readonly followers: CalendarFollower[] = [];

  add(follower: CalendarFollower): void {
    this.followers.push(follower);
  }

  get all(): readonly CalendarFollower[] {
    return this.followers;
  }
}
