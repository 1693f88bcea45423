import type { HistoryEntry } from '../../history/index.js';
import { INSTALLATION } from '../../platform/index.js';
import { historyRecord, type AccountRecord, type RoleRecord } from '../persistence/accounts.repository.js';

type Entry = Pick<HistoryEntry, 'revision' | 'action' | 'reason' | 'before'>;

/** An account belongs to the installation: its entries stand in one chain, in whatever administration it is changed. */
export const accountEntry = (account: AccountRecord, entry: Entry): HistoryEntry => ({
  stream: 'people',
  administrationId: INSTALLATION,
  subject: { kind: 'account', id: account.id },
  after: historyRecord(account),
  ...entry,
});

/** A role belongs to the administration it was given in. */
const roleEntry = (accountId: string, { id, ...role }: RoleRecord, entry: Entry): HistoryEntry => ({
  stream: 'people',
  subject: { kind: 'role-assignment', id },
  after: { accountId, ...role },
  ...entry,
});

export const roleAssigned = (accountId: string, role: RoleRecord, reason?: string): HistoryEntry =>
  roleEntry(accountId, role, { revision: 1, action: 'role-assignment.assigned', reason });

/** @param role as it stands now, with its last day */
export const roleWithdrawn = (
  accountId: string,
  role: RoleRecord,
  { validTo }: Pick<RoleRecord, 'validTo'>,
  reason?: string,
): HistoryEntry =>
  roleEntry(accountId, role, {
    revision: 2,
    action: 'role-assignment.withdrawn',
    reason,
    before: { validTo },
  });
