import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import { answerFinding, type FindingView } from '@nhip/contracts';
import { useNotify } from 'ra-core';
import { useState, type FormEvent } from 'react';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { ProblemAlert } from '../../shared/ProblemAlert.js';
import { useCommand } from '../../shared/use-command.js';

/** The unit says why its figures are so. What was typed stays when the server refuses. */
export function AnswerDialog({ finding, onClose }: { finding: FindingView; onClose: () => void }) {
  const text = useText();
  const language = useLanguage();
  const command = useCommand();
  const notify = useNotify();
  const [typed, setTyped] = useState(finding.answer?.text ?? '');
  const [wrong, setWrong] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);

  const send = async (event: FormEvent) => {
    event.preventDefault();
    const given = answerFinding.safeParse({ text: typed });
    if (!given.success) return setWrong(true);
    setBusy(true);
    setProblem(undefined);
    try {
      const { id, revision } = finding;
      await command({ resource: 'findings', id, verb: 'answer', body: given.data, revision });
      notify(text('resources.findings.answered'), { type: 'success' });
      onClose();
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  };

  return (
    <Dialog open onClose={busy ? undefined : onClose} maxWidth="sm" fullWidth>
      <form onSubmit={(event) => void send(event)} noValidate>
        <DialogTitle>{text('resources.findings.answerTitle')}</DialogTitle>
        <DialogContent>
          <DialogContentText>{nameIn(finding.message, language)}</DialogContentText>
          <TextField
            autoFocus
            multiline
            minRows={3}
            required
            label={text('resources.findings.answerText')}
            value={typed}
            error={wrong}
            helperText={text(wrong ? 'resources.findings.answerShort' : 'resources.findings.answerHelp')}
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
            {text('shell.form.cancel')}
          </Button>
          <Button type="submit" variant="contained" disabled={busy}>
            {text('resources.findings.send')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
