import type { Transaction } from '../../platform/index.js';
import type { Instant } from '../../shared/index.js';

export interface TaskFeed {
  readonly id: string;
  readonly unitId: string;
  readonly language: 'vi' | 'en';
  /** Account; null for the system. */
  readonly madeBy: string | null;
  readonly madeAt: Instant;
  readonly revokedAt: Instant | null;
  readonly revision: number;
}

/** One row a unit: made once, renewed and revoked from then on. */
export class TaskFeeds {
  constructor(private readonly tx: Transaction) {}

  /** Locked for this command. */
  async hold(unitId: string): Promise<TaskFeed | undefined> {
    const [row] = await this.tx.rows<TaskFeed>(
      `select id, unit_id as "unitId", language, made_by as "madeBy", made_at as "madeAt", revoked_at as "revokedAt",
              revision from task_feed where administration_id = $1 and unit_id = $2 for update`,
      [this.tx.administrationId, unitId],
    );
    return row;
  }

  /** @param tokenHash null: the address as it was */
  async save(feed: TaskFeed, tokenHash: Buffer | null): Promise<void> {
    await this.tx.rows(
      `insert into task_feed (id, administration_id, unit_id, token_hash, language, made_by, made_at, revoked_at, revision)
       values ($2, $1, $3, coalesce($4, decode(repeat('00', 32), 'hex')), $5, $6, $7, $8, $9)
       on conflict (administration_id, unit_id) do update
         set token_hash = coalesce($4, task_feed.token_hash), language = $5, made_by = $6, made_at = $7,
             revoked_at = $8, revision = $9`,
      [
        this.tx.administrationId,
        feed.id,
        feed.unitId,
        tokenHash,
        feed.language,
        feed.madeBy,
        feed.madeAt,
        feed.revokedAt,
        feed.revision,
      ],
    );
  }
}
