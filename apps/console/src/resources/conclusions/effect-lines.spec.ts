import { describe, expect, it } from '@jest/globals';
import type { IndicatorEffect } from '@nhip/contracts';
import { placed } from './effect-lines.js';

const change = { verdict: 'not-yet', from: null, to: null, difference: null, shownDifference: null } as const;
const series = (values: readonly (string | null)[]) => ({
  points: values.map((shownValue, place) => ({
    cycleId: String(place),
    state: 'scored' as const,
    numerator: null,
    denominator: null,
    value: shownValue,
    shownValue,
  })),
  change,
});
const effect = (
  values: readonly (string | null)[],
  sides: readonly ('before' | 'after')[],
): IndicatorEffect => ({
  code: 'e-rate',
  names: { vi: 'Tỷ lệ' },
  measure: { vi: '%' },
  direction: 'higher',
  cycles: sides.map((side, place) => ({
    id: String(place),
    code: `C${place}`,
    names: { vi: `Kỳ ${place}` },
    asOf: '2022-09-30',
    side,
    final: true,
    incomparable: place === 0 ? 'PERIOD_DIFFERS' : null,
  })),
  together: series(values),
  units: [],
});

describe('the lines of an effect', () => {
  it('stand between the lowest and the highest value, with the day of the directive between its sides', () => {
    const { lines, marks, divide, columns } = placed(
      effect(['80.00', '90.00', '85.00'], ['before', 'after', 'after']),
      { width: 560, height: 190 },
    );
    expect(marks).toEqual([
      { y: 156, value: '80.00' },
      { y: 22, value: '90.00' },
    ]);
    const [line] = lines;
    expect(line?.parts).toEqual(['68,156 294,22 520,89']);
    expect(line?.dots.map(({ hollow }) => hollow)).toEqual([true, false, false]);
    expect(divide).toBe(181);
    expect(columns.map(({ x }) => x)).toEqual([68, 294, 520]);
  });

  it('break where a cycle has no value, and stand in the middle where all are one', () => {
    const { lines, marks } = placed(
      effect(['80', null, '80', '80'], ['before', 'before', 'after', 'after']),
      {
        width: 560,
        height: 190,
      },
    );
    expect(lines[0]?.parts).toEqual(['369,89 520,89']);
    expect(lines[0]?.dots).toHaveLength(3);
    expect(marks).toEqual([{ y: 89, value: '80' }]);
    expect(placed(effect(['80'], ['before']), { width: 560, height: 190 }).divide).toBeUndefined();
  });
});
