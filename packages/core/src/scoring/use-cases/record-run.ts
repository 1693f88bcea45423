import { changedFields, type HistoryEntry } from '../../history/index.js';
import type { ScoringRun } from '../persistence/scoring-runs.repository.js';
import type { CurrentTotal } from '../persistence/scores.repository.js';
import type { NewTotal } from './write-scores.js';

/** The run itself, with how much one command wrote into it. */
export function runEntry(
  action: string,
  run: ScoringRun,
  wrote: { readonly units: number; readonly scores: number },
  before?: ScoringRun,
  reason?: string,
): HistoryEntry {
  const { revision, ...record } = run;
  const after = { ...record, ...wrote };
  const { revision: _revision, ...earlier } = before ?? run;
  return {
    stream: `cycle/${run.cycleId}`,
    subject: { kind: 'scoring-run', id: run.id },
    revision,
    action,
    reason,
    before: before && changedFields(earlier, after),
    after,
  };
}

/** A unit's part in a run: its total, and the count and hash of the score rows written with it. */
export function totalEntry(
  action: string,
  run: ScoringRun,
  { revision, ...total }: NewTotal,
  before?: CurrentTotal,
  reason?: string,
): HistoryEntry {
  const { revision: _revision, ...earlier } = before ?? { revision };
  return {
    stream: `cycle/${run.cycleId}/${total.unitId}`,
    subject: { kind: 'unit-scores', id: `${run.id}/${total.unitId}` },
    revision,
    action,
    reason,
    before: before && changedFields(earlier, total),
    after: total,
  };
}
