import type { Instant } from '../../shared/index.js';
import type { Deadline } from '../../workflow/index.js';

/** Whether a unit's time to hand in has ended: with the collection, or with a later deadline of its own. */
export const collectionOver = (
  { locked, ownDue }: { readonly locked: boolean; readonly ownDue: Deadline | null },
  now: Instant,
): boolean => locked && !(ownDue !== null && ownDue.at > now);
