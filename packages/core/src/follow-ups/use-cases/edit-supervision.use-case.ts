import type { EditSupervision as Edit } from '@nhip/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { CALENDARS, type Calendars } from '../../calendar/index.js';
import { UnitOfWork, type Call, type Transaction } from '../../platform/index.js';
import { dayAt, DomainError } from '../../shared/index.js';
import { checkTeam } from '../check-team.js';
import { openSupervisionOf, recordSupervision } from '../own-supervision.js';
import { Supervisions, type Supervision } from '../persistence/supervisions.repository.js';
import { checkedUnits } from '../units-of-supervision.js';

/** The team edits its supervision while it is open. Refused as OpenSupervision, and as openSupervisionOf says. */
@Injectable()
export class EditSupervision {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  execute(
    { id, revision, edit }: { readonly id: string; readonly revision?: number; readonly edit: Edit },
    call: Call,
  ): Promise<{ revision: number }> {
    return this.unitOfWork.run(call, (tx) => this.step(tx, id, revision, edit));
  }

  private async step(
    tx: Transaction,
    id: string,
    revision: number | undefined,
    { reason, figures, memberIds, unitIds, ...given }: Edit,
  ): Promise<{ revision: number }> {
    const before = await openSupervisionOf(tx, id, revision);
    if (memberIds !== undefined)
      await checkTeam(tx, memberIds, dayAt(tx.now, this.calendars.zone), before.memberIds);
    const after: Supervision = {
      ...before,
      ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
      unitIds: unitIds === undefined ? before.unitIds : await checkedUnits(tx, unitIds),
      figures: figures?.map(({ text, citation }) => ({ text, citation: citation ?? null })) ?? before.figures,
      memberIds: memberIds === undefined ? before.memberIds : [...new Set(memberIds)],
      revision: before.revision + 1,
    };
    if (after.periodEnd < after.periodStart) throw new DomainError('SUPERVISION_PERIOD');
    await tx.use(Supervisions).save(after);
    recordSupervision(tx, 'supervision.edited', after, { before, reason });
    return { revision: after.revision };
  }
}
