import type { ScoringRunView } from '@nhip/contracts';
import type { Actor, Sql } from '../../platform/index.js';
import { DomainError } from '../../shared/index.js';

/** Whom a reader may see: everybody, or the units of the own scope while nothing is published. */
export interface VisibleRun {
  readonly run: ScoringRunView;
  readonly unitIds: readonly string[] | 'all';
}

const columns = `id, cycle_id as "cycleId", number, criteria_set_version_id as "criteriaSetVersionId", corrects,
  status, computed_at as "computedAt", revision`;

/**
 * The run a reader sees of a cycle: the one asked for by number, else the newest; for a reader with a scope of units
 * the newest published one, else the newest with the own units only. Throws SCORES_NOT_RUN.
 */
export async function visibleRun(
  sql: Sql,
  caller: Actor,
  cycleId: string,
  number?: number,
): Promise<VisibleRun> {
  const scope = caller.kind === 'system' ? 'all' : caller.unitIds;
  const [run] = await sql.rows<ScoringRunView>(
    `select ${columns} from scoring_run
      where administration_id = $1 and cycle_id = $2 and ($3::int is null or number = $3)
      order by ($4 and status = 'published') desc, number desc limit 1`,
    [caller.administrationId, cycleId, number ?? null, scope !== 'all'],
  );
  if (run === undefined) throw new DomainError('SCORES_NOT_RUN');
  return { run, unitIds: run.status === 'published' ? 'all' : scope };
}

/** The newest run of a cycle, whoever asks. */
export async function newestRun(
  sql: Sql,
  administrationId: string,
  cycleId: string,
): Promise<ScoringRunView | undefined> {
  const [run] = await sql.rows<ScoringRunView>(
    `select ${columns} from scoring_run where administration_id = $1 and cycle_id = $2
      order by number desc limit 1`,
    [administrationId, cycleId],
  );
  return run;
}

/**
 * The run of a cycle that others are compared with: the newest final one (published where `published`), else the
 * newest whatever it is.
 */
export async function comparedRun(
  sql: Sql,
  administrationId: string,
  cycleId: string,
  published: boolean,
): Promise<{ run: ScoringRunView; final: boolean } | undefined> {
  const [run] = await sql.rows<ScoringRunView>(
    `select ${columns} from scoring_run where administration_id = $1 and cycle_id = $2
      order by (status = 'published' or (status = 'frozen' and not $3)) desc, number desc limit 1`,
    [administrationId, cycleId, published],
  );
  if (run === undefined) return undefined;
  return { run, final: run.status === 'published' || (run.status === 'frozen' && !published) };
}
