import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const house = join(import.meta.dirname, '../..');

const spec = (body: string): string => `import { expect, it } from '@jest/globals';\n${body}\n`;

const planted: Record<string, string> = {
  // Asks for nothing, so that the planted house never installs into the real node_modules.
  'package.json': '{ "name": "planted", "private": true, "type": "module" }',
  'package-lock.json': '{ "name": "planted", "lockfileVersion": 3, "packages": {} }',
  'packages/core/src/passes.spec.ts': spec(`it('adds', () => expect(1 + 1).toBe(2));`),
  'packages/core/src/fails.spec.ts': spec(`it('adds', () => expect(1 + 1).toBe(3));`),
  'packages/core/src/skips.spec.ts': spec(`it.skip('adds', () => expect(1 + 1).toBe(2));`),
  'packages/core/src/breaks.spec.ts': spec(`import './nowhere.js';`),
  'docs/forgotten.spec.ts': spec(`it('adds', () => expect(1 + 1).toBe(2));`),
  'apps/console/src/forgotten.test.tsx': spec(`it('adds', () => expect(1 + 1).toBe(2));`),
};

let tree: string;

function npmTest(...args: string[]): Promise<{ code: unknown; output: string }> {
  const command = [join(tree, 'tools/test.mjs'), '--no-build', ...args];
  return new Promise((resolve) => {
    execFile(process.execPath, command, { cwd: tree }, (error, output) =>
      resolve({ code: error?.code ?? 0, output: output.trimEnd() }),
    );
  });
}

beforeAll(async () => {
  tree = await mkdtemp(join(tmpdir(), 'nhip-test-command-'));
  for (const path of [
    'jest.config.mjs',
    'e2e/once-more.ts',
    'tools/test.mjs',
    'tools/check',
    'tools/start',
  ]) {
    await cp(join(house, path), join(tree, path), { recursive: true });
  }
  await symlink(join(house, 'node_modules'), join(tree, 'node_modules'));
  for (const folder of ['apps/api', 'apps/worker', 'e2e', 'faults'])
    await mkdir(join(tree, folder), { recursive: true });
  for (const [path, text] of Object.entries(planted)) {
    await mkdir(dirname(join(tree, path)), { recursive: true });
    await writeFile(join(tree, path), text);
  }
});
afterAll(() => rm(tree, { recursive: true, force: true }));

describe('npm test', () => {
  it('fails for a failed, an unloadable and a skipped test, and ends with the count', async () => {
    const { code, output } = await npmTest('unit');
    expect(output).toContain('unit: 1 passed, 2 failed');
    expect(output).toContain('1 tests were skipped');
    expect(output.split('\n').at(-1)).toBe('1 passed, 3 failed');
    expect(code).toBe(1);
  });

  it('fails when a spec file was run by nobody', async () => {
    const { code, output } = await npmTest(
      'unit',
      'database',
      'api',
      'worker',
      'samples',
      'faults',
      'journey',
    );
    const list = /run by nobody[^\n]*\n((?: {6}\S+\n)+)/.exec(output)?.[1]?.trim().split(/\s+/);
    expect(list?.sort()).toEqual(['apps/console/src/forgotten.test.tsx', 'docs/forgotten.spec.ts']);
    expect(code).toBe(1);
  });

  it('runs one path only', async () => {
    const { code, output } = await npmTest('unit', 'packages/core/src/passes');
    expect(output.split('\n').at(-1)).toBe('1 passed, 0 failed');
    expect(code).toBe(0);
  });

  it('fails when the path leads to no spec file', async () => {
    const { code, output } = await npmTest('unit', 'packages/core/src/nowhere');
    expect(output).toContain('no spec file has packages/core/src/nowhere in its path');
    expect(code).toBe(1);
  });

  it('refuses an option it does not know', async () => {
    const { code, output } = await npmTest('--fast');
    expect(output).toContain('not known: --fast');
    expect(code).toBe(1);
  });
});
