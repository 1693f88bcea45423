import type { AssignTasks as Command } from '@nhip/contracts';
import { assignTasks } from '@nhip/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { CALENDARS, type Calendars } from '../../calendar/index.js';
import { reaches, UnitOfWork, type Call, type Transaction } from '../../platform/index.js';
import { dayAt, DomainError, type Day } from '../../shared/index.js';
import { readTaskDeadline } from '../domain/task-deadline.js';
import { TaskOpener } from '../task-opener.js';

/**
 * Committee and secretariat assign one task to each of the units, within their reach, without a conclusion. Refused: a
 * cycle or finding that is none, and as TaskOpener says.
 */
@Injectable()
export class AssignTasks {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly opener: TaskOpener,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  execute(command: Command, call: Call): Promise<{ ids: string[] }> {
    return this.unitOfWork.run(call, (tx) => this.step(tx, command), { long: true });
  }

  private async step(tx: Transaction, input: Command): Promise<{ ids: string[] }> {
    const command = assignTasks.parse(input);
    if (!command.unitIds.every((id) => reaches(tx.actor, id))) throw new DomainError('FORBIDDEN');
    if (command.cycleId != null) await checkCycle(tx, command.cycleId);
    await checkFindings(tx, command.findingIds);
    const zone = this.calendars.zone;
    const calendar = await this.calendars.of(tx, tx.administrationId);
    const documentDay = (command.documentDay ?? dayAt(tx.now, zone)) as Day;
    const deadline = readTaskDeadline(command.deadline, { documentDay, calendar, zone });
    const ids = await this.opener.open(
      tx,
      [...new Set(command.unitIds)].map((unitId) => ({
        kind: 'directive' as const,
        title: command.title,
        body: command.body,
        product: command.product ?? null,
        responsibility: command.responsibility ?? null,
        source: { kind: 'direct' as const },
        cycleId: command.cycleId ?? null,
        unitId,
        coUnitIds: command.coUnitIds.filter((id) => id !== unitId || command.unitIds.length === 1),
        parentId: command.parentId ?? null,
        indicatorCodes: command.indicatorCodes,
        findingIds: command.findingIds,
        deadline,
      })),
    );
    return { ids };
  }
}

/** Review cycles stand above tasks: only whether there is one is asked here. */
async function checkCycle(tx: Transaction, id: string): Promise<void> {
  const [cycle] = await tx.rows('select from review_cycle where administration_id = $1 and id = $2', [
    tx.administrationId,
    id,
  ]);
  if (cycle === undefined) throw new DomainError('NOT_FOUND');
}

/** Findings stand above tasks too. */
async function checkFindings(tx: Transaction, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const known = await tx.rows('select from finding where administration_id = $1 and id = any($2::uuid[])', [
    tx.administrationId,
    ids,
  ]);
  if (known.length !== new Set(ids).size) throw new DomainError('NOT_FOUND');
}
