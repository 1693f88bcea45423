import { describe, expect, it } from '@jest/globals';
import { barParts, cellShade } from './shades.js';

describe('the shade of a cell', () => {
  it('is orange below the half, none at it, blue above', () => {
    expect(cellShade(0, false)).toContain('#e08a2e 48%');
    expect(cellShade(50, false)).toBeUndefined();
    expect(cellShade(100, false)).toContain('#3b7fc4 48%');
  });
  it('without points shows only what is weak', () => {
    expect([cellShade(null, false), cellShade(null, true)?.includes('#e08a2e')]).toEqual([undefined, true]);
  });
});

describe('the bar of a total', () => {
  it('is made of what was gained, and never longer than itself', () => {
    const parts = barParts([
      { field: 'a', share: 600 },
      { field: 'minus', share: -50 },
      { field: 'b', share: 250 },
    ]);
    expect(parts).toEqual([
      { field: 'a', width: 60 },
      { field: 'b', width: 25 },
    ]);
    const over = barParts([
      { field: 'a', share: 900 },
      { field: 'b', share: 300 },
    ]);
    expect(over.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(100);
  });
});
