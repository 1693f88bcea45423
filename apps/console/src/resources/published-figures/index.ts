import CalculateOutlined from '@mui/icons-material/CalculateOutlined';
import { page, type ConsoleResource } from '../registry.js';

export const publishedFigures: ConsoleResource = {
  name: 'published-figures',
  icon: CalculateOutlined,
  group: 'review',
  pages: { list: page('findings.read', () => import('./PublishedFigures.js')) },
};
