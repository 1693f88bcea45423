import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MuiLink from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { formatDay, type SupervisionView, type TaskItem, type TaskPage } from '@nhip/contracts';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { EmptyState } from '../../shared/EmptyState.js';
import { FieldList } from '../../shared/FieldList.js';
import { HistoryTimeline } from '../../shared/HistoryTimeline.js';
import { IllustrativeMark } from '../../shared/IllustrativeMark.js';
import { PageTitle } from '../../shared/PageTitle.js';
import { PrintHeader } from '../../shared/PrintHeader.js';
import { RecordPage } from '../../shared/RecordPage.js';
import { Sheet } from '../../shared/Sheet.js';
import { useAnswer } from '../../shared/use-answer.js';
import { useListAddress } from '../../shared/use-list-address.js';
import { RecommendationTable } from '../recommendations/RecommendationTable.js';
import { TaskDue } from '../tasks/TaskDue.js';
import { TaskState } from '../tasks/TaskState.js';
import { taskChanges } from '../tasks/task-history.js';
import { CouncilLadders } from './CouncilLadders.js';
import { FollowUpDialog, type FollowUp } from './FollowUpDialogs.js';
import { SupervisionState } from './SupervisionState.js';

export default function SupervisionShow() {
  return (
    <RecordPage<SupervisionView> resource="supervisions">
      {(supervision) => <Supervision supervision={supervision} />}
    </RecordPage>
  );
}

function Supervision({ supervision }: { supervision: SupervisionView }) {
  const text = useText();
  const language = useLanguage();
  const { id, units, figures, summary, flags } = supervision;
  return (
    <>
      <PageTitle
        title={supervision.title}
        subtitle={
          <Box component="span" sx={{ display: 'inline-flex', flexWrap: 'wrap', gap: 1, mt: 0.5 }}>
            {units.map(({ names }) => nameIn(names, language)).join(', ')}
            <SupervisionState supervision={supervision} />
            {supervision.illustrative && <IllustrativeMark />}
          </Box>
        }
      >
        <Steps supervision={supervision} />
      </PageTitle>
      <PrintHeader />
      {flags.includes('PERIOD_FUTURE') && (
        <Alert severity="warning" variant="outlined" sx={{ mb: 2 }}>
          {text('resources.supervisions.periodFuture')}
        </Alert>
      )}
      <Sheet>
        <FieldList rows={facts(supervision, text)} />
      </Sheet>
      {figures.length > 0 && (
        <Sheet title={text('resources.supervisions.figures')}>
          <Box component="ol" sx={{ m: 0, pl: 4.5, pr: 2, py: 1 }}>
            {figures.map((figure) => (
              <Box component="li" key={figure.text} sx={{ py: 0.25 }}>
                {figure.text}
                {figure.citation !== null && (
                  <Typography component="div" variant="caption" color="text.secondary">
                    {figure.citation}
                  </Typography>
                )}
              </Box>
            ))}
          </Box>
        </Sheet>
      )}
      {summary !== '' && (
        <Sheet title={text('resources.supervisions.fields.summary')}>
          <Typography sx={{ px: 2, py: 1.5, whiteSpace: 'pre-line' }}>{summary}</Typography>
        </Sheet>
      )}
      <Tasks supervision={supervision} />
      <Recommendations supervisionId={id} />
      <CouncilLadders supervisionId={id} />
      <HistoryTimeline
        subjectKind="supervision"
        subjectId={id}
        resource="supervisions"
        changes={taskChanges}
      />
    </>
  );
}

function facts(supervision: SupervisionView, text: ReturnType<typeof useText>) {
  const {
    number,
    chair,
    chairPosition,
    heldOn,
    place,
    periodStart,
    periodEnd,
    members,
    presentedOn,
    presentedTo,
  } = supervision;
  const row = (
    name: 'number' | 'chair' | 'heldOn' | 'period' | 'members' | 'presentedTo',
    value: string,
  ) => ({
    label: text(`resources.supervisions.fields.${name}`),
    value,
  });
  return [
    ...(number === null ? [] : [row('number', number)]),
    row('heldOn', [formatDay(heldOn), place].filter(Boolean).join(' · ')),
    row('period', `${formatDay(periodStart)} – ${formatDay(periodEnd)}`),
    row('chair', [chair, chairPosition].filter(Boolean).join(' · ') || '–'),
    row('members', members.map(({ name }) => name).join(', ') || '–'),
    ...(presentedTo === null
      ? []
      : [
          row(
            'presentedTo',
            [presentedTo, presentedOn && formatDay(presentedOn)].filter(Boolean).join(' · '),
          ),
        ]),
  ];
}

/** Only the team of an open supervision; everybody else reads. */
function Steps({ supervision }: { supervision: SupervisionView }) {
  const text = useText();
  const [open, setOpen] = useState<FollowUp>();
  if (!supervision.own || supervision.state !== 'open') return null;
  return (
    <>
      <Button variant="outlined" onClick={() => setOpen('reports')}>
        {text('resources.supervisions.dialogs.reports.title')}
      </Button>
      <Button variant="contained" onClick={() => setOpen('requirement')}>
        {text('resources.supervisions.dialogs.requirement.title')}
      </Button>
      <Button variant="outlined" onClick={() => setOpen('recommendation')}>
        {text('resources.supervisions.dialogs.recommendation.title')}
      </Button>
      <Button variant="outlined" onClick={() => setOpen('present')}>
        {text('resources.supervisions.dialogs.present.title')}
      </Button>
      <Button component={Link} to={`/supervisions/${supervision.id}`} variant="outlined">
        {text('resources.supervisions.edit')}
      </Button>
      {open && <FollowUpDialog supervision={supervision} what={open} onClose={() => setOpen(undefined)} />}
    </>
  );
}

/** The reports asked for, and below them what is required: all of them tasks of the units. */
function Tasks({ supervision: { id, reports, reportTasks } }: { supervision: SupervisionView }) {
  const text = useText();
  const { data } = useAnswer<TaskPage>('/tasks', { sourceId: id, perPage: 200, sort: 'dueOn' });
  if (data === undefined) return null;
  const asked = data.items.filter((task) => reportTasks.includes(task.id));
  const required = data.items.filter((task) => !reportTasks.includes(task.id));
  return (
    <>
      {asked.length > 0 && (
        <Sheet title={text('resources.supervisions.reportsReceived', reports)}>
          {asked.map((task) => (
            <TaskLine key={task.id} task={task} />
          ))}
        </Sheet>
      )}
      <Sheet title={text('resources.supervisions.requirementsDown')}>
        {required.length === 0 && (
          <EmptyState
            title={text('resources.supervisions.noRequirements')}
            hint={text('resources.supervisions.noRequirementsHint')}
          />
        )}
        {required.map((task) => (
          <TaskLine key={task.id} task={task} />
        ))}
      </Sheet>
    </>
  );
}

function TaskLine({ task }: { task: TaskItem }) {
  const language = useLanguage();
  return (
    <Box sx={line}>
      <Box sx={{ flex: '1 1 260px', minWidth: 0 }}>
        <MuiLink component={Link} to={`/tasks/${task.id}/show`}>
          {task.title}
        </MuiLink>
        {task.illustrative && <IllustrativeMark />}
        <Box sx={{ color: 'text.secondary', fontSize: 13 }}>
          {nameIn(task.unit.names, language)} · <TaskDue task={task} />
        </Box>
      </Box>
      <TaskState task={task} />
    </Box>
  );
}

function Recommendations({ supervisionId }: { supervisionId: string }) {
  const text = useText();
  const address = useListAddress();
  return (
    <Sheet title={text('resources.supervisions.recommendationsUp')}>
      <RecommendationTable
        address={address}
        query={{ ...address.query(), supervisionId }}
        filters={[]}
        empty={
          <EmptyState
            title={text('resources.supervisions.noRecommendations')}
            hint={text('resources.supervisions.noRecommendationsHint')}
          />
        }
      />
    </Sheet>
  );
}

const line = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 1,
  px: 2,
  py: 1,
  '& + &': { borderTop: 1, borderColor: 'divider' },
} as const;
