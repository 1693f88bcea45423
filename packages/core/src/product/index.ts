import { CalendarModule } from '../calendar/index.js';
import { OrganisationModule } from '../organisation/index.js';
import { WorkflowModule } from '../workflow/index.js';

/** Every feature of the product, lowest first; API, worker and tools start the same list. */
export const featureModules = [OrganisationModule, CalendarModule, WorkflowModule];

export { entities } from './entities.js';
