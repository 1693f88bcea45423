import ExpandMore from '@mui/icons-material/ExpandMore';
import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import IconButton from '@mui/material/IconButton';
import Skeleton from '@mui/material/Skeleton';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { searchKey, type Page, type UnitView } from '@nhip/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLanguage, useText } from '../../i18n/use-text.js';
import type { Api } from '../../providers/api.js';
import { nameIn } from '../../session/language.js';
import { useSession } from '../../session/SessionContext.js';
import { ProblemAlert } from '../../shared/ProblemAlert.js';
import { groupUnits, withAll, withOne, type UnitGroup } from './unit-groups.js';

interface UnitPickerProps {
  /** Units as they stand on this day; undefined: today. */
  readonly on: string | undefined;
  /** Units that are not to be chosen: those that take part already. */
  readonly without?: readonly string[];
  readonly value: readonly string[];
  readonly onChange: (unitIds: readonly string[]) => void;
}

/** Chooses units by peer group: a whole group at once, or one by one. */
export function UnitPicker({ on, without = [], value, onChange }: UnitPickerProps) {
  const text = useText();
  const session = useSession();
  const [typed, setTyped] = useState('');
  const { data, error, isPending } = useQuery({
    queryKey: ['units-on', on],
    queryFn: ({ signal }) => allUnits(session.api, on, signal),
  });
  if (error) return <ProblemAlert problem={error} />;
  if (isPending) return <Skeleton variant="rounded" height={160} />;
  const taken = new Set(without);
  const units = data.filter(({ id }) => !taken.has(id));
  const groups = groupUnits(units, searchKey(typed));
  return (
    <Box sx={{ my: 1 }}>
      <TextField
        type="search"
        margin="none"
        value={typed}
        placeholder={text('resources.review-cycles.searchUnits')}
        onChange={(event) => setTyped(event.target.value)}
        slotProps={{ htmlInput: { 'aria-label': text('resources.review-cycles.searchUnits') } }}
      />
      <Typography color="text.secondary" sx={{ mt: 0.5 }} aria-live="polite">
        {text('resources.review-cycles.chosen', { count: value.length, total: units.length })}
      </Typography>
      <Box sx={{ border: 1, borderColor: 'divider', borderRadius: 1, maxHeight: 360, overflowY: 'auto' }}>
        {groups.map((group) => (
          <Group
            key={group.id}
            group={group}
            chosen={value}
            onChange={onChange}
            unfolded={typed !== '' || groups.length === 1}
          />
        ))}
      </Box>
    </Box>
  );
}

interface GroupProps {
  readonly group: UnitGroup;
  readonly chosen: readonly string[];
  readonly onChange: (unitIds: readonly string[]) => void;
  readonly unfolded: boolean;
}

function Group({ group, chosen, onChange, unfolded }: GroupProps) {
  const text = useText();
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  const name = group.names ? nameIn(group.names, language) : text('resources.review-cycles.noGroup');
  const ids = group.units.map(({ id }) => id);
  const set = new Set(chosen);
  const count = ids.filter((id) => set.has(id)).length;
  const shown = open || unfolded;
  return (
    <Box sx={{ borderBottom: 1, borderColor: 'divider', '&:last-of-type': { borderBottom: 0 } }}>
      <Box sx={{ display: 'flex', alignItems: 'center', px: 1, bgcolor: 'action.hover' }}>
        <FormControlLabel
          sx={{ flex: 1 }}
          control={
            <Checkbox
              size="small"
              checked={count > 0 && count === ids.length}
              indeterminate={count > 0 && count < ids.length}
              onChange={(_event, checked) => onChange(withAll(chosen, ids, checked))}
            />
          }
          label={`${name} (${count}/${ids.length})`}
        />
        <IconButton
          size="small"
          aria-expanded={shown}
          aria-label={text('resources.review-cycles.unfold', { name })}
          onClick={() => setOpen(!open)}
        >
          <ExpandMore sx={{ transform: shown ? 'rotate(180deg)' : 'none' }} />
        </IconButton>
      </Box>
      {shown && (
        <Box sx={{ px: 3, py: 0.5, columns: { sm: 2 } }}>
          {group.units.map((unit) => (
            <Box key={unit.id} sx={{ breakInside: 'avoid' }}>
              <FormControlLabel
                control={
                  <Checkbox
                    size="small"
                    sx={{ py: 0.25 }}
                    checked={set.has(unit.id)}
                    onChange={(_event, checked) => onChange(withOne(chosen, unit.id, checked))}
                  />
                }
                label={nameIn(unit.names, language)}
              />
            </Box>
          ))}
        </Box>
      )}
    </Box>
  );
}

const PAGE = 200;

async function allUnits(api: Api, on: string | undefined, signal: AbortSignal): Promise<readonly UnitView[]> {
  const units: UnitView[] = [];
  for (let page = 1; ; page += 1) {
    const { items, total } = await api.send<Page<UnitView>>({
      path: '/units',
      query: { on, page, perPage: PAGE, sort: 'tree' },
      signal,
    });
    units.push(...items);
    if (items.length === 0 || units.length >= total) return units;
  }
}
