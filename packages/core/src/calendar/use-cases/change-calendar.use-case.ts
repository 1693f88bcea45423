import type { ChangeCalendarCommand } from '@nhip/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { UnitOfWork, type Call, type Transaction } from '../../platform/index.js';
import { DomainError } from '../../shared/index.js';
import { CalendarFollowers } from '../calendar-followers.js';
import { CALENDARS, type Calendars } from '../calendars.js';
import { wholeChange, type CalendarChange } from '../domain/calendar-change.js';
import { recordedDays } from '../recorded-days.js';
import { recordDaysOff } from './record-days-off.use-case.js';

type Command = CalendarChange &
  Pick<ChangeCalendarCommand, 'reason' | 'moveDeadlines'> & { readonly revision: number };

/**
 * An administrator changes the calendar of the administration: days become new versions, earlier ones stay readable.
 * Deadlines move to the days they mean by the new calendar only where that was confirmed; each with its own history and
 * notice. Refused where somebody changed the calendar since (REVISION_CONFLICT).
 */
@Injectable()
export class ChangeCalendar {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly followers: CalendarFollowers,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  execute(command: Command, call: Call): Promise<{ changed: number; moved: number; revision: number }> {
    return this.unitOfWork.run(call, (tx) => this.step(tx, command), { long: true });
  }

  private async step(tx: Transaction, { reason, moveDeadlines, revision, ...wanted }: Command) {
    const { administrationId } = tx;
    await tx.rows(
      'insert into calendar (administration_id, revision) values ($1, 0) on conflict (administration_id) do nothing',
      [administrationId],
    );
    const [held] = await tx.rows<{ revision: number }>(
      'select revision from calendar where administration_id = $1 for update',
      [administrationId],
    );
    const current = held?.revision ?? 0;
    if (current !== revision) throw new DomainError('REVISION_CONFLICT', { expected: revision, current });
    const before = await this.calendars.of(tx, administrationId);
    const change = wholeChange(wanted, await recordedDays(tx, administrationId));
    const { recorded } = await recordDaysOff(tx, change.days, reason, change.removed);
    let moved = 0;
    if (moveDeadlines) {
      const after = await this.calendars.of(tx, administrationId);
      for (const follower of this.followers.all) moved += await follower.move(tx, before, after, reason);
    }
    return { changed: recorded, moved, revision: current + (recorded > 0 ? 1 : 0) };
  }
}
