import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import {
  criteriaChoices,
  criteriaFieldWords,
  errorText,
  fill,
  formatDecimal,
  isDecimalText,
  parseDecimal,
} from '@nhip/contracts';
import { useState, type ReactNode } from 'react';
import { useLanguage, useText } from '../../../i18n/use-text.js';
import { useAt } from './editing.js';
import { within, wordPlace, type ContentPath } from './content-path.js';

interface AtProps {
  readonly path: ContentPath;
  readonly label?: string;
  readonly width?: number | string;
  /** May be left blank, and then is not there. */
  readonly optional?: boolean;
  readonly disabled?: boolean;
}

export function useWords(path: ContentPath, label?: string): string {
  const language = useLanguage();
  return label ?? criteriaFieldWords(wordPlace(path))[language];
}

/** Fields side by side, one below the other where there is no room. */
export const Line = ({ children }: { children: ReactNode }) => (
  <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5, alignItems: 'flex-start' }}>{children}</Box>
);

const wrong = (remark: { severity: string; message: string } | undefined) => ({
  error: remark !== undefined && remark.severity !== 'warning',
  helperText: remark?.message,
});

export function TextAt({
  path,
  label,
  width = '100%',
  optional = false,
  disabled,
  multiline,
}: AtProps & { readonly multiline?: boolean }) {
  const words = useWords(path, label);
  const { value, set, remark } = useAt(path);
  return (
    <TextField
      data-path={path}
      label={words}
      value={value ?? ''}
      required={!optional}
      disabled={disabled === true}
      multiline={multiline === true}
      onChange={({ target }) => set(optional && target.value === '' ? undefined : target.value)}
      sx={{ width, maxWidth: '100%' }}
      {...wrong(remark)}
    />
  );
}

/** A name in both languages. */
export function NamesAt({ path, label, optional = false }: AtProps) {
  const language = useLanguage();
  const text = useText();
  const { value, set, remark } = useAt(path);
  const vi = useAt(within(path, 'vi'));
  const names = (value ?? {}) as { vi?: string; en?: string };
  const words = label ?? criteriaFieldWords(wordPlace(path))[language];
  const put = (next: { vi?: string; en?: string }) => {
    const { en, ...rest } = next;
    const kept: { vi?: string; en?: string } = en === undefined || en === '' ? rest : next;
    set(optional && (kept.vi ?? '') === '' && kept.en === undefined ? undefined : { vi: '', ...kept });
  };
  return (
    <Line>
      <TextField
        data-path={path}
        label={words}
        value={names.vi ?? ''}
        required={!optional}
        multiline
        onChange={({ target }) => put({ ...names, vi: target.value })}
        sx={{ flex: '2 1 240px' }}
        {...wrong(remark ?? vi.remark)}
      />
      <TextField
        label={text('resources.criteria-sets.editor.inEnglish', { what: words })}
        value={names.en ?? ''}
        multiline
        onChange={({ target }) => put({ ...names, en: target.value })}
        sx={{ flex: '1 1 200px' }}
      />
    </Line>
  );
}

/** A number, typed as the language writes it, kept as decimal text. */
export function DecimalAt({
  path,
  label,
  width = 150,
  optional = false,
  empty,
}: AtProps & { /** What blank is kept as. */ readonly empty?: null }) {
  const words = useWords(path, label);
  const language = useLanguage();
  const { value, set, remark } = useAt(path);
  const [typed, setTyped] = useState<string>();
  const kept = (value as string | null | undefined) ?? '';
  // What cannot be read is kept as it was typed, and said in words about numbers rather than about the schema.
  const read = kept === '' || isDecimalText(kept) ? undefined : parseDecimal(kept, { language });
  const fault =
    read?.ok === false ? fill(errorText(read.code)?.[language] ?? read.code, read.params) : undefined;
  const shown = typed ?? (isDecimalText(kept) ? formatDecimal(kept, language) : kept);
  const put = (given: string) => {
    setTyped(given);
    const number = parseDecimal(given, { language });
    if (given.trim() === '') set(empty === null ? null : optional ? undefined : '');
    else set(number.ok ? number.value : given);
  };
  return (
    <TextField
      data-path={path}
      label={words}
      value={shown}
      required={!optional && empty !== null}
      onChange={({ target }) => put(target.value)}
      onBlur={() => setTyped(undefined)}
      sx={{ width, '& input': { textAlign: 'right' } }}
      slotProps={{ htmlInput: { inputMode: 'decimal' } }}
      {...(fault === undefined ? wrong(remark) : { error: true, helperText: fault })}
    />
  );
}

/** One of the choices at a place; a rule of its own may follow from it (`onChosen`). */
export function ChoiceAt({
  path,
  label,
  width = 240,
  optional = false,
  disabled,
  onChosen,
  value: given,
}: AtProps & {
  readonly onChosen?: (value: string) => void;
  readonly value?: string;
}) {
  const words = useWords(path, label);
  const language = useLanguage();
  const { value, set, remark } = useAt(path);
  const choices = Object.entries(criteriaChoices(wordPlace(path)) ?? {});
  return (
    <TextField
      select
      data-path={path}
      label={words}
      value={given ?? value ?? ''}
      disabled={disabled === true}
      onChange={({ target }) => (onChosen ?? set)(target.value === '' ? (undefined as never) : target.value)}
      sx={{ width, maxWidth: '100%' }}
      {...wrong(remark)}
    >
      {optional && <MenuItem value="">–</MenuItem>}
      {choices.map(([key, says]) => (
        <MenuItem key={key} value={key}>
          {says[language]}
        </MenuItem>
      ))}
    </TextField>
  );
}

export function YesAt({ path, label }: AtProps) {
  const words = useWords(path, label);
  const { value, set } = useAt(path);
  return (
    <FormControlLabel
      data-path={path}
      label={words}
      control={<Checkbox checked={value === true} onChange={(_, checked) => set(checked)} />}
    />
  );
}

/** Words of one's own in a list, such as types of units. */
export function ListAt({
  path,
  label,
  width = '100%',
  offered = [],
}: AtProps & { readonly offered?: readonly string[] }) {
  const words = useWords(path, label);
  const { value, set, remark } = useAt(path);
  return (
    <Autocomplete
      multiple
      freeSolo
      data-path={path}
      options={[...offered]}
      value={(value as string[] | undefined) ?? []}
      onChange={(_, list) => set(list.length === 0 ? undefined : list)}
      sx={{ width }}
      renderInput={(params) => <TextField {...params} label={words} {...wrong(remark)} />}
    />
  );
}

export interface CodeOption {
  readonly code: string;
  readonly name: string;
}

/** Codes of things that are there, by their names. */
export function CodesAt({
  path,
  label,
  options,
  empty,
}: AtProps & { readonly options: readonly CodeOption[]; readonly empty?: readonly string[] }) {
  const words = useWords(path, label);
  const { value, set, remark } = useAt(path);
  const nameOf = new Map(options.map(({ code, name }) => [code, name]));
  return (
    <Autocomplete
      multiple
      data-path={path}
      options={options.map(({ code }) => code)}
      value={(value as string[] | undefined) ?? []}
      getOptionLabel={(code) => (nameOf.has(code) ? `${nameOf.get(code)} (${code})` : code)}
      onChange={(_, list) => set(list.length === 0 ? empty : list)}
      sx={{ flex: '1 1 280px', minWidth: 0 }}
      renderInput={(params) => <TextField {...params} label={words} {...wrong(remark)} />}
    />
  );
}

export function CodeAt({
  path,
  label,
  options,
  width = 280,
  optional = false,
}: AtProps & { readonly options: readonly CodeOption[] }) {
  const words = useWords(path, label);
  const { value, set, remark } = useAt(path);
  const known = options.some(({ code }) => code === value);
  return (
    <TextField
      select
      data-path={path}
      label={words}
      value={value ?? ''}
      onChange={({ target }) => set(target.value === '' ? undefined : target.value)}
      sx={{ width, maxWidth: '100%' }}
      {...wrong(remark)}
    >
      {optional && <MenuItem value="">–</MenuItem>}
      {!known && typeof value === 'string' && value !== '' && <MenuItem value={value}>{value}</MenuItem>}
      {options.map(({ code, name }) => (
        <MenuItem key={code} value={code}>
          {name} ({code})
        </MenuItem>
      ))}
    </TextField>
  );
}
