import { DomainError } from './domain-error.js';
import { divide, gcd, part, product, sum, type Part } from './exact-integer.js';

const INTEGER = /^\d{1,15}$/;
const DECIMAL = /^([+-]?)(\d+)(?:\.(\d+))?$/;
const FRACTION = /^([+-]?\d+)\/(\d+)$/;
/** Longer texts than this come from no administration; the limit keeps hostile input cheap. */
const LONGEST_TEXT = 4096;

/** Parts of more bits than this are no administration's either: a sum of hundreds of fractions has fewer. */
const LONGEST_PART = 2n ** 8192n;

/** How a value is cut to `dp` decimals: `half-up` = làm tròn, `truncate` = cắt bỏ. */
export type DecimalMode = 'half-up' | 'truncate';

/**
 * An exact rational number, always in lowest terms with a positive denominator.
 *
 * Canonical text is `numerator/denominator` (`-3/4`, `5/1`); it is also the JSON form and the stored form.
 * Nothing here ever becomes a binary float: a part is a JavaScript number only while it is a safe integer.
 */
export class Ratio {
  static readonly zero = new Ratio(0, 1);
  static readonly one = new Ratio(1, 1);
  static readonly hundred = new Ratio(100, 1);

  /** In lowest terms already, the denominator above zero. */
  private constructor(
    private readonly above: Part,
    private readonly below: Part,
  ) {}

  get numerator(): bigint {
    return BigInt(this.above);
  }

  get denominator(): bigint {
    return BigInt(this.below);
  }

  /** The parts as decimal text, as they are stored. */
  get numeratorText(): string {
    return this.above.toString();
  }

  get denominatorText(): string {
    return this.below.toString();
  }

  /**
   * An integer, a plain decimal with a point (`-12.50`) or canonical text (`25/2`).
   * Numbers must be safe integers: a fraction held as a JavaScript number has already lost its digits.
   * Throws NUMBER_INVALID, and DIVISION_BY_ZERO for a zero denominator.
   */
  static of(value: Ratio | string | number | bigint): Ratio {
    if (value instanceof Ratio) return value;
    if (typeof value === 'bigint') return new Ratio(part(value), 1);
    if (typeof value === 'number') {
      if (!Number.isSafeInteger(value)) throw new DomainError('NUMBER_INVALID', { text: String(value) });
      return new Ratio(value === 0 ? 0 : value, 1);
    }
    if (INTEGER.test(value)) return new Ratio(Number(value), 1);
    if (value.length <= LONGEST_TEXT) {
      const decimal = DECIMAL.exec(value);
      if (decimal) {
        const fraction = decimal[3] ?? '';
        const digits = BigInt(`${decimal[2]}${fraction}`);
        return Ratio.fraction(decimal[1] === '-' ? -digits : digits, 10n ** BigInt(fraction.length));
      }
      const parts = FRACTION.exec(value);
      if (parts?.[1] && parts[2]) return Ratio.fraction(BigInt(parts[1]), BigInt(parts[2]));
    }
    throw new DomainError('NUMBER_INVALID', { text: value.slice(0, 40) });
  }

  /** `numerator / denominator`, reduced. Throws DIVISION_BY_ZERO. */
  static fraction(numerator: bigint, denominator: bigint): Ratio {
    return Ratio.reduced(part(numerator), part(denominator));
  }

  /** From the parts of a ratio as they were stored, in lowest terms: what was reduced once is not reduced again. */
  static stored(numerator: string, denominator: string): Ratio {
    return new Ratio(part(BigInt(numerator)), part(BigInt(denominator)));
  }

  private static reduced(above: Part, below: Part): Ratio {
    if (below === 1) return new Ratio(above, 1);
    if (below === 0) throw new DomainError('DIVISION_BY_ZERO');
    const divisor = gcd(above, below);
    return below < 0
      ? new Ratio(divide(product(above, -1), divisor), divide(product(below, -1), divisor))
      : new Ratio(divide(above, divisor), divide(below, divisor));
  }

  /**
   * The exact sum, put in lowest terms once at the end: with as many different denominators as there are terms,
   * reducing after every one is what costs. What the whole can be reduced by divides one of their denominators.
   */
  static sum(terms: Iterable<Ratio>): Ratio {
    let above: Part = 0;
    let below: Part = 1;
    const denominators = new Set<Part>();
    for (const term of terms) {
      if (term.below === below) above = sum(above, term.above);
      else {
        const shared = gcd(below, term.below);
        const missing = divide(term.below, shared);
        above = sum(product(above, missing), product(term.above, divide(below, shared)));
        below = product(below, missing);
      }
      if (term.below !== 1) denominators.add(term.below);
    }
    for (const denominator of denominators) {
      for (;;) {
        const divisor = gcd(above, gcd(below, denominator));
        if (divisor === 1) break;
        above = divide(above, divisor);
        below = divide(below, divisor);
      }
    }
    return new Ratio(above, below);
  }

  /** The smallest of one or more values. */
  static min(first: Ratio, ...others: readonly Ratio[]): Ratio {
    return others.reduce((least, value) => (value.compare(least) < 0 ? value : least), first);
  }

  /** The largest of one or more values. */
  static max(first: Ratio, ...others: readonly Ratio[]): Ratio {
    return others.reduce((most, value) => (value.compare(most) > 0 ? value : most), first);
  }

  plus(other: Ratio): Ratio {
    if (this.below === other.below) return Ratio.reduced(sum(this.above, other.above), this.below);
    return Ratio.reduced(
      sum(product(this.above, other.below), product(other.above, this.below)),
      product(this.below, other.below),
    );
  }

  minus(other: Ratio): Ratio {
    return this.plus(other.negated());
  }

  times(other: Ratio): Ratio {
    return Ratio.reduced(product(this.above, other.above), product(this.below, other.below));
  }

  /** Exact division. Throws DIVISION_BY_ZERO: what a zero denominator means is a declared policy, not ours. */
  dividedBy(other: Ratio): Ratio {
    return Ratio.reduced(product(this.above, other.below), product(this.below, other.above));
  }

  negated(): Ratio {
    return new Ratio(product(this.above, -1), this.below);
  }

  absolute(): Ratio {
    return this.above < 0 ? this.negated() : this;
  }

  compare(other: Ratio): -1 | 0 | 1 {
    const left = product(this.above, other.below);
    const right = product(other.above, this.below);
    return left < right ? -1 : left > right ? 1 : 0;
  }

  equals(other: Ratio): boolean {
    return this.above === other.above && this.below === other.below;
  }

  /** Whether a part has become so long that going on would only cost time: products of products of products. */
  isRunaway(): boolean {
    return isLong(this.above) || isLong(this.below);
  }

  isZero(): boolean {
    return this.above === 0;
  }

  isInteger(): boolean {
    return this.below === 1;
  }

  sign(): -1 | 0 | 1 {
    return this.above < 0 ? -1 : this.above > 0 ? 1 : 0;
  }

  /** The largest integer not above the value. */
  floor(): bigint {
    const quotient = this.numerator / this.denominator;
    return this.above < 0 && quotient * this.denominator !== this.numerator ? quotient - 1n : quotient;
  }

  /** The smallest integer not below the value. */
  ceiling(): bigint {
    return -this.negated().floor();
  }

  /**
   * Decimal text with exactly `dp` decimals and a point: `Ratio.of('5990/9363').toDecimal(2)` → `0.64`.
   * `half-up` rounds a half away from zero, also below zero (−0.5 → −1); `truncate` cuts towards zero.
   * A result of zero has no sign.
   */
  toDecimal(dp: number, mode: DecimalMode = 'half-up'): string {
    if (!Number.isInteger(dp) || dp < 0 || dp > 100) throw new DomainError('DECIMALS_INVALID', { dp });
    const scaled = product(this.above < 0 ? product(this.above, -1) : this.above, powerOfTen(dp));
    const units =
      mode === 'truncate'
        ? divide(scaled, this.below)
        : divide(sum(product(scaled, 2), this.below), product(this.below, 2));
    const digits = units.toString().padStart(dp + 1, '0');
    const sign = this.above < 0 && units !== 0 ? '-' : '';
    return dp === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -dp)}.${digits.slice(-dp)}`;
  }

  /** The shortest exact decimal text, or undefined where the decimals never end (1/3). */
  toExactDecimal(): string | undefined {
    if (this.below === 1) return this.above.toString();
    let twos = 0;
    let fives = 0;
    let rest = this.denominator;
    for (; rest % 2n === 0n; rest /= 2n) twos += 1;
    for (; rest % 5n === 0n; rest /= 5n) fives += 1;
    return rest === 1n ? this.toDecimal(Math.max(twos, fives), 'truncate') : undefined;
  }

  toString(): string {
    return `${this.above}/${this.below}`;
  }

  toJSON(): string {
    return this.toString();
  }
}

const powerOfTen = (exponent: number): Part => (exponent < 16 ? 10 ** exponent : 10n ** BigInt(exponent));

const isLong = (of: Part): boolean => typeof of === 'bigint' && (of > LONGEST_PART || of < -LONGEST_PART);
