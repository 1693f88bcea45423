import type { Sql } from '../shared/index.js';
import type { WorkingCalendar } from './domain/working-calendar.js';

/** The working calendar of an administration, and the zone its days are counted in. */
export interface Calendars {
  readonly zone: string;
  of(sql: Sql, administrationId: string): Promise<WorkingCalendar>;
}

export const CALENDARS = Symbol('CALENDARS');
