import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import type { UnitView } from '@nhip/contracts';
import { useGetList, useInput, ValidationError } from 'ra-core';
import { useState } from 'react';
import { useLanguage, useText } from '../i18n/use-text.js';
import { nameIn } from '../session/language.js';

type UnitChoice = Pick<UnitView, 'id' | 'code' | 'names'>;

interface UnitInputProps {
  readonly source: string;
  readonly label: string;
  readonly required?: boolean;
  readonly helperText?: string;
  /** The unit chosen before, whose name is needed to show it. */
  readonly initial?: UnitChoice | null;
}

/** Chooses a unit by a few letters of its name or code; its value is the unit's code. */
export function UnitInput({ source, label, required = false, helperText, initial = null }: UnitInputProps) {
  const text = useText();
  const language = useLanguage();
  const validate = (value: unknown) => (required && !value ? text('shell.form.required') : undefined);
  const { id, field, fieldState } = useInput({ source, validate, defaultValue: initial?.code ?? null });
  const [chosen, setChosen] = useState<UnitChoice | null>(initial);
  const [typed, setTyped] = useState('');
  const q = chosen && typed === nameIn(chosen.names, language) ? '' : typed;
  const { data = [], isFetching } = useGetList<UnitView>('units', {
    pagination: { page: 1, perPage: 20 },
    filter: q === '' ? {} : { q },
  });
  const value = chosen && chosen.code === field.value ? chosen : null;
  const message = fieldState.error?.message;
  return (
    <Autocomplete<UnitChoice>
      id={id}
      value={value}
      options={data}
      loading={isFetching}
      filterOptions={(options) => options}
      getOptionLabel={(unit) => nameIn(unit.names, language)}
      getOptionKey={(unit) => unit.id}
      isOptionEqualToValue={(one, other) => one.code === other.code}
      noOptionsText={text('shell.units.none')}
      loadingText={text('shell.work.loading')}
      onInputChange={(_event, input) => setTyped(input)}
      onChange={(_event, unit) => {
        setChosen(unit);
        field.onChange(unit?.code ?? null);
      }}
      onBlur={field.onBlur}
      renderOption={({ key, ...props }, unit) => (
        <li key={key} {...props}>
          {nameIn(unit.names, language)}&nbsp;<small style={{ opacity: 0.75 }}>{unit.code}</small>
        </li>
      )}
      renderInput={(params) => (
        <TextField
          {...params}
          label={label}
          required={required}
          error={fieldState.invalid}
          helperText={
            message === undefined ? (
              (helperText ?? text('shell.units.help'))
            ) : (
              <ValidationError error={message} />
            )
          }
        />
      )}
    />
  );
}
