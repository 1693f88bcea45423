import PeopleAltOutlined from '@mui/icons-material/PeopleAltOutlined';
import type { AccountView } from '@nhip/contracts';
import { page, type ConsoleResource } from '../registry.js';

export const accounts: ConsoleResource = {
  name: 'accounts',
  icon: PeopleAltOutlined,
  group: 'organisation',
  pages: {
    list: page('accounts.read', () => import('./AccountList.js')),
    show: page('accounts.read', () => import('./AccountShow.js')),
    create: page('accounts.manage', () => import('./AccountCreate.js')),
    edit: page('accounts.manage', () => import('./AccountEdit.js')),
  },
  more: [{ path: 'import', ...page('accounts.manage', () => import('./AccountImport.js')) }],
  find: (account: AccountView) => ({ label: account.fullName, hint: account.userName }),
};
