import type { Language } from '@nhip/contracts';

/** The reader's language by `Accept-Language`: Vietnamese unless English is wanted more. */
export function languageOf(header: string | undefined): Language {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', quality] = part
        .trim()
        .toLowerCase()
        .split(/;\s*q=/);
      return { language: tag.split('-')[0], weight: quality === undefined ? 1 : Number(quality) || 0 };
    })
    .filter(({ language, weight }) => (language === 'vi' || language === 'en') && weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return wanted[0]?.language === 'en' ? 'en' : 'vi';
}
