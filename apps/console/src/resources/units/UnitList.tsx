import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { formatDay, parseDayInput, unitTypeNames, type UnitView } from '@nhip/contracts';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { useMe } from '../../session/SessionContext.js';
import { ListPage } from '../../shared/ListPage.js';
import type { Column } from '../../shared/column.js';
import { PhoneRow } from '../../shared/PhoneRow.js';
import { useListAddress, type ListAddress } from '../../shared/use-list-address.js';

export default function UnitList() {
  const text = useText();
  const language = useLanguage();
  const permitted = useMe().permissions.includes('units.manage');
  const address = useListAddress({ sort: 'tree' });
  // Names stand as deep as the unit lies in the tree, as long as the tree is what orders the list.
  const inTree = address.sort === 'tree' && address.q === '';
  const columns: readonly Column<UnitView>[] = [
    {
      name: 'name',
      label: text('resources.units.fields.name'),
      sortable: true,
      link: true,
      render: ({ names, depth }) => (
        <Box component="span" sx={{ display: 'block', ml: inTree ? depth * 2.5 : 0 }}>
          {nameIn(names, language)}
        </Box>
      ),
    },
    {
      name: 'code',
      whole: true,
      label: text('resources.units.fields.code'),
      sortable: true,
      render: ({ code }) => code,
    },
    {
      name: 'unitType',
      label: text('resources.units.fields.unitType'),
      sortable: true,
      render: ({ unitType }) => unitTypeNames[unitType][language],
    },
    {
      name: 'parent',
      label: text('resources.units.fields.parent'),
      wideOnly: true,
      render: ({ parent }) => (parent ? nameIn(parent.names, language) : '–'),
    },
    {
      name: 'peerGroup',
      label: text('resources.units.fields.peerGroup'),
      render: ({ peerGroup }) => (peerGroup ? nameIn(peerGroup.names, language) : '–'),
    },
  ];
  return (
    <ListPage
      resource="units"
      address={address}
      columns={columns}
      search={text('resources.units.search')}
      filters={['on']}
      choices={<AsOfFilter address={address} />}
      actions={
        permitted && (
          <>
            <Button component={Link} to="/units/peer-groups">
              {text('resources.units.groups.title')}
            </Button>
            <Button component={Link} to="/units/import" variant="outlined">
              {text('resources.units.import')}
            </Button>
            <Button component={Link} to="/units/create" variant="contained">
              {text('resources.units.create')}
            </Button>
          </>
        )
      }
      renderPhone={({ names, code, unitType }) => (
        <PhoneRow
          primary={nameIn(names, language)}
          secondary={`${code} · ${unitTypeNames[unitType][language]}`}
        />
      )}
    />
  );
}

function AsOfFilter({ address }: { address: ListAddress }) {
  const text = useText();
  const stored = address.filter('on');
  const [typed, setTyped] = useState(stored === '' ? '' : formatDay(stored));
  const wrong = typed.trim() !== '' && parseDayInput(typed) === undefined;
  const apply = (next: string) => {
    setTyped(next);
    const read = parseDayInput(next);
    if (read !== undefined || next.trim() === '') address.set({ on: read ?? '' }, true);
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
