import PolicyOutlined from '@mui/icons-material/PolicyOutlined';
import type { Language, SupervisionItem } from '@nhip/contracts';
import { nameIn } from '../../session/language.js';
import { page, type ConsoleResource } from '../registry.js';

export const supervisions: ConsoleResource = {
  name: 'supervisions',
  icon: PolicyOutlined,
  group: 'review',
  pages: {
    list: page('supervisions.read', () => import('./SupervisionList.js')),
    show: page('supervisions.read', () => import('./SupervisionShow.js')),
    create: page('supervisions.conduct', () => import('./SupervisionCreate.js')),
    edit: page('supervisions.conduct', () => import('./SupervisionEdit.js')),
  },
  find: (supervision: SupervisionItem, language: Language) => ({
    label: supervision.title,
    hint: supervision.units.map(({ names }) => nameIn(names, language)).join(', '),
  }),
};
