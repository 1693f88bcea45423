import MuiLink from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { periodLabel, type PublishedRoundView, type ReviewCycleView } from '@nhip/contracts';
import { Link, useParams } from 'react-router-dom';
import { LoadingPage } from '../../../app/LoadingPage.js';
import { PageError } from '../../../app/PageError.js';
import { useLanguage, useText } from '../../../i18n/use-text.js';
import { ApiProblem } from '../../../providers/api-problem.js';
import { nameIn } from '../../../session/language.js';
import { useMe } from '../../../session/SessionContext.js';
import { EmptyState } from '../../../shared/EmptyState.js';
import { Figure } from '../../../shared/Figure.js';
import { HistoryTimeline } from '../../../shared/HistoryTimeline.js';
import { Page } from '../../../shared/Page.js';
import { PageTitle } from '../../../shared/PageTitle.js';
import { PrintHeader } from '../../../shared/PrintHeader.js';
import { Sheet } from '../../../shared/Sheet.js';
import { useAnswer } from '../../../shared/use-answer.js';
import { useParticipants } from '../../review-cycles/use-participants.js';
import type { ResultUnit } from './results.js';
import { RoundForm } from './RoundForm.js';

/** Results of the round before a cycle that were published elsewhere: entered by the secretariat, read by all. */
export default function PublishedRound() {
  const { id = '' } = useParams();
  const text = useText();
  const language = useLanguage();
  const mayEnter = useMe().permissions.includes('external-scores.enter');
  const cycle = useAnswer<ReviewCycleView>(`/review-cycles/${id}`);
  const round = useAnswer<PublishedRoundView>(`/review-cycles/${id}/published-round`);
  const participants = useParticipants(mayEnter ? id : undefined);
  const none = round.error instanceof ApiProblem && round.error.code === 'NOT_FOUND';
  const error = cycle.error ?? (none ? undefined : round.error) ?? participants.error;
  if (error) return <PageError error={error} />;
  const units = mayEnter ? participants.data : [];
  if (!cycle.data || (!round.data && !none) || !units) return <LoadingPage />;
  const entered = none ? undefined : round.data;
  return (
    <Page narrow>
      <PageTitle
        title={text('resources.scores.publishedRound.title')}
        subtitle={
          <>
            <MuiLink component={Link} underline="always" to={`/review-cycles/${id}/show/scores`}>
              {nameIn(cycle.data.names, language)}
            </MuiLink>
            {' · '}
            {text('resources.scores.publishedRound.purpose')}
          </>
        }
      />
      <PrintHeader chosen={[nameIn(cycle.data.names, language)]} />
      {mayEnter ? (
        <RoundForm
          key={language}
          cycleId={id}
          period={cycle.data.period}
          round={entered}
          units={unitsOf(units, entered)}
        />
      ) : (
        <Entered round={entered} />
      )}
      <HistoryTimeline subjectKind="published-round" subjectId={id} resource="scores" changes={() => []} />
    </Page>
  );
}

/** Who takes part, and who has a result besides. */
function unitsOf(
  participants: readonly {
    readonly unitId: string;
    readonly code: string;
    readonly names: ResultUnit['names'];
  }[],
  round: PublishedRoundView | undefined,
): readonly ResultUnit[] {
  const known = new Set(participants.map(({ unitId }) => unitId));
  return [
    ...participants.map(({ unitId, code, names }) => ({ id: unitId, code, names })),
    ...(round?.items ?? [])
      .filter(({ unitId }) => !known.has(unitId))
      .map(({ unitId, unit }) => ({ id: unitId, ...unit })),
  ];
}

function Entered({ round }: { round: PublishedRoundView | undefined }) {
  const text = useText();
  const language = useLanguage();
  if (round === undefined)
    return (
      <Sheet>
        <EmptyState
          title={text('resources.scores.publishedRound.none')}
          hint={text('resources.scores.publishedRound.noneHint')}
        />
      </Sheet>
    );
  const { names, period, source, items } = round;
  return (
    <Sheet title={nameIn(names, language)}>
      <Typography sx={{ px: 2, pb: 1 }} color="text.secondary">
        {periodLabel(period, language)} · {text('resources.scores.publishedRound.asPublished')}:{' '}
        {source.address === undefined ? (
          source.text
        ) : (
          <MuiLink href={source.address} rel="noreferrer" target="_blank">
            {source.text}
          </MuiLink>
        )}
      </Typography>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{text('resources.scores.fields.unit')}</TableCell>
            <TableCell align="right">{text('resources.scores.fields.points')}</TableCell>
            <TableCell align="right">{text('resources.scores.fields.rank')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {items.map(({ unitId, unit, points, rank }) => (
            <TableRow key={unitId}>
              <TableCell>{nameIn(unit.names, language)}</TableCell>
              <TableCell align="right">
                <Figure value={points} />
              </TableCell>
              <TableCell align="right">{rank ?? '–'}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Sheet>
  );
}
