import type { DeadlineView } from '@nhip/contracts';
import type { WorkingCalendar } from '../calendar/index.js';
import { dayAt, type Instant } from '../shared/index.js';
import type { Deadline } from '../workflow/index.js';

/** A deadline as people read it: the day, its words, and how many working days are left. */
export function deadlineView(
  deadline: Deadline | undefined,
  phrase: string | null | undefined,
  calendar: WorkingCalendar,
  now: Instant,
  zone: string,
): DeadlineView | null {
  if (deadline === undefined) return null;
  return {
    ...deadline,
    phrase: phrase ?? null,
    workingDaysLeft: calendar.workingDaysUntil(deadline.on, dayAt(now, zone)),
    overdue: now >= deadline.at,
  };
}
