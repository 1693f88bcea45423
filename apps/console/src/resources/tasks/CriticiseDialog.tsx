import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import TextField from '@mui/material/TextField';
import { reason as reasonSchema, type TaskItem } from '@nhip/contracts';
import { useNotify } from 'ra-core';
import { useState } from 'react';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { ProblemAlert } from '../../shared/ProblemAlert.js';
import { useCommand } from '../../shared/use-command.js';
import { DocumentFields, useDocument } from './DocumentFields.js';

type Decision = 'criticise' | 'spare';

/** The committee's decision on tasks marked for criticism: by a document, or spared with a reason; all or none. */
export function CriticiseDialog({ tasks, onClose }: { tasks: readonly TaskItem[]; onClose: () => void }) {
  const text = useText();
  const language = useLanguage();
  const command = useCommand();
  const notify = useNotify();
  const [chosen, setChosen] = useState<readonly string[]>(() => tasks.map(({ id }) => id));
  const document = useDocument();
  const [words, setWords] = useState('');
  const [asked, setAsked] = useState<Decision>();
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const wordsMissing = asked === 'spare' && !reasonSchema.safeParse(words).success;

  const send = async (decision: Decision) => {
    setAsked(decision);
    setProblem(undefined);
    if (chosen.length === 0) return;
    if (decision === 'criticise' ? document.named === undefined : !reasonSchema.safeParse(words).success)
      return;
    const said = words.trim();
    setBusy(true);
    try {
      const { tasks: count } = await command<{ tasks: number }>({
        resource: 'tasks',
        verb: decision,
        body:
          decision === 'criticise'
            ? {
                ids: chosen,
                ...document.named,
                ...(said !== '' && { note: said }),
              }
            : { ids: chosen, reason: said },
      });
      notify(text(`resources.tasks.decided.${decision}`, { count }), { type: 'success' });
      onClose();
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  };

  return (
    <Dialog open onClose={busy ? undefined : onClose} maxWidth="sm" fullWidth>
      <DialogTitle>{text('resources.tasks.decideTitle')}</DialogTitle>
      <DialogContent>
        {tasks.map(({ id, title, unit }) => (
          <Box key={id}>
            <FormControlLabel
              control={
                <Checkbox
                  size="small"
                  checked={chosen.includes(id)}
                  onChange={(_event, checked) =>
                    setChosen(checked ? [...chosen, id] : chosen.filter((one) => one !== id))
                  }
                />
              }
              label={`${nameIn(unit.names, language)}: ${title}`}
            />
          </Box>
        ))}
        <DocumentFields
          document={document}
          asked={asked === 'criticise'}
          example="25/TB-UBND"
          help={text('resources.tasks.documentHelp')}
        />
        <TextField
          label={text('resources.tasks.decisionWords')}
          value={words}
          multiline
          minRows={2}
          error={wordsMissing}
          helperText={text(wordsMissing ? 'shell.form.reasonShort' : 'resources.tasks.decisionWordsHelp')}
          onChange={(event) => setWords(event.target.value)}
        />
        <ProblemAlert problem={problem} />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} disabled={busy}>
          {text('shell.form.cancel')}
        </Button>
        <Button variant="outlined" disabled={busy || chosen.length === 0} onClick={() => void send('spare')}>
          {text('resources.tasks.spare')}
        </Button>
        <Button
          variant="contained"
          disabled={busy || chosen.length === 0}
          onClick={() => void send('criticise')}
        >
          {text('resources.tasks.criticise')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
