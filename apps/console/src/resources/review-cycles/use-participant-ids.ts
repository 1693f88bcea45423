import { useMemo } from 'react';
import { useParticipants } from './use-participants.js';

/** Ids of the units that take part in a cycle, all of them; undefined asks nothing. */
export function useParticipantIds(cycleId: string | undefined) {
  const { data: participants, ...rest } = useParticipants(cycleId, 'active');
  const data = useMemo(() => participants?.map(({ unitId }) => unitId), [participants]);
  return { ...rest, data };
}
