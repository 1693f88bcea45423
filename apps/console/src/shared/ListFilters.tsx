import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { AddressSearch } from './AddressFilters.js';
import { ColumnsButton } from './ColumnsButton.js';
import type { Column } from './column.js';
import type { ListAddress } from './use-list-address.js';

interface ListFiltersProps {
  readonly address: ListAddress;
  /** Words in the search field; without them there is none. */
  readonly search?: string | undefined;
  /** Name and columns of the table that follows, for the reader to choose among. */
  readonly table?: string;
  readonly columns?: readonly Column<never>[];
  /** Further filters. */
  readonly children?: ReactNode;
}

/** The row above a list: search first, then what narrows it, at the end which columns are shown. */
export function ListFilters({ address, search, table, columns, children }: ListFiltersProps) {
  return (
    <Box className="no-print" sx={row}>
      {search !== undefined && <AddressSearch address={address} label={search} />}
      {children}
      {table !== undefined && columns && <ColumnsButton table={table} columns={columns} />}
    </Box>
  );
}

const row = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 1,
  rowGap: { xs: 1.5, sm: 1 },
  mb: 1.5,
} as const;
