import Dialog from '@mui/material/Dialog';
import { useEffect } from 'react';
import { useText } from '../../i18n/use-text.js';
import { PaletteBody } from './PaletteBody.js';

interface PaletteProps {
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}

/** Ctrl-K (⌘K): opens any page, action or record by a few letters, with or without diacritics. */
export function Palette({ open, onOpen }: PaletteProps) {
  const text = useText();
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      onOpen(true);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [onOpen]);
  return (
    <Dialog
      open={open}
      onClose={() => onOpen(false)}
      fullWidth
      maxWidth="sm"
      aria-label={text('shell.palette.title')}
      sx={{ '& .MuiDialog-container': { alignItems: 'flex-start', pt: { xs: 0, sm: '10vh' } } }}
    >
      {open && <PaletteBody onDone={() => onOpen(false)} />}
    </Dialog>
  );
}
