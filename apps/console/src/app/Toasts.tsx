import { useNotificationContext } from 'ra-core';
import { lazy, Suspense, useState } from 'react';

const Toast = lazy(() => import('./Toast.js'));

/** Nothing to show until something was done: only then is what shows it loaded. */
export function Toasts() {
  const { notifications } = useNotificationContext();
  const [shown, setShown] = useState(false);
  if (!shown && notifications.length > 0) setShown(true);
  return <Suspense>{shown && <Toast />}</Suspense>;
}
