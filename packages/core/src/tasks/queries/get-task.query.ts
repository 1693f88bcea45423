import type { TaskView } from '@nhip/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { CALENDARS, type Calendars } from '../../calendar/index.js';
import { Reader, type UserActor } from '../../platform/index.js';
import { dayAt, DomainError, type Instant } from '../../shared/index.js';
import { offeredEvents, procedureVersion } from '../../workflow/index.js';
import { itemColumns, taskTables, toTaskItem, type TaskRow } from './task-row.js';

type Row = TaskRow &
  Pick<
    TaskView,
    | 'body'
    | 'responsibility'
    | 'reading'
    | 'indicators'
    | 'explains'
    | 'answer'
    | 'openedAt'
    | 'steps'
    | 'notes'
  > & { readonly procedureVersionId: string; readonly led: boolean };

const DETAIL = `t.body, t.responsibility, t.reading, t.indicator_codes as indicators, t.explains, t.answer,
  t.opened_at as "openedAt", i.procedure_version_id as "procedureVersionId",
  ($4::uuid[] is null or t.unit_id = any($4)) as led,
  coalesce((select jsonb_agg(jsonb_build_object('number', s.number, 'kind', s.kind, 'onDay', s.on_day,
      'documentNumber', s.document_number, 'note', s.note,
      'at', to_char(s.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by s.number)
    from task_step s where s.administration_id = t.administration_id and s.task_id = t.id), '[]') as steps,
  coalesce((select jsonb_agg(jsonb_build_object('id', n.id, 'text', n.text, 'checkOn', n.check_on,
      'by', (select p.full_name from account a join person p on p.id = a.person_id where a.id = n.account_id),
      'at', to_char(n.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by n.at, n.id)
    from task_note n where n.administration_id = t.administration_id and n.task_id = t.id), '[]') as notes`;

/** A task without the conclusion it stems from: conclusions stand above and are read beside. */
export type BareTask = Omit<TaskView, 'conclusion'>;

/** One task whole: what is asked, the answer, the ladder it climbed, its notes, and what the reader may do now. */
@Injectable()
export class GetTask {
  constructor(
    private readonly reader: Reader,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  async execute(id: string, actor: UserActor, now: Instant): Promise<BareTask> {
    const zone = this.calendars.zone;
    const [row] = await this.reader.rows<Row>(
      `select ${itemColumns}, ${DETAIL} from ${taskTables}
        where t.administration_id = $1 and t.id = $3
          and ($4::uuid[] is null or t.unit_id = any($4) or t.co_unit_ids && $4)`,
      [actor.administrationId, dayAt(now, zone), id, actor.unitIds === 'all' ? null : actor.unitIds],
    );
    if (row === undefined) throw new DomainError('NOT_FOUND');
    const { content } = await procedureVersion(this.reader, row.procedureVersionId);
    const arrows = content.states[row.state]?.on ?? {};
    const calendar = await this.calendars.of(this.reader, actor.administrationId);
    return {
      ...toTaskItem(row, now, calendar, zone),
      body: row.body,
      responsibility: row.responsibility,
      reading: row.reading,
      indicators: row.indicators,
      explains: row.explains,
      answer: unsent(row) && !(row.led && actor.unitIds !== 'all') ? null : row.answer,
      openedAt: row.openedAt,
      steps: row.steps,
      notes: row.notes,
      actions: row.led
        ? offeredEvents(content, row.state, actor.role).map((event) => ({
            event,
            names: arrows[event]?.names ?? null,
            reasonRequired: arrows[event]?.reasonRequired ?? false,
          }))
        : [],
    };
  }
}

/** What the unit has not sent yet is its own. */
const unsent = ({ handedInAt, state }: Row): boolean => handedInAt === null && state !== 'returned';
