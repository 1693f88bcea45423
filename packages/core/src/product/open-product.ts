import 'reflect-metadata';
import type { INestApplicationContext, ModuleMetadata } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { PlatformModule, type DatabaseOptions } from '../platform/index.js';
import { entities } from './entities.js';
import { featureModules } from './feature-modules.js';

/** The whole product on a database, without HTTP or queue: for tools, benches and specs. Close it at the end. */
export function openProduct(
  database: Omit<DatabaseOptions, 'entities'>,
  extra: NonNullable<ModuleMetadata['imports']> = [],
): Promise<INestApplicationContext> {
  class Product {}
  return NestFactory.createApplicationContext(
    {
      module: Product,
      imports: [PlatformModule.connect({ ...database, entities }), ...featureModules, ...extra],
    },
    { logger: ['error', 'warn'], abortOnError: false },
  );
}
