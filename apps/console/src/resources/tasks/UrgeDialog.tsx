import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { parseDayInput, type TaskView } from '@nhip/contracts';
import { useNotify } from 'ra-core';
import { useState } from 'react';
import { useText } from '../../i18n/use-text.js';
import { ConfirmWithReason } from '../../shared/ConfirmWithReason.js';
import { useCommand } from '../../shared/use-command.js';

/** A letter of urging, by its number and day: a step of the task's ladder. */
export function UrgeDialog({ task, onClose }: { task: TaskView; onClose: () => void }) {
  const text = useText();
  const notify = useNotify();
  const command = useCommand();
  const [number, setNumber] = useState('');
  const [day, setDay] = useState('');
  const [tried, setTried] = useState(false);
  const on = parseDayInput(day);
  const missing = { number: tried && number.trim() === '', day: tried && on === undefined };
  return (
    <ConfirmWithReason
      title={text('resources.tasks.urge')}
      explain={text('resources.tasks.urgeExplain', { title: task.title })}
      confirmLabel={text('resources.tasks.urge')}
      reasonRequired={false}
      ready={() => {
        setTried(true);
        return number.trim() !== '' && on !== undefined;
      }}
      submit={(note) =>
        command({
          resource: 'tasks',
          id: task.id,
          verb: 'urge-by-letter',
          body: { documentNumber: number.trim(), documentOn: on, ...(note !== '' && { note }) },
          revision: task.revision,
        })
      }
      onDone={() => notify(text('resources.tasks.urged'), { type: 'success' })}
      onClose={onClose}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1, mt: 1 }}>
        <TextField
          label={text('resources.tasks.fields.documentNumber')}
          placeholder="31/UBND-NV"
          value={number}
          error={missing.number}
          helperText={missing.number ? text('shell.form.required') : ' '}
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
    </ConfirmWithReason>
  );
}
