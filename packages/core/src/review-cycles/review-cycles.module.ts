import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { Registries } from '../workflow/index.js';
import { CyclesFollowCalendar } from './cycles-follow-calendar.js';
import { describeReviewCycles } from './describe-review-cycle.js';
import { hasParticipants } from './has-participants.js';
import { GetReviewCycle } from './queries/get-review-cycle.query.js';
import { ListParticipants } from './queries/list-participants.query.js';
import { ListReviewCycles } from './queries/list-review-cycles.query.js';
import { AddParticipants } from './use-cases/add-participants.use-case.js';
import { CreateReviewCycle } from './use-cases/create-review-cycle.use-case.js';
import { EditReviewCycle } from './use-cases/edit-review-cycle.use-case.js';
import { ExcuseParticipant } from './use-cases/excuse-participant.use-case.js';
import { LaunchReviewCycle } from './use-cases/launch-review-cycle.use-case.js';
import { MoveCycle } from './use-cases/move-cycle.use-case.js';
import { MoveStageDeadline } from './use-cases/move-stage-deadline.use-case.js';
import { ReopenStage } from './use-cases/reopen-stage.use-case.js';

const parts = [
  CreateReviewCycle,
  EditReviewCycle,
  LaunchReviewCycle,
  MoveCycle,
  MoveStageDeadline,
  ReopenStage,
  AddParticipants,
  ExcuseParticipant,
  ListReviewCycles,
  GetReviewCycle,
  ListParticipants,
];

@Global()
@Module({ providers: [...parts, CyclesFollowCalendar], exports: parts })
export class ReviewCyclesModule implements OnModuleInit {
  constructor(private readonly registries: Registries) {}

  onModuleInit(): void {
    this.registries.owner('review-cycle', describeReviewCycles);
    this.registries.fact('review-cycles.has-participants', hasParticipants);
  }
}
