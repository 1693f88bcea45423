import Button from '@mui/material/Button';
import { formatDay, type ConclusionListItem } from '@nhip/contracts';
import { Link } from 'react-router-dom';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { useMe } from '../../session/SessionContext.js';
import { AddressSelect } from '../../shared/AddressFilters.js';
import { IllustrativeMark } from '../../shared/IllustrativeMark.js';
import { ListPage } from '../../shared/ListPage.js';
import type { Column } from '../../shared/column.js';
import { PhoneRow } from '../../shared/PhoneRow.js';
import { useListAddress } from '../../shared/use-list-address.js';
import { ConclusionState } from './ConclusionState.js';
import { TaskCounts } from './TaskCounts.js';

export default function ConclusionList() {
  const text = useText();
  const language = useLanguage();
  const permitted = useMe().permissions.includes('follow-ups.draft');
  const address = useListAddress({ sort: 'heldOn', order: 'DESC' });
  const field = (name: 'title' | 'number' | 'heldOn' | 'cycle' | 'state' | 'tasks') =>
    text(`resources.conclusions.fields.${name}`);
  const columns: readonly Column<ConclusionListItem>[] = [
    {
      name: 'title',
      label: field('title'),
      sortable: true,
      link: true,
      render: ({ title }) => title,
      renderAside: ({ illustrative }) => illustrative && <IllustrativeMark />,
    },
    { name: 'number', whole: true, label: field('number'), render: ({ number }) => number ?? '–' },
    {
      name: 'heldOn',
      whole: true,
      label: field('heldOn'),
      sortable: true,
      render: ({ heldOn }) => formatDay(heldOn),
    },
    {
      name: 'cycle',
      label: field('cycle'),
      wideOnly: true,
      render: ({ cycle }) => (cycle ? nameIn(cycle.names, language) : '–'),
    },
    {
      name: 'tasks',
      whole: true,
      label: field('tasks'),
      render: ({ tasks }) => <TaskCounts tasks={tasks} />,
    },
    {
      name: 'state',
      label: field('state'),
      sortable: true,
      render: ({ state }) => <ConclusionState state={state} />,
    },
  ];
  return (
    <ListPage
      resource="conclusions"
      address={address}
      columns={columns}
      search={text('resources.conclusions.search')}
      filters={['state', 'cycleId']}
      choices={
        <AddressSelect
          address={address}
          name="state"
          label={field('state')}
          all={text('resources.conclusions.allStates')}
          choices={(['draft', 'issued', 'discarded'] as const).map((value) => ({
            value,
            label: text(`resources.conclusions.states.${value}`),
          }))}
        />
      }
      actions={
        permitted && (
          <Button component={Link} to="/conclusions/create" variant="contained">
            {text('resources.conclusions.create')}
          </Button>
        )
      }
      {...(!permitted && { emptyHint: text('resources.conclusions.emptyHintReader') })}
      renderPhone={({ title, number, heldOn, tasks, state }) => (
        <PhoneRow
          primary={title}
          secondary={
            <>
              {number ?? ''} {formatDay(heldOn)}
              {tasks.total > 0 && (
                <>
                  {' · '}
                  <TaskCounts tasks={tasks} />
                </>
              )}
            </>
          }
          end={<ConclusionState state={state} />}
        />
      )}
    />
  );
}
