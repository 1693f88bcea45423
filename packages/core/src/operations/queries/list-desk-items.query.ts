import {
  searchKey,
  troubles,
  type DeskItem,
  type DeskList,
  type DeskPage,
  type Trouble,
} from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { Reader, type UserActor } from '../../platform/index.js';
import type { Instant } from '../../shared/index.js';
import { TROUBLED } from './trouble.js';

const pages: Readonly<Record<DeskItem['kind'], string>> = {
  task: 'tasks',
  submission: 'submissions',
  recommendation: 'recommendations',
  'review-cycle': 'review-cycles',
};

type Row = Omit<DeskItem, 'link' | 'actions'> & { readonly taskKind: string | null };

/** What is late, stuck, failing or tried again, the worst and oldest first, within the reader's units. */
@Injectable()
export class ListDeskItems {
  constructor(private readonly reader: Reader) {}

  async execute(wanted: DeskList, actor: UserActor, now: Instant): Promise<DeskPage> {
    const values = [
      actor.administrationId,
      actor.unitIds === 'all' ? null : actor.unitIds,
      now,
      wanted.cycleId ?? null,
      wanted.q ? searchKey(wanted.q) : null,
    ];
    const [items, counted] = await Promise.all([
      this.reader.rows<Row>(`${TROUBLED} ${ITEMS}`, [
        ...values,
        wanted.trouble ?? null,
        wanted.perPage,
        (wanted.page - 1) * wanted.perPage,
      ]),
      this.reader.rows<{ trouble: Trouble; count: number }>(
        `${TROUBLED} select trouble, count(*)::int as count from troubled t where ${FILTER} group by trouble`,
        values,
      ),
    ]);
    const found = new Map(counted.map(({ trouble, count }) => [trouble, count]));
    const counts = Object.fromEntries(
      troubles.map((one) => [one, found.get(one) ?? 0]),
    ) as DeskPage['counts'];
    const total =
      wanted.trouble === undefined
        ? [...found.values()].reduce((sum, count) => sum + count, 0)
        : counts[wanted.trouble];
    return { items: items.map(itemOf), total, counts };
  }
}

/** Requirements of a supervision are its team's alone. */
function itemOf({ taskKind, ...row }: Row): DeskItem {
  return {
    ...row,
    link: `/${pages[row.kind]}/${row.id}/show`,
    actions: row.kind === 'task' && taskKind !== 'requirement' ? ['reassign', 'cancel'] : [],
  };
}

const FILTER = `t.trouble is not null and ($4::uuid is null or t.cycle_id = $4)
  and ($5::text is null or strpos(search_key(concat_ws(' ', t.title,
        (select names ->> 'vi' from unit_version w where w.administration_id = $1 and w.unit_id = t.unit_id
          order by valid_from desc limit 1))), $5) > 0)`;

const ITEMS = `
  , chosen as (
    select t.*, row_number() over (order by array_position(array['failed', 'retrying', 'late', 'stuck'], t.trouble),
                                            t.due_at nulls last, t.entered_at, t.id) as place
      from troubled t where ${FILTER} and ($6::text is null or t.trouble = $6)
     order by place limit $7 offset $8)
  select t.id, t.kind, t.task_kind as "taskKind",
         coalesce(case when t.title is not null then jsonb_build_object('vi', t.title) end,
                  case when t.kind = 'review-cycle' then c.names end, u.names, '{"vi": "–"}') as title,
         case when u.unit_id is not null then jsonb_build_object('id', u.unit_id, 'names', u.names) end as unit,
         case when c.id is not null then jsonb_build_object('id', c.id, 'code', c.code, 'names', c.names) end as cycle,
         t.trouble, t.state_names as "stateNames", t.owner as holder,
         t.entered_at as since, t.due_at as "dueAt", t.error, t.revision
    from chosen t
    left join review_cycle c on c.administration_id = $1 and c.id = t.cycle_id
    left join lateral (
      select unit_id, names from unit_version w where w.administration_id = $1 and w.unit_id = t.unit_id
       order by (w.valid_from <= $3::timestamptz::date) desc, abs(w.valid_from - $3::timestamptz::date) limit 1) u on true
   order by t.place`;
