import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  answerFinding,
  changed,
  checkedFigures,
  checkFigures,
  checkPublishedFigure,
  findingList,
  findingPage,
  findingView,
  publishedFigureAnswer,
  settleFinding,
  uuid,
  type AnswerFinding as Answer,
  type CheckPublishedFigure as PublishedQuestion,
  type FindingList,
  type SettleFinding as Settlement,
} from '@nhip/contracts';
import {
  AnswerFinding,
  CheckFigures,
  CheckPublishedFigure,
  ListFindings,
  SettleFinding,
} from '@nhip/core/findings';
import type { Call, UserActor } from '@nhip/core/platform';
import { Calling, CurrentUser, Revision } from '../http/caller.js';
import { Answers, Permission } from '../http/permission.js';

const Id = () => Param('id', { schema: uuid });

@Controller()
export class FindingsController {
  constructor(
    private readonly listFindings: ListFindings,
    private readonly answerFinding: AnswerFinding,
    private readonly settleFinding: SettleFinding,
    private readonly checkFigures: CheckFigures,
    private readonly checkPublishedFigure: CheckPublishedFigure,
  ) {}

  @Get('findings')
  @Permission('findings.read')
  @Answers(findingPage)
  list(@Query({ schema: findingList }) query: FindingList, @CurrentUser() user: UserActor) {
    return this.listFindings.execute(query, user);
  }

  @Get('findings/:id')
  @Permission('findings.read')
  @Answers(findingView)
  get(@Id() id: string, @CurrentUser() user: UserActor) {
    return this.listFindings.get(id, user);
  }

  @Post('findings/:id/answer')
  @HttpCode(200)
  @Permission('findings.answer')
  @Answers(changed)
  answer(
    @Id() id: string,
    @Body({ schema: answerFinding }) command: Answer,
    @Revision() revision: number,
    @Calling() call: Call,
  ) {
    return this.answerFinding.execute({ ...command, id, revision }, call);
  }

  @Post('findings/:id/settle')
  @HttpCode(200)
  @Permission('findings.settle')
  @Answers(changed)
  settle(
    @Id() id: string,
    @Body({ schema: settleFinding }) command: Settlement,
    @Revision() revision: number,
    @Calling() call: Call,
  ) {
    return this.settleFinding.execute({ ...command, id, revision }, call);
  }

  @Post('review-cycles/:id/check-figures')
  @HttpCode(200)
  @Permission('findings.settle')
  @Answers(checkedFigures)
  check(@Id() id: string, @Body({ schema: checkFigures }) _: object, @Calling() call: Call) {
    return this.checkFigures.execute({ cycleId: id }, call);
  }

  /** Changes nothing; the question is too long for an address. */
  @Post('published-figures/check')
  @HttpCode(200)
  @Permission('findings.read')
  @Answers(publishedFigureAnswer)
  checkPublished(
    @Body({ schema: checkPublishedFigure }) question: PublishedQuestion,
    @CurrentUser() user: UserActor,
  ) {
    return this.checkPublishedFigure.execute(question, user);
  }
}
