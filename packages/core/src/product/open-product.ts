import 'reflect-metadata';
import type { INestApplicationContext, ModuleMetadata } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FileStoreModule } from '../evidence/index.js';
import { PlatformModule, type DatabaseOptions, type Ids } from '../platform/index.js';
import { entities } from './entities.js';
import { featureModules } from './feature-modules.js';

export interface ProductOptions extends Omit<DatabaseOptions, 'entities'> {
  /** Where evidence files are kept; absent: none are taken. */
  readonly evidenceDir?: string | undefined;
  /** Makes record ids; specs that must give the same every time bring their own. */
  readonly ids?: Ids | undefined;
}

/** The whole product on a database, without HTTP or queue: for tools, benches and specs. Close it at the end. */
export function openProduct(
  { evidenceDir, ids, ...database }: ProductOptions,
  extra: NonNullable<ModuleMetadata['imports']> = [],
): Promise<INestApplicationContext> {
  class Product {}
  return NestFactory.createApplicationContext(
    {
      module: Product,
      imports: [
        PlatformModule.connect({ ...database, entities }, ids),
        FileStoreModule.at(evidenceDir),
        ...featureModules,
        ...extra,
      ],
    },
    { logger: ['error', 'warn'], abortOnError: false },
  );
}
