import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import type { KeyboardEvent } from 'react';
import { useText } from '../../../i18n/use-text.js';
import type { Line } from './points.js';

interface LineInputsProps {
  /** Names the line for those who do not see it. */
  readonly name: string;
  readonly line: Line;
  readonly reasonLabel: string;
  readonly wrong: string | undefined;
  readonly onChange: (line: Line) => void;
}

/** Points and their reason. Enter goes on to the points of the next line, Shift with it back. */
export function LineInputs({ name, line, reasonLabel, wrong, onChange }: LineInputsProps) {
  const text = useText();
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'flex-start' }} onKeyDown={walk}>
      <TextField
        margin="none"
        label={text('resources.scores.appraisal.points')}
        value={line.points}
        error={wrong !== undefined}
        onChange={(event) => onChange({ ...line, points: event.target.value })}
        slotProps={{
          htmlInput: {
            inputMode: 'decimal',
            'data-points': '',
            'aria-label': `${text('resources.scores.appraisal.points')}: ${name}`,
          },
        }}
        sx={{ width: 110 }}
      />
      <TextField
        margin="none"
        label={reasonLabel}
        value={line.reason}
        error={wrong !== undefined}
        helperText={wrong}
        onChange={(event) => onChange({ ...line, reason: event.target.value })}
        slotProps={{
          htmlInput: {
            'aria-label': `${text('resources.scores.appraisal.reason')}: ${name}`,
            maxLength: 2000,
          },
        }}
        sx={{ flex: '1 1 220px' }}
      />
    </Box>
  );
}

function walk(event: KeyboardEvent): void {
  if (event.key !== 'Enter') return;
  event.preventDefault();
  const all = [...document.querySelectorAll<HTMLInputElement>('input[data-points]')];
  const own = event.currentTarget.querySelector<HTMLInputElement>('input[data-points]');
  all[all.findIndex((field) => field === own) + (event.shiftKey ? -1 : 1)]?.focus();
}
