import type { DataElement } from '@nhip/contracts';
import { neverNegative } from '../formula/never-negative.js';
import { parseFormula } from '../formula/parse-formula.js';
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
  if (declaredPart && denominator !== undefined)
    return { lowest: '0', highest: shownAs === 'percent' ? '100' : '1' };
  const isCounted = (code: string): boolean => {
    const kind = elements.get(code)?.kind;
    return kind !== undefined && counted.has(kind);
  };
  if ('formula' in numerator) {
    const parsed = parseFormula(numerator.formula);
    return parsed.ok && neverNegative(parsed.tree, isCounted) ? fromZero : undefined;
  }
  if (!('plus' in numerator) || numerator.minus.length > 0) return undefined;
  if (!numerator.plus.every(isCounted)) return undefined;
  return denominator === undefined
    ? ofSum(numerator.plus.flatMap((code) => elements.get(code) ?? []))
    : fromZero;
}

const fromZero: ValueRange = { lowest: '0', highest: null };

function ofSum(summed: readonly DataElement[]): ValueRange {
  const [single] = summed;
  if (summed.length === 1 && (single?.kind === 'rank' || single?.kind === 'text-tier'))
    return { lowest: '1', highest: single.tiers === undefined ? null : String(single.tiers.length) };
  // What is asked for each month, or worked out, is more than one yes or no.
  const yesNo = ({ kind, frequency, formula }: DataElement): boolean =>
    kind === 'yes-no' && frequency === 'period' && formula === undefined;
  return { lowest: '0', highest: summed.every(yesNo) ? String(summed.length) : null };
}
