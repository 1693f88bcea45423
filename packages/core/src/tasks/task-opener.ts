import type { ExplainedResult, NoticeKind, TaskKind } from '@nhip/contracts';
import { CALENDARS, type Calendars } from '../calendar/index.js';
import { Inject, Injectable } from '@nestjs/common';
import { notify } from '../notices/index.js';
import type { Transaction } from '../platform/index.js';
import { dayAt, DomainError } from '../shared/index.js';
import { Procedures, Registries, WorkflowEngine, type Deadlines } from '../workflow/index.js';
import { nextCheck, withoutDeadline, type TaskDeadline } from './domain/task-deadline.js';
import { parentsOf, withinParent } from './open-within-parent.js';
import { Tasks, type Task } from './persistence/tasks.repository.js';

export interface NewTask {
  readonly kind: TaskKind;
  readonly title: string;
  readonly body?: string;
  readonly product?: string | null;
  readonly responsibility?: string | null;
  readonly source: { readonly kind: Task['sourceKind']; readonly id?: string | null };
  readonly cycleId?: string | null;
  /** The record the task is about. The effects are called with its id, and with `taskId` among their params. */
  readonly subject?: { readonly kind: string; readonly id: string };
  readonly effects?: {
    readonly accepted?: string;
    readonly returned?: string;
    readonly unanswered?: string;
  };
  readonly indicatorCodes?: readonly string[];
  readonly explains?: readonly ExplainedResult[];
  readonly unitId: string;
  readonly coUnitIds?: readonly string[];
  /** The task this one is part of; without a deadline of its own it takes that one's. */
  readonly parentId?: string | null;
  readonly findingIds?: readonly string[];
  readonly deadline?: TaskDeadline;
  readonly illustrative?: boolean;
}

/** The step by which every feature assigns work: set-based, in the caller's transaction. */
@Injectable()
export class TaskOpener {
  constructor(
    private readonly engine: WorkflowEngine,
    private readonly registries: Registries,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  /**
   * All of them stand assigned, with deadlines, timers, one history entry each, and a notice to the units; ids in the
   * order given. Refused: TASK_UNIT_UNKNOWN, TASK_LEAD_IS_COORDINATOR, DEADLINE_PAST, TASK_WITHOUT_DEADLINE for an
   * explanation without a day, and for a part of another task what withinParent says.
   */
  async open(tx: Transaction, news: readonly NewTask[], reason?: string): Promise<string[]> {
    if (news.length === 0) return [];
    await this.check(tx, news);
    const calendar = await this.calendars.of(tx, tx.administrationId);
    const today = dayAt(tx.now, this.calendars.zone);
    const parents = await parentsOf(tx, news);
    const opened = news.map((one) => {
      const deadline = withinParent(one.deadline ?? withoutDeadline, parents.get(one.parentId ?? ''));
      const check = nextCheck(deadline, today, { calendar, zone: this.calendars.zone });
      const deadlines: Deadlines = {
        ...(deadline.due && { due: deadline.due }),
        ...(check && { check }),
      };
      return { task: taskOf(tx, one, deadline, check?.on ?? null), deadlines };
    });
    await tx.use(Tasks).insert(opened.map(({ task }) => task));
    for (const kind of new Set(news.map((one) => one.kind))) {
      await this.engine.start(tx, {
        kind: 'task',
        procedureVersionId: (await tx.use(Procedures).getCurrent(kind)).id,
        items: opened
          .filter(({ task }) => task.kind === kind)
          .map(({ task, deadlines }) => ({ id: task.id, deadlines })),
        action: 'task.assigned',
        reason,
      });
    }
    await notify(
      tx,
      opened.map(({ task }) => ({
        to: { role: ['unit-leader', 'unit-officer'], unitIds: [task.unitId, ...task.coUnitIds] },
        kind: noticeOf(task),
        params: { title: task.title, ...(task.dueOn && { dueOn: task.dueOn }) },
        link: `/tasks/${task.id}/show`,
      })),
    );
    return opened.map(({ task }) => task.id);
  }

  private async check(tx: Transaction, news: readonly NewTask[]): Promise<void> {
    for (const { effects = {} } of news)
      for (const name of Object.values(effects)) this.registries.effectOf(name);
    for (const { kind, deadline, unitId, coUnitIds = [] } of news) {
      if (coUnitIds.includes(unitId)) throw new DomainError('TASK_LEAD_IS_COORDINATOR');
      if (deadline?.due && deadline.due.at <= tx.now)
        throw new DomainError('DEADLINE_PAST', { dueOn: deadline.due.on });
      if (kind === 'explanation' && !deadline?.due) throw new DomainError('TASK_WITHOUT_DEADLINE');
    }
    const today = dayAt(tx.now, this.calendars.zone);
    const unitIds = [...new Set(news.flatMap(({ unitId, coUnitIds = [] }) => [unitId, ...coUnitIds]))];
    if (!(await tx.use(Tasks).unitsExist(unitIds, today)))
      throw new DomainError('TASK_UNIT_UNKNOWN', { day: today });
  }
}

const noticeOf = ({ kind, dueOn }: Task): NoticeKind =>
  kind === 'explanation'
    ? 'task.explanation-requested'
    : dueOn === null
      ? 'task.assigned-without-deadline'
      : 'task.assigned';

function taskOf(
  tx: Transaction,
  one: NewTask,
  deadline: TaskDeadline,
  nextCheckOn: Task['nextCheckOn'],
): Task {
  return {
    id: tx.ids.next(),
    kind: one.kind,
    title: one.title,
    body: one.body ?? '',
    product: one.product ?? null,
    responsibility: one.responsibility ?? null,
    sourceKind: one.source.kind,
    sourceId: one.source.id ?? null,
    cycleId: one.cycleId ?? null,
    subjectKind: one.subject?.kind ?? null,
    subjectId: one.subject?.id ?? null,
    indicatorCodes: one.indicatorCodes ?? [],
    explains: one.explains ?? [],
    unitId: one.unitId,
    coUnitIds: one.coUnitIds ?? [],
    parentId: one.parentId ?? null,
    findingIds: one.findingIds ?? [],
    phrase: deadline.phrase,
    reading: deadline.reading,
    originalDueOn: deadline.due?.on ?? null,
    originalDueAt: deadline.due?.at ?? null,
    dueOn: deadline.due?.on ?? null,
    dueAt: deadline.due?.at ?? null,
    recurrence: deadline.recurrence,
    nextCheckOn,
    onAccepted: one.effects?.accepted ?? null,
    onReturned: one.effects?.returned ?? null,
    onUnanswered: one.effects?.unanswered ?? null,
    answer: null,
    handedInAt: null,
    illustrative: one.illustrative ?? false,
    openedAt: tx.now,
  };
}
