import type { CriteriaSetContent, Indicator } from './criteria.js';
import type { Language } from './errors.js';

export const yesNoTexts = {
  '1': { vi: 'Có', en: 'Yes' },
  '0': { vi: 'Không', en: 'No' },
} as const satisfies Record<string, Record<Language, string>>;

/** Whether an indicator is one yes-no figure as it stands: its value is said in words, not as 1 or 0. */
export function isYesNo(
  { numerator, denominator }: Pick<Indicator, 'numerator' | 'denominator'>,
  elements: readonly Pick<CriteriaSetContent['dataElements'][number], 'code' | 'kind'>[],
): boolean {
  if (denominator !== undefined || !('plus' in numerator)) return false;
  const [code, ...others] = numerator.plus;
  if (others.length + numerator.minus.length > 0) return false;
  return elements.some((element) => element.code === code && element.kind === 'yes-no');
}

/** The value of a yes-no indicator in words; what is neither stays as it is. */
export function yesNoIn(value: string, language: Language): string {
  const plain = value.replace(/\.0+$/, '');
  return plain === '1' || plain === '0' ? yesNoTexts[plain][language] : value;
}
