import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { formatDecimal, unrankedTexts, type WhatIfResults, type WhatIfRow } from '@nhip/contracts';
import { useLanguage, useText } from '../../../i18n/use-text.js';
import { nameIn } from '../../../session/language.js';
import { AddressSearch } from '../../../shared/AddressFilters.js';
import type { Column } from '../../../shared/column.js';
import { EmptyState } from '../../../shared/EmptyState.js';
import { Figure } from '../../../shared/Figure.js';
import { PagedTable } from '../../../shared/PagedTable.js';
import { PhoneRow } from '../../../shared/PhoneRow.js';
import { Sheet } from '../../../shared/Sheet.js';
import { useAnswer } from '../../../shared/use-answer.js';
import { useListAddress } from '../../../shared/use-list-address.js';

/** Points, rank and class of every unit as they are and as they would be; who moves farthest comes first. */
export function MovedUnits({ path }: { path: string }) {
  const text = useText();
  const language = useLanguage();
  const address = useListAddress({ perPage: 50, sort: 'movement' });
  const answer = useAnswer<WhatIfResults>(`${path}/results`, address.query('groupId'));
  const label = (name: 'unit' | 'points' | 'rank' | 'class') => text(`resources.scores.fields.${name}`);
  const { moved, groups = [] } = answer.data ?? {};
  const columns: readonly Column<WhatIfRow>[] = [
    {
      name: 'name',
      label: label('unit'),
      sortable: true,
      render: ({ unit, group }) => (
        <>
          {nameIn(unit.names, language)}
          {group && groups.length > 1 && (
            <Box sx={{ color: 'text.secondary', fontSize: 13 }}>{nameIn(group.names, language)}</Box>
          )}
        </>
      ),
    },
    {
      name: 'points',
      label: label('points'),
      numeric: true,
      render: ({ before, after }) => (
        <>
          <Figure value={before.shownPoints} /> → <strong>{<Figure value={after.shownPoints} />}</strong>
        </>
      ),
    },
    {
      name: 'difference',
      label: text('resources.scores.whatIf.difference'),
      numeric: true,
      render: ({ points }) => (points === null ? '–' : signed(points, language)),
    },
    {
      name: 'movement',
      label: label('rank'),
      sortable: true,
      numeric: true,
      render: (row) => <Ranks row={row} />,
    },
    {
      name: 'class',
      label: label('class'),
      render: ({ before, after }) => {
        const [was, is] = [before, after].map(({ classNames }) =>
          classNames ? nameIn(classNames, language) : '–',
        );
        return was === is ? is : `${was} → ${is}`;
      },
    },
  ];
  return (
    <Sheet title={text('resources.scores.whatIf.results')}>
      <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, px: 2, pt: 1.5 }}>
        {groups.length > 1 && (
          <TextField
            select
            margin="none"
            label={text('resources.scores.fields.group')}
            value={groups.some(({ id }) => id === address.filter('groupId')) ? address.filter('groupId') : ''}
            onChange={(event) => address.set({ groupId: event.target.value })}
            slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
            sx={{ width: { xs: '100%', sm: 260 } }}
          >
            <MenuItem value="">{text('resources.scores.allGroups')}</MenuItem>
            {groups.map(({ id, names, units }) => (
              <MenuItem key={id} value={id}>
                {nameIn(names, language)} ({units})
              </MenuItem>
            ))}
          </TextField>
        )}
        <AddressSearch address={address} label={text('resources.review-cycles.searchUnits')} />
      </Box>
      {moved && (
        <Typography component="div" role="status" color="text.secondary" sx={{ px: 2, py: 1 }}>
          {answer.isFetching && `${text('resources.scores.whatIf.computing')} `}
          {text('resources.scores.whatIf.moved', {
            up: moved.up,
            down: moved.down,
            points: moved.points,
            class: moved.class,
          })}
          {answer.data?.sameRanking === false && <div>{text('resources.scores.whatIf.otherRanking')}</div>}
        </Typography>
      )}
      <PagedTable
        columns={columns}
        answer={answer}
        address={address}
        filters={['groupId']}
        keyOf={({ id }) => id}
        renderPhone={(row) => (
          <PhoneRow
            primary={nameIn(row.unit.names, language)}
            secondary={
              <>
                <Figure value={row.before.shownPoints} /> → <Figure value={row.after.shownPoints} />
              </>
            }
            end={<Ranks row={row} />}
          />
        )}
        empty={<EmptyState title={text('resources.scores.nobody')} />}
      />
    </Sheet>
  );
}

function Ranks({ row: { before, after, places } }: { row: WhatIfRow }) {
  const text = useText();
  const language = useLanguage();
  const arrow = places === null || places === 0 ? '' : places > 0 ? ` ▲${places}` : ` ▼${-places}`;
  const words =
    places === null || places === 0
      ? undefined
      : text(`resources.scores.whatIf.${places > 0 ? 'up' : 'down'}`, { places: Math.abs(places) });
  const why = after.unranked;
  return (
    <>
      <Box component="span" sx={{ whiteSpace: 'nowrap' }}>
        {before.rank ?? '–'} → <strong>{after.rank ?? '–'}</strong>
        {arrow !== '' && (
          <span role="img" aria-label={words} title={words}>
            {arrow}
          </span>
        )}
      </Box>
      {why && (
        <Box sx={{ color: 'text.secondary', fontSize: 13 }}>
          {text('resources.scores.unranked', { why: unrankedTexts[why][language] })}
        </Box>
      )}
    </>
  );
}

const signed = (points: string, language: 'vi' | 'en'): string => {
  const cut = points.endsWith('…');
  const text = formatDecimal(cut ? points.slice(0, -1) : points, language);
  return `${points.startsWith('-') || points === '0' ? '' : '+'}${text}${cut ? '…' : ''}`;
};
