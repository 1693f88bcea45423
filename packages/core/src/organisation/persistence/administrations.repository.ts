import type { Names } from '@nhip/contracts';
import type { Transaction } from '../../platform/index.js';

export interface Administration {
  readonly id: string;
  readonly code: string;
  readonly names: Names;
  readonly timeZone: string;
}

export class Administrations {
  constructor(private readonly tx: Transaction) {}

  /** False where the code is in use. */
  async insert({ id, code, names, timeZone }: Administration): Promise<boolean> {
    const rows = await this.tx.rows(
      `insert into administration (id, code, names, time_zone, revision) values ($1, $2, $3::jsonb, $4, 1)
       on conflict (code) do nothing returning id`,
      [id, code, JSON.stringify(names), timeZone],
    );
    return rows.length === 1;
  }

  /** Changes of the unit tree go one after the other: two moves at once could tie a ring. */
  async lockTree(): Promise<void> {
    await this.tx.rows('select from administration where id = $1 for no key update', [
      this.tx.administrationId,
    ]);
  }
}
