import type { Transaction } from '../../platform/index.js';
import { rankTotals } from '../domain/rank-totals.js';
import { ScoringRuns, type ScoringRun } from '../persistence/scoring-runs.repository.js';
import { Scores } from '../persistence/scores.repository.js';
import { decidingValues } from '../queries/deciding-values.js';
import { runEntry, totalEntry } from './record-run.js';
import type { RunScoringCommand } from './run-scoring.use-case.js';
import { writeScores } from './write-scores.js';

/**
 * Ends the cycle's open run: scores the figures as they stand for the last time, writes the ranks, and makes the run
 * frozen, or published at once.
 */
export async function settleScores(
  tx: Transaction,
  { cycleId, reason }: RunScoringCommand,
  status: 'frozen' | 'published',
): Promise<ScoringRun> {
  const { cycle, set, run, totals, current, scores } = await writeScores(tx, cycleId);
  const deciding = await decidingValues(tx, tx.administrationId, run.id, set.content);
  const places = rankTotals(set.content, totals, deciding);
  const ranked = totals.map((total) => ({ ...total, ...places.get(total.unitId) }));
  await tx.use(Scores).writeTotals(run.id, ranked, cycle.period.asOf);

  const settled = { ...run, status, computedAt: tx.now, revision: run.revision + 1 };
  await tx.use(ScoringRuns).settle(settled, reason);
  tx.history([
    runEntry(`scoring.${status}`, settled, { units: ranked.length, scores }, run, reason),
    ...ranked.map((total) => totalEntry('scores.ranked', run, total, current.get(total.unitId), reason)),
  ]);
  return settled;
}
