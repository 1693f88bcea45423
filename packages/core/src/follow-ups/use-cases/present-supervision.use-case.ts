import { Inject, Injectable } from '@nestjs/common';
import { CALENDARS, type Calendars } from '../../calendar/index.js';
import { notify } from '../../notices/index.js';
import { UnitOfWork, type Call, type Transaction } from '../../platform/index.js';
import { dayAt, DomainError, type Day } from '../../shared/index.js';
import { openSupervisionOf, recordSupervision } from '../own-supervision.js';
import { Supervisions, type Supervision } from '../persistence/supervisions.repository.js';

interface Command {
  readonly id: string;
  readonly revision?: number | undefined;
  readonly presentedOn?: string | undefined;
  readonly presentedTo: string;
  readonly reason?: string | undefined;
}

/**
 * The team presents what it collected to the council: the supervision changes no more, its requirements and
 * recommendations are followed on. Refused as openSupervisionOf says; a day before the session or to come.
 */
@Injectable()
export class PresentSupervision {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  execute(command: Command, call: Call): Promise<{ revision: number }> {
    return this.unitOfWork.run(call, (tx) => this.step(tx, command));
  }

  private async step(tx: Transaction, command: Command): Promise<{ revision: number }> {
    const before = await openSupervisionOf(tx, command.id, command.revision);
    const today = dayAt(tx.now, this.calendars.zone);
    const presentedOn = (command.presentedOn ?? today) as Day;
    if (presentedOn < before.heldOn || presentedOn > today)
      throw new DomainError('CONCLUSION_DATE_WRONG', { issuedOn: presentedOn, heldOn: before.heldOn });
    const after: Supervision = {
      ...before,
      state: 'presented',
      presentedOn,
      presentedTo: command.presentedTo,
      revision: before.revision + 1,
    };
    await tx.use(Supervisions).save(after);
    recordSupervision(tx, 'supervision.presented', after, { before, reason: command.reason });
    await notify(
      tx,
      [
        { role: ['unit-leader', 'unit-officer'], unitIds: [...after.unitIds] } as const,
        { role: 'committee' } as const,
      ].map((to) => ({
        to,
        kind: 'supervision.presented' as const,
        params: { title: after.title, presentedTo: command.presentedTo },
        link: `/supervisions/${after.id}/show`,
      })),
    );
    return { revision: after.revision };
  }
}
