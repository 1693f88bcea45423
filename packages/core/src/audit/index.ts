export { AuditModule } from './audit.module.js';
export { ListHistory } from './queries/list-history.query.js';
