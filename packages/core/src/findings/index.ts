export * from './domain/identities.js';
export * from './domain/published-figure.js';
export { checkFigures } from './check-figures.js';
export { FindingsModule } from './findings.module.js';
export { CountOpenFindings } from './queries/count-open-findings.query.js';
export { ListFindings } from './queries/list-findings.query.js';
export { AnswerFinding } from './use-cases/answer-finding.use-case.js';
export { CheckFigures } from './use-cases/check-figures.use-case.js';
export { SettleFinding } from './use-cases/settle-finding.use-case.js';
