import { Notification } from 'react-admin';

/** What has just been done, long enough to read it. */
export default function Toast() {
  return (
    <Notification
      className="no-print"
      autoHideDuration={7000}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
      multiLine
    />
  );
}
