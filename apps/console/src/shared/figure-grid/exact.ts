import type { Indicator } from '@nhip/contracts';

/** An exact rational number with a positive denominator; what is shown while typing is never a binary float. */
export interface Exact {
  readonly over: bigint;
  readonly under: bigint;
}

export type Rounding = Indicator['rounding'];

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

export const zero: Exact = { over: 0n, under: 1n };

/** From canonical decimal text (`-12.5`); throws RangeError for anything else. */
export function exact(text: string): Exact {
  const match = DECIMAL.exec(text);
  if (!match) throw new RangeError(`not decimal text: ${text}`);
  const fraction = match[3] ?? '';
  const digits = BigInt(`${match[2]}${fraction}`);
  return { over: match[1] === '-' ? -digits : digits, under: 10n ** BigInt(fraction.length) };
}

export const plus = (one: Exact, other: Exact): Exact => ({
  over: one.over * other.under + other.over * one.under,
  under: one.under * other.under,
});

export const minus = (one: Exact, other: Exact): Exact => plus(one, { ...other, over: -other.over });

export const times = (one: Exact, other: Exact): Exact => ({
  over: one.over * other.over,
  under: one.under * other.under,
});

/** Throws RangeError for a zero divisor: what that means is a policy of the indicator. */
export function dividedBy(one: Exact, other: Exact): Exact {
  if (other.over === 0n) throw new RangeError('division by zero');
  const sign = other.over < 0n ? -1n : 1n;
  return { over: sign * one.over * other.under, under: sign * one.under * other.over };
}

export function compare(one: Exact, other: Exact): -1 | 0 | 1 {
  const left = one.over * other.under;
  const right = other.over * one.under;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** As decimal text with as many decimals as the rounding has; halves go away from zero. */
export function rounded(value: Exact, rounding: Rounding): string {
  if (rounding.mode !== 'step') return decimal(value, rounding.dp, rounding.mode === 'half-up');
  const step = exact(rounding.step);
  const { over, under } = dividedBy(value, step);
  const magnitude = over < 0n ? -over : over;
  const whole = magnitude / under;
  const rest = magnitude % under;
  const up = rounding.direction === 'nearest' ? rest * 2n >= under : rounding.direction === 'up' && rest > 0n;
  const steps = (up ? whole + 1n : whole) * (over < 0n ? -1n : 1n);
  return decimal(times({ over: steps, under: 1n }, step), rounding.step.split('.')[1]?.length ?? 0, false);
}

/** Without superfluous zeros where it has an end within `limit` decimals, else cut there. */
export function plainDecimal(value: Exact, limit = 6): string {
  const text = decimal(value, limit, true);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

function decimal({ over, under }: Exact, dp: number, halfUp: boolean): string {
  const scaled = (over < 0n ? -over : over) * 10n ** BigInt(dp);
  const cut = scaled / under + (halfUp && (scaled % under) * 2n >= under ? 1n : 0n);
  const digits = cut.toString().padStart(dp + 1, '0');
  const sign = over < 0n && cut !== 0n ? '-' : '';
  return dp === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -dp)}.${digits.slice(-dp)}`;
}
