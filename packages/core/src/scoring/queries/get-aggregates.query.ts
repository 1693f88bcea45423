import type { AggregateScope, AggregatesView } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { criteriaSetVersion } from '../../criteria/index.js';
import { Reader, type Actor } from '../../platform/index.js';
import { aggregate, needsValues, type Summed } from '../domain/aggregate.js';
import { versionsAt } from './cycle-figures.js';
import { visibleRun } from './visible-run.js';

/** Unit → the scopes it counts in; `$1` administration, `$2` run. */
const scopes: Readonly<Record<AggregateScope, string>> = {
  administration: `select unit_id, null::uuid as scope from member`,
  'peer-group': `select unit_id, peer_group_id as scope from member where peer_group_id is not null`,
  parent: `select unit_id, ancestor as scope from above`,
};

const named: Readonly<Record<AggregateScope, string>> = {
  administration: `select null::uuid as id, null::text as code, null::jsonb as names, 0 as sort`,
  'peer-group': `select id, code, names, sort from peer_group where administration_id = $1`,
  parent: `select u.id, u.code, v.names, 0 as sort from unit u
             join lateral (select names from unit_version v where v.administration_id = u.administration_id
               and v.unit_id = u.id order by v.valid_from desc limit 1) v on true
            where u.administration_id = $1`,
};

/** Units without the declared weight (`$5`) are left out of what stands beside a weighted mean too. */
const counted = `w.weight is not null or s.indicator_code <> all($5::text[])`;

interface ScopeRow extends Summed {
  readonly id: string | null;
  readonly code: string | null;
  readonly names: AggregatesView['items'][number]['names'];
  readonly indicator: string;
  readonly members: number;
}

/**
 * Indicators over many units, from the stored parts of a run: Σ numerators ÷ Σ denominators, over the administration, by
 * peer group, or up the unit tree. A reader with a scope of units gets the sums over those, until the run is published.
 */
@Injectable()
export class GetAggregates {
  constructor(private readonly reader: Reader) {}

  async execute(
    {
      cycleId,
      run: number,
      by,
    }: { readonly cycleId: string; readonly run?: number | undefined; readonly by: AggregateScope },
    caller: Actor,
  ): Promise<AggregatesView> {
    const { run, unitIds } = await visibleRun(this.reader, caller, cycleId, number);
    const { content } = await criteriaSetVersion(this.reader, run.criteriaSetVersionId);
    const valued = content.indicators.filter(needsValues);
    const weighted = content.indicators.flatMap(({ code, aggregation, aggregationWeight }) =>
      aggregation === 'weighted' && aggregationWeight !== undefined ? [{ code, by: aggregationWeight }] : [],
    );
    const [{ at } = { at: null }] = await this.reader.rows<{ at: string | null }>(
      'select figures_as_of::text as at from scoring_run where id = $1',
      [run.id],
    );
    const rows = await this.reader.rows<ScopeRow>(
      `with recursive member as (
         select t.unit_id, t.peer_group_id, t.valid_on from total_score t
          where t.administration_id = $1 and t.run_id = $2 and t.superseded_at is null
            and ($3::uuid[] is null or t.unit_id = any($3))),
       above as (
         select m.unit_id, m.valid_on, v.parent_id as ancestor from member m
           join unit_version v on v.administration_id = $1 and v.unit_id = m.unit_id and v.parent_id is not null
            and v.valid_from <= m.valid_on and (v.valid_to is null or v.valid_to > m.valid_on)
         union
         select a.unit_id, a.valid_on, v.parent_id from above a
           join unit_version v on v.administration_id = $1 and v.unit_id = a.ancestor and v.parent_id is not null
            and v.valid_from <= a.valid_on and (v.valid_to is null or v.valid_to > a.valid_on)),
       part as (${scopes[by]}),
       size as (select scope, count(distinct unit_id)::int as members from part group by scope),
       weight as (
         select w.indicator, f.unit_id, sum(f.value) as weight
           from unnest($5::text[], $6::text[]) as w (indicator, element)
           join figure f on f.administration_id = $1 and f.cycle_id = $7 and f.element_code = w.element
            and f.state = 'value' and ${versionsAt(at, 8)}
          group by w.indicator, f.unit_id),
       summed as (
         select p.scope, s.indicator_code as indicator, count(*)::int as units,
                trim_scale(sum(s.numerator) filter (where ${counted}))::text as numerator,
                trim_scale(sum(s.denominator) filter (where ${counted}))::text as denominator,
                sum(s.shown_value::numeric)::text as "sumOfShown",
                coalesce(array_agg(s.value_num || '/' || s.value_den)
                  filter (where s.indicator_code = any($4::text[]) or w.weight is not null), '{}') as values,
                coalesce(array_agg(w.weight::text) filter (where w.weight is not null), '{}') as weights
           from part p
           join score s on s.administration_id = $1 and s.run_id = $2 and s.unit_id = p.unit_id
            and s.superseded_at is null and s.state = 'scored' and s.value_num is not null
           left join weight w on w.indicator = s.indicator_code and w.unit_id = s.unit_id
          group by p.scope, s.indicator_code)
       select n.id, n.code, n.names, z.members, s.indicator, s.units, s.numerator, s.denominator, s."sumOfShown",
              s.values, s.weights
         from summed s
         join size z on z.scope is not distinct from s.scope
         join (${named[by]}) n on n.id is not distinct from s.scope
        order by n.sort, n.code`,
      [
        caller.administrationId,
        run.id,
        unitIds === 'all' ? null : unitIds,
        valued.map(({ code }) => code),
        weighted.map(({ code }) => code),
        weighted.map(({ by: element }) => element),
        cycleId,
        at,
      ],
    );
    const byScope = new Map<string, ScopeRow[]>();
    for (const row of rows) {
      const known = byScope.get(row.id ?? '');
      if (known === undefined) byScope.set(row.id ?? '', [row]);
      else known.push(row);
    }
    return {
      run,
      by,
      items: [...byScope.values()].flatMap((own) => {
        const [first] = own;
        if (first === undefined) return [];
        const summed = new Map(own.map((row) => [row.indicator, row]));
        return [
          {
            id: first.id,
            code: first.code,
            names: first.names,
            units: first.members,
            indicators: content.indicators.map((indicator) =>
              aggregate(indicator, summed.get(indicator.code)),
            ),
          },
        ];
      }),
    };
  }
}
