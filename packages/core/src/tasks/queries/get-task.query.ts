import { MANY_EXTENSIONS, type RoleName, type TaskView } from '@nhip/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { CALENDARS, type Calendars } from '../../calendar/index.js';
import { actorName, Reader, type UserActor } from '../../platform/index.js';
import { dayAt, DomainError, type Day, type Instant } from '../../shared/index.js';
import { offeredEvents, procedureVersion } from '../../workflow/index.js';
import { isOpen, timesGranted } from '../domain/extension.js';
import { unitsTurn } from '../domain/units-turn.js';
import { ENDED, itemColumns, taskTables, toTaskItem, unitAs, type TaskRow } from './task-row.js';

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
    | 'rounds'
    | 'parent'
    | 'children'
    | 'findings'
  > & {
    readonly procedureVersionId: string;
    readonly led: boolean;
    readonly checkDays: readonly Day[];
    readonly extensions: readonly StoredExtension[];
  };

type StoredExtension = Omit<TaskView['extensions'][number], 'repeated'> & {
  readonly requestedAs: string;
  readonly decidedAs: string | null;
};

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
  'unit', ${unitAs(`${alias}.unit_id`)}, 'dueOn', ${alias}.due_on, 'stateNames', v.content -> 'states' -> i.state -> 'names',
  'ended', ${ENDED}) from procedure_instance i join procedure_version v on v.id = i.procedure_version_id
  where i.administration_id = ${alias}.administration_id and i.id = ${alias}.id)`;

const DETAIL = `t.finding_ids as findings,
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
    const { checkDays, extensions } = row;
    const calendar = await this.calendars.of(this.reader, actor.administrationId);
    return {
      ...toTaskItem(row, now, calendar, zone),
      parent: row.parent,
      children: row.children,
      findings: row.findings,
      extensions: extensions.map(({ requestedAs: _, decidedAs: __, ...extension }, index) => ({
        ...extension,
        repeated: timesGranted(extensions.slice(0, index)) + 1 >= MANY_EXTENSIONS,
      })),
      extensionSteps:
        row.dueOn !== null && unitsTurn(content, row.state)
          ? stepsFor(row, extensions.find(isOpen), actor)
          : [],
      rounds: row.rounds,
      checks: checksOf(row, checkDays),
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

/** What the reader may do about more time: the unit in charge asks and answers, whoever assigned the task decides. */
function stepsFor(
  { kind, led }: Row,
  open: StoredExtension | undefined,
  actor: UserActor,
): TaskView['extensionSteps'] {
  if (!led) return [];
  const me = actorName(actor);
  const deciders: readonly RoleName[] = kind === 'requirement' ? ['auditor'] : ['committee', 'secretariat'];
  if (actor.role === 'unit-officer' || actor.role === 'unit-leader') {
    if (open === undefined) return ['request'];
    return open.state === 'countered' && open.decidedAs !== me ? ['answer', 'withdraw'] : ['withdraw'];
  }
  return open?.state === 'requested' && open.requestedAs !== me && deciders.includes(actor.role)
    ? ['decide']
    : [];
}

/** Occurrences of recurring work that fell due, and the one ahead. */
function checksOf({ nextCheckOn, notes }: Row, fallenDue: readonly Day[]): TaskView['checks'] {
  const days = [...new Set([...fallenDue, ...(nextCheckOn === null ? [] : [nextCheckOn])])]
    .sort()
    .toReversed();
  return days.map((on) => ({
    on,
    reports: notes.filter(({ checkOn }) => checkOn === on).length,
    ahead: !fallenDue.includes(on as Day),
  }));
}

/** What the unit has not sent yet is its own. */
const unsent = ({ handedInAt, state }: Row): boolean => handedInAt === null && state !== 'returned';
