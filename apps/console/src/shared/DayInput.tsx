import TextField from '@mui/material/TextField';
import { formatDay, parseDayInput } from '@nhip/contracts';
import { useInput, ValidationError } from 'ra-core';
import { useState } from 'react';
import { useText } from '../i18n/use-text.js';

interface DayInputProps {
  readonly source: string;
  readonly label: string;
  readonly required?: boolean;
  readonly helperText?: string;
}

/** A day typed as people write it (17/10/2022); its value is `2022-10-17`. What cannot be read stays as typed. */
export function DayInput({ source, label, required = false, helperText }: DayInputProps) {
  const text = useText();
  const validate = (value: unknown) => {
    if (value === '' || value === null || value === undefined)
      return required ? text('shell.form.required') : undefined;
    return typeof value !== 'string' || parseDayInput(value) === undefined
      ? text('shell.form.dayWrong')
      : undefined;
  };
  const { id, field, fieldState } = useInput({ source, validate, defaultValue: '' });
  const [typed, setTyped] = useState(() => shown(field.value));
  const message = fieldState.error?.message;
  const change = (value: string) => {
    setTyped(value);
    field.onChange(parseDayInput(value) ?? value);
  };
  const current = parseDayInput(typed) === field.value || typed === field.value ? typed : shown(field.value);
  return (
    <TextField
      id={id}
      inputRef={field.ref}
      name={field.name}
      label={label}
      required={required}
      value={current}
      inputMode="numeric"
      placeholder="dd/mm/yyyy"
      error={fieldState.invalid}
      helperText={
        message === undefined ? (
          (helperText ?? text('shell.form.dayHelp'))
        ) : (
          <ValidationError error={message} />
        )
      }
      onChange={(event) => change(event.target.value)}
      onBlur={() => {
        setTyped(shown(field.value));
        field.onBlur();
      }}
      sx={{ maxWidth: 260 }}
    />
  );
}

function shown(value: unknown): string {
  const typed = typeof value === 'string' ? value : '';
  return /^\d{4}-\d{2}-\d{2}$/.test(typed) ? formatDay(typed) : typed;
}
