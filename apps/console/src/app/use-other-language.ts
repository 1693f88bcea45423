import { useQueryClient } from '@tanstack/react-query';
import { useSetLocale } from 'ra-core';
import { useLanguage } from '../i18n/use-text.js';
import { rememberLanguage } from '../session/language.js';
import { useSession } from '../session/SessionContext.js';

/** The other language and how to change to it. What the server says is read again in it. */
export function useOtherLanguage() {
  const session = useSession();
  const setLocale = useSetLocale();
  const queryClient = useQueryClient();
  const other = useLanguage() === 'vi' ? 'en' : 'vi';
  const change = async () => {
    rememberLanguage(other);
    session.useLanguage(other);
    // Typed as if it returned at once; its words are loaded first.
    await Promise.resolve(setLocale(other));
    document.documentElement.lang = other;
    await queryClient.invalidateQueries();
  };
  return { other, change } as const;
}
