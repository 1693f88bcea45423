import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { ReadForms } from './forms.js';
import { ProblemFilter } from './problem.filter.js';
import { RateLimitGuard } from './rate-limit.guard.js';
import { RouteTable } from './route-table.js';
import { SessionCookie } from './session-cookie.js';
import { SessionGuard } from './session.guard.js';
import { HTTP_SETTINGS, type HttpSettings } from './settings.js';
import { ValidationPipe } from './validation.pipe.js';

/** What every route passes through: guard, validation, problem details. Knows no feature. */
@Module({})
export class HttpModule {
  static with(settings: HttpSettings): DynamicModule {
    return {
      module: HttpModule,
      global: true,
      imports: [DiscoveryModule],
      providers: [
        { provide: HTTP_SETTINGS, useValue: settings },
        RateLimitGuard,
        { provide: APP_GUARD, useClass: SessionGuard },
        { provide: APP_GUARD, useExisting: RateLimitGuard },
        { provide: APP_INTERCEPTOR, useClass: ReadForms },
        { provide: APP_PIPE, useClass: ValidationPipe },
        { provide: APP_FILTER, useClass: ProblemFilter },
        SessionCookie,
        RouteTable,
      ],
      exports: [HTTP_SETTINGS, SessionCookie, RouteTable],
    };
  }
}
