import Dialog from '@mui/material/Dialog';
import { useText } from '../../i18n/use-text.js';
import { PaletteBody } from './PaletteBody.js';

export default function PaletteDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const text = useText();
  return (
    <Dialog
      open={open}
      onClose={onClose}
      fullWidth
      maxWidth="sm"
      aria-label={text('shell.palette.title')}
      sx={{ '& .MuiDialog-container': { alignItems: 'flex-start', pt: { xs: 0, sm: '10vh' } } }}
    >
      {open && <PaletteBody onDone={onClose} />}
    </Dialog>
  );
}
