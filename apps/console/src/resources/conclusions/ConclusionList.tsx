import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MuiLink from '@mui/material/Link';
import { formatDay, type ConclusionListItem, type Page as ListAnswer } from '@nhip/contracts';
import { Link } from 'react-router-dom';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { useMe } from '../../session/SessionContext.js';
import { AddressSearch, AddressSelect } from '../../shared/AddressFilters.js';
import { EmptyState } from '../../shared/EmptyState.js';
import { IllustrativeMark } from '../../shared/IllustrativeMark.js';
import { PhoneRow } from '../../shared/PhoneRow.js';
import { Page } from '../../shared/Page.js';
import { PagedTable, type Column } from '../../shared/PagedTable.js';
import { PageTitle } from '../../shared/PageTitle.js';
import { PrintHeader } from '../../shared/PrintHeader.js';
import { Sheet } from '../../shared/Sheet.js';
import { useAnswer } from '../../shared/use-answer.js';
import { useListAddress } from '../../shared/use-list-address.js';
import { ConclusionState } from './ConclusionState.js';
import { TaskCounts } from './TaskCounts.js';

const filters = ['state', 'cycleId'] as const;

export default function ConclusionList() {
  const text = useText();
  const language = useLanguage();
  const permitted = useMe().permissions.includes('follow-ups.draft');
  const address = useListAddress({ sort: 'heldOn', order: 'DESC' });
  const answer = useAnswer<ListAnswer<ConclusionListItem>>('/conclusions', address.query(...filters));
  const to = ({ id }: ConclusionListItem) => `/conclusions/${id}/show`;
  const field = (name: 'title' | 'number' | 'heldOn' | 'cycle' | 'state' | 'tasks') =>
    text(`resources.conclusions.fields.${name}`);
  const columns: readonly Column<ConclusionListItem>[] = [
    {
      name: 'title',
      label: field('title'),
      sortable: true,
      render: (item) => (
        <>
          <MuiLink component={Link} to={to(item)} sx={{ fontWeight: 500 }}>
            {item.title}
          </MuiLink>
          {item.illustrative && <IllustrativeMark />}
        </>
      ),
    },
    { name: 'number', label: field('number'), render: ({ number }) => number ?? '–' },
    { name: 'heldOn', label: field('heldOn'), sortable: true, render: ({ heldOn }) => formatDay(heldOn) },
    {
      name: 'cycle',
      label: field('cycle'),
      wideOnly: true,
      render: ({ cycle }) => (cycle ? nameIn(cycle.names, language) : '–'),
    },
    { name: 'tasks', label: field('tasks'), render: ({ tasks }) => <TaskCounts tasks={tasks} /> },
    {
      name: 'state',
      label: field('state'),
      sortable: true,
      render: ({ state }) => <ConclusionState state={state} />,
    },
  ];
  const create = permitted && (
    <Button component={Link} to="/conclusions/create" variant="contained">
      {text('resources.conclusions.create')}
    </Button>
  );
  return (
    <Page>
      <PageTitle
        title={text('resources.conclusions.name', { smart_count: 2 })}
        subtitle={text('resources.conclusions.purpose')}
      >
        {create}
      </PageTitle>
      <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 1.5 }}>
        <AddressSearch address={address} label={text('resources.conclusions.search')} />
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
      </Box>
      <PrintHeader />
      <Sheet>
        <PagedTable
          columns={columns}
          answer={answer}
          address={address}
          keyOf={({ id }) => id}
          opens={to}
          filters={filters}
          renderPhone={(item) => (
            <PhoneRow
              primary={item.title}
              secondary={
                <>
                  {item.number ?? ''} {formatDay(item.heldOn)} · <TaskCounts tasks={item.tasks} />
                </>
              }
              end={<ConclusionState state={item.state} />}
            />
          )}
          empty={
            <EmptyState
              title={text('resources.conclusions.empty')}
              hint={text(
                permitted ? 'resources.conclusions.emptyHint' : 'resources.conclusions.emptyHintReader',
              )}
            >
              {create}
            </EmptyState>
          }
        />
      </Sheet>
    </Page>
  );
}
