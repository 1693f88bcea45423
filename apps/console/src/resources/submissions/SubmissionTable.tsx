import Button from '@mui/material/Button';
import {
  formatInstant,
  submissionStates,
  type Page,
  type ReviewCycleItem,
  type SubmissionItem,
} from '@nhip/contracts';
import { Link as RouterLink } from 'react-router-dom';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { useMe } from '../../session/SessionContext.js';
import { AddressSelect } from '../../shared/AddressFilters.js';
import { DueDate } from '../../shared/DueDate.js';
import { EmptyState } from '../../shared/EmptyState.js';
import { ListFilters } from '../../shared/ListFilters.js';
import { PhoneRow } from '../../shared/PhoneRow.js';
import type { Column } from '../../shared/column.js';
import { PagedTable } from '../../shared/PagedTable.js';
import { Sheet } from '../../shared/Sheet.js';
import { useAnswer } from '../../shared/use-answer.js';
import { useListAddress } from '../../shared/use-list-address.js';
import { CollectionBar } from './CollectionBar.js';
import { SubmissionState } from './SubmissionState.js';

const filters = ['cycleId', 'state', 'late'] as const;

interface SubmissionTableProps {
  /** Of one cycle; without it of all, to be chosen. */
  readonly cycleId?: string;
}

export function SubmissionTable({ cycleId }: SubmissionTableProps) {
  const text = useText();
  const language = useLanguage();
  const permitted = useMe().permissions.includes('external-scores.enter');
  const address = useListAddress({ sort: 'unit' });
  const chosen = cycleId ?? address.filter('cycleId');
  const answer = useAnswer<Page<SubmissionItem>>('/submissions', {
    ...address.query(...filters),
    ...(chosen === '' ? {} : { cycleId: chosen }),
  });
  const cycles = useAnswer<Page<ReviewCycleItem>>(cycleId === undefined ? '/review-cycles' : undefined, {
    perPage: 100,
  });
  const all: (Column<SubmissionItem> | undefined)[] = [
    {
      name: 'unit',
      label: text('resources.submissions.fields.unit'),
      sortable: true,
      link: true,
      render: ({ unit }) => nameIn(unit.names, language),
    },
    chosen === ''
      ? {
          name: 'cycle',
          label: text('resources.submissions.fields.cycle'),
          render: ({ cycle }) => nameIn(cycle.names, language),
        }
      : undefined,
    {
      name: 'state',
      label: text('resources.submissions.fields.state'),
      sortable: true,
      render: (item) => <SubmissionState item={item} />,
    },
    {
      name: 'deadline',
      whole: true,
      label: text('resources.submissions.fields.deadline'),
      sortable: true,
      render: (item) => <Deadline item={item} headed />,
    },
    {
      name: 'cells',
      whole: true,
      label: text('resources.submissions.fields.cells'),
      numeric: true,
      render: ({ cells }) => text('resources.submissions.cellsFilled', { ...cells }),
    },
    {
      name: 'openFindings',
      label: text('resources.submissions.fields.openFindings'),
      numeric: true,
      render: ({ openFindings }) => (openFindings === 0 ? '–' : String(openFindings)),
    },
    {
      name: 'submittedAt',
      whole: true,
      label: text('resources.submissions.fields.submittedAt'),
      sortable: true,
      wideOnly: true,
      render: ({ submittedAt }) => (submittedAt === null ? '–' : formatInstant(submittedAt)),
    },
  ];
  const columns = all.filter((column) => column !== undefined);
  return (
    <>
      {chosen !== '' && <CollectionBar cycleId={chosen} />}
      <ListFilters
        address={address}
        search={text('resources.submissions.search')}
        table="submissions"
        columns={columns}
      >
        {cycleId === undefined && (
          <AddressSelect
            address={address}
            name="cycleId"
            label={text('resources.submissions.fields.cycle')}
            all={text('resources.submissions.allCycles')}
            choices={(cycles.data?.items ?? []).map(({ id, names }) => ({
              value: id,
              label: nameIn(names, language),
            }))}
          />
        )}
        <AddressSelect
          address={address}
          name="state"
          label={text('resources.submissions.fields.state')}
          all={text('resources.submissions.allStates')}
          choices={submissionStates.map((state) => ({
            value: state,
            label: text(`resources.submissions.states.${state}`),
          }))}
        />
        <AddressSelect
          address={address}
          name="late"
          label={text('resources.submissions.fields.late')}
          all={text('resources.submissions.anyLateness')}
          choices={[
            { value: 'true', label: text('resources.submissions.onlyLate') },
            { value: 'false', label: text('resources.submissions.notLate') },
          ]}
        />
      </ListFilters>
      {chosen !== '' && permitted && (
        <Button
          component={RouterLink}
          to={`/submissions/external/${chosen}`}
          variant="outlined"
          className="no-print"
          sx={{ mb: 1.5 }}
        >
          {text('resources.submissions.external')}
        </Button>
      )}
      <Sheet>
        <PagedTable
          name="submissions"
          columns={columns}
          answer={answer}
          address={address}
          filters={filters}
          keyOf={({ id }) => id}
          opens={({ id }) => `/submissions/${id}/show`}
          renderPhone={(item) => (
            <PhoneRow
              primary={nameIn(item.unit.names, language)}
              secondary={
                <>
                  {cycleId === undefined && <div>{nameIn(item.cycle.names, language)}</div>}
                  {text('resources.submissions.cellsFilled', { ...item.cells })} · <Deadline item={item} />
                </>
              }
              end={<SubmissionState item={item} />}
            />
          )}
          empty={
            <EmptyState
              title={text('resources.submissions.empty')}
              hint={text('resources.submissions.emptyHint')}
            />
          }
        />
      </Sheet>
    </>
  );
}

/** Days are counted while somebody still has to act. */
function Deadline({
  item: { deadline, state },
  headed = false,
}: {
  readonly item: SubmissionItem;
  readonly headed?: boolean;
}) {
  if (!deadline) return '–';
  const waiting = state === 'open' || state === 'returned' || state === 'submitted';
  return (
    <DueDate
      dueOn={deadline.on}
      headed={headed}
      {...(waiting ? { workingDaysLeft: deadline.workingDaysLeft } : {})}
    />
  );
}
