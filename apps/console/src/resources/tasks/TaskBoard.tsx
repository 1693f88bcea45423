import Box from '@mui/material/Box';
import MuiLink from '@mui/material/Link';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { dueTabs, type DueTab, type TaskItem, type TaskPage } from '@nhip/contracts';
import { Link } from 'react-router-dom';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { ProblemAlert } from '../../shared/ProblemAlert.js';
import { useAnswer } from '../../shared/use-answer.js';
import type { ListAddress } from '../../shared/use-list-address.js';
import { TaskDue } from './TaskDue.js';
import { TaskState } from './TaskState.js';

const PER_COLUMN = 20;
const columns = dueTabs.filter((tab) => tab !== 'done');

/** Open tasks side by side by their present deadline; which column is whose says the server's clock. */
export function TaskBoard({ address }: { address: ListAddress }) {
  return (
    <Box sx={board}>
      {columns.map((tab) => (
        <Column key={tab} tab={tab} address={address} />
      ))}
    </Box>
  );
}

function Column({ tab, address }: { tab: DueTab; address: ListAddress }) {
  const text = useText();
  const {
    page: _page,
    perPage: _perPage,
    ...query
  } = address.query('kind', 'criticism', 'unitId', 'cycleId');
  const { data, error } = useAnswer<TaskPage>('/tasks', { ...query, tab, page: 1, perPage: PER_COLUMN });
  const late = tab === 'overdue' && data !== undefined && data.total > 0;
  return (
    <Box
      component="section"
      aria-label={text(`resources.tasks.tabs.${tab}`)}
      sx={{ ...column, flex: { md: data?.total === 0 ? '0 0 120px' : '1 0 176px' } }}
    >
      <Typography
        variant="h3"
        component="h2"
        sx={{ px: 1.5, py: 1, color: late ? 'error.main' : 'text.primary' }}
      >
        {text(`resources.tasks.tabs.${tab}`)}{' '}
        <Box component="span" sx={{ color: 'text.secondary', fontWeight: 400 }}>
          {data?.total ?? ''}
        </Box>
      </Typography>
      {error ? <ProblemAlert problem={error} /> : null}
      {data?.total === 0 && (
        <Typography variant="caption" color="text.secondary" sx={{ display: 'block', px: 1.5, pb: 1 }}>
          {text('resources.tasks.groups.none')}
        </Typography>
      )}
      {!data && !error && <Skeleton variant="rounded" height={72} sx={{ mx: 1 }} />}
      <Box
        component="ul"
        sx={{
          listStyle: 'none',
          m: 0,
          p: 1,
          pt: 0,
          display: 'grid',
          gridTemplateColumns: 'minmax(0, 1fr)',
          gap: 1,
        }}
      >
        {data?.items.map((task) => (
          <Card key={task.id} task={task} />
        ))}
      </Box>
      {data && data.total > data.items.length && (
        <MuiLink component={Link} to={`/tasks?tab=${tab}`} sx={{ display: 'block', px: 1.5, pb: 1 }}>
          {text('resources.tasks.all', { count: data.total })}
        </MuiLink>
      )}
    </Box>
  );
}

function Card({ task }: { task: TaskItem }) {
  const language = useLanguage();
  return (
    <Box component="li">
      <Box component={Link} to={`/tasks/${task.id}/show`} sx={card}>
        <Box sx={clamped}>{task.title}</Box>
        <Typography component="div" variant="caption" color="text.secondary" sx={{ my: 0.5 }}>
          {nameIn(task.unit.names, language)}
          <br />
          <TaskDue task={task} />
        </Typography>
        <Box sx={chips}>
          <TaskState task={task} />
        </Box>
      </Box>
    </Box>
  );
}

/** A column without a task is narrow; on a phone they stand one below the other. */
const board = {
  display: 'flex',
  flexDirection: { xs: 'column', md: 'row' },
  alignItems: { md: 'flex-start' },
  gap: 1,
  overflowX: 'auto',
  pb: 1,
} as const;

const column = {
  border: 1,
  borderColor: 'divider',
  borderRadius: 1,
  bgcolor: 'action.hover',
  minWidth: 0,
} as const;

const card = {
  display: 'block',
  p: 1.25,
  color: 'inherit',
  textDecoration: 'none',
  bgcolor: 'background.paper',
  border: 1,
  borderColor: 'divider',
  borderRadius: 1,
  overflowWrap: 'anywhere',
  '&:hover': { borderColor: 'primary.main' },
} as const;

/** In a narrow column a long state takes two lines. */
const chips = {
  '& > span > span': { height: 'auto', minHeight: 22, whiteSpace: 'normal' },
} as const;

const clamped = {
  fontWeight: 500,
  display: '-webkit-box',
  WebkitBoxOrient: 'vertical',
  WebkitLineClamp: 3,
  overflow: 'hidden',
} as const;
