import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';

/** Page, order, search and filters of a list that is a part of a page; they live in the address. */
export interface ListAddress {
  readonly page: number;
  readonly perPage: number;
  readonly sort: string | undefined;
  readonly order: 'ASC' | 'DESC';
  readonly q: string;
  /** Value of a filter, or ''. */
  readonly filter: (name: string) => string;
  /** What the API is asked for, filters by name included. */
  readonly query: (...filters: readonly string[]) => Readonly<Record<string, unknown>>;
  /** Changes some; an empty value takes the name out of the address. Anything but `page` leads back to page 1. */
  readonly set: (changes: Readonly<Record<string, string>>, replace?: boolean) => void;
}

interface Usual {
  readonly perPage?: number;
  readonly sort?: string;
  readonly order?: 'ASC' | 'DESC';
}

export function useListAddress({ perPage = 25, sort, order = 'ASC' }: Usual = {}): ListAddress {
  const [params, setParams] = useSearchParams();
  const set = useCallback<ListAddress['set']>(
    (changes, replace = false) =>
      setParams(
        (before) => {
          const next = new URLSearchParams(before);
          if (!('page' in changes)) next.delete('page');
          for (const [name, value] of Object.entries(changes)) {
            if (value === '') next.delete(name);
            else next.set(name, value);
          }
          return next;
        },
        { replace, preventScrollReset: true },
      ),
    [setParams],
  );
  return useMemo(() => {
    const asked = params.get('order');
    const read = {
      page: whole(params.get('page'), 1),
      perPage: whole(params.get('perPage'), perPage),
      sort: params.get('sort') ?? sort,
      order: asked === 'ASC' || asked === 'DESC' ? asked : order,
      q: params.get('q') ?? '',
    };
    const filter = (name: string) => params.get(name) ?? '';
    const query: ListAddress['query'] = (...filters) => ({
      ...read,
      // Without a name to sort by, the order is the list's own.
      ...(read.sort === undefined && { order: undefined }),
      ...Object.fromEntries(filters.map((name) => [name, filter(name)])),
    });
    return { ...read, filter, query, set };
  }, [params, perPage, sort, order, set]);
}

function whole(text: string | null, usual: number): number {
  return text !== null && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : usual;
}
