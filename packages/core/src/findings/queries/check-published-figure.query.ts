import {
  publishedNames,
  type CheckPublishedFigure as Question,
  type PublishedFigureAnswer,
} from '@nhip/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { CALENDARS, type Calendars } from '../../calendar/index.js';
import { Reader, type UserActor } from '../../platform/index.js';
import { day, daysBetween, FieldFaults, Ratio } from '../../shared/index.js';
import { checkPublished, type Days } from '../domain/published/check-published.js';
import { faultsOf } from '../domain/published/read-question.js';

/**
 * What a published value can have meant. Reads nothing but the administration's calendar, for averages a day;
 * refuses numbers that cannot be read, each with its place.
 */
@Injectable()
export class CheckPublishedFigure {
  constructor(
    private readonly reader: Reader,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  async execute(
    question: Question,
    actor: Pick<UserActor, 'administrationId'>,
  ): Promise<PublishedFigureAnswer> {
    const faults = faultsOf(question);
    if (faults.length > 0) throw new FieldFaults(faults);
    return checkPublished(question, await this.daysOf(question, actor.administrationId));
  }

  private async daysOf({ kind, period }: Question, administrationId: string): Promise<Days> {
    if (kind !== 'average' || period === undefined) return [];
    const calendar = await this.calendars.of(this.reader, administrationId);
    const [start, end] = [day(period.start), day(period.end)];
    return [
      { name: publishedNames.workingDays, count: Ratio.of(calendar.countWorkingDays(start, end)) },
      { name: publishedNames.calendarDays, count: Ratio.of(daysBetween(start, end) + 1) },
    ];
  }
}
