import EventRepeatOutlined from '@mui/icons-material/EventRepeatOutlined';
import type { Language, ReviewCycleItem } from '@nhip/contracts';
import { nameIn } from '../../session/language.js';
import { page, type ConsoleResource } from '../registry.js';

export const reviewCycles: ConsoleResource = {
  name: 'review-cycles',
  icon: EventRepeatOutlined,
  group: 'review',
  pages: {
    list: page('review-cycles.read', () => import('./CycleList.js')),
    show: page('review-cycles.read', () => import('./CycleShow.js')),
    create: page('review-cycles.prepare', () => import('./CycleCreate.js')),
    edit: page('review-cycles.prepare', () => import('./CycleEdit.js')),
  },
  find: (cycle: ReviewCycleItem, language: Language) => ({
    label: nameIn(cycle.names, language),
    hint: cycle.code,
  }),
};
