import Button from '@mui/material/Button';
import { formatInstant, type AccountView } from '@nhip/contracts';
import { useNotify } from 'ra-core';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { useMe } from '../../session/SessionContext.js';
import { ConfirmWithReason } from '../../shared/ConfirmWithReason.js';
import { FieldList } from '../../shared/FieldList.js';
import { HistoryTimeline } from '../../shared/HistoryTimeline.js';
import { PageTitle } from '../../shared/PageTitle.js';
import { RecordPage } from '../../shared/RecordPage.js';
import { Sheet } from '../../shared/Sheet.js';
import { useCommand } from '../../shared/use-command.js';
import { accountChanges } from './account-history.js';
import { AccountRoles } from './AccountRoles.js';
import { AccountState } from './AccountState.js';
import { InitialPasswords } from './InitialPasswords.js';

export default function AccountShow() {
  return (
    <RecordPage<AccountView> resource="accounts">{(account) => <Account account={account} />}</RecordPage>
  );
}

interface PasswordReset {
  readonly initialPassword?: string;
}

function Account({ account }: { account: AccountView }) {
  const text = useText();
  const language = useLanguage();
  const me = useMe();
  const permitted = me.permissions.includes('accounts.manage');
  const disabled = account.disabledAt !== null;
  const command = useCommand();
  const notify = useNotify();
  const [asking, setAsking] = useState<'disable' | 'enable' | 'reset-password'>();
  const [reset, setReset] = useState<PasswordReset>();
  const verb = disabled ? 'enable' : 'disable';
  const send = (what: string, reason: string) =>
    command({
      resource: 'accounts',
      id: account.id,
      verb: what,
      body: { reason },
      revision: account.revision,
    });
  return (
    <>
      <PageTitle title={account.fullName} subtitle={account.userName}>
        {permitted && (
          <>
            {account.id !== me.account.id && (
              <>
                <Button variant="outlined" onClick={() => setAsking('reset-password')}>
                  {text('resources.accounts.resetPassword')}
                </Button>
                <Button variant="outlined" onClick={() => setAsking(verb)}>
                  {text(`resources.accounts.${verb}`)}
                </Button>
              </>
            )}
            <Button component={Link} to={`/accounts/${account.id}`} variant="contained">
              {text('resources.accounts.change')}
            </Button>
          </>
        )}
      </PageTitle>
      <Sheet>
        <FieldList
          rows={[
            { label: text('resources.accounts.fields.state'), value: <AccountState account={account} /> },
            { label: text('resources.accounts.fields.email'), value: account.email ?? '–' },
            { label: text('resources.accounts.fields.phone'), value: account.phone ?? '–' },
            {
              label: text('resources.accounts.fields.lastSeenAt'),
              value:
                account.lastSeenAt === null
                  ? text('resources.accounts.never')
                  : formatInstant(account.lastSeenAt),
            },
            { label: text('resources.accounts.fields.createdAt'), value: formatInstant(account.createdAt) },
          ]}
        />
      </Sheet>
      <AccountRoles account={account} permitted={permitted} />
      <HistoryTimeline
        subjectKind="account"
        subjectId={account.id}
        resource="accounts"
        changes={(item) => accountChanges(item, language, account.roles)}
      />
      {(asking === 'disable' || asking === 'enable') && (
        <ConfirmWithReason
          title={text(`resources.accounts.${asking}Title`, { name: account.fullName })}
          explain={text(`resources.accounts.${asking}Explain`)}
          confirmLabel={text(`resources.accounts.${asking}`)}
          submit={(reason) => send(asking, reason)}
          onDone={() => notify(text('resources.accounts.done'), { type: 'success' })}
          onClose={() => setAsking(undefined)}
        />
      )}
      {asking === 'reset-password' && (
        <ConfirmWithReason
          title={text('resources.accounts.resetPasswordTitle', { name: account.fullName })}
          explain={text('resources.accounts.resetPasswordExplain')}
          confirmLabel={text('resources.accounts.resetPassword')}
          submit={(reason) => send(asking, reason)}
          onDone={(answer) => setReset(answer as PasswordReset)}
          onClose={() => setAsking(undefined)}
        />
      )}
      {reset && (
        <InitialPasswords
          title={text('resources.accounts.resetPasswordDone')}
          accounts={[{ id: account.id, userName: account.userName, ...reset }]}
          onClose={() => setReset(undefined)}
        />
      )}
    </>
  );
}
