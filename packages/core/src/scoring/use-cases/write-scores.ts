import { criteriaSetVersion, type IssuedSetVersion } from '../../criteria/index.js';
import type { Transaction } from '../../platform/index.js';
import { DomainError } from '../../shared/index.js';
import { Instances } from '../../workflow/index.js';
import { scoreCycle } from '../domain/score-cycle.js';
import { hashOfRows, type ScoreRow, type TotalRow } from '../domain/score-rows.js';
import { ScoringRuns, type ScoringRun } from '../persistence/scoring-runs.repository.js';
import { Scores, type CurrentTotal } from '../persistence/scores.repository.js';
import { cycleFigures, scoredCycle, scoredUnits, type ScoredCycle } from '../queries/cycle-figures.js';

/** A total as the next version of its unit's part in the run. */
export type NewTotal = TotalRow & {
  readonly revision: number;
  readonly scoresWritten: number;
  readonly scoresHash: string;
};

export interface WrittenScores {
  readonly cycle: ScoredCycle;
  readonly set: IssuedSetVersion;
  readonly run: ScoringRun;
  /** The run was opened by this command. */
  readonly opened: boolean;
  /** Totals of all units as computed, without ranks, each with the revision it would have next. */
  readonly totals: readonly NewTotal[];
  readonly current: ReadonlyMap<string, CurrentTotal>;
  /** Units whose score rows or total are other than before. */
  readonly changed: ReadonlySet<string>;
  readonly scores: number;
}

/**
 * Scores the figures as they stand into the cycle's open run, row by changed row; totals are the caller's to write. Waits
 * for who is saving figures of the cycle, and keeps others from it: a figure recorded before the run says it read them,
 * but committed after, would stand in the run's trace and not in its points.
 */
export async function writeScores(tx: Transaction, cycleId: string): Promise<WrittenScores> {
  await tx.use(Instances).holdAlone([cycleId]);
  const cycle = await scoredCycle(tx, tx.administrationId, cycleId);
  const newest = await tx.use(ScoringRuns).lockNewest(cycleId);
  const units = await scoredUnits(tx, tx.administrationId, cycle);
  if (units.length === 0) throw new DomainError('SCORES_WITHOUT_UNITS');
  const opened = newest?.status !== 'open';
  const set = await criteriaSetVersion(tx, opened ? cycle.criteriaSetVersionId : newest.criteriaSetVersionId);
  const figures = await cycleFigures(tx, tx.administrationId, cycle, set, units);
  const { rows, totals } = scoreCycle(set, units, figures);

  const run = opened ? await openRun(tx, cycle, newest) : newest;
  const current = await tx.use(Scores).currentTotals(run.id);
  const { written, closed } = await tx.use(Scores).write(run.id, rows, cycle.period.asOf);
  const changed = new Set([...written, ...closed].map(({ unitId }) => unitId));
  for (const total of totals) {
    if (!sameTotal(total, current.get(total.unitId))) changed.add(total.unitId);
  }
  const rowsWritten = groupWritten(rows, written);
  return {
    cycle,
    set,
    run,
    opened,
    current,
    changed,
    scores: written.length,
    totals: totals.map((total) => {
      const own = rowsWritten.get(total.unitId) ?? [];
      const revision = (current.get(total.unitId)?.revision ?? 0) + 1;
      return { ...total, revision, scoresWritten: own.length, scoresHash: hashOfRows(own) };
    }),
  };
}

async function openRun(
  tx: Transaction,
  cycle: ScoredCycle,
  earlier: ScoringRun | undefined,
): Promise<ScoringRun> {
  const run: ScoringRun = {
    id: tx.ids.next(),
    cycleId: cycle.id,
    number: (earlier?.number ?? 0) + 1,
    criteriaSetVersionId: cycle.criteriaSetVersionId,
    corrects: earlier?.id ?? null,
    status: 'open',
    computedAt: tx.now,
    revision: 1,
  };
  await tx.use(ScoringRuns).insert(run);
  return run;
}

function groupWritten(
  rows: readonly ScoreRow[],
  written: readonly { readonly unitId: string; readonly indicator: string }[],
): Map<string, ScoreRow[]> {
  const keys = new Set(written.map(({ unitId, indicator }) => `${unitId} ${indicator}`));
  const byUnit = new Map<string, ScoreRow[]>();
  for (const row of rows) {
    if (!keys.has(`${row.unitId} ${row.indicator}`)) continue;
    const known = byUnit.get(row.unitId);
    if (known === undefined) byUnit.set(row.unitId, [row]);
    else known.push(row);
  }
  return byUnit;
}

function sameTotal(total: TotalRow, current: CurrentTotal | undefined): boolean {
  return (
    current !== undefined &&
    total.pointsNum === current.pointsNum &&
    total.pointsDen === current.pointsDen &&
    total.shownPoints === current.shownPoints &&
    total.classCode === current.classCode &&
    total.groupId === current.groupId &&
    total.unranked === current.unranked &&
    JSON.stringify(total.fields) === JSON.stringify(current.fields.map(orderedField))
  );
}

/** jsonb gives keys back in an order of its own. */
const orderedField = ({ field, points, applicable }: TotalRow['fields'][number]) => ({
  field,
  points,
  applicable,
});
