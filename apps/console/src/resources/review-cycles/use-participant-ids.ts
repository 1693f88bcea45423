import type { Page, participantItem } from '@nhip/contracts';
import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { useSession } from '../../session/SessionContext.js';

const PAGE = 200;

/** The units that take part in a cycle, all of them; undefined asks nothing. */
export function useParticipantIds(cycleId: string | undefined) {
  const { api } = useSession();
  return useQuery({
    queryKey: ['participant-ids', cycleId],
    enabled: cycleId !== undefined,
    queryFn: async ({ signal }): Promise<readonly string[]> => {
      const ids: string[] = [];
      for (let page = 1; ; page += 1) {
        const { items, total } = await api.send<Page<z.infer<typeof participantItem>>>({
          path: `/review-cycles/${cycleId}/participants`,
          query: { status: 'active', page, perPage: PAGE },
          signal,
        });
        ids.push(...items.map(({ unitId }) => unitId));
        if (items.length === 0 || page * PAGE >= total) return ids;
      }
    },
  });
}
