import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { DomainError } from '@nhip/core/shared';
import type { FastifyRequest } from 'fastify';
import { isFormRequest } from './forms.js';
import { xlsxFile } from './files.js';
import { ANSWER } from './permission.js';
import { API_PREFIX } from './route-table.js';
import { RateLimiter, type LimitName } from './rate-limits.js';
import { HTTP_SETTINGS, type HttpSettings } from './settings.js';

/**
 * Holds everybody to the allowance of a minute: a person by the account, whoever is not signed in by the address.
 * Health answers are not counted. Sign-in has limits of its own besides, on failures.
 */
@Injectable()
export class RateLimitGuard implements CanActivate {
  private readonly limiter: RateLimiter | undefined;

  constructor(
    @Inject(HTTP_SETTINGS) { rateLimits }: HttpSettings,
    @Inject(Reflector) private readonly reflector: Reflector,
  ) {
    this.limiter = rateLimits && new RateLimiter(rateLimits);
  }

  /** Runs behind SessionGuard, which refuses whoever needs a session and has none: see `countStranger`. */
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (!request.routeOptions.url?.startsWith(`/${API_PREFIX}/`)) return true;
    const actor = request.caller?.actor;
    const asker = actor?.kind === 'user' ? `account ${actor.id}` : addressOf(request);
    const names: LimitName[] = ['requests'];
    if (request.method !== 'GET') names.push('writes');
    const isExport = this.reflector.get<unknown>(ANSWER, context.getHandler()) === xlsxFile;
    if (isExport || isFormRequest(request)) names.push('files');
    for (const name of names) this.take(name, asker);
    return true;
  }

  /** A request that carries no session that holds costs its address one, before it is refused for that. */
  countStranger(request: FastifyRequest): void {
    this.take('requests', addressOf(request));
  }

  private take(name: LimitName, asker: string): void {
    const seconds = this.limiter?.take(name, asker) ?? 0;
    if (seconds > 0) throw new DomainError('TOO_MANY_REQUESTS', { seconds });
  }
}

const addressOf = ({ ip }: FastifyRequest): string => `address ${ip}`;
