import type { ExternalFigures as External } from '@nhip/contracts';
import { useParams } from 'react-router-dom';
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
import { ExternalGrid } from './external/ExternalGrid.js';

/** External scores and what else the secretariat fills in itself: units by elements, at once. */
export default function ExternalFigures() {
  const text = useText();
  const language = useLanguage();
  const { cycleId = '' } = useParams();
  const { data, error } = useAnswer<External>(
    `/review-cycles/${encodeURIComponent(cycleId)}/external-figures`,
  );
  if (error) return <PageError error={error} />;
  if (!data) return <LoadingPage />;
  return (
    <Page>
      <PageTitle
        title={text('resources.submissions.externalFigures.title')}
        subtitle={text('resources.submissions.externalFigures.purpose', {
          cycle: nameIn(data.cycle.names, language),
        })}
      />
      <PrintHeader />
      {data.units.length === 0 ? (
        <Sheet>
          <EmptyState
            title={text('resources.submissions.externalFigures.none')}
            hint={text('resources.submissions.externalFigures.noneHint')}
          />
        </Sheet>
      ) : (
        <ExternalGrid key={`${data.cycle.id} ${language}`} external={data} />
      )}
    </Page>
  );
}
