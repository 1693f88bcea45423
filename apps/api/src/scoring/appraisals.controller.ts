import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  appraisalView,
  recordAppraisedScores,
  recordedAppraisals,
  recordSelfScores,
  uuid,
  type RecordAppraisedScores as AppraisedCommand,
  type RecordSelfScores as SelfCommand,
} from '@nhip/contracts';
import type { Call, UserActor } from '@nhip/core/platform';
import { GetAppraisal, RecordAppraisedScores, RecordSelfScores } from '@nhip/core/scoring';
import { Calling, CurrentUser } from '../http/caller.js';
import { Answers, Permission } from '../http/permission.js';

const Id = () => Param('id', { schema: uuid });
const UnitId = () => Param('unitId', { schema: uuid });

/** Self-score → appraised → final of a unit in a cycle. */
@Controller('review-cycles/:id/units/:unitId')
export class AppraisalsController {
  constructor(
    private readonly getAppraisal: GetAppraisal,
    private readonly recordSelf: RecordSelfScores,
    private readonly recordAppraised: RecordAppraisedScores,
  ) {}

  @Get('appraisal')
  @Permission('scores.read')
  @Answers(appraisalView)
  get(@Id() cycleId: string, @UnitId() unitId: string, @CurrentUser() user: UserActor) {
    return this.getAppraisal.execute({ cycleId, unitId }, user);
  }

  @Post('self-scores')
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

  @Post('appraised-scores')
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
