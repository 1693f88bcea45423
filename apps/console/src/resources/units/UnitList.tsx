import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { formatDay, parseDayInput, unitTypeNames, type UnitView } from '@nhip/contracts';
import { useListContext } from 'ra-core';
import { DataTable } from 'react-admin';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { useMe } from '../../session/SessionContext.js';
import { EmptyState } from '../../shared/EmptyState.js';
import { ListPage } from '../../shared/ListPage.js';
import { Columns, ListTable } from '../../shared/ListTable.js';
import { PhoneRow } from '../../shared/PhoneRow.js';

export default function UnitList() {
  const text = useText();
  const language = useLanguage();
  const permitted = useMe().permissions.includes('units.manage');
  const actions = permitted && (
    <>
      <Button component={Link} to="/units/import" variant="outlined">
        {text('resources.units.import')}
      </Button>
      <Button component={Link} to="/units/create" variant="contained">
        {text('resources.units.create')}
      </Button>
    </>
  );
  return (
    <ListPage
      resource="units"
      title={text('resources.units.name', { smart_count: 2 })}
      purpose={text('resources.units.purpose')}
      search={text('resources.units.search')}
      sort={{ field: 'tree', order: 'ASC' }}
      filters={
        <>
          <AsOfFilter />
          <Columns />
        </>
      }
      actions={actions}
      empty={
        <EmptyState title={text('resources.units.empty')} hint={text('resources.units.emptyHint')}>
          {actions}
        </EmptyState>
      }
    >
      <ListTable<UnitView> phone={UnitRow}>
        <DataTable.Col
          source="name"
          label={text('resources.units.fields.name')}
          render={(unit: UnitView) => <Name unit={unit} />}
        />
        <DataTable.Col source="code" label={text('resources.units.fields.code')} />
        <DataTable.Col
          source="unitType"
          label={text('resources.units.fields.unitType')}
          render={(unit: UnitView) => unitTypeNames[unit.unitType][language]}
        />
        <DataTable.Col
          source="parent"
          disableSort
          label={text('resources.units.fields.parent')}
          render={(unit: UnitView) => (unit.parent ? nameIn(unit.parent.names, language) : '–')}
        />
        <DataTable.Col
          source="peerGroup"
          disableSort
          label={text('resources.units.fields.peerGroup')}
          render={(unit: UnitView) => (unit.peerGroup ? nameIn(unit.peerGroup.names, language) : '–')}
        />
      </ListTable>
    </ListPage>
  );
}

function UnitRow({ item }: { item: UnitView }) {
  const language = useLanguage();
  return (
    <PhoneRow
      primary={nameIn(item.names, language)}
      secondary={`${item.code} · ${unitTypeNames[item.unitType][language]}`}
    />
  );
}

/** Names stand as deep as the unit lies in the tree, as long as the tree is what orders the list. */
function Name({ unit }: { unit: UnitView }) {
  const language = useLanguage();
  const { sort, filterValues } = useListContext();
  const inTree = sort.field === 'tree' && filterValues['q'] === undefined;
  return (
    <Box
      component="span"
      sx={{
        display: 'block',
        pl: inTree ? unit.depth * 2.5 : 0,
        fontWeight: inTree && unit.depth === 0 ? 600 : 400,
      }}
    >
      {nameIn(unit.names, language)}
    </Box>
  );
}

function AsOfFilter() {
  const text = useText();
  const { filterValues, setFilters } = useListContext();
  const stored: unknown = filterValues['on'];
  const [typed, setTyped] = useState(typeof stored === 'string' ? formatDay(stored) : '');
  const day = parseDayInput(typed);
  const wrong = typed.trim() !== '' && day === undefined;
  const apply = (next: string) => {
    setTyped(next);
    const read = parseDayInput(next);
    const { on: _before, ...others } = filterValues;
    if (read !== undefined) setFilters({ ...others, on: read });
    else if (next.trim() === '') setFilters(others);
  };
  return (
    <TextField
      margin="none"
      label={text('resources.units.asOf')}
      placeholder="dd/mm/yyyy"
      value={typed}
      error={wrong}
      title={text('resources.units.asOfHelp')}
      onChange={(event) => apply(event.target.value)}
      sx={{ width: 150 }}
    />
  );
}
