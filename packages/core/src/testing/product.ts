import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type INestApplicationContext, type ModuleMetadata, type Type } from '@nestjs/common';
import { INSTALLATION, Reader, type Call, type Ids, type SystemActor } from '../platform/index.js';
import { openProduct } from '../product/index.js';
import { instant, type Instant } from '../shared/index.js';
import { createTestDatabase, type TestDatabase } from './postgres.js';

export interface TestProduct {
  readonly database: TestDatabase;
  readonly context: INestApplicationContext;
  readonly reader: Reader;
  /** Where evidence files go; made when the first comes. */
  readonly evidenceDir: string;
  get<Part>(part: Type<Part> | symbol): Part;
  close(): Promise<void>;
}

/** The whole product on a database of the spec's own, without HTTP or queue. Close it in `afterAll`. */
export async function openTestProduct(
  extra: ModuleMetadata['imports'] = [],
  ids?: Ids,
): Promise<TestProduct> {
  const database = await createTestDatabase();
  const evidenceDir = join(tmpdir(), `${database.name}-evidence`);
  const context = await openProduct({ url: database.url, pool: 5, evidenceDir, ids }, extra);
  return {
    database,
    context,
    reader: context.get(Reader),
    evidenceDir,
    get: <Part>(part: Type<Part> | symbol) => context.get<Part>(part),
    async close() {
      await context.close();
      await rm(evidenceDir, { recursive: true, force: true });
      await database.drop();
    },
  };
}

/** A call of the system at a given time: `at('2022-10-11T07:00:00Z')`. */
export function systemCall(now: string | Instant, administrationId = INSTALLATION, id = 'spec'): Call {
  const actor: SystemActor = { kind: 'system', id, administrationId };
  return { actor, now: instant(now) };
}
