import Box from '@mui/material/Box';
import { taskKindNames, type CauseItem, type TaskView } from '@nhip/contracts';
import { useState } from 'react';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { useMe } from '../../session/SessionContext.js';
import { FieldList } from '../../shared/FieldList.js';
import { HistoryTimeline } from '../../shared/HistoryTimeline.js';
import { IllustrativeMark } from '../../shared/IllustrativeMark.js';
import { PageTitle } from '../../shared/PageTitle.js';
import { PrintHeader } from '../../shared/PrintHeader.js';
import { RecordPage } from '../../shared/RecordPage.js';
import { Sheet } from '../../shared/Sheet.js';
import { useAnswer } from '../../shared/use-answer.js';
import { EvidenceSheet } from '../../parts/evidence/EvidencePanel.js';
import { InstanceSection } from '../procedures/InstanceSection.js';
import { AnswerForm } from './AnswerForm.js';
import { ReportForm } from './ReportForm.js';
import { TaskChecks } from './TaskChecks.js';
import { TaskExtensions } from './TaskExtensions.js';
import { CouncilLadders } from '../supervisions/CouncilLadders.js';
import { TaskFacts } from './TaskFacts.js';
import { TaskLadder, TaskNotes } from './TaskLadder.js';
import { TaskParts } from './TaskParts.js';
import { TaskRounds } from './TaskRounds.js';
import { TaskState } from './TaskState.js';
import { TaskSteps } from './TaskSteps.js';
import { taskChanges } from './task-history.js';

export default function TaskShow() {
  return <RecordPage<TaskView> resource="tasks">{(task) => <Task task={task} />}</RecordPage>;
}

function Task({ task }: { task: TaskView }) {
  const language = useLanguage();
  const { permissions } = useMe();
  const [unsent, setUnsent] = useState(0);
  const may = (event: string) => task.actions.some((action) => action.event === event);
  const answers = may('prepare') || may('send');
  const open = task.status.official.startsWith('open') && task.state !== 'unanswered';
  const notes = task.kind !== 'explanation' && open && permissions.includes('tasks.carry-out');
  return (
    <>
      <PageTitle
        title={task.title}
        subtitle={
          <Box
            component="span"
            sx={{ display: 'inline-flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mt: 0.5 }}
          >
            {taskKindNames[task.kind][language]} · {nameIn(task.unit.names, language)}
            <TaskState task={task} />
            {task.illustrative && <IllustrativeMark />}
          </Box>
        }
      >
        <TaskSteps task={task} />
      </PageTitle>
      <PrintHeader />
      <InstanceSection id={task.id} />
      <Box sx={columns}>
        <Box sx={{ minWidth: 0 }}>
          <TaskFacts task={task} />
          {!answers && <Given task={task} />}
          <EvidenceSheet subjectKind="task" subjectId={task.id} onWaiting={setUnsent} />
          {answers && <AnswerForm task={task} unsent={unsent} />}
          <TaskExtensions task={task} />
          <TaskParts task={task} />
          {(notes || may('report-done')) && <ReportForm task={task} unsent={unsent} />}
        </Box>
        <Box sx={{ minWidth: 0 }}>
          <TaskChecks checks={task.checks} />
          <TaskRounds rounds={task.rounds} />
          <TaskNotes notes={task.notes} />
          <TaskLadder steps={task.steps} />
          {task.sourceKind === 'supervision' && task.sourceId !== null && (
            <CouncilLadders supervisionId={task.sourceId} recordId={task.id} />
          )}
          <HistoryTimeline subjectKind="task" subjectId={task.id} resource="tasks" changes={taskChanges} />
        </Box>
      </Box>
    </>
  );
}

/** The explanation as it was given. */
function Given({ task: { answer, kind } }: { task: TaskView }) {
  const text = useText();
  const language = useLanguage();
  const { data } = useAnswer<{ readonly items: readonly CauseItem[] }>(
    answer === null ? undefined : '/causes',
  );
  if (answer === null || answer.text === undefined) return null;
  const cause = (code: string) => {
    const known = data?.items.find((one) => one.code === code);
    return known ? nameIn(known.names, language) : code;
  };
  return (
    <Sheet title={text('resources.tasks.answer')}>
      <FieldList
        rows={[
          ...(answer.causes.length > 0
            ? [
                {
                  label: text('resources.tasks.fields.answer.causes'),
                  value: answer.causes.map(cause).join('; '),
                },
              ]
            : []),
          {
            label: text(
              kind === 'explanation' ? 'resources.tasks.fields.answer.text' : 'resources.tasks.reportGiven',
            ),
            value: <Box sx={{ whiteSpace: 'pre-line' }}>{answer.text}</Box>,
          },
          ...(answer.measures
            ? [
                {
                  label: text('resources.tasks.fields.answer.measures'),
                  value: <Box sx={{ whiteSpace: 'pre-line' }}>{answer.measures}</Box>,
                },
              ]
            : []),
        ]}
      />
    </Sheet>
  );
}

const columns = {
  display: 'grid',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 5fr) minmax(0, 3fr)' },
  columnGap: 2,
  alignItems: 'start',
} as const;
