import { BullModule } from '@nestjs/bullmq';
import { Inject, Module, type BeforeApplicationShutdown, type DynamicModule } from '@nestjs/common';
import { DATA_SOURCE, poolOf } from '@nhip/core/platform';
import { Dispatcher } from './dispatcher.js';
import { Handlers, type FeatureProcessor } from './handlers.js';
import type { Backend } from './backend.js';
import { BulkProcessor, MailProcessor, WorkProcessor } from './queue.processors.js';
import { Senders } from './senders.js';
import { sqlOf } from './sql-of.js';
import { BACKEND, LOOP_SQL } from './tokens.js';

/** Both sides of the queue: what the relay sends into, and the processors that hand jobs to their features. */
@Module({})
export class QueueModule implements BeforeApplicationShutdown {
  constructor(
    private readonly work: WorkProcessor,
    private readonly bulk: BulkProcessor,
    private readonly mail: MailProcessor,
    private readonly senders: Senders,
    @Inject(BACKEND) private readonly backend: Backend,
  ) {}

  static with(
    backend: Backend,
    processors: readonly (new (...args: never[]) => FeatureProcessor)[],
  ): DynamicModule {
    return {
      module: QueueModule,
      global: true,
      imports: [BullModule.forRoot({ connection: backend.receiving }), BullModule.registerQueue()],
      providers: [
        ...processors,
        { provide: BACKEND, useValue: backend },
        {
          provide: Handlers,
          useFactory: (...instances: FeatureProcessor[]) => new Handlers(instances),
          inject: [...processors],
        },
        {
          provide: LOOP_SQL,
          useFactory: (dataSource: Parameters<typeof poolOf>[0]) => sqlOf(poolOf(dataSource)),
          inject: [DATA_SOURCE],
        },
        Dispatcher,
        WorkProcessor,
        BulkProcessor,
        MailProcessor,
        Senders,
      ],
      exports: [Senders, Handlers, LOOP_SQL],
    };
  }

  /** Jobs at work are finished before the database connections close. */
  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all([this.work, this.bulk, this.mail].map(({ worker }) => worker.close()));
    await this.senders.close();
    await this.backend.close();
  }
}
