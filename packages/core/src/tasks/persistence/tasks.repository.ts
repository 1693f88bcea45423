import type {
  DeadlineReadingView,
  ExplainedResult,
  LadderStep,
  Names,
  TaskAnswer,
  TaskKind,
} from '@nhip/contracts';
import type { RecurrenceUnit } from '../../calendar/index.js';
import type { Transaction } from '../../platform/index.js';
import type { Day, Instant } from '../../shared/index.js';

export interface Task {
  readonly id: string;
  readonly kind: TaskKind;
  readonly title: string;
  readonly body: string;
  readonly product: string | null;
  readonly responsibility: string | null;
  readonly sourceKind: 'conclusion' | 'supervision' | 'direct';
  readonly sourceId: string | null;
  readonly cycleId: string | null;
  readonly subjectKind: string | null;
  readonly subjectId: string | null;
  readonly indicatorCodes: readonly string[];
  readonly explains: readonly ExplainedResult[];
  /** The unit that leads. */
  readonly unitId: string;
  readonly coUnitIds: readonly string[];
  /** The task this is part of. */
  readonly parentId: string | null;
  /** Findings it is about. */
  readonly findingIds: readonly string[];
  readonly phrase: string | null;
  readonly reading: DeadlineReadingView | null;
  readonly originalDueOn: Day | null;
  readonly originalDueAt: Instant | null;
  readonly dueOn: Day | null;
  readonly dueAt: Instant | null;
  readonly recurrence: RecurrenceUnit | null;
  readonly nextCheckOn: Day | null;
  /** Effects of the subject's owner, by name. */
  readonly onAccepted: string | null;
  readonly onReturned: string | null;
  readonly onUnanswered: string | null;
  readonly answer: TaskAnswer | null;
  readonly handedInAt: Instant | null;
  readonly illustrative: boolean;
  readonly openedAt: Instant;
}

/** What changes after a task was opened; the rest stays as it was given. */
export type TaskChange = Partial<
  Pick<Task, 'phrase' | 'reading' | 'dueOn' | 'dueAt' | 'nextCheckOn' | 'answer' | 'handedInAt'>
>;

export interface NewStep {
  readonly taskId: string;
  readonly kind: LadderStep;
  readonly onDay: Day;
  readonly documentNumber?: string | undefined;
  readonly note?: string | undefined;
}

export interface NewNote {
  readonly id: string;
  readonly taskId: string;
  readonly text: string;
  readonly checkOn: Day | null;
}

const columns = `id, kind, title, body, product, responsibility, source_kind as "sourceKind", source_id as "sourceId",
  cycle_id as "cycleId", subject_kind as "subjectKind", subject_id as "subjectId",
  indicator_codes as "indicatorCodes", explains, unit_id as "unitId", co_unit_ids as "coUnitIds",
  parent_id as "parentId", finding_ids as "findingIds", phrase, reading,
  original_due_on as "originalDueOn", original_due_at as "originalDueAt", due_on as "dueOn", due_at as "dueAt",
  recurrence, next_check_on as "nextCheckOn", on_accepted as "onAccepted", on_returned as "onReturned",
  on_unanswered as "onUnanswered", answer, handed_in_at as "handedInAt", illustrative, opened_at as "openedAt"`;

/** Tasks, their ladder and their notes. State, revision and timers stand with the engine. */
export class Tasks {
  constructor(private readonly tx: Transaction) {}

  list(ids: readonly string[]): Promise<Task[]> {
    return this.tx.rows<Task>(
      `select ${columns} from task where administration_id = $1 and id = any($2::uuid[]) order by id`,
      [this.tx.administrationId, ids],
    );
  }

  async insert(tasks: readonly Task[]): Promise<void> {
    await this.tx.rows(
      `insert into task (administration_id, id, kind, title, body, product, responsibility, source_kind, source_id,
         cycle_id, subject_kind, subject_id, indicator_codes, explains, unit_id, co_unit_ids, parent_id,
         finding_ids, phrase, reading,
         original_due_on, original_due_at, due_on, due_at, recurrence, next_check_on, on_accepted, on_returned,
         on_unanswered, illustrative, opened_at)
       select $1, id, kind, title, body, product, responsibility, "sourceKind", "sourceId", "cycleId", "subjectKind",
         "subjectId", "indicatorCodes", explains, "unitId", "coUnitIds", "parentId", "findingIds", phrase, reading, "originalDueOn",
         "originalDueAt", "dueOn", "dueAt", recurrence, "nextCheckOn", "onAccepted", "onReturned", "onUnanswered",
         illustrative, "openedAt"
         from jsonb_to_recordset($2::jsonb) as t(id uuid, kind text, title text, body text, product text,
           responsibility text, "sourceKind" text, "sourceId" uuid, "cycleId" uuid, "subjectKind" text,
           "subjectId" uuid, "indicatorCodes" text[], explains jsonb, "unitId" uuid, "coUnitIds" uuid[],
           "parentId" uuid, "findingIds" uuid[], phrase text,
           reading jsonb, "originalDueOn" date, "originalDueAt" timestamptz, "dueOn" date, "dueAt" timestamptz,
           recurrence text, "nextCheckOn" date, "onAccepted" text, "onReturned" text, "onUnanswered" text,
           illustrative boolean, "openedAt" timestamptz)`,
      [this.tx.administrationId, JSON.stringify(tasks)],
    );
  }

  /** Writes these columns; the others stay. */
  async change(task: Task, change: TaskChange): Promise<void> {
    const next = { ...task, ...change };
    await this.tx.rows(
      `update task set phrase = $3, reading = $4::jsonb, due_on = $5, due_at = $6, next_check_on = $7,
              answer = $8::jsonb, handed_in_at = $9
        where administration_id = $1 and id = $2`,
      [
        this.tx.administrationId,
        task.id,
        next.phrase,
        next.reading && JSON.stringify(next.reading),
        next.dueOn,
        next.dueAt,
        next.nextCheckOn,
        next.answer && JSON.stringify(next.answer),
        next.handedInAt,
      ],
    );
  }

  async moveToUnit(id: string, unitId: string): Promise<void> {
    await this.tx.rows('update task set unit_id = $3 where administration_id = $1 and id = $2', [
      this.tx.administrationId,
      id,
      unitId,
    ]);
  }

  /** As it is called on the day. */
  async unitName(unitId: string, on: Day): Promise<string> {
    const [unit] = await this.tx.rows<{ name: string }>(
      `select names ->> 'vi' as name from unit_version where administration_id = $1 and unit_id = $2
        order by (valid_from <= $3::date) desc, abs(valid_from - $3::date) limit 1`,
      [this.tx.administrationId, unitId, on],
    );
    return unit?.name ?? '';
  }

  /** Next steps of each task's ladder. The tasks are locked by the engine, so numbers have no gaps. */
  async addSteps(steps: readonly NewStep[]): Promise<void> {
    await this.tx.rows(
      `insert into task_step (administration_id, task_id, number, kind, on_day, document_number, note, at)
       select $1, s."taskId",
              (select count(*) from task_step e where e.administration_id = $1 and e.task_id = s."taskId")
                + row_number() over (partition by s."taskId" order by s.place),
              s.kind, s."onDay", s."documentNumber", s.note, $3
         from rows from (jsonb_to_recordset($2::jsonb) as
           ("taskId" uuid, kind text, "onDay" date, "documentNumber" text, note text))
           with ordinality as s("taskId", kind, "onDay", "documentNumber", note, place)`,
      [this.tx.administrationId, JSON.stringify(steps), this.tx.now],
    );
  }

  async addNote({ id, taskId, text, checkOn }: NewNote): Promise<void> {
    await this.tx.rows(
      `insert into task_note (id, administration_id, task_id, text, check_on, account_id, at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        id,
        this.tx.administrationId,
        taskId,
        text,
        checkOn,
        this.tx.actor.kind === 'user' ? this.tx.actor.id : null,
        this.tx.now,
      ],
    );
  }

  /** Whether a check of recurring work fell due on the day. */
  async hadCheck(taskId: string, on: Day): Promise<boolean> {
    const rows = await this.tx.rows(
      `select from task_step where administration_id = $1 and task_id = $2 and kind = 'check-due' and on_day = $3`,
      [this.tx.administrationId, taskId, on],
    );
    return rows.length > 0;
  }

  /** How often each was urged before. */
  async timesUrged(ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await this.tx.rows<{ id: string; times: number }>(
      `select task_id as id, count(*)::int as times from task_step
        where administration_id = $1 and task_id = any($2::uuid[]) and kind = 'urged' group by task_id`,
      [this.tx.administrationId, ids],
    );
    return new Map(rows.map(({ id, times }) => [id, times]));
  }

  /** Vietnamese names on a day, for notices; of a unit that does not exist then its nearest name. */
  async unitNames(ids: readonly string[], on: Day): Promise<ReadonlyMap<string, Names>> {
    const rows = await this.tx.rows<{ id: string; name: Names }>(
      `select distinct on (unit_id) unit_id as id, names as name from unit_version
        where administration_id = $1 and unit_id = any($2::uuid[])
        order by unit_id, (valid_from <= $3::date) desc, abs(valid_from - $3::date)`,
      [this.tx.administrationId, ids, on],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** Whether all of these are units of the administration on the day. */
  async unitsExist(ids: readonly string[], on: Day): Promise<boolean> {
    const rows = await this.tx.rows(
      `select distinct unit_id from unit_version
        where administration_id = $1 and unit_id = any($2::uuid[])
          and valid_from <= $3::date and (valid_to is null or valid_to > $3::date)`,
      [this.tx.administrationId, ids, on],
    );
    return rows.length === new Set(ids).size;
  }
}
