import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  answerRecommendation,
  changed,
  created,
  finishRecommendation,
  recommendationList,
  recommendationPage,
  recommendationView,
  sendRecommendation,
  settleRecommendation,
  uuid,
  type RecommendationAnswer,
  type RecommendationList,
  type SendRecommendation as SendCommand,
} from '@nhip/contracts';
import {
  FollowRecommendation,
  GetRecommendation,
  ListRecommendations,
  SendRecommendation,
} from '@nhip/core/follow-ups';
import type { Call, UserActor } from '@nhip/core/platform';
import type { z } from 'zod';
import { Calling, CurrentUser, Revision } from '../http/caller.js';
import { Answers, Permission } from '../http/permission.js';

const Id = () => Param('id', { schema: uuid });

@Controller('recommendations')
export class RecommendationsController {
  constructor(
    private readonly listRecommendations: ListRecommendations,
    private readonly getRecommendation: GetRecommendation,
    private readonly sendRecommendation: SendRecommendation,
    private readonly follow: FollowRecommendation,
  ) {}

  @Get()
  @Permission('follow-ups.read')
  @Answers(recommendationPage)
  list(
    @Query({ schema: recommendationList }) query: RecommendationList,
    @CurrentUser() user: UserActor,
    @Calling() { now }: Call,
  ) {
    return this.listRecommendations.execute(query, user, now);
  }

  @Get(':id')
  @Permission('follow-ups.read')
  @Answers(recommendationView)
  get(@Id() id: string, @CurrentUser() user: UserActor, @Calling() { now }: Call) {
    return this.getRecommendation.execute(id, user, now);
  }

  @Post()
  @Permission('follow-ups.recommend')
  @Answers(created)
  send(@Body({ schema: sendRecommendation }) command: SendCommand, @Calling() call: Call) {
    return this.sendRecommendation.execute(command, call);
  }

  @Post(':id/answer')
  @HttpCode(200)
  @Permission('follow-ups.answer')
  @Answers(changed)
  answer(
    @Id() id: string,
    @Body({ schema: answerRecommendation }) answer: RecommendationAnswer,
    @Revision() revision: number,
    @Calling() call: Call,
  ) {
    return this.follow.answer({ id, revision, answer }, call);
  }

  @Post(':id/settle')
  @HttpCode(200)
  @Permission('follow-ups.recommend')
  @Answers(changed)
  settle(
    @Id() id: string,
    @Body({ schema: settleRecommendation }) command: z.infer<typeof settleRecommendation>,
    @Revision() revision: number,
    @Calling() call: Call,
  ) {
    return this.follow.settle({ ...command, id, revision }, call);
  }

  @Post(':id/finish')
  @HttpCode(200)
  @Permission('follow-ups.answer')
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
