import type { Names, ReviewCycleItem } from '@nhip/contracts';
import type { WorkingCalendar } from '../../calendar/index.js';
import type { Instant, Period } from '../../shared/index.js';
import type { Deadlines } from '../../workflow/index.js';
import { deadlineView } from '../deadline-view.js';
import type { StageWords } from '../domain/stage-deadline.js';

/** Over review_cycle c, procedure_instance i and its state st. */
export const itemColumns = `c.id, c.code, c.names, c.period, c.stages, c.illustrative, i.state, i.deadlines, i.revision,
  st.names as "stateNames",
  (select count(*)::int from cycle_participant p
    where p.administration_id = c.administration_id and p.cycle_id = c.id and p.status = 'active') as participants`;

/** Which cycles c a reader sees: all, or (`units` is a parameter) those launched in which some of these units take part. */
export const seenBy = (units: string): string => `(${units}::uuid[] is null or (c.launched_at is not null
  and exists (select from cycle_participant p
    where p.administration_id = c.administration_id and p.cycle_id = c.id and p.unit_id = any(${units}))))`;

export interface CycleRow {
  readonly id: string;
  readonly code: string;
  readonly names: Names;
  readonly period: Period;
  readonly stages: Readonly<Record<string, StageWords>>;
  readonly illustrative: boolean;
  readonly state: string;
  readonly stateNames: Names;
  readonly deadlines: Deadlines;
  readonly revision: number;
  readonly participants: number;
}

export function toItem(
  row: CycleRow,
  calendar: WorkingCalendar,
  now: Instant,
  zone: string,
): ReviewCycleItem {
  const { id, code, names, period, state, stateNames, participants, illustrative, revision } = row;
  const deadline = deadlineView(row.deadlines[state], row.stages[state]?.phrase, calendar, now, zone);
  return { id, code, names, period, state, stateNames, deadline, participants, illustrative, revision };
}
