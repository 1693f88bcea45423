import { Notification } from 'react-admin';

/** What has just been done, long enough to read it, above what a page keeps at its foot. */
export default function Toast() {
  return (
    <Notification
      className="no-print"
      autoHideDuration={7000}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
      multiLine
      sx={{ mb: 'var(--foot, 0px)' }}
    />
  );
}
