import type { AppraisalKind } from '@nhip/contracts';
import { criteriaSetVersion } from '../../criteria/index.js';
import { reaches, type Transaction } from '../../platform/index.js';
import { DomainError, FieldFaults, type Ratio } from '../../shared/index.js';
import { Submissions, type Submission } from '../../submissions/index.js';
import { Instances } from '../../workflow/index.js';
import { checkDecidedPoints, isWithUnit, type DecidedPoints } from '../domain/check-decided-points.js';
import { Appraisals, hashOfDecided } from '../persistence/appraisals.repository.js';
import { computedPoints } from '../queries/computed-points.js';
import { askToFollow } from './follow-figures.use-case.js';

export interface AppraisalCommand {
  readonly cycleId: string;
  readonly unitId: string;
  readonly items: readonly DecidedPoints[];
}

export interface RecordedAppraisals {
  readonly revision: number;
  readonly recorded: number;
}

/** Points of a unit as people decided them; the open run follows where they count. */
export async function recordAppraisals(
  tx: Transaction,
  kind: AppraisalKind,
  { cycleId, unitId, items }: AppraisalCommand,
): Promise<RecordedAppraisals> {
  const submission = await holdUnit(tx, cycleId, unitId);
  if (submission.cycleOver) throw new DomainError('APPRAISAL_OVER');
  if (kind === 'self' && !isWithUnit(submission)) throw new DomainError('SELF_SCORING_OVER');
  if (kind === 'appraised' && isWithUnit(submission)) throw new DomainError('APPRAISAL_TOO_EARLY');

  const { content } = await criteriaSetVersion(tx, submission.criteriaSetVersionId);
  const computed =
    kind === 'self' ? await computedPoints(tx, tx.administrationId, submission) : new Map<string, Ratio>();
  const faults = checkDecidedPoints(kind, items, content, computed);
  if (faults.length > 0) throw new FieldFaults(faults);

  const revision = await tx.use(Appraisals).record(cycleId, unitId, kind, items);
  tx.history([
    {
      stream: `cycle/${cycleId}/${unitId}`,
      subject: { kind: 'appraisal', id: `${cycleId}/${unitId}` },
      revision,
      action: kind === 'self' ? 'appraisal.self-scored' : 'appraisal.appraised',
      after: { cycleId, unitId, kind, count: items.length, sha256: hashOfDecided(items) },
    },
  ]);
  if (kind === 'appraised') await askToFollow(tx, [{ id: cycleId, params: { unitIds: [unitId] } }]);
  return { revision, recorded: items.length };
}

async function holdUnit(tx: Transaction, cycleId: string, unitId: string): Promise<Submission> {
  const submissions = tx.use(Submissions);
  const [found] = await submissions.listOfCycles([cycleId], [unitId]);
  if (found === undefined || !reaches(tx.actor, unitId)) throw new DomainError('NOT_FOUND');
  // The cycle first, then the submission, as its own steps lock.
  await tx.use(Instances).hold([cycleId]);
  await tx.use(Instances).lock([found.id]);
  const [held] = await submissions.listByIds([found.id]);
  if (held === undefined) throw new DomainError('NOT_FOUND');
  return held;
}
