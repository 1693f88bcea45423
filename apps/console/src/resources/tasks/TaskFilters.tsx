import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { taskKindNames, taskKinds, type TaskItem } from '@nhip/contracts';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { AddressSelect } from '../../shared/AddressFilters.js';
import type { Column } from '../../shared/column.js';
import { ListFilters } from '../../shared/ListFilters.js';
import type { ListAddress } from '../../shared/use-list-address.js';
import { OnlyState } from '../procedures/OnlyState.js';

const views = ['list', 'board', 'unit', 'conclusion'] as const;
type View = (typeof views)[number];
export const viewOf = (address: ListAddress): View =>
  views.find((view) => view === address.filter('view')) ?? 'list';

/** What narrows the list of tasks, and how it is shown. */
export function TaskFilters({
  address,
  columns,
}: {
  address: ListAddress;
  columns: readonly Column<TaskItem>[];
}) {
  const text = useText();
  const language = useLanguage();
  const view = viewOf(address);
  const viewNames: Readonly<Record<View, string>> = {
    list: text('resources.tasks.list'),
    board: text('resources.tasks.board'),
    unit: text('resources.tasks.groups.unit'),
    conclusion: text('resources.tasks.groups.conclusion'),
  };
  return (
    <ListFilters
      address={address}
      search={text('resources.tasks.search')}
      {...(view === 'list' && { table: 'tasks', columns })}
    >
      <AddressSelect
        address={address}
        name="kind"
        label={text('resources.tasks.fields.kind')}
        all={text('resources.tasks.allKinds')}
        choices={taskKinds.map((kind) => ({ value: kind, label: taskKindNames[kind][language] }))}
      />
      <AddressSelect
        address={address}
        name="criticism"
        label={text('resources.tasks.fields.criticism')}
        all={text('resources.tasks.allCriticisms')}
        choices={(['marked', 'criticised', 'spared'] as const).map((value) => ({
          value,
          label: text(`resources.tasks.criticisms.${value}`),
        }))}
      />
      <AddressSelect
        address={address}
        name="extension"
        label={text('resources.tasks.fields.extension')}
        all={text('resources.tasks.allCriticisms')}
        choices={[{ value: 'requested', label: text('resources.tasks.extension.only') }]}
      />
      <OnlyState address={address} />
      <ToggleButtonGroup
        exclusive
        size="small"
        value={view}
        aria-label={text('resources.tasks.view')}
        onChange={(_event, chosen: View | null) =>
          chosen && address.set({ view: chosen === 'list' ? '' : chosen, tab: '' })
        }
        sx={{ flexWrap: 'wrap' }}
      >
        {views.map((one) => (
          <ToggleButton
            key={one}
            value={one}
            sx={{ textTransform: 'none', px: { xs: 0.9, sm: 1.5 }, py: 0.5 }}
          >
            {viewNames[one]}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </ListFilters>
  );
}
