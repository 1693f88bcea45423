import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useLocale } from 'ra-core';
import { useSession } from '../session/SessionContext.js';

/** What `GET /api<path>` answers; undefined asks nothing. Commands have it read again. */
export function useAnswer<Answer>(
  path: string | undefined,
  query: Readonly<Record<string, unknown>> = {},
): UseQueryResult<Answer> {
  const session = useSession();
  const language = useLocale();
  return useQuery({
    queryKey: ['answer', path, query, language],
    enabled: path !== undefined,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => session.api.send<Answer>({ path: path ?? '', query, signal }),
  });
}
