import { whatIfChanges, type WhatIfChanges } from '@nhip/contracts';
import type { Transaction } from '../../platform/index.js';
import { DomainError } from '../../shared/index.js';

export interface WhatIf {
  readonly id: string;
  readonly cycleId: string;
  readonly runId: string;
  readonly name: string;
  readonly note: string | null;
  readonly status: 'open' | 'kept' | 'dropped';
  readonly changes: WhatIfChanges;
  readonly startedBy: string;
  readonly revision: number;
}

export class WhatIfs {
  constructor(private readonly tx: Transaction) {}

  /** Locks it. Throws NOT_FOUND. */
  async getForUpdate(cycleId: string, id: string): Promise<WhatIf> {
    const [row] = await this.tx.rows<WhatIf>(
      `select id, cycle_id as "cycleId", run_id as "runId", name, note, status, changes, started_by as "startedBy",
              revision
         from what_if where administration_id = $1 and cycle_id = $2 and id = $3 for update`,
      [this.tx.administrationId, cycleId, id],
    );
    if (row === undefined) throw new DomainError('NOT_FOUND');
    return { ...row, changes: whatIfChanges.parse(row.changes) };
  }

  async insert(whatIf: WhatIf): Promise<void> {
    await this.tx.rows(
      `insert into what_if (administration_id, id, cycle_id, run_id, name, note, status, changes, started_by, started_at,
         revision)
       values ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9, $10, $11)`,
      [
        this.tx.administrationId,
        whatIf.id,
        whatIf.cycleId,
        whatIf.runId,
        whatIf.name,
        whatIf.note,
        whatIf.status,
        JSON.stringify(whatIf.changes),
        whatIf.startedBy,
        this.tx.now,
        whatIf.revision,
      ],
    );
  }

  async save(whatIf: WhatIf): Promise<void> {
    await this.tx.rows(
      `update what_if set name = $3, note = $4, status = $5, changes = $6::jsonb, revision = $7
        where administration_id = $1 and id = $2`,
      [
        this.tx.administrationId,
        whatIf.id,
        whatIf.name,
        whatIf.note,
        whatIf.status,
        JSON.stringify(whatIf.changes),
        whatIf.revision,
      ],
    );
  }
}
