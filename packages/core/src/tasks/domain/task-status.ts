import type { OfficialClass, TaskItem, WorkingLabel } from '@nhip/contracts';
import { addDays, dayAt, type Day, type Instant } from '../../shared/index.js';

export type TaskStatus = TaskItem['status'];

/** What a status is derived from: the work state and the deadline; the clock comes beside it. */
export interface Standing {
  readonly state: string;
  readonly dueOn: Day | null;
  /** Exclusive end of the deadline. */
  readonly dueAt: Instant | null;
  /** When the answer or report now under judgement, or accepted, was handed in. */
  readonly handedInAt: Instant | null;
}

/** The part of a working calendar that counts what is left. */
export interface StatusCalendar {
  countWorkingDays(from: Day, to: Day): number;
}

/** From here on an open task counts as due soon: the last of the usual reminders. */
export const DUE_SOON_WORKING_DAYS = 3;

const outside = ['suspended', 'cancelled', 'withdrawn'] as const;
type Outside = (typeof outside)[number];
const isOutside = (state: string): state is Outside => (outside as readonly string[]).includes(state);

/**
 * Work state × clock. The deadline's state is never stored: what was handed in before `dueAt` is in time whatever
 * happens later, and everything else becomes overdue by itself. Without a deadline nothing can be late. The four
 * official classes are those of the national table of assigned tasks (done or open, in time or late).
 */
export function taskStatus(
  standing: Standing,
  now: Instant,
  calendar: StatusCalendar,
  zone: string,
): TaskStatus {
  const { state, dueOn, dueAt, handedInAt } = standing;
  const today = dayAt(now, zone);
  const workingDaysLeft = dueOn && daysLeft(today, dueOn, calendar);
  if (isOutside(state)) return { deadline: 'none', official: 'outside', working: state, workingDaysLeft };
  const late = dueAt !== null && (handedInAt ?? now) >= dueAt;
  return {
    deadline: deadlineState(late, today, standing, workingDaysLeft),
    official: officialClass(state, late),
    working: workingLabel(standing, late, workingDaysLeft, zone),
    workingDaysLeft,
  };
}

function deadlineState(
  late: boolean,
  today: Day,
  { dueOn, handedInAt }: Standing,
  left: number | null,
): TaskStatus['deadline'] {
  if (dueOn === null || left === null) return 'none';
  if (late) return 'overdue';
  if (handedInAt !== null) return 'on-track';
  if (dueOn <= today) return 'due-today';
  return left <= DUE_SOON_WORKING_DAYS ? 'due-soon' : 'on-track';
}

function officialClass(state: string, late: boolean): OfficialClass {
  if (state === 'accepted') return late ? 'done-late' : 'done-on-time';
  return late || state === 'unanswered' ? 'open-overdue' : 'open-in-time';
}

/** States whose label is the same whatever the clock says. */
const byState: Readonly<Record<string, WorkingLabel>> = {
  prepared: 'awaiting-approval',
  answered: 'awaiting-acceptance',
  reported: 'awaiting-acceptance',
  returned: 'returned',
  'partly-done': 'partly-done',
  unanswered: 'unanswered',
};

/** States of work not begun, as long as they are in time. */
const notBegun: Readonly<Record<string, WorkingLabel>> = { assigned: 'assigned', received: 'received' };

function workingLabel(
  { state, dueOn, handedInAt }: Standing,
  late: boolean,
  left: number | null,
  zone: string,
): WorkingLabel {
  if (state === 'accepted') {
    if (dueOn === null || handedInAt === null) return 'done';
    if (late) return 'done-late';
    return dayAt(handedInAt, zone) < dueOn ? 'done-early' : 'done-on-time';
  }
  const fixed = byState[state];
  if (fixed !== undefined) return fixed;
  if (late) return 'overdue';
  const waiting = notBegun[state];
  if (waiting !== undefined) return waiting;
  if (left === null) return 'without-deadline';
  return left <= DUE_SOON_WORKING_DAYS ? 'due-soon' : 'in-progress';
}

/** Working days after today up to the last day, 0 on it; negative: working days since. */
function daysLeft(today: Day, dueOn: Day, calendar: StatusCalendar): number {
  if (dueOn >= today) return calendar.countWorkingDays(addDays(today, 1), dueOn);
  const over = calendar.countWorkingDays(addDays(dueOn, 1), today);
  return over === 0 ? 0 : -over;
}
