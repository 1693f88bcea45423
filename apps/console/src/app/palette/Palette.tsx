import { lazy, Suspense, useEffect, useState } from 'react';

const PaletteDialog = lazy(() => import('./PaletteDialog.js'));

interface PaletteProps {
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}

/** Ctrl-K (⌘K): opens any page, action or record by a few letters, with or without diacritics. */
export function Palette({ open, onOpen }: PaletteProps) {
  const [opened, setOpened] = useState(open);
  if (open && !opened) setOpened(true);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      onOpen(true);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [onOpen]);
  return <Suspense>{opened && <PaletteDialog open={open} onClose={() => onOpen(false)} />}</Suspense>;
}
