import type { ConsolePage } from '../resources/registry.js';
import { useMe } from '../session/SessionContext.js';
import { Denied } from './NotFound.js';

/** A page for those who hold its permission; the API refuses the others in any case. */
export function Guarded({ page: { permission, component: Page } }: { page: ConsolePage }) {
  return useMe().permissions.includes(permission) ? <Page /> : <Denied />;
}
