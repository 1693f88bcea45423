import type { CalendarYear } from '@nhip/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { Reader, type Actor } from '../../platform/index.js';
import { dayOf } from '../../shared/index.js';
import { CALENDARS, type Calendars } from '../calendars.js';
import { isDayOff } from '../domain/calendar-day.js';
import { recordedDays } from '../recorded-days.js';

/** The days of a year on which the calendar says something else than Monday to Friday, and where that is from. */
@Injectable()
export class GetCalendarYear {
  constructor(
    private readonly reader: Reader,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  async execute(
    { year }: { readonly year: number },
    { administrationId }: Pick<Actor, 'administrationId'>,
  ): Promise<CalendarYear> {
    const calendar = await this.calendars.of(this.reader, administrationId);
    const recorded = await recordedDays(this.reader, administrationId);
    const own = new Set(recorded.filter((row) => row.own).map(({ day }) => day));
    const [state] = await this.reader.rows<{ revision: number }>(
      'select revision from calendar where administration_id = $1',
      [administrationId],
    );
    const days = calendar.daysOf(year);
    return {
      year,
      provisional: calendar.provisional(year),
      revision: state?.revision ?? 0,
      statutoryDays: days.filter(({ kind }) => kind === 'statutory').length,
      workingDays: calendar.countWorkingDays(dayOf(year, 1, 1), dayOf(year, 12, 31)),
      days: days.map((row) => ({
        day: row.day,
        kind: row.kind,
        name: row.name,
        nameEn: row.nameEn ?? null,
        confidence: row.confidence,
        source: row.source ?? null,
        own: own.has(row.day),
        off: isDayOff(row),
      })),
    };
  }
}
