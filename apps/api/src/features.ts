import { OrganisationApiModule } from './organisation/organisation.module.js';
import { PeopleApiModule } from './people/people.module.js';
import { SystemModule } from './system/system.module.js';

/** Every feature's controllers. A new feature adds its `<feature>.module.ts` here. */
export const apiModules = [SystemModule, OrganisationApiModule, PeopleApiModule];
