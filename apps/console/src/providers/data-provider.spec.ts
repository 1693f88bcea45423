import { describe, expect, it } from '@jest/globals';
import { Api } from './api.js';
import { createDataProvider } from './data-provider.js';

function recording(answer: unknown) {
  const urls: string[] = [];
  const fetch = (url: string | URL | Request, init: RequestInit = {}) => {
    urls.push(
      `${init.method ?? 'GET'} ${String(url)} ${typeof init.body === 'string' ? init.body : ''}`.trim(),
    );
    return Promise.resolve(Response.json(answer));
  };
  return { urls, provider: createDataProvider(new Api({ fetch, language: () => 'vi' })) };
}

describe('the data provider', () => {
  it('reads a page of a list with its order and filters', async () => {
    const { provider, urls } = recording({ items: [{ id: '1' }], total: 41 });
    const page = await provider.getList('units', {
      pagination: { page: 2, perPage: 25 },
      sort: { field: 'code', order: 'DESC' },
      filter: { q: 'noi vu', unitType: 'ward' },
    });
    expect(page).toEqual({ data: [{ id: '1' }], total: 41 });
    expect(urls).toEqual(['GET /api/units?page=2&perPage=25&sort=code&order=DESC&q=noi+vu&unitType=ward']);
  });

  it('leaves the order to the server where nobody chose one', async () => {
    const { provider, urls } = recording({ items: [], total: 0 });
    await provider.getList('units', {
      pagination: { page: 1, perPage: 25 },
      sort: { field: 'id', order: 'ASC' },
      filter: {},
    });
    await provider.getManyReference('units', {
      target: 'parentId',
      id: 'p',
      pagination: { page: 1, perPage: 5 },
      sort: { field: 'id', order: 'ASC' },
      filter: {},
    });
    expect(urls).toEqual(['GET /api/units?page=1&perPage=25', 'GET /api/units?page=1&perPage=5&parentId=p']);
  });

  it('reads records', async () => {
    const { provider, urls } = recording({ id: 'a/b', revision: 3 });
    expect(await provider.getOne('units', { id: 'a/b' })).toEqual({ data: { id: 'a/b', revision: 3 } });
    await provider.getMany('units', { ids: ['1', '2'] });
    expect(urls).toEqual(['GET /api/units/a%2Fb', 'GET /api/units/1', 'GET /api/units/2']);
  });

  it('sends commands by name', async () => {
    const { provider, urls } = recording({ revision: 2 });
    await provider.command({
      resource: 'units',
      id: '1',
      verb: 'change',
      body: { from: '2025-07-01' },
      revision: 1,
    });
    await provider.command({ resource: 'notices', verb: 'mark-read' });
    await provider.create('accounts', { data: { accounts: [] } });
    expect(urls).toEqual([
      'POST /api/units/1/change {"from":"2025-07-01"}',
      'POST /api/notices/mark-read {}',
      'POST /api/accounts {"accounts":[]}',
    ]);
  });

  it('knows no nameless writing and no deleting', async () => {
    const { provider, urls } = recording({});
    await expect(provider.delete('units', { id: '1' })).rejects.toThrow('delete');
    await expect(provider.update('units', { id: '1', data: {}, previousData: {} })).rejects.toThrow('update');
    expect(urls).toEqual([]);
  });
});
