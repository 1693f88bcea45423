import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { describeNotice, formatInstant, type NoticeItem } from '@nhip/contracts';
import { useNotify } from 'ra-core';
import { DataTable } from 'react-admin';
import { Link } from 'react-router-dom';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { EmptyState } from '../../shared/EmptyState.js';
import { ListPage } from '../../shared/ListPage.js';
import { ListTable } from '../../shared/ListTable.js';
import { PhoneRow } from '../../shared/PhoneRow.js';
import { useCommand } from '../../shared/use-command.js';

export default function NoticeList() {
  const text = useText();
  const command = useCommand();
  const notify = useNotify();
  const markAllRead = async () => {
    try {
      await command({ resource: 'notices', verb: 'mark-read', body: { all: true } });
    } catch (error) {
      notify(error instanceof Error ? error.message : String(error), { type: 'error' });
    }
  };
  return (
    <ListPage
      resource="notices"
      title={text('resources.notices.name', { smart_count: 2 })}
      purpose={text('resources.notices.purpose')}
      actions={
        <Button variant="outlined" onClick={() => void markAllRead()}>
          {text('resources.notices.markAllRead')}
        </Button>
      }
      empty={
        <EmptyState title={text('resources.notices.empty')} hint={text('resources.notices.emptyHint')} />
      }
    >
      <ListTable<NoticeItem> opens={false} phone={NoticeRow}>
        <DataTable.Col
          source="kind"
          disableSort
          label={text('resources.notices.fields.text')}
          render={(notice: NoticeItem) => <Words notice={notice} />}
        />
        <DataTable.Col
          source="at"
          disableSort
          label={text('resources.notices.fields.at')}
          render={(notice: NoticeItem) => formatInstant(notice.at)}
        />
        <DataTable.Col
          source="readAt"
          disableSort
          label={text('resources.notices.fields.state')}
          render={(notice: NoticeItem) =>
            text(notice.readAt === null ? 'resources.notices.unread' : 'resources.notices.read')
          }
        />
      </ListTable>
    </ListPage>
  );
}

function NoticeRow({ item }: { item: NoticeItem }) {
  return <PhoneRow primary={<Words notice={item} />} secondary={formatInstant(item.at)} />;
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
    <Box component={Link} to={notice.link} sx={{ ...weight, color: 'inherit' }}>
      {words}
    </Box>
  );
}
