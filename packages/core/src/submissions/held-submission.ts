import { changedSince } from '../history/index.js';
import { reaches, type Transaction } from '../platform/index.js';
import { DomainError } from '../shared/index.js';
import { Instances } from '../workflow/index.js';
import { Submissions, type Submission } from './persistence/submissions.repository.js';
import type { GetSubmissionForm } from './queries/get-submission-form.query.js';

interface HoldRequest {
  readonly id: string;
  readonly revision?: number | undefined;
  /** Whether questions and answers since that revision do not count: who types figures overwrites nothing of theirs. */
  readonly despiteMessages?: boolean;
}

/**
 * The submission, locked for this command. Refused: another unit's (NOT_FOUND), a cycle that is over
 * (CYCLE_NOT_COLLECTING), another revision (REVISION_CONFLICT, with the whole form as it stands now, so that two
 * people's cells can be put side by side).
 */
export async function holdSubmission(
  tx: Transaction,
  forms: GetSubmissionForm,
  { id, revision, despiteMessages = false }: HoldRequest,
): Promise<Submission> {
  const submissions = tx.use(Submissions);
  const [found] = await submissions.listByIds([id]);
  if (found === undefined || !reaches(tx.actor, found.unitId)) throw new DomainError('NOT_FOUND');
  // The cycle first, as its own steps lock: its launch is not withdrawn while a form of it is being accepted.
  await tx.use(Instances).hold([found.cycleId]);
  await tx.use(Instances).lock([id]);
  const [held] = await submissions.listByIds([id]);
  if (held === undefined) throw new DomainError('NOT_FOUND');
  const seen =
    revision === undefined ||
    revision === held.revision ||
    (revision < held.revision && !(await editedSince(tx, id, revision, despiteMessages)));
  if (!seen) {
    const form = await forms.read(tx, id, tx.actor, tx.now);
    throw new DomainError('REVISION_CONFLICT', {
      expected: revision,
      current: held.revision,
      record: JSON.stringify(form),
    });
  }
  if (held.cycleOver) throw new DomainError('CYCLE_NOT_COLLECTING');
  return held;
}

/** That the clock found it late, or reminded of it, is no edit. */
function editedSince(
  tx: Transaction,
  id: string,
  revision: number,
  despiteMessages: boolean,
): Promise<boolean> {
  const { administrationId } = tx;
  const messages = ['submission.figure-asked', 'submission.figure-answered'];
  return changedSince(
    tx,
    { administrationId, kind: 'submission', id, revision },
    { fields: ['late'], actions: despiteMessages ? messages : [] },
  );
}
