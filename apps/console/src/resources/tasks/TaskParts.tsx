import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MuiLink from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { formatDay, type TaskRelative, type TaskView } from '@nhip/contracts';
import { Link } from 'react-router-dom';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { useMe } from '../../session/SessionContext.js';
import { Sheet } from '../../shared/Sheet.js';

/** The parts a task is split into, none of them due after it. */
export function TaskParts({ task }: { task: TaskView }) {
  const text = useText();
  const { permissions } = useMe();
  const open = task.status.official.startsWith('open') && task.state !== 'unanswered';
  const maySplit = open && task.kind === 'directive' && permissions.includes('tasks.assign');
  if (task.children.length === 0 && !maySplit) return null;
  const ended = task.children.filter((child) => child.ended).length;
  return (
    <Sheet
      title={
        task.children.length === 0
          ? text('resources.tasks.parts')
          : text('resources.tasks.partsDone', { done: ended, all: task.children.length })
      }
    >
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {task.children.map((child) => (
          <Box component="li" key={child.id} sx={row}>
            <Relative task={child} />
          </Box>
        ))}
      </Box>
      {maySplit && (
        <Box className="no-print" sx={{ px: 2, py: 1.5 }}>
          <Button component={Link} to={`/tasks/create?parentId=${task.id}`} variant="outlined">
            {text('resources.tasks.createPart')}
          </Button>
        </Box>
      )}
    </Sheet>
  );
}

/** Another task in a line: its title, whose it is, until when and how it stands. */
export function Relative({ task }: { task: TaskRelative }) {
  const text = useText();
  const language = useLanguage();
  return (
    <>
      <MuiLink component={Link} to={`/tasks/${task.id}/show`}>
        {task.title}
      </MuiLink>
      <Typography color="text.secondary" sx={{ fontSize: 13 }}>
        {nameIn(task.unit.names, language)} ·{' '}
        {task.dueOn === null ? text('resources.tasks.noDeadline') : formatDay(task.dueOn)} ·{' '}
        {nameIn(task.stateNames, language)}
      </Typography>
    </>
  );
}

const row = { px: 2, py: 1, '& + &': { borderTop: 1, borderColor: 'divider' } } as const;
