import EditNoteOutlined from '@mui/icons-material/EditNoteOutlined';
import type { Language, SubmissionItem } from '@nhip/contracts';
import { nameIn } from '../../session/language.js';
import { page, type ConsoleResource } from '../registry.js';

export const submissions: ConsoleResource = {
  name: 'submissions',
  icon: EditNoteOutlined,
  group: 'review',
  pages: {
    list: page('submissions.read', () => import('./SubmissionList.js')),
    show: page('submissions.read', () => import('./SubmissionShow.js')),
  },
  more: [
    {
      path: 'external/:cycleId',
      ...page('external-scores.enter', () => import('./ExternalFigures.js')),
    },
  ],
  find: ({ unit, cycle }: SubmissionItem, language: Language) => ({
    label: nameIn(unit.names, language),
    hint: nameIn(cycle.names, language),
  }),
};
