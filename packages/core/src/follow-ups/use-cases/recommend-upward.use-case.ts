import { recommendUpward, type RecommendUpward as Command } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Call } from '../../platform/index.js';
import { openSupervisionOf } from '../own-supervision.js';
import { RecommendationOpener } from '../recommendation-opener.js';
import { unitsMeant } from '../units-of-supervision.js';

/** The team sends a recommendation up: its own, or that of a supervised unit, taken down at the session. */
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
      const { fromUnitId = null, ...given } = recommendUpward.parse(recommendation);
      if (fromUnitId !== null) unitsMeant(supervision, [fromUnitId]);
      const recommendationId = await this.opener.open(tx, {
        ...given,
        unitId: fromUnitId,
        supervisionId: id,
        cycleId: null,
        documentDay: supervision.heldOn,
        illustrative: supervision.illustrative,
      });
      return { id: recommendationId };
    });
  }
}
