import Box from '@mui/material/Box';
import MuiLink from '@mui/material/Link';
import { submissionStates, type Page, type ReviewCycleView, type SubmissionItem } from '@nhip/contracts';
import { Link } from 'react-router-dom';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { AddressSearch, AddressSelect } from '../../shared/AddressFilters.js';
import { DueDate } from '../../shared/DueDate.js';
import { EmptyState } from '../../shared/EmptyState.js';
import { PhoneRow } from '../../shared/ListTable.js';
import { PagedTable, type Column } from '../../shared/PagedTable.js';
import { Sheet } from '../../shared/Sheet.js';
import { StateChip, type StateShape, type StateTone } from '../../shared/StateChip.js';
import { useAnswer } from '../../shared/use-answer.js';
import { useListAddress } from '../../shared/use-list-address.js';

const looks: Readonly<
  Record<SubmissionItem['state'], { readonly shape: StateShape; readonly tone: StateTone }>
> = {
  open: { shape: 'ring', tone: 'info' },
  submitted: { shape: 'half', tone: 'info' },
  approved: { shape: 'disc', tone: 'info' },
  accepted: { shape: 'tick', tone: 'good' },
  returned: { shape: 'back', tone: 'soon' },
  missing: { shape: 'triangle', tone: 'late' },
  excused: { shape: 'pause', tone: 'quiet' },
  withdrawn: { shape: 'cross', tone: 'quiet' },
};

/** What the units hand in: whose turn it is, how much is filled, what the checks found. */
export function CycleSubmissions({ cycle }: { cycle: ReviewCycleView }) {
  const text = useText();
  const language = useLanguage();
  const address = useListAddress({ sort: 'unit' });
  const answer = useAnswer<Page<SubmissionItem>>('/submissions', {
    ...address.query('state', 'late'),
    cycleId: cycle.id,
  });
  const label = (name: 'unit' | 'state' | 'deadline' | 'cells' | 'openFindings') =>
    text(`resources.review-cycles.fields.${name}`);
  const to = ({ id }: SubmissionItem) => `/submissions/${id}/show`;
  const columns: readonly Column<SubmissionItem>[] = [
    {
      name: 'unit',
      label: label('unit'),
      sortable: true,
      render: (item) => (
        <MuiLink component={Link} to={to(item)}>
          {nameIn(item.unit.names, language)}
        </MuiLink>
      ),
    },
    { name: 'state', label: label('state'), sortable: true, render: (item) => <State item={item} /> },
    {
      name: 'deadline',
      label: label('deadline'),
      sortable: true,
      render: ({ deadline, acceptedAt }) =>
        deadline ? (
          <DueDate
            dueOn={deadline.on}
            {...(acceptedAt === null && { workingDaysLeft: deadline.workingDaysLeft })}
          />
        ) : (
          '–'
        ),
    },
    {
      name: 'cells',
      label: label('cells'),
      numeric: true,
      render: ({ cells }) => `${cells.filled} / ${cells.total}`,
    },
    {
      name: 'openFindings',
      label: label('openFindings'),
      numeric: true,
      render: (item) => item.openFindings,
    },
  ];
  return (
    <>
      <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 1.5 }}>
        <AddressSearch address={address} label={text('resources.review-cycles.searchUnits')} />
        <AddressSelect
          address={address}
          name="state"
          label={label('state')}
          all={text('resources.review-cycles.allStates')}
          choices={submissionStates.map((value) => ({
            value,
            label: text(`resources.review-cycles.submissionStates.${value}`),
          }))}
        />
        <AddressSelect
          address={address}
          name="late"
          label={label('deadline')}
          all={text('resources.review-cycles.allDeadlines')}
          choices={[{ value: 'true', label: text('resources.review-cycles.late') }]}
        />
      </Box>
      <Sheet>
        <PagedTable
          columns={columns}
          answer={answer}
          address={address}
          filters={['state', 'late']}
          keyOf={({ id }) => id}
          opens={to}
          renderPhone={(item) => (
            <PhoneRow
              primary={nameIn(item.unit.names, language)}
              secondary={`${label('cells')}: ${item.cells.filled} / ${item.cells.total}`}
              end={<State item={item} />}
            />
          )}
          empty={
            <EmptyState
              title={text('resources.review-cycles.noSubmissions')}
              hint={text('resources.review-cycles.noSubmissionsHint')}
            />
          }
        />
      </Sheet>
    </>
  );
}

function State({ item }: { item: SubmissionItem }) {
  const text = useText();
  const language = useLanguage();
  return (
    <Box component="span" sx={{ display: 'inline-flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
      <StateChip label={nameIn(item.stateNames, language)} {...looks[item.state]} />
      {item.late && (
        <Box component="span" sx={{ color: 'error.main' }}>
          {text('resources.review-cycles.late')}
        </Box>
      )}
    </Box>
  );
}
