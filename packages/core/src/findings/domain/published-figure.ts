import { parseDecimal } from '@nhip/contracts';
import { Ratio, refuse, type DecimalMode, type Outcome } from '../../shared/index.js';

/** Under which rounding a printed value comes out of its parts. */
export type Verdict = 'both' | 'half-up-only' | 'truncation-only' | 'neither';

/** A value as a document prints it: `15,14` → 15.14 with two decimals. */
export interface PrintedValue {
  readonly value: Ratio;
  readonly decimals: number;
}

export interface Reproduction {
  readonly verdict: Verdict;
  /** The exact value, in the unit of the printed one. */
  readonly exact: Ratio;
  /** Decimal text with as many decimals as were printed. */
  readonly halfUp: string;
  readonly truncated: string;
  /** Printed minus exact. */
  readonly residual: Ratio;
}

/** One thing the printed share may be a share of. */
export interface DenominatorCandidate {
  readonly name: string;
  readonly value: Ratio;
}

export interface CandidateReproduction extends Reproduction {
  readonly name: string;
}

/** Whole numbers from `from` to `to`, both included; `to` null where nothing bounds them. */
export interface IntegerRange {
  readonly from: bigint;
  readonly to: bigint | null;
}

/** Reads a printed number, with or without percent sign, with either decimal sign. */
export function readPrinted(text: string): Outcome<PrintedValue> {
  const read = parseDecimal(text, { percent: true });
  if (!read.ok) return refuse(read.code, read.params);
  return { ok: true, value: { value: Ratio.of(read.value), decimals: read.decimals } };
}

/** Sets the exact value beside the printed one. */
export function reproduce(exact: Ratio, printed: PrintedValue): Reproduction {
  const comesOut = (mode: DecimalMode): boolean =>
    Ratio.of(exact.toDecimal(printed.decimals, mode)).equals(printed.value);
  return {
    verdict: verdictOf(comesOut('half-up'), comesOut('truncate')),
    exact,
    halfUp: exact.toDecimal(printed.decimals, 'half-up'),
    truncated: exact.toDecimal(printed.decimals, 'truncate'),
    residual: printed.value.minus(exact),
  };
}

/** The exact share in percent; undefined over nothing. */
export function percentage(numerator: Ratio, denominator: Ratio): Ratio | undefined {
  return denominator.isZero() ? undefined : numerator.dividedBy(denominator).times(Ratio.hundred);
}

/**
 * Tries a printed percentage under each candidate denominator, in the order given; a candidate of zero is
 * left out. Those with a verdict other than `neither` are what the document can have meant.
 */
export function identifyDenominator(
  printed: PrintedValue,
  numerator: Ratio,
  candidates: readonly DenominatorCandidate[],
): readonly CandidateReproduction[] {
  return candidates.flatMap(({ name, value }) => {
    const exact = percentage(numerator, value);
    return exact ? [{ name, ...reproduce(exact, printed) }] : [];
  });
}

/**
 * The whole denominators under which `scale × numerator / denominator` prints as given, or undefined where
 * there is none. `scale` is 100 for percentages, 1 for "times as much".
 */
export function impliedDenominators(
  printed: PrintedValue,
  numerator: Ratio,
  mode: DecimalMode,
  scale: Ratio = Ratio.hundred,
): IntegerRange | undefined {
  const { low, high } = printedInterval(printed, mode);
  const product = numerator.times(scale);
  if (product.sign() <= 0 || high.sign() <= 0) return undefined;
  const from = product.dividedBy(high).floor() + 1n;
  const to = low.sign() > 0 ? product.dividedBy(low).floor() : null;
  return to !== null && to < from ? undefined : { from, to };
}

/** The whole numerators, not below zero, that print as given over the denominator; undefined where none does. */
export function impliedNumerators(
  printed: PrintedValue,
  denominator: Ratio,
  mode: DecimalMode,
  scale: Ratio = Ratio.hundred,
): IntegerRange | undefined {
  if (denominator.sign() <= 0) return undefined;
  const { low, high } = printedInterval(printed, mode);
  const lowest = Ratio.max(low, Ratio.zero).times(denominator).dividedBy(scale).ceiling();
  const highest = high.times(denominator).dividedBy(scale).ceiling() - 1n;
  return highest < lowest ? undefined : { from: lowest, to: highest };
}

/**
 * The bases from which a value grew, where only the growth is printed. "Tăng 10,1 lần" can mean `to` 10,1 times
 * the base, or `by` 10,1 times the base.
 */
export function impliedBases(
  printed: PrintedValue,
  grown: Ratio,
  meaning: 'to' | 'by',
  mode: DecimalMode,
): IntegerRange | undefined {
  const factor = meaning === 'to' ? printed : { ...printed, value: printed.value.plus(Ratio.one) };
  return impliedDenominators(factor, grown, mode, Ratio.one);
}

/** The rank before a movement by so many places upwards (negative: downwards); undefined above first place. */
export function rankBefore(rank: number, placesUp: number): number | undefined {
  const before = rank + placesUp;
  return before >= 1 ? before : undefined;
}

function verdictOf(halfUp: boolean, truncated: boolean): Verdict {
  if (halfUp) return truncated ? 'both' : 'half-up-only';
  return truncated ? 'truncation-only' : 'neither';
}

/**
 * The exact values, not below zero, that print as given: from `low` inclusive to `high` exclusive.
 * Published shares and multiples have no sign, so rounding away from zero is rounding up.
 */
function printedInterval({ value, decimals }: PrintedValue, mode: DecimalMode): { low: Ratio; high: Ratio } {
  const unit = Ratio.fraction(1n, 10n ** BigInt(decimals));
  if (mode === 'truncate') return { low: value, high: value.plus(unit) };
  const half = unit.dividedBy(Ratio.of(2));
  return { low: value.minus(half), high: value.plus(half) };
}
