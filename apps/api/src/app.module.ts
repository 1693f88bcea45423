import { Module, type DynamicModule } from '@nestjs/common';
import { FileStoreModule } from '@nhip/core/evidence';
import { PlatformModule, type DatabaseOptions } from '@nhip/core/platform';
import { entities, featureModules } from '@nhip/core/product';
import { apiModules } from './features.js';
import { HttpModule } from './http/http.module.js';
import type { HttpSettings } from './http/settings.js';

export interface ApiSettings extends HttpSettings {
  readonly database: Pick<DatabaseOptions, 'url' | 'pool' | 'timeZone'>;
  /** Where evidence files are kept; absent: none are taken. */
  readonly evidenceDir?: string | undefined;
}

@Module({})
export class AppModule {
  static with(settings: ApiSettings): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.connect({ ...settings.database, entities, applicationName: 'nhip-api' }),
        FileStoreModule.at(settings.evidenceDir),
        ...featureModules,
        HttpModule.with(settings),
        ...apiModules,
      ],
    };
  }
}
