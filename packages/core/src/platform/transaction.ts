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
  /**
   * Appends rows to a table by COPY. `text` is PostgreSQL's text format: columns separated by tabs, every row ended by
   * a line feed, `\\N` for null. Table and columns are names of the code, never of a caller.
   */
  copyIn(table: string, columns: readonly string[], text: string): Promise<void>;
  /**
   * Sends a write whose answer nobody needs: statements are carried out in the order in which they were sent, and where
   * one is refused the transaction is, at its end at the latest.
   */
  send(text: string, values: readonly unknown[]): void;
  /** Resolves when everything sent has been carried out, so that no more of it waits in memory. */
  settled(): Promise<void>;
  /** Kept until just before the commit, then appended. */
  history(entries: readonly HistoryEntry[]): void;
  /** Kept until just before the commit, then written to the outbox in one statement. */
  enqueue(entries: readonly OutboxEntry[]): void;
}
