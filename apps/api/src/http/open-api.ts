import { z } from 'zod';
import { problem } from '@nhip/contracts';
import { fileTypes } from './files.js';
import { isForm } from './forms.js';
import type { Route } from './route-table.js';

type Json = Record<string, unknown>;

/** The OpenAPI 3.1 document of the routes, from the schemas that validate them. */
export function openApiOf(routes: readonly Route[], version: string): Json {
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Nhịp', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    paths,
    components: {
      schemas: { Problem: schemaOf(problem, 'output') },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'nhip_session' } },
    },
  };
}

function operationOf(route: Route): Json {
  const { method, permission, body, answer } = route;
  return {
    operationId: `${route.controller.replace(/Controller$/, '')}.${route.handler}`,
    tags: [route.path.split('/')[2] ?? 'health'],
    ...(permission === 'public'
      ? { security: [] }
      : { security: [{ session: [] }], 'x-permission': permission }),
    parameters: [...pathParameters(route.path), ...queryParameters(route.query), ...headerParameters(route)],
    ...(body && {
      requestBody: {
        required: true,
        content: {
          [isForm(body) ? 'multipart/form-data' : 'application/json']: { schema: schemaOf(body, 'input') },
        },
      },
    }),
    responses: {
      [answer === undefined ? '204' : method === 'POST' ? '2XX' : '200']: {
        description: 'Done',
        ...(answer && {
          content: {
            [fileTypes.get(answer) ?? 'application/json']: { schema: schemaOf(answer, 'output') },
          },
        }),
      },
      default: {
        description: 'Refused: RFC 9457 problem details',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

const pathParameters = (path: string): Json[] =>
  [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));

function queryParameters(query: z.ZodType | undefined): Json[] {
  if (query === undefined) return [];
  const { properties = {}, required = [] } = schemaOf(query, 'input') as {
    properties?: Json;
    required?: string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
}

function headerParameters({ method, demandsRevision }: Route): Json[] {
  const header = (name: string, required: boolean) => ({
    name,
    in: 'header',
    required,
    schema: { type: 'string' },
  });
  return [
    ...(method === 'GET' ? [] : [header('Idempotency-Key', false)]),
    ...(demandsRevision ? [header('If-Match', true)] : []),
  ];
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    reused: 'inline',
  }) as Json;
  return json;
}
