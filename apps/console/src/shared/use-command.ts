import { useQueryClient } from '@tanstack/react-query';
import { useDataProvider } from 'ra-core';
import { useCallback } from 'react';
import type { CommandRequest, NhipDataProvider } from '../providers/data-provider.js';

/** Sends a command, waits for it, and has everything on the page read again. Throws ApiProblem. */
export function useCommand(): <Answer = unknown>(request: CommandRequest) => Promise<Answer> {
  const dataProvider = useDataProvider<NhipDataProvider>();
  const queryClient = useQueryClient();
  return useCallback(
    async <Answer>(request: CommandRequest) => {
      const answer = await dataProvider.command<Answer>(request);
      await queryClient.invalidateQueries();
      return answer;
    },
    [dataProvider, queryClient],
  );
}
