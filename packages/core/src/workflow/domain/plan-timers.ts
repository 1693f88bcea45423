import type { ProcedureDefinition } from '@nhip/contracts';
import { instantAt, type Day, type Instant } from '../../shared/index.js';

/** A deadline of an instance: the last day, and the exclusive instant after it (on time means before `at`). */
export interface Deadline {
  readonly on: Day;
  readonly at: Instant;
}
export type Deadlines = Readonly<Record<string, Deadline>>;

export interface PlannedTimer {
  readonly name: string;
  readonly event: string;
  readonly dueAt: Instant;
}

/** The part of a working calendar that timers need. */
export interface TimerCalendar {
  addWorkingDays(day: Day, days: number): Day;
}

/**
 * The timers a state asks for, with those whose moment has passed: what is armed of them says the engine, which skips
 * moments of before the instance came into the state, so that a short task gets no reminder of last week.
 */
export function planTimers(
  definition: ProcedureDefinition,
  state: string,
  deadlines: Deadlines,
  calendar: TimerCalendar,
  zone: string,
): PlannedTimer[] {
  return Object.entries(definition.states[state]?.timers ?? {}).flatMap(([name, timer]) => {
    const deadline = deadlines[timer.from];
    if (deadline === undefined) return [];
    const dueAt =
      timer.workingDays === 0
        ? deadline.at
        : instantAt(calendar.addWorkingDays(deadline.on, timer.workingDays), timer.at, zone);
    return [{ name, event: timer.event, dueAt }];
  });
}
