import { askReports, type AskReports as Command } from '@nhip/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { CALENDARS, type Calendars } from '../../calendar/index.js';
import { UnitOfWork, type Call, type Transaction } from '../../platform/index.js';
import { dayAt, DomainError } from '../../shared/index.js';
import { readTaskDeadline, TaskOpener } from '../../tasks/index.js';
import { openSupervisionOf } from '../own-supervision.js';
import { unitsMeant } from '../units-of-supervision.js';

/**
 * The team asks supervised units for their reports: a task each, which is reminded, urged, handed in and judged as a
 * requirement is. A unit is asked once, until its task is withdrawn. Refused: units of another supervision, and when
 * all of them were asked (SUPERVISION_REPORT_ASKED).
 */
@Injectable()
export class AskReports {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly opener: TaskOpener,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  execute(
    { id, command }: { readonly id: string; readonly command: Command },
    call: Call,
  ): Promise<{ ids: string[] }> {
    return this.unitOfWork.run(call, (tx) => this.step(tx, id, command));
  }

  private async step(tx: Transaction, id: string, input: Command): Promise<{ ids: string[] }> {
    const supervision = await openSupervisionOf(tx, id);
    const { unitIds, title, outline, deadline } = askReports.parse(input);
    const asked = await this.unitsAsked(tx, id);
    const meant = unitsMeant(supervision, unitIds).filter((unitId) => !asked.has(unitId));
    if (meant.length === 0) throw new DomainError('SUPERVISION_REPORT_ASKED');
    const read = readTaskDeadline(deadline, {
      documentDay: dayAt(tx.now, this.calendars.zone),
      calendar: await this.calendars.of(tx, tx.administrationId),
      zone: this.calendars.zone,
    });
    const ids = await this.opener.open(
      tx,
      meant.map((unitId) => ({
        kind: 'requirement',
        title,
        body: outline,
        source: { kind: 'supervision', id },
        unitId,
        deadline: read,
        illustrative: supervision.illustrative,
      })),
    );
    await tx.rows(
      `insert into supervision_report (administration_id, supervision_id, task_id)
       select $1, $2, task_id from unnest($3::uuid[]) as task_id`,
      [tx.administrationId, id, ids],
    );
    return { ids };
  }

  private async unitsAsked(tx: Transaction, id: string): Promise<ReadonlySet<string>> {
    const rows = await tx.rows<{ unitId: string }>(
      `select t.unit_id as "unitId" from supervision_report r
         join task t on t.administration_id = r.administration_id and t.id = r.task_id
         join procedure_instance i on i.administration_id = r.administration_id and i.id = r.task_id
        where r.administration_id = $1 and r.supervision_id = $2 and i.state not in ('withdrawn', 'cancelled')`,
      [tx.administrationId, id],
    );
    return new Set(rows.map(({ unitId }) => unitId));
  }
}
