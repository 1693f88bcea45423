import Button from '@mui/material/Button';
import { useText } from '../i18n/use-text.js';
import { useOtherLanguage } from './use-other-language.js';

/** Names the other language in that language. */
export function LanguageButton() {
  const text = useText();
  const { other, change } = useOtherLanguage();
  const name = text('shell.bar.otherLanguage');
  return (
    <Button
      color="inherit"
      lang={other}
      title={name}
      aria-label={`${other.toUpperCase()} · ${name}`}
      onClick={() => void change()}
      sx={{ minWidth: 36, px: 0.5, fontWeight: 600 }}
    >
      {other.toUpperCase()}
    </Button>
  );
}
