import GavelOutlined from '@mui/icons-material/GavelOutlined';
import { formatDay, type ConclusionListItem } from '@nhip/contracts';
import { page, type ConsoleResource } from '../registry.js';

export const conclusions: ConsoleResource = {
  name: 'conclusions',
  icon: GavelOutlined,
  group: 'review',
  pages: {
    list: page('follow-ups.read', () => import('./ConclusionList.js')),
    show: page('follow-ups.read', () => import('./ConclusionShow.js')),
    create: page('follow-ups.draft', () => import('./ConclusionCreate.js')),
    edit: page('follow-ups.draft', () => import('./ConclusionEdit.js')),
  },
  more: [
    { path: 'cycles/:cycleId/explanations', ...page('follow-ups.read', () => import('./Explanations.js')) },
    {
      path: 'cycles/:cycleId/explanations/:number',
      ...page('follow-ups.read', () => import('./Consolidation.js')),
    },
    { path: ':id/minutes', ...page('follow-ups.draft', () => import('./MinutesEdit.js')) },
    { path: ':id/effects', ...page('follow-ups.read', () => import('./Effects.js')) },
    { path: 'cycles/:cycleId/agenda', ...page('follow-ups.read', () => import('./Agenda.js')) },
  ],
  find: (conclusion: ConclusionListItem) => ({ label: conclusion.title, hint: formatDay(conclusion.heldOn) }),
};
