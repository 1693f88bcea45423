import type { DataElement } from '@nhip/contracts';
import {
  missingFigure,
  monthsOf,
  needsNothing,
  periodFigure,
  type ElsewhereFigures,
  type Figure,
  type FormulaNeeds,
  type IssuedSetVersion,
  type UnitFigures,
} from '../../criteria/index.js';
import type { Sql } from '../../platform/index.js';
import { Ratio, type Period } from '../../shared/index.js';
import { periodBefore, periodsOfYear, type Span } from '../domain/earlier-periods.js';

/** Whose figures, and as of when. */
interface Place {
  readonly administrationId: string;
  readonly cycleId: string;
  readonly period: Period;
  readonly unitIds: readonly string[];
  /** As they were recorded before an instant; null: the current ones. */
  readonly recordedAt: string | null;
  /** Figures of the cycle, by unit, that are to stand in place of those recorded. */
  readonly supposed?: SupposedFigures | undefined;
}

export type SupposedFigures = ReadonlyMap<string, UnitFigures['figures']>;

/**
 * What the set's formulas ask for besides a unit's own figures of the period: earlier periods of the same set in
 * whatever cycle, the unit above it on the cut-off day, counts of units. A fixed number of statements whatever the
 * number of units, and none for a set that asks for nothing.
 */
export async function elsewhereFigures(
  sql: Sql,
  set: IssuedSetVersion,
  place: Place,
  /** Where a cycle is read in parts, what is counted in all of it is read once before. */
  counted?: CycleCounts,
): Promise<Elsewhere> {
  const { content, compiled, setId } = set;
  const { needs } = compiled;
  if (needsNothing(needs)) return () => undefined;
  const elements = new Map(content.dataElements.map((element) => [element.code, element]));
  const ofYear = periodsOfYear(place.period);
  const spans = spansNeeded(needs, place.period, ofYear ?? []);
  const earlier = await earlierFigures(sql, setId, place, spans, elements);
  const above = await figuresAbove(sql, place, needs.parent, elements);
  const counts = counted ?? (await cycleCounts(sql, set, place));
  const find = (unitId: string, element: string, span: Span): Figure =>
    earlier.get(keyOf(unitId, element, span)) ?? missingFigure;

  return (unitId, own) => ({
    at(element, offset) {
      const span = periodBefore(place.period, -offset);
      return span === undefined ? missingFigure : find(unitId, element, span);
    },
    yearToDate(element) {
      if (ofYear === undefined) return missingFigure;
      const before = ofYear.slice(1).map((span) => find(unitId, element, span));
      return together([own.get(element) ?? missingFigure, ...before]);
    },
    parent: (element) => above.get(`${unitId} ${element}`) ?? missingFigure,
    count: (element) => Ratio.of(counts.get(element ?? '') ?? 0),
  });
}

/** For a unit with its own figures of the period; undefined where the set asks for nothing else. */
type Elsewhere = (unitId: string, own: UnitFigures['figures']) => ElsewhereFigures | undefined;

type Elements = ReadonlyMap<string, DataElement>;

const keyOf = (unitId: string, element: string, { start, end }: Span): string =>
  `${unitId} ${element} ${start} ${end}`;

/** Periods summed up, by the rule for the months of a monthly element. */
const together = (all: readonly Figure[]): Figure => periodFigure({ frequency: 'monthly' }, all, all.length);

/** Elements by the periods they are needed of. */
function spansNeeded(
  { offsets, yearToDate }: FormulaNeeds,
  period: Period,
  ofYear: readonly Span[],
): { span: Span; element: string }[] {
  const back = [...offsets].flatMap(([element, all]) =>
    [...all].flatMap((offset) => {
      const span = periodBefore(period, -offset);
      return span ? [{ span, element }] : [];
    }),
  );
  const year = ofYear.slice(1);
  return [...back, ...[...yearToDate].flatMap((element) => year.map((span) => ({ span, element })))];
}

interface FigureRow {
  readonly unitId: string;
  readonly element: string;
  readonly start: Span['start'];
  readonly end: Span['end'];
  readonly state: Figure['state'];
  readonly value: string | null;
}

/** Which versions of figures count: for `$1` an instant, what was recorded before it; for null, the current ones. */
const AS_RECORDED = `case when $1::timestamptz is null then f.superseded_at is null
  else f.recorded_at < $1 and (f.superseded_at is null or f.superseded_at >= $1) end`;

/** Where two cycles report on the same period, the later one counts. */
async function earlierFigures(
  sql: Sql,
  setId: string,
  { administrationId, unitIds, recordedAt }: Place,
  spans: readonly { readonly span: Span; readonly element: string }[],
  elements: Elements,
): Promise<Map<string, Figure>> {
  if (spans.length === 0) return new Map();
  const cycles = await cyclesOf(sql, administrationId, setId, spans);
  if (cycles.length === 0) return new Map();
  // Whoever is just recording figures of theirs from before that instant commits first (see `scored_input_until`).
  if (recordedAt !== null)
    await sql.rows('select scored_input_until(id) from unnest($1::uuid[]) as c (id)', [
      cycles.map(({ id }) => id),
    ]);
  const rows = await sql.rows<FigureRow>(
    `with wanted as (
       select distinct * from unnest($4::text[], $5::text[], $6::text[]) as w (element, first_day, last_day)),
     found as (
       select f.*, c.first_day, c.last_day,
              dense_rank() over (partition by f.unit_id, f.element_code, c.first_day, c.last_day
                                 order by c.place) as place
         from unnest($7::uuid[], $8::text[], $9::text[]) with ordinality as c (id, first_day, last_day, place)
         join wanted w on w.first_day = c.first_day and w.last_day = c.last_day
         join figure f on f.administration_id = $2 and f.cycle_id = c.id and f.element_code = w.element
          and f.unit_id = any($3::uuid[])
         join submission s on s.administration_id = f.administration_id and s.cycle_id = f.cycle_id
          and s.unit_id = f.unit_id
         left join procedure_instance i on i.administration_id = s.administration_id and i.id = s.id
        where coalesce(i.state, '') not in ('withdrawn', 'excused') and ${AS_RECORDED})
     select unit_id as "unitId", element_code as element, first_day as start, last_day as end, state,
            value::text as value
       from found where place = 1`,
    [
      recordedAt,
      administrationId,
      unitIds,
      spans.map(({ element }) => element),
      spans.map(({ span }) => span.start),
      spans.map(({ span }) => span.end),
      cycles.map(({ id }) => id),
      cycles.map(({ start }) => start),
      cycles.map(({ end }) => end),
    ],
  );
  const grouped = groupedBy(rows, (row) => keyOf(row.unitId, row.element, row));
  return new Map([...grouped].map(([key, all]) => [key, figureOf(all, all[0], elements)]));
}

/** Whether scoring a period reads figures of that other one, of whatever cycle. */
export const readsPeriod = ({ compiled }: IssuedSetVersion, period: Period, other: Span): boolean =>
  spansNeeded(compiled.needs, period, periodsOfYear(period) ?? []).some(
    ({ span }) => span.start === other.start && span.end === other.end,
  );

/** Cycles whose figures are read when this one is scored, besides its own. */
export async function earlierCycles(
  sql: Sql,
  { setId, compiled }: IssuedSetVersion,
  { administrationId, period }: Pick<Place, 'administrationId' | 'period'>,
): Promise<string[]> {
  const spans = spansNeeded(compiled.needs, period, periodsOfYear(period) ?? []);
  if (spans.length === 0) return [];
  const cycles = await cyclesOf(sql, administrationId, setId, spans);
  return cycles.map(({ id }) => id);
}

/** Cycles of the set over these periods, the latest first. */
const cyclesOf = (
  sql: Sql,
  administrationId: string,
  setId: string,
  spans: readonly { readonly span: Span }[],
): Promise<(Span & { readonly id: string })[]> =>
  sql.rows<Span & { readonly id: string }>(
    `select c.id, c.period->>'start' as start, c.period->>'end' as end
       from review_cycle c join criteria_set_version v on v.id = c.criteria_set_version_id
      where c.administration_id = $1 and v.set_id = $2
        and (c.period->>'start', c.period->>'end') in (select * from unnest($3::text[], $4::text[]))
      order by c.created_at desc, c.id desc`,
    [administrationId, setId, spans.map(({ span }) => span.start), spans.map(({ span }) => span.end)],
  );

/** By unit and element: the figure of the unit above it in this cycle. */
async function figuresAbove(
  sql: Sql,
  place: Place,
  wanted: ReadonlySet<string>,
  elements: Elements,
): Promise<Map<string, Figure>> {
  if (wanted.size === 0) return new Map();
  const { administrationId, cycleId, period, unitIds, recordedAt } = place;
  const rows = await sql.rows<Omit<FigureRow, 'start' | 'end'>>(
    `select u.unit_id as "unitId", f.element_code as element, f.state, f.value::text as value
       from unnest($4::uuid[]) as u (unit_id)
      cross join lateral (${parentOf('$2', '$5')}) v
       join figure f on f.administration_id = $2 and f.cycle_id = $3 and f.unit_id = v.parent_id
        and f.element_code = any($6::text[])
      where ${AS_RECORDED}`,
    [recordedAt, administrationId, cycleId, unitIds, period.asOf, [...wanted]],
  );
  const grouped = groupedBy(rows, ({ unitId, element }) => `${unitId} ${element}`);
  const found = new Map([...grouped].map(([key, all]) => [key, figureOf(all, period, elements)]));
  for (const [key, figure] of await supposedAbove(sql, place)) found.set(key, figure);
  return found;
}

/** The unit above `u.unit_id` on a day. */
const parentOf = (administration: string, day: string): string =>
  `select parent_id from unit_version v where v.administration_id = ${administration} and v.unit_id = u.unit_id
    order by v.valid_from <= ${day}::date and (v.valid_to is null or v.valid_to > ${day}::date) desc,
             abs(v.valid_from - ${day}::date) limit 1`;

/** Figures that are supposed of the units above, by the unit below and the element. */
async function supposedAbove(
  sql: Sql,
  { administrationId, period, unitIds, supposed }: Place,
): Promise<[string, Figure][]> {
  if (supposed === undefined || supposed.size === 0) return [];
  const rows = await sql.rows<{ unitId: string; parentId: string }>(
    `select u.unit_id as "unitId", v.parent_id as "parentId" from unnest($2::uuid[]) as u (unit_id)
      cross join lateral (${parentOf('$1', '$3')}) v where v.parent_id = any($4::uuid[])`,
    [administrationId, unitIds, period.asOf, [...supposed.keys()]],
  );
  return rows.flatMap(({ unitId, parentId }) =>
    [...(supposed.get(parentId) ?? [])].map(([element, figure]): [string, Figure] => [
      `${unitId} ${element}`,
      figure,
    ]),
  );
}

function groupedBy<Row>(rows: readonly Row[], keyOfRow: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOfRow(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}

function figureOf(
  rows: readonly Pick<FigureRow, 'element' | 'state' | 'value'>[],
  span: Span | undefined,
  elements: Elements,
): Figure {
  const element = elements.get(rows[0]?.element ?? '');
  if (element === undefined || span === undefined) return missingFigure;
  const recorded = rows.map(({ state, value }): Figure => {
    if (state !== 'value') return { state };
    return value === null ? missingFigure : { state, value: Ratio.of(value) };
  });
  return periodFigure(element, recorded, monthsOf(span.start, span.end));
}

/** Units that take part, under the empty name; those of them with a value, under the element's code. */
export type CycleCounts = ReadonlyMap<string, number>;

/** What the set's formulas count in a cycle; nothing is read where they count nothing. */
export async function cycleCounts(
  sql: Sql,
  { content, compiled }: IssuedSetVersion,
  { administrationId, cycleId, period, recordedAt, supposed = new Map() }: Omit<Place, 'unitIds'>,
): Promise<CycleCounts> {
  const { counts, units } = compiled.needs;
  if (counts.size === 0 && !units) return new Map();
  const months = monthsOf(period.start, period.end) ?? 1;
  const codes = [...counts];
  const monthly = new Set(
    content.dataElements.flatMap(({ code, frequency }) => (frequency === 'monthly' ? [code] : [])),
  );
  const others = [...supposed].flatMap(([unitId, figures]) =>
    [...figures].map(([element, { state }]) => ({ unitId, element, counts: state === 'value' })),
  );
  const rows = await sql.rows<{ element: string; count: number }>(
    `with active as (
       select unit_id from cycle_participant
        where administration_id = $2 and cycle_id = $3 and status <> 'excused')
     select '' as element, count(*)::int as count from active
     union all
     select element_code, count(*)::int from (
       select s.element as element_code, s.unit_id
         from unnest($6::uuid[], $7::text[], $8::boolean[]) as s (unit_id, element, counts)
         join active a on a.unit_id = s.unit_id
        where s.counts and s.element = any($4)
       union all
       select f.element_code, f.unit_id
         from unnest($4::text[], $5::int[]) as w (element, cells)
         join figure f on f.administration_id = $2 and f.cycle_id = $3 and f.element_code = w.element
         join active a on a.unit_id = f.unit_id
        where ${AS_RECORDED}
          and (f.unit_id, f.element_code) not in (select * from unnest($6::uuid[], $7::text[]))
        group by f.element_code, f.unit_id
       having bool_or(f.state = 'value') and not bool_or(f.state = 'missing') and count(*) >= max(w.cells)) g
      group by element_code`,
    [
      recordedAt,
      administrationId,
      cycleId,
      codes,
      codes.map((code) => (monthly.has(code) ? months : 1)),
      others.map(({ unitId }) => unitId),
      others.map(({ element }) => element),
      others.map(({ counts: counted }) => counted),
    ],
  );
  return new Map(rows.map(({ element, count }) => [element, count]));
}
