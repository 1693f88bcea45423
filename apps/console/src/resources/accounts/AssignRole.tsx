import Dialog from '@mui/material/Dialog';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import type { AccountView, AssignRoleCommand } from '@nhip/contracts';
import { TextInput } from 'react-admin';
import { useText } from '../../i18n/use-text.js';
import { CommandForm } from '../../shared/CommandForm.js';
import { filled } from '../../shared/filled.js';
import { useCommand } from '../../shared/use-command.js';
import { RoleFields } from './RoleFields.js';

interface AssignRoleProps {
  readonly account: AccountView;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

export function AssignRole({ account, onDone, onClose }: AssignRoleProps) {
  const text = useText();
  const command = useCommand();
  const submit = (role: AssignRoleCommand, revision: number | undefined) =>
    command({
      resource: 'accounts',
      id: account.id,
      verb: 'assign-role',
      body: filled(role),
      ...(revision !== undefined && { revision }),
    });
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth>
      <DialogTitle>{text('resources.accounts.addRole')}</DialogTitle>
      <DialogContent>
        <CommandForm<AssignRoleCommand>
          plain
          revision={account.revision}
          submit={submit}
          onDone={() => {
            onDone();
            onClose();
          }}
          onCancel={onClose}
        >
          <RoleFields />
          <TextInput
            source="reason"
            label={text('shell.form.reason')}
            helperText={text('shell.form.reasonHelp')}
          />
        </CommandForm>
      </DialogContent>
    </Dialog>
  );
}
