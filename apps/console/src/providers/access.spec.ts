import { describe, expect, it } from '@jest/globals';
import { permissionsOf } from '@nhip/contracts';
import { mayOpen, type ResourceAccess } from './access.js';

const access = new Map<string, ResourceAccess>([['units', { list: 'units.read', create: 'units.manage' }]]);

describe('opening a page', () => {
  it.each([
    ['administrator', 'units', 'create', true],
    ['unit-officer', 'units', 'list', true],
    ['unit-officer', 'units', 'create', false],
    ['administrator', 'units', 'edit', false],
    ['administrator', 'units', 'delete', false],
    ['administrator', 'units', 'constructor', false],
    ['administrator', 'unknown', 'list', false],
  ] as const)('%s %s %s: %s', (role, resource, action, expected) => {
    expect(mayOpen(access, permissionsOf(role), resource, action)).toBe(expected);
  });

  it('needs a permission', () => {
    expect(mayOpen(access, [], 'units', 'list')).toBe(false);
  });
});
