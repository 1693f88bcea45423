import { sendRecommendation, type SendRecommendation as Command } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { reaches, UnitOfWork, type Call } from '../../platform/index.js';
import { ReviewCycles } from '../../review-cycles/index.js';
import { DomainError } from '../../shared/index.js';
import { RecommendationOpener } from '../recommendation-opener.js';

/**
 * A unit (or the secretariat for one) recommends something to the authority. Refused: another unit, a
 * cycle that is none, a past deadline.
 */
@Injectable()
export class SendRecommendation {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly opener: RecommendationOpener,
  ) {}

  execute(command: Command, call: Call): Promise<{ id: string; revision: number }> {
    return this.unitOfWork.run(call, async (tx) => {
      const { cycleId, ...given } = sendRecommendation.parse(command);
      if (!reaches(tx.actor, given.unitId)) throw new DomainError('NOT_FOUND');
      if (cycleId != null) await tx.use(ReviewCycles).get(cycleId);
      const id = await this.opener.open(tx, {
        ...given,
        cycleId: cycleId ?? null,
        supervisionId: null,
        illustrative: false,
      });
      return { id, revision: 1 };
    });
  }
}
