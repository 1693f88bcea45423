import type { Language, Names } from '@nhip/contracts';

const KEY = 'nhip.language';

/** What the person chose on this machine, if anything. */
export function chosenLanguage(storage: Pick<Storage, 'getItem'> = localStorage): Language | undefined {
  const value = storage.getItem(KEY);
  return value === 'vi' || value === 'en' ? value : undefined;
}

export function rememberLanguage(language: Language, storage: Pick<Storage, 'setItem'> = localStorage): void {
  storage.setItem(KEY, language);
}

/** The name in the language; English falls back to the Vietnamese name, which always exists. */
export function nameIn(names: Names, language: Language): string {
  return (language === 'en' && names.en) || names.vi;
}
