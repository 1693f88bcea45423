import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Tab from '@mui/material/Tab';
import { dueTabs, taskKindNames, type TaskItem, type TaskPage } from '@nhip/contracts';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router-dom';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { useMe } from '../../session/SessionContext.js';
import { EmptyState } from '../../shared/EmptyState.js';
import { IllustrativeMark } from '../../shared/IllustrativeMark.js';
import { ListFrame } from '../../shared/ListFrame.js';
import { PhoneRow } from '../../shared/PhoneRow.js';
import type { Column } from '../../shared/column.js';
import { isBare, PagedTable } from '../../shared/PagedTable.js';
import { Sheet } from '../../shared/Sheet.js';
import { useAnswer } from '../../shared/use-answer.js';
import { useListAddress, type ListAddress } from '../../shared/use-list-address.js';
import { TabBar } from '../../shared/TabBar.js';
import { FeedButton } from '../../parts/task-feed/FeedButton.js';
import { TaskDue } from './TaskDue.js';
import { TaskFilters, viewOf } from './TaskFilters.js';
import { TaskState } from './TaskState.js';

const CriticiseDialog = lazy(() =>
  import('./CriticiseDialog.js').then((module) => ({ default: module.CriticiseDialog })),
);
const TaskGroups = lazy(() => import('./TaskGroups.js').then((module) => ({ default: module.TaskGroups })));
const TaskBoard = lazy(() => import('./TaskBoard.js').then((module) => ({ default: module.TaskBoard })));

const filters = [
  'tab',
  'kind',
  'criticism',
  'extension',
  'parentId',
  'open',
  'unitId',
  'cycleId',
  'sourceId',
  'state',
] as const;

export default function TaskList() {
  const text = useText();
  const address = useListAddress({ sort: 'dueOn' });
  const view = viewOf(address);
  const columns = useTaskColumns();
  const answer = useAnswer<TaskPage>('/tasks', {
    ...address.query(...filters),
    ...(address.filter('tab') === '' &&
      address.filter('criticism') === '' &&
      address.filter('state') === '' && { open: true }),
  });
  return (
    <ListFrame
      resource="tasks"
      actions={
        <>
          <Button component={Link} to="/tasks/statistics" variant="outlined">
            {text('resources.tasks.statistics.title')}
          </Button>
          <Decide address={address} tasks={answer.data?.items ?? []} />
          <FeedButton />
          {!(view === 'list' && isBare(answer, address, filters)) && <Assign />}
        </>
      }
    >
      <TaskFilters address={address} columns={columns} />
      {view === 'list' && <DueTabs address={address} counts={answer.data?.tabs} />}
      {view === 'list' ? (
        <List address={address} answer={answer} />
      ) : (
        <Suspense>
          {view === 'board' ? <TaskBoard address={address} /> : <TaskGroups address={address} by={view} />}
        </Suspense>
      )}
    </ListFrame>
  );
}

function DueTabs({ address, counts }: { address: ListAddress; counts: TaskPage['tabs'] | undefined }) {
  const text = useText();
  const tab = address.filter('tab');
  const open =
    counts && dueTabs.filter((name) => name !== 'done').reduce((sum, name) => sum + counts[name], 0);
  const label = (name: string, count: number | undefined) =>
    count === undefined ? name : `${name} (${count})`;
  return (
    <TabBar
      className="no-print"
      value={(dueTabs as readonly string[]).includes(tab) ? tab : 'all'}
      onChange={(_event, chosen: string) => address.set({ tab: chosen === 'all' ? '' : chosen })}
      aria-label={text('resources.tasks.byDueDate')}
      sx={{ mb: 1 }}
    >
      <Tab value="all" label={label(text('resources.tasks.tabs.all'), open)} />
      {dueTabs.map((name) => (
        <Tab key={name} value={name} label={label(text(`resources.tasks.tabs.${name}`), counts?.[name])} />
      ))}
    </TabBar>
  );
}

function useTaskColumns(): readonly Column<TaskItem>[] {
  const text = useText();
  const language = useLanguage();
  return [
    {
      name: 'title',
      label: text('resources.tasks.fields.title'),
      sortable: true,
      link: true,
      render: ({ title }) => title,
      renderAside: ({ illustrative }) => illustrative && <IllustrativeMark />,
    },
    {
      name: 'kind',
      label: text('resources.tasks.fields.kind'),
      wideOnly: true,
      render: (task) => taskKindNames[task.kind][language],
    },
    {
      name: 'unit',
      label: text('resources.tasks.fields.unit'),
      sortable: true,
      render: (task) => nameIn(task.unit.names, language),
    },
    {
      name: 'dueOn',
      label: text('resources.tasks.fields.dueOn'),
      sortable: true,
      render: (task) => <TaskDue task={task} headed />,
    },
    {
      name: 'state',
      label: text('resources.tasks.fields.state'),
      sortable: true,
      render: (task) => <TaskState task={task} />,
    },
  ];
}

function List({ address, answer }: { address: ListAddress; answer: ReturnType<typeof useAnswer<TaskPage>> }) {
  const text = useText();
  const language = useLanguage();
  const to = ({ id }: TaskItem) => `/tasks/${id}/show`;
  const reader = useMe().permissions.includes('tasks.assign') ? 'assigner' : 'unit';
  return (
    <Sheet>
      <PagedTable
        name="tasks"
        columns={useTaskColumns()}
        answer={answer}
        address={address}
        keyOf={({ id }) => id}
        opens={to}
        filters={filters}
        renderPhone={(task) => (
          <PhoneRow
            primary={task.title}
            secondary={
              <>
                <div>{nameIn(task.unit.names, language)}</div>
                <div>
                  <TaskDue task={task} />
                </div>
                <Box sx={{ mt: 0.5 }}>
                  <TaskState task={task} />
                </Box>
              </>
            }
          />
        )}
        empty={
          <EmptyState
            title={text('resources.tasks.empty')}
            hint={text(`resources.tasks.emptyHint.${reader}`)}
          >
            <Assign />
          </EmptyState>
        }
      />
    </Sheet>
  );
}

/** A task of its own, without a conclusion behind it. */
function Assign() {
  const text = useText();
  if (!useMe().permissions.includes('tasks.assign')) return null;
  return (
    <Button component={Link} to="/tasks/create" variant="contained">
      {text('resources.tasks.create')}
    </Button>
  );
}

/** The committee decides on everything marked at once, where only that is shown. */
function Decide({ address, tasks }: { address: ListAddress; tasks: readonly TaskItem[] }) {
  const text = useText();
  const [open, setOpen] = useState(false);
  const permitted = useMe().permissions.includes('tasks.criticise');
  const marked = tasks.filter(({ criticism }) => criticism === 'marked');
  if (!permitted || address.filter('criticism') !== 'marked' || marked.length === 0) return null;
  return (
    <>
      <Button variant="outlined" onClick={() => setOpen(true)}>
        {text('resources.tasks.decide', { count: marked.length })}
      </Button>
      <Suspense>{open && <CriticiseDialog tasks={marked} onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}
