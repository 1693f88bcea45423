import TroubleshootOutlined from '@mui/icons-material/TroubleshootOutlined';
import { page, type ConsoleResource } from '../registry.js';

export const findings: ConsoleResource = {
  name: 'findings',
  icon: TroubleshootOutlined,
  group: 'review',
  pages: {
    list: page('findings.read', () => import('./FindingList.js')),
    show: page('findings.read', () => import('./FindingShow.js')),
  },
};
