import { Global, Module, type DynamicModule, type OnApplicationShutdown, Inject } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { VIETNAM_ZONE } from '../shared/index.js';
import { Clock } from './clock.js';
import { createDataSource, type DatabaseOptions } from './data-source.js';
import { randomIds } from './ids.js';
import { Reader } from './reader.js';
import { DATA_SOURCE, IDS, TIME_ZONE } from './tokens.js';
import { UnitOfWork } from './unit-of-work.js';

@Global()
@Module({})
export class PlatformModule implements OnApplicationShutdown {
  constructor(@Inject(DATA_SOURCE) private readonly dataSource: DataSource) {}

  static connect(options: DatabaseOptions): DynamicModule {
    return {
      module: PlatformModule,
      providers: [
        { provide: DATA_SOURCE, useFactory: () => createDataSource(options).initialize() },
        { provide: IDS, useValue: randomIds },
        { provide: TIME_ZONE, useValue: options.timeZone ?? VIETNAM_ZONE },
        UnitOfWork,
        Reader,
        Clock,
      ],
      exports: [DATA_SOURCE, IDS, TIME_ZONE, UnitOfWork, Reader, Clock],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.dataSource.destroy();
  }
}
