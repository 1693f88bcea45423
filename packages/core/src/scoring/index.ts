export { movementOf, whyIncomparable, type Ranked, type RankedUnit } from './domain/movement.js';
export { rankUnits, type Contender, type Place } from './domain/rank-units.js';
export { GetAggregates } from './queries/get-aggregates.query.js';
export { ListAppraisals } from './queries/list-appraisals.query.js';
export { GetAppraisal } from './queries/get-appraisal.query.js';
export { GetPublishedRound } from './queries/get-published-round.query.js';
export { ReadPublishedResults } from './queries/read-published-results.query.js';
export { GetRanking } from './queries/get-ranking.query.js';
export { GetWhatIf, ListWhatIfs } from './queries/get-what-if.query.js';
export { GetWhatIfResults } from './queries/get-what-if-results.query.js';
export { GetScoreMatrix } from './queries/get-score-matrix.query.js';
export { GetScoreTrace } from './queries/get-score-trace.query.js';
export { GetUnitScores } from './queries/get-unit-scores.query.js';
export { ListScoringRuns } from './queries/list-scoring-runs.query.js';
export { ListWeakResults } from './queries/list-weak-results.query.js';
export { indicatorSeries, together, type SeriesCycle } from './queries/indicator-series.js';
export { weakResults } from './queries/weak-results.js';
export { rankingWorkbook } from './ranking-workbook.js';
export { ScoringModule } from './scoring.module.js';
export {
  EnterPublishedRound,
  type EnteredPublishedRound,
} from './use-cases/enter-published-round.use-case.js';
export { followFigures } from './jobs.js';
export { ChangeWhatIf, SettleWhatIf } from './use-cases/change-what-if.use-case.js';
export { StartWhatIf } from './use-cases/start-what-if.use-case.js';
export { FollowFigures, type FollowFiguresCommand } from './use-cases/follow-figures.use-case.js';
export { FreezeScores, freezeScores, type SettledRun } from './use-cases/freeze-scores.use-case.js';
export { RecordAppraisedScores } from './use-cases/record-appraised-scores.use-case.js';
export type { AppraisalCommand, RecordedAppraisals } from './use-cases/record-appraisals.js';
export { RecordSelfScores } from './use-cases/record-self-scores.use-case.js';
export { PublishScores, publishScores } from './use-cases/publish-scores.use-case.js';
export {
  RunScoring,
  runScoring,
  type RunScoringCommand,
  type ScoringOutcome,
} from './use-cases/run-scoring.use-case.js';
