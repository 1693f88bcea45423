import type { Transaction } from '../platform/index.js';
import { Recommendations, type Recommendation } from './persistence/recommendations.repository.js';

const streamOf = ({ supervisionId, cycleId }: Recommendation): string => {
  if (supervisionId !== null) return `supervision/${supervisionId}`;
  return cycleId === null ? 'follow-ups' : `cycle/${cycleId}`;
};

/** The whole record of a recommendation as history keeps it. */
export async function describeRecommendations(tx: Transaction, ids: readonly string[]) {
  const found = await tx.use(Recommendations).list(ids);
  return new Map(found.map((one) => [one.id, { stream: streamOf(one), record: one }]));
}
