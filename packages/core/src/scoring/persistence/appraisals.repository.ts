import { createHash } from 'node:crypto';
import type { AppraisalKind } from '@nhip/contracts';
import { actorName, type Transaction } from '../../platform/index.js';
import { canonicalJson } from '../../shared/index.js';
import type { DecidedPoints } from '../domain/check-decided-points.js';

/** Points people decided, as versions: one is written, the one before it is superseded, none is ever changed. */
export class Appraisals {
  constructor(private readonly tx: Transaction) {}

  /** New versions; gives the revision of the unit's part, which counts the commands. */
  async record(
    cycleId: string,
    unitId: string,
    kind: AppraisalKind,
    items: readonly DecidedPoints[],
  ): Promise<number> {
    const key = [this.tx.administrationId, cycleId, unitId];
    await this.tx.rows('select hold_scored_input($1)', [cycleId]);
    const [part] = await this.tx.rows<{ revision: number }>(
      `insert into appraisal_part values ($1, $2, $3, 1)
       on conflict (administration_id, cycle_id, unit_id) do update set revision = appraisal_part.revision + 1
       returning revision`,
      key,
    );
    await this.tx.rows(
      `update appraisal set superseded_at = clock_timestamp()
        where administration_id = $1 and cycle_id = $2 and unit_id = $3 and kind = $4
          and indicator_code = any($5::text[]) and superseded_at is null`,
      [...key, kind, items.map(({ indicator }) => indicator)],
    );
    await this.tx.rows(
      `insert into appraisal (administration_id, cycle_id, unit_id, indicator_code, kind, points, reason, author, at)
       select $1, $2, $3, indicator, $4, points, reason, $5, $6
         from unnest($7::text[], $8::numeric[], $9::text[]) as decided(indicator, points, reason)`,
      [
        ...key,
        kind,
        actorName(this.tx.actor),
        this.tx.now,
        items.map(({ indicator }) => indicator),
        items.map(({ points }) => points),
        items.map(({ reason }) => reason ?? null),
      ],
    );
    if (part === undefined) throw new Error('appraisal_part gave no row');
    return part.revision;
  }
}

/** SHA-256 over what one command decided, as history keeps it. */
export const hashOfDecided = (items: readonly DecidedPoints[]): string =>
  createHash('sha256').update(canonicalJson(items)).digest('hex');
