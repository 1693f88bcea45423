import type { Transaction } from '../platform/index.js';
import { checkRevision } from '../organisation/index.js';
import { DomainError } from '../shared/index.js';
import { Conclusions } from './persistence/conclusions.repository.js';
import type { WholeConclusion } from './record-conclusion.js';

/** The draft, locked, at the revision its sender saw; refuses CONCLUSION_NOT_DRAFT and another revision. */
export async function lockDraft(tx: Transaction, id: string, revision?: number): Promise<WholeConclusion> {
  const conclusions = tx.use(Conclusions);
  const conclusion = await conclusions.findForUpdate(id);
  if (conclusion === undefined) throw new DomainError('NOT_FOUND');
  if (conclusion.state !== 'draft')
    throw new DomainError('CONCLUSION_NOT_DRAFT', { title: conclusion.title });
  const items = await conclusions.items(id);
  const whole = { ...conclusion, items };
  if (revision !== undefined) checkRevision(revision, whole);
  return { conclusion, items };
}
