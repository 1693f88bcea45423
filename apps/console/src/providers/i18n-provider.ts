import type { Language } from '@nhip/contracts';
import polyglotI18nProvider from 'ra-i18n-polyglot';
import type { I18nProvider, TranslationMessages } from 'ra-core';

const load: Readonly<Record<Language, () => Promise<TranslationMessages>>> = {
  vi: async () => (await import('../i18n/vi.js')).vi,
  en: async () => (await import('../i18n/en.js')).en,
};

/** Words of one language are loaded when that language is first asked for. */
export async function createI18nProvider(language: Language): Promise<I18nProvider> {
  const messages = await load[language]();
  const provider = polyglotI18nProvider(
    (locale) => (locale === language ? messages : load[locale === 'en' ? 'en' : 'vi']()),
    language,
    [
      { locale: 'vi', name: 'Tiếng Việt' },
      { locale: 'en', name: 'English' },
    ],
  );
  return {
    ...provider,
    translate: (key: string, options?: { readonly count?: unknown }) =>
      provider.translate(key, { ...counted(options?.count), ...options }),
  };
}

/** A text counts by its `count`: English has another form for one (`%{count} day |||| %{count} days`). */
const counted = (count: unknown) => (typeof count === 'number' ? { smart_count: count } : {});
