import type { AccountView, ChangeAccountCommand } from '@nhip/contracts';
import { useDataProvider, useNotify } from 'ra-core';
import { TextInput } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { useText } from '../../i18n/use-text.js';
import { CommandForm } from '../../shared/CommandForm.js';
import { PageTitle } from '../../shared/PageTitle.js';
import { RecordPage } from '../../shared/RecordPage.js';
import { useCommand } from '../../shared/use-command.js';
import { AccountFields } from './AccountFields.js';

export default function AccountEdit() {
  return (
    <RecordPage<AccountView> resource="accounts" narrow>
      {(account) => <ChangeAccount account={account} />}
    </RecordPage>
  );
}

const changeable = ({ fullName, email, phone, language }: AccountView): ChangeAccountCommand => ({
  fullName,
  email,
  phone,
  language,
});

function ChangeAccount({ account }: { account: AccountView }) {
  const text = useText();
  const command = useCommand();
  const dataProvider = useDataProvider();
  const notify = useNotify();
  const navigate = useNavigate();
  const submit = ({ reason, ...change }: ChangeAccountCommand, revision: number | undefined) =>
    command({
      resource: 'accounts',
      id: account.id,
      verb: 'change',
      body: { ...change, ...(reason ? { reason } : {}) },
      ...(revision !== undefined && { revision }),
    });
  const latest = async () => {
    const { data } = await dataProvider.getOne<AccountView>('accounts', { id: account.id });
    return { revision: data.revision, values: changeable(data) };
  };
  return (
    <>
      <PageTitle title={text('resources.accounts.change')} subtitle={account.userName} />
      <CommandForm<ChangeAccountCommand>
        defaultValues={changeable(account)}
        revision={account.revision}
        submit={submit}
        latest={latest}
        onDone={() => {
          notify(text('resources.accounts.changed', { name: account.fullName }), { type: 'success' });
          void navigate(`/accounts/${account.id}/show`);
        }}
      >
        <AccountFields />
        <TextInput
          source="reason"
          label={text('shell.form.reason')}
          helperText={text('shell.form.reasonHelp')}
        />
      </CommandForm>
    </>
  );
}
