import Button from '@mui/material/Button';
import { formatInstant, roleLabels, type AccountView } from '@nhip/contracts';
import { DataTable } from 'react-admin';
import { Link } from 'react-router-dom';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { useMe } from '../../session/SessionContext.js';
import { EmptyState } from '../../shared/EmptyState.js';
import { ListPage } from '../../shared/ListPage.js';
import { Columns, ListTable } from '../../shared/ListTable.js';
import { AccountState } from './AccountState.js';
import { RoleFilter } from './RoleFilter.js';

export default function AccountList() {
  const text = useText();
  const language = useLanguage();
  const permitted = useMe().permissions.includes('accounts.manage');
  const actions = permitted && (
    <>
      <Button component={Link} to="/accounts/import" variant="outlined">
        {text('resources.accounts.import')}
      </Button>
      <Button component={Link} to="/accounts/create" variant="contained">
        {text('resources.accounts.create')}
      </Button>
    </>
  );
  const roles = (account: AccountView) =>
    [
      ...new Set(account.roles.filter((one) => one.current).map((one) => roleLabels[one.role][language])),
    ].join(', ') || '–';
  return (
    <ListPage
      resource="accounts"
      title={text('resources.accounts.name', { smart_count: 2 })}
      purpose={text('resources.accounts.purpose')}
      search={text('resources.accounts.search')}
      sort={{ field: 'userName', order: 'ASC' }}
      filters={
        <>
          <RoleFilter />
          <Columns />
        </>
      }
      actions={actions}
      empty={
        <EmptyState title={text('resources.accounts.empty')} hint={text('resources.accounts.emptyHint')}>
          {actions}
        </EmptyState>
      }
    >
      <ListTable<AccountView>
        phone={(account) => ({
          primary: account.fullName,
          secondary: `${account.userName} · ${roles(account)}`,
          end: <AccountState account={account} />,
        })}
        hidden={['email', 'createdAt']}
      >
        <DataTable.Col source="fullName" label={text('resources.accounts.fields.fullName')} />
        <DataTable.Col source="userName" label={text('resources.accounts.fields.userName')} />
        <DataTable.Col
          source="roles"
          disableSort
          label={text('resources.accounts.fields.roles')}
          render={roles}
        />
        <DataTable.Col
          source="state"
          disableSort
          label={text('resources.accounts.fields.state')}
          render={(account: AccountView) => <AccountState account={account} />}
        />
        <DataTable.Col source="email" disableSort label={text('resources.accounts.fields.email')} />
        <DataTable.Col
          source="lastSeenAt"
          label={text('resources.accounts.fields.lastSeenAt')}
          render={({ lastSeenAt }: AccountView) =>
            lastSeenAt === null ? text('resources.accounts.never') : formatInstant(lastSeenAt)
          }
        />
        <DataTable.Col
          source="createdAt"
          label={text('resources.accounts.fields.createdAt')}
          render={({ createdAt }: AccountView) => formatInstant(createdAt)}
        />
      </ListTable>
    </ListPage>
  );
}
