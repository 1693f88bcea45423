import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { formatDay, reportTaskDone, type TaskView } from '@nhip/contracts';
import { useNotify } from 'ra-core';
import { useState } from 'react';
import { useText } from '../../i18n/use-text.js';
import { UnsentFiles } from '../../parts/evidence/UnsentFiles.js';
import { ProblemAlert } from '../../shared/ProblemAlert.js';
import { Sheet } from '../../shared/Sheet.js';
import { useCommand } from '../../shared/use-command.js';
import { primaryOf } from './task-steps.js';

type Verb = 'note' | 'report-done';

/** How far the work is: noted on the way, or reported done. What was typed stays until it is taken. */
export function ReportForm({ task, unsent }: { task: TaskView; unsent: number }) {
  const text = useText();
  const command = useCommand();
  const notify = useNotify();
  const [words, setWords] = useState('');
  const [check, setCheck] = useState(checkToReport(task));
  const [short, setShort] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const mayReport = task.actions.some(({ event }) => event === 'report-done');

  const send = async (verb: Verb) => {
    const given = reportTaskDone.safeParse({ text: words });
    setProblem(undefined);
    if (!given.success) return setShort(true);
    setBusy(true);
    try {
      const checkOn = verb === 'note' && check !== '' ? check : null;
      await command({
        resource: 'tasks',
        id: task.id,
        verb,
        body: { text: words.trim(), ...(checkOn !== null && { checkOn }) },
        revision: task.revision,
      });
      notify(text(verb === 'note' ? 'resources.tasks.noted' : 'resources.tasks.reported'), {
        type: 'success',
      });
      setWords('');
    } catch (error) {
      setProblem(error);
    }
    setBusy(false);
  };

  return (
    <Sheet title={text('resources.tasks.work')}>
      <Box sx={{ px: 2, py: 1.5 }}>
        {task.checks.length > 0 && (
          <TextField
            select
            label={text('resources.tasks.checks.of')}
            value={check}
            onChange={(event) => setCheck(event.target.value)}
            sx={{ maxWidth: 260 }}
          >
            {task.checks.map(({ on }) => (
              <MenuItem key={on} value={on}>
                {formatDay(on)}
              </MenuItem>
            ))}
            <MenuItem value="">{text('resources.tasks.checks.none')}</MenuItem>
          </TextField>
        )}
        <TextField
          label={text('resources.tasks.report')}
          value={words}
          multiline
          minRows={3}
          margin="none"
          error={short}
          helperText={
            short
              ? text('resources.tasks.reportShort')
              : check === ''
                ? text('resources.tasks.reportHelp')
                : text('resources.tasks.checkHelp', { day: formatDay(check) })
          }
          onChange={(event) => {
            setWords(event.target.value);
            setShort(false);
          }}
        />
        <UnsentFiles count={unsent} />
        <ProblemAlert problem={problem} />
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1.5 }}>
          {mayReport && (
            <Button
              variant={primaryOf(task) === 'report-done' ? 'contained' : 'outlined'}
              disabled={busy || unsent > 0}
              onClick={() => void send('report-done')}
            >
              {text('resources.tasks.reportDone')}
            </Button>
          )}
          <Button variant="outlined" disabled={busy} onClick={() => void send('note')}>
            {text('resources.tasks.note')}
          </Button>
        </Box>
      </Box>
    </Sheet>
  );
}

/** The oldest occurrence nothing was reported on, or else the next. */
const checkToReport = ({ checks }: TaskView): string =>
  checks.toReversed().find(({ reports }) => reports === 0)?.on ?? checks[0]?.on ?? '';
