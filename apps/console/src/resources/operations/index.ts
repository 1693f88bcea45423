import MonitorHeartOutlined from '@mui/icons-material/MonitorHeartOutlined';
import { page, type ConsoleResource } from '../registry.js';

export const operations: ConsoleResource = {
  name: 'operations',
  icon: MonitorHeartOutlined,
  group: 'system',
  pages: { list: page('operations.read', () => import('./DeskPage.js')) },
  more: [
    { path: 'schedules', ...page('operations.read', () => import('./SchedulesPage.js')) },
    { path: 'mail', ...page('operations.read', () => import('./MailPage.js')) },
  ],
};
