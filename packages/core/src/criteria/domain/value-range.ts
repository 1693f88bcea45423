import type { DataElement } from '@nhip/contracts';
import type { Ruled } from './ruled.js';

/** The values that can come out, both ends included; null is without limit. */
export interface ValueRange {
  readonly lowest: string;
  readonly highest: string | null;
}

const counted: ReadonlySet<DataElement['kind']> = new Set(['count', 'yes-no', 'rank', 'text-tier', 'rate']);

/** What is known about the values by their definition; undefined where they may be anything. */
export function valueRange(
  { shownAs, numerator, denominator, declaredPart }: Ruled,
  elements: ReadonlyMap<string, DataElement>,
): ValueRange | undefined {
  if (shownAs === 'percent' && declaredPart && denominator !== undefined) {
    return { lowest: '0', highest: '100' };
  }
  if (!('plus' in numerator) || numerator.minus.length > 0) return undefined;
  const [kind, ...others] = numerator.plus.map((code) => elements.get(code)?.kind);
  if (kind === undefined || ![kind, ...others].every((one) => one !== undefined && counted.has(one)))
    return undefined;
  const single = others.length === 0 && denominator === undefined;
  return { lowest: '0', highest: single && kind === 'yes-no' ? '1' : null };
}
