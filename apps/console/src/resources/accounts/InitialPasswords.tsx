import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type { CreatedAccount } from '@nhip/contracts';
import { useState } from 'react';
import { useText } from '../../i18n/use-text.js';

interface InitialPasswordsProps {
  readonly title?: string;
  readonly accounts: readonly CreatedAccount[];
  readonly onClose: () => void;
}

/** Passwords that are shown once and stored nowhere; the dialog does not close by accident. */
export function InitialPasswords({ title, accounts, onClose }: InitialPasswordsProps) {
  const text = useText();
  const [copied, setCopied] = useState(false);
  const rows = accounts
    .map(({ userName, initialPassword = '' }) => `${userName}\t${initialPassword}`)
    .join('\n');
  const copy = async () => {
    await navigator.clipboard.writeText(rows);
    setCopied(true);
  };
  return (
    <Dialog open maxWidth="sm" fullWidth>
      <DialogTitle>{title ?? text('resources.accounts.created', { count: accounts.length })}</DialogTitle>
      <DialogContent>
        <DialogContentText>{text('resources.accounts.initialPasswordExplain')}</DialogContentText>
        <Table size="small" sx={{ mt: 1 }}>
          <TableHead>
            <TableRow>
              <TableCell>{text('resources.accounts.fields.userName')}</TableCell>
              <TableCell>{text('resources.accounts.initialPassword')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {accounts.map(({ id, userName, initialPassword }) => (
              <TableRow key={id}>
                <TableCell>{userName}</TableCell>
                <TableCell>
                  <code>{initialPassword ?? '–'}</code>
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </DialogContent>
      <DialogActions>
        <Button onClick={() => void copy()}>
          {text(copied ? 'resources.accounts.copied' : 'resources.accounts.copy')}
        </Button>
        <Button variant="contained" onClick={onClose}>
          {text('resources.accounts.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
