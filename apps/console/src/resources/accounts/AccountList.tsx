import Button from '@mui/material/Button';
import { formatInstant, roleLabels, roleNames, type AccountView, type Language } from '@nhip/contracts';
import { Link } from 'react-router-dom';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { useMe } from '../../session/SessionContext.js';
import { AddressSelect } from '../../shared/AddressFilters.js';
import { ListPage } from '../../shared/ListPage.js';
import type { Column } from '../../shared/column.js';
import { PhoneRow } from '../../shared/PhoneRow.js';
import { useListAddress } from '../../shared/use-list-address.js';
import { AccountState } from './AccountState.js';

export default function AccountList() {
  const text = useText();
  const language = useLanguage();
  const permitted = useMe().permissions.includes('accounts.manage');
  const address = useListAddress({ sort: 'userName' });
  const columns: readonly Column<AccountView>[] = [
    {
      name: 'fullName',
      label: text('resources.accounts.fields.fullName'),
      sortable: true,
      link: true,
      render: ({ fullName }) => fullName,
    },
    {
      name: 'userName',
      whole: true,
      label: text('resources.accounts.fields.userName'),
      sortable: true,
      render: ({ userName }) => userName,
    },
    {
      name: 'roles',
      label: text('resources.accounts.fields.roles'),
      render: (account) => rolesOf(account, language),
    },
    {
      name: 'state',
      label: text('resources.accounts.fields.state'),
      render: (account) => <AccountState account={account} />,
    },
    {
      name: 'email',
      label: text('resources.accounts.fields.email'),
      hidden: true,
      render: ({ email }) => email ?? '–',
    },
    {
      name: 'lastSeenAt',
      whole: true,
      label: text('resources.accounts.fields.lastSeenAt'),
      sortable: true,
      wideOnly: true,
      render: ({ lastSeenAt }) =>
        lastSeenAt === null ? text('resources.accounts.never') : formatInstant(lastSeenAt),
    },
    {
      name: 'createdAt',
      whole: true,
      label: text('resources.accounts.fields.createdAt'),
      sortable: true,
      hidden: true,
      render: ({ createdAt }) => formatInstant(createdAt),
    },
  ];
  return (
    <ListPage
      resource="accounts"
      address={address}
      columns={columns}
      search={text('resources.accounts.search')}
      filters={['role']}
      choices={
        <AddressSelect
          address={address}
          name="role"
          label={text('resources.accounts.fields.role')}
          all={text('resources.accounts.allRoles')}
          choices={roleNames.map((name) => ({ value: name, label: roleLabels[name][language] }))}
        />
      }
      actions={
        permitted && (
          <>
            <Button component={Link} to="/accounts/import" variant="outlined">
              {text('resources.accounts.import')}
            </Button>
            <Button component={Link} to="/accounts/create" variant="contained">
              {text('resources.accounts.create')}
            </Button>
          </>
        )
      }
      renderPhone={(account) => (
        <PhoneRow
          primary={account.fullName}
          secondary={`${account.userName} · ${rolesOf(account, language)}`}
          end={<AccountState account={account} />}
        />
      )}
    />
  );
}

function rolesOf({ roles }: AccountView, language: Language): string {
  const held = roles.filter((one) => one.current).map((one) => roleLabels[one.role][language]);
  return [...new Set(held)].join(', ') || '–';
}
