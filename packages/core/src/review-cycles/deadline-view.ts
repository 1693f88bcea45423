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
  const today = dayAt(now, zone);
  const ahead = deadline.on >= today;
  const days = ahead
    ? calendar.countWorkingDays(today, deadline.on)
    : -calendar.countWorkingDays(deadline.on, today);
  const counted = ahead
    ? days - (calendar.isWorkingDay(today) ? 1 : 0)
    : days + (calendar.isWorkingDay(deadline.on) ? 1 : 0);
  return {
    ...deadline,
    phrase: phrase ?? null,
    workingDaysLeft: counted === 0 ? 0 : counted,
    overdue: now >= deadline.at,
  };
}
