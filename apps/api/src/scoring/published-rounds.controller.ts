import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  describeError,
  enteredPublishedRound,
  enterPublishedRound,
  publishedRoundView,
  readPublishedResults,
  uuid,
  type EnterPublishedRound as Command,
  type Language,
} from '@nhip/contracts';
import type { Call, UserActor } from '@nhip/core/platform';
import { EnterPublishedRound, GetPublishedRound, ReadPublishedResults } from '@nhip/core/scoring';
import { Calling, CurrentUser, ReaderLanguage, Revision } from '../http/caller.js';
import { tableForm, type TableForm } from '../http/forms.js';
import { Answers, Permission } from '../http/permission.js';

const Id = () => Param('id', { schema: uuid });

/** What was published of the round before a cycle, for comparison. */
@Controller('review-cycles/:id/published-round')
export class PublishedRoundsController {
  constructor(
    private readonly getRound: GetPublishedRound,
    private readonly enterRound: EnterPublishedRound,
    private readonly readResults: ReadPublishedResults,
  ) {}

  @Get()
  @Permission('scores.read')
  @Answers(publishedRoundView)
  get(@Id() cycleId: string, @CurrentUser() user: UserActor) {
    return this.getRound.execute({ cycleId }, user);
  }

  /** With the revision that was seen; 0 where nothing was entered yet. */
  @Post()
  @HttpCode(200)
  @Permission('external-scores.enter')
  @Answers(enteredPublishedRound)
  enter(
    @Id() cycleId: string,
    @Body({ schema: enterPublishedRound }) round: Command,
    @Revision() revision: number,
    @Calling() call: Call,
  ) {
    return this.enterRound.execute({ ...round, cycleId, revision }, call);
  }

  /** What a table of results says; nothing is written. */
  @Post('read-table')
  @HttpCode(200)
  @Permission('external-scores.enter')
  @Answers(readPublishedResults)
  async readTable(
    @Id() cycleId: string,
    @Body({ schema: tableForm }) { file }: TableForm,
    @CurrentUser() user: UserActor,
    @ReaderLanguage() language: Language,
  ) {
    const read = await this.readResults.execute({ cycleId, file, language }, user);
    return {
      ...read,
      problems: read.problems.map(({ params, ...problem }) => ({
        ...problem,
        message: describeError(problem.code, params, language),
      })),
    };
  }
}
