import type { ConsolidationView } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { Reader, type UserActor } from '../../platform/index.js';
import { DomainError } from '../../shared/index.js';

/** One list of explanations as it was when it was consolidated. For those who see the whole administration. */
@Injectable()
export class GetConsolidation {
  constructor(private readonly reader: Reader) {}

  async execute(
    { cycleId, number }: { readonly cycleId: string; readonly number: number },
    { administrationId, unitIds }: UserActor,
  ): Promise<ConsolidationView> {
    const [found] = await this.reader.rows<ConsolidationView>(
      `select id, cycle_id as "cycleId", number, at, note, counts, content as items, content_hash as "contentHash"
         from consolidation where administration_id = $1 and cycle_id = $2 and number = $3 and $4::boolean`,
      [administrationId, cycleId, number, unitIds === 'all'],
    );
    if (found === undefined) throw new DomainError('NOT_FOUND');
    return found;
  }
}
