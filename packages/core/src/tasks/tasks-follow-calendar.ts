import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CalendarFollowers, CALENDARS, type Calendars } from '../calendar/index.js';
import { notify } from '../notices/index.js';
import type { Sql } from '../shared/index.js';
import { FollowCalendar, WorkflowEngine, type InWords } from '../workflow/index.js';
import { movesWithinFamilies, type Relative } from './domain/moves-within-families.js';
import { ENDED, taskTables } from './queries/task-row.js';

interface Row extends InWords {
  /** The unit in charge and those that take part. */
  readonly unitIds: readonly string[];
}

/** Deadlines of tasks given in words follow the calendar; a day chosen by hand, or handed in already, stays. */
@Injectable()
export class TasksFollowCalendar implements OnModuleInit {
  constructor(
    private readonly followers: CalendarFollowers,
    private readonly engine: WorkflowEngine,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  onModuleInit(): void {
    this.followers.add(
      new FollowCalendar<Row>(this.engine, this.calendars, {
        kind: 'task',
        rows: (sql, administrationId) =>
          sql.rows(
            `select t.id, t.title, t.unit_id || t.co_unit_ids as "unitIds", t.phrase, t.reading,
                    t.due_on as "dueOn", t.opened_at as "openedAt",
                    (select w.names from unit_version w
                      where w.administration_id = t.administration_id and w.unit_id = t.unit_id
                      order by w.valid_from desc limit 1) as of
               from ${taskTables}
              where t.administration_id = $1 and not ${ENDED} and t.handed_in_at is null and t.due_on is not null
                and t.phrase is not null and t.reading is not null and not t.reading ? 'override'
              order by t.due_on, t.id`,
            [administrationId],
          ),
        may: async (sql, administrationId, moves) =>
          movesWithinFamilies(moves, await relatives(sql, administrationId, [...moves.keys()])),
        tell: (tx, moves, reason) =>
          notify(
            tx,
            moves.map(({ row: { id, title, unitIds, dueOn: earlier }, dueOn }) => ({
              to: { role: ['unit-leader', 'unit-officer'], unitIds },
              kind: 'task.deadline-moved',
              params: { title, dueOn, earlier, reason },
              link: `/tasks/${id}/show`,
            })),
          ),
      }),
    );
  }
}

/** These tasks with the wholes they are part of and their parts. */
const relatives = (sql: Sql, administrationId: string, ids: readonly string[]): Promise<Relative[]> =>
  sql.rows<Relative>(
    `select t.id, t.parent_id as "parentId", t.due_on as "dueOn" from task t
      where t.administration_id = $1 and (t.id = any($2::uuid[]) or t.parent_id = any($2::uuid[])
         or t.id in (select parent_id from task where administration_id = $1 and id = any($2::uuid[])))`,
    [administrationId, ids],
  );
