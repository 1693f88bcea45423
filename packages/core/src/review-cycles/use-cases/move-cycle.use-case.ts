import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Call } from '../../platform/index.js';
import { WorkflowEngine } from '../../workflow/index.js';
import { ReviewCycles } from '../persistence/review-cycles.repository.js';

/** Steps of a cycle that need nothing but a reason, with their history actions. */
const actions = {
  'end-stage': 'review-cycle.stage-ended',
  withdraw: 'review-cycle.launch-withdrawn',
  discard: 'review-cycle.discarded',
  'conclude-without-explanation': 'review-cycle.concluded',
  publish: 'review-cycle.published',
  close: 'review-cycle.closed',
} as const;

interface Command {
  readonly id: string;
  readonly revision: number;
  readonly event: keyof typeof actions;
  readonly reason?: string | undefined;
}

/**
 * Ends a stage before its deadline, withdraws a launch while nothing was accepted, discards a prepared cycle,
 * concludes without explanations, publishes the results, or closes. Who may do which, and when, says the cycle's procedure.
 */
@Injectable()
export class MoveCycle {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly engine: WorkflowEngine,
  ) {}

  execute({ id, revision, event, reason }: Command, call: Call): Promise<{ revision: number }> {
    return this.unitOfWork.run(
      call,
      async (tx) => {
        // Other records have a "withdraw" of their own: only a cycle is moved from here.
        await tx.use(ReviewCycles).get(id);
        const [after] = await this.engine.act(tx, {
          ids: [id],
          revision,
          event,
          action: actions[event],
          reason,
          ...(event === 'publish' && {
            change: () => tx.use(ReviewCycles).change(id, { publishedAt: tx.now }),
          }),
        });
        return { revision: after?.revision ?? revision };
      },
      { long: true },
    );
  }
}
