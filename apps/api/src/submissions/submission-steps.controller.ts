import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import {
  changed,
  submissionStep,
  submissionStepWithReason,
  uuid,
  type SubmissionStep,
} from '@nhip/contracts';
import type { Call } from '@nhip/core/platform';
import { MoveSubmission, type SubmissionEvent } from '@nhip/core/submissions';
import { Calling, Revision } from '../http/caller.js';
import { Answers, Permission } from '../http/permission.js';

const Id = () => Param('id', { schema: uuid });
const Step = () => Body({ schema: submissionStep });
const WithReason = () => Body({ schema: submissionStepWithReason });

/** One level hands the submission on, or back. */
@Controller('submissions')
export class SubmissionStepsController {
  constructor(private readonly moveSubmission: MoveSubmission) {}

  private move(id: string, event: SubmissionEvent, { reason }: SubmissionStep, revision: number, call: Call) {
    return this.moveSubmission.execute({ id, event, reason, revision }, call);
  }

  @Post(':id/submit')
  @HttpCode(200)
  @Permission('submissions.fill')
  @Answers(changed)
  submit(
    @Id() id: string,
    @Step() step: SubmissionStep,
    @Revision() revision: number,
    @Calling() call: Call,
  ) {
    return this.move(id, 'submit', step, revision, call);
  }

  @Post(':id/recall')
  @HttpCode(200)
  @Permission('submissions.fill')
  @Answers(changed)
  recall(
    @Id() id: string,
    @Step() step: SubmissionStep,
    @Revision() revision: number,
    @Calling() call: Call,
  ) {
    return this.move(id, 'recall', step, revision, call);
  }

  @Post(':id/approve')
  @HttpCode(200)
  @Permission('submissions.approve')
  @Answers(changed)
  approve(
    @Id() id: string,
    @Step() step: SubmissionStep,
    @Revision() revision: number,
    @Calling() call: Call,
  ) {
    return this.move(id, 'approve', step, revision, call);
  }

  /** The leader gives it back to the officer. */
  @Post(':id/hand-back')
  @HttpCode(200)
  @Permission('submissions.approve')
  @Answers(changed)
  handBack(
    @Id() id: string,
    @WithReason() step: SubmissionStep,
    @Revision() revision: number,
    @Calling() call: Call,
  ) {
    return this.move(id, 'return', step, revision, call);
  }

  @Post(':id/accept')
  @HttpCode(200)
  @Permission('submissions.accept')
  @Answers(changed)
  accept(
    @Id() id: string,
    @Step() step: SubmissionStep,
    @Revision() revision: number,
    @Calling() call: Call,
  ) {
    return this.move(id, 'accept', step, revision, call);
  }

  /** The secretariat gives it back to the unit. */
  @Post(':id/return')
  @HttpCode(200)
  @Permission('submissions.accept')
  @Answers(changed)
  return(
    @Id() id: string,
    @WithReason() step: SubmissionStep,
    @Revision() revision: number,
    @Calling() call: Call,
  ) {
    return this.move(id, 'return', step, revision, call);
  }

  @Post(':id/reopen')
  @HttpCode(200)
  @Permission('submissions.accept')
  @Answers(changed)
  reopen(
    @Id() id: string,
    @WithReason() step: SubmissionStep,
    @Revision() revision: number,
    @Calling() call: Call,
  ) {
    return this.move(id, 'reopen', step, revision, call);
  }
}
