import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Call } from '../../platform/index.js';
import { DomainError, type Instant } from '../../shared/index.js';
import { nextStop } from '../step-demo-clock.js';

/**
 * An administrator of a sample installation sends its clock forward: to an instant, or to the next deadline. The
 * workers take it there, stopping wherever something is due. Refused backwards, and where there is no demo clock.
 */
@Injectable()
export class MoveDemoClock {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(
    { to }: { readonly to?: Instant | undefined },
    call: Call,
  ): Promise<{ at: Instant; target: Instant }> {
    return this.unitOfWork.run(call, async (tx) => {
      const [clock] = await tx.rows<{ at: Instant; target: Instant; revision: number }>(
        'select at, target, revision from demo_clock for update',
      );
      if (clock === undefined) throw new DomainError('DEMO_CLOCK_MISSING');
      const target = to ?? ((await nextStop(tx)) as Instant | undefined);
      if (target === undefined) throw new DomainError('DEMO_CLOCK_NOTHING_DUE');
      if (target <= clock.target) throw new DomainError('DEMO_CLOCK_BACKWARDS', { at: clock.target });
      const revision = clock.revision + 1;
      await tx.rows('update demo_clock set target = $1, revision = $2', [target, revision]);
      tx.history([
        {
          stream: 'demo-clock',
          subject: { kind: 'demo-clock', id: tx.administrationId },
          revision,
          action: 'demo-clock.moved',
          before: { target: clock.target },
          after: { target },
        },
      ]);
      return { at: clock.at, target };
    });
  }
}
