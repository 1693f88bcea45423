import { Module, type DynamicModule, type ModuleMetadata } from '@nestjs/common';
import { FileStoreModule } from '@nhip/core/evidence';
import { PlatformModule, type DatabaseOptions } from '@nhip/core/platform';
import { SmtpSender, type SmtpSettings } from '@nhip/core/notices';
import { entities, featureModules } from '@nhip/core/product';
import type { Logger } from 'pino';
import { processors } from './features.js';
import { LOG } from './log.js';
import { openBackend } from './queue/backend.js';
import type { FeatureProcessor } from './queue/handlers.js';
import { QueueModule } from './queue/queue.module.js';
import { MAIL_SENDER } from './queue/tokens.js';
import { DATABASE_URL, Schedules } from './schedules.js';

export interface WorkerSettings {
  readonly database: Pick<DatabaseOptions, 'url' | 'pool' | 'timeZone'>;
  readonly redisUrl?: string | undefined;
  readonly queuePool: number;
  /** Where evidence files are kept; absent: there are none to look after. */
  readonly evidenceDir?: string | undefined;
  readonly log: Logger;
  /** Left out: nothing is mailed. */
  readonly mail?: SmtpSettings | undefined;
  /** Specs bring a feature of their own. */
  readonly also?: {
    readonly imports: NonNullable<ModuleMetadata['imports']>;
    readonly processors: readonly (new (...args: never[]) => FeatureProcessor)[];
  };
}

@Module({})
export class WorkerModule {
  static with({
    database,
    redisUrl,
    queuePool,
    evidenceDir,
    log,
    mail,
    also,
  }: WorkerSettings): DynamicModule {
    const backend = openBackend({ databaseUrl: database.url, redisUrl, pool: queuePool });
    return {
      module: WorkerModule,
      global: true,
      imports: [
        PlatformModule.connect({ ...database, entities, applicationName: 'nhip-worker' }),
        FileStoreModule.at(evidenceDir),
        ...featureModules,
        ...(also?.imports ?? []),
        QueueModule.with(backend, [...processors, ...(also?.processors ?? [])]),
      ],
      providers: [
        { provide: LOG, useValue: log },
        { provide: MAIL_SENDER, useValue: mail === undefined ? null : new SmtpSender(mail) },
        { provide: DATABASE_URL, useValue: database.url },
        Schedules,
      ],
      exports: [LOG, MAIL_SENDER],
    };
  }
}
