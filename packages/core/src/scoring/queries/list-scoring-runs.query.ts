import type { ScoringRunView } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { Reader, type Actor } from '../../platform/index.js';

/** Runs of a cycle, newest first. */
@Injectable()
export class ListScoringRuns {
  constructor(private readonly reader: Reader) {}

  execute(
    { cycleId }: { readonly cycleId: string },
    caller: Pick<Actor, 'administrationId'>,
  ): Promise<ScoringRunView[]> {
    return this.reader.rows<ScoringRunView>(
      `select id, cycle_id as "cycleId", number, criteria_set_version_id as "criteriaSetVersionId", corrects, status,
              computed_at as "computedAt", revision
         from scoring_run where administration_id = $1 and cycle_id = $2 order by number desc`,
      [caller.administrationId, cycleId],
    );
  }
}
