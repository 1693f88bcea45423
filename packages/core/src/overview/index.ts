export { OverviewModule } from './overview.module.js';
export { GetOverview } from './queries/get-overview.query.js';
