// The real processes of the product, each kept running by a watchman who does not ask why it ended.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { openSync, readFileSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const root = join(import.meta.dirname, '..');
const RESTART_AFTER = 200;

/**
 * The environment in which a process believes it is so many seconds later. Not the program `faketime` itself, which
 * would stand between us and the process we kill. Node's own timers follow the clock that nobody may set.
 */
function wrongClock(skew) {
  if (skew === 0) return {};
  const told = spawnSync('faketime', ['-f', `${skew > 0 ? '+' : ''}${skew}s`, 'env'], { encoding: 'utf8' });
  const values = told.stdout.split('\n').filter((line) => /^(LD_PRELOAD|DYLD_\w+|FAKETIME)=/.test(line));
  const pairs = values.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]);
  return { ...Object.fromEntries(pairs), FAKETIME_DONT_FAKE_MONOTONIC: '1', DONT_FAKE_MONOTONIC: '1' };
}

export class Part {
  /**
   * @param {{ name: string, script: string, env: Record<string, string>, folder: string, port?: number }} settings
   *   `script` below the root; `port` where it serves
   */
  constructor({ name, script, env, folder, port }) {
    Object.assign(this, {
      name,
      script,
      env,
      port,
      log: join(folder, `${name}.log`),
      wanted: false,
      skew: 0,
    });
  }

  start() {
    this.wanted = true;
    const out = openSync(this.log, 'a');
    this.child = spawn(process.execPath, [join(root, this.script)], {
      cwd: root,
      stdio: ['ignore', out, out],
      env: { PATH: process.env.PATH, ...this.env, ...wrongClock(this.skew) },
    });
    const child = this.child;
    child.once('exit', () => {
      if (this.wanted && child === this.child) setTimeout(() => this.wanted && this.start(), RESTART_AFTER);
    });
  }

  get pid() {
    return this.child?.pid;
  }

  get runs() {
    return this.child !== undefined && this.child.exitCode === null && this.child.signalCode === null;
  }

  signal(name) {
    if (this.runs) this.child.kill(name);
  }

  /** Killed; the watchman starts it again, with this clock from now on. */
  kill(skew = this.skew) {
    this.skew = skew;
    this.signal('SIGKILL');
  }

  async stop() {
    this.wanted = false;
    if (!this.runs) return;
    const ended = once(this.child, 'exit');
    this.signal('SIGCONT');
    this.signal('SIGKILL');
    await ended;
  }

  /** Of a part that serves: once it says that it can. */
  async untilReady(patience = 120_000) {
    for (const giveUpAt = Date.now() + patience; Date.now() < giveUpAt; await sleep(100)) {
      if (await answers(this.port)) return;
    }
    throw new Error(`${this.name} does not serve. The end of its log:\n${this.text().slice(-2000)}`);
  }

  text() {
    return readFileSync(this.log, 'utf8');
  }
}

const answers = (port) =>
  new Promise((resolve) => {
    const request = get({ host: '127.0.0.1', port, path: '/readyz', timeout: 2_000 }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    request.once('timeout', () => request.destroy());
    request.once('error', () => resolve(false));
  });
