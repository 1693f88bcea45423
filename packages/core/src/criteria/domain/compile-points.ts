import type { Ruled } from './compile-outcome.js';
import { compileRule, zeroesOf, type SingleRule } from './compile-rule.js';
import type { FromValue } from './compile-value.js';
import { holdPoints } from './hold-points.js';
import { note } from './trace.js';

/** Points of a value by the rule, held and rounded; unsettled where other units' values are still unknown. */
export function compilePoints(ruled: Ruled, rule: SingleRule): FromValue {
  const pointsOf = compileRule(ruled, rule);
  const hold = holdPoints(ruled);
  return (value, trace, peer) => {
    if (pointsOf === undefined) {
      note(trace, 'RULE_THRESHOLD_ONLY');
      return {};
    }
    const points = pointsOf(value, trace, peer);
    if (points === undefined) return { standing: 'unsettled' };
    const zeroes = zeroesOf(rule, value);
    const held = hold(points, trace);
    return zeroes === undefined ? held : { ...held, zeroes };
  };
}
