import { Injectable } from '@nestjs/common';
import { criteriaSetVersion, type CompiledSet } from '../../criteria/index.js';
import { job } from '../../jobs/index.js';
import { UnitOfWork, type Call, type Transaction } from '../../platform/index.js';
import { earlierCycles } from '../../submissions/index.js';
import type { EffectItem } from '../../workflow/index.js';
import { followFigures } from '../jobs.js';
import { ScoringRuns, type ScoringRun } from '../persistence/scoring-runs.repository.js';
import type { ScoredCycle } from '../queries/cycle-figures.js';
import { runsReading } from '../queries/runs-reading.js';
import { runScoring, type ScoringOutcome } from './run-scoring.use-case.js';
import { holdBasis, holdPart, type Basis } from './hold-basis.js';

/** More units than these are scored again with all others. */
const WORTH_NAMING = 200;

export interface FollowFiguresCommand {
  readonly cycleId: string;
  readonly unitIds?: readonly string[] | undefined;
  /** Units came to take part or were excused. */
  readonly participants?: boolean | undefined;
  readonly reason?: string | undefined;
}

/**
 * The system, after what scoring reads has changed. The open run has new versions of the scores and totals of these
 * units only; where units are compared with one another, of whom it concerns. Nothing happens without an open run, nor
 * where the run has read the change already.
 */
@Injectable()
export class FollowFigures {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async execute(command: FollowFiguresCommand, call: Call): Promise<ScoringOutcome | undefined> {
    const { unitIds } = command;
    const all = () => this.unitOfWork.run(call, (tx) => followAll(tx, command), { long: true });
    if (unitIds === undefined) return all();
    try {
      return await this.unitOfWork.run(call, (tx, basis) => followUnits(tx, command, basis), {
        few: true,
        ahead: (tx: Transaction) => holdPart(tx, command.cycleId, unitIds),
      });
    } catch (error) {
      if (error instanceof UnitsCompared) return all();
      throw error;
    }
  }
}

/** Thrown to leave the transaction: the figures of some units move the scores of others. */
class UnitsCompared extends Error {}

async function followUnits(
  tx: Transaction,
  { cycleId, reason }: FollowFiguresCommand,
  basis: Basis,
): Promise<ScoringOutcome | undefined> {
  if (basis.newest?.status !== 'open') return undefined;
  const { compiled } = await criteriaSetVersion(tx, basis.newest.criteriaSetVersionId);
  if (comparesUnits(compiled)) throw new UnitsCompared();
  return runScoring(tx, { cycleId, reason }, basis);
}

async function followAll(
  tx: Transaction,
  { cycleId, participants, reason }: FollowFiguresCommand,
): Promise<ScoringOutcome | undefined> {
  const basis = await holdBasis(tx, cycleId);
  if (basis.newest?.status !== 'open') return undefined;
  // Who takes part is no figure whose time of recording could be compared.
  if (participants !== true && !(await isBehind(tx, basis.newest, basis.cycle))) return undefined;
  return runScoring(tx, { cycleId, reason }, basis);
}

async function isBehind(tx: Transaction, newest: ScoringRun, { period }: ScoredCycle): Promise<boolean> {
  const set = await criteriaSetVersion(tx, newest.criteriaSetVersionId);
  const earlier = await earlierCycles(tx, set, { administrationId: tx.administrationId, period });
  return tx.use(ScoringRuns).isBehind(newest, earlier);
}

/** Whether the figures of one unit move the scores of another. */
const comparesUnits = ({ relative, needs }: CompiledSet): boolean =>
  relative.length > 0 || needs.parent.size > 0 || needs.counts.size > 0;

/**
 * `scoring.follow`: figures or appraised points of a cycle were recorded (params `unitIds`), or other units take part in
 * it (`participants`). Its open run follows, and
 * those of later cycles that read them as an earlier period. Scoring follows in a job of its own after the commit:
 * whoever saves figures waits neither for scores nor for others who save, and a rule that fails cannot refuse a figure.
 */
export async function askToFollow(tx: Transaction, items: readonly EffectItem[]): Promise<void> {
  const reading = await runsReading(
    tx,
    tx.administrationId,
    items.map(({ id }) => id),
  );
  for (const { id, params, reason } of items) {
    const unitIds = params['unitIds'] as readonly string[] | undefined;
    const named = unitIds !== undefined && unitIds.length <= WORTH_NAMING;
    for (const cycleId of reading.get(id) ?? [])
      tx.enqueue([
        job(followFigures, `${cycleId}/${tx.ids.next()}`, {
          cycleId,
          ...(named && { unitIds: [...unitIds] }),
          ...(params['participants'] === true && { participants: true, reason }),
        }),
      ]);
  }
}
