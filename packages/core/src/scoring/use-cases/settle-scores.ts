import type { Transaction } from '../../platform/index.js';
import { rankTotals } from '../domain/rank-totals.js';
import { ScoringRuns, type ScoringRun } from '../persistence/scoring-runs.repository.js';
import { Scores } from '../persistence/scores.repository.js';
import { decidingValues } from '../queries/deciding-values.js';
import { runEntry, totalEntry } from './record-run.js';
import { holdBasis } from './hold-basis.js';
import { writeScores, type RunScoringCommand } from './write-scores.js';

/** The run as it ended, and how much was written into it. */
export interface Settled {
  readonly run: ScoringRun;
  readonly units: number;
  readonly scores: number;
}

/**
 * Ends the cycle's open run, or one opened here: scores the figures as they stand for the last time, writes the ranks
 * and the classes that quotas leave, and makes the run frozen, or published at once.
 */
export async function settleScores(
  tx: Transaction,
  { cycleId, reason }: RunScoringCommand,
  status: 'frozen' | 'published',
): Promise<Settled> {
  const { cycle, set, run, opened, totals, current, scores } = await writeScores(
    tx,
    await holdBasis(tx, cycleId),
  );
  const deciding = await decidingValues(tx, tx.administrationId, run.id, set.content);
  const places = rankTotals(set.content, totals, deciding);
  const ranked = totals.map((total) => ({ ...total, ...places.get(total.unitId) }));
  await tx.use(Scores).writeTotals(run.id, ranked, cycle.period.asOf);

  const revision = opened ? run.revision : run.revision + 1;
  const settled = { ...run, status, computedAt: tx.now, revision };
  await tx.use(ScoringRuns).settle(settled, reason);
  tx.history([
    runEntry(
      `scoring.${status}`,
      settled,
      { units: ranked.length, scores },
      opened ? undefined : run,
      reason,
    ),
    ...ranked.map((total) => totalEntry('scores.ranked', run, total, current.get(total.unitId), reason)),
  ]);
  return { run: settled, units: ranked.length, scores };
}
