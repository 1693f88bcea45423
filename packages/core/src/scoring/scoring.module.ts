import { Global, Module, type OnModuleInit } from '@nestjs/common';
import type { Transaction } from '../platform/index.js';
import { Registries, type EffectItem } from '../workflow/index.js';
import { finalRuns } from './queries/final-runs.js';
import { tellPublished } from './tell-published.js';
import { GetAggregates } from './queries/get-aggregates.query.js';
import { ListAppraisals } from './queries/list-appraisals.query.js';
import { GetAppraisal } from './queries/get-appraisal.query.js';
import { GetPublishedRound } from './queries/get-published-round.query.js';
import { ReadPublishedResults } from './queries/read-published-results.query.js';
import { GetRanking } from './queries/get-ranking.query.js';
import { GetWhatIf, ListWhatIfs } from './queries/get-what-if.query.js';
import { GetWhatIfResults } from './queries/get-what-if-results.query.js';
import { GetScoreMatrix } from './queries/get-score-matrix.query.js';
import { GetScoreTrace } from './queries/get-score-trace.query.js';
import { GetUnitScores } from './queries/get-unit-scores.query.js';
import { ListScoringRuns } from './queries/list-scoring-runs.query.js';
import { ListWeakResults } from './queries/list-weak-results.query.js';
import { ChangeWhatIf, SettleWhatIf } from './use-cases/change-what-if.use-case.js';
import { StartWhatIf } from './use-cases/start-what-if.use-case.js';
import { EnterPublishedRound } from './use-cases/enter-published-round.use-case.js';
import { askToFollow, FollowFigures } from './use-cases/follow-figures.use-case.js';
import { FreezeScores, freezeScores } from './use-cases/freeze-scores.use-case.js';
import { PublishScores, publishScores } from './use-cases/publish-scores.use-case.js';
import { RecordAppraisedScores } from './use-cases/record-appraised-scores.use-case.js';
import { RecordSelfScores } from './use-cases/record-self-scores.use-case.js';
import { RunScoring, runScoring, type RunScoringCommand } from './use-cases/run-scoring.use-case.js';

const parts = [
  RunScoring,
  FreezeScores,
  PublishScores,
  FollowFigures,
  RecordSelfScores,
  RecordAppraisedScores,
  GetAppraisal,
  GetAggregates,
  EnterPublishedRound,
  GetPublishedRound,
  ReadPublishedResults,
  ListScoringRuns,
  GetRanking,
  GetUnitScores,
  GetScoreMatrix,
  GetScoreTrace,
  ListWeakResults,
  ListAppraisals,
  StartWhatIf,
  ChangeWhatIf,
  SettleWhatIf,
  ListWhatIfs,
  GetWhatIf,
  GetWhatIfResults,
];

/** For each cycle of the command, in its transaction. */
const forCycles =
  (step: (tx: Transaction, command: RunScoringCommand) => Promise<unknown>) =>
  async (tx: Transaction, items: readonly EffectItem[]): Promise<void> => {
    for (const { id } of items) await step(tx, { cycleId: id });
  };

@Global()
@Module({ providers: parts, exports: parts })
export class ScoringModule implements OnModuleInit {
  constructor(private readonly registries: Registries) {}

  onModuleInit(): void {
    this.registries.effect('scoring.run', forCycles(runScoring));
    this.registries.effect('scoring.follow', askToFollow);
    this.registries.effect('scoring.freeze', forCycles(freezeScores));
    this.registries.effect('scoring.publish', async (tx, items) => {
      await forCycles(publishScores)(tx, items);
      await tellPublished(
        tx,
        items.map(({ id }) => id),
      );
    });
    this.registries.fact('scoring.final', finalRuns);
  }
}
