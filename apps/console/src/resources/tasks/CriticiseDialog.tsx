import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import TextField from '@mui/material/TextField';
import { parseDayInput, reason as reasonSchema, type TaskItem } from '@nhip/contracts';
import { useNotify } from 'ra-core';
import { useState } from 'react';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { ProblemAlert } from '../../shared/ProblemAlert.js';
import { useCommand } from '../../shared/use-command.js';

type Decision = 'criticise' | 'spare';

/** The committee's decision on tasks marked for criticism: by a document, or spared with a reason; all or none. */
export function CriticiseDialog({ tasks, onClose }: { tasks: readonly TaskItem[]; onClose: () => void }) {
  const text = useText();
  const language = useLanguage();
  const command = useCommand();
  const notify = useNotify();
  const [chosen, setChosen] = useState<readonly string[]>(() => tasks.map(({ id }) => id));
  const [number, setNumber] = useState('');
  const [day, setDay] = useState('');
  const [words, setWords] = useState('');
  const [asked, setAsked] = useState<Decision>();
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const on = parseDayInput(day);
  const missing = {
    number: asked === 'criticise' && number.trim() === '',
    day: asked === 'criticise' && on === undefined,
    words: asked === 'spare' && !reasonSchema.safeParse(words).success,
  };

  const send = async (decision: Decision) => {
    setAsked(decision);
    setProblem(undefined);
    if (chosen.length === 0) return;
    if (
      decision === 'criticise'
        ? number.trim() === '' || on === undefined
        : !reasonSchema.safeParse(words).success
    )
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
                documentNumber: number.trim(),
                documentOn: on,
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
        <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1 }}>
          <TextField
            label={text('resources.tasks.fields.documentNumber')}
            placeholder="25/TB-UBND"
            value={number}
            error={missing.number}
            helperText={missing.number ? text('shell.form.required') : text('resources.tasks.documentHelp')}
            onChange={(event) => setNumber(event.target.value)}
            sx={{ flex: '1 1 180px', width: 'auto' }}
          />
          <TextField
            label={text('resources.tasks.fields.documentOn')}
            placeholder="dd/mm/yyyy"
            value={day}
            error={missing.day}
            helperText={missing.day ? text('shell.form.dayWrong') : text('shell.form.dayHelp')}
            onChange={(event) => setDay(event.target.value)}
            sx={{ flex: '1 1 140px', width: 'auto' }}
          />
        </Box>
        <TextField
          label={text('resources.tasks.decisionWords')}
          value={words}
          multiline
          minRows={2}
          error={missing.words}
          helperText={text(missing.words ? 'shell.form.reasonShort' : 'resources.tasks.decisionWordsHelp')}
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
