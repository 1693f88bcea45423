import { DomainError } from '@nhip/core/shared';
import type { FastifyRequest } from 'fastify';

const harmless = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses commands that another site makes a browser send. A browser says where a request comes from
 * (Sec-Fetch-Site, or at least Origin); a program that says neither carries no cookie of ours by accident.
 */
export function refuseCrossSite(request: FastifyRequest, publicUrl: string | undefined): void {
  if (harmless.has(request.method)) return;
  const site = request.headers['sec-fetch-site'];
  const { origin, host } = request.headers;
  const ours =
    site === undefined
      ? origin === undefined || origin === (publicUrl ?? `http://${host}`)
      : site === 'same-origin' || site === 'none';
  if (!ours) throw new DomainError('CROSS_SITE_REQUEST');
}
