import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  acceptTask,
  acceptTaskPart,
  decideExtension,
  changed,
  askedReports,
  askReports,
  councilLadders,
  councilStepNumber,
  createdId,
  finishRecommendation,
  moveTaskDeadline,
  recommendUpward,
  requiredOfUnits,
  requireOfUnits,
  returnTask,
  settleRecommendation,
  takeCouncilStep,
  uuid,
  withdrawRequirement,
  type RecommendUpward as Recommendation,
  type AskReports as ReportsAsked,
  type RequireOfUnits as Requirement,
  type TakeCouncilStep as CouncilStepCommand,
} from '@nhip/contracts';
import {
  AskReports,
  FollowRecommendation,
  JudgeRequirement,
  RecommendUpward,
  ListCouncilLadders,
  RequireOfUnits,
  TakeCouncilStep,
} from '@nhip/core/follow-ups';
import type { Call, UserActor } from '@nhip/core/platform';
import type { z } from 'zod';
import { Calling, CurrentUser, Revision } from '../http/caller.js';
import { Answers, Permission } from '../http/permission.js';

const Id = () => Param('id', { schema: uuid });
const TaskId = () => Param('taskId', { schema: uuid });

/** Reports, requirements down and recommendations up, and the council's steps about them, by the supervision's team. */
@Controller('supervisions')
export class SupervisionFollowUpsController {
  constructor(
    private readonly reports: AskReports,
    private readonly requireOfUnits: RequireOfUnits,
    private readonly recommendUpward: RecommendUpward,
    private readonly judge: JudgeRequirement,
    private readonly follow: FollowRecommendation,
    private readonly ladders: ListCouncilLadders,
    private readonly councilStep: TakeCouncilStep,
  ) {}

  @Post(':id/reports')
  @Permission('supervisions.conduct')
  @Answers(askedReports)
  askReports(@Id() id: string, @Body({ schema: askReports }) command: ReportsAsked, @Calling() call: Call) {
    return this.reports.execute({ id, command }, call);
  }

  @Get(':id/ladders')
  @Permission('supervisions.read')
  @Answers(councilLadders)
  listLadders(@Id() id: string, @CurrentUser() user: UserActor, @Calling() { now }: Call) {
    return this.ladders.execute(id, user, now);
  }

  @Post(':id/council-steps')
  @Permission('supervisions.conduct')
  @Answers(councilStepNumber)
  takeStep(
    @Id() id: string,
    @Body({ schema: takeCouncilStep }) command: CouncilStepCommand,
    @Calling() call: Call,
  ) {
    return this.councilStep.execute({ id, command }, call);
  }

  @Post(':id/requirements')
  @Permission('supervisions.conduct')
  @Answers(requiredOfUnits)
  require(
    @Id() id: string,
    @Body({ schema: requireOfUnits }) requirement: Requirement,
    @Calling() call: Call,
  ) {
    return this.requireOfUnits.execute({ id, requirement }, call);
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
