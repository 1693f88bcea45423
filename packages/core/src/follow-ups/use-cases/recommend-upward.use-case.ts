import { recommendUpward, type RecommendUpward as Command } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Call } from '../../platform/index.js';
import { openSupervisionOf } from '../own-supervision.js';
import { RecommendationOpener } from '../recommendation-opener.js';

/** The team sends a recommendation up: its own, or the supervised unit's, taken down at the session. */
@Injectable()
export class RecommendUpward {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly opener: RecommendationOpener,
  ) {}

  execute(
    { id, recommendation }: { readonly id: string; readonly recommendation: Command },
    call: Call,
  ): Promise<{ id: string }> {
    return this.unitOfWork.run(call, async (tx) => {
      const supervision = await openSupervisionOf(tx, id);
      const { fromUnit, ...given } = recommendUpward.parse(recommendation);
      const recommendationId = await this.opener.open(tx, {
        ...given,
        unitId: fromUnit ? supervision.unitId : null,
        supervisionId: id,
        cycleId: null,
        documentDay: supervision.heldOn,
        illustrative: supervision.illustrative,
      });
      return { id: recommendationId };
    });
  }
}
