import type { InstanceView, Names, ProcedureKind } from '@nhip/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { CALENDARS, type Calendars } from '../../calendar/index.js';
import { Reader, type UserActor } from '../../platform/index.js';
import { dayAt, DomainError, type Instant } from '../../shared/index.js';
import { procedureVersion, type Deadlines } from '../../workflow/index.js';
import { INSTANCES, reachedBy } from './instance-reach.js';

interface Row {
  readonly id: string;
  readonly kind: ProcedureKind;
  readonly procedureVersionId: string;
  readonly state: string;
  readonly enteredAt: Instant;
  readonly deadlines: Deadlines;
  readonly unit: { readonly id: string; readonly names: Names } | null;
  readonly timers: readonly { readonly name: string; readonly event: string; readonly dueAt: string }[];
}

/** Where a record stands in its procedure, since when, whose turn it is, and what happens by itself next. */
@Injectable()
export class GetInstance {
  constructor(
    private readonly reader: Reader,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  async execute({ id }: { readonly id: string }, actor: UserActor, now: Instant): Promise<InstanceView> {
    const { administrationId, unitIds } = actor;
    const today = dayAt(now, this.calendars.zone);
    const [row] = await this.reader.rows<Row>(
      `select i.id, i.kind, i.procedure_version_id as "procedureVersionId", i.state, i.entered_at as "enteredAt",
              i.deadlines,
              (select json_build_object('id', w.unit_id, 'names', w.names) from unit_version w
                where w.administration_id = i.administration_id
                  and w.unit_id = coalesce(t.unit_id, s.unit_id, r.unit_id)
                order by (w.valid_from <= $4::date) desc, abs(w.valid_from - $4::date) limit 1) as unit,
              coalesce((select json_agg(json_build_object('name', m.name, 'event', m.event, 'dueAt',
                  to_char(m.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by m.due_at, m.name)
                from timer m where m.administration_id = i.administration_id and m.instance_id = i.id
                 and m.state = 'armed'), '[]') as timers
         from ${INSTANCES}
        where i.administration_id = $1 and i.id = $2 and ${reachedBy('$3')}`,
      [administrationId, id, unitIds === 'all' ? null : unitIds, today],
    );
    if (row === undefined) throw new DomainError('NOT_FOUND');
    const version = await procedureVersion(this.reader, row.procedureVersionId);
    const owner = version.content.states[row.state]?.owner;
    const unit = owner === 'unit-officer' || owner === 'unit-leader' ? row.unit : null;
    const { source: _, ...definition } = version.content;
    return {
      id: row.id,
      kind: row.kind,
      procedure: { id: version.id, names: version.content.names, version: version.version },
      definition,
      state: row.state,
      enteredAt: row.enteredAt,
      holder:
        owner === undefined
          ? null
          : {
              role: owner,
              unit,
              people: await this.people(administrationId, owner, unit?.id ?? null, today),
            },
      deadlines: Object.entries(row.deadlines).map(([name, { on, at }]) => ({ name, on, at })),
      timers: [...row.timers],
      path: await this.path(administrationId, row),
    };
  }

  /** Who holds the role for the unit today; of a role over the whole administration, everybody in it. */
  private async people(
    administrationId: string,
    role: string,
    unitId: string | null,
    today: string,
  ): Promise<string[]> {
    const rows = await this.reader.rows<{ name: string }>(
      `select distinct p.full_name as name
         from role_assignment a
         join account o on o.id = a.account_id and o.disabled_at is null
         join person p on p.id = o.person_id
        where a.administration_id = $1 and a.role = $2 and ($3::uuid is null or a.unit_id = $3)
          and a.valid_from <= $4::date and (a.valid_to is null or a.valid_to > $4::date)
        order by 1 limit 20`,
      [administrationId, role, unitId, today],
    );
    return rows.map(({ name }) => name);
  }

  /** The states the record came through, as its history tells. */
  private async path(
    administrationId: string,
    { id, kind }: Pick<Row, 'id' | 'kind'>,
  ): Promise<InstanceView['path']> {
    const rows = await this.reader.rows<{ state: string; at: string }>(
      `select state, at from (
         select body::jsonb #>> '{after,state}' as state, at, revision,
                lag(body::jsonb #>> '{after,state}') over (order by revision) as earlier
           from history where administration_id = $1 and subject_kind = $2 and subject_id = $3) steps
        where state is not null and state is distinct from earlier order by revision`,
      [administrationId, kind, id],
    );
    return rows.map(({ state, at }) => ({ state, at: new Date(at).toISOString() }));
  }
}
