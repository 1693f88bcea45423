import type { Permission } from '@nhip/contracts';
import type { SvgIconProps } from '@mui/material/SvgIcon';
import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import type { Messages } from '../i18n/vi.js';
import type { PageAction, ResourceAccess } from '../providers/access.js';

/** Parts of the main menu, in order. */
export const menuGroups = ['work', 'review', 'standards', 'organisation', 'system'] as const;
export type MenuGroup = (typeof menuGroups)[number];

/** A page is loaded when it is first opened, and opens only to those who hold the permission. */
export interface ConsolePage {
  readonly permission: Permission;
  readonly component: LazyExoticComponent<ComponentType>;
}

/**
 * What the console shows of one resource of the API. A new one is a folder with `index.ts` (this), `vi.ts`,
 * `en.ts` and its pages, and a line each in `resources/index.ts`, `i18n/vi.ts` and `i18n/en.ts`.
 */
export interface ConsoleResource {
  /** As in `/api/<name>`; its words are `resources.<name>`. */
  readonly name: keyof Messages['resources'];
  readonly icon: ComponentType<SvgIconProps>;
  readonly group: MenuGroup;
  readonly pages: { readonly list: ConsolePage } & Partial<Record<PageAction, ConsolePage>>;
  /** Further pages below `/<name>/`, such as `import` or `:id/ranking`. */
  readonly more?: readonly (ConsolePage & { readonly path: string })[];
  /** How records are found by the palette (`GET /api/<name>?q=`); absent: they are not. */
  readonly find?: (
    record: never,
    language: 'vi' | 'en',
  ) => { readonly label: string; readonly hint?: string };
}

export function page(permission: Permission, load: () => Promise<{ default: ComponentType }>): ConsolePage {
  return { permission, component: lazy(load) };
}

/** The permissions of a resource's pages, for the auth provider. */
export function accessOf(resources: readonly ConsoleResource[]): ReadonlyMap<string, ResourceAccess> {
  return new Map(
    resources.map(({ name, pages }) => [
      name,
      Object.fromEntries(Object.entries(pages).map(([action, { permission }]) => [action, permission])),
    ]),
  );
}
