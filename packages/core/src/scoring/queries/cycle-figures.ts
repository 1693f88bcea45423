import type { Names } from '@nhip/contracts';
import {
  monthsOf,
  periodFigure,
  type Figure,
  type IssuedSetVersion,
  type UnitFigures,
} from '../../criteria/index.js';
import type { Sql } from '../../platform/index.js';
import { elsewhereFigures, type CycleCounts, type SupposedFigures } from '../../submissions/index.js';
import { DomainError, Ratio, type Period } from '../../shared/index.js';

/** The transaction's setting that holds the instant until which scoring reads. */
export const INPUT_UNTIL = 'nhip.input_until';

/** What scoring needs to know of a cycle. */
export interface ScoredCycle {
  readonly id: string;
  readonly names: Names;
  readonly period: Period;
  readonly criteriaSetVersionId: string;
  readonly previousCycleId: string | null;
}

export async function scoredCycle(sql: Sql, administrationId: string, id: string): Promise<ScoredCycle> {
  const [row] = await sql.rows<ScoredCycle>(
    `select id, names, period, criteria_set_version_id as "criteriaSetVersionId", previous_cycle_id as "previousCycleId"
       from review_cycle where administration_id = $1 and id = $2`,
    [administrationId, id],
  );
  if (row === undefined) throw new DomainError('NOT_FOUND');
  return row;
}

/**
 * A unit of the cycle with its type and group on the cut-off day of the figures; one that did not exist then, as it
 * was nearest to that day: whoever takes part is scored.
 */
export interface ScoredUnit {
  readonly unitId: string;
  readonly excused: boolean;
  readonly unitType: string;
  readonly groupId: string | null;
}

export async function scoredUnits(
  sql: Sql,
  administrationId: string,
  { id }: Pick<ScoredCycle, 'id'>,
  unitIds?: readonly string[],
): Promise<ScoredUnit[]> {
  return sql.rows<ScoredUnit>(
    `select p.unit_id as "unitId", p.status = 'excused' as excused, v.unit_type as "unitType",
            v.peer_group_id as "groupId"
       from (select administration_id, id, (period ->> 'asOf')::date as day from review_cycle
              where administration_id = $1 and id = $2) c
       join cycle_participant p on p.administration_id = c.administration_id and p.cycle_id = c.id
      cross join lateral (
        select unit_type, peer_group_id from unit_version v
         where v.administration_id = p.administration_id and v.unit_id = p.unit_id
         order by v.valid_from <= c.day and (v.valid_to is null or v.valid_to > c.day) desc,
                  abs(v.valid_from - c.day) limit 1) v
      where true ${unitIds === undefined ? '' : 'and p.unit_id = any($3::uuid[])'}
      order by p.unit_id`,
    [administrationId, id, ...(unitIds === undefined ? [] : [unitIds])],
  );
}

/** Current versions, or those that stood at an instant (see `scored_input_until`). */
export const versionsAt = (recordedAt: string | null, place: number): string =>
  recordedAt === null
    ? `superseded_at is null and $${place}::timestamptz is null`
    : `recorded_at < $${place} and (superseded_at is null or superseded_at >= $${place})`;

const held = `current_setting('${INPUT_UNTIL}')::timestamptz`;
const versionsHeld = `recorded_at < ${held} and (superseded_at is null or superseded_at >= ${held})`;

/** Until the instant that the transaction holds. */
export const HELD = Symbol('held');
type Moment = string | typeof HELD;

/** What was recorded in a cycle of some units. */
export interface Recorded {
  readonly figures: ReadonlyMap<string, ReadonlyMap<string, readonly Figure[]>>;
  /** Points people decided, of units that have any. */
  readonly appraised: ReadonlyMap<string, ReadonlyMap<string, Ratio>>;
}

/**
 * The current versions, or those that stood at an instant; `HELD`: at the instant that the transaction holds
 * (`ScoringRuns.inputUntil`), whose answer need not have come yet. Two statements sent together, with a row for each unit
 * that has figures.
 */
export async function readRecorded(
  sql: Sql,
  administrationId: string,
  cycleId: string,
  unitIds: readonly string[],
  recordedAt: Moment | null,
): Promise<Recorded> {
  const versions = recordedAt === HELD ? versionsHeld : versionsAt(recordedAt, 4);
  const values = [administrationId, cycleId, unitIds, ...(recordedAt === HELD ? [] : [recordedAt])];
  const [figures, appraised] = await Promise.all([
    sql.rows<{ unitId: string; figures: string }>(
      `select unit_id as "unitId", string_agg(element_code || ' ' || coalesce(value::text, state), E'\n') as figures
         from figure
        where administration_id = $1 and cycle_id = $2 and unit_id = any($3::uuid[]) and ${versions}
        group by unit_id`,
      values,
    ),
    sql.rows<AppraisedPoints>(
      `select unit_id as "unitId", indicator_code as indicator, points::text as points from appraisal
        where administration_id = $1 and cycle_id = $2 and unit_id = any($3::uuid[]) and ${versions}
          and kind = 'appraised' and points is not null`,
      values,
    ),
  ]);
  return {
    figures: new Map(figures.map(({ unitId, figures: text }) => [unitId, recordedFigures(text)])),
    appraised: pointsByUnit(appraised),
  };
}

/** Where figures are read: those of a cycle, for the elements of a set. */
export interface FigureSource {
  readonly administrationId: string;
  readonly cycle: ScoredCycle;
  readonly set: IssuedSetVersion;
  /** As they were recorded at this instant, text of the database; without it the current ones. */
  readonly recordedAt?: string | null;
  /** What the set counts over all units, where it was asked for already. */
  readonly counted?: CycleCounts | undefined;
  /** Stand in the place of the others, wherever those are read. */
  readonly supposed?: SupposedFigures | undefined;
}

/** Figures of some units; `read`: what was recorded, where it was asked for already. */
export async function cycleFigures(
  sql: Sql,
  { administrationId, cycle, set, recordedAt = null, counted, supposed }: FigureSource,
  units: readonly ScoredUnit[],
  read?: Promise<Recorded>,
): Promise<Map<string, UnitFigures>> {
  const unitIds = units.map(({ unitId }) => unitId);
  const place = { administrationId, cycleId: cycle.id, period: cycle.period, unitIds, recordedAt, supposed };
  const [recorded, elsewhere] = await Promise.all([
    read ?? readRecorded(sql, administrationId, cycle.id, unitIds, recordedAt),
    elsewhereFigures(sql, set, place, counted),
  ]);
  const count = monthsOf(cycle.period.start, cycle.period.end);
  const months = count === undefined ? undefined : Ratio.of(count);
  return new Map(
    units.map(({ unitId, unitType, groupId }) => {
      const ofUnit = recorded.figures.get(unitId);
      const figures = new Map<string, Figure>();
      for (const element of set.content.dataElements) {
        figures.set(element.code, periodFigure(element, ofUnit?.get(element.code) ?? [], count));
      }
      for (const [code, figure] of supposed?.get(unitId) ?? []) figures.set(code, figure);
      return [
        unitId,
        {
          unitType,
          groupId,
          months,
          figures,
          elsewhere: elsewhere(unitId, figures),
          appraised: recorded.appraised.get(unitId) ?? nothingAppraised,
        },
      ];
    }),
  );
}

const nothingAppraised: ReadonlyMap<string, Ratio> = new Map();

interface AppraisedPoints {
  readonly unitId: string;
  readonly indicator: string;
  readonly points: string;
}

function pointsByUnit(rows: readonly AppraisedPoints[]): Map<string, Map<string, Ratio>> {
  const byUnit = new Map<string, Map<string, Ratio>>();
  for (const { unitId, indicator, points } of rows) {
    const ofUnit = byUnit.get(unitId) ?? new Map<string, Ratio>();
    byUnit.set(unitId, ofUnit.set(indicator, Ratio.of(points)));
  }
  return byUnit;
}

/** `element value` or `element state`, line by line; codes have no spaces, and only values have digits in front. */
function recordedFigures(text: string): Map<string, Figure[]> {
  const figures = new Map<string, Figure[]>();
  for (const line of text.split('\n')) {
    const space = line.indexOf(' ');
    const element = line.slice(0, space);
    const figure = figureOf(line.slice(space + 1));
    const known = figures.get(element);
    if (known === undefined) figures.set(element, [figure]);
    else known.push(figure);
  }
  return figures;
}

function figureOf(text: string): Figure {
  switch (text) {
    case 'nothing':
    case 'not-applicable':
    case 'missing':
      return { state: text };
    default:
      return { state: 'value', value: Ratio.of(text) };
  }
}
