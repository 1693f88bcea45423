import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Call } from '../../platform/index.js';
import { recordAppraisals, type AppraisalCommand, type RecordedAppraisals } from './record-appraisals.js';

/**
 * Appraisers and the secretariat, once the submission is no longer the unit's to fill and until the cycle is over. What
 * they decide counts in place of what is computed, each with its reason; the open run follows. Refused as a whole,
 * each bad item named.
 */
@Injectable()
export class RecordAppraisedScores {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(command: AppraisalCommand, call: Call): Promise<RecordedAppraisals> {
    return this.unitOfWork.run(call, (tx) => recordAppraisals(tx, 'appraised', command));
  }
}
