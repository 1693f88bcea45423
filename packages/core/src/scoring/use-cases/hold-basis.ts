import type { Transaction } from '../../platform/index.js';
import { ScoringRuns, type ScoringRun } from '../persistence/scoring-runs.repository.js';
import { Scores, type CurrentTotal } from '../persistence/scores.repository.js';
import {
  HELD,
  readRecorded,
  scoredCycle,
  scoredUnits,
  type Recorded,
  type ScoredCycle,
  type ScoredUnit,
} from '../queries/cycle-figures.js';

/**
 * The cycle with the units asked for, its newest run, held until the end of the transaction, and until when what was
 * recorded is read.
 */
export interface Basis {
  readonly cycle: ScoredCycle;
  /** Only these units; without it all. */
  readonly unitIds: readonly string[] | undefined;
  readonly units: readonly ScoredUnit[];
  readonly newest: ScoringRun | undefined;
  readonly figuresAsOf: string;
  readonly read?: PartRead;
}

/** What the open run's scores of these units are computed from and compared with, on its way. */
export interface PartRead {
  readonly recorded: Promise<Recorded>;
  readonly totals: Promise<ReadonlyMap<string, CurrentTotal>>;
  readonly lines: Promise<ReadonlyMap<string, readonly string[]>>;
}

export async function holdBasis(
  tx: Transaction,
  cycleId: string,
  unitIds?: readonly string[],
): Promise<Basis> {
  const runs = tx.use(ScoringRuns);
  const [newest, cycle, units, figuresAsOf] = await Promise.all([
    runs.lockNewest(cycleId),
    scoredCycle(tx, tx.administrationId, cycleId),
    scoredUnits(tx, tx.administrationId, { id: cycleId }, unitIds),
    runs.inputUntil(cycleId),
  ]);
  return { cycle, unitIds, units, newest, figuresAsOf };
}

/** Of a few units everything is asked for at once, before it is known whether there is an open run to compare with. */
export async function holdPart(tx: Transaction, cycleId: string, unitIds: readonly string[]): Promise<Basis> {
  const basis = holdBasis(tx, cycleId, unitIds);
  const read = {
    recorded: readRecorded(tx, tx.administrationId, cycleId, unitIds, HELD),
    totals: tx.use(Scores).currentTotals({ openOf: cycleId }, unitIds),
    lines: tx.use(Scores).currentLines({ openOf: cycleId }, unitIds),
  };
  for (const answer of Object.values(read)) answer.catch(() => undefined); // told to whoever awaits it
  return { ...(await basis), read };
}
