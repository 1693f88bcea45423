import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { permissionNames, permissionsOf, roleNames, type Permission, type RoleName } from '@nhip/contracts';
import { Controller, Get } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { RouteTable } from '../src/http/route-table.js';
import { TestApi } from './api.js';

/** Everything that anybody may call without signing in. A route comes onto this list on purpose or not at all. */
const publicRoutes = [
  'GET /api/openapi.json',
  'GET /api/task-feeds/:token',
  'GET /livez',
  'GET /readyz',
  'POST /api/session',
  'POST /api/set-up',
];

let api: TestApi;
beforeAll(async () => {
  api = await TestApi.open();
});
afterAll(() => api.close());

const table = () => api.app.get(RouteTable).routes;
const nameOf = ({ method, path }: { method: string; path: string }) => `${method} ${path}`;

/** What the router itself knows, HEAD apart, which it answers wherever it answers GET. */
function routesOfServer(): string[] {
  const tree = api.app.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false });
  const parents: string[] = [];
  return tree
    .split('\n')
    .filter((line) => line.includes('── '))
    .flatMap((line) => {
      const depth = Math.floor(line.indexOf('── ') / 4);
      const [, part = '', methods = ''] = /── (\S*)(?: \((.*)\))?$/.exec(line) ?? [];
      parents.splice(depth, Infinity, part);
      const path = parents.join('');
      return methods
        .split(', ')
        .filter((method) => method !== '' && method !== 'HEAD')
        .map((method) => `${method} ${path}`);
    });
}

describe('the routes', () => {
  it('are all described, and nothing is described that is not there', () => {
    expect(routesOfServer().sort()).toEqual(table().map(nameOf).sort());
  });

  it('each declare a permission that exists, or stand on the short public list', () => {
    const open = table().filter(({ permission }) => permission === 'public');
    expect(open.map(nameOf).sort()).toEqual(publicRoutes);
    const unknown = table().filter(
      ({ permission }) => permission !== 'public' && !permissionNames.includes(permission as never),
    );
    expect(unknown.map(nameOf)).toEqual([]);
  });

  it('answer nobody who is not signed in', async () => {
    for (const route of table().filter(({ permission }) => permission !== 'public')) {
      const { status, body } = await api.send(route.method, route.path.replace(/:\w+/g, 'x'));
      expect([nameOf(route), status, body.code]).toEqual([nameOf(route), 401, 'SESSION_MISSING']);
    }
  });

  it('stop the start when one says neither who may call it nor that anybody may', async () => {
    @Controller('forgotten')
    class ForgottenController {
      @Get()
      get() {
        return {};
      }
    }
    const module = await Test.createTestingModule({
      imports: [DiscoveryModule],
      controllers: [ForgottenController],
      providers: [RouteTable],
    }).compile();
    expect(() => module.get(RouteTable).refuseUndeclared()).toThrow(
      'Routes without @Permission or @Public: GET /api/forgotten (ForgottenController)',
    );
  });

  it('stand in OpenAPI 3.1 one for one, each answer and body with its schema', async () => {
    const { body } = await api.send<{
      openapi: string;
      paths: Record<
        string,
        Record<string, { operationId: string; requestBody?: unknown; security: unknown[] }>
      >;
    }>('GET', '/api/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    const described = Object.entries(body.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
    );
    expect(described.sort()).toEqual(table().map(nameOf).sort());
    const operations = Object.values(body.paths).flatMap((path) => Object.values(path));
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
    expect(body.paths['/api/units/{id}/change']?.['post']).toMatchObject({
      'x-permission': 'units.manage',
      parameters: expect.arrayContaining([
        expect.objectContaining({ name: 'If-Match', required: true }),
        expect.objectContaining({ name: 'Idempotency-Key', required: false }),
      ]),
    });
  });

  it('refuse every role that lacks the permission, and no role that has it', async () => {
    const accounts: Readonly<Record<RoleName, string>> = {
      committee: 'thuong.truc',
      secretariat: 'thu.ky',
      appraiser: 'tham.dinh',
      'unit-leader': 'lanh.dao',
      'unit-officer': 'nhan.vien',
      auditor: 'giam.sat',
      administrator: 'quan.tri',
    };
    const wrong: string[] = [];
    for (const role of roleNames) {
      const client = await api.signIn(accounts[role]);
      for (const route of table().filter(({ permission }) => permission !== 'public')) {
        if (nameOf(route) === 'DELETE /api/session') continue;
        const may = permissionsOf(role).includes(route.permission as Permission);
        const { status } = await client.send(route.method, route.path.replace(/:\w+/g, randomUUID()), {
          headers: { 'if-match': '"1"' },
        });
        if (status === 403 ? may : !may || status === 401 || status >= 500)
          wrong.push(`${role}: ${nameOf(route)} answers ${status}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});
