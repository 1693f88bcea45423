import { createServer } from 'node:net';

const canListen = (port: number): Promise<number | undefined> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address();
      const found = typeof address === 'object' && address ? address.port : undefined;
      server.close(() => resolve(found));
    });
  });

/**
 * A TCP port on 127.0.0.1 nobody listens on: the preferred one if it is free, else any.
 * Another process may still take it before the caller does, so callers retry.
 */
export async function findFreePort(preferred?: number): Promise<number> {
  const port = (preferred && (await canListen(preferred))) || (await canListen(0));
  if (!port) throw new Error('No free TCP port on 127.0.0.1: is the loopback interface up?');
  return port;
}
