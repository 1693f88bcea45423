import AltRouteOutlined from '@mui/icons-material/AltRouteOutlined';
import { page, type ConsoleResource } from '../registry.js';

export const procedures: ConsoleResource = {
  name: 'procedures',
  icon: AltRouteOutlined,
  group: 'standards',
  pages: {
    list: page('procedures.read', () => import('./ProcedureList.js')),
    show: page('procedures.read', () => import('./ProcedureShow.js')),
  },
};
