import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

const script = join(import.meta.dirname, '../check/clock-rule.mjs');

let tree: string;
beforeEach(async () => {
  tree = await mkdtemp(join(tmpdir(), 'nhip-clock-rule-'));
});
afterEach(() => rm(tree, { recursive: true, force: true }));

/** Runs the rule over a tree with this one file; gives what it complained about, line by line. */
async function complaintsAbout(path: string, code: string): Promise<string[]> {
  await mkdir(dirname(join(tree, path)), { recursive: true });
  await writeFile(join(tree, path), code);
  return new Promise((resolve) => {
    execFile(process.execPath, [script, tree], (_error, _stdout, stderr) => {
      resolve(stderr.split('\n').filter((line) => line !== ''));
    });
  });
}

const useCase = 'packages/core/src/tasks/use-cases/accept-task.use-case.ts';

describe('the clock rule', () => {
  it.each([
    ['const now = new Date();', 'new Date()'],
    ['const now = new Date;', 'new Date()'],
    ['const now = Date.now();', 'Date.now()'],
    ['const clock = Date.now;', 'Date.now()'],
    ['const now = Date();', 'Date() called'],
    ['const t = performance.now();', 'performance.now()'],
    ['const t = process.hrtime.bigint();', 'process.hrtime'],
    ['const t = Temporal.Now.instant();', 'Temporal.Now'],
  ])('refuses %s in a use case', async (code, what) => {
    const complaints = await complaintsAbout(useCase, `export {};\n${code}\n`);
    expect(complaints).toHaveLength(1);
    expect(complaints[0]).toContain(`${useCase}:2: ${what}`);
  });

  it.each([
    'packages/core/src/calendar/domain/working-calendar.ts',
    'packages/core/src/shared/instant.ts',
    'packages/core/src/scoring/domain/deep/rank.ts',
  ])('watches %s', async (path) => {
    expect(await complaintsAbout(path, 'export const now = () => Date.now();')).toHaveLength(1);
  });

  it.each([
    [useCase, 'const at = new Date(now);'],
    [useCase, 'type At = Date; const isDate = (x: unknown) => x instanceof Date;'],
    [useCase, '// never new Date() here\n/* nor Date.now() */'],
    [useCase, 'const dueDate = (x: Date) => x; dueDate(at);'],
    ['packages/core/src/platform/clock.ts', 'export const machine = () => new Date();'],
    ['packages/core/src/shared/instant.spec.ts', 'const now = new Date();'],
    ['apps/api/src/main.ts', 'const now = new Date();'],
  ])('leaves %s alone with %s', async (path, code) => {
    expect(await complaintsAbout(path, code)).toEqual([]);
  });
});
