import { describe, expect, it } from '@jest/globals';
import { groupUnits, withAll } from './unit-groups.js';

const group = { id: 'g', code: 'P', names: { vi: 'Khối phường' } };
const units = [
  { id: '0', code: 'UB', names: { vi: 'Ủy ban' }, peerGroup: null },
  { id: '1', code: 'P1', names: { vi: 'Phường Đáp Cầu' }, peerGroup: group },
  { id: '2', code: 'P2', names: { vi: 'Phường Vũ Ninh' }, peerGroup: group },
];

describe('units to choose from', () => {
  it('stand by peer group, those in none last', () => {
    expect(groupUnits(units, '').map(({ id, units: members }) => [id, members.length])).toEqual([
      ['g', 2],
      ['', 1],
    ]);
  });
  it('are found without diacritics', () => {
    expect(groupUnits(units, 'dap cau').flatMap(({ units: members }) => members.map(({ id }) => id))).toEqual(
      ['1'],
    );
  });
  it('are taken and left by whole groups', () => {
    expect(withAll(['0', '1'], ['1', '2'], true)).toEqual(['0', '1', '2']);
    expect(withAll(['0', '1', '2'], ['1', '2'], false)).toEqual(['0']);
  });
});
