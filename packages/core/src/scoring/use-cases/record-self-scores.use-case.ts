import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Call } from '../../platform/index.js';
import { recordAppraisals, type AppraisalCommand, type RecordedAppraisals } from './record-appraisals.js';

/**
 * Officers and leaders of the unit, while the submission is theirs to fill. What the unit gives itself, indicator by
 * indicator, with a reason where it is other than the figures give. Refused as a whole, each bad item named: survey and
 * external items, points outside the maximum or off the step.
 */
@Injectable()
export class RecordSelfScores {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(command: AppraisalCommand, call: Call): Promise<RecordedAppraisals> {
    return this.unitOfWork.run(call, (tx) => recordAppraisals(tx, 'self', command));
  }
}
