import { useQueries } from '@tanstack/react-query';
import type { Page } from '@nhip/contracts';
import { useEffect, useState } from 'react';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { resources } from '../../resources/index.js';
import { useMe, useSession } from '../../session/SessionContext.js';
import { matches, type PaletteItem } from './matches.js';

const PAUSE_MS = 200;
const FOUND_PER_RESOURCE = 5;

/** Pages and actions of this role, found here; records, found by the server from two letters on. */
export function usePaletteItems(typed: string): readonly PaletteItem[] {
  const text = useText();
  const language = useLanguage();
  const session = useSession();
  const { permissions } = useMe();
  const q = usePaused(typed.trim());
  const open = resources.filter(({ pages }) => permissions.includes(pages.list.permission));
  const name = (resource: (typeof open)[number], count: number) =>
    text(`resources.${resource.name}.name`, { smart_count: count });

  const pages = [
    { key: 'home', label: text('shell.bar.home'), group: text('shell.palette.pages'), to: '/' },
    ...open.map((resource) => ({
      key: resource.name,
      label: name(resource, 2),
      group: text('shell.palette.pages'),
      to: `/${resource.name}`,
    })),
  ];
  const actions = [
    ...open.flatMap((resource) => {
      const create = resource.pages.create;
      if (!create || !permissions.includes(create.permission)) return [];
      const label = text('shell.palette.create', { what: name(resource, 1) });
      return [
        {
          key: `${resource.name}/create`,
          label,
          group: text('shell.palette.actions'),
          to: `/${resource.name}/create`,
        },
      ];
    }),
    {
      key: 'password',
      label: text('shell.bar.changePassword'),
      group: text('shell.palette.actions'),
      to: '/me/password',
    },
  ];

  const searched = open.flatMap((resource) => (resource.find ? [{ resource, find: resource.find }] : []));
  const records = useQueries({
    queries: searched.map(({ resource, find }) => ({
      queryKey: ['palette', resource.name, q, language],
      enabled: q.length >= 2,
      retry: false,
      queryFn: async ({ signal }: { signal: AbortSignal }): Promise<readonly PaletteItem[]> => {
        const { items } = await session.api.send<Page<{ id: string }>>({
          path: `/${resource.name}`,
          query: { q, perPage: FOUND_PER_RESOURCE },
          signal,
        });
        return items.map((item) => ({
          key: `${resource.name}/${item.id}`,
          group: name(resource, 2),
          to: `/${resource.name}/${item.id}/show`,
          // The registry pairs each resource with a reader of its own records.
          ...find(item as never, language),
        }));
      },
    })),
  });
  return [...matches([...pages, ...actions], typed), ...records.flatMap(({ data }) => data ?? [])];
}

function usePaused(value: string): string {
  const [paused, setPaused] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return paused;
}
