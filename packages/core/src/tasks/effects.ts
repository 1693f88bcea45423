import type { LadderStep, Names, NoticeKind, NoticeParams, RoleName } from '@nhip/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { CALENDARS, type Calendars } from '../calendar/index.js';
import { notify, type NewNotice } from '../notices/index.js';
import type { Transaction } from '../platform/index.js';
import { addDays, dayAt, type Day } from '../shared/index.js';
import { Registries, WorkflowEngine, type Effect, type EffectItem } from '../workflow/index.js';
import { checksAhead } from './check-ahead.js';
import { Tasks, type NewStep, type Task } from './persistence/tasks.repository.js';

type Params = EffectItem['params'];
const ofUnit: RoleName[] = ['unit-leader', 'unit-officer'];

/** What the events of a task set off: steps of its ladder, notices, and the effects of its subject's owner. */
@Injectable()
export class TaskEffects {
  constructor(
    private readonly engine: WorkflowEngine,
    private readonly registries: Registries,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  register(): void {
    const toUnit = (task: Task) => ({ role: ofUnit, unitIds: [task.unitId, ...task.coUnitIds] });
    const toLeader = (task: Task) => ({ role: 'unit-leader' as const, unitIds: [task.unitId] });
    const toOfficer = (task: Task) => ({ role: 'unit-officer' as const, unitIds: [task.unitId] });
    const toJudges = (task: Task) => ({ role: judgeOf(task), unitIds: [task.unitId] });

    const effects: Readonly<Record<string, Effect>> = {
      'tasks.remind': this.climb('reminded', (task, _params, left) => [
        this.notice('task.reminder', toUnit(task), task, { workingDays: left }),
      ]),
      'tasks.overdue': async (tx, items) => {
        await this.climb('overdue', (task) => [
          this.notice('task.overdue', toUnit(task), task),
          this.notice('task.overdue', toJudges(task), task),
        ])(tx, items);
        await this.callSubjects(tx, items, 'onUnanswered');
      },
      'tasks.urge': (tx, items) => this.urge(tx, items),
      'tasks.mark-for-criticism': this.climb('marked-for-criticism', (task, _params, _left, unit) => [
        this.notice('task.marked-for-criticism', { role: ['committee', 'secretariat'] }, task, { unit }),
      ]),
      'tasks.criticise': this.climb('criticised', (task, params) => [
        this.notice('task.criticised', toLeader(task), task, {
          documentNumber: text(params['documentNumber']),
          documentOn: text(params['documentOn']),
        }),
      ]),
      'tasks.spare': this.climb('spared', () => []),
      'tasks.ask-approval': this.tell((task) => this.notice('task.waits-for-approval', toLeader(task), task)),
      'tasks.tell-handed-back': this.tell((task, params) =>
        this.notice('task.handed-back', toOfficer(task), task, { reason: text(params['reason']) }),
      ),
      'tasks.tell-handed-in': this.tell((task, _params, unit) =>
        this.notice('task.handed-in', toJudges(task), task, { unit }),
      ),
      'tasks.accepted': async (tx, items) => {
        await this.tell((task) => this.notice('task.accepted', toUnit(task), task))(tx, items);
        await this.callSubjects(tx, items, 'onAccepted');
      },
      'tasks.returned': async (tx, items) => {
        await this.tell((task, params) =>
          this.notice('task.returned', toUnit(task), task, { reason: text(params['reason']) }),
        )(tx, items);
        await this.callSubjects(tx, items, 'onReturned');
      },
      'tasks.partly-done': this.tell((task, params) =>
        this.notice('task.partly-done', toUnit(task), task, { reason: text(params['reason']) }),
      ),
      'tasks.unanswered': (tx, items) => this.callSubjects(tx, items, 'onUnanswered'),
      'tasks.tell-ended': this.tell((task, params) =>
        this.notice('task.ended', toUnit(task), task, { reason: text(params['reason']) }),
      ),
      'tasks.tell-suspended': this.tell((task, params) =>
        this.notice('task.suspended', toUnit(task), task, { reason: text(params['reason']) }),
      ),
      'tasks.tell-resumed': this.tell((task) => this.notice('task.resumed', toUnit(task), task)),
      'tasks.check-due': (tx, items) => this.checkDue(tx, items),
    };
    for (const [name, run] of Object.entries(effects)) this.registries.effect(name, run);
  }

  private notice(kind: NoticeKind, to: NewNotice['to'], task: Task, params: NoticeParams = {}): NewNotice {
    return {
      kind,
      to,
      params: { title: task.title, ...(task.dueOn && { dueOn: task.dueOn }), ...params },
      link: `/tasks/${task.id}/show`,
    };
  }

  /** An effect that adds a step to each task's ladder and tells people. */
  private climb(
    step: LadderStep,
    notices: (task: Task, params: Params, workingDaysLeft: number, unit: Names | string) => NewNotice[],
  ): Effect {
    return async (tx, items) => {
      const calendar = await this.calendars.of(tx, tx.administrationId);
      const today = dayAt(tx.now, this.calendars.zone);
      const pairs = await pair(tx, items);
      const units = await unitNames(tx, pairs, today);
      await tx.use(Tasks).addSteps(pairs.map(({ task, params }) => stepOf(step, task, params, today)));
      const left = (task: Task): number =>
        task.dueOn === null ? 0 : calendar.countWorkingDays(addDays(today, 1), task.dueOn);
      await notify(
        tx,
        pairs.flatMap(({ task, params }) => notices(task, params, left(task), units.get(task.unitId) ?? '')),
      );
    };
  }

  private tell(notice: (task: Task, params: Params, unit: Names | string) => NewNotice): Effect {
    return async (tx, items) => {
      const pairs = await pair(tx, items);
      const units = await unitNames(tx, pairs, dayAt(tx.now, this.calendars.zone));
      await notify(
        tx,
        pairs.map(({ task, params }) => notice(task, params, units.get(task.unitId) ?? '')),
      );
    };
  }

  /** Numbered: the n-th time this task is urged. */
  private async urge(tx: Transaction, items: readonly EffectItem[]): Promise<void> {
    const times = await tx.use(Tasks).timesUrged(items.map(({ id }) => id));
    await this.climb('urged', (task) => [
      this.notice('task.urged', { role: 'unit-leader', unitIds: [task.unitId] }, task, {
        number: (times.get(task.id) ?? 0) + 1,
      }),
    ])(tx, items);
  }

  /** A check of recurring work fell due: each occurrence is a step, the unit is told, and the next one is set. */
  private async checkDue(tx: Transaction, items: readonly EffectItem[]): Promise<void> {
    for (const { task } of await pair(tx, items)) {
      const ahead = await checksAhead(tx, this.calendars, task);
      if (ahead === undefined) continue;
      await tx
        .use(Tasks)
        .addSteps(ahead.missed.map((onDay) => ({ taskId: task.id, kind: 'check-due' as const, onDay })));
      await notify(tx, [
        this.notice('task.check-due', { role: ofUnit, unitIds: [task.unitId, ...task.coUnitIds] }, task, {
          checkOn: ahead.missed.at(-1) ?? '',
        }),
      ]);
      await this.engine.act(tx, {
        ids: [task.id],
        action: 'task.next-check-set',
        deadlines: new Map([[task.id, { check: ahead.check }]]),
        change: () => tx.use(Tasks).change(task, ahead.change),
      });
    }
  }

  /** Calls the effects the tasks carry for their subjects, once a name with all its subjects. */
  private async callSubjects(
    tx: Transaction,
    items: readonly EffectItem[],
    which: 'onAccepted' | 'onReturned' | 'onUnanswered',
  ): Promise<void> {
    const calls = new Map<string, EffectItem[]>();
    for (const { task, params } of await pair(tx, items)) {
      const name = task[which];
      if (name === null || task.subjectId === null) continue;
      const item = { id: task.subjectId, params: { ...params, taskId: task.id } };
      calls.set(name, [...(calls.get(name) ?? []), item]);
    }
    for (const [name, subjects] of calls) await this.registries.effectOf(name)(tx, subjects);
  }
}

interface Pair {
  readonly task: Task;
  readonly params: Params;
}

async function pair(tx: Transaction, items: readonly EffectItem[]): Promise<Pair[]> {
  const params = new Map(items.map((item) => [item.id, item.params]));
  const tasks = await tx.use(Tasks).list([...params.keys()]);
  return tasks.map((task) => ({ task, params: params.get(task.id) ?? {} }));
}

const unitNames = (tx: Transaction, pairs: readonly Pair[], on: Day) =>
  tx.use(Tasks).unitNames(
    pairs.map(({ task }) => task.unitId),
    on,
  );

const stepOf = (kind: LadderStep, task: Task, params: Params, today: Day): NewStep => ({
  taskId: task.id,
  kind,
  onDay: (optional(params['documentOn']) as Day | undefined) ?? today,
  documentNumber: optional(params['documentNumber']),
  note: optional(params['note']) ?? optional(params['reason']),
});

/** Requirements of a supervision are judged by auditors, everything else by the secretariat. */
const judgeOf = ({ kind }: Task): RoleName => (kind === 'requirement' ? 'auditor' : 'secretariat');

const optional = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const text = (value: unknown): string => optional(value) ?? '';
