import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const house = join(import.meta.dirname, '../..');
const configuration = join(house, '.dependency-cruiser.cjs');

/** A small house that keeps every rule: the violations are planted into it. */
const sound: Record<string, string> = {
  'packages/contracts/src/index.ts': `import { z } from 'zod'; export const Name = z.string();`,
  'packages/config/src/index.ts': `import pg from 'pg'; export const pool = pg.Pool;`,
  'packages/core/src/shared/index.ts': `export * from './ratio.js';`,
  'packages/core/src/shared/ratio.ts': `import { Name } from '@nhip/contracts'; export const ratio = Name;`,
  'packages/core/src/jobs/index.ts': `export const job = 1;`,
  'packages/core/src/history/index.ts': `import { createHash } from 'node:crypto'; export const entry = createHash;`,
  'packages/core/src/platform/index.ts': `import { Queue } from 'bullmq'; import { entry } from '../history/index.js'; export const tx = [Queue, entry];`,
  'packages/core/src/platform/unit-of-work.ts': `export const inner = 1;`,
  'packages/core/src/tasks/index.ts': `export { task } from './domain/task.js';`,
  'packages/core/src/tasks/domain/task.ts': `import { ratio } from '../../shared/index.js'; export const task = ratio;`,
  'packages/core/src/tasks/persistence/tasks.repository.ts': `import { EntityManager } from 'typeorm'; export const tasks = EntityManager;`,
  'packages/core/src/tasks/use-cases/accept-task.use-case.ts': `import { tx } from '../../platform/index.js'; import { tasks } from '../persistence/tasks.repository.js'; export const accept = [tx, tasks];`,
  'packages/core/src/history/append.db.spec.ts': `import { tx } from '../platform/index.js'; import { database } from '../testing/index.js'; export const both = [tx, database];`,
  'packages/core/src/scoring/index.ts': `import { task } from '../tasks/index.js'; export const scoring = task;`,
  'packages/core/src/testing/index.ts': `import { pool } from '@nhip/config'; export const database = pool;`,
  'apps/api/src/main.ts': `import { scoring } from '@nhip/core/scoring'; export const api = scoring;`,
  'apps/api/test/launch.spec.ts': `import { database } from '@nhip/core/testing'; export const d = database;`,
  'apps/worker/src/main.ts': `import { Worker } from 'bullmq'; export const worker = Worker;`,
  'apps/console/src/main.ts': `import { Name } from '@nhip/contracts'; export const screen = Name;`,
  'apps/console/src/App.tsx': `import { screen } from './main.js'; export const App = () => <p title="x">{screen}</p>;`,
  'tools/src/load.ts': `import { task } from '@nhip/core/tasks'; export const load = task;`,
  'bench/lists.ts': `import { database } from '@nhip/core/testing'; export const floor = database;`,
  'e2e/round-0.spec.ts': `export const journey = 1;`,
};

/** Each line: the rule that must catch it, the file that goes wrong, the import planted into it. */
const planted: [rule: string, path: string, specifier: string][] = [
  ['only-downwards/tasks', 'packages/core/src/tasks/queries/a.query.ts', '../../scoring/index.js'],
  ['only-downwards/shared', 'packages/core/src/shared/b.ts', '../history/index.js'],
  ['only-downwards/history', 'packages/core/src/history/c.ts', '../platform/index.js'],
  ['only-downwards-in-specs/tasks', 'packages/core/src/tasks/c1.spec.ts', '../scoring/index.js'],
  ['through-the-public-face', 'packages/core/src/scoring/d.ts', '../tasks/domain/task.js'],
  ['folder-in-the-order', 'packages/core/src/gadgets/index.ts', '../shared/index.js'],
  ['domain-is-pure', 'packages/core/src/tasks/domain/e.ts', 'typeorm'],
  ['domain-is-pure', 'packages/core/src/tasks/domain/f.ts', '@nestjs/common'],
  ['domain-is-pure', 'packages/core/src/tasks/domain/g.ts', '../../platform/index.js'],
  ['domain-is-pure', 'packages/core/src/tasks/domain/h.ts', 'node:fs'],
  ['domain-is-pure', 'packages/core/src/shared/i.ts', 'pg'],
  [
    'domain-below-the-rest-of-its-feature',
    'packages/core/src/tasks/domain/j.ts',
    '../persistence/tasks.repository.js',
  ],
  ['shared-is-the-bottom', 'packages/core/src/shared/k.ts', '@nhip/config'],
  [
    'use-cases-without-database-or-queue',
    'packages/core/src/tasks/use-cases/l.use-case.ts',
    '@nestjs/typeorm',
  ],
  ['who-knows-the-queue', 'packages/core/src/tasks/m.ts', 'bullmq'],
  ['who-knows-the-queue', 'apps/api/src/n.ts', 'bullmq'],
  ['no-database-in-the-api', 'apps/api/src/o.ts', 'pg'],
  ['console-knows-contracts-only', 'apps/console/src/p.ts', '@nhip/core/tasks'],
  ['console-knows-contracts-only', 'apps/console/src/q.tsx', '@nhip/config'],
  ['console-runs-in-a-browser', 'apps/console/src/r.ts', 'node:path'],
  ['contracts-import-zod-only', 'packages/contracts/src/s.ts', 'rxjs'],
  ['contracts-import-zod-only', 'packages/contracts/src/t.ts', 'node:fs'],
  ['config-stands-alone', 'packages/config/src/u.ts', '@nhip/contracts'],
  ['core-without-config', 'packages/core/src/platform/v.ts', '@nhip/config'],
  ['nothing-imports-an-app', 'tools/src/w.ts', '../../apps/api/src/main.js'],
  ['apps-are-strangers', 'apps/worker/src/x.ts', '../../api/src/main.js'],
  ['nothing-imports-tools-bench-e2e', 'apps/api/src/y.ts', '../../../tools/src/load.js'],
  ['tools-bench-e2e-are-strangers', 'bench/z.ts', '../tools/src/load.js'],
  ['packages-by-name', 'apps/api/src/aa.ts', '../../../packages/core/src/tasks/index.js'],
  ['not-by-own-name', 'packages/core/src/scoring/ab.ts', '@nhip/core/tasks'],
  ['testing-for-specs-only', 'packages/core/src/tasks/ac.ts', '../testing/index.js'],
  ['testing-for-specs-only', 'apps/api/src/ad.ts', '@nhip/core/testing'],
  ['specs-are-leaves', 'apps/api/src/ae.ts', '../test/launch.spec.js'],
  ['no-cycles', 'packages/core/src/scoring/af.ts', './circle.js'],
  ['resolvable', 'packages/core/src/tasks/ah.ts', './nowhere.js'],
  ['declared-packages-only', 'apps/api/src/ai.ts', 'playwright-core'],
  ['no-development-packages-in-the-product', 'packages/core/src/tasks/aj.ts', 'fast-check'],
];

let tree: string;

async function write(files: Record<string, string>): Promise<void> {
  for (const [path, code] of Object.entries(files)) {
    await mkdir(dirname(join(tree, path)), { recursive: true });
    await writeFile(join(tree, path), code);
  }
}

/** Gives `rule: file` of every violation the real rules find in the tree. */
function violations(): Promise<string[]> {
  const depcruise = join(house, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const folders = ['apps', 'packages', 'tools', 'bench', 'e2e'];
  const args = [depcruise, '--config', configuration, '-T', 'json', ...folders];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd: tree, maxBuffer: 2 ** 26 }, (_error, stdout, stderr) => {
      if (stdout === '') return reject(new Error(stderr));
      const found = JSON.parse(stdout) as {
        summary: { violations: { from: string; rule: { name: string } }[] };
      };
      resolve([...new Set(found.summary.violations.map((each) => `${each.rule.name}: ${each.from}`))]);
    });
  });
}

const workspaces = [
  'packages/contracts',
  'packages/config',
  'packages/core',
  'apps/api',
  'apps/worker',
  'apps/console',
  'tools',
  'bench',
  'e2e',
];

/** Links what npm installed in a folder, all but our own packages. */
async function linkInstalled(folder: string): Promise<void> {
  const installed = join(house, folder, 'node_modules');
  const names = existsSync(installed) ? await readdir(installed) : [];
  await mkdir(join(tree, folder, 'node_modules'), { recursive: true });
  for (const name of names.filter((each) => each !== '@nhip' && !each.startsWith('.'))) {
    await symlink(join(installed, name), join(tree, folder, 'node_modules', name));
  }
}

/** Workspaces with their real package.json, linked as npm links them, beside the real third-party packages. */
async function build(): Promise<void> {
  await copyFile(join(house, 'package.json'), join(tree, 'package.json'));
  await linkInstalled('.');
  await mkdir(join(tree, 'node_modules/@nhip'));
  for (const folder of workspaces) {
    await linkInstalled(folder);
    await copyFile(join(house, folder, 'package.json'), join(tree, folder, 'package.json'));
    if (folder.startsWith('packages/')) {
      await symlink(join(tree, folder), join(tree, 'node_modules/@nhip', folder.slice('packages/'.length)));
    }
  }
}

beforeAll(async () => {
  tree = await mkdtemp(join(tmpdir(), 'nhip-rules-'));
  await build();
  await write(sound);
});
afterAll(() => rm(tree, { recursive: true, force: true }));

describe('the dependency rules', () => {
  it('are each planted once at least', () => {
    const { forbidden } = createRequire(import.meta.url)(configuration) as { forbidden: { name: string }[] };
    const family = (name: string): string => name.replace(/\/.*/, '');
    const shown = new Set(planted.map(([rule]) => family(rule)));
    expect(forbidden.map(({ name }) => family(name)).filter((name) => !shown.has(name))).toEqual([]);
  });

  it('keep the order that docs/architecture.md tells', async () => {
    const { forbidden } = createRequire(import.meta.url)(configuration) as { forbidden: { name: string }[] };
    const named = forbidden.map(({ name }) => /^only-downwards\/(.*)$/.exec(name)?.[1]);
    const order = [...named.filter((name) => name !== undefined), 'testing'];
    const page = await readFile(join(house, 'docs/architecture.md'), 'utf8');
    expect(page.replace(/\s+/g, ' ')).toContain(order.join(' → '));
  });

  it('find nothing in a sound house', async () => {
    expect(await violations()).toEqual([]);
  });

  describe.each(['without dist', 'with dist'])('in a house %s', (state) => {
    let found: string[];
    beforeAll(async () => {
      if (state === 'with dist') await writeBuilt();
      await write(
        Object.fromEntries(planted.map(([, path, specifier]) => [path, `export * from '${specifier}';`])),
      );
      await write({ 'packages/core/src/scoring/circle.ts': `export * from './af.js';` });
      found = await violations();
    });

    it.each(planted)('%s catches %s importing %s', (rule, path) => {
      expect(found).toContain(`${rule}: ${path}`);
    });

    it('blame no file of the sound house', () => {
      expect(
        found.filter((violation) => Object.keys(sound).some((path) => violation.endsWith(path))),
      ).toEqual([]);
    });
  });
});

/** What a build leaves in dist, as far as resolving goes. */
async function writeBuilt(): Promise<void> {
  for (const path of Object.keys(sound)) {
    const built = /^(packages\/[^/]+)\/src\/(.*)\.ts$/.exec(path);
    if (!built) continue;
    await write({
      [`${built[1]}/dist/${built[2]}.js`]: 'export {};',
      [`${built[1]}/dist/${built[2]}.d.ts`]: 'export {};',
    });
  }
}
