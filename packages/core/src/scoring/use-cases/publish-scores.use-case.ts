import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Call, type Transaction } from '../../platform/index.js';
import { DomainError } from '../../shared/index.js';
import { ScoringRuns, type ScoringRun } from '../persistence/scoring-runs.repository.js';
import type { SettledRun } from './freeze-scores.use-case.js';
import { runEntry } from './record-run.js';
import type { RunScoringCommand } from './run-scoring.use-case.js';
import { settleScores } from './settle-scores.js';

/**
 * Committee. The newest run's scores and ranks are seen by every unit from now on; an open run is frozen with it.
 * Refused: nothing scored, published already.
 */
@Injectable()
export class PublishScores {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(command: RunScoringCommand, call: Call): Promise<SettledRun> {
    return this.unitOfWork.run(call, (tx) => publishScores(tx, command), { long: true });
  }
}

export async function publishScores(tx: Transaction, command: RunScoringCommand): Promise<SettledRun> {
  const newest = await tx.use(ScoringRuns).lockNewest(command.cycleId);
  if (newest === undefined) throw new DomainError('SCORES_NOT_RUN');
  if (newest.status === 'published') throw new DomainError('SCORES_PUBLISHED');
  const { id, number, revision } =
    newest.status === 'open'
      ? (await settleScores(tx, command, 'published')).run
      : await publishFrozen(tx, newest, command.reason);
  return { runId: id, number, revision };
}

async function publishFrozen(
  tx: Transaction,
  run: ScoringRun,
  reason: string | undefined,
): Promise<ScoringRun> {
  const published = { ...run, status: 'published' as const, revision: run.revision + 1 };
  await tx.use(ScoringRuns).publish(published);
  tx.history([runEntry('scoring.published', published, { units: 0, scores: 0 }, run, reason)]);
  return published;
}
