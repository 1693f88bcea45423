import type { ScheduleRule } from '@nhip/contracts';
import type { Text } from '../../i18n/use-text.js';

/** When a schedule runs, in words. */
export const describeRule = ({ every, workingDay, at }: ScheduleRule, text: Text): string =>
  every === 'working-day'
    ? text('resources.operations.schedules.every.working-day', { at })
    : text(`resources.operations.schedules.every.${every}`, { at, n: workingDay });
