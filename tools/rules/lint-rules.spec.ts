import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const house = join(import.meta.dirname, '../..');

const asyncWork = 'async function work(): Promise<void> {}';

/** Each line: the rule that must catch it, where, and the code planted there. */
const planted: [rule: string, path: string, code: string][] = [
  ['node(no-process-env)', 'packages/core/src/platform/a.ts', 'export const url = process.env.DATABASE_URL;'],
  ['node(no-process-env)', 'apps/api/src/a.ts', 'export const { PORT } = process.env;'],
  ['eslint(no-console)', 'packages/core/src/tasks/b.ts', 'export const say = (): void => console.log(1);'],
  ['eslint(no-console)', 'apps/worker/src/b.ts', 'export const say = (): void => console.error(1);'],
  [
    'jest(no-focused-tests)',
    'packages/core/src/c.spec.ts',
    `import { it } from '@jest/globals';\nit.only('x', () => {});`,
  ],
  [
    'jest(no-disabled-tests)',
    'packages/core/src/d.spec.ts',
    `import { it } from '@jest/globals';\nit.skip('x', () => {});`,
  ],
  ['typescript(no-explicit-any)', 'packages/core/src/e.ts', 'export const all = (x: any): unknown => x;'],
  [
    'typescript(no-non-null-assertion)',
    'packages/core/src/f.ts',
    'export const head = (x: number[]): number => x[0]!;',
  ],
  ['typescript(ban-ts-comment)', 'packages/core/src/g.ts', '// @ts-ignore\nexport const n: number = 1;'],
  [
    'eslint(no-warning-comments)',
    'packages/core/src/h.ts',
    `// ${['TO', 'DO'].join('')}: later\nexport const n = 1;`,
  ],
  [
    'import(no-cycle)',
    'packages/core/src/i.ts',
    `import { j } from './j.js';\nexport const i = (): unknown => j;`,
  ],
  ['import(no-default-export)', 'packages/core/src/k.ts', 'export default 1;'],
  ['eslint(max-lines)', 'packages/core/src/l.ts', 'export {};\n'.repeat(401)],
];

/** The same code where it is allowed. */
const allowed: [path: string, code: string][] = [
  ['packages/config/src/environment.ts', 'export const url = process.env.DATABASE_URL;'],
  ['packages/core/src/testing/database.ts', 'export const url = process.env.NHIP_TEST_POSTGRES_URL;'],
  ['tools/start.mjs', 'console.log(process.env.HOME);'],
  ['packages/core/src/m.spec.ts', 'export const head = (x: number[]): number => x[0]!;'],
  ['packages/core/src/n.ts', `${asyncWork}\nexport const begun = (): Promise<void> => work();`],
];

let tree: string;
let found: string[];

beforeAll(async () => {
  tree = await mkdtemp(join(tmpdir(), 'nhip-lint-'));
  // Paths in the configuration count from where it lies.
  await copyFile(join(house, '.oxlintrc.json'), join(tree, '.oxlintrc.json'));
  const circle: [string, string] = [
    'packages/core/src/j.ts',
    `import { i } from './i.js';\nexport const j = (): unknown => i;`,
  ];
  for (const [path, code] of [...planted.map(([, ...file]) => file), ...allowed, circle]) {
    await mkdir(dirname(join(tree, path)), { recursive: true });
    await writeFile(join(tree, path), `${code}\n`);
  }
  found = await lint();
});
afterAll(() => rm(tree, { recursive: true, force: true }));

/** Gives `rule: file` of everything the real configuration finds in the tree. */
function lint(): Promise<string[]> {
  const oxlint = join(house, 'node_modules/oxlint/bin/oxlint');
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [oxlint, '--format', 'json'],
      { cwd: tree, maxBuffer: 2 ** 26 },
      (_error, stdout, stderr) => {
        if (!stdout.startsWith('{')) return reject(new Error(stdout + stderr));
        const report = JSON.parse(stdout) as { diagnostics: { code: string; filename: string }[] };
        resolve(report.diagnostics.map((each) => `${each.code}: ${each.filename}`));
      },
    );
  });
}

describe('the linter', () => {
  it.each(planted)('%s catches %s', (rule, path) => {
    expect(found).toContain(`${rule}: ${path}`);
  });

  it.each(allowed)('leaves %s alone', (path) => {
    expect(found.filter((each) => each.endsWith(`: ${path}`))).toEqual([]);
  });
});
