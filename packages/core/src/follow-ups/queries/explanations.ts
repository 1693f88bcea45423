import type { ExplanationCounts, ExplanationLine } from '@nhip/contracts';
import type { WorkingCalendar } from '../../calendar/index.js';
import type { Sql } from '../../platform/index.js';
import type { Day, Instant } from '../../shared/index.js';
import { itemColumns, taskTables, toTaskItem, type TaskRow } from '../../tasks/index.js';

export interface ExplanationsOf {
  readonly administrationId: string;
  readonly cycleId: string;
  /** Only of these units; null: of all. */
  readonly unitIds: readonly string[] | null;
  readonly today: Day;
  readonly now: Instant;
  readonly calendar: WorkingCalendar;
  readonly zone: string;
}

/** Requests for explanation of a cycle with what is explained and the answers, in order of unit. */
export async function explanationLines(sql: Sql, of: ExplanationsOf): Promise<ExplanationLine[]> {
  const rows = await sql.rows<TaskRow & Pick<ExplanationLine, 'explains' | 'answer'>>(
    `select ${itemColumns}, t.explains, t.answer
       from ${taskTables} join unit k on k.id = t.unit_id
      where t.administration_id = $1 and t.cycle_id = $3 and t.kind = 'explanation' and i.state <> 'withdrawn'
        and ($4::uuid[] is null or t.unit_id = any($4))
      order by k.code, t.id`,
    [of.administrationId, of.today, of.cycleId, of.unitIds],
  );
  return rows.map((row) => ({
    ...toTaskItem(row, of.now, of.calendar, of.zone),
    explains: row.explains,
    // What the unit has not sent yet is its own.
    answer: row.handedInAt === null && row.state !== 'returned' ? null : row.answer,
  }));
}

export function countExplanations(lines: readonly ExplanationLine[]): ExplanationCounts {
  const count = (test: (line: ExplanationLine) => boolean): number => lines.filter(test).length;
  return {
    total: lines.length,
    answered: count(({ answer }) => answer !== null),
    accepted: count(({ state }) => state === 'accepted'),
    returned: count(({ state }) => state === 'returned'),
    late: count(({ handedInAt, dueAt }) => handedInAt !== null && dueAt !== null && handedInAt >= dueAt),
    unanswered: count(({ answer }) => answer === null),
    marked: count(({ criticism }) => criticism === 'marked'),
    criticised: count(({ criticism }) => criticism === 'criticised'),
  };
}
