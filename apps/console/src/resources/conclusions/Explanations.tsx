import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MuiLink from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import useMediaQuery from '@mui/material/useMediaQuery';
import {
  formatDecimal,
  formatInstant,
  type CauseItem,
  type ExplanationCounts,
  type ExplanationLine,
  type ExplanationsView,
  type ReviewCycleView,
} from '@nhip/contracts';
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
import { TaskState } from '../tasks/TaskState.js';

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
          <Counts counts={counts} />
          <Lines items={items} />
        </>
      )}
      {consolidations.length > 0 && (
        <Sheet title={text('resources.conclusions.consolidations')}>
          <Box component="ul" sx={{ listStyle: 'none', m: 0, px: 2, py: 1 }}>
            {consolidations.map(({ id, number, at, note, counts: then }) => (
              <Box component="li" key={id} sx={{ py: 0.5 }}>
                {text('resources.conclusions.consolidation', {
                  number,
                  at: formatInstant(at),
                  answered: then.answered,
                  total: then.total,
                })}
                {note !== '' && ` · ${note}`}
              </Box>
            ))}
          </Box>
        </Sheet>
      )}
    </Page>
  );
}

const shownCounts = [
  'total',
  'answered',
  'accepted',
  'returned',
  'late',
  'unanswered',
  'marked',
  'criticised',
] as const;

function Counts({ counts }: { counts: ExplanationCounts }) {
  const text = useText();
  return (
    <Box component="dl" sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 3, rowGap: 0.5, m: 0, mb: 2 }}>
      {shownCounts.map((name) => (
        <Box key={name} sx={{ display: 'flex', gap: 0.75 }}>
          <Typography component="dt" color="text.secondary">
            {text(`resources.conclusions.counts.${name}`)}
          </Typography>
          <Typography component="dd" sx={{ m: 0, fontWeight: 600 }}>
            {counts[name]}
          </Typography>
        </Box>
      ))}
    </Box>
  );
}

function Lines({ items }: { items: readonly ExplanationLine[] }) {
  const text = useText();
  const language = useLanguage();
  const wide = useMediaQuery((theme) => theme.breakpoints.up('md'));
  const { data } = useAnswer<{ readonly items: readonly CauseItem[] }>('/causes');
  const causes = (codes: readonly string[]) =>
    codes
      .map((code) => data?.items.find((one) => one.code === code))
      .flatMap((one) => (one ? [nameIn(one.names, language)] : []))
      .join('; ');
  const results = ({ explains }: ExplanationLine) =>
    explains.map(({ indicator, indicatorNames, shownValue, limit, measure }) => (
      <div key={`${indicator} ${limit}`}>
        {nameIn(indicatorNames, language)}: <strong>{formatDecimal(shownValue, language)}</strong>{' '}
        {nameIn(measure, language)} (
        {text('resources.conclusions.threshold', { limit: formatDecimal(limit, language) })})
      </div>
    ));
  const answer = ({ answer: given }: ExplanationLine) =>
    given === null ? (
      <Box sx={{ color: 'text.secondary' }}>{text('resources.conclusions.notAnswered')}</Box>
    ) : (
      <>
        {given.causes.length > 0 && <div>{causes(given.causes)}</div>}
        <Box sx={{ whiteSpace: 'pre-line' }}>{given.text}</Box>
      </>
    );
  const name = (line: ExplanationLine) => (
    <MuiLink component={Link} to={`/tasks/${line.id}/show`}>
      {nameIn(line.unit.names, language)}
    </MuiLink>
  );
  if (!wide)
    return (
      <Sheet>
        {items.map((line) => (
          <Box key={line.id} sx={{ px: 2, py: 1.25, '& + &': { borderTop: 1, borderColor: 'divider' } }}>
            {name(line)} <TaskState task={line} />
            <Box sx={{ my: 0.5 }}>{results(line)}</Box>
            {answer(line)}
          </Box>
        ))}
      </Sheet>
    );
  return (
    <Sheet>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{text('resources.tasks.fields.unit')}</TableCell>
            <TableCell>{text('resources.tasks.explains.indicator')}</TableCell>
            <TableCell>{text('resources.conclusions.answer')}</TableCell>
            <TableCell>{text('resources.tasks.fields.handedInAt')}</TableCell>
            <TableCell>{text('resources.tasks.fields.state')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {items.map((line) => (
            <TableRow key={line.id} sx={{ verticalAlign: 'top' }}>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>{name(line)}</TableCell>
              <TableCell>{results(line)}</TableCell>
              <TableCell>{answer(line)}</TableCell>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>
                {line.handedInAt === null ? '–' : formatInstant(line.handedInAt)}
              </TableCell>
              <TableCell>
                <TaskState task={line} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Sheet>
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
