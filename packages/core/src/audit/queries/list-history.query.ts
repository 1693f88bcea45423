import { permissionsOf, type HistoryItem, type ListHistoryQuery, type Page } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { INSTALLATION, Reader, readPage, type UserActor } from '../../platform/index.js';

/** Streams that tell about people and their sessions: for those who may read accounts, and about oneself. */
const personal = ['people', 'auth'];
/** Streams that concern every unit. Any other stream names its unit, or its subject says whom it concerns. */
const common = ['organisation', 'calendar', 'criteria-sets', 'procedures', 'demo-clock'];

/**
 * The history of one record; an account's with that of the roles it has or had here. A role over some units sees what concerns all units, the streams `cycle/<id>/<own unit>`,
 * and of the other records those it may open: see `opens`.
 */
@Injectable()
export class ListHistory {
  constructor(private readonly reader: Reader) {}

  async execute(query: ListHistoryQuery, actor: UserActor): Promise<Page<HistoryItem>> {
    const { items, total } = await readPage<HistoryItem>(
      this.reader,
      query.order === 'ASC' ? OLDEST_FIRST : NEWEST_FIRST,
      [
        actor.administrationId,
        query.subjectKind,
        query.subjectId,
        actor.unitIds === 'all' ? null : actor.unitIds,
        actor.id,
        permissionsOf(actor.role).includes('accounts.read'),
      ],
      query,
    );
    return {
      items: items.map((item) => ({
        ...item,
        at: new Date(item.at).toISOString(),
        recordedAt: new Date(item.recordedAt).toISOString(),
      })),
      total,
    };
  }
}

const SUBJECT = `case when $3 ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then $3::uuid end`;
const own = (table: string, alias: string, units: string): string =>
  `exists (select from ${table} ${alias} where ${alias}.administration_id = $1 and ${alias}.id = ${SUBJECT} and ${units})`;
const UNITS = '($4::text[])::uuid[]';

/** Records of which a unit's people see the history because they see the record; of a conclusion its drafts stay out. */
const opens: readonly { readonly kind: string; readonly where: string }[] = [
  {
    kind: 'review-cycle',
    where: own(
      'review_cycle',
      'c',
      `c.launched_at is not null and exists (select from cycle_participant p
        where p.administration_id = c.administration_id and p.cycle_id = c.id and p.unit_id = any(${UNITS}))`,
    ),
  },
  {
    kind: 'scoring-run',
    where: own(
      'scoring_run',
      'r',
      `r.status = 'published' and exists (select from cycle_participant p
        where p.administration_id = r.administration_id and p.cycle_id = r.cycle_id and p.unit_id = any(${UNITS}))`,
    ),
  },
  { kind: 'task', where: own('task', 't', `(t.unit_id || t.co_unit_ids) && ${UNITS}`) },
  { kind: 'evidence', where: own('evidence', 'e', `e.unit_id = any(${UNITS})`) },
  { kind: 'task-feed', where: own('task_feed', 'f', `f.unit_id = any(${UNITS})`) },
  { kind: 'recommendation', where: own('recommendation', 'r', `r.unit_id = any(${UNITS})`) },
  { kind: 'supervision', where: own('supervision', 's', `s.unit_ids && ${UNITS}`) },
  { kind: 'conclusion', where: `h.action = 'conclusion.issued'` },
];

/** A unit that helps with a task does not lead it: what the leading unit answers, and drafts, stands in the task alone. */
const HELPS = `($2 = 'task' and $4::text[] is not null
  and not ${own('task', 'l', `l.unit_id = any(${UNITS})`)})`;

/** Of a task, who is not of its unit sees no answer before it is sent: as on the task's own page. */
const WHOLE = `($2 = 'task' and $4::text[] is null)`;
const UNSENT = `h.body::jsonb #>> '{after,handedInAt}' is null and h.body::jsonb #>> '{after,state}' <> 'returned'`;

const quoted = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ');

const OWN_ACCOUNT = `($2 = 'account' and $3 = $5)`;

/** Whom of the people the reader sees: who has or had a role in this administration, for a unit the reader reaches. */
const HELD_HERE = `select r.id::text from role_assignment r
   where $2 = 'account' and r.administration_id = $1 and r.account_id = ${SUBJECT}
     and ($4::text[] is null or ${OWN_ACCOUNT} or r.unit_id = any(${UNITS}))`;

/** The records told of: the one asked for; with an account, which belongs to the installation, its roles here. */
const RECORDS = `
  select $1::uuid as administration_id, $2::text as kind, $3::text as id
  union all
  select '${INSTALLATION}', 'account', $3 where exists (${HELD_HERE})
  union all
  select $1, 'role-assignment', held.id from (${HELD_HERE}) held (id)`;

const inOrder = (direction: 'asc' | 'desc'): string => `
  select case when h.administration_id <> $1 then 'installation/' else '' end || h.stream || '#' || h.seq as id, h.at, h.recorded_at as "recordedAt", h.action, h.revision::int as revision,
         json_build_object('kind', split_part(h.actor, ':', 1), 'id', split_part(h.actor, ':', 2),
                           'name', p.full_name) as actor,
         nullif(split_part(h.on_behalf_of, ':', 1), '') as "onBehalfOf", nullif(h.reason, '') as reason,
         case when ${HELPS} or ${WHOLE} then (h.body::jsonb -> 'before') - 'answer' else h.body::jsonb -> 'before' end as before,
         case when ${HELPS} or (${WHOLE} and ${UNSENT}) then (h.body::jsonb -> 'after') - 'answer' else h.body::jsonb -> 'after' end as after,
         count(*) over ()::int as total
    from (${RECORDS}) record
    join history h on h.administration_id = record.administration_id and h.subject_kind = record.kind
     and h.subject_id = record.id
    left join account a on h.actor = 'user:' || a.id
    left join person p on p.id = a.person_id
   where (h.stream not in (${quoted(personal)}) or $6::boolean or ${OWN_ACCOUNT})
     and ($4::text[] is null or h.stream in (${quoted([...common, ...personal])})
          or (h.stream like 'cycle/%' and split_part(h.stream, '/', 3) = any($4))
          ${opens.map(({ kind, where }) => `or ($2 = '${kind}' and ${where})`).join('\n          ')})
   order by case when $2 = 'account' then h.recorded_at end ${direction}, h.revision ${direction}`;

const NEWEST_FIRST = inOrder('desc');
const OLDEST_FIRST = inOrder('asc');
