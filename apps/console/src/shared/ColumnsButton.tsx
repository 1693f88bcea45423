import ViewColumnOutlined from '@mui/icons-material/ViewColumnOutlined';
import Button from '@mui/material/Button';
import { lazy, Suspense, useState } from 'react';
import { useText } from '../i18n/use-text.js';
import type { Column } from './column.js';

const ColumnsMenu = lazy(() => import('./ColumnsMenu.js'));

/** Opens the choice of a table's columns; on a phone there are no columns. */
export function ColumnsButton({ table, columns }: { table: string; columns: readonly Column<never>[] }) {
  const text = useText();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <Button
        color="inherit"
        aria-haspopup="menu"
        startIcon={<ViewColumnOutlined />}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ display: { xs: 'none', sm: 'inline-flex' }, ml: 'auto', color: 'text.secondary' }}
      >
        {text('shell.list.columns')}
      </Button>
      <Suspense>
        {anchor && (
          <ColumnsMenu table={table} columns={columns} anchor={anchor} onClose={() => setAnchor(null)} />
        )}
      </Suspense>
    </>
  );
}
