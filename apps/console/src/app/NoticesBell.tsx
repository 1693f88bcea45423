import NotificationsNoneOutlined from '@mui/icons-material/NotificationsNoneOutlined';
import Badge from '@mui/material/Badge';
import IconButton from '@mui/material/IconButton';
import { useGetList } from 'ra-core';
import { Link } from 'react-router-dom';
import { useText } from '../i18n/use-text.js';
import { useMe } from '../session/SessionContext.js';

const REFRESH_MS = 60_000;

/** How many notices wait; asked again each minute while the page is looked at. */
export function NoticesBell() {
  const text = useText();
  const { permissions, account } = useMe();
  const permitted = permissions.includes('notices.read') && !account.mustChangePassword;
  const { total = 0 } = useGetList(
    'notices',
    { pagination: { page: 1, perPage: 1 }, filter: { unread: true } },
    { enabled: permitted, refetchInterval: REFRESH_MS, retry: false },
  );
  if (!permitted) return null;
  return (
    <IconButton
      component={Link}
      to="/notices"
      aria-label={total > 0 ? text('shell.bar.noticesUnread', { count: total }) : text('shell.bar.notices')}
    >
      <Badge badgeContent={total > 0 ? total : null} max={99} color="primary" overlap="circular">
        <NotificationsNoneOutlined />
      </Badge>
    </IconButton>
  );
}
