import type { DeadlineReadingView } from '@nhip/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { CALENDARS, readDeadline, type Calendars } from '../../calendar/index.js';
import { Reader, type Actor } from '../../platform/index.js';
import { dayAt, type Day, type Instant } from '../../shared/index.js';

/** What a deadline phrase means, read as one types; from today where the document has no day yet. */
@Injectable()
export class ReadDeadlinePhrase {
  constructor(
    private readonly reader: Reader,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  async execute(
    { phrase, documentDay }: { readonly phrase: string; readonly documentDay?: string | undefined },
    caller: Pick<Actor, 'administrationId'>,
    now: Instant,
  ): Promise<DeadlineReadingView> {
    const zone = this.calendars.zone;
    const reading = readDeadline(phrase, {
      documentDay: (documentDay ?? dayAt(now, zone)) as Day,
      calendar: await this.calendars.of(this.reader, caller.administrationId),
      zone,
    });
    return { ...reading, rule: { ...reading.rule }, warnings: [...reading.warnings] };
  }
}
