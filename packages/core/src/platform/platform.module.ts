import { Global, Module, type DynamicModule, type OnApplicationShutdown, Inject } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { VIETNAM_ZONE } from '../shared/index.js';
import { Clock } from './clock.js';
import { createDataSource, type DatabaseOptions } from './data-source.js';
import { randomIds, type Ids } from './ids.js';
import { Reader } from './reader.js';
import { DATA_SOURCE, IDS, TIME_ZONE } from './tokens.js';
import { UnitOfWork } from './unit-of-work.js';

@Global()
@Module({})
export class PlatformModule implements OnApplicationShutdown {
  constructor(@Inject(DATA_SOURCE) private readonly dataSource: DataSource) {}

  /** @param ids makes record ids: specs that must give the same every time bring their own */
  static connect(options: DatabaseOptions, ids: Ids = randomIds): DynamicModule {
    return {
      module: PlatformModule,
      providers: [
        { provide: DATA_SOURCE, useFactory: () => createDataSource(options).initialize() },
        { provide: IDS, useValue: ids },
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
