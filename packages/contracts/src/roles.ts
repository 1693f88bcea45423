import { z } from 'zod';

/** Who a person is when acting. One person may hold several and switch. */
export const roleNames = [
  'committee',
  'secretariat',
  'appraiser',
  'unit-leader',
  'unit-officer',
  'auditor',
  'administrator',
] as const;
export const roleName = z.enum(roleNames);
export type RoleName = z.infer<typeof roleName>;

/**
 * Everything a person can do, by name: `<feature>.<verb>`. A route declares one of them; a role holds
 * some of them (`rolePermissions`); where the record lies in the unit tree is checked with the data.
 */
export const rolePermissions = {
  'account.use': roleNames,
  'accounts.read': ['administrator', 'auditor'],
  'accounts.manage': ['administrator'],
  'units.read': roleNames,
  'units.manage': ['administrator'],
  'calendar.read': roleNames,
  'calendar.manage': ['administrator'],
  'criteria.read': roleNames,
  'criteria.manage': ['secretariat', 'administrator'],
  'procedures.read': roleNames,
  'review-cycles.read': roleNames,
  'review-cycles.prepare': ['secretariat'],
  'review-cycles.launch': ['committee'],
  'review-cycles.conduct': ['secretariat'],
  'review-cycles.conclude': ['committee'],
  'review-cycles.publish': ['committee'],
  'submissions.read': roleNames,
  'submissions.fill': ['unit-officer', 'unit-leader'],
  // The procedure says which of them is a level of approval, and when.
  'submissions.approve': ['unit-leader', 'unit-officer', 'secretariat', 'appraiser', 'committee'],
  'submissions.accept': ['secretariat'],
  'submissions.discuss': ['unit-officer', 'unit-leader', 'secretariat', 'appraiser'],
  'external-scores.enter': ['secretariat'],
  'findings.read': roleNames,
  'findings.answer': ['unit-officer', 'unit-leader'],
  'findings.settle': ['secretariat', 'appraiser'],
  'scores.read': roleNames,
  'scores.run': ['secretariat'],
  'scores.suppose': ['secretariat', 'committee', 'appraiser'],
  'scores.appraise': ['appraiser', 'secretariat'],
  'tasks.read': roleNames,
  'tasks.assign': ['committee', 'secretariat'],
  'tasks.carry-out': ['unit-officer', 'unit-leader'],
  'tasks.accept': ['secretariat'],
  'tasks.criticise': ['committee'],
  'tasks.feed': ['unit-leader'],
  'follow-ups.read': roleNames,
  'follow-ups.draft': ['secretariat'],
  'follow-ups.issue': ['committee'],
  'follow-ups.recommend': ['unit-leader', 'unit-officer', 'secretariat'],
  'follow-ups.answer': ['committee', 'secretariat'],
  'supervisions.read': roleNames,
  'supervisions.conduct': ['auditor'],
  'evidence.read': roleNames,
  'evidence.give': ['unit-officer', 'unit-leader'],
  'notices.read': roleNames,
  'history.read': [
    'committee',
    'secretariat',
    'appraiser',
    'unit-leader',
    'unit-officer',
    'auditor',
    'administrator',
  ],
  'operations.read': ['administrator', 'secretariat'],
  'operations.mend': ['administrator', 'secretariat'],
  'schedules.manage': ['administrator', 'secretariat'],
  'demo-clock.move': ['administrator'],
  'overview.read': roleNames,
} as const satisfies Record<string, readonly RoleName[]>;

export type Permission = keyof typeof rolePermissions;
export const permissionNames = Object.keys(rolePermissions) as Permission[];

export function permissionsOf(role: RoleName): Permission[] {
  return permissionNames.filter((name) => (rolePermissions[name] as readonly RoleName[]).includes(role));
}
