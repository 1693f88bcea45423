import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { parseDayInput } from '@nhip/contracts';
import { useState } from 'react';
import { useText } from '../../i18n/use-text.js';

/** A document as it is typed, and as a command names it once number and day are both given. */
export function useDocument() {
  const [number, setNumber] = useState('');
  const [day, setDay] = useState('');
  const documentNumber = number.trim();
  const documentOn = parseDayInput(day);
  return {
    number,
    setNumber,
    day,
    setDay,
    numberMissing: documentNumber === '',
    dayMissing: documentOn === undefined,
    named: documentNumber === '' || documentOn === undefined ? undefined : { documentNumber, documentOn },
  };
}

interface DocumentFieldsProps {
  readonly document: ReturnType<typeof useDocument>;
  /** Whether what is missing is said: it was asked for. */
  readonly asked: boolean;
  /** Marked as wanted from the beginning. */
  readonly required?: boolean;
  readonly example: string;
  readonly help?: string;
}

/** Number and day of the document that a step is taken by. */
export function DocumentFields({
  document,
  asked,
  required = false,
  example,
  help = ' ',
}: DocumentFieldsProps) {
  const text = useText();
  const numberMissing = asked && document.numberMissing;
  const dayMissing = asked && document.dayMissing;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1 }}>
      <TextField
        label={text('resources.tasks.fields.documentNumber')}
        required={required}
        placeholder={example}
        value={document.number}
        error={numberMissing}
        helperText={numberMissing ? text('shell.form.required') : help}
        onChange={(event) => document.setNumber(event.target.value)}
        sx={{ flex: '1 1 180px', width: 'auto' }}
      />
      <TextField
        label={text('resources.tasks.fields.documentOn')}
        required={required}
        placeholder="dd/mm/yyyy"
        value={document.day}
        error={dayMissing}
        helperText={dayMissing ? text('shell.form.dayWrong') : text('shell.form.dayHelp')}
        onChange={(event) => document.setDay(event.target.value)}
        sx={{ flex: '1 1 140px', width: 'auto' }}
      />
    </Box>
  );
}
