import Search from '@mui/icons-material/Search';
import InputAdornment from '@mui/material/InputAdornment';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useEffect, useState } from 'react';
import type { ListAddress } from './use-list-address.js';

const PAUSE_MS = 300;

/** The search text of a list whose place is in the address. */
export function AddressSearch({ address, label }: { address: ListAddress; label: string }) {
  const [typed, setTyped] = useState(address.q);
  const { q, set } = address;
  useEffect(() => setTyped(q), [q]);
  useEffect(() => {
    if (typed.trim() === q) return undefined;
    const timer = setTimeout(() => set({ q: typed.trim() }, true), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, q, set]);
  return (
    <TextField
      type="search"
      margin="none"
      value={typed}
      placeholder={label}
      onChange={(event) => setTyped(event.target.value)}
      sx={{ width: { xs: '100%', sm: 280 } }}
      slotProps={{
        htmlInput: { 'aria-label': label },
        input: {
          startAdornment: (
            <InputAdornment position="start">
              <Search fontSize="small" />
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
      sx={{ width: { xs: '100%', sm: 200 } }}
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
