import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import {
  formatInstant,
  type CalendarChangeInput,
  type CalendarYear,
  type DaysOffRead,
} from '@nhip/contracts';
import { lazy, Suspense, useState } from 'react';
import { Link, useSearchParams } from 'react-router-dom';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { useMe, useSession } from '../../session/SessionContext.js';
import { EmptyState } from '../../shared/EmptyState.js';
import { FileButton } from '../../shared/FileButton.js';
import { HistoryTimeline } from '../../shared/HistoryTimeline.js';
import { Page } from '../../shared/Page.js';
import { PageTitle } from '../../shared/PageTitle.js';
import { PrintHeader } from '../../shared/PrintHeader.js';
import { ProblemAlert } from '../../shared/ProblemAlert.js';
import { Sheet } from '../../shared/Sheet.js';
import { useAnswer } from '../../shared/use-answer.js';
import { calendarChanges } from './calendar-history.js';
import { DaysTable } from './DaysTable.js';
import { YearGrid } from './YearGrid.js';

const DayDialog = lazy(() => import('./DayDialog.js'));
const ChangeDialog = lazy(() => import('./ChangeDialog.js'));

type Day = CalendarYear['days'][number];

/** The year it is in the administration's zone: of `17/10/2022 08:00`. */
const yearOf = (now: string): number => Number(formatInstant(now).slice(6, 10));

/** The calendar of a year: which days are off and by what document; administrators change it. */
export default function CalendarPage() {
  const text = useText();
  const session = useSession();
  const language = useLanguage();
  const { now, permissions, current } = useMe();
  const manages = permissions.includes('calendar.manage');
  const [params] = useSearchParams();
  const asked = Number(params.get('year'));
  const year = Number.isInteger(asked) && asked >= 1976 && asked <= 2099 ? asked : yearOf(now);
  const { data, error } = useAnswer<CalendarYear>(`/calendar/years/${year}`);
  const [edited, setEdited] = useState<Day | 'new'>();
  const [change, setChange] = useState<CalendarChangeInput>();
  const [problem, setProblem] = useState<unknown>();

  const read = async (file: File) => {
    setProblem(undefined);
    try {
      const body = { csv: await file.text() };
      const { days } = await session.api.send<DaysOffRead>({
        method: 'POST',
        path: '/calendar/read-file',
        body,
      });
      setChange({ days, removed: [] });
    } catch (refused) {
      setProblem(refused);
    }
  };

  return (
    <Page>
      <PageTitle
        title={`${text('resources.calendar.name', { smart_count: 1 })} ${year}`}
        subtitle={text('resources.calendar.purpose')}
      >
        <Button component={Link} to={`/calendar?year=${year - 1}`}>
          ‹ {year - 1}
        </Button>
        <Button component={Link} to={`/calendar?year=${year + 1}`}>
          {year + 1} ›
        </Button>
        {manages && (
          <>
            <FileButton
              label={text('resources.calendar.import')}
              title={text('resources.calendar.importHelp')}
              accept=".csv"
              variant="outlined"
              onChosen={(file) => void read(file)}
            />
            <Button variant="contained" onClick={() => setEdited('new')}>
              {text('resources.calendar.add')}
            </Button>
          </>
        )}
      </PageTitle>
      <PrintHeader />
      <ProblemAlert problem={problem ?? error ?? undefined} />
      {data && (
        <>
          <Summary calendar={data} />
          <Sheet title={text('resources.calendar.months')}>
            <YearGrid calendar={data} />
          </Sheet>
          <Sheet title={text('resources.calendar.days')}>
            {data.days.length === 0 ? (
              <EmptyState
                title={text('resources.calendar.empty')}
                hint={text('resources.calendar.emptyHint')}
              />
            ) : (
              <DaysTable days={data.days} {...(manages && { edit: setEdited })} />
            )}
          </Sheet>
          <HistoryTimeline
            subjectKind="calendar"
            subjectId={current.administration.id}
            resource="calendar"
            changes={(item) => calendarChanges(item, language, text('resources.calendar.takeBack'))}
          />
        </>
      )}
      <Suspense>
        {edited && (
          <DayDialog
            {...(edited !== 'new' && { day: edited })}
            onChosen={setChange}
            onClose={() => setEdited(undefined)}
          />
        )}
        {change && data && (
          <ChangeDialog change={change} revision={data.revision} onClose={() => setChange(undefined)} />
        )}
      </Suspense>
    </Page>
  );
}

function Summary({ calendar: { provisional, statutoryDays, workingDays } }: { calendar: CalendarYear }) {
  const text = useText();
  const differs = statutoryDays !== 11;
  return (
    <Box sx={{ mb: 2, display: 'flex', flexDirection: 'column', gap: 1 }}>
      <span>
        {text('resources.calendar.working', { count: workingDays })} ·{' '}
        {text('resources.calendar.statutory', { count: statutoryDays })}
      </span>
      {provisional && (
        <Alert severity="warning" variant="outlined">
          {text('resources.calendar.provisional')}
        </Alert>
      )}
      {differs && (
        <Alert severity="warning" variant="outlined">
          {text('resources.calendar.statutoryDiffers', { count: statutoryDays })}
        </Alert>
      )}
    </Box>
  );
}
