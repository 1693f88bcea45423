import type { ScoreView } from '@nhip/contracts';

type Told = Pick<ScoreView, 'state' | 'shownValue'> & { readonly policies?: readonly string[] | undefined };
export type ScoreWord = 'nothing' | 'missing' | 'not-applicable' | 'zero-denominator' | 'error' | 'scored';

/**
 * What stands in place of a value, or beside a 0 that is no true zero: key of `resources.scores.states`. Undefined for a
 * plain value.
 */
export function wordOf({ state, shownValue, policies = [] }: Told): ScoreWord | undefined {
  const acted = (policy: string): boolean => policies.some((code) => code.startsWith(`${policy}:`));
  if (shownValue !== null)
    return acted('nothing-occurred') && /^-?[0.]+$/.test(shownValue) ? 'nothing' : undefined;
  if (state === 'missing') return 'missing';
  if (acted('nothing-occurred')) return 'nothing';
  return acted('zero-denominator') ? 'zero-denominator' : state;
}
