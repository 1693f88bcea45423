import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { answerFinding, type FindingView } from '@nhip/contracts';
import { useNotify } from 'ra-core';
import { useId, useState, type FormEvent } from 'react';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { useEvidence } from '../../parts/evidence/evidence-of.js';
import { Evidence } from '../../parts/evidence/EvidencePanel.js';
import { UnsentFiles } from '../../parts/evidence/UnsentFiles.js';
import { nameIn } from '../../session/language.js';
import { ProblemAlert } from '../../shared/ProblemAlert.js';
import { useCommand } from '../../shared/use-command.js';

/** The unit says why its figures are so, with what proves it. What was typed stays when the server refuses. */
export function AnswerDialog({ finding, onClose }: { finding: FindingView; onClose: () => void }) {
  const text = useText();
  const language = useLanguage();
  const command = useCommand();
  const notify = useNotify();
  const [typed, setTyped] = useState(finding.answer?.text ?? '');
  const [wrong, setWrong] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const [unsent, setUnsent] = useState(0);
  const form = useId();
  const of = { subjectKind: 'finding', subjectId: finding.id } as const;
  const evidence = useEvidence(of);

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
      <DialogTitle>{text('resources.findings.answerTitle')}</DialogTitle>
      <DialogContent>
        <DialogContentText>{nameIn(finding.message, language)}</DialogContentText>
        <form id={form} onSubmit={(event) => void send(event)} noValidate>
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
        </form>
        {evidence.data && (
          <Box component="section" sx={{ mx: -2 }}>
            <Typography variant="h3" component="h3" sx={{ px: 2, pt: 1 }}>
              {text('parts.evidence.title')}
            </Typography>
            <Evidence of={of} page={evidence.data} onWaiting={setUnsent} />
          </Box>
        )}
        <ProblemAlert problem={problem} />
      </DialogContent>
      <Box sx={{ px: 3 }}>
        <UnsentFiles count={unsent} />
      </Box>
      <DialogActions>
        <Button onClick={onClose} disabled={busy}>
          {text('shell.form.cancel')}
        </Button>
        <Button type="submit" form={form} variant="contained" disabled={busy || unsent > 0}>
          {text('resources.findings.send')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
