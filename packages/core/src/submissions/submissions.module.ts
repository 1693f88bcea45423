import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { EvidenceSubjects } from '../evidence/index.js';
import { Registries, WorkflowEngine } from '../workflow/index.js';
import { describeSubmissions } from './describe-submissions.js';
import { allSettled, noneAccepted } from './effects/facts.js';
import {
  excuseSubmissions,
  lockSubmissions,
  markLate,
  moveDeadlines,
  remind,
  reopenSubmissions,
  tellMissed,
  withdrawSubmissions,
} from './effects/follow-cycle.js';
import { openSubmissions } from './effects/open-submissions.js';
import { findSubmissionForEvidence } from './evidence-subject.js';
import { GetCollectionProgress } from './queries/get-collection-progress.query.js';
import { GetExternalFigures } from './queries/get-external-figures.query.js';
import { GetSubmissionForm } from './queries/get-submission-form.query.js';
import { ListFigureVersions } from './queries/list-figure-versions.query.js';
import { ListSubmissions } from './queries/list-submissions.query.js';
import { PreviewScores } from './queries/preview-scores.query.js';
import { DiscussFigure } from './use-cases/discuss-figure.use-case.js';
import { EnterExternalFigures } from './use-cases/enter-external-figures.use-case.js';
import { MoveSubmission } from './use-cases/move-submission.use-case.js';
import { SaveFigures } from './use-cases/save-figures.use-case.js';

const parts = [
  SaveFigures,
  EnterExternalFigures,
  MoveSubmission,
  DiscussFigure,
  ListSubmissions,
  GetSubmissionForm,
  GetCollectionProgress,
  GetExternalFigures,
  ListFigureVersions,
  PreviewScores,
];

@Global()
@Module({ providers: parts, exports: parts })
export class SubmissionsModule implements OnModuleInit {
  constructor(
    private readonly registries: Registries,
    private readonly engine: WorkflowEngine,
    private readonly evidence: EvidenceSubjects,
  ) {}

  onModuleInit(): void {
    const { registries, engine } = this;
    this.evidence.register('submission', findSubmissionForEvidence);
    registries.owner('submission', describeSubmissions);
    registries.effect('submissions.open', openSubmissions(engine));
    registries.effect('submissions.excuse', excuseSubmissions(engine));
    registries.effect('submissions.move-deadline', moveDeadlines(engine));
    registries.effect('submissions.lock', lockSubmissions(engine));
    registries.effect('submissions.reopen', reopenSubmissions(engine));
    registries.effect('submissions.withdraw', withdrawSubmissions(engine));
    registries.effect('submissions.remind', remind);
    registries.effect('submissions.mark-late', markLate(engine));
    registries.effect('submissions.tell-missed', tellMissed);
    registries.fact('submissions.none-accepted', noneAccepted);
    registries.fact('submissions.settled', allSettled);
  }
}
