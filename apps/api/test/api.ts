import { createAdministration, createUnits } from '@nhip/core/organisation';
import { createAccounts, hashPassword } from '@nhip/core/people';
import { randomIds, Reader, UnitOfWork } from '@nhip/core/platform';
import { createTestDatabase, standAt, systemCall, type TestDatabase } from '@nhip/core/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { NewRole, Problem } from '@nhip/contracts';
import { pino } from 'pino';
import { createApp } from '../src/create-app.js';
import type { ApiSettings } from '../src/app.module.js';
import { RouteTable, type Route } from '../src/http/route-table.js';

export const PASSWORD = 'đường dài mới biết ngựa hay';

export interface Sent {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Not JSON: as it stands. */
  readonly payload?: string | Buffer;
}

export interface Answer<Body> {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Body;
}

/** The API on a database of its own: one administration, three units, one account a role. */
export class TestApi {
  readonly administrationId = randomIds.next();
  unitIds: readonly string[] = [];

  private constructor(
    readonly app: NestFastifyApplication,
    readonly database: TestDatabase,
  ) {}

  /** @param now business time at which it stands; left out: that of the machine */
  static async open(settings: Partial<ApiSettings> = {}, now?: string): Promise<TestApi> {
    const database = await createTestDatabase();
    const app = await createApp(
      { database: { url: database.url, pool: 4 }, trustProxy: [], ...settings },
      pino({ level: 'silent' }),
    );
    const api = new TestApi(app, database);
    if (now !== undefined) await standAt({ reader: app.get(Reader) }, now);
    await api.seed(now ?? new Date().toISOString());
    return api;
  }

  private async seed(now: string): Promise<void> {
    const passwordHash = await hashPassword(PASSWORD);
    const call = systemCall(now, this.administrationId);
    const account = (userName: string, ...roles: NewRole[]) => ({
      userName,
      fullName: `Người ${userName}`,
      language: 'vi' as const,
      roles,
      passwordHash,
    });
    await this.app.get(UnitOfWork).run(call, async (tx) => {
      await createAdministration(tx, { code: 'TINH', names: { vi: 'Tỉnh' } }, this.administrationId);
      const unit = (code: string) => ({
        code,
        names: { vi: `Sở ${code}` },
        unitType: 'department' as const,
        from: '2020-01-01',
      });
      ({ ids: this.unitIds } = await createUnits(tx, { units: ['SNV', 'SYT', 'SXD'].map(unit) }));
      await createAccounts(tx, {
        accounts: [
          account('quan.tri', { role: 'administrator' }),
          account('quan.tri.2', { role: 'administrator' }),
          account('giam.sat', { role: 'auditor' }),
          account('thuong.truc', { role: 'committee' }),
          account('thu.ky', { role: 'secretariat' }),
          account('tham.dinh', { role: 'appraiser' }),
          account('lanh.dao', { role: 'unit-leader', unitCode: 'SNV' }),
          account('nhan.vien', { role: 'unit-officer', unitCode: 'SNV' }),
          account(
            'can.bo',
            { role: 'unit-officer', unitCode: 'SNV' },
            { role: 'unit-leader', unitCode: 'SYT' },
          ),
        ],
      });
    });
  }

  /** Every 2xx answer is held against the schema its route declares. */
  async send<Body = Problem>(method: string, url: string, sent: Sent = {}): Promise<Answer<Body>> {
    const json = sent.body === undefined ? {} : { 'content-type': 'application/json' };
    const answer = await this.app.inject({
      method: method as 'GET',
      url,
      headers: { ...json, ...sent.headers },
      ...(sent.body !== undefined && { payload: JSON.stringify(sent.body) }),
      ...(sent.payload !== undefined && { payload: sent.payload }),
    });
    const isJson = /json/.test(String(answer.headers['content-type']));
    const body = isJson ? answer.json<unknown>() : answer.body;
    const route = this.routeOf(method, url);
    if (answer.statusCode < 300 && route?.answer !== undefined) route.answer.parse(body);
    return { status: answer.statusCode, headers: answer.headers, body: body as Body };
  }

  routeOf(method: string, url: string): Route | undefined {
    const path = url.split('?', 1)[0] ?? '';
    const fits = (route: Route) =>
      route.method === method && new RegExp(`^${route.path.replace(/:\w+/g, '[^/]+')}$`).test(path);
    const routes = this.app.get(RouteTable).routes.filter(fits);
    return routes.find((route) => route.path === path) ?? routes[0];
  }

  async signIn(userName: string): Promise<Client> {
    const { headers, status } = await this.send('POST', '/api/session', {
      body: { userName, password: PASSWORD },
    });
    if (status !== 200) throw new Error(`${userName} cannot sign in: ${status}`);
    const cookie = String(headers['set-cookie']).split(';', 1)[0] ?? '';
    return new Client(this, cookie);
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.database.drop();
  }
}

/** Somebody signed in. */
export class Client {
  constructor(
    private readonly api: TestApi,
    readonly cookie: string,
  ) {}

  send<Body = Problem>(method: string, url: string, sent: Sent = {}): Promise<Answer<Body>> {
    return this.api.send<Body>(method, url, { ...sent, headers: { cookie: this.cookie, ...sent.headers } });
  }

  get<Body = Problem>(url: string, headers: Sent['headers'] = {}): Promise<Answer<Body>> {
    return this.send<Body>('GET', url, { headers });
  }

  post<Body = Problem>(url: string, body: unknown, headers: Sent['headers'] = {}): Promise<Answer<Body>> {
    return this.send<Body>('POST', url, { body, headers });
  }
}
