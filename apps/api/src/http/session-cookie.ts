import { Inject, Injectable } from '@nestjs/common';
import { tokenHash } from '@nhip/core/people';
import { DomainError } from '@nhip/core/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { HTTP_SETTINGS, type HttpSettings } from './settings.js';

/**
 * The cookie that carries a session's token: `__Host-nhip_session` under TLS, `nhip_session` where there is none.
 * Never readable by scripts, never sent along by another site.
 */
@Injectable()
export class SessionCookie {
  private readonly secure: boolean;
  readonly name: string;

  constructor(@Inject(HTTP_SETTINGS) settings: HttpSettings) {
    this.secure = settings.publicUrl?.startsWith('https:') ?? false;
    this.name = this.secure ? '__Host-nhip_session' : 'nhip_session';
  }

  /** SHA-256 of the token, which is all that the database knows of it. */
  tokenHashIn(request: FastifyRequest): Buffer | undefined {
    const token = request.cookies[this.name];
    return token === undefined ? undefined : tokenHash(token);
  }

  /** Behind the guard there is one. */
  ownTokenHash(request: FastifyRequest): Buffer {
    const hash = this.tokenHashIn(request);
    if (hash === undefined) throw new DomainError('SESSION_MISSING');
    return hash;
  }

  set(reply: FastifyReply, token: string): void {
    void reply.setCookie(this.name, token, this.options);
  }

  clear(reply: FastifyReply): void {
    void reply.clearCookie(this.name, this.options);
  }

  private get options() {
    return { path: '/', httpOnly: true, sameSite: 'strict', secure: this.secure } as const;
  }
}
