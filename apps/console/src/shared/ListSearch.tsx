import Clear from '@mui/icons-material/Clear';
import Search from '@mui/icons-material/Search';
import IconButton from '@mui/material/IconButton';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import { useListContext } from 'ra-core';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../i18n/use-text.js';

/** One search text for a list; the server finds it with or without diacritics. */
export function ListSearch({ label }: { label: string }) {
  const text = useText();
  const { filterValues, setFilters } = useListContext();
  const stored = String(filterValues['q'] ?? '');
  const [typed, setTyped] = useState(stored);
  const sent = useRef(stored);

  // Back, or a removed filter, changes the address without a key being pressed.
  useEffect(() => {
    if (stored === sent.current) return;
    sent.current = stored;
    setTyped(stored);
  }, [stored]);

  const search = (q: string) => {
    setTyped(q);
    sent.current = q.trim();
    const { q: _before, ...others } = filterValues;
    setFilters(q.trim() === '' ? others : { ...others, q: q.trim() }, undefined, true);
  };
  return (
    <TextField
      type="search"
      margin="none"
      value={typed}
      placeholder={label}
      onChange={(event) => search(event.target.value)}
      sx={{ width: { xs: '100%', sm: 320 } }}
      slotProps={{
        htmlInput: { 'aria-label': label },
        input: {
          startAdornment: (
            <InputAdornment position="start">
              <Search fontSize="small" />
            </InputAdornment>
          ),
          endAdornment: typed !== '' && (
            <InputAdornment position="end">
              <IconButton size="small" aria-label={text('shell.list.clearSearch')} onClick={() => search('')}>
                <Clear fontSize="small" />
              </IconButton>
            </InputAdornment>
          ),
        },
      }}
    />
  );
}
