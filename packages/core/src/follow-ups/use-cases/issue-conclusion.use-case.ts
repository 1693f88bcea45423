import type { IssuedConclusion } from '@nhip/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { CALENDARS, type Calendars } from '../../calendar/index.js';
import { notify } from '../../notices/index.js';
import { UnitOfWork, type Call, type Transaction } from '../../platform/index.js';
import { dayAt, DomainError, type Day } from '../../shared/index.js';
import { TaskOpener, type NewTask } from '../../tasks/index.js';
import { CycleConclusion } from '../cycle-conclusion.js';
import { lockDraft } from '../lock-draft.js';
import { Conclusions, type Conclusion, type ConclusionItem } from '../persistence/conclusions.repository.js';
import { plannedTasks, type PlannedTask } from '../planned-tasks.js';
import { recordConclusion } from '../record-conclusion.js';

export interface IssueConclusionCommand {
  readonly id: string;
  readonly revision?: number | undefined;
  readonly number: string;
  readonly issuedOn?: string | undefined;
  readonly reason?: string | undefined;
}

/**
 * The committee issues a conclusion: it never changes again, every item becomes its tasks at once, and the cycle moves
 * on, its stage of explanations ending with the last of their deadlines. Refused whole: no items, an item whose work
 * is nobody's, an explanation without a day, a deadline that is over, a day of issue before the session or to come,
 * a cycle that is not at its conference.
 */
@Injectable()
export class IssueConclusion {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly opener: TaskOpener,
    private readonly cycles: CycleConclusion,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  execute(command: IssueConclusionCommand, call: Call): Promise<IssuedConclusion> {
    return this.unitOfWork.run(call, (tx) => this.step(tx, command), { long: true });
  }

  async step(tx: Transaction, command: IssueConclusionCommand): Promise<IssuedConclusion> {
    if (tx.actor.kind === 'user' && tx.actor.role !== 'committee') throw new DomainError('FORBIDDEN');
    const before = await lockDraft(tx, command.id, command.revision);
    const today = dayAt(tx.now, this.calendars.zone);
    const conclusion: Conclusion = {
      ...before.conclusion,
      state: 'issued',
      number: command.number,
      issuedOn: (command.issuedOn ?? today) as Day,
      issuedAt: tx.now,
      revision: before.conclusion.revision + 1,
    };
    checkDates(conclusion, today);
    checkItems(tx, before.items);
    const planned = await plannedTasks(tx, tx.administrationId, conclusion, before.items);
    const taskIds = await this.opener.open(
      tx,
      planned.map((task) => taskOf(task, conclusion)),
      command.reason,
    );
    await tx.use(Conclusions).save(conclusion);
    const explanations = planned.filter(({ item }) => item.kind === 'explanation');
    recordConclusion(
      tx,
      'conclusion.issued',
      { conclusion, items: before.items },
      { before, reason: command.reason, outcome: { taskIds } },
    );
    if (conclusion.cycleId !== null)
      await this.cycles.conclude(
        tx,
        conclusion.cycleId,
        explanations.map(({ item }) => item),
        command.reason,
      );
    await notify(tx, [
      {
        to: { role: ['secretariat', 'auditor'] },
        kind: 'conclusion.issued',
        params: { title: conclusion.title, tasks: taskIds.length },
        link: `/conclusions/${conclusion.id}/show`,
      },
    ]);
    return {
      id: conclusion.id,
      revision: conclusion.revision,
      tasks: taskIds.length,
      explanations: explanations.length,
    };
  }
}

function checkDates({ heldOn, issuedOn }: Conclusion, today: Day): void {
  if (issuedOn === null || issuedOn < heldOn || issuedOn > today)
    throw new DomainError('CONCLUSION_DATE_WRONG', { issuedOn, heldOn });
}

function checkItems(tx: Transaction, items: readonly ConclusionItem[]): void {
  if (items.length === 0) throw new DomainError('CONCLUSION_EMPTY');
  for (const { number, kind, assignees, dueOn, dueAt } of items) {
    if (kind === 'information') continue;
    if ('unitIds' in assignees && assignees.unitIds.length === 0)
      throw new DomainError('CONCLUSION_ITEM_WITHOUT_UNITS', { number });
    if (kind === 'explanation' && dueAt === null)
      throw new DomainError('CONCLUSION_ITEM_DEADLINE', { number });
    if (dueAt !== null && dueAt <= tx.now) throw new DomainError('CONCLUSION_ITEM_PAST', { number, dueOn });
  }
}

const taskOf = ({ item, unitId, explains }: PlannedTask, conclusion: Conclusion): NewTask => ({
  kind: item.kind === 'explanation' ? 'explanation' : 'directive',
  title: item.title,
  body: item.text,
  product: item.product,
  responsibility: item.responsibility,
  source: { kind: 'conclusion', id: item.id },
  cycleId: conclusion.cycleId,
  indicatorCodes:
    explains.length > 0 ? [...new Set(explains.map(({ indicator }) => indicator))] : item.indicatorCodes,
  explains,
  unitId,
  coUnitIds: item.coUnitIds.filter((id) => id !== unitId),
  deadline: {
    phrase: item.phrase,
    reading: item.reading,
    due: item.dueOn && item.dueAt ? { on: item.dueOn, at: item.dueAt } : null,
    recurrence:
      item.dueOn !== null
        ? null
        : (item.reading?.recurrence ?? (item.kind === 'recurring' ? 'ongoing' : null)),
  },
  illustrative: item.illustrative || conclusion.illustrative,
});
