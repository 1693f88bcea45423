import type { Transaction } from '../../platform/index.js';
import { scoreColumns, type TotalRow } from '../domain/score-rows.js';

const types: Readonly<Record<string, string>> = { breaches: 'jsonb', target_met: 'boolean' };
for (const part of ['numerator', 'denominator', 'value_num', 'value_den', 'points_num', 'points_den'])
  Object.assign(types, { [part]: 'numeric' });
/** As COPY writes it: its `t` and `f` are what a cast to text spells out. */
const written = (column: string): string =>
  types[column] === 'boolean' ? `left(${column}::text, 1)` : `${column}::text`;
/** A stored row as its score line (see `scoreLine`). */
const line = `concat_ws(E'\\t', ${scoreColumns.map((column) => `coalesce(${written(column)}, '\\N')`).join(', ')})`;
const fieldAt = (column: string, index: number): string => `f[${index + 1}]::${types[column] ?? 'text'}`;

const copied = [...scoreColumns, 'unit_id', 'run_id', 'administration_id', 'valid_on'];

export interface CurrentTotal extends TotalRow {
  readonly revision: number;
}

/** A total as its next version, with what was written of its scores. */
export type WrittenTotal = TotalRow & {
  readonly revision: number;
  readonly scoresWritten: number;
  readonly scoresHash: string;
};

const TOTALS_AT_ONCE = 500;

/** Lines of one unit. */
export interface UnitLines {
  readonly unitId: string;
  readonly lines: readonly string[];
}

/** A run by its id, or the open one of a cycle, whose id need not be known yet. */
export type RunOf = string | { readonly openOf: string };

/** Given `$1`, the administration, and `$2`. */
const runOf = (run: RunOf): string =>
  typeof run === 'string'
    ? '$2'
    : `(select id from scoring_run where administration_id = $1 and cycle_id = $2 and status = 'open')`;
const idOf = (run: RunOf): string => (typeof run === 'string' ? run : run.openOf);

/** Versions of scores and totals of an open run, written set-based. */
export class Scores {
  constructor(private readonly tx: Transaction) {}

  /** The score lines of units as they stand, in order of the indicator. */
  async currentLines(run: RunOf, unitIds: readonly string[]): Promise<Map<string, string[]>> {
    const rows = await this.tx.rows<{ unitId: string; lines: string }>(
      `select unit_id as "unitId", string_agg(${line}, E'\\n' order by indicator_code collate "C") as lines
         from score where administration_id = $1 and run_id = ${runOf(run)} and unit_id = any($3::uuid[])
          and superseded_at is null
        group by unit_id`,
      [this.tx.administrationId, idOf(run), unitIds],
    );
    return new Map(rows.map(({ unitId, lines }) => [unitId, lines.split('\n')]));
  }

  /** Closes the current versions of these scores, each given by its unit and indicator. */
  async supersede(
    runId: string,
    scores: readonly { readonly unitId: string; readonly indicator: string }[],
  ): Promise<void> {
    if (scores.length === 0) return;
    await this.tx.rows(
      `update score s set superseded_at = clock_timestamp()
         from unnest($3::uuid[], $4::text[]) as gone(unit_id, indicator_code)
        where s.administration_id = $1 and s.run_id = $2 and s.unit_id = gone.unit_id
          and s.indicator_code = gone.indicator_code and s.superseded_at is null`,
      [
        this.tx.administrationId,
        runId,
        scores.map(({ unitId }) => unitId),
        scores.map(({ indicator }) => indicator),
      ],
    );
  }

  /** New versions, by COPY. */
  async append(runId: string, units: readonly UnitLines[], validOn: string): Promise<void> {
    let text = '';
    for (const { unitId, lines } of units) {
      const rest = `\t${unitId}\t${runId}\t${this.tx.administrationId}\t${validOn}\n`;
      if (lines.length > 0) text += lines.join(rest) + rest;
    }
    if (text !== '') await this.tx.copyIn('score', copied, text);
  }

  /**
   * Closes versions and appends new ones of a few scores in one statement: for one unit that is much less talk with the
   * database than a COPY. A score line split at its tabs is its row.
   */
  replace(
    runId: string,
    gone: readonly { readonly unitId: string; readonly indicator: string }[],
    units: readonly UnitLines[],
    validOn: string,
  ): void {
    const rows = units.flatMap(({ unitId, lines }) => lines.map((text) => ({ unitId, text })));
    if (rows.length + gone.length === 0) return;
    this.tx.send(
      `with closed as (
         update score s set superseded_at = clock_timestamp()
           from unnest($3::uuid[], $4::text[]) as gone(unit_id, indicator_code)
          where s.administration_id = $1 and s.run_id = $2 and s.unit_id = gone.unit_id
            and s.indicator_code = gone.indicator_code and s.superseded_at is null
         returning 1)
       insert into score (administration_id, run_id, unit_id, valid_on, ${scoreColumns.join(', ')})
       select $1, $2, unit_id, $5::date, ${scoreColumns.map(fieldAt).join(', ')}
         from (select count(*) from closed) first
        cross join (select unit_id, string_to_array(text, E'\\t', '\\N') as f
                      from unnest($6::uuid[], $7::text[]) as lines(unit_id, text)) lines`,
      [
        this.tx.administrationId,
        runId,
        gone.map(({ unitId }) => unitId),
        gone.map(({ indicator }) => indicator),
        validOn,
        rows.map(({ unitId }) => unitId),
        rows.map(({ text }) => text),
      ],
    );
  }

  async currentTotals(run: RunOf, unitIds?: readonly string[]): Promise<Map<string, CurrentTotal>> {
    const rows = await this.tx.rows<CurrentTotal>(
      `select unit_id as "unitId", revision, peer_group_id as "groupId", points_num::text as "pointsNum",
              points_den::text as "pointsDen", shown_points as "shownPoints", class_code as "classCode", fields, gates,
              rank, tied, ranked, unranked
         from total_score where administration_id = $1 and run_id = ${runOf(run)} and superseded_at is null
          ${unitIds === undefined ? '' : 'and unit_id = any($3::uuid[])'}`,
      [this.tx.administrationId, idOf(run), ...(unitIds === undefined ? [] : [unitIds])],
    );
    return new Map(rows.map((row) => [row.unitId, row]));
  }

  /** In statements of bounded size: the parts of totals are fractions of hundreds of digits. */
  async writeTotals(runId: string, totals: readonly WrittenTotal[], validOn: string): Promise<void> {
    for (let at = 0; at < totals.length; at += TOTALS_AT_ONCE) {
      if (at > 0) await this.tx.settled();
      this.writeSome(runId, totals.slice(at, at + TOTALS_AT_ONCE), validOn);
    }
  }

  private writeSome(runId: string, totals: readonly WrittenTotal[], validOn: string): void {
    const column = <Key extends keyof (typeof totals)[number]>(key: Key) => totals.map((total) => total[key]);
    this.tx.send(
      `with closed as (
         update total_score set superseded_at = clock_timestamp()
          where administration_id = $1 and run_id = $2 and unit_id = any($4::uuid[]) and superseded_at is null
         returning 1)
       insert into total_score (administration_id, run_id, unit_id, revision, peer_group_id, points_num, points_den,
         shown_points, class_code, fields, gates, rank, tied, ranked, unranked, scores_written, scores_hash,
         valid_on)
       select $1, $2, unit_id, revision, peer_group_id, points_num, points_den, shown_points, class_code,
              fields::jsonb, gates, rank, tied, ranked, unranked, scores_written, scores_hash, $3::date
         from (select count(*) from closed) first
        cross join unnest($4::uuid[], $5::bigint[], $6::uuid[], $7::numeric[], $8::numeric[], $9::text[], $10::text[],
                     $11::text[], $12::int[], $13::bool[], $14::int[], $15::text[], $16::int[], $17::text[], $18::text[])
           as t(unit_id, revision, peer_group_id, points_num, points_den, shown_points, class_code, fields, rank,
                tied, ranked, unranked, scores_written, scores_hash, gates)`,
      [
        this.tx.administrationId,
        runId,
        validOn,
        column('unitId'),
        column('revision'),
        column('groupId'),
        column('pointsNum'),
        column('pointsDen'),
        column('shownPoints'),
        column('classCode'),
        totals.map(({ fields }) => JSON.stringify(fields)),
        column('rank'),
        column('tied'),
        column('ranked'),
        column('unranked'),
        column('scoresWritten'),
        column('scoresHash'),
        column('gates'),
      ],
    );
  }
}
