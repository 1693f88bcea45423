import { DomainError } from './domain-error.js';

const DECIMAL = /^([+-]?)(\d+)(?:\.(\d+))?$/;
const FRACTION = /^([+-]?\d+)\/(\d+)$/;
/** Longer texts than this come from no administration; the limit keeps hostile input cheap. */
const LONGEST_TEXT = 4096;

/** How a value is cut to `dp` decimals: `half-up` = làm tròn, `truncate` = cắt bỏ. */
export type DecimalMode = 'half-up' | 'truncate';

/**
 * An exact rational number, always in lowest terms with a positive denominator.
 *
 * Canonical text is `numerator/denominator` (`-3/4`, `5/1`); it is also the JSON form and the stored form.
 * Nothing here ever becomes a binary float.
 */
export class Ratio {
  static readonly zero = new Ratio(0n, 1n);
  static readonly one = new Ratio(1n, 1n);
  static readonly hundred = new Ratio(100n, 1n);

  private constructor(
    readonly numerator: bigint,
    readonly denominator: bigint,
  ) {}

  /**
   * An integer, a plain decimal with a point (`-12.50`) or canonical text (`25/2`).
   * Numbers must be safe integers: a fraction held as a JavaScript number has already lost its digits.
   * Throws NUMBER_INVALID, and DIVISION_BY_ZERO for a zero denominator.
   */
  static of(value: Ratio | string | number | bigint): Ratio {
    if (value instanceof Ratio) return value;
    if (typeof value === 'bigint') return new Ratio(value, 1n);
    if (typeof value === 'number') {
      if (!Number.isSafeInteger(value)) throw new DomainError('NUMBER_INVALID', { text: String(value) });
      return new Ratio(BigInt(value), 1n);
    }
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
    if (denominator === 0n) throw new DomainError('DIVISION_BY_ZERO');
    if (denominator === 1n) return new Ratio(numerator, 1n);
    const divisor = greatestCommonDivisor(magnitude(numerator), magnitude(denominator));
    const sign = denominator < 0n ? -1n : 1n;
    return new Ratio((sign * numerator) / divisor, (sign * denominator) / divisor);
  }

  static sum(values: Iterable<Ratio>): Ratio {
    let total = Ratio.zero;
    for (const value of values) total = total.plus(value);
    return total;
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
    if (this.denominator === other.denominator) {
      return Ratio.fraction(this.numerator + other.numerator, this.denominator);
    }
    return Ratio.fraction(
      this.numerator * other.denominator + other.numerator * this.denominator,
      this.denominator * other.denominator,
    );
  }

  minus(other: Ratio): Ratio {
    return this.plus(other.negated());
  }

  times(other: Ratio): Ratio {
    return Ratio.fraction(this.numerator * other.numerator, this.denominator * other.denominator);
  }

  /** Exact division. Throws DIVISION_BY_ZERO: what a zero denominator means is a declared policy, not ours. */
  dividedBy(other: Ratio): Ratio {
    return Ratio.fraction(this.numerator * other.denominator, this.denominator * other.numerator);
  }

  negated(): Ratio {
    return new Ratio(-this.numerator, this.denominator);
  }

  absolute(): Ratio {
    return this.numerator < 0n ? this.negated() : this;
  }

  compare(other: Ratio): -1 | 0 | 1 {
    const left = this.numerator * other.denominator;
    const right = other.numerator * this.denominator;
    return left < right ? -1 : left > right ? 1 : 0;
  }

  equals(other: Ratio): boolean {
    return this.numerator === other.numerator && this.denominator === other.denominator;
  }

  isZero(): boolean {
    return this.numerator === 0n;
  }

  isInteger(): boolean {
    return this.denominator === 1n;
  }

  sign(): -1 | 0 | 1 {
    return this.numerator < 0n ? -1 : this.numerator > 0n ? 1 : 0;
  }

  /** The largest integer not above the value. */
  floor(): bigint {
    const quotient = this.numerator / this.denominator;
    return this.numerator < 0n && quotient * this.denominator !== this.numerator ? quotient - 1n : quotient;
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
    const scaled = magnitude(this.numerator) * 10n ** BigInt(dp);
    const units =
      mode === 'truncate'
        ? scaled / this.denominator
        : (2n * scaled + this.denominator) / (2n * this.denominator);
    const digits = units.toString().padStart(dp + 1, '0');
    const sign = this.numerator < 0n && units !== 0n ? '-' : '';
    return dp === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -dp)}.${digits.slice(-dp)}`;
  }

  /** The shortest exact decimal text, or undefined where the decimals never end (1/3). */
  toExactDecimal(): string | undefined {
    let twos = 0;
    let fives = 0;
    let rest = this.denominator;
    for (; rest % 2n === 0n; rest /= 2n) twos += 1;
    for (; rest % 5n === 0n; rest /= 5n) fives += 1;
    return rest === 1n ? this.toDecimal(Math.max(twos, fives), 'truncate') : undefined;
  }

  toString(): string {
    return `${this.numerator}/${this.denominator}`;
  }

  toJSON(): string {
    return this.toString();
  }
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}
