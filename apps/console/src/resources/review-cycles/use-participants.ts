import type { Page, participantItem } from '@nhip/contracts';
import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { useSession } from '../../session/SessionContext.js';

const PAGE = 200;
type Participant = z.infer<typeof participantItem>;

/** The units of a cycle, all of them, page after page; undefined asks nothing. */
export function useParticipants(cycleId: string | undefined, status?: Participant['status']) {
  const { api } = useSession();
  return useQuery({
    queryKey: ['participants', cycleId, status],
    enabled: cycleId !== undefined,
    queryFn: async ({ signal }): Promise<readonly Participant[]> => {
      const all: Participant[] = [];
      for (let page = 1; ; page += 1) {
        const { items, total } = await api.send<Page<Participant>>({
          path: `/review-cycles/${cycleId}/participants`,
          query: { status, page, perPage: PAGE },
          signal,
        });
        all.push(...items);
        if (items.length === 0 || page * PAGE >= total) return all;
      }
    },
  });
}
