import type { UserActor } from '../platform/index.js';
import type { Day, Instant } from '../shared/index.js';

/** Who looks at a home, and when; what a section shows lies within the reader's units. */
export interface Asking {
  readonly actor: UserActor;
  readonly now: Instant;
  readonly today: Day;
}

/** Most items of a card that are sent; the card counts them all and links to the list. */
export const CARD_ITEMS = 6;

export const unitsOf = ({ actor }: Asking): readonly string[] | null =>
  actor.unitIds === 'all' ? null : actor.unitIds;
