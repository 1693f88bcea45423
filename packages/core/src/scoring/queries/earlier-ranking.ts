import type { ComparedRound, IncomparableReason, Names, ScoringRunView } from '@nhip/contracts';
import { criteriaSetVersion, type IssuedSetVersion } from '../../criteria/index.js';
import type { Sql } from '../../platform/index.js';
import type { Period } from '../../shared/index.js';
import { whyIncomparable, type RankedUnit } from '../domain/movement.js';
import { scoredCycle } from './cycle-figures.js';
import { comparedRun } from './visible-run.js';

/** The ranks of an earlier cycle, or why no unit can be compared with it. */
export interface EarlierRanking {
  /** Null where there is none. */
  readonly round: ComparedRound | null;
  readonly incomparable: IncomparableReason | undefined;
  readonly units: ReadonlyMap<string, RankedUnit>;
}

/**
 * Of the cycle given, else of the previous one this cycle names. What is published is compared with published
 * ranks only, so that it gives away no others.
 */
export async function earlierRanking(
  sql: Sql,
  administrationId: string,
  run: ScoringRunView,
  set: IssuedSetVersion,
  { against, unitIds }: { readonly against?: string | undefined; readonly unitIds?: readonly string[] } = {},
): Promise<EarlierRanking> {
  const cycle = await scoredCycle(sql, administrationId, run.cycleId);
  const earlierId = against ?? cycle.previousCycleId;
  const compared =
    earlierId === null
      ? undefined
      : await comparedRun(sql, administrationId, earlierId, run.status === 'published');
  const of = { set, period: cycle.period, unitIds };
  const published = (): Promise<EarlierRanking> => publishedRanking(sql, administrationId, run, of);
  if (compared === undefined) return published();
  const { run: earlierRun, final } = compared;
  const earlierCycle = await scoredCycle(sql, administrationId, earlierRun.cycleId);
  const earlierSet = await criteriaSetVersion(sql, earlierRun.criteriaSetVersionId);
  const incomparable = whyIncomparable(
    { criteriaHash: set.contentHash, period: cycle.period, final: run.status !== 'open' },
    { criteriaHash: earlierSet.contentHash, period: earlierCycle.period, final },
  );
  const round = { names: earlierCycle.names, source: null };
  if (incomparable !== undefined) {
    const entered = against === undefined ? await published() : undefined;
    return entered?.round ? entered : { round, incomparable, units: new Map() };
  }
  const rows = await sql.rows<RankedUnit & { readonly unitId: string }>(
    `select unit_id as "unitId", peer_group_id as "groupId", rank from total_score
      where administration_id = $1 and run_id = $2 and superseded_at is null
        ${unitIds === undefined ? '' : 'and unit_id = any($3::uuid[])'}`,
    [administrationId, earlierRun.id, ...(unitIds === undefined ? [] : [unitIds])],
  );
  return {
    round,
    incomparable,
    units: new Map(rows.map(({ unitId, groupId, rank }) => [unitId, { groupId, rank }])),
  };
}

interface PublishedRow {
  readonly unitId: string;
  readonly groupId: string | null;
  readonly rank: number | null;
  readonly points: string | null;
}

/** Where no earlier cycle can be compared with: the round as it was published elsewhere and entered for this cycle. */
async function publishedRanking(
  sql: Sql,
  administrationId: string,
  run: ScoringRunView,
  {
    set,
    period,
    unitIds,
  }: {
    readonly set: IssuedSetVersion;
    readonly period: Period;
    readonly unitIds: readonly string[] | undefined;
  },
): Promise<EarlierRanking> {
  const [entered] = await sql.rows<{
    names: Names;
    period: Period;
    criteriaSetVersionId: string | null;
    source: string;
  }>(
    `select names, period, criteria_set_version_id as "criteriaSetVersionId", source->>'text' as source
       from published_round where administration_id = $1 and cycle_id = $2`,
    [administrationId, run.cycleId],
  );
  const incomparable = whyIncomparable(
    { criteriaHash: set.contentHash, period, final: run.status !== 'open' },
    entered && {
      criteriaHash: entered.criteriaSetVersionId === set.id ? set.contentHash : '',
      period: entered.period,
      final: true,
    },
  );
  const round = entered ? { names: entered.names, source: entered.source } : null;
  if (incomparable !== undefined) return { round, incomparable, units: new Map() };
  const rows = await sql.rows<PublishedRow>(
    `select unit_id as "unitId", peer_group_id as "groupId", rank, trim_scale(points)::text as points
       from published_score where administration_id = $1 and cycle_id = $2
        ${unitIds === undefined ? '' : 'and unit_id = any($3::uuid[])'}`,
    [administrationId, run.cycleId, ...(unitIds === undefined ? [] : [unitIds])],
  );
  return {
    round,
    incomparable,
    units: new Map(
      rows.map(({ unitId, groupId, rank, points }) => [
        unitId,
        { groupId, rank, published: true, ...(points !== null && { points }) },
      ]),
    ),
  };
}
