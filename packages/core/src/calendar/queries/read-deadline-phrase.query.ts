import type { DeadlineReadingView, ReadDeadlineQuery } from '@nhip/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { Reader, type Actor } from '../../platform/index.js';
import { dayAt, type Day, type Instant } from '../../shared/index.js';
import { CALENDARS, type Calendars } from '../calendars.js';
import { readDeadline } from '../domain/deadline-phrase.js';

/** What a deadline phrase means in the caller's calendar, shown while it is being typed. */
@Injectable()
export class ReadDeadlinePhrase {
  constructor(
    private readonly reader: Reader,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  async execute(
    { phrase, documentDay }: ReadDeadlineQuery,
    caller: Pick<Actor, 'administrationId'>,
    now: Instant,
  ): Promise<DeadlineReadingView> {
    const { zone } = this.calendars;
    const calendar = await this.calendars.of(this.reader, caller.administrationId);
    const day = (documentDay as Day | undefined) ?? dayAt(now, zone);
    const reading = readDeadline(phrase, { documentDay: day, calendar, zone });
    return { ...reading, warnings: [...reading.warnings] };
  }
}
