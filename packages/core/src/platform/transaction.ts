import type { Instant } from '../shared/index.js';
import type { EntityManager } from 'typeorm';
import type { HistoryEntry } from '../history/index.js';
import type { OutboxEntry } from '../jobs/index.js';
import type { Sql } from '../shared/index.js';
import type { Actor } from './call.js';
import type { Ids } from './ids.js';

/** What a writing repository is built on; only a unit of work has one. */
export interface Transaction extends Sql {
  readonly actor: Actor;
  readonly administrationId: string;
  /** Business time of the command. */
  readonly now: Instant;
  readonly ids: Ids;
  readonly manager: EntityManager;
  /** The repository on this transaction; the same one for the same class. */
  use<Repository>(repository: new (tx: Transaction) => Repository): Repository;
  /** Kept until just before the commit, then appended in one statement. */
  history(entries: readonly HistoryEntry[]): void;
  /** Kept until just before the commit, then written to the outbox in one statement. */
  enqueue(entries: readonly OutboxEntry[]): void;
}
