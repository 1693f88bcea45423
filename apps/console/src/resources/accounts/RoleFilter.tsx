import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { roleLabels, roleNames } from '@nhip/contracts';
import { useListContext } from 'ra-core';
import { useLanguage, useText } from '../../i18n/use-text.js';

export function RoleFilter() {
  const text = useText();
  const language = useLanguage();
  const { filterValues, setFilters } = useListContext();
  const role: unknown = filterValues['role'];
  const choose = (value: string) => {
    const { role: _before, ...others } = filterValues;
    setFilters(value === '' ? others : { ...others, role: value });
  };
  return (
    <TextField
      select
      margin="none"
      label={text('resources.accounts.fields.role')}
      value={typeof role === 'string' ? role : ''}
      onChange={(event) => choose(event.target.value)}
      sx={{ width: 220 }}
    >
      <MenuItem value="">–</MenuItem>
      {roleNames.map((name) => (
        <MenuItem key={name} value={name}>
          {roleLabels[name][language]}
        </MenuItem>
      ))}
    </TextField>
  );
}
