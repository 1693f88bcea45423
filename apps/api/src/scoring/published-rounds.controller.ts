import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  enteredPublishedRound,
  enterPublishedRound,
  publishedRoundView,
  uuid,
  type EnterPublishedRound as Command,
} from '@nhip/contracts';
import type { Call, UserActor } from '@nhip/core/platform';
import { EnterPublishedRound, GetPublishedRound } from '@nhip/core/scoring';
import { Calling, CurrentUser } from '../http/caller.js';
import { Answers, Permission } from '../http/permission.js';

const Id = () => Param('id', { schema: uuid });

/** What was published of the round before a cycle, for comparison. */
@Controller('review-cycles/:id/published-round')
export class PublishedRoundsController {
  constructor(
    private readonly getRound: GetPublishedRound,
    private readonly enterRound: EnterPublishedRound,
  ) {}

  @Get()
  @Permission('scores.read')
  @Answers(publishedRoundView)
  get(@Id() cycleId: string, @CurrentUser() user: UserActor) {
    return this.getRound.execute({ cycleId }, user);
  }

  @Post()
  @HttpCode(200)
  @Permission('external-scores.enter')
  @Answers(enteredPublishedRound)
  enter(@Id() cycleId: string, @Body({ schema: enterPublishedRound }) round: Command, @Calling() call: Call) {
    return this.enterRound.execute({ ...round, cycleId }, call);
  }
}
