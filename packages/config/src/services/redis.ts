import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { findFreePort } from './free-port.js';

export interface RedisOptions {
  /** Its working folder; made if missing. Nothing is written there: the queue of a test need not outlive it. */
  folder: string;
  port?: number;
  /** Its name on PATH or its path, `redis-server` if not said. */
  program?: string;
}

export interface RedisServer {
  url: string;
  port: number;
  stop(): Promise<void>;
}

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(1_000, () => end(false));
    socket.once('error', () => end(false));
    socket.once('data', (bytes) => end(bytes.toString().startsWith('+PONG')));
    socket.write('PING\r\n');
  });

/**
 * Starts the `redis-server` found on PATH, without persistence, on 127.0.0.1. For tests and benches.
 * @throws where there is none, saying what to install, or where it does not answer within half a minute
 */
export async function startRedis(options: RedisOptions): Promise<RedisServer> {
  const { folder, port: preferred, program = 'redis-server' } = options;
  if (spawnSync(program, ['--version']).status !== 0)
    throw new Error(
      `${program} was not found on PATH: install it (Debian, Ubuntu: apt-get install redis-server; macOS: brew install redis).`,
    );
  mkdirSync(folder, { recursive: true });
  const giveUpAt = Date.now() + 30_000;
  for (;;) {
    const port = await findFreePort(preferred);
    const settings = { port, bind: '127.0.0.1', dir: folder, save: '', appendonly: 'no', daemonize: 'no' };
    const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
    const child = spawn(program, args, { stdio: 'ignore' });
    const ended = once(child, 'exit');
    const endWithUs = () => child.kill();
    process.once('exit', endWithUs);
    const running = () => child.exitCode === null && child.signalCode === null;
    const stop = async () => {
      process.off('exit', endWithUs);
      if (running()) child.kill();
      await ended;
    };
    while (running() && Date.now() < giveUpAt) {
      if ((await answers(port)) && running()) return { url: `redis://127.0.0.1:${port}`, port, stop };
      await sleep(50);
    }
    await stop();
    if (Date.now() >= giveUpAt) throw new Error('redis-server does not answer within half a minute.');
  }
}
