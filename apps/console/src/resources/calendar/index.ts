import CalendarMonthOutlined from '@mui/icons-material/CalendarMonthOutlined';
import { page, type ConsoleResource } from '../registry.js';

export const calendar: ConsoleResource = {
  name: 'calendar',
  icon: CalendarMonthOutlined,
  group: 'organisation',
  pages: { list: page('calendar.read', () => import('./CalendarPage.js')) },
};
