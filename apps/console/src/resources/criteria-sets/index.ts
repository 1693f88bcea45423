import RuleOutlined from '@mui/icons-material/RuleOutlined';
import type { CriteriaSetItem, Language } from '@nhip/contracts';
import { nameIn } from '../../session/language.js';
import { page, type ConsoleResource } from '../registry.js';

export const criteriaSets: ConsoleResource = {
  name: 'criteria-sets',
  icon: RuleOutlined,
  group: 'standards',
  pages: {
    list: page('criteria.read', () => import('./CriteriaSetList.js')),
    show: page('criteria.read', () => import('./CriteriaSetShow.js')),
    create: page('criteria.manage', () => import('./CriteriaSetCreate.js')),
    edit: page('criteria.manage', () => import('./editor/CriteriaSetEdit.js')),
  },
  more: [
    { path: 'import', ...page('criteria.manage', () => import('./ImportSet.js')) },
    { path: ':id/compare', ...page('criteria.read', () => import('./compare/CompareVersions.js')) },
  ],
  find: (set: CriteriaSetItem, language: Language) => ({
    label: nameIn(set.names, language),
    hint: set.code,
  }),
};
