import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MuiLink from '@mui/material/Link';
import Skeleton from '@mui/material/Skeleton';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TablePagination from '@mui/material/TablePagination';
import TableRow from '@mui/material/TableRow';
import TableSortLabel from '@mui/material/TableSortLabel';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { Page } from '@nhip/contracts';
import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslate } from 'ra-core';
import type { MouseEvent, ReactNode } from 'react';
import { Link, useNavigate } from 'react-router-dom';
import { useText } from '../i18n/use-text.js';
import type { Column } from './column.js';
import { EmptyState } from './EmptyState.js';
import { ROW, useKeptFocus, walkRows } from './list-keys.js';
import { ProblemAlert } from './ProblemAlert.js';
import { useHiddenColumns } from './use-hidden-columns.js';
import { useKeptPlace } from './use-kept-place.js';
import type { ListAddress } from './use-list-address.js';

interface PagedTableProps<Item> {
  /** Under which chosen columns are remembered; without it there is no choice. */
  readonly name?: string;
  readonly columns: readonly Column<Item>[];
  readonly answer: UseQueryResult<Page<Item>>;
  readonly address: ListAddress;
  readonly keyOf: (item: Item) => string;
  /** The same item on a phone; usually a `PhoneRow`. */
  readonly renderPhone: (item: Item) => ReactNode;
  /** Buttons of the item on a phone, below it and beside the way there. */
  readonly renderPhoneSteps?: (item: Item) => ReactNode;
  /** Where an item leads: the row or card as a whole is a way there. */
  readonly opens?: (item: Item) => string;
  /** What an unfiltered list without an item says, with the next step. */
  readonly empty: ReactNode;
  /** Names of filters in the address that may have emptied the list. */
  readonly filters?: readonly string[];
}

/** A list within a page: paged, sorted and filtered by the server, its place kept in the address. */
export function PagedTable<Item>(props: PagedTableProps<Item>) {
  const { answer, address, empty, filters = [] } = props;
  const text = useText();
  const { data, error, isPending, refetch } = answer;
  if (error) {
    return (
      <Box sx={{ p: 2 }}>
        <ProblemAlert problem={error} />
        <Button onClick={() => void refetch()}>{text('shell.problem.retry')}</Button>
      </Box>
    );
  }
  if (isPending) return <Outline />;
  if (data.total === 0) {
    const asked = askedOf(address, filters);
    if (asked.length === 0) return empty;
    return (
      <EmptyState title={text('shell.list.nothingFound')} hint={text('shell.list.nothingFoundHint')}>
        <Button
          variant="outlined"
          onClick={() => address.set(Object.fromEntries(asked.map((name) => [name, ''])))}
        >
          {text('shell.list.clearFilters')}
        </Button>
      </EmptyState>
    );
  }
  return (
    <>
      <Rows {...props} items={data.items} />
      <Pager address={address} total={data.total} />
    </>
  );
}

/** The filters and the words that narrow a list. */
const askedOf = (address: ListAddress, filters: readonly string[]): string[] =>
  ['q', ...filters].filter((name) => address.filter(name) !== '');

/** Whether there is nothing at all: the list itself offers the next step then, and nothing else repeats it. */
export const isBare = (
  { data }: { readonly data: Page<unknown> | undefined },
  address: ListAddress,
  filters: readonly string[],
): boolean => data?.total === 0 && askedOf(address, filters).length === 0;

type RowsProps<Item> = PagedTableProps<Item> & { readonly items: readonly Item[] };

function Rows<Item>(props: RowsProps<Item>) {
  const wide = useMediaQuery((theme) => theme.breakpoints.up('sm'), { noSsr: true });
  return wide ? <WideRows {...props} /> : <Cards {...props} />;
}

function Cards<Item>({ keyOf, renderPhone, renderPhoneSteps, opens, items }: RowsProps<Item>) {
  const kept = useKeptFocus();
  return (
    <Box component="ul" onKeyDown={walkRows} {...kept} sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {items.map((item) => (
        <Box component="li" key={keyOf(item)} {...row} sx={{ borderBottom: 1, borderColor: 'divider' }}>
          {opens ? (
            <Box component={Link} to={opens(item)} sx={cardLink}>
              {renderPhone(item)}
            </Box>
          ) : (
            renderPhone(item)
          )}
          {renderPhoneSteps?.(item)}
        </Box>
      ))}
    </Box>
  );
}

function WideRows<Item>({ name, columns, address, keyOf, opens, items }: RowsProps<Item>) {
  const navigate = useNavigate();
  const kept = useKeptFocus();
  const place = useKeptPlace();
  const [hidden] = useHiddenColumns(name, columns);
  const shown = columns.filter((column, index) => index === 0 || !hidden.includes(column.name));
  const look = (column: Column<Item>) => ({
    ...(column === columns[0] && firstColumn),
    ...(column.whole === true && { whiteSpace: 'nowrap' }),
    ...hide(column),
  });
  const open = (event: MouseEvent, to: string) => {
    const inside = event.target instanceof Element && event.target.closest('a, button, input, label');
    if (!inside && getSelection()?.isCollapsed !== false) void navigate(to);
  };
  return (
    <Box {...place} sx={scroller}>
      <Table size="small" stickyHeader onKeyDown={walkRows} {...kept}>
        <TableHead>
          <TableRow>
            {shown.map((column) => (
              <TableCell
                key={column.name}
                align={column.numeric ? 'right' : 'left'}
                sortDirection={address.sort === column.name && direction[address.order]}
                sx={{ ...look(column), ...(column === columns[0] && { zIndex: 3 }) }}
              >
                <SortLabel column={column} address={address} />
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {items.map((item) => (
            <TableRow
              key={keyOf(item)}
              {...row}
              hover
              {...(opens && { onClick: (event: MouseEvent) => open(event, opens(item)) })}
              sx={{ bgcolor: 'background.paper', ...(opens && { cursor: 'pointer' }) }}
            >
              {shown.map((column) => (
                <TableCell key={column.name} align={column.numeric ? 'right' : 'left'} sx={look(column)}>
                  {column.link === true && opens ? (
                    <MuiLink component={Link} to={opens(item)} sx={{ fontWeight: 500 }}>
                      {column.render(item)}
                    </MuiLink>
                  ) : (
                    column.render(item)
                  )}
                  {column.renderAside?.(item)}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}

const row = { [ROW]: '' };
const direction = { ASC: 'asc', DESC: 'desc' } as const;
const cardLink = { display: 'block', color: 'inherit', textDecoration: 'none' } as const;

/** The table scrolls in itself, so that its head stays in sight; on paper it is shown whole. */
const scroller = {
  overflow: 'auto',
  maxHeight: 'max(calc(100vh - 264px), 360px)',
  '@media print': { overflow: 'visible', maxHeight: 'none' },
} as const;

/** What a row is stays in sight while the rest is scrolled sideways. */
const firstColumn = { position: 'sticky', left: 0, zIndex: 1, bgcolor: 'inherit' } as const;

const hide = (column: Column<never>) =>
  column.wideOnly === true
    ? { display: { sm: 'none', lg: 'table-cell' }, '@media print': { display: 'table-cell' } }
    : {};

interface SortLabelProps {
  readonly column: Pick<Column<never>, 'name' | 'label' | 'sortable'>;
  readonly address: ListAddress;
}

/** The head of a column; one that sorts turns the order when it sorts already. */
export function SortLabel({ column: { name, label, sortable = false }, address }: SortLabelProps) {
  if (!sortable) return label;
  const active = address.sort === name;
  const turned = active && address.order === 'ASC' ? 'DESC' : 'ASC';
  return (
    <TableSortLabel
      active={active}
      direction={active && address.order === 'DESC' ? 'desc' : 'asc'}
      onClick={() => address.set({ sort: name, order: turned })}
    >
      {label}
    </TableSortLabel>
  );
}

/** Which part of the list is shown; nothing where all of it is. */
export function Pager({ address, total }: { address: ListAddress; total: number }) {
  const translate = useTranslate();
  return (
    <TablePagination
      component="div"
      count={total}
      page={Math.min(address.page - 1, Math.max(0, Math.ceil(total / address.perPage) - 1))}
      rowsPerPage={address.perPage}
      rowsPerPageOptions={[25, 50, 100, 200]}
      labelRowsPerPage={translate('ra.navigation.page_rows_per_page')}
      labelDisplayedRows={({ from, to, count }) =>
        translate('ra.navigation.page_range_info', { offsetBegin: from, offsetEnd: to, total: count })
      }
      onPageChange={(_event, page) => address.set({ page: String(page + 1) })}
      onRowsPerPageChange={(event) => address.set({ perPage: event.target.value })}
      sx={pager}
    />
  );
}

/** On a phone there is room for where one is and the way on, not for how many rows a page has. */
const pager = {
  '& .MuiTablePagination-selectLabel, & .MuiTablePagination-input': {
    display: { xs: 'none', sm: 'inherit' },
  },
} as const;

/** The outline of rows while they arrive. */
function Outline() {
  const text = useText();
  return (
    <Box role="status" aria-label={text('shell.work.loading')} sx={{ p: 2 }}>
      {Array.from({ length: 6 }, (_, row) => (
        <Skeleton key={row} variant="text" height={32} />
      ))}
    </Box>
  );
}
