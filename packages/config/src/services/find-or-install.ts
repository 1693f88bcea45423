import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What tests need and npm does not bring: the names it goes by, and how it is had on a Mac. */
const programs = {
  chromium: {
    names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    mac: '--cask chromium',
  },
  'redis-server': { names: ['redis-server'], mac: 'redis' },
  faketime: { names: ['faketime'], mac: 'libfaketime' },
} as const;

/** Debian's and Ubuntu's. */
const APT = '/usr/bin/apt-get';

function find(program: keyof typeof programs): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  for (const path of programs[program].names.flatMap((name) => folders.map((folder) => join(folder, name)))) {
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // not in this folder
    }
  }
  return undefined;
}

/**
 * The path of a program, installed first where that is possible (root, apt-get).
 * @throws where it is not there, saying exactly what to install
 */
export function findOrInstall(
  program: keyof typeof programs,
  log: (line: string) => void = () => undefined,
): string {
  const found = find(program);
  if (found !== undefined) return found;
  if (process.getuid?.() === 0 && existsSync(APT)) {
    log(`${program} is missing: installing it with apt-get …`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync(APT, ['update', '-qq'], { env, stdio: 'ignore', timeout: 300_000 });
    const done = spawnSync(APT, ['install', '-y', '-qq', '--no-install-recommends', program], {
      env,
      encoding: 'utf8',
      timeout: 600_000,
    });
    const installed = find(program);
    if (installed !== undefined) return installed;
    log(`${done.stdout}${done.stderr}`);
  }
  const { names, mac } = programs[program];
  throw new Error(
    `${program} is not on PATH (looked for: ${names.join(', ')}). On Debian or Ubuntu: sudo apt-get install ${program}. On macOS: brew install ${mac}`,
  );
}
