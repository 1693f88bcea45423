import type { CouncilLadder, CouncilStepTaken, CouncilSubject } from '@nhip/contracts';
import type { Sql } from '../platform/index.js';
import type { Day, Instant } from '../shared/index.js';
import { ENDED, unitAs } from '../tasks/index.js';
import { stateOf } from '../workflow/index.js';
import { offeredSteps, type LadderStanding } from './domain/council-ladder.js';

/** A requirement or recommendation of a supervision, with the steps the council took about it. */
export interface CouncilRecord {
  readonly kind: CouncilSubject;
  readonly id: string;
  readonly title: string;
  readonly unitId: string | null;
  readonly unit: CouncilLadder['unit'];
  readonly dueOn: Day | null;
  readonly dueAt: Instant | null;
  readonly ended: boolean;
  readonly taken: readonly (CouncilStepTaken & { readonly onDay: Day })[];
}

/** Requirements and recommendations of a supervision in the order they were made; reports are none of them. */
export const councilRecords = (
  sql: Sql,
  administrationId: string,
  supervisionId: string,
  { unitIds, today }: { readonly unitIds: readonly string[] | null; readonly today: Day },
): Promise<CouncilRecord[]> =>
  sql.rows<CouncilRecord>(
    `select record.kind, record.id, record.title, record."unitId",
            case when record."unitId" is not null then ${unitAs('record."unitId"')} end as unit,
            record."dueOn", record."dueAt", ${ENDED} as ended,
            coalesce((select jsonb_agg(jsonb_build_object('number', l.number, 'step', l.step, 'onDay', l.on_day,
                'documentNumber', l.document_number, 'note', l.note, 'answerBy', l.answer_by,
                'at', to_char(l.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by l.number)
              from ladder_step l where l.administration_id = $1 and l.record_kind = record.kind
               and l.record_id = record.id), '[]') as taken
       from (select 'requirement' as kind, t.id, t.title, t.unit_id as "unitId", t.due_on as "dueOn",
                    t.due_at as "dueAt", t.opened_at
               from task t where t.administration_id = $1 and t.source_kind = 'supervision' and t.source_id = $3
                and not exists (select from supervision_report p
                                 where p.administration_id = $1 and p.task_id = t.id)
              union all
             select 'recommendation', r.id, r.title, r.unit_id, r.due_on, r.due_at, r.opened_at
               from recommendation r where r.administration_id = $1 and r.supervision_id = $3) record
       join procedure_instance i on i.administration_id = $1 and i.id = record.id
       ${stateOf('i', 'st')}
      where $4::uuid[] is null or record."unitId" = any($4)
      order by record.opened_at, (select k.code from unit k where k.id = record."unitId"), record.id`,
    [administrationId, today, supervisionId, unitIds],
  );

export const standingOf = ({ taken, dueOn, dueAt, ended }: CouncilRecord, now: Instant): LadderStanding => ({
  taken,
  dueOn,
  overdue: dueAt !== null && now >= dueAt,
  ended,
});

/** The steps its team may take now. */
export const offeredNow = (record: CouncilRecord, now: Instant) => offeredSteps(standingOf(record, now));
