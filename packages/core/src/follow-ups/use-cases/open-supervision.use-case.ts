import { openSupervision, type OpenSupervision as Command } from '@nhip/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { CALENDARS, type Calendars } from '../../calendar/index.js';
import { UnitOfWork, type Call, type Transaction } from '../../platform/index.js';
import { dayAt, DomainError, type Day } from '../../shared/index.js';
import { checkTeam } from '../check-team.js';
import { recordSupervision } from '../own-supervision.js';
import { Supervisions, type Supervision } from '../persistence/supervisions.repository.js';
import { checkedUnits } from '../units-of-supervision.js';

/**
 * An auditor opens a supervision of one or more units and is of its team. A period that ends after the session is accepted and
 * flagged when read. Refused: a period that ends before it begins, a unit that is none, members who are no auditors.
 */
@Injectable()
export class OpenSupervision {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  execute(command: Command, call: Call): Promise<{ id: string; revision: number }> {
    return this.unitOfWork.run(call, (tx) => this.step(tx, command));
  }

  private async step(tx: Transaction, input: Command): Promise<{ id: string; revision: number }> {
    const command = openSupervision.parse(input);
    if (tx.actor.kind === 'user' && tx.actor.role !== 'auditor') throw new DomainError('FORBIDDEN');
    const opener = tx.actor.kind === 'user' ? [tx.actor.id] : [];
    const memberIds = [...new Set([...opener, ...command.memberIds])];
    await checkTeam(tx, memberIds, dayAt(tx.now, this.calendars.zone), opener);
    if (command.periodEnd < command.periodStart) throw new DomainError('SUPERVISION_PERIOD');
    const supervision: Supervision = {
      id: tx.ids.next(),
      title: command.title,
      number: command.number ?? null,
      unitIds: await checkedUnits(tx, command.unitIds),
      chair: command.chair ?? null,
      chairPosition: command.chairPosition ?? null,
      heldOn: command.heldOn as Day,
      place: command.place ?? null,
      periodStart: command.periodStart as Day,
      periodEnd: command.periodEnd as Day,
      figures: command.figures.map(({ text, citation }) => ({ text, citation: citation ?? null })),
      summary: command.summary,
      memberIds,
      illustrative: false,
      state: 'open',
      presentedOn: null,
      presentedTo: null,
      createdAt: tx.now,
      revision: 1,
    };
    await tx.use(Supervisions).insert(supervision);
    recordSupervision(tx, 'supervision.opened', supervision);
    return { id: supervision.id, revision: 1 };
  }
}
