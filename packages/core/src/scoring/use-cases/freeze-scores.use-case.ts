import { Injectable } from '@nestjs/common';
import { checkRevision } from '../../organisation/index.js';
import { UnitOfWork, type Call, type Transaction } from '../../platform/index.js';
import { DomainError } from '../../shared/index.js';
import { ScoringRuns } from '../persistence/scoring-runs.repository.js';
import type { RunScoringCommand } from './run-scoring.use-case.js';
import { settleScores } from './settle-scores.js';

export interface SettledRun {
  readonly runId: string;
  readonly number: number;
  readonly revision: number;
}

interface FreezeCommand extends RunScoringCommand {
  /** Of the run its sender saw: scores that followed other figures since are not made final unseen. */
  readonly revision?: number | undefined;
}

/**
 * Secretariat, or the system when the cycle says so. The scores of the figures as they stand become final, with
 * their ranks, and no route changes them any more; a correction is a new run. Refused: no open run.
 */
@Injectable()
export class FreezeScores {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(command: FreezeCommand, call: Call): Promise<SettledRun> {
    return this.unitOfWork.run(call, (tx) => freezeScores(tx, command), { long: true });
  }
}

export async function freezeScores(tx: Transaction, command: FreezeCommand): Promise<SettledRun> {
  const newest = await tx.use(ScoringRuns).lockNewest(command.cycleId);
  if (newest === undefined) throw new DomainError('SCORES_NOT_RUN');
  if (newest.status !== 'open') throw new DomainError('SCORES_NOT_OPEN');
  if (command.revision !== undefined) checkRevision(command.revision, newest);
  const { id, number, revision } = (await settleScores(tx, command, 'frozen')).run;
  return { runId: id, number, revision };
}
