import { describe, expect, it } from '@jest/globals';
import { countOf, entriesOf, faultsOf, found, itemsOf } from './results.js';

const unit = (id: string, vi: string) => ({ id, code: id, names: { vi } });

describe('published results as they are typed', () => {
  it('are shown and sent as the language writes them', () => {
    const item = { unitId: 'a', unit: { code: 'A', names: { vi: 'A' } }, groupId: null };
    expect(entriesOf([{ ...item, points: '1070.5', rank: 3 }], 'vi')).toEqual({
      a: { points: '1.070,5', rank: '3' },
    });
    expect(entriesOf([{ ...item, points: null, rank: null }], 'en')).toEqual({ a: { points: '', rank: '' } });
    expect(
      itemsOf(
        { a: { points: ' 70,50 ', rank: ' 3 ' }, b: { points: '', rank: '1' }, c: { points: ' ', rank: '' } },
        'vi',
      ),
    ).toEqual([
      { unitId: 'a', points: '70.5', rank: 3 },
      { unitId: 'b', rank: 1 },
    ]);
  });

  it('are refused where a cell cannot be read', () => {
    expect(faultsOf({ points: 'x', rank: '0' }, 'vi')).toEqual(['points', 'rank']);
    expect(faultsOf({ points: '', rank: '' }, 'vi')).toEqual([]);
  });

  it('count units with a result, and find units without diacritics', () => {
    expect(countOf({ a: { points: '1', rank: '' }, b: { points: '', rank: '' } })).toBe(1);
    expect(found([unit('P1', 'Phường Một'), unit('P2', 'Phường Hai')], 'phuong hai')).toEqual([
      unit('P2', 'Phường Hai'),
    ]);
  });
});
