import Button from '@mui/material/Button';
import { periodDays, periodLabel, type ReviewCycleItem } from '@nhip/contracts';
import { Link } from 'react-router-dom';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { useMe } from '../../session/SessionContext.js';
import { AddressSelect } from '../../shared/AddressFilters.js';
import { DueDate } from '../../shared/DueDate.js';
import { IllustrativeMark } from '../../shared/IllustrativeMark.js';
import { ListPage } from '../../shared/ListPage.js';
import type { Column } from '../../shared/column.js';
import { PhoneRow } from '../../shared/PhoneRow.js';
import { useListAddress } from '../../shared/use-list-address.js';
import { CycleState, cycleStates } from './CycleState.js';

export default function CycleList() {
  const text = useText();
  const language = useLanguage();
  const permitted = useMe().permissions.includes('review-cycles.prepare');
  const address = useListAddress({ sort: 'createdAt', order: 'DESC' });
  const columns: readonly Column<ReviewCycleItem>[] = [
    {
      name: 'names',
      label: text('resources.review-cycles.fields.names'),
      link: true,
      render: ({ names }) => nameIn(names, language),
      renderAside: mark,
    },
    {
      name: 'code',
      whole: true,
      label: text('resources.review-cycles.fields.code'),
      sortable: true,
      hidden: true,
      render: ({ code }) => code,
    },
    {
      name: 'periodEnd',
      whole: true,
      label: text('resources.review-cycles.fields.period'),
      sortable: true,
      render: ({ period }) => <span title={periodLabel(period, language)}>{periodDays(period)}</span>,
    },
    {
      name: 'state',
      label: text('resources.review-cycles.fields.state'),
      sortable: true,
      render: (cycle) => <CycleState cycle={cycle} />,
    },
    {
      name: 'deadline',
      whole: true,
      label: text('resources.review-cycles.fields.deadline'),
      render: (cycle) => <Deadline cycle={cycle} />,
    },
    {
      name: 'participants',
      label: text('resources.review-cycles.fields.participants'),
      numeric: true,
      render: ({ participants }) => participants,
    },
  ];
  return (
    <ListPage
      resource="review-cycles"
      address={address}
      columns={columns}
      search={text('resources.review-cycles.search')}
      filters={['state']}
      choices={
        <AddressSelect
          address={address}
          name="state"
          label={text('resources.review-cycles.fields.state')}
          all={text('resources.review-cycles.allStates')}
          choices={cycleStates.map((name) => ({
            value: name,
            label: text(`resources.review-cycles.states.${name}`),
          }))}
        />
      }
      actions={
        permitted && (
          <Button component={Link} to="/review-cycles/create" variant="contained">
            {text('resources.review-cycles.create')}
          </Button>
        )
      }
      {...(!permitted && { emptyHint: text('resources.review-cycles.emptyHintReader') })}
      renderPhone={(cycle) => (
        <PhoneRow
          primary={
            <>
              {nameIn(cycle.names, language)}
              {mark(cycle)}
            </>
          }
          secondary={
            <>
              {periodDays(cycle.period)} ·{' '}
              {text('resources.review-cycles.participants', { smart_count: cycle.participants })}
              {cycle.deadline && (
                <div>
                  <Deadline cycle={cycle} />
                </div>
              )}
            </>
          }
          end={<CycleState cycle={cycle} />}
        />
      )}
    />
  );
}

const mark = ({ illustrative }: ReviewCycleItem) => illustrative && <IllustrativeMark />;

function Deadline({ cycle: { deadline } }: { cycle: ReviewCycleItem }) {
  return deadline ? <DueDate dueOn={deadline.on} workingDaysLeft={deadline.workingDaysLeft} /> : '–';
}
