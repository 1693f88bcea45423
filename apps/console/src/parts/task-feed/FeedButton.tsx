import EventAvailable from '@mui/icons-material/EventAvailable';
import Button from '@mui/material/Button';
import { lazy, Suspense, useState } from 'react';
import { useText } from '../../i18n/use-text.js';
import { useMe } from '../../session/SessionContext.js';

const FeedDialog = lazy(() => import('./FeedDialog.js').then((module) => ({ default: module.FeedDialog })));

/** The head of a unit puts its deadlines into the calendars of its people. */
export function FeedButton() {
  const text = useText();
  const { permissions, current } = useMe();
  const [open, setOpen] = useState(false);
  if (!permissions.includes('tasks.feed') || current.unit === null) return null;
  return (
    <>
      <Button variant="outlined" startIcon={<EventAvailable />} onClick={() => setOpen(true)}>
        {text('parts.taskFeed.open')}
      </Button>
      <Suspense>{open && <FeedDialog unit={current.unit} onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}
