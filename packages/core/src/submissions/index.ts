export type { CurrentFigure, FigureRow } from './domain/figure-row.js';
export { cellKey, cellsOf, type Cell } from './domain/cells.js';
export { readFigure } from './domain/read-figure.js';
export { unitFigures } from './domain/unit-figures.js';
export {
  cycleCounts,
  earlierCycles,
  elsewhereFigures,
  readsPeriod,
  type CycleCounts,
  type SupposedFigures,
} from './queries/elsewhere-figures.js';
export { tell } from './notices.js';
export { Figures } from './persistence/figures.repository.js';
export { Submissions, type Submission } from './persistence/submissions.repository.js';
export { SUBMISSION_PROCEDURE, submissionProcedure } from './procedure.js';
export { GetCollectionProgress } from './queries/get-collection-progress.query.js';
export { GetExternalFigures } from './queries/get-external-figures.query.js';
export { GetSubmissionForm } from './queries/get-submission-form.query.js';
export { ListFigureVersions } from './queries/list-figure-versions.query.js';
export { ListSubmissions } from './queries/list-submissions.query.js';
export { PreviewScores } from './queries/preview-scores.query.js';
export { SubmissionsModule } from './submissions.module.js';
export { DiscussFigure } from './use-cases/discuss-figure.use-case.js';
export { EnterExternalFigures } from './use-cases/enter-external-figures.use-case.js';
export { MoveSubmission, type SubmissionEvent } from './use-cases/move-submission.use-case.js';
export { SaveFigures } from './use-cases/save-figures.use-case.js';
