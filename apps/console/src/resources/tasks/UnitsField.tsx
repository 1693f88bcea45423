import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import type { TaskItem, UnitView } from '@nhip/contracts';
import { useGetList, useInput } from 'ra-core';
import { useState } from 'react';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';

export type UnitChoice = TaskItem['unit'];

interface UnitsFieldProps {
  readonly label: string;
  readonly value: readonly UnitChoice[];
  readonly onChange: (units: readonly UnitChoice[]) => void;
  /** At most one. */
  readonly single?: boolean;
  readonly required?: boolean;
  readonly error?: string | undefined;
}

/** Chooses units by a few letters of their name or code; the server finds them with or without diacritics. */
export function UnitsField({
  label,
  value,
  onChange,
  single = false,
  required = false,
  error,
}: UnitsFieldProps) {
  const text = useText();
  const language = useLanguage();
  const [typed, setTyped] = useState('');
  const { data = [], isFetching } = useGetList<UnitView>('units', {
    pagination: { page: 1, perPage: 20 },
    filter: typed.trim() === '' ? {} : { q: typed.trim() },
  });
  const choices = data.map(({ id, code, names }): UnitChoice => ({ id, code, names }));
  return (
    <Autocomplete<UnitChoice, true>
      multiple
      value={[...value]}
      options={choices}
      loading={isFetching}
      filterOptions={(options) => options}
      filterSelectedOptions
      getOptionLabel={(unit) => nameIn(unit.names, language)}
      getOptionKey={(unit) => unit.id}
      isOptionEqualToValue={(one, other) => one.id === other.id}
      noOptionsText={text('shell.units.none')}
      loadingText={text('shell.work.loading')}
      inputValue={typed}
      onInputChange={(_event, input) => setTyped(input)}
      onChange={(_event, units) => onChange(single ? units.slice(-1) : units)}
      renderInput={(params) => (
        <TextField
          {...params}
          label={label}
          required={required}
          error={error !== undefined}
          helperText={error}
          placeholder={value.length === 0 ? text('shell.units.help') : ''}
        />
      )}
    />
  );
}

interface UnitsInputProps {
  readonly label: string;
  readonly source: string;
  /** Whether one unit at least must be chosen (default): some forms have another way to choose. */
  readonly required?: boolean;
}

/** The same as a field of a form, which is not sent without a unit. */
export function UnitsInput({ label, source, required = true }: UnitsInputProps) {
  const text = useText();
  const { field, fieldState } = useInput({
    source,
    defaultValue: [],
    validate: (units: unknown) =>
      required && Array.isArray(units) && units.length === 0 ? text('shell.form.required') : undefined,
  });
  return (
    <UnitsField
      label={label}
      value={(field.value ?? []) as readonly UnitChoice[]}
      onChange={field.onChange}
      required={required}
      error={fieldState.invalid ? text('shell.form.required') : undefined}
    />
  );
}
