import type { HistoryEntry } from '../history/index.js';
import { changedFields } from '../history/index.js';
import type { Schedule } from './persistence/schedules.repository.js';

/** A schedule as history keeps it; when it runs next is no decision of anybody. */
export const scheduleRecord = ({ kind, names, rule, startCycle, pausedAt }: Schedule): object => ({
  kind,
  names,
  rule,
  startCycle,
  pausedAt,
});

export function scheduleEntry(
  schedule: Schedule,
  action: string,
  told: { readonly reason?: string | undefined; readonly earlier?: Schedule; readonly more?: object } = {},
): HistoryEntry {
  const after = { ...scheduleRecord(schedule), ...told.more };
  return {
    stream: 'operations',
    subject: { kind: 'schedule', id: schedule.id },
    revision: schedule.revision,
    action,
    reason: told.reason,
    ...(told.earlier && { before: changedFields(scheduleRecord(told.earlier), after) }),
    after,
  };
}
