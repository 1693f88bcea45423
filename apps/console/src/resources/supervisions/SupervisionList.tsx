import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MuiLink from '@mui/material/Link';
import { formatDay, type Page as ListAnswer, type SupervisionItem } from '@nhip/contracts';
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
import { TaskCounts } from '../conclusions/TaskCounts.js';
import { SupervisionState } from './SupervisionState.js';

const filters = ['state', 'unitId'] as const;

export default function SupervisionList() {
  const text = useText();
  const language = useLanguage();
  const permitted = useMe().permissions.includes('supervisions.conduct');
  const address = useListAddress({ sort: 'heldOn', order: 'DESC' });
  const answer = useAnswer<ListAnswer<SupervisionItem>>('/supervisions', address.query(...filters));
  const to = ({ id }: SupervisionItem) => `/supervisions/${id}/show`;
  const field = (name: 'title' | 'unit' | 'heldOn' | 'state' | 'requirements' | 'recommendations') =>
    text(`resources.supervisions.fields.${name}`);
  const columns: readonly Column<SupervisionItem>[] = [
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
    { name: 'unit', label: field('unit'), render: ({ unit }) => nameIn(unit.names, language) },
    { name: 'heldOn', label: field('heldOn'), sortable: true, render: ({ heldOn }) => formatDay(heldOn) },
    {
      name: 'requirements',
      label: field('requirements'),
      render: ({ requirements }) => <TaskCounts tasks={requirements} />,
    },
    {
      name: 'recommendations',
      label: field('recommendations'),
      wideOnly: true,
      render: ({ recommendations: { done, total } }) => (total === 0 ? '–' : `${done}/${total}`),
    },
    {
      name: 'state',
      label: field('state'),
      sortable: true,
      render: (item) => <SupervisionState supervision={item} />,
    },
  ];
  const create = permitted && (
    <Button component={Link} to="/supervisions/create" variant="contained">
      {text('resources.supervisions.create')}
    </Button>
  );
  return (
    <Page>
      <PageTitle
        title={text('resources.supervisions.name', { smart_count: 2 })}
        subtitle={text('resources.supervisions.purpose')}
      >
        {create}
      </PageTitle>
      <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 1.5 }}>
        <AddressSearch address={address} label={text('resources.supervisions.search')} />
        <AddressSelect
          address={address}
          name="state"
          label={field('state')}
          all={text('resources.supervisions.allStates')}
          choices={(['open', 'presented'] as const).map((value) => ({
            value,
            label: text(`resources.supervisions.states.${value}`),
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
                  {nameIn(item.unit.names, language)} · {formatDay(item.heldOn)}
                  <div style={{ marginTop: 4 }}>
                    <SupervisionState supervision={item} />
                  </div>
                </>
              }
            />
          )}
          empty={
            <EmptyState
              title={text('resources.supervisions.empty')}
              hint={text(
                permitted ? 'resources.supervisions.emptyHint' : 'resources.supervisions.emptyHintReader',
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
