import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import {
  acceptTask,
  acceptTaskPart,
  decideExtension,
  changed,
  createdId,
  finishRecommendation,
  moveTaskDeadline,
  recommendUpward,
  requireOfUnit,
  returnTask,
  settleRecommendation,
  uuid,
  withdrawRequirement,
  type RecommendUpward as Recommendation,
  type RequireOfUnit as Requirement,
} from '@nhip/contracts';
import {
  FollowRecommendation,
  JudgeRequirement,
  RecommendUpward,
  RequireOfUnit,
} from '@nhip/core/follow-ups';
import type { Call } from '@nhip/core/platform';
import type { z } from 'zod';
import { Calling, Revision } from '../http/caller.js';
import { Answers, Permission } from '../http/permission.js';

const Id = () => Param('id', { schema: uuid });
const TaskId = () => Param('taskId', { schema: uuid });

/** Requirements down and recommendations up, by the team of the supervision. */
@Controller('supervisions')
export class SupervisionFollowUpsController {
  constructor(
    private readonly requireOfUnit: RequireOfUnit,
    private readonly recommendUpward: RecommendUpward,
    private readonly judge: JudgeRequirement,
    private readonly follow: FollowRecommendation,
  ) {}

  @Post(':id/requirements')
  @Permission('supervisions.conduct')
  @Answers(createdId)
  require(
    @Id() id: string,
    @Body({ schema: requireOfUnit }) requirement: Requirement,
    @Calling() call: Call,
  ) {
    return this.requireOfUnit.execute({ id, requirement }, call);
  }

  @Post(':id/requirements/:taskId/accept')
  @HttpCode(200)
  @Permission('supervisions.conduct')
  @Answers(changed)
  accept(
    @Id() id: string,
    @TaskId() taskId: string,
    @Body({ schema: acceptTask }) { reason }: z.infer<typeof acceptTask>,
    @Revision() revision: number,
    @Calling() call: Call,
  ) {
    return this.judge.accept({ id, taskId, revision, reason }, call);
  }

  @Post(':id/requirements/:taskId/accept-part')
  @HttpCode(200)
  @Permission('supervisions.conduct')
  @Answers(changed)
  acceptPart(
    @Id() id: string,
    @TaskId() taskId: string,
    @Body({ schema: acceptTaskPart }) command: z.infer<typeof acceptTaskPart>,
    @Revision() revision: number,
    @Calling() call: Call,
  ) {
    return this.judge.acceptPart({ ...command, id, taskId, revision }, call);
  }

  @Post(':id/requirements/:taskId/decide-extension')
  @HttpCode(200)
  @Permission('supervisions.conduct')
  @Answers(changed)
  decideExtension(
    @Id() id: string,
    @TaskId() taskId: string,
    @Body({ schema: decideExtension }) decision: z.infer<typeof decideExtension>,
    @Revision() revision: number,
    @Calling() call: Call,
  ) {
    return this.judge.decideExtension({ ...decision, id, taskId, revision }, call);
  }

  @Post(':id/requirements/:taskId/return')
  @HttpCode(200)
  @Permission('supervisions.conduct')
  @Answers(changed)
  return(
    @Id() id: string,
    @TaskId() taskId: string,
    @Body({ schema: returnTask }) command: z.infer<typeof returnTask>,
    @Revision() revision: number,
    @Calling() call: Call,
  ) {
    return this.judge.return({ ...command, id, taskId, revision }, call);
  }

  @Post(':id/requirements/:taskId/withdraw')
  @HttpCode(200)
  @Permission('supervisions.conduct')
  @Answers(changed)
  withdraw(
    @Id() id: string,
    @TaskId() taskId: string,
    @Body({ schema: withdrawRequirement }) { reason }: z.infer<typeof withdrawRequirement>,
    @Revision() revision: number,
    @Calling() call: Call,
  ) {
    return this.judge.withdraw({ id, taskId, revision, reason }, call);
  }

  @Post(':id/requirements/:taskId/move-deadline')
  @HttpCode(200)
  @Permission('supervisions.conduct')
  @Answers(changed)
  moveDeadline(
    @Id() id: string,
    @TaskId() taskId: string,
    @Body({ schema: moveTaskDeadline }) command: z.infer<typeof moveTaskDeadline>,
    @Revision() revision: number,
    @Calling() call: Call,
  ) {
    return this.judge.moveDeadline({ ...command, id, taskId, revision }, call);
  }

  @Post(':id/recommendations')
  @Permission('supervisions.conduct')
  @Answers(createdId)
  recommend(
    @Id() id: string,
    @Body({ schema: recommendUpward }) recommendation: Recommendation,
    @Calling() call: Call,
  ) {
    return this.recommendUpward.execute({ id, recommendation }, call);
  }

  @Post('recommendations/:id/settle')
  @HttpCode(200)
  @Permission('supervisions.conduct')
  @Answers(changed)
  settle(
    @Id() id: string,
    @Body({ schema: settleRecommendation }) command: z.infer<typeof settleRecommendation>,
    @Revision() revision: number,
    @Calling() call: Call,
  ) {
    return this.follow.settle({ ...command, id, revision }, call);
  }

  @Post('recommendations/:id/finish')
  @HttpCode(200)
  @Permission('supervisions.conduct')
  @Answers(changed)
  finish(
    @Id() id: string,
    @Body({ schema: finishRecommendation }) command: z.infer<typeof finishRecommendation>,
    @Revision() revision: number,
    @Calling() call: Call,
  ) {
    return this.follow.finish({ ...command, id, revision }, call);
  }
}
