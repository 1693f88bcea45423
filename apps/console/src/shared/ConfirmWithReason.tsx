import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import { reason as reasonSchema } from '@nhip/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useText } from '../i18n/use-text.js';
import { ProblemAlert } from './ProblemAlert.js';

interface ConfirmWithReasonProps {
  readonly title: string;
  readonly explain?: ReactNode;
  readonly confirmLabel: string;
  /** Whether a reason must be given (default) or may. */
  readonly reasonRequired?: boolean;
  /** Whether the further fields are filled; where not, they say so themselves and nothing is sent. */
  readonly ready?: () => boolean;
  /** What is confirmed has not arrived yet. */
  readonly waiting?: boolean;
  readonly submit: (reason: string) => Promise<unknown>;
  readonly onDone: (answer: unknown) => void;
  readonly onClose: () => void;
  /** Further fields. */
  readonly children?: ReactNode;
}

/** Asks once before a command that others will notice, and why. The reason goes into the history. */
export function ConfirmWithReason(props: ConfirmWithReasonProps) {
  const {
    title,
    explain,
    confirmLabel,
    reasonRequired = true,
    ready,
    waiting = false,
    submit,
    onDone,
    onClose,
    children,
  } = props;
  const text = useText();
  const queryClient = useQueryClient();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);

  const send = async (event: FormEvent) => {
    event.preventDefault();
    const given = reasonSchema.safeParse(typed);
    const short = !given.success && (reasonRequired || typed.trim() !== '');
    setWrong(short);
    // Whatever is missing says so at once, not one after the other.
    if (ready?.() === false || short) return;
    setBusy(true);
    setProblem(undefined);
    try {
      const answer = await submit(typed.trim());
      await queryClient.invalidateQueries();
      onDone(answer);
      onClose();
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  };

  return (
    <Dialog open onClose={busy ? undefined : onClose} maxWidth="sm" fullWidth>
      <form onSubmit={(event) => void send(event)} noValidate>
        <DialogTitle>{title}</DialogTitle>
        <DialogContent>
          {explain !== undefined && <DialogContentText component="div">{explain}</DialogContentText>}
          {children}
          <TextField
            label={text('shell.form.reason')}
            value={typed}
            required={reasonRequired}
            multiline
            minRows={2}
            error={wrong}
            helperText={text(wrong ? 'shell.form.reasonShort' : 'shell.form.reasonHelp')}
            onChange={(event) => {
              setTyped(event.target.value);
              setWrong(false);
            }}
            sx={{ mt: 2 }}
          />
          <ProblemAlert problem={problem} />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose} disabled={busy}>
            {text('shell.form.leave')}
          </Button>
          <Button type="submit" variant="contained" disabled={busy || waiting}>
            {confirmLabel}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
