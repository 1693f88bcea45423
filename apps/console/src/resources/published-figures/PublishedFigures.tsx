import Box from '@mui/material/Box';
import type { CheckPublishedFigureInput, PublishedFigureAnswer } from '@nhip/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSearchParams, useLocation } from 'react-router-dom';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { ApiProblem } from '../../providers/api-problem.js';
import { useSession } from '../../session/SessionContext.js';
import { Page } from '../../shared/Page.js';
import { PageTitle } from '../../shared/PageTitle.js';
import { PrintHeader } from '../../shared/PrintHeader.js';
import { ProblemAlert } from '../../shared/ProblemAlert.js';
import { Sheet } from '../../shared/Sheet.js';
import { AnswerSheet } from './AnswerSheet.js';
import { Examples } from './Examples.js';
import { QuestionFields } from './QuestionFields.js';
import { fieldOf, fromAddress, isAsked, toAddress, toQuestion, type QuestionForm } from './question-form.js';

/** Addresses longer than this are not written: a long list of units stays in the page's history only. */
const LONGEST_ADDRESS = 4000;

/** Type a published figure and its parts; read what it can have meant. The question is the address. */
export default function PublishedFigures() {
  const text = useText();
  const language = useLanguage();
  const [params, setParams] = useSearchParams();
  const { key, state } = useLocation();
  const kept = state as { readonly form?: QuestionForm } | null;
  const form = kept?.form ?? fromAddress(params);
  const isQuestion = isAsked(form);
  const answer = useCheck(isQuestion ? toQuestion(form, language) : undefined);
  const remarks = remarksOf(answer.error);
  const ask = (next: Partial<QuestionForm>) => {
    // A link says how its numbers are written: whoever opens it may read another language.
    const asked = { ...next, writing: next.writing || language };
    const address = toAddress(asked);
    const long = address.toString().length > LONGEST_ADDRESS;
    setParams(long ? {} : address, long ? { state: { form: asked } } : {});
  };
  return (
    <Page>
      <PageTitle
        title={text('resources.published-figures.name', { smart_count: 1 })}
        subtitle={text('resources.published-figures.purpose')}
      />
      <PrintHeader />
      <Box sx={columns}>
        <Box className="no-print">
          <Sheet title={text('resources.published-figures.question')}>
            <QuestionFields
              key={key}
              form={form}
              remarks={remarks}
              onAsk={ask}
              onClear={() => setParams({})}
            />
          </Sheet>
        </Box>
        <Box aria-live="polite">
          {isQuestion && answer.error !== null && (
            <ProblemAlert problem={answer.error} shown={new Set(problemPaths(answer.error))} />
          )}
          {isQuestion && answer.error === null && answer.data && (
            <AnswerSheet answer={answer.data} name={form.name} />
          )}
          {!isQuestion && <Examples onChosen={ask} />}
        </Box>
      </Box>
    </Page>
  );
}

function useCheck(question: CheckPublishedFigureInput | undefined) {
  const session = useSession();
  return useQuery({
    queryKey: ['published-figure', question],
    enabled: question !== undefined,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      session.api.send<PublishedFigureAnswer>({
        method: 'POST',
        path: '/published-figures/check',
        body: question,
        signal,
      }),
  });
}

const problemPaths = (error: unknown): string[] =>
  error instanceof ApiProblem ? Object.keys(error.body.errors) : [];

/** What the API says about an entry, by the name of its field. */
function remarksOf(error: unknown): ReadonlyMap<string, string> {
  if (!(error instanceof ApiProblem)) return new Map();
  return new Map(Object.entries(error.body.errors).map(([path, message]) => [fieldOf(path), message]));
}

const columns = {
  display: 'grid',
  gridTemplateColumns: { lg: 'minmax(360px, 460px) minmax(0, 1fr)' },
  alignItems: 'start',
  columnGap: 2,
  '@media print': { display: 'block' },
} as const;
