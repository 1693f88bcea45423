import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { formatDay, roleLabels, type AccountView, type RoleAssignmentView } from '@nhip/contracts';
import { useNotify } from 'ra-core';
import { useState } from 'react';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { ConfirmWithReason } from '../../shared/ConfirmWithReason.js';
import { Sheet } from '../../shared/Sheet.js';
import { useCommand } from '../../shared/use-command.js';
import { AssignRole } from './AssignRole.js';

/** The roles of a person, past ones too; who may manage accounts gives and withdraws them here. */
export function AccountRoles({ account, permitted }: { account: AccountView; permitted: boolean }) {
  const text = useText();
  const language = useLanguage();
  const command = useCommand();
  const notify = useNotify();
  const [withdrawing, setWithdrawing] = useState<RoleAssignmentView>();
  const [adding, setAdding] = useState(false);
  const done = () => notify(text('resources.accounts.done'), { type: 'success' });
  return (
    <Sheet title={text('resources.accounts.roles')}>
      <Box sx={{ overflowX: 'auto' }}>
        <Table size="small" sx={{ minWidth: 620 }}>
          <TableHead>
            <TableRow>
              <TableCell>{text('resources.accounts.fields.role')}</TableCell>
              <TableCell>{text('resources.accounts.fields.unit')}</TableCell>
              <TableCell>{text('resources.accounts.fields.from')}</TableCell>
              <TableCell>{text('resources.accounts.fields.to')}</TableCell>
              {permitted && <TableCell />}
            </TableRow>
          </TableHead>
          <TableBody>
            {account.roles.map((role) => (
              <TableRow key={role.id}>
                <TableCell>{roleLabels[role.role][language]}</TableCell>
                <TableCell>
                  {role.unit
                    ? nameIn(role.unit.names, language)
                    : text('resources.accounts.wholeAdministration')}
                </TableCell>
                <TableCell>{formatDay(role.validFrom)}</TableCell>
                <TableCell>{role.validTo === null ? '–' : formatDay(role.validTo)}</TableCell>
                {permitted && (
                  <TableCell align="right">
                    {role.current ? (
                      <Button size="small" onClick={() => setWithdrawing(role)}>
                        {text('resources.accounts.withdrawRole')}
                      </Button>
                    ) : (
                      text('resources.accounts.ended')
                    )}
                  </TableCell>
                )}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Box>
      {permitted && (
        <Button sx={{ m: 1 }} onClick={() => setAdding(true)}>
          {text('resources.accounts.addRole')}
        </Button>
      )}
      {adding && <AssignRole account={account} onDone={done} onClose={() => setAdding(false)} />}
      {withdrawing && (
        <ConfirmWithReason
          title={text('resources.accounts.withdrawRoleTitle', {
            role: roleLabels[withdrawing.role][language],
          })}
          explain={text('resources.accounts.withdrawRoleExplain')}
          confirmLabel={text('resources.accounts.withdrawRole')}
          submit={(reason) =>
            command({
              resource: 'accounts',
              id: account.id,
              verb: 'withdraw-role',
              body: { assignmentId: withdrawing.id, reason },
              revision: account.revision,
            })
          }
          onDone={done}
          onClose={() => setWithdrawing(undefined)}
        />
      )}
    </Sheet>
  );
}
