import { describe, expect, it } from '@jest/globals';
import type { HistoryItem } from '@nhip/contracts';
import { readable } from '../../shared/history.js';
import { accountChanges } from '../accounts/account-history.js';
import { unitChanges } from './unit-history.js';

const entry = (before: HistoryItem['before'], after: HistoryItem['after']): HistoryItem => ({
  id: 'organisation#1',
  at: '2022-10-01T02:00:00.000Z',
  recordedAt: '2022-10-01T02:00:00.000Z',
  action: 'x',
  actor: { kind: 'system', id: 'x', name: null },
  onBehalfOf: null,
  reason: null,
  revision: 2,
  before,
  after,
});

describe('the history of a unit', () => {
  it('tells what its newest name and place became, other units by name', () => {
    const old = { validFrom: '2020-01-01', validTo: null, names: { vi: 'Phường Một' }, parentId: null };
    const next = { validFrom: '2025-07-01', validTo: null, names: { vi: 'Phường 1' }, parentId: 'p' };
    const known = [
      {
        names: { vi: 'Phường 1' },
        shortName: null,
        unitType: 'ward' as const,
        parent: { id: 'p', code: 'T', names: { vi: 'Tỉnh Đồng Tháp' } },
        peerGroup: null,
        validFrom: '2025-07-01',
        validTo: null,
      },
    ];
    const item = entry(
      { versions: [old] },
      { code: 'X', versions: [{ ...old, validTo: '2025-07-01' }, next] },
    );
    expect(unitChanges(item, known)).toEqual([
      { field: 'validFrom', from: '2020-01-01', to: '2025-07-01' },
      { field: 'names.vi', from: 'Phường Một', to: 'Phường 1' },
      { field: 'parentId', from: '', to: 'Tỉnh Đồng Tháp' },
    ]);
    expect(unitChanges(entry(null, { versions: [next] }), known)).toEqual([]);
  });
});

describe('the history of an account', () => {
  it('says that personal details changed, not how, and which role was given', () => {
    const before = { person: { id: 'p', commitment: 'aa' } };
    const after = { person: { id: 'p', commitment: 'bb' } };
    expect(accountChanges(entry(before, after), 'vi', [])).toEqual([
      { field: 'person', from: '•••', to: '•••' },
    ]);
    const role = { accountId: 'a', role: 'auditor', validFrom: '2022-10-01', validTo: null };
    const names = { vi: 'Phường Một', en: 'Ward One' };
    const held = [{ unit: { id: 'u', names } }];
    expect(accountChanges(entry(null, { ...role, unitId: null }), 'vi', held)).toEqual([
      { field: 'role', to: 'Người giám sát' },
      { field: 'from', to: '2022-10-01' },
    ]);
    const ended = { ...role, unitId: 'u', validTo: '2022-11-01' };
    expect(accountChanges(entry({ validTo: null }, ended), 'en', held)).toEqual([
      { field: 'role', to: 'Auditor' },
      { field: 'unit', to: 'Ward One' },
      { field: 'from', to: '2022-10-01' },
      { field: 'to', to: '2022-11-01' },
    ]);
  });
});

describe('values in a history', () => {
  it.each([
    ['2025-07-01', '01/07/2025'],
    ['2022-10-11T07:00:00.000Z', '11/10/2022 14:00'],
    ['true', 'ra.boolean.true'],
    ['Phường 1', 'Phường 1'],
  ])('%s', (value, expected) => {
    expect(readable(value, (key) => key)).toBe(expected);
  });
});
