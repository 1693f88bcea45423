import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  freezeScores,
  runScoring,
  scoringOutcome,
  scoringRunList,
  settledRun,
  uuid,
  type RunScoring as RunCommand,
} from '@nhip/contracts';
import type { Call, UserActor } from '@nhip/core/platform';
import { FreezeScores, ListScoringRuns, RunScoring } from '@nhip/core/scoring';
import { Calling, CurrentUser, Revision } from '../http/caller.js';
import { Answers, Permission } from '../http/permission.js';

const Id = () => Param('id', { schema: uuid });

/** Publishing is a step of the cycle itself: `POST /review-cycles/:id/publish`. */
@Controller('review-cycles/:id')
export class ScoringRunsController {
  constructor(
    private readonly listRuns: ListScoringRuns,
    private readonly runScoring: RunScoring,
    private readonly freezeScores: FreezeScores,
  ) {}

  @Get('scoring-runs')
  @Permission('scores.read')
  @Answers(scoringRunList)
  async list(@Id() cycleId: string, @CurrentUser() user: UserActor) {
    return { items: await this.listRuns.execute({ cycleId }, user) };
  }

  @Post('run-scoring')
  @HttpCode(200)
  @Permission('scores.run')
  @Answers(scoringOutcome)
  run(@Id() cycleId: string, @Body({ schema: runScoring }) command: RunCommand, @Calling() call: Call) {
    return this.runScoring.execute({ ...command, cycleId }, call);
  }

  @Post('freeze-scores')
  @HttpCode(200)
  @Permission('scores.run')
  @Answers(settledRun)
  freeze(
    @Id() cycleId: string,
    @Body({ schema: freezeScores }) { reason }: RunCommand,
    @Revision() revision: number,
    @Calling() call: Call,
  ) {
    return this.freezeScores.execute({ cycleId, reason, revision }, call);
  }
}
