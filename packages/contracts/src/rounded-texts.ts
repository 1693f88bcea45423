import type { Language } from './errors.js';
import { fill } from './fill.js';
import type { Names } from './lists.js';
import { formatDecimal } from './numbers.js';

/** How a number was rounded, by mode (and direction of a step); `{n}`: decimals, or the step. */
export const roundedTexts = {
  'half-up': { vi: 'làm tròn nửa lên đến {n} chữ số lẻ', en: 'rounded half up to {n} d.p.' },
  truncate: { vi: 'cắt bỏ sau {n} chữ số lẻ', en: 'cut off after {n} d.p.' },
  'step-nearest': {
    vi: 'làm tròn đến bội số gần nhất của {n}',
    en: 'rounded to the nearest multiple of {n}',
  },
  'step-down': { vi: 'làm tròn xuống bội số của {n}', en: 'rounded down to a multiple of {n}' },
  'step-up': { vi: 'làm tròn lên bội số của {n}', en: 'rounded up to a multiple of {n}' },
} as const satisfies Record<string, Required<Names>>;

/** `half-up 2`, `step-down 0.25`, as a step of a trace has it, in words. */
export function describeRounding(how: string, language: Language): string {
  const [mode = '', n = ''] = how.split(' ');
  const text = mode in roundedTexts ? roundedTexts[mode as keyof typeof roundedTexts][language] : mode;
  return fill(text, { n: formatDecimal(n, language) });
}
