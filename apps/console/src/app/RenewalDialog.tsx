import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import { useState, type FormEvent } from 'react';
import { useText } from '../i18n/use-text.js';
import { useMe, useSession } from '../session/SessionContext.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';

/** The session ended meanwhile: the same person signs in over the page, and what waited is sent. */
export default function RenewalDialog() {
  const text = useText();
  const session = useSession();
  const { account } = useMe();
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      if (!(await session.signInAgain(password))) location.reload();
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  };
  const leave = () => {
    session.abandonRenewal();
    location.assign('/');
  };

  return (
    <Dialog open maxWidth="sm" fullWidth>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <DialogTitle>{text('shell.renewal.title')}</DialogTitle>
        <DialogContent>
          <DialogContentText>{text('shell.renewal.explain')}</DialogContentText>
          <ProblemAlert problem={problem} />
          <input type="text" autoComplete="username" value={account.userName} readOnly hidden />
          <TextField
            autoFocus
            type="password"
            autoComplete="current-password"
            label={text('shell.renewal.password', { userName: account.userName })}
            value={password}
            onChange={(event) => setPassword(event.target.value)}
            sx={{ mt: 2 }}
          />
        </DialogContent>
        <DialogActions
          disableSpacing
          sx={{ flexDirection: { xs: 'column-reverse', sm: 'row' }, alignItems: 'stretch', gap: 1 }}
        >
          <Button onClick={leave} color="inherit">
            {text('shell.renewal.other')}
          </Button>
          <Button type="submit" variant="contained" disabled={busy || password === ''}>
            {text('shell.renewal.submit')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
