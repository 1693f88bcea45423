import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MuiLink from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import {
  formatDecimal,
  formatInstant,
  yesNoIn,
  type CriteriaSetVersionView,
  type ReviewCycleView,
  type ScoreTraceView,
  type ScoreView,
  type UnitScoresView,
} from '@nhip/contracts';
import { useEffect, useState } from 'react';
import { Link, useLocation, useParams } from 'react-router-dom';
import { LoadingPage } from '../../app/LoadingPage.js';
import { PageError } from '../../app/PageError.js';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { Page } from '../../shared/Page.js';
import { PageTitle } from '../../shared/PageTitle.js';
import { PrintHeader } from '../../shared/PrintHeader.js';
import { Sheet } from '../../shared/Sheet.js';
import { useAnswer } from '../../shared/use-answer.js';
import { exerciseOf, type ExerciseField } from './exercise.js';
import { FigureVersions } from './FigureVersions.js';
import { ComparedWith, Moved } from './Moved.js';
import { wordOf } from './score-state.js';
import { Steps, type StepsProps } from './Steps.js';

/** How a unit came by its points, to be followed with a calculator: figures, formula, value, rule, points. */
export default function ScoreTrace() {
  const { id = '', unitId = '' } = useParams();
  const cycle = useAnswer<ReviewCycleView>(`/review-cycles/${id}`);
  const trace = useAnswer<ScoreTraceView>(`/review-cycles/${id}/units/${unitId}/trace`);
  const scores = useAnswer<UnitScoresView>(`/review-cycles/${id}/units/${unitId}/scores`);
  const set = useAnswer<CriteriaSetVersionView>(
    trace.data && `/criteria-set-versions/${trace.data.run.criteriaSetVersionId}`,
  );
  const error = cycle.error ?? trace.error ?? scores.error ?? set.error;
  if (error) return <PageError error={error} />;
  if (!cycle.data || !trace.data || !scores.data || !set.data) return <LoadingPage />;
  return <Trace cycle={cycle.data} trace={trace.data} scores={scores.data} set={set.data} />;
}

interface TraceProps {
  readonly cycle: ReviewCycleView;
  readonly trace: ScoreTraceView;
  readonly scores: UnitScoresView;
  readonly set: CriteriaSetVersionView;
}

function Trace({ cycle, trace, scores: { row, earlier }, set }: TraceProps) {
  const text = useText();
  const language = useLanguage();
  const { hash } = useLocation();
  const [asked, setAsked] = useState<string>();
  const said = { names: trace.names, onFigure: trace.figureVersions ? setAsked : undefined };
  useEffect(() => {
    document.getElementById(decodeURIComponent(hash.slice(1)))?.scrollIntoView({ block: 'start' });
  }, [hash]);
  const rank =
    row.rank === null
      ? text('resources.scores.noRank')
      : text('resources.scores.rankOf', { rank: row.rank, of: row.ranked }) +
        (row.tied ? ` (${text('resources.scores.tied')})` : '');
  return (
    <Page>
      <PageTitle
        title={nameIn(row.unit.names, language)}
        subtitle={
          <>
            <MuiLink component={Link} underline="always" to={`/review-cycles/${cycle.id}/show/scores`}>
              {nameIn(cycle.names, language)}
            </MuiLink>
            {row.shownPoints !== null &&
              ` · ${text('resources.scores.points', { points: formatDecimal(row.shownPoints, language) })} · ${rank}`}
            {row.classNames && ` · ${nameIn(row.classNames, language)}`}
            {earlier && (
              <div>
                {text('resources.scores.fields.movement')}: <Moved movement={row.movement} />{' '}
                <Box component="span" sx={{ fontSize: 13 }}>
                  <ComparedWith cycleId={cycle.id} earlier={earlier} />
                </Box>
              </div>
            )}
          </>
        }
      >
        <Button onClick={() => print()}>{text('shell.list.print')}</Button>
      </PageTitle>
      <PrintHeader
        chosen={[
          nameIn(row.unit.names, language),
          nameIn(cycle.names, language),
          text('resources.scores.setVersion', { code: set.code, version: set.version }),
          text('resources.scores.run', {
            number: trace.run.number,
            at: formatInstant(trace.run.computedAt),
          }),
        ]}
      />
      {exerciseOf(set.content, trace).map((field) => (
        <Field key={field.code} field={field} said={said} />
      ))}
      {trace.total.length > 0 && (
        <Sheet title={text('resources.scores.total')}>
          <Box sx={article}>
            <Steps steps={trace.total} {...said} />
          </Box>
        </Sheet>
      )}
      {trace.place.length > 0 && (
        <Sheet title={text('resources.scores.place')}>
          <Box sx={article}>
            <Steps steps={trace.place} {...said} />
          </Box>
        </Sheet>
      )}
      {asked !== undefined && (
        <FigureVersions
          cycleId={cycle.id}
          unitId={trace.unitId}
          element={asked}
          names={trace.names[asked]}
          onClose={() => setAsked(undefined)}
        />
      )}
    </Page>
  );
}

function Field({ field, said }: { field: ExerciseField; said: Omit<StepsProps, 'steps'> }) {
  const text = useText();
  const language = useLanguage();
  return (
    <Sheet title={nameIn(field.names, language)}>
      {field.criteria.map((criterion) => (
        <Box
          key={criterion.code}
          component="section"
          sx={{ '&:not(:first-of-type)': { borderTop: 1, borderColor: 'divider' } }}
        >
          {criterion.indicators.length > 1 && (
            <Typography color="text.secondary" component="h3" sx={{ px: 2, pt: 1.5 }}>
              {nameIn(criterion.names, language)}
            </Typography>
          )}
          {criterion.indicators.map(({ code, names: indicatorNames, measure, yesNo, steps, score }) => (
            <Box key={code} id={code} component="article" sx={article}>
              <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, alignItems: 'baseline' }}>
                <Typography
                  variant="h3"
                  component={criterion.indicators.length > 1 ? 'h4' : 'h3'}
                  sx={{ flex: 1, minWidth: 200 }}
                >
                  {nameIn(indicatorNames, language)}
                </Typography>
                <Typography sx={{ fontVariantNumeric: 'tabular-nums' }}>
                  {score.shownValue !== null &&
                    (yesNo
                      ? yesNoIn(score.shownValue, language)
                      : `${formatDecimal(score.shownValue, language)} ${nameIn(measure, language)}`)}
                  <Word score={score} />
                  {score.shownPoints !== null && (
                    <strong>
                      {' '}
                      ·{' '}
                      {text('resources.scores.points', {
                        points: formatDecimal(score.shownPoints, language),
                      })}
                    </strong>
                  )}
                </Typography>
              </Box>
              <Steps steps={steps} {...said} />
            </Box>
          ))}
        </Box>
      ))}
    </Sheet>
  );
}

/** Which of the states it is where there is no value, or a 0 that is no true zero. */
function Word({ score }: { score: ScoreView }) {
  const text = useText();
  const word = wordOf(score);
  if (word === undefined) return null;
  const said = text(`resources.scores.states.${word}`);
  return <>{score.shownValue === null ? said : ` (${said})`}</>;
}

const article = {
  px: 2,
  py: 1.25,
  scrollMarginTop: 64,
  breakInside: 'avoid',
  '&:target': { bgcolor: 'action.selected' },
} as const;
