import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import type { OverviewCard, OverviewTile, OverviewView, RoleName } from '@nhip/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router-dom';
import { useLanguage, useText } from '../i18n/use-text.js';
import { StageStrip } from '../resources/review-cycles/StageStrip.js';
import { UnreadNotices } from '../resources/notices/UnreadNotices.js';
import { nameIn } from '../session/language.js';
import { useMe, useSession } from '../session/SessionContext.js';
import { EmptyState } from '../shared/EmptyState.js';
import { IllustrativeMark } from '../shared/IllustrativeMark.js';
import { Page } from '../shared/Page.js';
import { PageTitle } from '../shared/PageTitle.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { Sheet } from '../shared/Sheet.js';
import { Card } from './Card.js';
import { Checks } from './Checks.js';
import { FirstSteps } from './FirstSteps.js';
import { Results } from './Results.js';
import { Tiles } from './Tiles.js';

const REFRESH_MS = 60_000;

/** What must I do now? First what waits, the most pressing at the top; beside it what is worth knowing. */
export default function Home() {
  const text = useText();
  const { account, current } = useMe();
  const session = useSession();
  const { data, error, refetch } = useQuery({
    queryKey: ['overview', current.assignmentId],
    queryFn: ({ signal }) => session.api.send<OverviewView>({ path: '/overview', signal }),
    refetchInterval: REFRESH_MS,
  });
  return (
    <Page>
      <PageTitle
        title={text('home.greeting', { name: account.fullName })}
        subtitle={text(`home.purpose.${current.role}`)}
      />
      {error && (
        <>
          <ProblemAlert problem={error} />
          <Button onClick={() => void refetch()}>{text('shell.problem.retry')}</Button>
        </>
      )}
      {data ? <Contents overview={data} /> : !error && <Outline />}
    </Page>
  );
}

/** What is worth knowing, and asks for nothing: it does not stand in for what must be done now. */
const toRead = new Set<OverviewCard['kind']>(['launches', 'recent-actions']);

/** Directives by the four official classes. */
const byClass = new Set<OverviewTile['kind']>(['open-in-time', 'open-overdue', 'done-on-time', 'done-late']);

function Contents({ overview }: { overview: OverviewView }) {
  const text = useText();
  const { cycles, tiles, cards, results, checks } = overview;
  const work = cards.filter(({ kind }) => !toRead.has(kind));
  return (
    <>
      {cycles.map((cycle) => (
        <Cycle key={cycle.id} cycle={cycle} />
      ))}
      <Tiles tiles={tiles.filter(({ kind }) => !byClass.has(kind))} />
      {tiles.some(({ kind }) => byClass.has(kind)) && (
        <Typography variant="h2" sx={{ mb: 0.75 }}>
          {text('home.directives')}
        </Typography>
      )}
      <Tiles tiles={tiles.filter(({ kind }) => byClass.has(kind))} />
      <Box sx={columns}>
        <Box sx={{ minWidth: 0 }}>
          {overview.role === 'administrator' && <FirstSteps />}
          {work.map((card, index) => (
            <Card key={card.kind} card={card} first={index === 0} />
          ))}
          {work.length === 0 && checks.length === 0 && <Nothing role={overview.role} />}
          {cards
            .filter(({ kind }) => toRead.has(kind))
            .map((card) => (
              <Card key={card.kind} card={card} first={false} />
            ))}
          <Checks checks={checks} />
        </Box>
        <Box sx={{ minWidth: 0 }}>
          <Results results={results} />
          <Sheet title={text('home.notices')}>
            <UnreadNotices
              empty={
                <Typography color="text.secondary" sx={{ px: 2, py: 1.5 }}>
                  {text('home.noNotices')}
                </Typography>
              }
            />
          </Sheet>
        </Box>
      </Box>
    </>
  );
}

function Cycle({ cycle }: { cycle: OverviewView['cycles'][number] }) {
  const language = useLanguage();
  return (
    <Box component="section" aria-label={nameIn(cycle.names, language)}>
      <Typography variant="h2" sx={{ mb: 0.75 }}>
        <Box component={Link} to={`/review-cycles/${cycle.id}/show`} sx={quietLink}>
          {nameIn(cycle.names, language)}
        </Box>
        {cycle.illustrative && <IllustrativeMark />}
      </Typography>
      <StageStrip stages={cycle.stages} />
    </Box>
  );
}

const next: Readonly<Record<RoleName, string>> = {
  committee: '/review-cycles',
  secretariat: '/review-cycles/create',
  appraiser: '/review-cycles',
  'unit-leader': '/tasks',
  'unit-officer': '/tasks',
  auditor: '/supervisions/create',
  administrator: '/accounts',
};

function Nothing({ role }: { role: RoleName }) {
  const text = useText();
  return (
    <Sheet>
      <EmptyState title={text(`home.nothing.${role}.title`)} hint={text(`home.nothing.${role}.hint`)}>
        <Button component={Link} to={next[role]} variant="contained">
          {text(`home.nothing.${role}.next`)}
        </Button>
      </EmptyState>
    </Sheet>
  );
}

function Outline() {
  return (
    <>
      <Skeleton variant="rounded" height={72} sx={{ mb: 2 }} />
      <Skeleton variant="rounded" height={88} sx={{ mb: 2 }} />
      <Skeleton variant="rounded" height={240} />
    </>
  );
}

const columns = {
  display: 'grid',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 5fr) minmax(0, 3fr)' },
  columnGap: 2,
  alignItems: 'start',
} as const;

const quietLink = {
  color: 'inherit',
  textDecoration: 'none',
  '&:hover': { textDecoration: 'underline' },
} as const;
