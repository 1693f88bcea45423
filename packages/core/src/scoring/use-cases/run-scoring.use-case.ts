import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Call, type Transaction } from '../../platform/index.js';
import { ScoringRuns } from '../persistence/scoring-runs.repository.js';
import { Scores } from '../persistence/scores.repository.js';
import { runEntry, totalEntry } from './record-run.js';
import { settleScores } from './settle-scores.js';
import { holdBasis, type Basis } from './hold-basis.js';
import { writeScores, type RunScoringCommand } from './write-scores.js';

export type { RunScoringCommand };

export interface ScoreCommand extends RunScoringCommand {
  /** Make the scores final in the same step. */
  readonly freeze?: boolean | undefined;
}

export interface ScoringOutcome {
  readonly runId: string;
  readonly number: number;
  readonly revision: number;
  /** Units whose scores or totals are new. */
  readonly units: number;
  /** Score rows written. */
  readonly scores: number;
}

/**
 * Secretariat, or the system when the cycle says so. The cycle's open run holds the scores of the figures as they
 * stand; a first one is opened, or after a frozen one a correction that names it. Scoring unchanged figures again
 * writes nothing. With \`freeze\` the run ends here, ranked. Refused: a cycle without units.
 */
@Injectable()
export class RunScoring {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(command: ScoreCommand, call: Call): Promise<ScoringOutcome> {
    return this.unitOfWork.run(
      call,
      (tx) => (command.freeze === true ? scoreAndFreeze(tx, command) : runScoring(tx, command)),
      { long: true },
    );
  }
}

async function scoreAndFreeze(tx: Transaction, command: RunScoringCommand): Promise<ScoringOutcome> {
  const { run, units, scores } = await settleScores(tx, command, 'frozen');
  return { runId: run.id, number: run.number, revision: run.revision, units, scores };
}

/** `basis`: where the transaction holds it already; of some units only where its run is open. */
export async function runScoring(
  tx: Transaction,
  { cycleId, reason }: RunScoringCommand,
  basis?: Basis,
): Promise<ScoringOutcome> {
  const held = basis ?? (await holdBasis(tx, cycleId));
  const { cycle, run, opened, totals, current, changed, scores } = await writeScores(tx, held);
  const fresh = totals.filter(({ unitId }) => changed.has(unitId));
  const outcome = { runId: run.id, number: run.number, units: fresh.length, scores };
  if (!opened && fresh.length === 0) return { ...outcome, revision: run.revision };

  await tx.use(Scores).writeTotals(run.id, fresh, cycle.period.asOf);
  const next = opened ? run : { ...run, revision: run.revision + 1, computedAt: tx.now };
  if (!opened) tx.use(ScoringRuns).follow(next);
  const wrote = { units: fresh.length, scores };
  tx.history([
    opened
      ? runEntry('scoring.run', next, wrote, undefined, reason)
      : runEntry('scoring.followed', next, wrote, run, reason),
    ...fresh.map((total) => totalEntry('scores.computed', run, total, current.get(total.unitId), reason)),
  ]);
  return { ...outcome, revision: next.revision };
}
