import { whatIfChanges } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { actorName, UnitOfWork, type Call } from '../../platform/index.js';
import { WhatIfs, type WhatIf } from '../persistence/what-ifs.repository.js';
import { visibleRun } from '../queries/visible-run.js';
import { recordWhatIf } from './record-what-if.js';

export interface StartWhatIfCommand {
  readonly cycleId: string;
  readonly name: string;
  /** Number of the run that is copied; without it the newest. */
  readonly run?: number | undefined;
}

/**
 * Secretariat, committee or appraisers. A what-if stands beside the cycle's run, with nothing supposed yet; neither
 * the run nor anything else of the cycle is touched, now or later. Refused: a cycle that was never scored.
 */
@Injectable()
export class StartWhatIf {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(
    { cycleId, name, run: number }: StartWhatIfCommand,
    call: Call,
  ): Promise<{ id: string; revision: number }> {
    return this.unitOfWork.run(call, async (tx) => {
      const { run } = await visibleRun(tx, tx.actor, cycleId, number);
      const whatIf: WhatIf = {
        id: tx.ids.next(),
        cycleId,
        runId: run.id,
        name,
        note: null,
        status: 'open',
        changes: whatIfChanges.parse({}),
        startedBy: actorName(tx.actor),
        revision: 1,
      };
      await tx.use(WhatIfs).insert(whatIf);
      recordWhatIf(tx, 'what-if.started', whatIf);
      return { id: whatIf.id, revision: whatIf.revision };
    });
  }
}
