// A person at a browser who believes only what was answered, and writes it down where no fault of the servers reaches.
import { randomUUID } from 'node:crypto';
import { fsyncSync, openSync, writeSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { Form } from './form.mjs';

const ATTEMPT = 10_000;
const PATIENCE = 60_000;

export class Client {
  /**
   * @param {{ name: string, role: string, accountId: string, token: string, unitId?: string,
   *   reach: Set<string> | 'all', ports: number[], folder: string, random: object }} person `reach`: ids of the
   *   units it may see
   */
  constructor(person) {
    Object.assign(this, person);
    this.agent = new Agent({ keepAlive: true, maxSockets: 2 });
    this.file = openSync(join(person.folder, `${person.name}.history`), 'a');
    /** Every attempt: when, how long, and the status or what broke. */
    this.attempts = [];
    /** Every command: key, what it was, `ok`, `fail` or `info`, and the answer. */
    this.commands = [];
    /** Answers that were not this person's to see. */
    this.trespasses = [];
    this.answeredAgain = 0;
  }

  note(line, durable = false) {
    writeSync(this.file, `${JSON.stringify(line)}\n`);
    if (durable) fsyncSync(this.file);
  }

  /** A read, tried once; undefined where nobody answered. */
  async read(path) {
    const { status, body } = await this.send({ method: 'GET', path });
    if (status !== 200) return undefined;
    for (const item of body.items ?? [])
      if (this.reach !== 'all' && item.unit !== undefined && !this.reach.has(item.unit.id))
        this.trespasses.push({ path, unit: item.unit.id });
    return body;
  }

  /**
   * A command with a key of its own, sent again under the same key until somebody answers. Now and then the line is
   * cut before the answer, and now and then what was answered is sent once more. `more` is kept for the checker.
   */
  async command(kind, path, body, { revision, cuts = true, ...more } = {}) {
    const key = randomUUID();
    const text = typeof body === 'function' ? body(key) : body;
    const sent = { method: 'POST', path, body: text, key, revision };
    const command = {
      ...more,
      key,
      kind,
      path,
      body: text,
      user: this.name,
      at: Date.now(),
      outcome: 'info',
    };
    this.commands.push(command);
    this.note({ type: 'invoke', at: command.at, user: this.name, key, kind, path, revision, body: text });
    for (
      const giveUpAt = Date.now() + PATIENCE;
      Date.now() < giveUpAt;
      await sleep(this.random.between(150, 400))
    ) {
      const cutAfter = cuts && this.random.chance(0.04) ? this.random.between(1, 40) : undefined;
      const { status, body: answer } = await this.send({ ...sent, cutAfter });
      if (status === undefined || status >= 500 || status === 429) continue;
      command.outcome = status < 300 ? 'ok' : 'fail';
      command.status = status;
      command.answer = answer;
      command.answeredAt = Date.now();
      this.note({ type: command.outcome, at: command.answeredAt, key, status, answer }, true);
      break;
    }
    if (command.outcome === 'info') this.note({ type: 'info', at: Date.now(), key }, true);
    if (command.outcome === 'ok' && this.random.chance(0.06)) await this.again(sent, command);
    return command;
  }

  /** The same key again, after the answer: the same answer. */
  async again(sent, command) {
    const { status, body } = await this.send(sent);
    if (status === undefined || status >= 500) return;
    this.answeredAgain += 1;
    command.again = { status, same: isDeepStrictEqual(body, command.answer) };
  }

  async send({ method, path, body, key, revision, cutAfter }) {
    const port = this.random.pick(this.ports);
    const attempt = { at: Date.now(), port, path };
    this.attempts.push(attempt);
    const sent = encoded(body, key);
    const started = performance.now();
    const answer = await exchange({
      agent: this.agent,
      port,
      method,
      path: `/api${path}`,
      headers: {
        cookie: `nhip_session=${this.token}`,
        ...(sent !== undefined && { 'content-type': sent.type }),
        ...(key !== undefined && { 'idempotency-key': key }),
        ...(revision !== undefined && { 'if-match': `"${revision}"` }),
      },
      body: sent?.body,
      cutAfter,
    });
    attempt.ms = performance.now() - started;
    attempt.status = answer.status;
    attempt.cut = cutAfter !== undefined;
    attempt.text = answer.status >= 500 ? `${method} ${path} ${JSON.stringify(answer.body)}` : undefined;
    return answer;
  }

  close() {
    this.agent.destroy();
  }
}

function encoded(body, key) {
  if (body === undefined) return undefined;
  return body instanceof Form ? body.encode(key) : { type: 'application/json', body: JSON.stringify(body) };
}

/** One attempt: status and body, or neither where the line broke or was cut. */
function exchange({ agent, port, method, path, headers, body, cutAfter }) {
  return new Promise((resolve) => {
    const outgoing = request(
      { host: '127.0.0.1', port, method, path, headers, agent, timeout: ATTEMPT },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (part) => (text += part));
        response.once('error', () => resolve({}));
        response.once('close', () => resolve({}));
        response.once('end', () => resolve({ status: response.statusCode, body: parsed(text) }));
      },
    );
    outgoing.once('timeout', () => outgoing.destroy(new Error('nobody answered')));
    outgoing.once('error', () => resolve({}));
    outgoing.end(body);
    if (cutAfter !== undefined) setTimeout(() => outgoing.destroy(new Error('cut')), cutAfter);
  });
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
