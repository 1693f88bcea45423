import type { AggregateView, Indicator } from '@nhip/contracts';
import { criteriaSetVersion } from '../../criteria/index.js';
import type { Sql } from '../../platform/index.js';
import { Ratio, type Period } from '../../shared/index.js';
import { aggregate } from '../domain/aggregate.js';
import { ratioOf } from '../domain/rank-totals.js';

/** A cycle in which the indicator was scored, as its version of the criteria set defines it. */
export interface SeriesCycle {
  readonly id: string;
  readonly code: string;
  readonly names: { readonly vi: string; readonly en?: string | undefined };
  readonly period: Period;
  /** Frozen or published. */
  readonly final: boolean;
  readonly indicator: Indicator;
  readonly points: readonly SeriesPoint[];
}

export interface SeriesPoint {
  readonly unitId: string;
  readonly state: 'scored' | 'missing' | 'not-applicable' | 'error';
  readonly numerator: string | null;
  readonly denominator: string | null;
  /** `numerator/denominator`. */
  readonly value: string | null;
  readonly shownValue: string | null;
  /** The figure by which the value counts among others, where the set declares one and the unit has it. */
  readonly weight: string | null;
}

interface Row extends Omit<SeriesPoint, 'value'> {
  readonly cycleId: string;
  readonly indicator: string;
  readonly valueNum: string | null;
  readonly valueDen: string | null;
}

interface Run extends Pick<SeriesCycle, 'id' | 'code' | 'names' | 'period' | 'final'> {
  readonly runId: string;
  readonly criteriaSetVersionId: string;
}

/**
 * Indicators of some units through all cycles that scored them, by code, in order of the cut-off of the figures. Of a
 * cycle speaks its newest final run, or the newest where none is final. Two statements, however many cycles.
 */
export async function indicatorSeries(
  sql: Sql,
  administrationId: string,
  { codes, unitIds }: { readonly codes: readonly string[]; readonly unitIds: readonly string[] },
): Promise<ReadonlyMap<string, readonly SeriesCycle[]>> {
  const runs = await sql.rows<Run>(
    `select distinct on (c.period ->> 'asOf', c.id) c.id, c.code, c.names, c.period, r.id as "runId",
            r.status <> 'open' as final, r.criteria_set_version_id as "criteriaSetVersionId"
       from scoring_run r join review_cycle c on c.administration_id = r.administration_id and c.id = r.cycle_id
      where r.administration_id = $1
        and exists (select from cycle_participant p where p.administration_id = c.administration_id
                     and p.cycle_id = c.id and p.unit_id = any($2::uuid[]))
      order by c.period ->> 'asOf', c.id, (r.status <> 'open') desc, r.number desc`,
    [administrationId, unitIds],
  );
  const sets = await Promise.all(
    runs.map(async (run) => ({ run, set: await criteriaSetVersion(sql, run.criteriaSetVersionId) })),
  );
  const weights = sets.flatMap(({ run, set }) =>
    set.content.indicators.flatMap(({ code, aggregation, aggregationWeight }) =>
      aggregation === 'weighted' && aggregationWeight !== undefined && codes.includes(code)
        ? [{ runId: run.runId, code, element: aggregationWeight }]
        : [],
    ),
  );
  const rows = await sql.rows<Row>(
    `select r.cycle_id as "cycleId", s.unit_id as "unitId", s.indicator_code as indicator, s.state,
            trim_scale(s.numerator)::text as numerator, trim_scale(s.denominator)::text as denominator,
            s.value_num::text as "valueNum", s.value_den::text as "valueDen", s.shown_value as "shownValue",
            (select sum(f.value)::text
               from unnest($5::uuid[], $6::text[], $7::text[]) as w (run_id, indicator, element)
               join figure f on f.administration_id = $1 and f.cycle_id = r.cycle_id and f.unit_id = s.unit_id
                and f.element_code = w.element and f.state = 'value' and f.recorded_at < r.figures_as_of
                and (f.superseded_at is null or f.superseded_at >= r.figures_as_of)
              where w.run_id = s.run_id and w.indicator = s.indicator_code) as weight
       from score s join scoring_run r on r.administration_id = s.administration_id and r.id = s.run_id
      where s.administration_id = $1 and s.run_id = any($2::uuid[]) and s.unit_id = any($3::uuid[])
        and s.indicator_code = any($4::text[]) and s.superseded_at is null`,
    [
      administrationId,
      runs.map(({ runId }) => runId),
      unitIds,
      codes,
      weights.map(({ runId }) => runId),
      weights.map(({ code }) => code),
      weights.map(({ element }) => element),
    ],
  );
  const found = new Map<string, SeriesCycle[]>(codes.map((code) => [code, []]));
  for (const {
    run: { runId: _, criteriaSetVersionId: _set, ...cycle },
    set,
  } of sets) {
    for (const indicator of set.content.indicators) {
      const own = rows.filter((row) => row.cycleId === cycle.id && row.indicator === indicator.code);
      if (own.length === 0) continue;
      found.get(indicator.code)?.push({ ...cycle, indicator, points: own.map(pointOf) });
    }
  }
  return found;
}

const pointOf = ({
  unitId,
  state,
  numerator,
  denominator,
  valueNum,
  valueDen,
  shownValue,
  weight,
}: Row): SeriesPoint => ({
  unitId,
  state,
  numerator,
  denominator,
  value: ratioOf(valueNum, valueDen)?.toString() ?? null,
  shownValue,
  weight,
});

/** Stored parts are decimals, and so is their sum. */
const sumOf = (parts: readonly (string | null)[]): string | null =>
  Ratio.sum(parts.map((part) => Ratio.of(part ?? '0'))).toExactDecimal() ?? null;

/** The points that are scored, together: Σ/Σ, or as the indicator declares. */
export function together(indicator: Indicator, points: readonly SeriesPoint[]): AggregateView {
  const scored = points.filter(({ state, value }) => state === 'scored' && value !== null);
  const sum = (part: 'numerator' | 'denominator'): string | null => {
    const parts = scored.map((point) => point[part]);
    return parts.includes(null) ? null : sumOf(parts);
  };
  const counting =
    indicator.aggregation === 'weighted' ? scored.filter(({ weight }) => weight !== null) : scored;
  return aggregate(indicator, {
    units: scored.length,
    numerator: sum('numerator'),
    denominator: sum('denominator'),
    sumOfShown: null,
    values: counting.flatMap(({ value }) => value ?? []),
    weights: counting.flatMap(({ weight }) => weight ?? []),
  });
}
