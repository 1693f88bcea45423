import type { CheckedFigures } from '@nhip/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { CALENDARS, type Calendars } from '../../calendar/index.js';
import { UnitOfWork, type Call } from '../../platform/index.js';
import { DomainError } from '../../shared/index.js';
import { checkFigures } from '../check-figures.js';

/** The secretariat has a whole cycle checked again; nothing but findings changes, and twice is as good as once. */
@Injectable()
export class CheckFigures {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  execute({ cycleId }: { readonly cycleId: string }, call: Call): Promise<CheckedFigures> {
    return this.unitOfWork.run(
      call,
      async (tx) => {
        const known = await tx.rows('select from review_cycle where administration_id = $1 and id = $2', [
          tx.administrationId,
          cycleId,
        ]);
        if (known.length === 0) throw new DomainError('NOT_FOUND');
        return checkFigures(tx, this.calendars, { cycleId });
      },
      { long: true },
    );
  }
}
