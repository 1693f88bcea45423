import Button from '@mui/material/Button';
import { Link } from 'react-router-dom';
import { useText } from '../i18n/use-text.js';
import { ApiProblem } from '../providers/api-problem.js';
import { EmptyState } from '../shared/EmptyState.js';
import { Denied, NotFound } from './NotFound.js';

/** A page that failed; the frame around it still works. Reloading brings neither what is not there nor what is not allowed. */
export function PageError({ error }: { error: unknown }) {
  const text = useText();
  const problem = error instanceof ApiProblem ? error : undefined;
  if (problem?.status === 404) return <NotFound />;
  if (problem?.status === 403) return <Denied />;
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
      </Button>{' '}
      <Button component={Link} to="/">
        {text('shell.notFound.back')}
      </Button>
    </EmptyState>
  );
}
