import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { Theme } from '@mui/material/styles';
import { useCreatePath, useListContext, useResourceContext, type RaRecord } from 'ra-core';
import { ColumnsButton, DataTable } from 'react-admin';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';

/** The same record as a card on a phone. */
export interface PhoneRow {
  readonly primary: ReactNode;
  readonly secondary?: ReactNode;
  readonly end?: ReactNode;
}

interface ListTableProps<Item extends RaRecord> {
  readonly phone: (item: Item) => PhoneRow;
  /** What a row opens; false: nothing. */
  readonly opens?: 'show' | 'edit' | false;
  /** Columns that are there but hidden until chosen. */
  readonly hidden?: string[];
  /** `DataTable.Col` and `DataTable.NumberCol`. */
  readonly children: ReactNode;
}

/** A table of a list: head that stays, columns that are chosen and remembered; cards on a phone. */
export function ListTable<Item extends RaRecord>({
  phone,
  opens = 'show',
  hidden,
  children,
}: ListTableProps<Item>) {
  const resource = useResourceContext();
  const wide = useMediaQuery<Theme>((theme) => theme.breakpoints.up('sm'));
  if (!wide) return <Cards<Item> phone={phone} opens={opens} />;
  return (
    <Box sx={scroller}>
      <DataTable
        bulkActionButtons={false}
        rowClick={opens}
        {...(hidden && { hiddenColumns: hidden })}
        {...(resource !== undefined && { storeKey: `${resource}.table` })}
      >
        {children}
      </DataTable>
    </Box>
  );
}

/** The button that chooses the columns of the list's table. */
export function Columns() {
  const resource = useResourceContext();
  return <ColumnsButton {...(resource !== undefined && { storeKey: `${resource}.table` })} />;
}

function Cards<Item extends RaRecord>({ phone, opens }: Pick<ListTableProps<Item>, 'phone' | 'opens'>) {
  const { data } = useListContext<Item>();
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {data?.map((item) => (
        <Box component="li" key={item.id} sx={{ borderBottom: 1, borderColor: 'divider' }}>
          <Card item={item} row={phone(item)} opens={opens ?? 'show'} />
        </Box>
      ))}
    </Box>
  );
}

function Card({ item, row, opens }: { item: RaRecord; row: PhoneRow; opens: 'show' | 'edit' | false }) {
  const resource = useResourceContext() ?? '';
  const createPath = useCreatePath();
  const to = opens === false ? undefined : createPath({ resource, id: item.id, type: opens });
  const contents = (
    <>
      <Box sx={{ minWidth: 0, flex: 1 }}>
        <Typography component="div" sx={{ fontWeight: 500 }}>
          {row.primary}
        </Typography>
        {row.secondary !== undefined && (
          <Typography component="div" variant="caption" color="text.secondary">
            {row.secondary}
          </Typography>
        )}
      </Box>
      {row.end}
    </>
  );
  const layout = { display: 'flex', alignItems: 'center', gap: 1, px: 2, py: 1.25 } as const;
  if (to === undefined) return <Box sx={layout}>{contents}</Box>;
  return (
    <Box component={Link} to={to} sx={{ ...layout, color: 'inherit', textDecoration: 'none' }}>
      {contents}
    </Box>
  );
}

/** The table scrolls in itself, so that its head stays in sight; on paper it is shown whole. */
const scroller = {
  overflow: 'auto',
  maxHeight: 'calc(100vh - 250px)',
  minHeight: 240,
  '@media print': { overflow: 'visible', maxHeight: 'none' },
} as const;
