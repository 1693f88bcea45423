import type { Comparison } from '@nhip/contracts';
import type { Ratio } from '../../shared/index.js';

/** Whether `value comparison limit` holds, exactly. */
export function holds(value: Ratio, comparison: Comparison, limit: Ratio): boolean {
  const order = value.compare(limit);
  switch (comparison) {
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '=':
      return order === 0;
    case '>=':
      return order >= 0;
    case '>':
      return order > 0;
  }
}

/** A half-open interval `[from, to)`; undefined is without limit. */
export interface Interval {
  readonly from: Ratio | undefined;
  readonly to: Ratio | undefined;
}

export const contains = ({ from, to }: Interval, value: Ratio): boolean =>
  (from === undefined || value.compare(from) >= 0) && (to === undefined || value.compare(to) < 0);
