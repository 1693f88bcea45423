import type { CreatedAccount, NewAccount } from '@nhip/contracts';
import { TextInput } from 'react-admin';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useText } from '../../i18n/use-text.js';
import { pathsWithin } from '../../providers/api-problem.js';
import { CommandForm } from '../../shared/CommandForm.js';
import { filled } from '../../shared/filled.js';
import { Page } from '../../shared/Page.js';
import { PageTitle } from '../../shared/PageTitle.js';
import { useCommand } from '../../shared/use-command.js';
import { AccountFields } from './AccountFields.js';
import { InitialPasswords } from './InitialPasswords.js';
import { RoleFields } from './RoleFields.js';
import { mandatory } from '../../shared/mandatory.js';

interface Created {
  readonly accounts: readonly CreatedAccount[];
}

export default function AccountCreate() {
  const text = useText();
  const command = useCommand();
  const navigate = useNavigate();
  const [created, setCreated] = useState<Created>();
  const submit = (account: NewAccount) =>
    pathsWithin(
      'accounts.0',
      command<Created>({
        resource: 'accounts',
        body: { accounts: [{ ...filled(account), roles: account.roles.map(filled) }] },
      }),
    );
  return (
    <Page narrow>
      <PageTitle title={text('resources.accounts.create')} />
      <CommandForm<NewAccount>
        defaultValues={{ language: 'vi' }}
        submit={submit}
        onDone={(answer) => setCreated(answer as Created)}
      >
        <TextInput
          source="userName"
          label={text('resources.accounts.fields.userName')}
          inputProps={{ autoCapitalize: 'none', spellCheck: false }}
          validate={mandatory}
        />
        <AccountFields />
        <RoleFields within="roles.0." />
      </CommandForm>
      {created && <InitialPasswords accounts={created.accounts} onClose={() => void navigate('/accounts')} />}
    </Page>
  );
}
