import { useEffect } from 'react';
import { useAnswer } from '../../shared/use-answer.js';

const EVERY_MS = 10_000;

/** What `GET /api<path>` answers, read again every ten seconds while the page is looked at. */
export function useLiveAnswer<Answer>(path: string, query: Readonly<Record<string, unknown>> = {}) {
  const answer = useAnswer<Answer>(path, query);
  const { refetch } = answer;
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void refetch();
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [refetch]);
  return answer;
}
