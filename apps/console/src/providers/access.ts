import type { Permission } from '@nhip/contracts';

export type PageAction = 'list' | 'show' | 'create' | 'edit';
/** What each page of a resource asks for; a page that is not named is nobody's. */
export type ResourceAccess = Partial<Record<PageAction, Permission>>;

/** Whether the permissions held open a page. What is unknown is refused. */
export function mayOpen(
  access: ReadonlyMap<string, ResourceAccess>,
  held: readonly string[],
  resource: string,
  action: string,
): boolean {
  const asked = new Map(Object.entries(access.get(resource) ?? {})).get(action);
  return asked !== undefined && held.includes(asked);
}
