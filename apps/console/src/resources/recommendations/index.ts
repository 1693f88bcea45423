import OutboxOutlined from '@mui/icons-material/OutboxOutlined';
import type { RecommendationItem } from '@nhip/contracts';
import { page, type ConsoleResource } from '../registry.js';

export const recommendations: ConsoleResource = {
  name: 'recommendations',
  icon: OutboxOutlined,
  group: 'review',
  pages: {
    list: page('follow-ups.read', () => import('./RecommendationList.js')),
    show: page('follow-ups.read', () => import('./RecommendationShow.js')),
    create: page('follow-ups.recommend', () => import('./RecommendationCreate.js')),
  },
  find: (recommendation: RecommendationItem) => ({
    label: recommendation.title,
    hint: recommendation.addressee,
  }),
};
