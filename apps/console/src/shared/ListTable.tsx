import Box from '@mui/material/Box';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useCreatePath, useListContext, useResourceContext, type RaRecord } from 'ra-core';
import { ColumnsButton, DataTable } from 'react-admin';
import type { ComponentType, ReactNode } from 'react';
import { Link } from 'react-router-dom';

/** The same record on a phone; made of a `PhoneRow`. */
export type PhoneItem<Item extends RaRecord> = ComponentType<{ readonly item: Item }>;

interface ListTableProps<Item extends RaRecord> {
  readonly phone: PhoneItem<Item>;
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
  const wide = useMediaQuery((theme) => theme.breakpoints.up('sm'));
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
  const wide = useMediaQuery((theme) => theme.breakpoints.up('sm'));
  if (!wide) return null;
  return <ColumnsButton {...(resource !== undefined && { storeKey: `${resource}.table` })} />;
}

function Cards<Item extends RaRecord>({
  phone: Phone,
  opens,
}: Pick<ListTableProps<Item>, 'phone' | 'opens'>) {
  const { data } = useListContext<Item>();
  const resource = useResourceContext() ?? '';
  const createPath = useCreatePath();
  const to = (item: Item) => (opens ? createPath({ resource, id: item.id, type: opens }) : undefined);
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {data?.map((item) => (
        <Box component="li" key={item.id} sx={{ borderBottom: 1, borderColor: 'divider' }}>
          <Opening to={to(item)}>
            <Phone item={item} />
          </Opening>
        </Box>
      ))}
    </Box>
  );
}

function Opening({ to, children }: { to: string | undefined; children: ReactNode }) {
  if (to === undefined) return children;
  return (
    <Box component={Link} to={to} sx={{ display: 'block', color: 'inherit', textDecoration: 'none' }}>
      {children}
    </Box>
  );
}

/** The table scrolls in itself, so that its head stays in sight; on paper it is shown whole. */
const scroller = {
  overflow: 'auto',
  maxHeight: 'calc(100vh - 264px)',
  minHeight: 240,
  '@media print': { overflow: 'visible', maxHeight: 'none' },
} as const;
