import Button from '@mui/material/Button';
import { useQueryClient } from '@tanstack/react-query';
import { useSetLocale } from 'ra-core';
import { useLanguage, useText } from '../i18n/use-text.js';
import { rememberLanguage } from '../session/language.js';
import { useSession } from '../session/SessionContext.js';

/** Names the other language in that language. What the server says is read again in it. */
export function LanguageButton() {
  const text = useText();
  const session = useSession();
  const setLocale = useSetLocale();
  const queryClient = useQueryClient();
  const other = useLanguage() === 'vi' ? 'en' : 'vi';
  const change = async () => {
    rememberLanguage(other);
    session.useLanguage(other);
    await setLocale(other);
    await queryClient.invalidateQueries();
  };
  return (
    <Button
      color="inherit"
      lang={other}
      title={text('shell.bar.otherLanguage')}
      aria-label={text('shell.bar.otherLanguage')}
      onClick={() => void change()}
      sx={{ minWidth: 36, px: 0.5, fontWeight: 600 }}
    >
      {other.toUpperCase()}
    </Button>
  );
}
