import Clear from '@mui/icons-material/Clear';
import Search from '@mui/icons-material/Search';
import IconButton from '@mui/material/IconButton';
import InputAdornment from '@mui/material/InputAdornment';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../i18n/use-text.js';
import { enterRows, listenForSlash, SEARCH } from './list-keys.js';
import type { ListAddress } from './use-list-address.js';

const PAUSE_MS = 300;

/** The search text of a list whose place is in the address; the server finds it with or without diacritics. */
export function AddressSearch({ address, label }: { address: ListAddress; label: string }) {
  const text = useText();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(address.q);
  const { q, set } = address;
  useEffect(() => setTyped(q), [q]);
  useEffect(() => {
    if (typed.trim() === q) return undefined;
    const timer = setTimeout(() => set({ q: typed.trim() }, true), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, q, set]);
  useEffect(() => (field.current ? listenForSlash(field.current) : undefined), []);
  return (
    <TextField
      type="search"
      inputRef={field}
      margin="none"
      value={typed}
      placeholder={label}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={enterRows}
      sx={{ width: { xs: '100%', sm: 320 } }}
      slotProps={{
        htmlInput: { 'aria-label': label, 'aria-keyshortcuts': '/', [SEARCH]: '' },
        input: {
          startAdornment: (
            <InputAdornment position="start">
              <Search fontSize="small" />
            </InputAdornment>
          ),
          endAdornment: typed !== '' && (
            <InputAdornment position="end">
              <IconButton
                size="small"
                aria-label={text('shell.list.clearSearch')}
                onClick={() => {
                  setTyped('');
                  set({ q: '' }, true);
                }}
              >
                <Clear fontSize="small" />
              </IconButton>
            </InputAdornment>
          ),
        },
      }}
    />
  );
}

interface AddressSelectProps {
  readonly address: ListAddress;
  readonly name: string;
  readonly label: string;
  /** Words for “no filter”. */
  readonly all: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

/** One filter with few values. */
export function AddressSelect({ address, name, label, all, choices }: AddressSelectProps) {
  return (
    <TextField
      select
      margin="none"
      label={label}
      value={address.filter(name)}
      onChange={(event) => address.set({ [name]: event.target.value })}
      sx={{ width: { xs: 'calc(50% - 4px)', sm: 200 } }}
      slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
    >
      <MenuItem value="">{all}</MenuItem>
      {choices.map((choice) => (
        <MenuItem key={choice.value} value={choice.value}>
          {choice.label}
        </MenuItem>
      ))}
    </TextField>
  );
}
