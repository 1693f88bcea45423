import MuiLink from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { formatInstant, type ConsolidationView, type ReviewCycleView } from '@nhip/contracts';
import { Link, useParams } from 'react-router-dom';
import { LoadingPage } from '../../app/LoadingPage.js';
import { PageError } from '../../app/PageError.js';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { HistoryTimeline } from '../../shared/HistoryTimeline.js';
import { Page } from '../../shared/Page.js';
import { PageTitle } from '../../shared/PageTitle.js';
import { PrintHeader } from '../../shared/PrintHeader.js';
import { useAnswer } from '../../shared/use-answer.js';
import { ExplanationLines, ExplanationTotals } from './ExplanationLines.js';

/** A list of explanations as it was when it was consolidated for the report; what came later is not in it. */
export default function Consolidation() {
  const text = useText();
  const language = useLanguage();
  const { cycleId = '', number = '' } = useParams();
  const path = `/review-cycles/${encodeURIComponent(cycleId)}`;
  const cycle = useAnswer<ReviewCycleView>(path);
  const kept = useAnswer<ConsolidationView>(
    `${path}/explanations/consolidations/${encodeURIComponent(number)}`,
  );
  const error = kept.error ?? cycle.error;
  if (error) return <PageError error={error} />;
  if (!kept.data || !cycle.data) return <LoadingPage />;
  const { id, at, note, counts, items } = kept.data;
  return (
    <Page>
      <PageTitle
        title={text('resources.conclusions.consolidationTitle', { number, at: formatInstant(at) })}
        subtitle={
          <MuiLink component={Link} to={`/conclusions/cycles/${cycleId}/explanations`}>
            {nameIn(cycle.data.names, language)}
          </MuiLink>
        }
      />
      <PrintHeader />
      {note !== '' && <Typography sx={{ mb: 2 }}>{note}</Typography>}
      <ExplanationTotals counts={counts} />
      <ExplanationLines items={items} />
      <HistoryTimeline subjectKind="consolidation" subjectId={id} resource="conclusions" />
    </Page>
  );
}
