import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  changeWhatIf,
  dropWhatIf,
  keepWhatIf,
  startWhatIf,
  uuid,
  whatIfList,
  whatIfResults,
  whatIfResultsQuery,
  whatIfStarted,
  whatIfView,
  type WhatIfResultsQuery,
} from '@nhip/contracts';
import type { Call, UserActor } from '@nhip/core/platform';
import {
  ChangeWhatIf,
  GetWhatIf,
  GetWhatIfResults,
  ListWhatIfs,
  SettleWhatIf,
  StartWhatIf,
} from '@nhip/core/scoring';
import type { z } from 'zod';
import { Calling, CurrentUser, Revision } from '../http/caller.js';
import { Answers, Permission } from '../http/permission.js';

const CycleId = () => Param('id', { schema: uuid });
const Id = () => Param('whatIfId', { schema: uuid });

/** What-if: scores and ranks as they would be under other criteria or figures; the cycle itself is not touched. */
@Controller('review-cycles/:id/what-ifs')
export class WhatIfsController {
  constructor(
    private readonly list: ListWhatIfs,
    private readonly getOne: GetWhatIf,
    private readonly getResults: GetWhatIfResults,
    private readonly startOne: StartWhatIf,
    private readonly changeOne: ChangeWhatIf,
    private readonly settle: SettleWhatIf,
  ) {}

  @Get()
  @Permission('scores.suppose')
  @Answers(whatIfList)
  async all(@CycleId() cycleId: string, @CurrentUser() user: UserActor) {
    return { items: await this.list.execute({ cycleId }, user) };
  }

  @Post()
  @Permission('scores.suppose')
  @Answers(whatIfStarted)
  start(
    @CycleId() cycleId: string,
    @Body({ schema: startWhatIf }) command: z.infer<typeof startWhatIf>,
    @Calling() call: Call,
  ) {
    return this.startOne.execute({ ...command, cycleId }, call);
  }

  @Get(':whatIfId')
  @Permission('scores.suppose')
  @Answers(whatIfView)
  get(@CycleId() cycleId: string, @Id() id: string, @CurrentUser() user: UserActor) {
    return this.getOne.execute({ cycleId, id }, user);
  }

  @Get(':whatIfId/results')
  @Permission('scores.suppose')
  @Answers(whatIfResults)
  results(
    @CycleId() cycleId: string,
    @Id() id: string,
    @Query({ schema: whatIfResultsQuery }) query: WhatIfResultsQuery,
    @CurrentUser() user: UserActor,
  ) {
    return this.getResults.execute({ ...query, cycleId, id }, user);
  }

  @Post(':whatIfId/change')
  @HttpCode(200)
  @Permission('scores.suppose')
  @Answers(whatIfStarted)
  change(
    @CycleId() cycleId: string,
    @Id() id: string,
    @Body({ schema: changeWhatIf }) command: z.infer<typeof changeWhatIf>,
    @Revision() revision: number,
    @Calling() call: Call,
  ) {
    return this.changeOne.execute({ ...command, cycleId, id, revision }, call);
  }

  @Post(':whatIfId/keep')
  @HttpCode(200)
  @Permission('scores.suppose')
  @Answers(whatIfStarted)
  keep(
    @CycleId() cycleId: string,
    @Id() id: string,
    @Body({ schema: keepWhatIf }) command: z.infer<typeof keepWhatIf>,
    @Revision() revision: number,
    @Calling() call: Call,
  ) {
    return this.settle.execute({ ...command, to: 'kept', cycleId, id, revision }, call);
  }

  @Post(':whatIfId/drop')
  @HttpCode(200)
  @Permission('scores.suppose')
  @Answers(whatIfStarted)
  drop(
    @CycleId() cycleId: string,
    @Id() id: string,
    @Body({ schema: dropWhatIf }) command: z.infer<typeof dropWhatIf>,
    @Revision() revision: number,
    @Calling() call: Call,
  ) {
    return this.settle.execute({ ...command, to: 'dropped', cycleId, id, revision }, call);
  }
}
