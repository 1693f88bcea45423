import Print from '@mui/icons-material/Print';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Skeleton from '@mui/material/Skeleton';
import { ListBase, useListContext, type ListBaseProps } from 'ra-core';
import { Pagination } from 'react-admin';
import type { ReactNode } from 'react';
import { useText } from '../i18n/use-text.js';
import { EmptyState } from './EmptyState.js';
import { ListSearch } from './ListSearch.js';
import { Page } from './Page.js';
import { PageTitle } from './PageTitle.js';
import { PrintHeader } from './PrintHeader.js';
import { ProblemAlert } from './ProblemAlert.js';
import { Sheet } from './Sheet.js';

interface ListPageProps extends Pick<ListBaseProps, 'resource' | 'sort' | 'filter' | 'filterDefaultValues'> {
  readonly title: string;
  readonly purpose?: ReactNode;
  /** Buttons; one of them primary. */
  readonly actions?: ReactNode;
  /** Words in the search field; without them there is none. */
  readonly search?: string;
  /** Further filters beside the search. */
  readonly filters?: ReactNode;
  /** What an unfiltered list without a record says, with the next step. */
  readonly empty: ReactNode;
  /** Usually a `ListTable`. */
  readonly children: ReactNode;
}

/** A list: page, order and filters live in the address and are the server's work. */
export function ListPage({
  title,
  purpose,
  actions,
  search,
  filters,
  empty,
  children,
  ...list
}: ListPageProps) {
  const text = useText();
  return (
    <ListBase perPage={25} {...list}>
      <Page>
        <PageTitle title={title} subtitle={purpose}>
          {actions}
          <IconButton
            onClick={() => print()}
            aria-label={text('shell.list.print')}
            title={text('shell.list.print')}
            sx={{ display: { xs: 'none', md: 'inline-flex' } }}
          >
            <Print fontSize="small" />
          </IconButton>
        </PageTitle>
        {(search !== undefined || filters !== undefined) && (
          <Box
            className="no-print"
            sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mb: 1.5 }}
          >
            {search !== undefined && <ListSearch label={search} />}
            {filters}
          </Box>
        )}
        <PrintHeader />
        <Sheet>
          <Contents empty={empty}>{children}</Contents>
        </Sheet>
      </Page>
    </ListBase>
  );
}

function Contents({ empty, children }: { empty: ReactNode; children: ReactNode }) {
  const text = useText();
  const { data, error, isPending, total, filterValues, setFilters, refetch } = useListContext();
  if (error) {
    return (
      <Box sx={{ p: 2 }}>
        <ProblemAlert problem={error} />
        <Button onClick={() => void refetch()}>{text('shell.problem.retry')}</Button>
      </Box>
    );
  }
  if (isPending) return <Rows />;
  if (data?.length === 0 && total === 0) {
    if (Object.keys(filterValues).length === 0) return empty;
    return (
      <EmptyState title={text('shell.list.nothingFound')} hint={text('shell.list.nothingFoundHint')}>
        <Button variant="outlined" onClick={() => setFilters({})}>
          {text('shell.list.clearFilters')}
        </Button>
      </EmptyState>
    );
  }
  return (
    <>
      {children}
      <Pagination rowsPerPageOptions={[25, 50, 100, 200]} />
    </>
  );
}

/** The outline of a table while its rows arrive. */
function Rows() {
  const text = useText();
  return (
    <Box role="status" aria-label={text('shell.work.loading')} sx={{ p: 2 }}>
      {Array.from({ length: 8 }, (_, row) => (
        <Skeleton key={row} variant="text" height={32} />
      ))}
    </Box>
  );
}
