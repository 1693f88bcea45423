import type { ReviewCycleItem } from '@nhip/contracts';

/** What the pages of results need to know of a cycle. */
export type ScoredCycle = Pick<ReviewCycleItem, 'id' | 'names'>;
