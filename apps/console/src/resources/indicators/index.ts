import StraightenOutlined from '@mui/icons-material/StraightenOutlined';
import type { IndicatorItem, Language } from '@nhip/contracts';
import { nameIn } from '../../session/language.js';
import { page, type ConsoleResource } from '../registry.js';

export const indicators: ConsoleResource = {
  name: 'indicators',
  icon: StraightenOutlined,
  group: 'standards',
  pages: {
    list: page('criteria.read', () => import('./IndicatorList.js')),
    show: page('criteria.read', () => import('./IndicatorShow.js')),
  },
  find: (indicator: IndicatorItem, language: Language) => ({
    label: nameIn(indicator.names, language),
    hint: indicator.setCode,
  }),
};
