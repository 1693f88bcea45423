import Button from '@mui/material/Button';
import { formatInstant, roleLabels, type AccountView, type Language } from '@nhip/contracts';
import { DataTable } from 'react-admin';
import { Link } from 'react-router-dom';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { useMe } from '../../session/SessionContext.js';
import { EmptyState } from '../../shared/EmptyState.js';
import { ListPage } from '../../shared/ListPage.js';
import { Columns, ListTable } from '../../shared/ListTable.js';
import { PhoneRow } from '../../shared/PhoneRow.js';
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
      <ListTable<AccountView> phone={AccountRow} hidden={['email', 'createdAt']}>
        <DataTable.Col source="fullName" label={text('resources.accounts.fields.fullName')} />
        <DataTable.Col source="userName" label={text('resources.accounts.fields.userName')} />
        <DataTable.Col
          source="roles"
          disableSort
          label={text('resources.accounts.fields.roles')}
          render={(account: AccountView) => rolesOf(account, language)}
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

function rolesOf({ roles }: AccountView, language: Language): string {
  const held = roles.filter((one) => one.current).map((one) => roleLabels[one.role][language]);
  return [...new Set(held)].join(', ') || '–';
}

function AccountRow({ item }: { item: AccountView }) {
  const language = useLanguage();
  return (
    <PhoneRow
      primary={item.fullName}
      secondary={`${item.userName} · ${rolesOf(item, language)}`}
      end={<AccountState account={item} />}
    />
  );
}
