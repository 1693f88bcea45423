import Button from '@mui/material/Button';
import Box from '@mui/material/Box';
import MuiLink from '@mui/material/Link';
import { formatDay, type ConclusionListItem, type Page, type ReviewCycleView } from '@nhip/contracts';
import { Link } from 'react-router-dom';
import { useText } from '../../i18n/use-text.js';
import { useMe } from '../../session/SessionContext.js';
import { EmptyState } from '../../shared/EmptyState.js';
import { IllustrativeMark } from '../../shared/IllustrativeMark.js';
import { PhoneRow } from '../../shared/PhoneRow.js';
import type { Column } from '../../shared/column.js';
import { PagedTable } from '../../shared/PagedTable.js';
import { Sheet } from '../../shared/Sheet.js';
import { StateChip } from '../../shared/StateChip.js';
import { useAnswer } from '../../shared/use-answer.js';
import { useListAddress } from '../../shared/use-list-address.js';

const looks = {
  draft: { shape: 'ring', tone: 'quiet' },
  issued: { shape: 'tick', tone: 'good' },
  discarded: { shape: 'cross', tone: 'quiet' },
} as const;

/** The conclusions of the cycle and what has become of their tasks. */
export function CycleConclusions({ cycle }: { cycle: ReviewCycleView }) {
  const text = useText();
  const permitted = useMe().permissions.includes('follow-ups.draft');
  const address = useListAddress();
  const answer = useAnswer<Page<ConclusionListItem>>('/conclusions', {
    ...address.query(),
    cycleId: cycle.id,
  });
  const label = (name: 'title' | 'number' | 'heldOn' | 'state' | 'tasks') =>
    text(`resources.review-cycles.fields.${name}`);
  const to = ({ id }: ConclusionListItem) => `/conclusions/${id}/show`;
  const state = (item: ConclusionListItem) => (
    <StateChip
      label={text(`resources.review-cycles.conclusionStates.${item.state}`)}
      {...looks[item.state]}
    />
  );
  const tasks = ({ tasks: { total, doneOnTime, doneLate, openOverdue } }: ConclusionListItem) =>
    total === 0
      ? '–'
      : text('resources.review-cycles.tasksDone', { done: doneOnTime + doneLate, total }) +
        (openOverdue > 0 ? ` · ${text('resources.review-cycles.tasksOverdue', { count: openOverdue })}` : '');
  const columns: readonly Column<ConclusionListItem>[] = [
    {
      name: 'title',
      label: label('title'),
      render: (item) => (
        <>
          <MuiLink component={Link} to={to(item)}>
            {item.title}
          </MuiLink>
          {item.illustrative && <IllustrativeMark />}
        </>
      ),
    },
    { name: 'number', label: label('number'), render: ({ number }) => number ?? '–' },
    { name: 'heldOn', label: label('heldOn'), render: ({ heldOn }) => formatDay(heldOn) },
    { name: 'state', label: label('state'), render: state },
    { name: 'tasks', label: label('tasks'), render: tasks },
  ];
  const write = permitted && (
    <Button component={Link} to={`/conclusions/create?cycleId=${cycle.id}`} variant="outlined">
      {text('resources.review-cycles.writeConclusion')}
    </Button>
  );
  return (
    <>
      {answer.data !== undefined && answer.data.total > 0 && (
        <Box className="no-print" sx={{ mb: 1.5, display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          {write}
          <Button component={Link} to={`/conclusions/cycles/${cycle.id}/explanations`}>
            {text('resources.conclusions.explanations')}
          </Button>
        </Box>
      )}
      <Sheet>
        <PagedTable
          columns={columns}
          answer={answer}
          address={address}
          keyOf={({ id }) => id}
          opens={to}
          renderPhone={(item) => (
            <PhoneRow
              primary={item.title}
              secondary={`${item.number ?? ''} ${formatDay(item.heldOn)} · ${tasks(item)}`}
              end={state(item)}
            />
          )}
          empty={
            <EmptyState
              title={text('resources.review-cycles.noConclusions')}
              hint={text('resources.review-cycles.noConclusionsHint')}
            >
              {write}
            </EmptyState>
          }
        />
      </Sheet>
    </>
  );
}
