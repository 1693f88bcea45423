import { useNotificationContext, type NotificationPayload } from 'ra-core';
import { lazy, Suspense, useState } from 'react';

const Toast = lazy(() => import('./Toast.js'));

/**
 * Nothing to show until something was done: only then is what shows it loaded. What is said anew is seen at once: an older
 * message goes, where it does not hold back something that can still be undone.
 */
export function Toasts() {
  const { notifications } = useNotificationContext();
  const [next] = notifications;
  const [shown, setShown] = useState<{ readonly message: NotificationPayload; readonly place: number }>();
  if (next !== undefined && next !== shown?.message)
    setShown({
      message: next,
      place: shown === undefined || isUndoable(shown.message) ? (shown?.place ?? 0) : shown.place + 1,
    });
  return <Suspense>{shown && <Toast key={shown.place} />}</Suspense>;
}

const isUndoable = ({ notificationOptions }: NotificationPayload): boolean =>
  notificationOptions?.undoable === true;
