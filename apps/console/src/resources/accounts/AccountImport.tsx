import { accountColumns, roleLabels, type CreatedAccount, type ImportReport } from '@nhip/contracts';
import { useNotify } from 'ra-core';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { ImportPage } from '../../shared/ImportPage.js';
import { InitialPasswords } from './InitialPasswords.js';

interface AccountsReport extends ImportReport {
  readonly accounts?: readonly CreatedAccount[];
}

export default function AccountImport() {
  const text = useText();
  const language = useLanguage();
  const notify = useNotify();
  const navigate = useNavigate();
  const [created, setCreated] = useState<readonly CreatedAccount[]>();
  return (
    <>
      <ImportPage<AccountsReport>
        path="/accounts/import"
        title={text('resources.accounts.importTitle')}
        columns={accountColumns}
        choices={{ role: Object.values(roleLabels).map((role) => role[language]) }}
        onWritten={({ goodRows, accounts }) => {
          notify(text('shell.import.written', { count: goodRows }), { type: 'success' });
          if (accounts) setCreated(accounts);
        }}
      />
      {created && <InitialPasswords accounts={created} onClose={() => void navigate('/accounts')} />}
    </>
  );
}
