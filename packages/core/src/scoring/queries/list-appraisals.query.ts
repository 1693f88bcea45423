import {
  searchKey,
  type AppraisalListQuery,
  type AppraisalPage,
  type AppraisalRow,
  type CriteriaSetContent,
} from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { criteriaSetVersion, scoreUnit, type IssuedSetVersion } from '../../criteria/index.js';
import { Reader, readPage, type UserActor } from '../../platform/index.js';
import type { Ratio } from '../../shared/index.js';
import { stateOf } from '../../workflow/index.js';
import { decidedRange } from '../domain/check-decided-points.js';
import { cycleFigures, scoredCycle, scoredUnits, type ScoredCycle } from './cycle-figures.js';
import { cyclePopulation } from './cycle-population.js';

type Row = Omit<AppraisalRow, 'indicator' | 'computed'> & { readonly code: string };

/**
 * Indicators × units for the appraisers: what waits for them first. Only units whose submission is no longer theirs to
 * fill, and only what the unit scored itself, people decide alone, or was decided already. A fixed number of statements
 * for a page.
 */
@Injectable()
export class ListAppraisals {
  constructor(private readonly reader: Reader) {}

  async execute(
    query: AppraisalListQuery & { readonly cycleId: string },
    actor: UserActor,
  ): Promise<AppraisalPage> {
    const { administrationId } = actor;
    const cycle = await scoredCycle(this.reader, administrationId, query.cycleId);
    const set = await criteriaSetVersion(this.reader, cycle.criteriaSetVersionId);
    const scored = set.content.indicators.filter(({ rule }) => rule.type !== 'threshold-only');
    const wanted = scored.filter(({ code }) => query.indicator === undefined || code === query.indicator);
    const { items, total } = await readPage<Row>(
      this.reader,
      ROWS,
      [
        administrationId,
        cycle.id,
        actor.unitIds === 'all' ? null : actor.unitIds,
        wanted.map(({ code }) => code),
        wanted.map(({ rule }) => rule.type === 'appraised'),
        query.show,
        query.q === undefined || query.q === '' ? null : searchKey(query.q),
      ],
      query,
    );
    const computed = await this.computed(administrationId, cycle, set, [
      ...new Set(items.map(({ unit }) => unit.id)),
    ]);
    return {
      items: items.map(({ code, ...row }) => ({
        ...row,
        indicator: indicatorOf(set.content, code),
        computed: computed.get(row.unit.id)?.get(code)?.toString() ?? null,
      })),
      total,
      indicators: scored.map(({ code, names }) => ({ code, names })),
      over: await this.isOver(administrationId, cycle.id),
    };
  }

  /** Points from the figures as they stand, without anybody's decision. */
  private async computed(
    administrationId: string,
    cycle: ScoredCycle,
    set: IssuedSetVersion,
    unitIds: readonly string[],
  ): Promise<ReadonlyMap<string, ReadonlyMap<string, Ratio>>> {
    if (unitIds.length === 0) return new Map();
    const compares = set.compiled.relative.length > 0;
    const units = await scoredUnits(this.reader, administrationId, cycle, compares ? undefined : unitIds);
    const source = { administrationId, cycle, set };
    const population = await cyclePopulation(this.reader, source, units);
    const asked = units.filter(({ unitId }) => unitIds.includes(unitId));
    const figures = await cycleFigures(this.reader, source, asked);
    return new Map(
      [...figures].map(([unitId, unit]) => {
        const { scores } = scoreUnit(set.compiled, { ...unit, appraised: new Map() }, population);
        const points = [...scores].flatMap(([code, score]) =>
          score.state === 'scored' && score.points !== undefined ? [[code, score.points] as const] : [],
        );
        return [unitId, new Map(points)] as const;
      }),
    );
  }

  private async isOver(administrationId: string, cycleId: string): Promise<boolean> {
    const [row] = await this.reader.rows<{ over: boolean }>(
      `select st.final as over
         from procedure_instance i ${stateOf('i', 'st')}
        where i.administration_id = $1 and i.id = $2`,
      [administrationId, cycleId],
    );
    return row?.over === true;
  }
}

function indicatorOf({ indicators }: CriteriaSetContent, code: string): AppraisalRow['indicator'] {
  const found = indicators.find((indicator) => indicator.code === code);
  return {
    code,
    names: found?.names ?? { vi: code },
    maxPoints: found?.maxPoints ?? '0',
    range: found === undefined ? { lowest: '0', highest: '0' } : decidedRange(found),
  };
}

const decided = (alias: string): string =>
  `case when ${alias}.id is not null then jsonb_build_object('points', trim_scale(${alias}.points)::text,
     'reason', ${alias}.reason, 'authorName', (select p.full_name from account a join person p on p.id = a.person_id
       where 'user:' || a.id = ${alias}.author),
     'at', to_char(${alias}.at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) end`;
const current = (alias: string, kind: string): string =>
  `left join appraisal ${alias} on ${alias}.administration_id = $1 and ${alias}.cycle_id = $2
      and ${alias}.unit_id = s.unit_id and ${alias}.indicator_code = k.code and ${alias}.kind = '${kind}'
      and ${alias}.superseded_at is null and ${alias}.points is not null`;
const WAITING = `((self.id is not null or k.only_decided) and (done.id is null or done.recorded_at < self.recorded_at))`;

const ROWS = `
  select s.unit_id || ' ' || k.code as id, k.code, ${WAITING} as waiting,
         jsonb_build_object('id', u.id, 'code', u.code, 'names', v.names) as unit,
         ${decided('self')} as self, ${decided('done')} as appraised, count(*) over ()::int as total
    from submission s
    join procedure_instance i on i.administration_id = s.administration_id and i.id = s.id
    join cycle_participant c on c.administration_id = s.administration_id and c.cycle_id = s.cycle_id
     and c.unit_id = s.unit_id and c.status = 'active'
    join unit u on u.administration_id = s.administration_id and u.id = s.unit_id
    join review_cycle r on r.administration_id = s.administration_id and r.id = s.cycle_id
   cross join lateral (
     select names, search from unit_version v
      where v.administration_id = s.administration_id and v.unit_id = s.unit_id
      order by v.valid_from <= (r.period->>'asOf')::date
               and (v.valid_to is null or v.valid_to > (r.period->>'asOf')::date) desc,
               abs(v.valid_from - (r.period->>'asOf')::date) limit 1) v
   cross join unnest($4::text[], $5::boolean[]) with ordinality as k(code, only_decided, place)
    ${current('self', 'self')}
    ${current('done', 'appraised')}
   where s.administration_id = $1 and s.cycle_id = $2 and ($3::uuid[] is null or s.unit_id = any($3))
     and not (i.state in ('open', 'returned') and not s.locked)
     and (self.id is not null or done.id is not null or k.only_decided)
     and ($6 = 'all' or ${WAITING} = ($6 = 'waiting'))
     and ($7::text is null or strpos(v.search, $7) > 0)
   order by ${WAITING} desc, k.place, u.code collate "C"`;
