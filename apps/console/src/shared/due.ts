import { formatDay } from '@nhip/contracts';
import type { Text } from '../i18n/use-text.js';

/**
 * `còn 2 ngày làm việc · 17/10/2022`. Working days are counted by the server, which has the calendar:
 * 0 is today, negative is overdue; undefined shows the day alone.
 */
export function describeDue(dueOn: string, workingDaysLeft: number | undefined, text: Text): string {
  const day = formatDay(dueOn);
  if (workingDaysLeft === undefined) return text('shell.due.on', { day });
  if (workingDaysLeft === 0) return `${text('shell.due.today')} · ${day}`;
  const key = workingDaysLeft > 0 ? 'shell.due.left' : 'shell.due.past';
  return `${text(key, { count: Math.abs(workingDaysLeft) })} · ${day}`;
}
