import { Inject, Injectable } from '@nestjs/common';
import { INSTALLATION, TIME_ZONE } from '../platform/index.js';
import type { Sql } from '../shared/index.js';
import type { Calendars } from './calendars.js';
import type { CalendarDay } from './domain/calendar-day.js';
import { WorkingCalendar } from './domain/working-calendar.js';

/** Reads the calendar again only when a day was recorded since: one cheap statement a command. */
@Injectable()
export class StoredCalendars implements Calendars {
  private readonly known = new Map<string, { readonly stamp: string; readonly calendar: WorkingCalendar }>();

  constructor(@Inject(TIME_ZONE) readonly zone: string) {}

  async of(sql: Sql, administrationId: string): Promise<WorkingCalendar> {
    const owners = [INSTALLATION, administrationId];
    const [row] = await sql.rows<{ stamp: string }>(
      `select count(*) || '@' || coalesce(max(greatest(recorded_at, superseded_at))::text, '') as stamp
         from calendar_day where administration_id = any($1::uuid[])`,
      [owners],
    );
    const stamp = row?.stamp ?? '';
    const known = this.known.get(administrationId);
    if (known?.stamp === stamp) return known.calendar;
    const days = await sql.rows<CalendarDay>(
      `select distinct on (day) day, kind, name, name_en as "nameEn", confidence, source from calendar_day
        where administration_id = any($1::uuid[]) and superseded_at is null
        order by day, administration_id = $2 desc`,
      [owners, administrationId],
    );
    const calendar = new WorkingCalendar(stamp, days);
    this.known.set(administrationId, { stamp, calendar });
    return calendar;
  }
}
