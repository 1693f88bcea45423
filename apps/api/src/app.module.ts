import { Module, type DynamicModule } from '@nestjs/common';
import { PlatformModule, type DatabaseOptions } from '@nhip/core/platform';
import { entities, featureModules } from '@nhip/core/product';
import { apiModules } from './features.js';
import { HttpModule } from './http/http.module.js';
import type { HttpSettings } from './http/settings.js';

export interface ApiSettings extends HttpSettings {
  readonly database: Pick<DatabaseOptions, 'url' | 'pool' | 'timeZone'>;
}

@Module({})
export class AppModule {
  static with(settings: ApiSettings): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.connect({ ...settings.database, entities, applicationName: 'nhip-api' }),
        ...featureModules,
        HttpModule.with(settings),
        ...apiModules,
      ],
    };
  }
}
