import { createHash } from 'node:crypto';
import { actorName, type Transaction } from '../../platform/index.js';
import { canonicalJson, type Day } from '../../shared/index.js';
import type { CurrentFigure, FigureRow } from '../domain/figure-row.js';

/** SHA-256 over the rows of one save, as history keeps it. */
export const hashOfFigures = (rows: readonly FigureRow[]): string =>
  createHash('sha256').update(canonicalJson(rows)).digest('hex');

export class Figures {
  constructor(private readonly tx: Transaction) {}

  /** The figures as they stand, of these units or of all. */
  listCurrent(cycleId: string, unitIds?: readonly string[]): Promise<CurrentFigure[]> {
    return this.tx.rows<CurrentFigure>(
      `select id as version, unit_id as "unitId", element_code as element, month, period_start as start, period_end as "end", side,
              state, trim_scale(value)::text as value, note, source, illustrative, published,
              valid_on as "validOn"
         from figure
        where administration_id = $1 and cycle_id = $2 and ($3::uuid[] is null or unit_id = any($3))
          and superseded_at is null
        order by unit_id, element_code collate "C", month`,
      [this.tx.administrationId, cycleId, unitIds ?? null],
    );
  }

  /** New versions of these cells; the versions before them are superseded, never changed. `validOn`: day of the save. */
  async record(cycleId: string, rows: readonly FigureRow[], validOn: Day): Promise<void> {
    await this.tx.rows('select hold_scored_input($1)', [cycleId]);
    await this.tx.rows(
      `update figure f set superseded_at = clock_timestamp()
         from unnest($3::uuid[], $4::text[], $5::date[]) as x(unit, element, month)
        where f.administration_id = $1 and f.cycle_id = $2 and f.unit_id = x.unit and f.element_code = x.element
          and f.month is not distinct from x.month and f.superseded_at is null`,
      [
        this.tx.administrationId,
        cycleId,
        rows.map(({ unitId }) => unitId),
        rows.map(({ element }) => element),
        rows.map(({ month }) => month),
      ],
    );
    await this.tx.rows(
      `insert into figure (administration_id, cycle_id, unit_id, element_code, month, period_start, period_end, side,
                           state, value, note, source, illustrative, published, recorded_by, at, valid_on)
       select $1, $2, unit, element, month, starts, ends, side, state, value, note, source::jsonb, illustrative,
              published::jsonb, $3, $4, $5
         from unnest($6::uuid[], $7::text[], $8::date[], $9::date[], $10::date[], $11::text[], $12::text[],
                     $13::numeric[], $14::text[], $15::text[], $16::boolean[], $17::text[])
           as x(unit, element, month, starts, ends, side, state, value, note, source, illustrative, published)`,
      [
        this.tx.administrationId,
        cycleId,
        actorName(this.tx.actor),
        this.tx.now,
        validOn,
        rows.map(({ unitId }) => unitId),
        rows.map(({ element }) => element),
        rows.map(({ month }) => month),
        rows.map(({ start }) => start),
        rows.map(({ end }) => end),
        rows.map(({ side }) => side),
        rows.map(({ state }) => state),
        rows.map(({ value }) => value),
        rows.map(({ note }) => note),
        rows.map(({ source }) => (source === null ? null : JSON.stringify(source))),
        rows.map(({ illustrative }) => illustrative),
        rows.map(({ published }) => (published === null ? null : JSON.stringify(published))),
      ],
    );
  }
}
