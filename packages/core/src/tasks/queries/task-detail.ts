import { stateOf } from '../../workflow/index.js';
import { ENDED, unitAs } from './task-row.js';

const utc = (instant: string): string =>
  `to_char(${instant} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
/** The name of the person behind an account. */
const nameOf = (accountId: string): string =>
  `(select p.full_name from account a join person p on p.id = a.person_id where a.id = ${accountId})`;
/** The name of the person who acted, of an actor as history names it. */
const nameOfActor = (actor: string): string =>
  nameOf(`case when ${actor} like 'user:%' then substr(${actor}, 6)::uuid end`);
/** A task as its relatives are told of it, over the task \`alias\`. */
const relative = (
  alias: string,
): string => `(select jsonb_build_object('id', ${alias}.id, 'title', ${alias}.title,
  'unit', ${unitAs(`${alias}.unit_id`)}, 'dueOn', ${alias}.due_on, 'stateNames', st.names,
  'ended', ${ENDED}) from procedure_instance i ${stateOf('i', 'st')}
  where i.administration_id = ${alias}.administration_id and i.id = ${alias}.id)`;

/**
 * What the page of a task shows beside an item of a list: relatives, rounds, requests for more time, checks, ladder and
 * notes. $1 is the administration, $2 today, $4 the reader's units; over the tables of taskTables.
 */
export const taskDetail = `t.finding_ids as findings,
  (select ${relative('p')} from task p where p.administration_id = t.administration_id and p.id = t.parent_id) as parent,
  coalesce((select jsonb_agg(${relative('c')} order by c.due_at nulls last, c.id) from task c
    where c.administration_id = t.administration_id and c.parent_id = t.id), '[]') as children,
  coalesce((select jsonb_agg(jsonb_build_object('number', r.number, 'answer', r.answer, 'dueOn', r.due_on,
      'handedInAt', ${utc('r.handed_in_at')}, 'by', ${nameOf('r.account_id')}, 'verdict', r.verdict, 'reason', r.reason,
      'judgedAt', ${utc('r.judged_at')}) order by r.number)
    from task_round r where r.administration_id = t.administration_id and r.task_id = t.id), '[]') as rounds,
  coalesce((select jsonb_agg(jsonb_build_object('id', x.id, 'number', x.number, 'state', x.state,
      'fromDueOn', x.from_due_on, 'askedDueOn', x.asked_due_on, 'askedPhrase', x.asked_phrase, 'reason', x.reason,
      'afterDeadline', x.after_deadline, 'requestedAs', x.requested_by, 'requestedBy', ${nameOfActor('x.requested_by')},
      'requestedAt', ${utc('x.requested_at')}, 'counteredDueOn', x.countered_due_on,
      'decisionReason', x.decision_reason, 'decidedAs', x.decided_by, 'decidedBy', ${nameOfActor('x.decided_by')},
      'decidedAt', ${utc('x.decided_at')}, 'answerReason', x.answer_reason,
      'answeredAt', ${utc('x.answered_at')}) order by x.number)
    from task_extension x where x.administration_id = t.administration_id and x.task_id = t.id), '[]') as extensions,
  coalesce((select jsonb_agg(distinct s.on_day) from task_step s where s.administration_id = t.administration_id
     and s.task_id = t.id and s.kind = 'check-due'), '[]') as "checkDays",
  t.body, t.responsibility, t.reading, t.indicator_codes as indicators, t.explains, t.answer,
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
