import type { FigureMessageView, FigureView } from '@nhip/contracts';
import type { Sql } from '../../platform/index.js';
import type { Day } from '../../shared/index.js';
import { cellKey } from '../domain/cells.js';

export interface FormFigure {
  readonly element: string;
  readonly month: Day | null;
  readonly view: FigureView;
}

/** Person behind `user:<account id>`; parts of the system keep their name. */
const nameOf = (column: string): string => `coalesce((select n.full_name from account a
  join person n on n.id = a.person_id where ${column} = 'user:' || a.id::text), ${column})`;

const figureColumns = `element_code as element, month,
            jsonb_build_object('version', id, 'state', state, 'value', trim_scale(value)::text, 'note', note, 'source', source,
              'illustrative', illustrative, 'published', published,
              'period', jsonb_build_object('start', period_start, 'end', period_end),
              'recordedBy', ${nameOf('recorded_by')},
              'at', to_char(at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) as view`;

/** The current figures of a unit in a cycle, by cell. */
export async function figuresOf(
  sql: Sql,
  place: { readonly administrationId: string; readonly cycleId: string; readonly unitId: string },
): Promise<ReadonlyMap<string, FormFigure>> {
  const rows = await sql.rows<FormFigure>(
    `select ${figureColumns}
       from figure
      where administration_id = $1 and cycle_id = $2 and unit_id = $3 and superseded_at is null`,
    [place.administrationId, place.cycleId, place.unitId],
  );
  return new Map(rows.map((row) => [cellKey(row.element, row.month), row]));
}

/** The current figures the secretariat entered in a cycle, all units: by unit, then by cell. */
export async function externalFiguresOf(
  sql: Sql,
  place: { readonly administrationId: string; readonly cycleId: string },
): Promise<ReadonlyMap<string, ReadonlyMap<string, FigureView>>> {
  const rows = await sql.rows<FormFigure & { place: string }>(
    `select unit_id as place, ${figureColumns}
       from figure
      where administration_id = $1 and cycle_id = $2 and side = 'secretariat' and superseded_at is null`,
    [place.administrationId, place.cycleId],
  );
  return byPlace(rows);
}

/** The current figures of units in several cycles: by `cycle unit`, then by cell. */
export async function figuresOfCycles(
  sql: Sql,
  of: {
    readonly administrationId: string;
    readonly cycleIds: readonly string[];
    readonly unitIds: readonly string[];
    readonly elements: readonly string[] | undefined;
  },
): Promise<ReadonlyMap<string, ReadonlyMap<string, FigureView>>> {
  if (of.cycleIds.length === 0) return new Map();
  const rows = await sql.rows<FormFigure & { place: string }>(
    `select cycle_id || ' ' || unit_id as place, ${figureColumns}
       from figure
      where administration_id = $1 and cycle_id = any($2) and unit_id = any($3)
        and ($4::text[] is null or element_code = any($4)) and superseded_at is null`,
    [of.administrationId, of.cycleIds, of.unitIds, of.elements ?? null],
  );
  return byPlace(rows);
}

function byPlace(rows: readonly (FormFigure & { place: string })[]): Map<string, Map<string, FigureView>> {
  const places = new Map<string, Map<string, FigureView>>();
  for (const { place, element, month, view } of rows) {
    const cells = places.get(place) ?? new Map<string, FigureView>();
    places.set(place, cells.set(cellKey(element, month), view));
  }
  return places;
}

/** The talk about the figures of a submission, oldest first. */
export function figureMessages(
  sql: Sql,
  administrationId: string,
  submissionId: string,
): Promise<FigureMessageView[]> {
  return sql.rows(
    `select id, element_code as element, to_char(month, 'YYYY-MM') as month, side,
            ${nameOf('author')} as author, text, at
       from figure_message where administration_id = $1 and submission_id = $2 order by at, id`,
    [administrationId, submissionId],
  );
}
