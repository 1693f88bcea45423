import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MuiLink from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import {
  describeError,
  formatDay,
  formatInstant,
  type ScheduleRun,
  type ScheduleView,
} from '@nhip/contracts';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router-dom';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { useMe } from '../../session/SessionContext.js';
import { EmptyState } from '../../shared/EmptyState.js';
import { Page } from '../../shared/Page.js';
import { PageTitle } from '../../shared/PageTitle.js';
import { ProblemAlert } from '../../shared/ProblemAlert.js';
import { Sheet } from '../../shared/Sheet.js';
import { StateChip } from '../../shared/StateChip.js';
import { describeRule } from './describe-rule.js';
import { ScheduleSteps, type ScheduleStep } from './ScheduleSteps.js';
import { useLiveAnswer } from './use-live-answer.js';

const ScheduleDialog = lazy(() => import('./ScheduleDialog.js'));

const looks = {
  waiting: { shape: 'half', tone: 'soon' },
  done: { shape: 'tick', tone: 'good' },
  failed: { shape: 'cross', tone: 'late' },
  'passed-over': { shape: 'ring', tone: 'quiet' },
} as const;

/** What happens by itself: how each schedule went last and when it runs next; changed, paused and resumed here. */
export default function SchedulesPage() {
  const text = useText();
  const { permissions } = useMe();
  const manages = permissions.includes('schedules.manage');
  const { data, error } = useLiveAnswer<{ readonly items: readonly ScheduleView[] }>('/schedules');
  const [edited, setEdited] = useState<ScheduleView | 'new'>();
  const [step, setStep] = useState<ScheduleStep>();
  return (
    <Page>
      <PageTitle
        title={text('resources.operations.schedules.title')}
        subtitle={text('resources.operations.schedules.purpose')}
      >
        <Button variant="outlined" component={Link} to="/operations">
          {text('resources.operations.name', { smart_count: 1 })}
        </Button>
        {manages && (
          <Button variant="contained" onClick={() => setEdited('new')}>
            {text('resources.operations.schedules.add')}
          </Button>
        )}
      </PageTitle>
      <ProblemAlert problem={error ?? undefined} />
      {data?.items.length === 0 && (
        <EmptyState
          title={text('resources.operations.schedules.empty')}
          hint={text('resources.operations.schedules.emptyHint')}
        />
      )}
      {data?.items.map((schedule) => (
        <Schedule
          key={schedule.id}
          schedule={schedule}
          {...(manages && { onEdit: () => setEdited(schedule), onStep: setStep })}
        />
      ))}
      <Suspense>
        {edited && (
          <ScheduleDialog
            {...(edited !== 'new' && { schedule: edited })}
            onClose={() => setEdited(undefined)}
          />
        )}
      </Suspense>
      {step && <ScheduleSteps step={step} onClose={() => setStep(undefined)} />}
    </Page>
  );
}

interface ScheduleProps {
  readonly schedule: ScheduleView;
  readonly onEdit?: () => void;
  readonly onStep?: (step: ScheduleStep) => void;
}

function Schedule({ schedule, onEdit, onStep }: ScheduleProps) {
  const text = useText();
  const language = useLanguage();
  const { kind, names, rule, next, runs, pausedAt } = schedule;
  return (
    <Sheet title={nameIn(names, language)}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, px: 2, py: 1.5 }}>
        <Box sx={{ flex: '1 1 320px', minWidth: 0 }}>
          <Typography>{text(`resources.operations.schedules.kinds.${kind}`)}</Typography>
          <Typography color="text.secondary">{describeRule(rule, text)}</Typography>
          {pausedAt === null ? (
            <Typography color="text.secondary">
              {text('resources.operations.schedules.next', {
                times: next.map(({ dueAt }) => formatInstant(dueAt)).join(' · '),
              })}
            </Typography>
          ) : (
            <Box sx={{ mt: 0.5 }}>
              <StateChip
                label={text('resources.operations.schedules.pausedSince', { at: formatInstant(pausedAt) })}
                shape="pause"
                tone="soon"
              />
            </Box>
          )}
        </Box>
        {onEdit && onStep && (
          <Box
            className="no-print"
            sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'flex-start' }}
          >
            <Button variant="outlined" onClick={onEdit}>
              {text('resources.operations.schedules.edit')}
            </Button>
            <Button
              variant="outlined"
              onClick={() => onStep({ schedule, step: pausedAt === null ? 'pause' : 'resume' })}
            >
              {text(`resources.operations.schedules.${pausedAt === null ? 'pause' : 'resume'}`)}
            </Button>
          </Box>
        )}
      </Box>
      <Box component="ul" aria-label={text('resources.operations.schedules.runs')} sx={list}>
        {runs.length === 0 && (
          <Box component="li" sx={{ ...row, color: 'text.secondary' }}>
            {text('resources.operations.schedules.noRuns')}
          </Box>
        )}
        {runs.map((run) => (
          <Run
            key={run.periodKey}
            run={run}
            {...(onStep && { onSettle: (one) => onStep({ schedule, step: one, periodKey: run.periodKey }) })}
          />
        ))}
      </Box>
    </Sheet>
  );
}

/** A period of one day is written as a day; 2022-Q4 and 2022-10 stand for themselves. */
const periodName = (key: string): string => (/^\d{4}-\d{2}-\d{2}$/.test(key) ? formatDay(key) : key);

interface RunProps {
  readonly run: ScheduleRun;
  readonly onSettle?: (step: 'retry' | 'skip') => void;
}

function Run({ run: { periodKey, dueAt, outcome, error, result }, onSettle }: RunProps) {
  const text = useText();
  const language = useLanguage();
  const cycleId = result?.['cycleId'];
  return (
    <Box component="li" sx={row}>
      <Box sx={{ flex: '1 1 240px', minWidth: 0 }}>
        {text('resources.operations.schedules.run', {
          period: periodName(periodKey),
          at: formatInstant(dueAt),
        })}
        {typeof cycleId === 'string' && (
          <>
            {' · '}
            <MuiLink component={Link} to={`/review-cycles/${cycleId}/show`}>
              {String(result?.['code'] ?? '')}
            </MuiLink>
          </>
        )}
        {typeof result?.['people'] === 'number' &&
          ` · ${text('resources.operations.schedules.people', { count: result['people'] })}`}
        {typeof result?.['overdue'] === 'number' &&
          ` · ${text('resources.operations.schedules.overdue', { count: result['overdue'] })}`}
        {error !== null && (
          <Box sx={{ color: 'error.main', fontSize: 13 }}>
            {describeError(error.code, error.params, language)}
          </Box>
        )}
      </Box>
      <StateChip label={text(`resources.operations.schedules.outcomes.${outcome}`)} {...looks[outcome]} />
      {outcome === 'failed' && onSettle && (
        <Box className="no-print" sx={{ display: 'flex', gap: 1 }}>
          <Button size="small" variant="outlined" onClick={() => onSettle('retry')}>
            {text('resources.operations.retry')}
          </Button>
          <Button size="small" onClick={() => onSettle('skip')}>
            {text('resources.operations.skip')}
          </Button>
        </Box>
      )}
    </Box>
  );
}

const list = { listStyle: 'none', m: 0, p: 0, borderTop: 1, borderColor: 'divider' } as const;
const row = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 1.5,
  px: 2,
  py: 1,
  '& + &': { borderTop: 1, borderColor: 'divider' },
} as const;
