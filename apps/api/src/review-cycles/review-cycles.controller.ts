import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  addParticipants,
  changed,
  closeReviewCycle,
  created,
  createReviewCycle,
  editReviewCycle,
  endStage,
  excuseParticipant,
  launchReviewCycle,
  moveStageDeadline,
  participantList,
  participantPage,
  publishResults,
  reopenStage,
  reviewCycleList,
  reviewCyclePage,
  reviewCycleView,
  uuid,
  withdrawLaunch,
  type CreateReviewCycle as CreateCommand,
  type EditReviewCycle as EditCommand,
  type ParticipantList,
  type ReviewCycleList,
} from '@nhip/contracts';
import type { Call, UserActor } from '@nhip/core/platform';
import {
  AddParticipants,
  CreateReviewCycle,
  EditReviewCycle,
  ExcuseParticipant,
  GetReviewCycle,
  LaunchReviewCycle,
  ListParticipants,
  ListReviewCycles,
  MoveCycle,
  MoveStageDeadline,
  ReopenStage,
} from '@nhip/core/review-cycles';
import type { z } from 'zod';
import { Calling, CurrentUser, Revision } from '../http/caller.js';
import { Answers, Permission } from '../http/permission.js';

const Id = () => Param('id', { schema: uuid });

@Controller('review-cycles')
export class ReviewCyclesController {
  constructor(
    private readonly listCycles: ListReviewCycles,
    private readonly getCycle: GetReviewCycle,
    private readonly listParticipants: ListParticipants,
    private readonly createCycle: CreateReviewCycle,
    private readonly editCycle: EditReviewCycle,
  ) {}

  @Get()
  @Permission('review-cycles.read')
  @Answers(reviewCyclePage)
  list(
    @Query({ schema: reviewCycleList }) query: ReviewCycleList,
    @CurrentUser() user: UserActor,
    @Calling() { now }: Call,
  ) {
    return this.listCycles.execute(query, user, now);
  }

  @Get(':id')
  @Permission('review-cycles.read')
  @Answers(reviewCycleView)
  get(@Id() id: string, @CurrentUser() user: UserActor, @Calling() { now }: Call) {
    return this.getCycle.execute(id, user, now);
  }

  @Get(':id/participants')
  @Permission('review-cycles.read')
  @Answers(participantPage)
  participants(
    @Id() id: string,
    @Query({ schema: participantList }) query: ParticipantList,
    @CurrentUser() user: UserActor,
  ) {
    return this.listParticipants.execute(id, query, user);
  }

  @Post()
  @Permission('review-cycles.prepare')
  @Answers(created)
  create(@Body({ schema: createReviewCycle }) command: CreateCommand, @Calling() call: Call) {
    return this.createCycle.execute(command, call);
  }

  @Post(':id/edit')
  @HttpCode(200)
  @Permission('review-cycles.prepare')
  @Answers(changed)
  edit(
    @Id() id: string,
    @Body({ schema: editReviewCycle }) command: EditCommand,
    @Revision() revision: number,
    @Calling() call: Call,
  ) {
    return this.editCycle.execute({ ...command, id, revision }, call);
  }
}

/** The steps of a running cycle: each with the revision its sender saw. */
@Controller('review-cycles/:id')
export class ReviewCycleStepsController {
  constructor(
    private readonly launchCycle: LaunchReviewCycle,
    private readonly moveCycle: MoveCycle,
    private readonly moveDeadline: MoveStageDeadline,
    private readonly reopenStage: ReopenStage,
    private readonly addUnits: AddParticipants,
    private readonly excuseUnit: ExcuseParticipant,
  ) {}

  @Post('launch')
  @HttpCode(200)
  @Permission('review-cycles.launch')
  @Answers(changed)
  launch(
    @Id() id: string,
    @Body({ schema: launchReviewCycle }) { reason }: z.infer<typeof launchReviewCycle>,
    @Revision() revision: number,
    @Calling() call: Call,
  ) {
    return this.launchCycle.execute({ id, revision, reason }, call);
  }

  @Post('withdraw')
  @HttpCode(200)
  @Permission('review-cycles.launch')
  @Answers(changed)
  withdraw(
    @Id() id: string,
    @Body({ schema: withdrawLaunch }) { reason }: z.infer<typeof withdrawLaunch>,
    @Revision() revision: number,
    @Calling() call: Call,
  ) {
    return this.moveCycle.execute({ id, revision, reason, event: 'withdraw' }, call);
  }

  @Post('discard')
  @HttpCode(200)
  @Permission('review-cycles.prepare')
  @Answers(changed)
  discard(
    @Id() id: string,
    @Body({ schema: withdrawLaunch }) { reason }: z.infer<typeof withdrawLaunch>,
    @Revision() revision: number,
    @Calling() call: Call,
  ) {
    return this.moveCycle.execute({ id, revision, reason, event: 'discard' }, call);
  }

  @Post('end-stage')
  @HttpCode(200)
  @Permission('review-cycles.conduct')
  @Answers(changed)
  endStage(
    @Id() id: string,
    @Body({ schema: endStage }) { reason }: z.infer<typeof endStage>,
    @Revision() revision: number,
    @Calling() call: Call,
  ) {
    return this.moveCycle.execute({ id, revision, reason, event: 'end-stage' }, call);
  }

  @Post('move-deadline')
  @HttpCode(200)
  @Permission('review-cycles.conduct')
  @Answers(changed)
  move(
    @Id() id: string,
    @Body({ schema: moveStageDeadline }) command: z.infer<typeof moveStageDeadline>,
    @Revision() revision: number,
    @Calling() call: Call,
  ) {
    return this.moveDeadline.execute({ ...command, id, revision }, call);
  }

  @Post('reopen')
  @HttpCode(200)
  @Permission('review-cycles.conduct')
  @Answers(changed)
  reopen(
    @Id() id: string,
    @Body({ schema: reopenStage }) command: z.infer<typeof reopenStage>,
    @Revision() revision: number,
    @Calling() call: Call,
  ) {
    return this.reopenStage.execute({ ...command, id, revision }, call);
  }

  @Post('add-participants')
  @HttpCode(200)
  @Permission('review-cycles.conduct')
  @Answers(changed)
  add(
    @Id() id: string,
    @Body({ schema: addParticipants }) command: z.infer<typeof addParticipants>,
    @Revision() revision: number,
    @Calling() call: Call,
  ) {
    return this.addUnits.execute({ ...command, id, revision }, call);
  }

  @Post('excuse-participant')
  @HttpCode(200)
  @Permission('review-cycles.conduct')
  @Answers(changed)
  excuse(
    @Id() id: string,
    @Body({ schema: excuseParticipant }) command: z.infer<typeof excuseParticipant>,
    @Revision() revision: number,
    @Calling() call: Call,
  ) {
    return this.excuseUnit.execute({ ...command, id, revision }, call);
  }

  @Post('conclude-without-explanation')
  @HttpCode(200)
  @Permission('review-cycles.conclude')
  @Answers(changed)
  concludeWithoutExplanation(
    @Id() id: string,
    @Body({ schema: closeReviewCycle }) { reason }: z.infer<typeof closeReviewCycle>,
    @Revision() revision: number,
    @Calling() call: Call,
  ) {
    return this.moveCycle.execute({ id, revision, reason, event: 'conclude-without-explanation' }, call);
  }

  @Post('publish')
  @HttpCode(200)
  @Permission('review-cycles.publish')
  @Answers(changed)
  publish(
    @Id() id: string,
    @Body({ schema: publishResults }) { reason }: z.infer<typeof publishResults>,
    @Revision() revision: number,
    @Calling() call: Call,
  ) {
    return this.moveCycle.execute({ id, revision, reason, event: 'publish' }, call);
  }

  @Post('close')
  @HttpCode(200)
  @Permission('review-cycles.conduct')
  @Answers(changed)
  close(
    @Id() id: string,
    @Body({ schema: closeReviewCycle }) { reason }: z.infer<typeof closeReviewCycle>,
    @Revision() revision: number,
    @Calling() call: Call,
  ) {
    return this.moveCycle.execute({ id, revision, reason, event: 'close' }, call);
  }
}
