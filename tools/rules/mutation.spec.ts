import { execFile, execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const house = join(import.meta.dirname, '../..');

/** The specs that judge mutants, run as `npm run mutation` runs them, without a mutant. */
async function judge(): Promise<string> {
  const { default: stryker } = await import(join(house, 'stryker.config.mjs'));
  const [build, ...script] = stryker.buildCommand.split(' ');
  execFileSync(build, script, { cwd: house });
  const config = JSON.stringify({ ...stryker.jest.config, rootDir: house });
  const jest = join(house, 'node_modules/jest/bin/jest.js');
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [jest, '--config', config],
      { cwd: house, env: { ...process.env, NHIP_CASES: '1' } },
      (_error, output, log) => resolve(output + log),
    );
  });
}

describe('npm run mutation', () => {
  it('finds every spec of the rules passing where its mutants are judged', async () => {
    const told = await judge();
    expect(told).toMatch(/^Tests: +\d+ passed, \d+ total$/m);
  }, 60_000);
});
