import { formatDecimal, parseDecimal, type Language } from '@nhip/contracts';

/** Decimals shown of exact points that never end. */
const SHOWN = 4;

/** Canonical `numerator/denominator` or decimal text as decimals; one that never ends is cut and marked. */
export function pointsText(points: string, language: Language): string {
  const [above = '0', below = '1'] = points.split('/');
  if (below === '1') return formatDecimal(above, language);
  const negative = above.startsWith('-');
  const divisor = BigInt(below);
  const scaled = BigInt(negative ? above.slice(1) : above) * 10n ** BigInt(SHOWN);
  const digits = (scaled / divisor).toString().padStart(SHOWN + 1, '0');
  const decimals = digits.slice(-SHOWN).replace(/0+$/, '');
  const whole = digits.slice(0, -SHOWN);
  const text = `${negative ? '-' : ''}${whole}${decimals === '' ? '' : `.${decimals}`}`;
  return `${formatDecimal(text, language)}${scaled % divisor === 0n ? '' : '…'}`;
}

/** Whether two exact points differ. */
export function differ(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return false;
  const [one, other] = [parts(a), parts(b)];
  return one.above * other.below !== other.above * one.below;
}

function parts(points: string): { readonly above: bigint; readonly below: bigint } {
  const [above = '0', below = '1'] = points.split('/');
  const [whole = '0', decimals = ''] = above.split('.');
  return { above: BigInt(whole + decimals), below: BigInt(below) * 10n ** BigInt(decimals.length) };
}

/** What somebody typed into a line. */
export interface Line {
  readonly points: string;
  readonly reason: string;
}

export interface Decided {
  readonly indicator: string;
  readonly points: string;
  readonly reason?: string;
}

/** The line as a command's item, or what is wrong with it. */
export function readLine(
  indicator: string,
  { points, reason }: Line,
  language: Language,
  reasonNeeded: boolean,
): { readonly item: Decided } | { readonly code: string; readonly params: Readonly<Record<string, string>> } {
  const number = parseDecimal(points, { language });
  if (!number.ok) return { code: number.code, params: number.params };
  if (reason.trim().length < 3 && (reasonNeeded || reason.trim() !== ''))
    return { code: 'REASON', params: {} };
  return {
    item: { indicator, points: number.value, ...(reason.trim() !== '' && { reason: reason.trim() }) },
  };
}
