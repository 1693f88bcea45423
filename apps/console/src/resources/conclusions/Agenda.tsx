import Box from '@mui/material/Box';
import MuiLink from '@mui/material/Link';
import type { AgendaView, WeakResult } from '@nhip/contracts';
import { Link, useParams } from 'react-router-dom';
import { LoadingPage } from '../../app/LoadingPage.js';
import { PageError } from '../../app/PageError.js';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { EmptyState } from '../../shared/EmptyState.js';
import { Page } from '../../shared/Page.js';
import { PageTitle } from '../../shared/PageTitle.js';
import { PrintHeader } from '../../shared/PrintHeader.js';
import { Sheet } from '../../shared/Sheet.js';
import { useAnswer } from '../../shared/use-answer.js';
import { OpenFindings, WeakUnits } from './CycleFigures.js';
import { RecommendationState } from '../recommendations/RecommendationState.js';
import { TaskDue } from '../tasks/TaskDue.js';
import { TaskState } from '../tasks/TaskState.js';

/** What the conference looks at: the cycle's weak results and findings, and what is still open from before. */
export default function Agenda() {
  const text = useText();
  const language = useLanguage();
  const { cycleId = '' } = useParams();
  const { data, error } = useAnswer<AgendaView>(`/review-cycles/${encodeURIComponent(cycleId)}/agenda`);
  const weak = useAnswer<{ readonly items: readonly WeakResult[] }>(
    `/review-cycles/${encodeURIComponent(cycleId)}/weak-results`,
  );
  if (error) return <PageError error={error} />;
  if (!data) return <LoadingPage />;
  const { previousCycle, tasks, recommendations } = data;
  return (
    <Page>
      <PageTitle
        title={text('resources.conclusions.agenda')}
        subtitle={
          previousCycle ? (
            <MuiLink component={Link} to={`/review-cycles/${previousCycle.id}/show`}>
              {text('resources.conclusions.fromCycle', { name: nameIn(previousCycle.names, language) })}
            </MuiLink>
          ) : (
            text('resources.conclusions.noPrevious')
          )
        }
      />
      <PrintHeader />
      <Sheet title={text('resources.conclusions.weakUnits')}>
        <WeakUnits weak={weak.data?.items} />
      </Sheet>
      <OpenFindings cycleId={cycleId} />
      {tasks.length + recommendations.length === 0 && (
        <Sheet>
          <EmptyState
            title={text('resources.conclusions.nothingLeft')}
            hint={text('resources.conclusions.nothingLeftHint')}
          />
        </Sheet>
      )}
      {tasks.length > 0 && (
        <Sheet title={text('resources.conclusions.openTasks', { count: tasks.length })}>
          {tasks.map((task) => (
            <Box key={task.id} sx={row}>
              <Box sx={{ flex: '1 1 260px', minWidth: 0 }}>
                <MuiLink component={Link} to={`/tasks/${task.id}/show`}>
                  {task.title}
                </MuiLink>
                <Box sx={{ color: 'text.secondary', fontSize: 13 }}>
                  {nameIn(task.unit.names, language)} · <TaskDue task={task} />
                </Box>
              </Box>
              <TaskState task={task} />
            </Box>
          ))}
        </Sheet>
      )}
      {recommendations.length > 0 && (
        <Sheet title={text('resources.conclusions.openRecommendations', { count: recommendations.length })}>
          {recommendations.map((one) => (
            <Box key={one.id} sx={row}>
              <Box sx={{ flex: '1 1 260px', minWidth: 0 }}>
                <MuiLink component={Link} to={`/recommendations/${one.id}/show`}>
                  {one.title}
                </MuiLink>
                <Box sx={{ color: 'text.secondary', fontSize: 13 }}>{one.addressee}</Box>
              </Box>
              <RecommendationState recommendation={one} />
            </Box>
          ))}
        </Sheet>
      )}
    </Page>
  );
}

const row = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 1,
  px: 2,
  py: 1,
  '& + &': { borderTop: 1, borderColor: 'divider' },
} as const;
