export { OverviewModule } from './overview.module.js';
export { GetOverview } from './queries/get-overview.query.js';
export { INSTANCES, reachedBy } from './queries/instance-reach.js';
export { CountInstances } from './queries/count-instances.query.js';
export { GetInstance } from './queries/get-instance.query.js';
