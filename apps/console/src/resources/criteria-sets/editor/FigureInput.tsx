import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { formatDecimal, isDecimalText, parseDecimal } from '@nhip/contracts';
import { useState } from 'react';
import { useLanguage, useText } from '../../../i18n/use-text.js';
import type { SampleFigure } from './sample.js';

/** A sample figure: a number, or one of the states that are none. */
export function FigureInput({
  label,
  code,
  figure,
  onChange,
}: {
  readonly label: string;
  readonly code: string;
  readonly figure: SampleFigure;
  readonly onChange: (figure: SampleFigure) => void;
}) {
  const text = useText();
  const language = useLanguage();
  const [typed, setTyped] = useState<string>();
  const kept = figure.state === 'value' ? figure.value : '';
  const put = (given: string) => {
    setTyped(given);
    if (given.trim() === '') return onChange({ state: 'missing' });
    const read = parseDecimal(given, { language });
    if (read.ok) onChange({ state: 'value', value: read.value });
  };
  const bad = typed !== undefined && typed.trim() !== '' && !parseDecimal(typed, { language }).ok;
  return (
    <Box sx={{ display: 'flex', gap: 1 }}>
      <TextField
        label={label}
        title={code}
        value={typed ?? (isDecimalText(kept) ? formatDecimal(kept, language) : kept)}
        onChange={({ target }) => put(target.value)}
        onBlur={() => bad || setTyped(undefined)}
        error={bad}
        sx={{ flex: 1, '& input': { textAlign: 'right' } }}
        slotProps={{ htmlInput: { inputMode: 'decimal' } }}
      />
      <TextField
        select
        label={text('resources.criteria-sets.editor.state')}
        value={figure.state === 'value' ? 'value' : figure.state}
        onChange={({ target: { value: state } }) => {
          setTyped(undefined);
          onChange(state === 'value' ? { state, value: '0' } : { state: state as 'missing' });
        }}
        sx={{ width: 160 }}
      >
        {(['value', 'nothing', 'not-applicable', 'missing'] as const).map((state) => (
          <MenuItem key={state} value={state}>
            {text(`resources.criteria-sets.editor.figures.${state}`)}
          </MenuItem>
        ))}
      </TextField>
    </Box>
  );
}
