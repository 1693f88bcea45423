import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MuiLink from '@mui/material/Link';
import { formatInstant, type ExplanationsView, type ReviewCycleView } from '@nhip/contracts';
import { useNotify } from 'ra-core';
import { useState } from 'react';
import { Link, useParams } from 'react-router-dom';
import { LoadingPage } from '../../app/LoadingPage.js';
import { PageError } from '../../app/PageError.js';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { useMe } from '../../session/SessionContext.js';
import { ConfirmWithReason } from '../../shared/ConfirmWithReason.js';
import { EmptyState } from '../../shared/EmptyState.js';
import { Page } from '../../shared/Page.js';
import { PageTitle } from '../../shared/PageTitle.js';
import { PrintHeader } from '../../shared/PrintHeader.js';
import { Sheet } from '../../shared/Sheet.js';
import { useAnswer } from '../../shared/use-answer.js';
import { useCommand } from '../../shared/use-command.js';
import { ExplanationLines, ExplanationTotals } from './ExplanationLines.js';

/** The consolidated list of explanations of a cycle: who explains what, how, and who does not. */
export default function Explanations() {
  const text = useText();
  const language = useLanguage();
  const { cycleId = '' } = useParams();
  const cycle = useAnswer<ReviewCycleView>(`/review-cycles/${encodeURIComponent(cycleId)}`);
  const list = useAnswer<ExplanationsView>(`/review-cycles/${encodeURIComponent(cycleId)}/explanations`);
  const error = list.error ?? cycle.error;
  if (error) return <PageError error={error} />;
  if (!list.data || !cycle.data) return <LoadingPage />;
  const { counts, items, consolidations } = list.data;
  return (
    <Page>
      <PageTitle
        title={text('resources.conclusions.explanations')}
        subtitle={
          <MuiLink component={Link} to={`/review-cycles/${cycleId}/show`}>
            {nameIn(cycle.data.names, language)}
          </MuiLink>
        }
      >
        {items.length > 0 && <Consolidate cycleId={cycleId} revision={cycle.data.revision} />}
      </PageTitle>
      <PrintHeader />
      {items.length === 0 ? (
        <Sheet>
          <EmptyState
            title={text('resources.conclusions.noExplanations')}
            hint={text('resources.conclusions.noExplanationsHint')}
          />
        </Sheet>
      ) : (
        <>
          <ExplanationTotals counts={counts} />
          <ExplanationLines items={items} />
        </>
      )}
      {consolidations.length > 0 && (
        <Sheet title={text('resources.conclusions.consolidations')}>
          <Box component="ul" sx={{ listStyle: 'none', m: 0, px: 2, py: 1 }}>
            {consolidations.map(({ id, number, at, note, counts: then }) => (
              <Box component="li" key={id} sx={{ py: 0.5 }}>
                <MuiLink component={Link} to={`/conclusions/cycles/${cycleId}/explanations/${number}`}>
                  {text('resources.conclusions.consolidation', {
                    number,
                    at: formatInstant(at),
                    answered: then.answered,
                    total: then.total,
                  })}
                </MuiLink>
                {note !== '' && ` · ${note}`}
              </Box>
            ))}
          </Box>
        </Sheet>
      )}
    </Page>
  );
}

/** Keeps the list as it stands now, for the report to the authority. */
function Consolidate({ cycleId, revision }: { cycleId: string; revision: number }) {
  const text = useText();
  const command = useCommand();
  const notify = useNotify();
  const [open, setOpen] = useState(false);
  const permitted = useMe().permissions.includes('follow-ups.draft');
  if (!permitted) return null;
  return (
    <>
      <Button variant="contained" onClick={() => setOpen(true)}>
        {text('resources.conclusions.consolidate')}
      </Button>
      {open && (
        <ConfirmWithReason
          title={text('resources.conclusions.consolidate')}
          explain={text('resources.conclusions.consolidateExplain')}
          confirmLabel={text('resources.conclusions.consolidate')}
          reasonRequired={false}
          submit={(note) =>
            command({
              resource: 'review-cycles',
              id: cycleId,
              verb: 'explanations/consolidate',
              body: { note },
              revision,
            })
          }
          onDone={() => notify(text('resources.conclusions.consolidated'), { type: 'success' })}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
