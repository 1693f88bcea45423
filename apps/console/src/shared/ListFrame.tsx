import Print from '@mui/icons-material/Print';
import IconButton from '@mui/material/IconButton';
import type { ReactNode } from 'react';
import { useText } from '../i18n/use-text.js';
import type { Messages } from '../i18n/vi.js';
import { Page } from './Page.js';
import { PageTitle } from './PageTitle.js';
import { PrintHeader } from './PrintHeader.js';

interface ListFrameProps {
  readonly resource: keyof Messages['resources'];
  /** Buttons; one of them primary. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** What stands around every list: its name, what it is for, what may be done, and how it goes on paper. */
export function ListFrame({ resource, actions, children }: ListFrameProps) {
  const text = useText();
  return (
    <Page>
      <PageTitle
        title={text(`resources.${resource}.name`, { smart_count: 2 })}
        subtitle={text(`resources.${resource}.purpose`)}
      >
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
      <PrintHeader />
      {children}
    </Page>
  );
}
