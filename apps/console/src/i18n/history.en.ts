import type { historyVi } from './history.vi.js';

export const historyEn = {
  'account.changed': 'Account details changed',
  'account.created': 'Account created',
  'account.disabled': 'Account disabled',
  'account.enabled': 'Account enabled',
  'account.password-changed': 'Password changed',
  'account.password-reset': 'Password reset',
  'account.role-assigned': 'Role given',
  'account.role-withdrawn': 'Role withdrawn',
  'account.sessions-ended': 'Open sessions ended',
  'administration.created': 'Administration created',
  'peer-group.changed': 'Peer group changed',
  'peer-group.created': 'Peer group created',
  'procedure.issued': 'Procedure issued',
  'unit.changed': 'Unit changed',
  'unit.created': 'Unit added',
} satisfies typeof historyVi;
