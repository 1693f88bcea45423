import { checkRevision } from '../../organisation/index.js';
import type { Transaction } from '../../platform/index.js';
import { DomainError } from '../../shared/index.js';
import { CriteriaSets, type CriteriaSet } from '../persistence/criteria-sets.repository.js';
import type { RecordedSet } from './record-set.js';

/** Locks a set and holds it to the revision its editor saw; without one (system) it takes it as it is. */
export async function lockSet(
  tx: Transaction,
  id: string,
  revision: number | undefined,
): Promise<CriteriaSet> {
  const set = await tx.use(CriteriaSets).getForUpdate(id);
  if (revision !== undefined) checkRevision(revision, set);
  return set;
}

/** The locked set with its draft; refuses CRITERIA_SET_NO_DRAFT where every version is issued. */
export async function openDraft(
  tx: Transaction,
  id: string,
  revision: number | undefined,
): Promise<RecordedSet> {
  const set = await lockSet(tx, id, revision);
  const version = await tx.use(CriteriaSets).findDraft(id);
  if (version === undefined) throw new DomainError('CRITERIA_SET_NO_DRAFT', { code: set.code });
  return { set, version };
}
