import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { permissionsOf, type Permission } from '@nhip/contracts';
import { FindSession } from '@nhip/core/people';
import { Clock, INSTALLATION } from '@nhip/core/platform';
import { DomainError } from '@nhip/core/shared';
import type { FastifyRequest } from 'fastify';
import type { Caller } from './caller.js';
import { PERMISSION } from './permission.js';
import { RateLimitGuard } from './rate-limit.guard.js';
import { SessionCookie } from './session-cookie.js';

/**
 * Default deny: a route runs for a signed-in person whose present role holds the route's permission, or where it
 * is public. Session, scope and business time are one statement.
 */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    private readonly cookie: SessionCookie,
    private readonly sessions: FindSession,
    private readonly clock: Clock,
    private readonly limits: RateLimitGuard,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const permission = this.reflector.get<Permission | 'public' | undefined>(
      PERMISSION,
      context.getHandler(),
    );
    if (permission === undefined) throw new DomainError('FORBIDDEN');
    request.caller =
      permission === 'public' ? await this.anybody(request) : await this.person(request, permission);
    return true;
  }

  /** A command of somebody not signed in (signing in, the set-up link) is the installation's own; reads need no clock. */
  private async anybody({ method }: FastifyRequest): Promise<Caller | undefined> {
    if (method === 'GET') return undefined;
    return {
      actor: { kind: 'system', id: 'sign-in', administrationId: INSTALLATION },
      now: await this.clock.now(),
    };
  }

  private async person(request: FastifyRequest, permission: Permission): Promise<Caller> {
    const hash = this.cookie.tokenHashIn(request);
    const session = hash && (await this.sessions.execute(hash));
    if (session === undefined) {
      this.limits.countStranger(request);
      throw new DomainError('SESSION_MISSING');
    }
    const { accountId, assignment, unitIds, mustChangePassword, now } = session;
    if (mustChangePassword && permission !== 'account.use') throw new DomainError('PASSWORD_MUST_CHANGE');
    if (!permissionsOf(assignment.role).includes(permission)) throw new DomainError('FORBIDDEN');
    return {
      actor: {
        kind: 'user',
        id: accountId,
        administrationId: assignment.administrationId,
        role: assignment.role,
        assignmentId: assignment.id,
        unitIds,
      },
      now,
    };
  }
}
