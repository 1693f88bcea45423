import { parseDecimal, type Language } from '@nhip/contracts';
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

/** Whole numbers from `from` to `to`, both included; `to` null where nothing bounds them. */
export interface IntegerRange {
  readonly from: bigint;
  readonly to: bigint | null;
}

/** Reads a printed number, with or without percent sign, with either decimal sign. */
export function readPrinted(text: string, language: Language = 'vi'): Outcome<PrintedValue> {
  const read = parseDecimal(text, { percent: true, language });
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
 * Tries a printed percentage (or, with another `scale`, so many points of so much) under each candidate denominator,
 * in the order given; a candidate of zero is left out. Those with a verdict other than `neither` are what the
 * document can have meant.
 */
export function identifyDenominator<Candidate extends DenominatorCandidate>(
  printed: PrintedValue,
  numerator: Ratio,
  candidates: readonly Candidate[],
  scale: Ratio = Ratio.hundred,
): readonly (Candidate & Reproduction)[] {
  return candidates
    .filter(({ value }) => !value.isZero())
    .map((candidate) => ({
      ...candidate,
      ...reproduce(numerator.times(scale).dividedBy(candidate.value), printed),
    }));
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
  // Nothing of anything is nothing.
  if (product.isZero() && low.sign() <= 0) return { from: 1n, to: null };
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

/**
 * The values of one part, in steps of `dp` decimals, for which `others + weight × part` prints as given: both ends
 * included; undefined where there is none, or where the weight is zero. For printed values not below zero.
 */
export function impliedAddends(
  printed: PrintedValue,
  others: Ratio,
  mode: DecimalMode,
  { dp, weight = Ratio.one }: { readonly dp: number; readonly weight?: Ratio },
): { readonly from: Ratio; readonly to: Ratio } | undefined {
  if (weight.isZero() || printed.value.sign() < 0) return undefined;
  const { low, high } = printedInterval(printed, mode);
  const grid = Ratio.fraction(1n, 10n ** BigInt(dp));
  const steps = (sum: Ratio): Ratio => sum.minus(others).dividedBy(weight).dividedBy(grid);
  const [from, to] =
    weight.sign() > 0
      ? [steps(low).ceiling(), steps(high).ceiling() - 1n]
      : [steps(high).floor() + 1n, steps(low).floor()];
  return to < from ? undefined : { from: Ratio.of(from).times(grid), to: Ratio.of(to).times(grid) };
}

/** Whether it comes out under a rounding other than the one laid down only. */
export function onlyUnderOther(verdict: Verdict, declared: DecimalMode): boolean {
  return declared === 'truncate' ? verdict === 'half-up-only' : verdict === 'truncation-only';
}

/** From the least to the most of all ranges; undefined of none. */
export function spanOf(ranges: readonly (IntegerRange | undefined)[]): IntegerRange | undefined {
  const known = ranges.filter((range) => range !== undefined);
  const [first] = known;
  if (first === undefined) return undefined;
  return known.reduce(
    (all, { from, to }) => ({
      from: from < all.from ? from : all.from,
      to: to === null || all.to === null ? null : to > all.to ? to : all.to,
    }),
    first,
  );
}

/** What lies in both ranges. */
export function overlapOf(
  a: IntegerRange | undefined,
  b: IntegerRange | undefined,
): IntegerRange | undefined {
  if (a === undefined || b === undefined) return undefined;
  const from = a.from > b.from ? a.from : b.from;
  const to = a.to === null ? b.to : b.to === null || a.to < b.to ? a.to : b.to;
  return to !== null && to < from ? undefined : { from, to };
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
