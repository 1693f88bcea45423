import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import TextField from '@mui/material/TextField';
import { useNotify } from 'ra-core';
import { useState, type FormEvent } from 'react';
import { useText } from '../i18n/use-text.js';
import { useSession } from '../session/SessionContext.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { morningAhead } from './demo-clock.js';

export default function DemoClockDialog({ at, onClose }: { at: string; onClose: () => void }) {
  const text = useText();
  const session = useSession();
  const notify = useNotify();
  const [kind, setKind] = useState<'next' | 'day'>('next');
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const to = kind === 'day' ? morningAhead(typed, at) : undefined;
    if (kind === 'day' && to === undefined) return setWrong(true);
    setBusy(true);
    try {
      await session.api.send({
        method: 'POST',
        path: '/demo-clock/move',
        body: to === undefined ? {} : { to },
      });
      await session.load();
      notify(text('shell.demoClock.started'));
      onClose();
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  };

  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <DialogTitle>{text('shell.demoClock.title')}</DialogTitle>
        <DialogContent>
          <DialogContentText>{text('shell.demoClock.explain')}</DialogContentText>
          <RadioGroup
            value={kind}
            onChange={(event) => setKind(event.target.value === 'day' ? 'day' : 'next')}
            sx={{ mt: 1 }}
          >
            <FormControlLabel
              value="next"
              control={<Radio size="small" />}
              label={text('shell.demoClock.next')}
            />
            <FormControlLabel
              value="day"
              control={<Radio size="small" />}
              label={text('shell.demoClock.toDay')}
            />
          </RadioGroup>
          {kind === 'day' && (
            <TextField
              autoFocus
              label={text('shell.demoClock.toDay')}
              value={typed}
              error={wrong}
              helperText={text(wrong ? 'shell.demoClock.dayWrong' : 'shell.demoClock.dayHelp')}
              onChange={(event) => {
                setTyped(event.target.value);
                setWrong(false);
              }}
            />
          )}
          <ProblemAlert problem={problem} />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{text('shell.form.cancel')}</Button>
          <Button type="submit" variant="contained" disabled={busy}>
            {text('shell.demoClock.move')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
