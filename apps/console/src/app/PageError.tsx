import Button from '@mui/material/Button';
import { useText } from '../i18n/use-text.js';
import { ApiProblem } from '../providers/api-problem.js';
import { EmptyState } from '../shared/EmptyState.js';

/** A page that failed; the frame around it still works. */
export function PageError({ error }: { error: unknown }) {
  const text = useText();
  const problem = error instanceof ApiProblem ? error : undefined;
  return (
    <EmptyState
      heading="h1"
      title={problem?.message ?? text('shell.problem.unexpected')}
      {...(problem && problem.problem.requestId !== ''
        ? { hint: text('shell.problem.requestId', { id: problem.problem.requestId }) }
        : {})}
    >
      <Button variant="contained" onClick={() => location.reload()}>
        {text('shell.problem.reload')}
      </Button>
    </EmptyState>
  );
}
