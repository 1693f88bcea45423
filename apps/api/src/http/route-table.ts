import { RequestMethod } from '@nestjs/common';
import {
  CUSTOM_ROUTE_ARGS_METADATA,
  METHOD_METADATA,
  PATH_METADATA,
  ROUTE_ARGS_METADATA,
} from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { Permission } from '@nhip/contracts';
import type { z } from 'zod';
import { revisionOf } from './caller.js';
import { ANSWER, PERMISSION } from './permission.js';

/** One route as its decorators describe it: what the start-up check, OpenAPI and the inventory read. */
export interface Route {
  readonly method: string;
  /** As the router knows it: `/api/units/:id`. */
  readonly path: string;
  readonly controller: string;
  readonly handler: string;
  readonly permission: Permission | 'public' | undefined;
  readonly query: z.ZodType | undefined;
  readonly body: z.ZodType | undefined;
  readonly answer: z.ZodType | undefined;
  /** Whether it demands `If-Match`. */
  readonly demandsRevision: boolean;
}

export const API_PREFIX = 'api';
/** Asked by load balancers and launchers, which do not know the API. */
export const outsidePrefix = ['livez', 'readyz'];

interface Argument {
  readonly schema?: z.ZodType;
  readonly factory?: unknown;
}

/** Every route of every controller, read from the decorators. */
@Injectable()
export class RouteTable {
  readonly routes: readonly Route[];

  constructor(discovery: DiscoveryService, scanner: MetadataScanner) {
    this.routes = discovery.getControllers().flatMap(({ metatype }) => {
      const prototype = metatype?.prototype as Record<string, object> | undefined;
      if (prototype === undefined) return [];
      return scanner.getAllMethodNames(prototype).flatMap((handler) => routesOf(prototype, handler));
    });
  }

  /** Stops the start when a route says neither who may call it nor that anybody may. */
  refuseUndeclared(): void {
    const open = this.routes.filter(({ permission }) => permission === undefined);
    if (open.length === 0) return;
    const names = open.map(({ method, path, controller }) => `${method} ${path} (${controller})`);
    throw new Error(`Routes without @Permission or @Public: ${names.join(', ')}`);
  }
}

function routesOf(prototype: Record<string, object>, handler: string): Route[] {
  const run = prototype[handler];
  const controller = prototype.constructor;
  const method: RequestMethod | undefined = run && Reflect.getMetadata(METHOD_METADATA, run);
  if (run === undefined || method === undefined) return [];
  const args = Object.entries<Argument>(Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, handler) ?? {});
  const schemaOf = (type: RouteParamtypes) => args.find(([key]) => key.startsWith(`${type}:`))?.[1].schema;
  const own: string[] = [Reflect.getMetadata(PATH_METADATA, run)].flat();
  return own.map((path) => ({
    method: RequestMethod[method],
    path: fullPath(Reflect.getMetadata(PATH_METADATA, controller), path),
    controller: controller.name,
    handler,
    permission: Reflect.getMetadata(PERMISSION, run),
    query: schemaOf(RouteParamtypes.QUERY),
    body: schemaOf(RouteParamtypes.BODY),
    answer: Reflect.getMetadata(ANSWER, run),
    demandsRevision: args.some(
      ([key, { factory }]) => key.includes(CUSTOM_ROUTE_ARGS_METADATA) && factory === revisionOf,
    ),
  }));
}

function fullPath(...parts: string[]): string {
  const path = parts.flatMap((part) => part.split('/')).filter((part) => part !== '');
  return `/${[...(outsidePrefix.includes(path[0] ?? '') ? [] : [API_PREFIX]), ...path].join('/')}`;
}
