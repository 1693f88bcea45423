// What the specs stand on: one PostgreSQL cluster and one Redis for the whole run, and a browser.
import { accessSync, constants, existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { run } from './process.mjs';

const programs = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  'redis-server': ['redis-server'],
};

function find(program) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  for (const path of programs[program].flatMap((name) => folders.map((folder) => join(folder, name)))) {
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // not in this folder
    }
  }
  return undefined;
}

/** The path of a program; installs it where that is possible, else says exactly what to install. */
async function findOrInstall(program) {
  const found = find(program);
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log(`${program} is missing: installing it with apt-get …`);
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await run(['apt-get', 'update', '-qq'], { env, seconds: 300 });
    const done = await run(['apt-get', 'install', '-y', '-qq', '--no-install-recommends', program], {
      env,
      seconds: 600,
    });
    const installed = find(program);
    if (installed) return installed;
    console.log(done.output);
  }
  const names = programs[program].join(', ');
  throw new Error(
    `${program} is not on PATH (looked for: ${names}). On Debian or Ubuntu: sudo apt-get install ${program}. ` +
      'On macOS: brew install ' +
      (program === 'chromium' ? '--cask chromium' : 'redis'),
  );
}

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
  async redis({ startRedis, folder }) {
    await findOrInstall('redis-server');
    const redis = await startRedis({ folder: join(folder, 'redis') });
    return { env: { NHIP_TEST_REDIS_URL: redis.url }, stop: () => redis.stop() };
  },
  async chromium() {
    return {
      env: { NHIP_TEST_CHROMIUM: process.env.NHIP_TEST_CHROMIUM ?? (await findOrInstall('chromium')) },
    };
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
