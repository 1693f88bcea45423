import type { Page } from '@nhip/contracts';
import type { DataProvider, GetListParams, Identifier, RaRecord } from 'ra-core';
import type { Api } from './api.js';

/** A command on a record (`POST /units/:id/change`) or on a collection (`POST /accounts/import`). */
export interface CommandRequest {
  readonly resource: string;
  readonly id?: Identifier;
  /** Without one: the collection itself (create). */
  readonly verb?: string;
  readonly body?: unknown;
  readonly revision?: number | string;
}

export interface NhipDataProvider extends DataProvider {
  command<Answer = unknown>(request: CommandRequest): Promise<Answer>;
}

const enc = (id: Identifier) => encodeURIComponent(String(id));

/**
 * react-admin's reads and writes over the API's conventions. There is no deleting and no writing of many
 * records at once by resource: the product has commands with names instead.
 */
export function createDataProvider(api: Api): NhipDataProvider {
  const list = async (
    resource: string,
    params: Partial<GetListParams>,
    more: Record<string, unknown> = {},
  ) => {
    const { items, total } = await api.send<Page<RaRecord>>({
      path: `/${resource}`,
      query: {
        page: params.pagination?.page,
        perPage: params.pagination?.perPage,
        ...(params.sort && params.sort.field !== 'id'
          ? { sort: params.sort.field, order: params.sort.order }
          : {}),
        ...params.filter,
        ...more,
      },
      signal: params.signal,
    });
    return { data: [...items], total };
  };
  const one = (resource: string, id: Identifier, signal?: AbortSignal) =>
    api.send<RaRecord>({ path: `/${resource}/${enc(id)}`, signal });
  const command = <Answer>({ resource, id, verb, body, revision }: CommandRequest) =>
    api.send<Answer>({
      method: 'POST',
      path: ['', resource, id === undefined ? undefined : enc(id), verb]
        .filter((part) => part !== undefined)
        .join('/'),
      body: body ?? {},
      revision,
    });
  const refuse = (what: string) => () =>
    Promise.reject(new Error(`${what}: use a command with a name instead`));

  // The records' types are the callers': react-admin's interface is generic where HTTP is not.
  const provider = {
    supportAbortSignal: true,
    getList: (resource: string, params: GetListParams) => list(resource, params),
    getManyReference: (
      resource: string,
      { target, id, ...params }: GetListParams & { target: string; id: Identifier },
    ) => list(resource, params, { [target]: id }),
    getOne: async (resource: string, { id, signal }: { id: Identifier; signal?: AbortSignal }) => ({
      data: await one(resource, id, signal),
    }),
    getMany: async (resource: string, { ids, signal }: { ids: Identifier[]; signal?: AbortSignal }) => ({
      data: await Promise.all(ids.map((id) => one(resource, id, signal))),
    }),
    create: async (resource: string, { data }: { data: unknown }) => ({
      data: await command<RaRecord>({ resource, body: data }),
    }),
    update: refuse('update'),
    updateMany: refuse('updateMany'),
    delete: refuse('delete'),
    deleteMany: refuse('deleteMany'),
    command,
  };
  return provider as unknown as NhipDataProvider;
}
