import type { Transaction } from '../../platform/index.js';
import type { ScoreRow, TotalRow } from '../domain/score-rows.js';

const scoreColumns = `unit_id, indicator_code, state, numerator, denominator, value_num, value_den, points_num,
  points_den, shown_value, shown_points, policy, breaches, target_met`;

/** The rows that came in, by name; `$1` administration, `$2` run, arrays from `$3` on. */
const incoming = `
  incoming as (
    select unit_id, indicator_code, state, numerator, denominator, value_num, value_den, points_num, points_den,
           shown_value, shown_points, policy, breaches::jsonb as breaches, target_met
      from unnest($3::uuid[], $4::text[], $5::text[], $6::numeric[], $7::numeric[], $8::numeric[], $9::numeric[],
                  $10::numeric[], $11::numeric[], $12::text[], $13::text[], $14::text[], $15::text[], $16::bool[])
        as i(${scoreColumns}))`;

const differs = `(s.state, s.numerator, s.denominator, s.value_num, s.value_den, s.points_num, s.points_den,
    s.shown_value, s.shown_points, s.policy, s.breaches, s.target_met)
  is distinct from (i.state, i.numerator, i.denominator, i.value_num, i.value_den, i.points_num, i.points_den,
    i.shown_value, i.shown_points, i.policy, i.breaches, i.target_met)`;

export interface CurrentTotal extends TotalRow {
  readonly revision: number;
}

/** Versions of scores and totals of an open run, written set-based: what did not change is not written. */
export class Scores {
  constructor(private readonly tx: Transaction) {}

  /** Closes the versions that differ or are gone, writes the new ones; gives unit and indicator of what changed. */
  async write(
    runId: string,
    rows: readonly ScoreRow[],
    validOn: string,
  ): Promise<{ written: { unitId: string; indicator: string }[]; closed: { unitId: string }[] }> {
    const values = [this.tx.administrationId, runId, ...columnsOf(rows)];
    const closed = await this.tx.rows<{ unitId: string }>(
      `with ${incoming}
       update score s set superseded_at = clock_timestamp()
        where s.administration_id = $1 and s.run_id = $2 and s.superseded_at is null
          and not exists (select from incoming i where i.unit_id = s.unit_id
                             and i.indicator_code = s.indicator_code and not (${differs}))
       returning unit_id as "unitId"`,
      values,
    );
    const written = await this.tx.rows<{ unitId: string; indicator: string }>(
      `with ${incoming}
       insert into score (administration_id, run_id, ${scoreColumns}, valid_on)
       select $1, $2, ${scoreColumns.replace(/(\w+)/g, 'i.$1')}, $17::date from incoming i
        where not exists (select from score s where s.administration_id = $1 and s.run_id = $2
                             and s.unit_id = i.unit_id and s.indicator_code = i.indicator_code
                             and s.superseded_at is null)
       returning unit_id as "unitId", indicator_code as indicator`,
      [...values, validOn],
    );
    return { written, closed };
  }

  async currentTotals(runId: string): Promise<Map<string, CurrentTotal>> {
    const rows = await this.tx.rows<CurrentTotal>(
      `select unit_id as "unitId", revision, peer_group_id as "groupId", points_num::text as "pointsNum",
              points_den::text as "pointsDen", shown_points as "shownPoints", class_code as "classCode", fields,
              rank, tied, ranked, unranked
         from total_score where administration_id = $1 and run_id = $2 and superseded_at is null`,
      [this.tx.administrationId, runId],
    );
    return new Map(rows.map((row) => [row.unitId, row]));
  }

  async writeTotals(
    runId: string,
    totals: readonly (TotalRow & {
      readonly revision: number;
      readonly scoresWritten: number;
      readonly scoresHash: string;
    })[],
    validOn: string,
  ): Promise<void> {
    if (totals.length === 0) return;
    await this.tx.rows(
      `update total_score set superseded_at = clock_timestamp()
        where administration_id = $1 and run_id = $2 and unit_id = any($3::uuid[]) and superseded_at is null`,
      [this.tx.administrationId, runId, totals.map(({ unitId }) => unitId)],
    );
    const column = <Key extends keyof (typeof totals)[number]>(key: Key) => totals.map((total) => total[key]);
    await this.tx.rows(
      `insert into total_score (administration_id, run_id, unit_id, revision, peer_group_id, points_num, points_den,
         shown_points, class_code, fields, rank, tied, ranked, unranked, scores_written, scores_hash, valid_on)
       select $1, $2, unit_id, revision, peer_group_id, points_num, points_den, shown_points, class_code,
              fields::jsonb, rank, tied, ranked, unranked, scores_written, scores_hash, $3::date
         from unnest($4::uuid[], $5::bigint[], $6::uuid[], $7::numeric[], $8::numeric[], $9::text[], $10::text[],
                     $11::text[], $12::int[], $13::bool[], $14::int[], $15::text[], $16::int[], $17::text[])
           as t(unit_id, revision, peer_group_id, points_num, points_den, shown_points, class_code, fields, rank,
                tied, ranked, unranked, scores_written, scores_hash)`,
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
      ],
    );
  }
}

function columnsOf(rows: readonly ScoreRow[]): unknown[][] {
  const column = <Key extends keyof ScoreRow>(key: Key) => rows.map((row) => row[key]);
  return [
    column('unitId'),
    column('indicator'),
    column('state'),
    column('numerator'),
    column('denominator'),
    column('valueNum'),
    column('valueDen'),
    column('pointsNum'),
    column('pointsDen'),
    column('shownValue'),
    column('shownPoints'),
    column('policy'),
    rows.map(({ breaches }) => JSON.stringify(breaches)),
    column('targetMet'),
  ];
}
