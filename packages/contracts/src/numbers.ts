import type { Language } from './errors.js';

/** Canonical decimal text: a point, no grouping, no exponent, no superfluous zeros (`-1234.5`). */
export type DecimalText = string;

export interface NumberRemark {
  readonly code: string;
  readonly params: Readonly<Record<string, string>>;
}

export type DecimalInput =
  | {
      readonly ok: true;
      readonly value: DecimalText;
      /** How many decimals were typed: `82,50` has two, although its value is 82.5. */
      readonly decimals: number;
      /** A percent sign was typed; `value` is the number before it, not a hundredth of it. */
      readonly percent: boolean;
      /** What was read in a way the writer should see. */
      readonly warnings: readonly NumberRemark[];
    }
  | ({ readonly ok: false } & NumberRemark);

export interface DecimalInputOptions {
  /** Whose separators are the usual ones: `vi` 1.234,5 (default), `en` 1,234.5. */
  readonly language?: Language;
  /** The field holds a percentage, so a percent sign may be typed. Elsewhere it is refused. */
  readonly percent?: boolean;
  /** The field holds a count. */
  readonly whole?: boolean;
}

const LONGEST_INPUT = 40;
const SPACES = /[\u0020\u00a0\u2002-\u200a\u202f\u205f\u3000]/g;
const INVISIBLE = /[\u200b-\u200f\u2060\ufeff]/g;
/** Only these compatibility characters mean one thing only; `²` or `½` would change the number. */
const WIDE = /[\uff10-\uff19\uff0b-\uff0e\uff05]/g;
const MINUS = /^[\u2212\u2013]/;
const CANONICAL = /^-?(0|[1-9]\d*)(\.\d*[1-9])?$/;
const NUMERIC = /^-?\d+(?:\.\d+)?$/;

/**
 * Reads a number as people type it or paste it from a document or a spreadsheet. Nothing is guessed: what
 * can be read in one way only is read, with a warning where the separators are not those of the language;
 * everything else is refused. A blank is never zero.
 *
 * In Vietnamese `.` groups thousands and `,` begins the decimals, so `1.234` is one thousand two hundred and
 * thirty-four. `82.34` and `1234.567` cannot be groups of three and are read as decimals, with a warning.
 * `1,234` is the decimal 1,234, with a warning because an English document would mean 1234.
 * English swaps the two signs. Spaces, also no-break ones, group thousands in both.
 */
export function parseDecimal(text: string, options: DecimalInputOptions = {}): DecimalInput {
  const warnings: NumberRemark[] = [];
  const found = { text: text.normalize('NFC').trim().slice(0, LONGEST_INPUT) };
  const refuse = (code: string): DecimalInput => ({ ok: false, code, params: found });

  let rest = text.replace(INVISIBLE, '').replace(SPACES, ' ').trim();
  if (rest === '') return refuse('NUMBER_BLANK');
  if (rest.length > LONGEST_INPUT) return refuse('NUMBER_TOO_LONG');
  const narrow = rest.replace(WIDE, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
  if (narrow !== rest) warnings.push({ code: 'NUMBER_WIDE_DIGITS', params: found });
  rest = narrow.replace(MINUS, '-');

  const percent = rest.endsWith('%');
  if (percent) {
    if (options.percent !== true) return refuse('NUMBER_PERCENT_UNEXPECTED');
    rest = rest.slice(0, -1).trimEnd();
  }
  const negative = rest.startsWith('-');
  const magnitude = rest.replace(/^[+-] ?/, '');
  if (!/^[\d., ]*\d$/.test(magnitude) || !/^\d/.test(magnitude)) return refuse('NUMBER_NOT_A_NUMBER');

  const read = separate(magnitude, options.language === 'en' ? ',' : '.');
  if (read === undefined) return refuse('NUMBER_SEPARATORS');
  if (read.remark) warnings.push({ code: read.remark, params: found });
  const value = canonical(negative, read.whole, read.fraction);
  if (options.whole === true && value.includes('.')) return refuse('NUMBER_NOT_WHOLE');
  return { ok: true, value, decimals: read.fraction.length, percent, warnings };
}

interface Separated {
  readonly whole: string;
  readonly fraction: string;
  readonly remark?: 'NUMBER_OTHER_SEPARATOR' | 'NUMBER_THREE_DECIMALS';
}

/** Finds out which sign groups and which begins the decimals; undefined where no reading fits. */
function separate(text: string, group: '.' | ','): Separated | undefined {
  const point = group === '.' ? ',' : '.';
  const usual = readWith(text, group, point);
  if (usual) {
    // `1,234` typed in Vietnamese: a decimal here, a thousand in an English document.
    const twofold = usual.fraction.length === 3 && /^[1-9]\d{0,2}$/.test(text.slice(0, text.indexOf(point)));
    return twofold ? { ...usual, remark: 'NUMBER_THREE_DECIMALS' } : usual;
  }
  const foreign = readWith(text, point, group);
  return foreign && { ...foreign, remark: 'NUMBER_OTHER_SEPARATOR' };
}

function readWith(text: string, group: '.' | ',', point: '.' | ','): Separated | undefined {
  const [whole = '', fraction, ...more] = text.split(point);
  if (more.length > 0 || (fraction !== undefined && !/^\d+$/.test(fraction))) return undefined;
  for (const sign of [group, ' ']) {
    if (/^\d+$/.test(whole) || isGrouped(whole.split(sign))) {
      return { whole: whole.split(sign).join(''), fraction: fraction ?? '' };
    }
  }
  return undefined;
}

function isGrouped([first = '', ...others]: readonly string[]): boolean {
  return /^[1-9]\d{0,2}$/.test(first) && others.every((digits) => /^\d{3}$/.test(digits));
}

function canonical(negative: boolean, whole: string, fraction: string): DecimalText {
  const integer = whole.replace(/^0+(?=\d)/, '');
  const decimals = fraction.replace(/0+$/, '');
  const magnitude = decimals === '' ? integer : `${integer}.${decimals}`;
  return negative && magnitude !== '0' ? `-${magnitude}` : magnitude;
}

/** Whether a text is canonical decimal text. */
export function isDecimalText(text: string): boolean {
  return CANONICAL.test(text);
}

/**
 * Decimal text with a point as the language writes it: `1234.5` → `1.234,5` (vi), `1,234.5` (en).
 * Digits are shown as they are, none is added or rounded away; throws RangeError for anything else.
 */
export function formatDecimal(value: DecimalText, language: Language): string {
  if (!NUMERIC.test(value)) throw new RangeError(`not decimal text: ${value}`);
  const [group, point] = language === 'vi' ? ['.', ','] : [',', '.'];
  const [whole = '', fraction] = value.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group ?? '');
  return fraction === undefined ? grouped : `${grouped}${point}${fraction}`;
}

/** As formatDecimal, with a no-break space and the percent sign: `82.34` → `82,34 %`. */
export function formatPercent(value: DecimalText, language: Language): string {
  return `${formatDecimal(value, language)}\u00a0%`;
}
