import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  appraisalListQuery,
  appraisalPage,
  appraisalView,
  recordAppraisedScores,
  recordedAppraisals,
  recordSelfScores,
  uuid,
  type AppraisalListQuery,
  type RecordAppraisedScores as AppraisedCommand,
  type RecordSelfScores as SelfCommand,
} from '@nhip/contracts';
import type { Call, UserActor } from '@nhip/core/platform';
import { GetAppraisal, ListAppraisals, RecordAppraisedScores, RecordSelfScores } from '@nhip/core/scoring';
import { Calling, CurrentUser } from '../http/caller.js';
import { Answers, Permission } from '../http/permission.js';

const Id = () => Param('id', { schema: uuid });
const UnitId = () => Param('unitId', { schema: uuid });

/** Self-score → appraised → final of the units in a cycle. */
@Controller('review-cycles/:id')
export class AppraisalsController {
  constructor(
    private readonly getAppraisal: GetAppraisal,
    private readonly listAppraisals: ListAppraisals,
    private readonly recordSelf: RecordSelfScores,
    private readonly recordAppraised: RecordAppraisedScores,
  ) {}

  @Get('appraisals')
  @Permission('scores.appraise')
  @Answers(appraisalPage)
  list(
    @Id() cycleId: string,
    @Query({ schema: appraisalListQuery }) query: AppraisalListQuery,
    @CurrentUser() user: UserActor,
  ) {
    return this.listAppraisals.execute({ ...query, cycleId }, user);
  }

  @Get('units/:unitId/appraisal')
  @Permission('scores.read')
  @Answers(appraisalView)
  get(@Id() cycleId: string, @UnitId() unitId: string, @CurrentUser() user: UserActor) {
    return this.getAppraisal.execute({ cycleId, unitId }, user);
  }

  @Post('units/:unitId/self-scores')
  @HttpCode(200)
  @Permission('submissions.fill')
  @Answers(recordedAppraisals)
  self(
    @Id() cycleId: string,
    @UnitId() unitId: string,
    @Body({ schema: recordSelfScores }) { items }: SelfCommand,
    @Calling() call: Call,
  ) {
    return this.recordSelf.execute({ cycleId, unitId, items }, call);
  }

  @Post('units/:unitId/appraised-scores')
  @HttpCode(200)
  @Permission('scores.appraise')
  @Answers(recordedAppraisals)
  appraised(
    @Id() cycleId: string,
    @UnitId() unitId: string,
    @Body({ schema: recordAppraisedScores }) { items }: AppraisedCommand,
    @Calling() call: Call,
  ) {
    return this.recordAppraised.execute({ cycleId, unitId, items }, call);
  }
}
