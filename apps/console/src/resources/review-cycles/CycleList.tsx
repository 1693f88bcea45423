import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { ReviewCycleItem } from '@nhip/contracts';
import { useListContext } from 'ra-core';
import { DataTable } from 'react-admin';
import { Link } from 'react-router-dom';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { useMe } from '../../session/SessionContext.js';
import { DueDate } from '../../shared/DueDate.js';
import { EmptyState } from '../../shared/EmptyState.js';
import { IllustrativeMark } from '../../shared/IllustrativeMark.js';
import { ListPage } from '../../shared/ListPage.js';
import { Columns, ListTable } from '../../shared/ListTable.js';
import { PhoneRow } from '../../shared/PhoneRow.js';
import { CycleState, cycleStates } from './CycleState.js';
import { periodDays, periodLabel } from './periods.js';

export default function CycleList() {
  const text = useText();
  const language = useLanguage();
  const permitted = useMe().permissions.includes('review-cycles.prepare');
  const create = permitted && (
    <Button component={Link} to="/review-cycles/create" variant="contained">
      {text('resources.review-cycles.create')}
    </Button>
  );
  return (
    <ListPage
      resource="review-cycles"
      title={text('resources.review-cycles.name', { smart_count: 2 })}
      purpose={text('resources.review-cycles.purpose')}
      search={text('resources.review-cycles.search')}
      sort={{ field: 'createdAt', order: 'DESC' }}
      filters={
        <>
          <StateFilter />
          <Columns />
        </>
      }
      actions={create}
      empty={
        <EmptyState
          title={text('resources.review-cycles.empty')}
          hint={text(
            permitted ? 'resources.review-cycles.emptyHint' : 'resources.review-cycles.emptyHintReader',
          )}
        >
          {create}
        </EmptyState>
      }
    >
      <ListTable<ReviewCycleItem> phone={CycleRow} hidden={['code']}>
        <DataTable.Col
          source="names"
          disableSort
          label={text('resources.review-cycles.fields.names')}
          render={(cycle: ReviewCycleItem) => <CycleName cycle={cycle} />}
        />
        <DataTable.Col source="code" label={text('resources.review-cycles.fields.code')} />
        <DataTable.Col
          source="periodEnd"
          label={text('resources.review-cycles.fields.period')}
          render={(cycle: ReviewCycleItem) => (
            <span title={periodLabel(cycle.period, language)} style={{ whiteSpace: 'nowrap' }}>
              {periodDays(cycle.period)}
            </span>
          )}
        />
        <DataTable.Col
          source="state"
          label={text('resources.review-cycles.fields.state')}
          render={(cycle: ReviewCycleItem) => <CycleState cycle={cycle} />}
        />
        <DataTable.Col
          source="deadline"
          disableSort
          label={text('resources.review-cycles.fields.deadline')}
          render={(cycle: ReviewCycleItem) => <Deadline cycle={cycle} />}
        />
        <DataTable.NumberCol
          source="participants"
          disableSort
          label={text('resources.review-cycles.fields.participants')}
        />
      </ListTable>
    </ListPage>
  );
}

function CycleName({ cycle }: { cycle: ReviewCycleItem }) {
  const language = useLanguage();
  return (
    <span style={{ fontWeight: 500 }}>
      {nameIn(cycle.names, language)}
      {cycle.illustrative && <IllustrativeMark />}
    </span>
  );
}

function Deadline({ cycle: { deadline } }: { cycle: ReviewCycleItem }) {
  return deadline ? <DueDate dueOn={deadline.on} workingDaysLeft={deadline.workingDaysLeft} /> : '–';
}

function CycleRow({ item }: { item: ReviewCycleItem }) {
  const text = useText();
  return (
    <PhoneRow
      primary={<CycleName cycle={item} />}
      secondary={
        <>
          {periodDays(item.period)} ·{' '}
          {text('resources.review-cycles.participants', { smart_count: item.participants })}
          {item.deadline && (
            <div>
              <Deadline cycle={item} />
            </div>
          )}
        </>
      }
      end={<CycleState cycle={item} />}
    />
  );
}

function StateFilter() {
  const text = useText();
  const { filterValues, setFilters } = useListContext();
  const state: unknown = filterValues['state'];
  const choose = (value: string) => {
    const { state: _before, ...others } = filterValues;
    setFilters(value === '' ? others : { ...others, state: value });
  };
  return (
    <TextField
      select
      margin="none"
      label={text('resources.review-cycles.fields.state')}
      value={typeof state === 'string' ? state : ''}
      onChange={(event) => choose(event.target.value)}
      sx={{ width: { xs: '100%', sm: 220 } }}
      slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
    >
      <MenuItem value="">{text('resources.review-cycles.allStates')}</MenuItem>
      {cycleStates.map((name) => (
        <MenuItem key={name} value={name}>
          {text(`resources.review-cycles.states.${name}`)}
        </MenuItem>
      ))}
    </TextField>
  );
}
