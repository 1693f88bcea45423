import { criteriaSetVersion, type IssuedSetVersion } from '../../criteria/index.js';
import type { Transaction } from '../../platform/index.js';
import { DomainError } from '../../shared/index.js';
import type { TotalRow } from '../domain/score-rows.js';
import { ScoringRuns, type ScoringRun } from '../persistence/scoring-runs.repository.js';
import { Scores, type CurrentTotal } from '../persistence/scores.repository.js';
import type { ScoredCycle } from '../queries/cycle-figures.js';
import type { Basis } from './hold-basis.js';
import { scoreUnits, type ScoredTotal } from './score-units.js';

export interface RunScoringCommand {
  readonly cycleId: string;
  readonly reason?: string | undefined;
}

/** A total as the next version of its unit's part in the run. */
export type NewTotal = Omit<ScoredTotal, 'scoresChanged'> & { readonly revision: number };

export interface WrittenScores {
  readonly cycle: ScoredCycle;
  readonly set: IssuedSetVersion;
  /** With the moment until which what was read had been recorded. */
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
 * Scores the figures as they stand into the cycle's open run, row by changed row, of all units or of these; totals are
 * the caller's to write.
 */
export async function writeScores(
  tx: Transaction,
  { cycle, unitIds, units, newest, figuresAsOf, read }: Basis,
): Promise<WrittenScores> {
  const opened = newest?.status !== 'open';
  if (opened && units.length === 0) throw new DomainError('SCORES_WITHOUT_UNITS');
  const run = opened ? await openRun(tx, cycle, newest, figuresAsOf) : { ...newest, figuresAsOf };
  const set = await criteriaSetVersion(tx, run.criteriaSetVersionId);
  const [current, scored] = await Promise.all([
    opened
      ? new Map<string, CurrentTotal>()
      : (read?.totals ?? tx.use(Scores).currentTotals(run.id, unitIds)),
    scoreUnits(tx, { id: run.id, cycle, set, fresh: opened, inputUntil: figuresAsOf, read }, units),
  ]);
  return { cycle, set, run, opened, current, ...nextVersions(scored, current) };
}

/** What is to be written of totals: with the next revision, and which of them changed. */
export function nextVersions(
  scored: readonly ScoredTotal[],
  current: ReadonlyMap<string, CurrentTotal>,
): Pick<WrittenScores, 'totals' | 'changed' | 'scores'> {
  const changed = new Set<string>();
  let scores = 0;
  const totals = scored.map(({ scoresChanged, ...total }) => {
    const before = current.get(total.unitId);
    if (scoresChanged || !sameTotal(total, before)) changed.add(total.unitId);
    scores += total.scoresWritten;
    return { ...total, revision: (before?.revision ?? 0) + 1 };
  });
  return { totals, changed, scores };
}

async function openRun(
  tx: Transaction,
  cycle: ScoredCycle,
  earlier: ScoringRun | undefined,
  figuresAsOf: string,
): Promise<ScoringRun> {
  const run: ScoringRun = {
    id: tx.ids.next(),
    cycleId: cycle.id,
    number: (earlier?.number ?? 0) + 1,
    criteriaSetVersionId: cycle.criteriaSetVersionId,
    corrects: earlier?.id ?? null,
    status: 'open',
    computedAt: tx.now,
    figuresAsOf,
    revision: 1,
  };
  await tx.use(ScoringRuns).insert(run);
  return run;
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
    total.gates === current.gates &&
    JSON.stringify(total.fields) === JSON.stringify(current.fields.map(orderedField))
  );
}

/** jsonb gives keys back in an order of its own. */
const orderedField = ({ field, points, applicable }: TotalRow['fields'][number]) => ({
  field,
  points,
  applicable,
});
