import AccountTreeOutlined from '@mui/icons-material/AccountTreeOutlined';
import type { Language, UnitView } from '@nhip/contracts';
import { nameIn } from '../../session/language.js';
import { page, type ConsoleResource } from '../registry.js';

export const units: ConsoleResource = {
  name: 'units',
  icon: AccountTreeOutlined,
  group: 'organisation',
  pages: {
    list: page('units.read', () => import('./UnitList.js')),
    show: page('units.read', () => import('./UnitShow.js')),
    create: page('units.manage', () => import('./UnitCreate.js')),
    edit: page('units.manage', () => import('./UnitEdit.js')),
  },
  more: [
    { path: 'import', ...page('units.manage', () => import('./UnitImport.js')) },
    { path: 'peer-groups', ...page('units.manage', () => import('./PeerGroups.js')) },
  ],
  find: (unit: UnitView, language: Language) => ({ label: nameIn(unit.names, language), hint: unit.code }),
};
