import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MuiLink from '@mui/material/Link';
import { describeNotice, formatInstant, type NoticeItem } from '@nhip/contracts';
import { useNotify } from 'ra-core';
import { Link } from 'react-router-dom';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { AddressSelect } from '../../shared/AddressFilters.js';
import { ListPage } from '../../shared/ListPage.js';
import type { Column } from '../../shared/column.js';
import { PhoneRow } from '../../shared/PhoneRow.js';
import { useCommand } from '../../shared/use-command.js';
import { useListAddress } from '../../shared/use-list-address.js';

export default function NoticeList() {
  const text = useText();
  const command = useCommand();
  const notify = useNotify();
  const address = useListAddress();
  const markAllRead = async () => {
    try {
      await command({ resource: 'notices', verb: 'mark-read', body: { all: true } });
    } catch (error) {
      notify(error instanceof Error ? error.message : String(error), { type: 'error' });
    }
  };
  const columns: readonly Column<NoticeItem>[] = [
    {
      name: 'kind',
      label: text('resources.notices.fields.text'),
      render: (notice) => <Words notice={notice} />,
    },
    {
      name: 'at',
      whole: true,
      label: text('resources.notices.fields.at'),
      render: ({ at }) => formatInstant(at),
    },
    {
      name: 'readAt',
      label: text('resources.notices.fields.state'),
      render: ({ readAt }) => text(readAt === null ? 'resources.notices.unread' : 'resources.notices.read'),
    },
  ];
  return (
    <ListPage
      resource="notices"
      address={address}
      columns={columns}
      opens={false}
      next={null}
      filters={['unread']}
      choices={
        <AddressSelect
          address={address}
          name="unread"
          label={text('resources.notices.fields.state')}
          all={text('resources.notices.all')}
          choices={[{ value: 'true', label: text('resources.notices.unread') }]}
        />
      }
      actions={
        <Button variant="outlined" onClick={() => void markAllRead()}>
          {text('resources.notices.markAllRead')}
        </Button>
      }
      renderPhone={(notice) => (
        <PhoneRow primary={<Words notice={notice} />} secondary={formatInstant(notice.at)} />
      )}
    />
  );
}

function Words({ notice }: { notice: NoticeItem }) {
  const words = describeNotice(notice, useLanguage());
  const weight = { fontWeight: notice.readAt === null ? 600 : 400 };
  if (notice.link === null)
    return (
      <Box component="span" sx={weight}>
        {words}
      </Box>
    );
  return (
    <MuiLink component={Link} to={notice.link} color="inherit" sx={weight}>
      {words}
    </MuiLink>
  );
}
