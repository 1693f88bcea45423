import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  collectionProgress,
  enteredFigures,
  enterExternalFigures,
  externalFigures,
  uuid,
  type CollectionProgress,
  type EnterExternalFigures as EnterCommand,
} from '@nhip/contracts';
import { CountOpenFindings } from '@nhip/core/findings';
import type { Call, UserActor } from '@nhip/core/platform';
import { EnterExternalFigures, GetCollectionProgress, GetExternalFigures } from '@nhip/core/submissions';
import { Calling, CurrentUser } from '../http/caller.js';
import { Answers, Permission } from '../http/permission.js';

const Id = () => Param('id', { schema: uuid });

/** The collection of a whole cycle. */
@Controller('review-cycles')
export class CollectionController {
  constructor(
    private readonly getProgress: GetCollectionProgress,
    private readonly countFindings: CountOpenFindings,
    private readonly getExternalFigures: GetExternalFigures,
    private readonly enterFigures: EnterExternalFigures,
  ) {}

  @Get(':id/collection')
  @Permission('submissions.read')
  @Answers(collectionProgress)
  async progress(@Id() id: string, @CurrentUser() user: UserActor): Promise<CollectionProgress> {
    const progress = await this.getProgress.execute(id, user);
    return { ...progress, openFindings: await this.countFindings.ofCycle(id, user) };
  }

  @Get(':id/external-figures')
  @Permission('external-scores.enter')
  @Answers(externalFigures)
  external(@Id() id: string, @CurrentUser() user: UserActor) {
    return this.getExternalFigures.execute(id, user);
  }

  @Post(':id/external-figures')
  @HttpCode(200)
  @Permission('external-scores.enter')
  @Answers(enteredFigures)
  enter(
    @Id() id: string,
    @Body({ schema: enterExternalFigures }) command: EnterCommand,
    @Calling() call: Call,
  ) {
    return this.enterFigures.execute({ ...command, cycleId: id }, call);
  }
}
