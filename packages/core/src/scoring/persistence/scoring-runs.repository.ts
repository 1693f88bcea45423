import { actorName, type Transaction } from '../../platform/index.js';
import { INPUT_UNTIL } from '../queries/cycle-figures.js';

export interface ScoringRun {
  readonly id: string;
  readonly cycleId: string;
  readonly number: number;
  readonly criteriaSetVersionId: string;
  /** The frozen run this one corrects. */
  readonly corrects: string | null;
  readonly status: 'open' | 'frozen' | 'published';
  readonly computedAt: string;
  /** What was read is what was recorded until then: text of the database, to the microsecond. */
  readonly figuresAsOf: string;
  readonly revision: number;
}

const columns = `id, cycle_id as "cycleId", number, criteria_set_version_id as "criteriaSetVersionId", corrects,
  status, computed_at as "computedAt", figures_as_of::text as "figuresAsOf", revision`;

export class ScoringRuns {
  constructor(private readonly tx: Transaction) {}

  /** The cycle's newest run, with the cycle's scoring held until the end of the transaction. */
  async lockNewest(cycleId: string): Promise<ScoringRun | undefined> {
    this.tx.send('select pg_advisory_xact_lock(hashtextextended($1, 12))', [cycleId]);
    const [row] = await this.tx.rows<ScoringRun>(
      `select ${columns} from scoring_run where administration_id = $1 and cycle_id = $2
        order by number desc limit 1`,
      [this.tx.administrationId, cycleId],
    );
    return row;
  }

  /**
   * The moment until which everything recorded is committed, and nothing will be added any more; statements sent after
   * this one find it in the transaction too.
   */
  async inputUntil(cycleId: string): Promise<string> {
    const [row] = await this.tx.rows<{ moment: string }>(
      `select set_config('${INPUT_UNTIL}', scored_input_until($1)::text, true) as moment`,
      [cycleId],
    );
    if (row === undefined) throw new Error('scored_input_until() gave no row');
    return row.moment;
  }

  /** Whether anything that scoring reads, in `earlier` cycles too, was recorded since the run last read it. */
  async isBehind({ cycleId, figuresAsOf }: ScoringRun, earlier: readonly string[]): Promise<boolean> {
    const [row] = await this.tx.rows<{ behind: boolean }>(
      `select exists (select from unnest($4::uuid[]) as c (id)
                        join figure f on f.administration_id = $1 and f.cycle_id = c.id and f.recorded_at >= $3)
           or exists (select from appraisal where administration_id = $1 and cycle_id = $2 and recorded_at >= $3)
              as behind`,
      [this.tx.administrationId, cycleId, figuresAsOf, [cycleId, ...earlier]],
    );
    return row?.behind === true;
  }

  async insert(run: ScoringRun): Promise<void> {
    await this.tx.rows(
      `insert into scoring_run (id, administration_id, cycle_id, number, criteria_set_version_id, corrects, status,
         figures_as_of, computed_at, revision)
       values ($2, $1, $3, $4, $5, $6, 'open', $9, $7, $8)`,
      [
        this.tx.administrationId,
        run.id,
        run.cycleId,
        run.number,
        run.criteriaSetVersionId,
        run.corrects,
        run.computedAt,
        run.revision,
        run.figuresAsOf,
      ],
    );
  }

  follow(run: ScoringRun): void {
    this.tx.send(
      `update scoring_run set figures_as_of = $5, computed_at = $3, revision = $4
        where administration_id = $1 and id = $2`,
      [this.tx.administrationId, run.id, run.computedAt, run.revision, run.figuresAsOf],
    );
  }

  /** Frozen, or published at once, by the actor and for the reason given. */
  async settle(run: ScoringRun, reason: string | undefined): Promise<void> {
    await this.tx.rows(
      `update scoring_run
          set figures_as_of = $6, computed_at = $3, status = $5, frozen_at = $3, reason = $7, frozen_by = $8,
              published_at = case when $5 = 'published' then $3::timestamptz end, revision = $4
        where administration_id = $1 and id = $2`,
      [
        this.tx.administrationId,
        run.id,
        this.tx.now,
        run.revision,
        run.status,
        run.figuresAsOf,
        reason ?? null,
        actorName(this.tx.actor),
      ],
    );
  }

  async publish(run: ScoringRun): Promise<void> {
    await this.tx.rows(
      `update scoring_run set status = 'published', published_at = $3, revision = $4
        where administration_id = $1 and id = $2`,
      [this.tx.administrationId, run.id, this.tx.now, run.revision],
    );
  }
}
