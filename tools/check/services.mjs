// What the specs stand on: one PostgreSQL cluster and one Redis for the whole run, and a browser.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './process.mjs';

/** The test cluster's data is thrown away, so it need not survive a power cut. */
const throwAway = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '200',
};

const starters = {
  async postgres({ startPostgres, folder }) {
    const postgres = await startPostgres({ folder: join(folder, 'postgres'), settings: throwAway });
    const env = { NHIP_TEST_POSTGRES_URL: postgres.url };
    const prepared = await run(['node', 'packages/core/dist/testing/prepare-template.js'], {
      env,
      seconds: 120,
    });
    if (!prepared.ok) {
      await postgres.discard();
      throw new Error(`the template database could not be made:\n${prepared.output}`);
    }
    return { env, stop: () => postgres.discard() };
  },
  async redis({ startRedis, findOrInstall, folder }) {
    findOrInstall('redis-server', console.log);
    const redis = await startRedis({ folder: join(folder, 'redis') });
    return { env: { NHIP_TEST_REDIS_URL: redis.url }, stop: () => redis.stop() };
  },
  async chromium({ findOrInstall }) {
    const path = process.env.NHIP_TEST_CHROMIUM ?? findOrInstall('chromium', console.log);
    return { env: { NHIP_TEST_CHROMIUM: path } };
  },
};

/**
 * Services that start at their first use and are kept until `stop()`.
 * `envFor(['postgres', 'redis'])` gives the environment variables with which specs find them.
 */
export function lazyServices() {
  const started = new Map();
  let folder;

  async function start(name) {
    folder ??= await mkdtemp(join(tmpdir(), 'nhip-test-'));
    const launchers = await import('../../packages/config/dist/services/index.js');
    return starters[name]({ ...launchers, folder });
  }

  return {
    async envFor(names) {
      const env = {};
      for (const name of names) {
        if (!started.has(name)) started.set(name, start(name));
        Object.assign(env, (await started.get(name)).env);
      }
      return env;
    },
    async stop() {
      const services = await Promise.allSettled(started.values());
      for (const { value } of services) await value?.stop?.();
      started.clear();
      if (folder) await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
