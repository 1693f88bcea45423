import NotificationsNoneOutlined from '@mui/icons-material/NotificationsNoneOutlined';
import { page, type ConsoleResource } from '../registry.js';

export const notices: ConsoleResource = {
  name: 'notices',
  icon: NotificationsNoneOutlined,
  group: 'work',
  pages: { list: page('notices.read', () => import('./NoticeList.js')) },
};
