import type { Transaction } from '../platform/index.js';
import { DomainError, type Day } from '../shared/index.js';
import { Supervisions } from './persistence/supervisions.repository.js';

/**
 * Refuses a team in which somebody is no auditor of the administration (SUPERVISION_MEMBER_UNKNOWN), or that is empty.
 * @param known members whose role is established already: the auditor who acts
 */
export async function checkTeam(
  tx: Transaction,
  memberIds: readonly string[],
  today: Day,
  known: readonly string[],
): Promise<void> {
  const others = memberIds.filter((id) => !known.includes(id));
  const auditors = await tx.use(Supervisions).auditorsAmong(others, today);
  if (memberIds.length === 0 || auditors.length < others.length)
    throw new DomainError('SUPERVISION_MEMBER_UNKNOWN');
}
