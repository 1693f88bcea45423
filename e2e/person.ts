import { randomUUID } from 'node:crypto';
import type { Me, Problem } from '@nhip/contracts';
import { eventually } from '@nhip/core/testing';
import { PASSWORD } from './whole.js';

/** What the API would not do, in its own words. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly problem: Problem,
  ) {
    super(`${status} ${problem.code}: ${problem.detail} ${JSON.stringify(problem.errors ?? '')}`);
  }
}

/** Somebody signed in over HTTP, without a browser. A refusal is thrown. */
export class Person {
  private constructor(
    private readonly url: string,
    private readonly cookie: string,
  ) {}

  static async signIn(url: string, userName: string): Promise<Person> {
    const answer = await send(url, 'POST', '/session', {}, { userName, password: PASSWORD });
    return new Person(url, (answer.headers.get('set-cookie') ?? '').split(';', 1)[0] ?? '');
  }

  async get<Answer>(path: string): Promise<Answer> {
    const answer = await send(this.url, 'GET', path, { cookie: this.cookie });
    return (await answer.json()) as Answer;
  }

  /** @param revision of the record as last seen; left out where the command needs none, or to see it refused */
  async post<Answer>(
    path: string,
    body: object = {},
    revision?: number,
    key: string = randomUUID(),
  ): Promise<Answer> {
    const headers = {
      cookie: this.cookie,
      'idempotency-key': key,
      ...(revision !== undefined && { 'if-match': `"${revision}"` }),
    };
    return (await (await send(this.url, 'POST', path, headers, body)).json()) as Answer;
  }

  /** Reads the record for its revision, then takes the step: `act('/tasks/7', 'accept')`. */
  async act<Answer>(record: string, step: string, body: object = {}): Promise<Answer> {
    const { revision } = await this.get<{ revision: number }>(record);
    return this.post<Answer>(`${record}/${step}`, body, revision);
  }

  /** An administrator lets business time go on, and waits until it is there and all that fell due was done. */
  async letTimePass(to: string): Promise<void> {
    const target = new Date(to).toISOString();
    await this.post('/demo-clock/move', { to: target });
    await eventually(async () => {
      const { demoClock } = await this.get<Me>('/me');
      if (demoClock?.at !== target)
        throw new Error(`The clock stands at ${demoClock?.at} on its way to ${target}.`);
    }, 90_000);
  }
}

async function send(
  url: string,
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  body?: object,
): Promise<Response> {
  const answer = await fetch(`${url}/api${path}`, {
    method,
    headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Refused(answer.status, (await answer.json()) as Problem);
  return answer;
}
