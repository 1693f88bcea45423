import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Call } from '../../platform/index.js';

/** System: makes the installation a sample one whose business time stands still at the call's time; once. */
@Injectable()
export class StartDemoClock {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(call: Call): Promise<void> {
    return this.unitOfWork.run(call, async (tx) => {
      await tx.rows('insert into demo_clock (at, target) values ($1, $1) on conflict (one) do nothing', [
        tx.now,
      ]);
    });
  }
}
