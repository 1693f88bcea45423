import Alert from '@mui/material/Alert';
import { useText } from '../i18n/use-text.js';
import { ApiProblem } from '../providers/api-problem.js';

interface ProblemAlertProps {
  /** What was thrown; nothing is shown for undefined. */
  readonly problem: unknown;
  /** Paths whose remark already stands beside a field. */
  readonly shown?: ReadonlySet<string>;
}

/** A refusal in words that say what to mend, with the request id that support will ask for. */
export function ProblemAlert({ problem, shown = new Set() }: ProblemAlertProps) {
  const text = useText();
  if (problem === undefined) return null;
  const api = problem instanceof ApiProblem ? problem : undefined;
  const remarks = (api?.problem.errors ?? []).filter(({ path }) => !shown.has(path));
  return (
    <Alert severity="error" variant="outlined" role="alert" sx={{ my: 1 }}>
      {api ? api.message : text('shell.problem.unexpected')}
      {remarks.length > 0 && (
        <ul style={{ margin: '4px 0 0', paddingLeft: 20 }}>
          {remarks.map(({ path, message }) => (
            <li key={`${path} ${message}`}>
              {path === '' ? '' : `${path}: `}
              {message}
            </li>
          ))}
        </ul>
      )}
      {api && api.uncertain && api.problem.requestId !== '' && (
        <div style={{ marginTop: 4, opacity: 0.8 }}>
          {text('shell.problem.requestId', { id: api.problem.requestId })}
        </div>
      )}
    </Alert>
  );
}
