import { describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startRedis } from './redis.js';

describe('startRedis', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nhip-redis-'));

  it('runs on another port where the one asked for is taken, and stops', async () => {
    const first = await startRedis({ folder });
    const second = await startRedis({ folder, port: first.port });
    expect(second.port).not.toBe(first.port);
    await Promise.all([first.stop(), second.stop()]);
    rmSync(folder, { recursive: true });
  });

  it('says what to install where there is none', async () => {
    const missing = startRedis({ folder, program: join(folder, 'no-redis-server') });
    await expect(missing).rejects.toThrow('apt-get install redis-server');
  });
});
