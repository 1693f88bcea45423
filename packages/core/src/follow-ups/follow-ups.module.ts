import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { Registries } from '../workflow/index.js';
import { CycleConclusion } from './cycle-conclusion.js';
import { describeRecommendations } from './describe-recommendations.js';
import { registerFollowUps } from './effects.js';
import { CountTasksByConclusion } from './queries/count-tasks-by-conclusion.query.js';
import { FindConclusionOfTask } from './queries/find-conclusion-of-task.query.js';
import { GetAgenda } from './queries/get-agenda.query.js';
import { GetConclusion } from './queries/get-conclusion.query.js';
import { GetEffects } from './queries/get-effects.query.js';
import { GetMinutes } from './queries/get-minutes.query.js';
import { GetRecommendation } from './queries/get-recommendation.query.js';
import { GetSupervision } from './queries/get-supervision.query.js';
import { ListConclusions } from './queries/list-conclusions.query.js';
import { GetConsolidation } from './queries/get-consolidation.query.js';
import { ListAuditors } from './queries/list-auditors.query.js';
import { ListCouncilLadders } from './queries/list-council-ladders.query.js';
import { ListExplanations } from './queries/list-explanations.query.js';
import { ListRecommendations } from './queries/list-recommendations.query.js';
import { ListSupervisions } from './queries/list-supervisions.query.js';
import { PreviewConclusion } from './queries/preview-conclusion.query.js';
import { ReadDeadlinePhrase } from './queries/read-deadline-phrase.query.js';
import { RecommendationsFollowCalendar } from './recommendations-follow-calendar.js';
import { RecommendationOpener } from './recommendation-opener.js';
import { AskExplanations } from './use-cases/ask-explanations.use-case.js';
import { AskReports } from './use-cases/ask-reports.use-case.js';
import { ConsolidateExplanations } from './use-cases/consolidate-explanations.use-case.js';
import { DiscardConclusion } from './use-cases/discard-conclusion.use-case.js';
import { DraftConclusion } from './use-cases/draft-conclusion.use-case.js';
import { EditConclusion } from './use-cases/edit-conclusion.use-case.js';
import { EditSupervision } from './use-cases/edit-supervision.use-case.js';
import { FollowRecommendation } from './use-cases/follow-recommendation.use-case.js';
import { IssueConclusion } from './use-cases/issue-conclusion.use-case.js';
import { JudgeRequirement } from './use-cases/judge-requirement.use-case.js';
import { OpenSupervision } from './use-cases/open-supervision.use-case.js';
import { PresentSupervision } from './use-cases/present-supervision.use-case.js';
import { RecommendUpward } from './use-cases/recommend-upward.use-case.js';
import { RequireOfUnits } from './use-cases/require-of-units.use-case.js';
import { SendRecommendation } from './use-cases/send-recommendation.use-case.js';
import { TakeCouncilStep } from './use-cases/take-council-step.use-case.js';
import { WriteMinutes } from './use-cases/write-minutes.use-case.js';

const parts = [
  AskExplanations,
  AskReports,
  ConsolidateExplanations,
  DiscardConclusion,
  DraftConclusion,
  EditConclusion,
  EditSupervision,
  CountTasksByConclusion,
  FindConclusionOfTask,
  FollowRecommendation,
  GetAgenda,
  GetConclusion,
  GetEffects,
  GetMinutes,
  GetRecommendation,
  GetSupervision,
  IssueConclusion,
  JudgeRequirement,
  ListAuditors,
  ListConclusions,
  ListCouncilLadders,
  GetConsolidation,
  ListExplanations,
  ListRecommendations,
  ListSupervisions,
  OpenSupervision,
  PresentSupervision,
  PreviewConclusion,
  ReadDeadlinePhrase,
  RecommendUpward,
  RequireOfUnits,
  SendRecommendation,
  TakeCouncilStep,
  WriteMinutes,
];

@Global()
@Module({
  providers: [...parts, CycleConclusion, RecommendationOpener, RecommendationsFollowCalendar],
  exports: parts,
})
export class FollowUpsModule implements OnModuleInit {
  constructor(
    private readonly registries: Registries,
    private readonly ask: AskExplanations,
  ) {}

  onModuleInit(): void {
    this.registries.owner('recommendation', describeRecommendations);
    registerFollowUps(this.registries);
    this.registries.effect('follow-ups.ask-explanations', async (tx, cycles) => {
      for (const { id: cycleId } of cycles) await this.ask.step(tx, { cycleId });
    });
  }
}
