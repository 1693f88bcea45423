import { WorkflowModule } from '../workflow/index.js';

/** Every feature of the product, lowest first; API, worker and tools start the same list. */
export const featureModules = [WorkflowModule];

export { entities } from './entities.js';
