import type { FastifyHelmetOptions } from '@fastify/helmet';

/**
 * Only what we serve ourselves runs, loads or is spoken to. Styles alone may stand inline: the console's component
 * library writes them into the page as it draws.
 */
export const securityHeaders = (overTls: boolean): FastifyHelmetOptions => ({
  global: true,
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      manifestSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
  referrerPolicy: { policy: 'no-referrer' },
  strictTransportSecurity: overTls && { maxAge: 31_536_000, includeSubDomains: false },
  xFrameOptions: { action: 'deny' },
});
