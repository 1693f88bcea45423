import { describe, expect, it } from '@jest/globals';
import { differ, pointsText, readLine } from './points.js';

describe('points as people read them', () => {
  it('are exact decimals, or the first ones and a mark', () => {
    expect(['57/2', '100/3', '5/1', '-1/4', '7.5'].map((points) => pointsText(points, 'vi'))).toEqual([
      '28,5',
      '33,3333…',
      '5',
      '-0,25',
      '7,5',
    ]);
  });

  it('differ by their value, not by how they are written', () => {
    expect(differ('57/2', '28.5')).toBe(false);
    expect(differ('57/2', '28.6')).toBe(true);
    expect(differ(null, '1')).toBe(false);
  });

  it('are read with a reason where one is needed', () => {
    expect(readLine('e', { points: '7,5', reason: ' Đã kiểm tra ' }, 'vi', true)).toEqual({
      item: { indicator: 'e', points: '7.5', reason: 'Đã kiểm tra' },
    });
    expect(readLine('e', { points: '7,5', reason: '' }, 'vi', true)).toEqual({ code: 'REASON', params: {} });
    expect(readLine('e', { points: 'bảy', reason: '' }, 'vi', false)).toMatchObject({
      code: 'NUMBER_NOT_A_NUMBER',
    });
  });
});
