import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Call } from '../../platform/index.js';

/** System: makes the installation a sample one whose business time stands still at the call's time; once. */
@Injectable()
export class StartDemoClock {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(call: Call): Promise<void> {
    return this.unitOfWork.run(call, async (tx) => {
      const started = await tx.rows(
        'insert into demo_clock (at, target) values ($1, $1) on conflict (one) do nothing returning at',
        [tx.now],
      );
      if (started.length === 0) return;
      tx.history([
        {
          stream: 'demo-clock',
          subject: { kind: 'demo-clock', id: tx.administrationId },
          revision: 1,
          action: 'demo-clock.started',
          after: { target: tx.now },
        },
      ]);
    });
  }
}
