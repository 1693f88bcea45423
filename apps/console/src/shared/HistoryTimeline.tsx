import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { formatInstant, roleLabels, type HistoryItem, type Language, type Page } from '@nhip/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslate } from 'ra-core';
import { useLanguage, useText } from '../i18n/use-text.js';
import { useMe, useSession } from '../session/SessionContext.js';
import { EmptyState } from './EmptyState.js';
import { changesOf, readable, type ToldChange } from './history.js';
import { ProblemAlert } from './ProblemAlert.js';
import { Sheet } from './Sheet.js';

interface HistoryTimelineProps {
  readonly subjectKind: string;
  readonly subjectId: string;
  /** Whose field names name the changes: `resources.<resource>.fields`. */
  readonly resource: string;
  /** How an entry of this kind tells its changes, where field by field would not be readable. */
  readonly changes?: (item: HistoryItem) => readonly ToldChange[];
}

const PER_PAGE = 20;

/** Who, when, what from and to, why: the newest first. Shown to those who may read it. */
export function HistoryTimeline(props: HistoryTimelineProps) {
  const text = useText();
  const permitted = useMe().permissions.includes('history.read');
  if (!permitted) return null;
  return (
    <Sheet title={text('shell.history.title')}>
      <Entries {...props} />
    </Sheet>
  );
}

function Entries({ subjectKind, subjectId, resource, changes = changesOf }: HistoryTimelineProps) {
  const text = useText();
  const session = useSession();
  const { data, error, isPending, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['history', subjectKind, subjectId],
    initialPageParam: 1,
    queryFn: ({ pageParam, signal }) =>
      session.api.send<Page<HistoryItem>>({
        path: '/history',
        query: { subjectKind, subjectId, page: pageParam, perPage: PER_PAGE },
        signal,
      }),
    getNextPageParam: (last, pages) => (pages.length * PER_PAGE < last.total ? pages.length + 1 : undefined),
  });
  const items = data?.pages.flatMap((one) => one.items) ?? [];
  if (error) return <Box sx={{ p: 2 }}>{<ProblemAlert problem={error} />}</Box>;
  if (isPending) return <Skeleton variant="text" height={48} sx={{ m: 2 }} />;
  if (items.length === 0) return <EmptyState title={text('shell.history.empty')} />;
  return (
    <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 2 }}>
      {items.map((item) => (
        <Entry key={item.id} item={item} changes={changes(item)} resource={resource} />
      ))}
      {hasNextPage && <Button onClick={() => void fetchNextPage()}>{text('shell.history.more')}</Button>}
    </Box>
  );
}

interface EntryProps {
  readonly item: HistoryItem;
  readonly changes: readonly ToldChange[];
  readonly resource: string;
}

function Entry({ item, changes, resource }: EntryProps) {
  const text = useText();
  const translate = useTranslate();
  const language = useLanguage();
  const shown = (value: string) => readable(value, translate) || text('shell.history.noValue');
  const action = translate(`history.${item.action}`, { _: item.action });
  return (
    <Box component="li" sx={entry}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5 }}>
        <Typography sx={{ fontWeight: 500 }}>{action}</Typography>
        <Typography color="text.secondary">
          <time dateTime={item.at}>{formatInstant(item.at)}</time> ·{' '}
          {item.actor.name ?? text('shell.history.system')}
          {item.onBehalfOf !== null && ` · ${roleName(item.onBehalfOf, language)}`}
        </Typography>
      </Box>
      {changes.map(({ field, from, to }) => (
        <Typography key={`${field} ${to}`} sx={{ overflowWrap: 'anywhere' }}>
          {translate(`resources.${resource}.fields.${field}`, { _: field })}:{' '}
          {from !== undefined && (
            <>
              <del aria-label={text('shell.history.from')}>{shown(from)}</del> →{' '}
            </>
          )}
          <ins aria-label={text('shell.history.to')}>{shown(to)}</ins>
        </Typography>
      ))}
      {item.reason !== null && item.reason !== '' && (
        <Typography color="text.secondary">
          {isSaid(item) ? item.reason : `${text('shell.history.reason')}: ${item.reason}`}
        </Typography>
      )}
    </Box>
  );
}

/** Progress that was noted is no reason but what is told. */
const isSaid = ({ action }: HistoryItem): boolean => action === 'task.noted';

/** Which role the person acted in. */
function roleName(role: string, language: Language): string {
  return new Map(Object.entries(roleLabels)).get(role)?.[language] ?? role;
}

const entry = {
  position: 'relative',
  pl: 2.5,
  pb: 2,
  '&::before': {
    content: '""',
    position: 'absolute',
    left: 0,
    top: 7,
    width: 9,
    height: 9,
    borderRadius: '50%',
    border: '2px solid',
    borderColor: 'primary.main',
    bgcolor: 'background.paper',
  },
  '&:not(:last-of-type)::after': {
    content: '""',
    position: 'absolute',
    left: 4,
    top: 18,
    bottom: -5,
    borderLeft: '1px solid',
    borderColor: 'divider',
  },
  '& del': { color: 'text.secondary' },
  '& ins': { textDecoration: 'none', fontWeight: 500 },
} as const;
