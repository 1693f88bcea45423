import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import TextField from '@mui/material/TextField';
import {
  formatDay,
  parseDayInput,
  type ConclusionPreview,
  type ConclusionView,
  type IssuedConclusion,
} from '@nhip/contracts';
import { useNotify } from 'ra-core';
import { useState } from 'react';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { ConfirmWithReason } from '../../shared/ConfirmWithReason.js';
import { ProblemAlert } from '../../shared/ProblemAlert.js';
import { useAnswer } from '../../shared/use-answer.js';
import { useCommand } from '../../shared/use-command.js';

/** Before a conclusion is issued: its number and day, and every task it will assign. */
export function IssueDialog({ conclusion, onClose }: { conclusion: ConclusionView; onClose: () => void }) {
  const text = useText();
  const command = useCommand();
  const notify = useNotify();
  const preview = useAnswer<ConclusionPreview>(`/conclusions/${conclusion.id}/preview`);
  const [number, setNumber] = useState('');
  const [day, setDay] = useState('');
  const [missing, setMissing] = useState(false);
  const dayWrong = day.trim() !== '' && parseDayInput(day) === undefined;
  const ready = () => {
    setMissing(number.trim() === '');
    return number.trim() !== '' && !dayWrong;
  };
  const submit = (reason: string) => {
    const issuedOn = parseDayInput(day);
    return command<IssuedConclusion>({
      resource: 'conclusions',
      id: conclusion.id,
      verb: 'issue',
      body: {
        number: number.trim(),
        ...(issuedOn !== undefined && { issuedOn }),
        ...(reason !== '' && { reason }),
      },
      revision: conclusion.revision,
    });
  };
  return (
    <ConfirmWithReason
      title={text('resources.conclusions.issueTitle')}
      explain={text('resources.conclusions.issueExplain')}
      confirmLabel={
        preview.data
          ? text('resources.conclusions.issueCount', { count: preview.data.tasks.length })
          : text('resources.conclusions.issueTitle')
      }
      waiting={preview.isPending}
      reasonRequired={false}
      ready={ready}
      submit={submit}
      onDone={(answer) =>
        notify(text('resources.conclusions.issued', { count: (answer as IssuedConclusion).tasks }), {
          type: 'success',
        })
      }
      onClose={onClose}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1 }}>
        <TextField
          label={text('resources.conclusions.fields.number')}
          placeholder="25/TB-UBND"
          required
          value={number}
          error={missing}
          helperText={missing ? text('shell.form.required') : undefined}
          onChange={(event) => {
            setNumber(event.target.value);
            setMissing(false);
          }}
          sx={{ flex: '1 1 200px', width: 'auto' }}
        />
        <TextField
          label={text('resources.conclusions.fields.issuedOn')}
          placeholder="dd/mm/yyyy"
          value={day}
          error={dayWrong}
          helperText={text(dayWrong ? 'shell.form.dayWrong' : 'resources.conclusions.issuedOnHelp')}
          onChange={(event) => setDay(event.target.value)}
          sx={{ flex: '1 1 160px', width: 'auto' }}
        />
      </Box>
      {preview.error ? <ProblemAlert problem={preview.error} /> : null}
      {preview.isPending && <Skeleton variant="rounded" height={96} />}
      {preview.data && <Preview preview={preview.data} />}
    </ConfirmWithReason>
  );
}

/** The tasks, line by line. */
function Preview({ preview }: { preview: ConclusionPreview }) {
  const text = useText();
  const language = useLanguage();
  const numbers = [...new Set(preview.tasks.map(({ item }) => item))];
  return (
    <>
      {preview.overdue.length > 0 && (
        <Alert severity="error" variant="outlined" sx={{ my: 1 }}>
          {text('resources.conclusions.overdueLines', { numbers: preview.overdue.join(', ') })}
        </Alert>
      )}
      {preview.withoutTasks.length > 0 && (
        <Alert severity="warning" variant="outlined" sx={{ my: 1 }}>
          {text('resources.conclusions.linesWithoutTasks', { numbers: preview.withoutTasks.join(', ') })}
        </Alert>
      )}
      <Box component="ol" sx={{ listStyle: 'none', p: 0, m: 0, mt: 1, maxHeight: 260, overflowY: 'auto' }}>
        {numbers.map((number) => {
          const tasks = preview.tasks.filter(({ item }) => item === number);
          const [first] = tasks;
          return (
            <Box component="li" key={number} sx={{ py: 0.75, borderTop: 1, borderColor: 'divider' }}>
              <strong>
                {number}. {first?.title}
              </strong>
              <Box sx={{ color: 'text.secondary', fontSize: 13 }}>
                {text('resources.conclusions.toUnits', { count: tasks.length })}:{' '}
                {tasks.map(({ unit }) => nameIn(unit.names, language)).join(', ')}
                {first?.dueOn != null && ` · ${text('shell.due.on', { day: formatDay(first.dueOn) })}`}
              </Box>
            </Box>
          );
        })}
      </Box>
    </>
  );
}
