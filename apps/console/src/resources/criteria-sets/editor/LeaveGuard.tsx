import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useEffect } from 'react';
import { useBlocker } from 'react-router-dom';
import { useText } from '../../../i18n/use-text.js';

/** Asks before changes that are not kept would be lost; within the page one may go about. */
export function LeaveGuard({ changed }: { readonly changed: boolean }) {
  const text = useText();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => changed && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (!changed) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [changed]);
  if (blocker.state !== 'blocked') return null;
  return (
    <Dialog open onClose={() => blocker.reset()}>
      <DialogTitle>{text('resources.criteria-sets.editor.leave.title')}</DialogTitle>
      <DialogContent>{text('resources.criteria-sets.editor.leave.explain')}</DialogContent>
      <DialogActions>
        <Button onClick={() => blocker.proceed()}>{text('resources.criteria-sets.editor.leave.go')}</Button>
        <Button variant="contained" onClick={() => blocker.reset()}>
          {text('resources.criteria-sets.editor.leave.stay')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
