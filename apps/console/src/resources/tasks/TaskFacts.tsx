import Box from '@mui/material/Box';
import MuiLink from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import {
  describeDeadline,
  formatDay,
  formatDecimal,
  type ExplainedResult,
  type TaskView,
} from '@nhip/contracts';
import { Link } from 'react-router-dom';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { FieldList, type FieldRow } from '../../shared/FieldList.js';
import { Sheet } from '../../shared/Sheet.js';
import { EXCLUSIVE, excludesItsDay, weekday } from './deadline-input.js';
import { TaskDue } from './TaskDue.js';
import { Relative } from './TaskParts.js';

/** What is asked of whom, until when and why until then. */
export function TaskFacts({ task }: { task: TaskView }) {
  const text = useText();
  const language = useLanguage();
  const moved = task.originalDueOn !== null && task.originalDueOn !== task.dueOn;
  const field = (name: Parameters<typeof fieldKey>[0]) => text(fieldKey(name));
  const rows: (FieldRow | false)[] = [
    { label: field('unit'), value: nameIn(task.unit.names, language) },
    task.coUnits.length > 0 && {
      label: field('coUnits'),
      value: task.coUnits.map(({ names }) => nameIn(names, language)).join(', '),
    },
    task.body !== '' && {
      label: field('body'),
      value: <Box sx={{ whiteSpace: 'pre-line' }}>{task.body}</Box>,
    },
    task.product !== null && { label: field('product'), value: task.product },
    task.responsibility !== null && { label: field('responsibility'), value: task.responsibility },
    { label: field('dueOn'), value: <Deadline task={task} /> },
    moved && {
      label: field('originalDueOn'),
      value: `${formatDay(task.originalDueOn ?? '')}${task.extended > 0 ? ` · ${text('resources.tasks.extension.times', { count: task.extended })}` : ''}`,
    },
    // Without a deadline the next check stands in its place.
    task.dueOn !== null &&
      task.nextCheckOn !== null && { label: field('nextCheckOn'), value: formatDay(task.nextCheckOn) },
    { label: field('source'), value: <Source task={task} /> },
    task.parent !== null && { label: field('parent'), value: <Relative task={task.parent} /> },
    ...linksOf(task).map(({ name, to }) => ({
      label: field(name),
      value: (
        <MuiLink component={Link} to={to}>
          {text(`resources.tasks.links.${name}`, { count: task.findings.length })}
        </MuiLink>
      ),
    })),
  ];
  return (
    <Sheet>
      <FieldList rows={rows.filter((row) => row !== false)} />
      {task.explains.length > 0 && <Explains results={task.explains} />}
    </Sheet>
  );
}

const fieldKey = (
  name:
    | 'unit'
    | 'coUnits'
    | 'body'
    | 'product'
    | 'responsibility'
    | 'dueOn'
    | 'originalDueOn'
    | 'nextCheckOn'
    | 'source'
    | 'parent'
    | 'findings'
    | 'scores',
) => `resources.tasks.fields.${name}` as const;

/** The records a task is about, beside the conclusion it stems from. */
function linksOf({ findings, cycleId, unit, indicators }: TaskView) {
  return [
    ...(findings.length > 0 && cycleId !== null
      ? [{ name: 'findings' as const, to: `/findings?cycleId=${cycleId}&unitId=${unit.id}` }]
      : []),
    ...(indicators.length > 0 && cycleId !== null
      ? [{ name: 'scores' as const, to: `/scores/${cycleId}/units/${unit.id}#${indicators[0] ?? ''}` }]
      : []),
  ];
}

/** The words of the document → the day → the rule by which it was read. */
function Deadline({ task }: { task: TaskView }) {
  const text = useText();
  const language = useLanguage();
  const { phrase, reading, dueOn } = task;
  return (
    <>
      <TaskDue task={task} headed />
      {dueOn !== null && `, ${weekday(dueOn, language)}`}
      {phrase !== null && (
        <Box sx={{ fontSize: 13, color: 'text.secondary' }}>
          {text('resources.tasks.asWritten', { phrase })}
          {reading?.override
            ? ` · ${text(task.extended > 0 ? 'resources.tasks.extension.byExtension' : 'resources.tasks.deadline.byHand')}${reading.override.reason === null ? '' : `: ${reading.override.reason}`}`
            : reading &&
              (excludesItsDay(reading)
                ? `, ${text('resources.tasks.excluded')}`
                : ` · ${text('resources.tasks.why')} ${describeDeadline(reading.rule, language)}`)}
        </Box>
      )}
      {reading?.override === undefined &&
        reading?.warnings
          .filter((warning) => warning.code !== EXCLUSIVE)
          .map((warning) => (
            <Box key={warning.code} sx={{ fontSize: 13, color: 'text.secondary' }}>
              {describeDeadline(warning, language)}
            </Box>
          ))}
    </>
  );
}

function Source({ task }: { task: TaskView }) {
  const text = useText();
  const { sourceKind, sourceId, conclusion } = task;
  if (conclusion !== null)
    return (
      <>
        <MuiLink component={Link} to={`/conclusions/${conclusion.id}/show`}>
          {conclusion.title}
        </MuiLink>
        <Box sx={{ fontSize: 13, color: 'text.secondary' }}>
          {conclusion.number === null
            ? text('resources.tasks.ofItem', { item: conclusion.item, day: formatDay(conclusion.heldOn) })
            : text('resources.tasks.ofNumberedItem', {
                item: conclusion.item,
                number: conclusion.number,
                day: formatDay(conclusion.heldOn),
              })}
        </Box>
      </>
    );
  const words = text(`resources.tasks.sources.${sourceKind}`);
  if (sourceKind !== 'supervision' || sourceId === null) return words;
  return (
    <MuiLink component={Link} to={`/supervisions/${sourceId}/show`}>
      {words}
    </MuiLink>
  );
}

/** Results under a threshold as they stood when the explanation was asked for. */
export function Explains({ results }: { results: readonly ExplainedResult[] }) {
  const text = useText();
  const language = useLanguage();
  const measured = (value: string, { measure }: ExplainedResult) => (
    <>
      {formatDecimal(value, language)}{' '}
      <Box component="span" sx={{ display: { xs: 'block', sm: 'inline' }, fontWeight: 400, fontSize: 13 }}>
        {nameIn(measure, language)}
      </Box>
    </>
  );
  return (
    <Box sx={{ overflowX: 'auto', borderTop: 1, borderColor: 'divider' }}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{text('resources.tasks.explains.indicator')}</TableCell>
            <TableCell align="right">{text('resources.tasks.explains.value')}</TableCell>
            <TableCell align="right">{text('resources.tasks.explains.threshold')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {results.map((result) => (
            <TableRow key={`${result.indicator} ${result.limit}`}>
              <TableCell>{nameIn(result.indicatorNames, language)}</TableCell>
              <TableCell align="right" sx={{ fontWeight: 600, color: 'error.main' }}>
                {measured(result.shownValue, result)}
              </TableCell>
              <TableCell align="right">{measured(result.limit, result)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}
