import Alert from '@mui/material/Alert';
import type { ChangePasswordCommand } from '@nhip/contracts';
import { useNotify } from 'ra-core';
import { PasswordInput } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { useText } from '../i18n/use-text.js';
import { useMe, useSession } from '../session/SessionContext.js';
import { CommandForm } from '../shared/CommandForm.js';
import { Page } from '../shared/Page.js';
import { PageTitle } from '../shared/PageTitle.js';
import { mandatory } from '../shared/mandatory.js';

interface Typed extends ChangePasswordCommand {
  readonly again: string;
}

/** One's own password; the first thing to do with an initial one. */
export default function ChangePasswordPage() {
  const text = useText();
  const session = useSession();
  const notify = useNotify();
  const navigate = useNavigate();
  const { mustChangePassword } = useMe().account;

  const submit = ({ currentPassword, newPassword }: Typed) =>
    session.api.send({ method: 'POST', path: '/me/password', body: { currentPassword, newPassword } });
  const done = async () => {
    notify(text('shell.password.done'), { type: 'success' });
    await session.load();
    await navigate('/');
  };
  const same = (again: unknown, { newPassword }: Typed) =>
    again === newPassword ? undefined : text('shell.password.different');

  return (
    <Page narrow>
      <PageTitle title={text('shell.password.title')} />
      {mustChangePassword && (
        <Alert severity="info" variant="outlined" sx={{ mb: 2 }}>
          {text('shell.password.mustChange')}
        </Alert>
      )}
      <CommandForm<Typed>
        submit={submit}
        onDone={() => void done()}
        {...(mustChangePassword && { onCancel: null })}
        submitLabel={text('shell.password.submit')}
      >
        <PasswordInput
          source="currentPassword"
          label={text('shell.password.current')}
          autoComplete="current-password"
          validate={mandatory}
        />
        <PasswordInput
          source="newPassword"
          label={text('shell.password.next')}
          helperText={text('shell.password.nextHelp')}
          autoComplete="new-password"
          validate={mandatory}
        />
        <PasswordInput
          source="again"
          label={text('shell.password.again')}
          autoComplete="new-password"
          validate={same}
          isRequired
        />
      </CommandForm>
    </Page>
  );
}
