import { Global, Inject, Module, type OnModuleInit } from '@nestjs/common';
import { CALENDARS, type Calendars } from '../calendar/index.js';
import { EvidenceSubjects } from '../evidence/index.js';
import { Registries } from '../workflow/index.js';
import { checkEffect } from './check-figures.js';
import { findFindingForEvidence } from './evidence-subject.js';
import { noneBlocking } from './none-blocking.js';
import { CheckPublishedFigure } from './queries/check-published-figure.query.js';
import { CountOpenFindings } from './queries/count-open-findings.query.js';
import { ListFindings } from './queries/list-findings.query.js';
import { AnswerFinding } from './use-cases/answer-finding.use-case.js';
import { CheckFigures } from './use-cases/check-figures.use-case.js';
import { settleExplained } from './settle-explained.js';
import { SettleFinding } from './use-cases/settle-finding.use-case.js';

const parts = [
  CheckFigures,
  AnswerFinding,
  SettleFinding,
  ListFindings,
  CountOpenFindings,
  CheckPublishedFigure,
];

@Global()
@Module({ providers: parts, exports: parts })
export class FindingsModule implements OnModuleInit {
  constructor(
    private readonly registries: Registries,
    private readonly evidence: EvidenceSubjects,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  onModuleInit(): void {
    this.evidence.register('finding', findFindingForEvidence);
    this.registries.effect('findings.check', checkEffect(this.calendars));
    this.registries.effect('findings.settle-explained', settleExplained);
    this.registries.fact('findings.none-blocking', noneBlocking);
  }
}
