import type { CalendarPreview } from '@nhip/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { Reader, type Call } from '../../platform/index.js';
import { CalendarFollowers } from '../calendar-followers.js';
import { CALENDARS, type Calendars } from '../calendars.js';
import { daysAfter, wholeChange, type CalendarChange } from '../domain/calendar-change.js';
import { WorkingCalendar } from '../domain/working-calendar.js';
import { recordedDays } from '../recorded-days.js';

/** What a change of the calendar would do: days recorded, and deadlines that would move. Writes nothing. */
@Injectable()
export class PreviewCalendarChange {
  constructor(
    private readonly reader: Reader,
    private readonly followers: CalendarFollowers,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  async execute(
    wanted: CalendarChange,
    { actor: { administrationId }, now }: Call,
  ): Promise<CalendarPreview> {
    const recorded = await recordedDays(this.reader, administrationId);
    const change = wholeChange(wanted, recorded);
    const before = await this.calendars.of(this.reader, administrationId);
    const after = new WorkingCalendar('preview', daysAfter(recorded, change));
    const moves = [];
    for (const follower of this.followers.all)
      moves.push(...(await follower.find(this.reader, administrationId, before, after, now)));
    const own = new Map(recorded.filter((row) => row.own).map((row) => [row.day, row]));
    const changed =
      change.days.filter((row) => {
        const is = own.get(row.day);
        return (
          is === undefined ||
          is.kind !== row.kind ||
          is.name !== row.name ||
          (is.nameEn ?? undefined) !== row.nameEn ||
          is.confidence !== row.confidence ||
          (is.source ?? undefined) !== row.source
        );
      }).length + change.removed.filter((day) => own.has(day)).length;
    return { changed, moves };
  }
}
