import type { Names } from '@nhip/contracts';
import type { Transaction } from '../../platform/index.js';
import { DomainError } from '../../shared/index.js';

export interface PeerGroup {
  readonly id: string;
  readonly code: string;
  readonly names: Names;
  readonly sort: number;
  readonly revision: number;
}

export class PeerGroups {
  constructor(private readonly tx: Transaction) {}

  /** The codes that could be written; those in use are left out. */
  async insert(groups: readonly PeerGroup[]): Promise<string[]> {
    const rows = await this.tx.rows<{ code: string }>(
      `insert into peer_group (id, administration_id, code, names, sort, revision)
       select id, $1, code, names::jsonb, sort, 1
         from unnest($2::uuid[], $3::text[], $4::text[], $5::int[]) as g(id, code, names, sort)
       on conflict (administration_id, code) do nothing returning code`,
      [
        this.tx.administrationId,
        groups.map((group) => group.id),
        groups.map((group) => group.code),
        groups.map((group) => JSON.stringify(group.names)),
        groups.map((group) => group.sort),
      ],
    );
    return rows.map((row) => row.code);
  }

  async getForUpdate(id: string): Promise<PeerGroup> {
    const [row] = await this.tx.rows<PeerGroup>(
      `select id, code, names, sort, revision from peer_group
        where administration_id = $1 and id = $2 for update`,
      [this.tx.administrationId, id],
    );
    if (row === undefined) throw new DomainError('NOT_FOUND');
    return row;
  }

  async save(group: PeerGroup): Promise<void> {
    await this.tx.rows(
      `update peer_group set names = $3::jsonb, sort = $4, revision = $5 where administration_id = $1 and id = $2`,
      [this.tx.administrationId, group.id, JSON.stringify(group.names), group.sort, group.revision],
    );
  }
}
