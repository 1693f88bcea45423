// PostgreSQL and Redis as faults need them: killed without warning and started again at the same address.
import { readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { findFreePort, startPostgres } from '@nhip/config/services';

/** A cluster with the durability of a real one: what is acknowledged must be there after a kill. */
export class Database {
  static async open(folder) {
    const database = new Database();
    database.folder = join(folder, 'postgres');
    database.server = await startPostgres({ folder: database.folder });
    return database;
  }

  get url() {
    return this.server.url;
  }

  get log() {
    return readFileSync(this.server.logFile, 'utf8');
  }

  async kill() {
    const [pid] = readFileSync(join(this.server.dataFolder, 'postmaster.pid'), 'utf8').split('\n', 1);
    process.kill(Number(pid), 'SIGKILL');
    while (this.server.alive()) await sleep(20);
  }

  async restart() {
    const { port } = this.server;
    this.server = await startPostgres({ folder: this.folder, port });
    if (this.server.port !== port)
      throw new Error(`PostgreSQL came back on port ${this.server.port}, not ${port}.`);
  }

  discard() {
    return this.server.discard();
  }
}

/** A Redis that writes down what it is told, each second: as it is recommended for the queue. */
export class RedisServer {
  static async open(folder, program) {
    const redis = new RedisServer();
    Object.assign(redis, { folder, program, port: await findFreePort() });
    await redis.start();
    return redis;
  }

  get url() {
    return `redis://127.0.0.1:${this.port}`;
  }

  async start({ empty = false } = {}) {
    if (empty) rmSync(join(this.folder, 'appendonlydir'), { recursive: true, force: true });
    const settings = { port: this.port, bind: '127.0.0.1', dir: this.folder, save: '', appendonly: 'yes' };
    const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
    this.child = spawn(this.program, args, { stdio: 'ignore' });
    for (let tries = 0; (await this.ask('PING')) === undefined; tries += 1) {
      if (tries > 200) throw new Error('redis-server does not answer.');
      await sleep(50);
    }
  }

  async kill() {
    const ended = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await ended;
  }

  /** Whether it could be told. */
  async empty() {
    return (await this.ask('FLUSHALL')) !== undefined;
  }

  /** It is there and does not answer. */
  async pause(ms) {
    this.child.kill('SIGSTOP');
    await sleep(ms);
    this.child.kill('SIGCONT');
  }

  /** Work is taken in and not given out, until it is emptied. */
  hold() {
    return this.ask('HSET bull:work:meta paused 1');
  }

  release() {
    return this.ask('HDEL bull:work:meta paused');
  }

  /** Whether it holds a job of that name which nobody has finished. */
  async holds(of) {
    const lists = ['wait', 'paused', 'active'];
    const ids = await Promise.all(lists.map((list) => this.ask(`LRANGE bull:work:${list} 0 -1`)));
    return ids.some((answer) => answer?.startsWith('*') && answer.includes(`/${of}`));
  }

  /** One command; undefined where nobody answers. */
  ask(command) {
    return new Promise((resolve) => {
      const socket = connect({ port: this.port, host: '127.0.0.1' });
      const end = (answer) => {
        socket.destroy();
        resolve(answer);
      };
      socket.setTimeout(1_000, () => end());
      socket.once('error', () => end());
      socket.once('data', (bytes) => end(bytes.toString()));
      socket.write(`${command}\r\n`);
    });
  }

  async stop() {
    this.child.kill('SIGCONT');
    if (this.child.exitCode === null && this.child.signalCode === null) await this.kill();
  }
}

/** The queue beside the data: emptied, it has forgotten everything. */
export const queueInPostgres = (superuser) => ({
  kind: 'postgres',
  async empty() {
    const { rows } = await superuser.query(
      `select string_agg(format('bullmq.%I', tablename), ', ') as tables from pg_tables
        where schemaname = 'bullmq' and tablename not like '%migration%'`,
    );
    await superuser.query(`truncate ${rows[0].tables}`);
    return true;
  },
  hold: () =>
    superuser.query(
      `insert into bullmq.meta values ('work', 'paused', '1') on conflict (queue, field) do update set value = '1'`,
    ),
  release: () => superuser.query(`delete from bullmq.meta where field = 'paused'`),
  async holds(of) {
    const { rows } = await superuser
      .query(
        `select from bullmq.job where queue = 'work' and state in ('waiting', 'active') and id like $1 limit 1`,
        [`%/${of}%`],
      )
      .catch(() => ({ rows: [] }));
    return rows.length > 0;
  },
  stop: async () => undefined,
});
