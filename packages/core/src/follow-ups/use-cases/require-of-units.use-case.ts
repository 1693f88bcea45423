import { requireOfUnits, type RequireOfUnits as Command } from '@nhip/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { CALENDARS, type Calendars } from '../../calendar/index.js';
import { UnitOfWork, type Call } from '../../platform/index.js';
import { readTaskDeadline, TaskOpener } from '../../tasks/index.js';
import { openSupervisionOf } from '../own-supervision.js';
import { unitsMeant } from '../units-of-supervision.js';

/** The team requires something of supervised units: a task each, that only the team may judge or end. */
@Injectable()
export class RequireOfUnits {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly opener: TaskOpener,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  execute(
    { id, requirement }: { readonly id: string; readonly requirement: Command },
    call: Call,
  ): Promise<{ ids: string[] }> {
    return this.unitOfWork.run(call, async (tx) => {
      const supervision = await openSupervisionOf(tx, id);
      const given = requireOfUnits.parse(requirement);
      const deadline = readTaskDeadline(given.deadline, {
        documentDay: supervision.heldOn,
        calendar: await this.calendars.of(tx, tx.administrationId),
        zone: this.calendars.zone,
      });
      const ids = await this.opener.open(
        tx,
        unitsMeant(supervision, given.unitIds).map((unitId) => ({
          kind: 'requirement',
          title: given.title,
          body: given.body,
          product: given.product ?? null,
          responsibility: given.responsibility ?? null,
          source: { kind: 'supervision', id },
          unitId,
          deadline,
          illustrative: supervision.illustrative,
        })),
      );
      return { ids };
    });
  }
}
