import RuleOutlined from '@mui/icons-material/RuleOutlined';
import { page, type ConsoleResource } from '../registry.js';

export const publishedFigures: ConsoleResource = {
  name: 'published-figures',
  icon: RuleOutlined,
  group: 'review',
  pages: { list: page('findings.read', () => import('./PublishedFigures.js')) },
};
