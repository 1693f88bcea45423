import { afterEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { findFreePort } from './free-port.js';

const server = createServer();
afterEach(async () => {
  server.close();
  await once(server, 'close');
});

describe('findFreePort', () => {
  it('takes the preferred port, and another where that is taken', async () => {
    const port = await findFreePort();
    expect(await findFreePort(port)).toBe(port);
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    const other = await findFreePort(port);
    expect(other).not.toBe(port);
    expect(other).toBeGreaterThan(1023);
  });
});
