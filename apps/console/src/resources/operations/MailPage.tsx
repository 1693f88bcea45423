import Button from '@mui/material/Button';
import { formatInstant, type DeskHealth, type MailItem, type Page as PageOf } from '@nhip/contracts';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import { Link } from 'react-router-dom';
import { useText } from '../../i18n/use-text.js';
import { AddressSearch, AddressSelect } from '../../shared/AddressFilters.js';
import type { Column } from '../../shared/column.js';
import { EmptyState } from '../../shared/EmptyState.js';
import { Page } from '../../shared/Page.js';
import { PagedTable } from '../../shared/PagedTable.js';
import { PageTitle } from '../../shared/PageTitle.js';
import { PhoneRow } from '../../shared/PhoneRow.js';
import { Sheet } from '../../shared/Sheet.js';
import { StateChip } from '../../shared/StateChip.js';
import { useListAddress } from '../../shared/use-list-address.js';
import { useLiveAnswer } from './use-live-answer.js';

const looks = {
  waiting: { shape: 'half', tone: 'soon' },
  sent: { shape: 'tick', tone: 'good' },
  refused: { shape: 'cross', tone: 'late' },
  dropped: { shape: 'ring', tone: 'quiet' },
} as const;
const states = ['waiting', 'sent', 'refused', 'dropped'] as const;

/** What was mailed, to whom and when, and how it went. */
export default function MailPage() {
  const text = useText();
  const address = useListAddress({ perPage: 25 });
  const answer = useLiveAnswer<PageOf<MailItem>>('/operations/mail', address.query('state'));
  const { data: health } = useLiveAnswer<DeskHealth>('/operations/health');
  const state = (mail: MailItem) => (
    <>
      <StateChip label={text(`resources.operations.mail.states.${mail.state}`)} {...looks[mail.state]} />
      {mail.error !== null && (
        <Box sx={{ fontSize: 12.5, mt: 0.25, overflowWrap: 'anywhere', color: 'error.main' }}>
          {mail.error}
        </Box>
      )}
    </>
  );
  const columns: readonly Column<MailItem>[] = [
    { name: 'subject', label: text('resources.operations.mail.subject'), render: ({ subject }) => subject },
    {
      name: 'account',
      label: text('resources.operations.mail.to'),
      render: ({ account }) => account.fullName,
    },
    {
      name: 'queuedAt',
      label: text('resources.operations.mail.queuedAt'),
      whole: true,
      render: ({ queuedAt }) => formatInstant(queuedAt),
    },
    {
      name: 'sentAt',
      label: text('resources.operations.mail.sentAt'),
      whole: true,
      render: ({ sentAt }) => (sentAt === null ? '–' : formatInstant(sentAt)),
    },
    { name: 'state', label: text('resources.operations.mail.state'), render: state },
    {
      name: 'messageId',
      label: 'Message-ID',
      wideOnly: true,
      render: ({ messageId }) => (
        <Box sx={{ fontSize: 12.5, overflowWrap: 'anywhere' }}>{messageId ?? '–'}</Box>
      ),
    },
  ];
  return (
    <Page>
      <PageTitle
        title={text('resources.operations.mail.title')}
        subtitle={text('resources.operations.mail.purpose')}
      >
        <Button variant="outlined" component={Link} to="/operations">
          {text('resources.operations.name', { smart_count: 1 })}
        </Button>
      </PageTitle>
      {health && !health.mail.configured && (
        <Alert severity="info" variant="outlined" sx={{ mb: 2 }}>
          {text('resources.operations.health.mailOff')}
        </Alert>
      )}
      <Sheet>
        <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, px: 2, py: 1.5 }}>
          <AddressSearch address={address} label={text('resources.operations.mail.search')} />
          <AddressSelect
            address={address}
            name="state"
            label={text('resources.operations.mail.state')}
            all={text('resources.operations.mail.all')}
            choices={states.map((value) => ({
              value,
              label: text(`resources.operations.mail.states.${value}`),
            }))}
          />
        </Box>
        <PagedTable
          columns={columns}
          answer={answer}
          address={address}
          keyOf={({ id }) => id}
          filters={['state']}
          empty={
            <EmptyState
              title={text('resources.operations.mail.empty')}
              hint={text('resources.operations.mail.emptyHint')}
            />
          }
          renderPhone={(mail) => (
            <PhoneRow
              primary={mail.subject}
              secondary={
                <>
                  {mail.account.fullName} · {formatInstant(mail.sentAt ?? mail.queuedAt)}
                  <Box sx={{ mt: 0.5 }}>{state(mail)}</Box>
                </>
              }
            />
          )}
        />
      </Sheet>
    </Page>
  );
}
