import { describeFinding, searchKey, type FindingList, type FindingView, type Page } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { Reader, readPage, type UserActor } from '../../platform/index.js';
import { DomainError } from '../../shared/index.js';

type Row = Omit<FindingView, 'message'>;

const orders: Readonly<Record<FindingList['sort'], string>> = {
  importance: `array_position(array['error','warning','notice'], f.importance) {order}, u.code collate "C" nulls first`,
  unit: 'u.code collate "C" {order} nulls first',
  code: 'f.code collate "C" {order}',
  at: 'f.at {order}',
};

const nameOf = (column: string): string => `coalesce((select n.full_name from account a
  join person n on n.id = a.person_id where ${column} = 'user:' || a.id::text), ${column})`;

const select = (more: string): string => `
  select f.id, f.cycle_id as "cycleId", f.code, f.subject, f.importance, f.state, f.expected, f.found, f.params,
         case when u.id is not null then jsonb_build_object('id', u.id, 'code', u.code, 'names', v.names) end as unit,
         case when f.answer is not null then jsonb_build_object('text', f.answer->>'text', 'at', f.answer->>'at',
           'by', ${nameOf(`(f.answer->>'by')`)}) end as answer,
         (select count(*)::int from evidence e where e.administration_id = f.administration_id
             and e.subject_kind = 'finding' and e.subject_id = f.id and e.submitted_at is not null) as evidence,
         case when f.settlement is not null then jsonb_build_object('reason', f.settlement->>'reason',
           'at', f.settlement->>'at', 'by', ${nameOf(`(f.settlement->>'by')`)}) end as settled,
         f.at, f.revision${more}
    from finding f
    join review_cycle c on c.administration_id = f.administration_id and c.id = f.cycle_id
    left join unit u on u.administration_id = f.administration_id and u.id = f.unit_id
    left join unit_version v on v.administration_id = f.administration_id and v.unit_id = f.unit_id
     and v.valid_from <= (c.period->>'asOf')::date and (v.valid_to is null or v.valid_to > (c.period->>'asOf')::date)`;

/** Findings; a unit's people see those about their units. Without a state asked for, void ones are left out. */
@Injectable()
export class ListFindings {
  constructor(private readonly reader: Reader) {}

  async execute(
    { page = 1, perPage = 25, sort = 'importance', order = 'ASC', ...filter }: Partial<FindingList>,
    actor: UserActor,
  ): Promise<Page<FindingView>> {
    const { q, cycleId, unitId, code, state, importance } = filter;
    const by = orders[sort].replaceAll('{order}', order === 'DESC' ? 'desc' : 'asc');
    const { items, total } = await readPage<Row>(
      this.reader,
      `${select(', count(*) over ()::int as total')}
        where f.administration_id = $1
          and ($2::uuid[] is null or f.unit_id = any($2))
          and ($3::uuid is null or f.cycle_id = $3)
          and ($4::uuid is null or f.unit_id = $4)
          and ($5::text is null or f.code = $5)
          and case when $6::text is null then f.state <> 'void' else f.state = $6 end
          and ($7::text is null or f.importance = $7)
          and ($8::text is null or strpos(v.search, $8) > 0)
        order by ${by}, f.id`,
      [
        actor.administrationId,
        actor.unitIds === 'all' ? null : actor.unitIds,
        cycleId ?? null,
        unitId ?? null,
        code ?? null,
        state ?? null,
        importance ?? null,
        q ? searchKey(q) : null,
      ],
      { page, perPage },
    );
    return { items: items.map(withMessage), total };
  }

  async get(id: string, actor: UserActor): Promise<FindingView> {
    const [row] = await this.reader.rows<Row>(
      `${select('')} where f.administration_id = $1 and f.id = $2 and ($3::uuid[] is null or f.unit_id = any($3))`,
      [actor.administrationId, id, actor.unitIds === 'all' ? null : actor.unitIds],
    );
    if (row === undefined) throw new DomainError('NOT_FOUND');
    return withMessage(row);
  }

  /** All that stands about one unit in a cycle: what its form shows under the rows. */
  async listForForm(cycleId: string, unitId: string, actor: UserActor): Promise<FindingView[]> {
    const { items } = await this.execute({ cycleId, unitId, perPage: 200 }, actor);
    return [...items];
  }
}

function withMessage(row: Row): FindingView {
  const { code, params } = row;
  return {
    ...row,
    message: { vi: describeFinding(code, params, 'vi'), en: describeFinding(code, params, 'en') },
  };
}
