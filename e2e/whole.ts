import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { findFreePort } from '@nhip/config/services';
import type { RoleName } from '@nhip/contracts';
import { createAccounts, hashPassword } from '@nhip/core/people';
import { UnitOfWork } from '@nhip/core/platform';
import {
  eventually,
  openOffice,
  openTestProduct,
  standAt,
  type Office,
  type TestProduct,
} from '@nhip/core/testing';

const root = join(import.meta.dirname, '..');
export const PASSWORD = 'mat-khau-thu-nghiem-2022';

/** API, worker and console of a database, under one address. */
export interface Serving {
  readonly url: string;
  close(): Promise<void>;
}

/** The running whole: a database of its own with a small office, and everything that serves it. */
export interface Whole extends Serving {
  readonly product: TestProduct;
  readonly office: Office;
  /** Makes accounts that can sign in with PASSWORD: user name → role and unit. */
  employ(people: Readonly<Record<string, readonly [role: RoleName, unitCode?: string]>>): Promise<void>;
}

/** @param now business time at which the installation stands */
export async function startWhole(now: string): Promise<Whole> {
  const product = await openTestProduct();
  try {
    const office = await openOffice(product);
    await standAt(product, now);
    const serving = await serve(product);
    return {
      ...serving,
      product,
      office,
      async employ(people) {
        const passwordHash = await hashPassword(PASSWORD);
        await product.get(UnitOfWork).run(office.system(now), (tx) =>
          createAccounts(tx, {
            accounts: Object.entries(people).map(([userName, [role, unitCode]]) => ({
              userName,
              fullName: userName,
              language: 'vi' as const,
              passwordHash,
              mustChangePassword: false,
              roles: [{ role, unitCode: unitCode ?? null, from: '2020-01-01' }],
            })),
          }),
        );
      },
      async close() {
        await serving.close();
        await product.close();
      },
    };
  } catch (error) {
    await product.close();
    throw error;
  }
}

/** The real processes on the database of a product; the queue in Redis where an address is given, else beside the data. */
export async function serve(product: TestProduct, redisUrl?: string): Promise<Serving> {
  const port = await findFreePort();
  const env = {
    ...process.env,
    DATABASE_URL: product.database.url,
    EVIDENCE_DIR: product.evidenceDir,
    ...(redisUrl !== undefined && { REDIS_URL: redisUrl }),
    PORT: String(port),
    LOG_LEVEL: 'warn',
    CONSOLE_DIR: join(root, 'apps/console/dist'),
  };
  const children = ['apps/api/dist/main.js', 'apps/worker/dist/main.js'].map((program) =>
    spawn(process.execPath, [program], { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] }),
  );
  const close = async () => void (await Promise.all(children.map(end)));
  const url = `http://127.0.0.1:${port}`;
  try {
    await Promise.race([untilReady(url), ...children.map(endsEarly)]);
  } catch (error) {
    await close();
    throw error;
  }
  return { url, close };
}

const untilReady = (url: string): Promise<void> =>
  eventually(async () => {
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    if (!answer?.ok) throw new Error(`Nothing is ready at ${url}.`);
  }, 60_000);

/** Rejects when the process is gone. */
async function endsEarly(child: ChildProcess): Promise<never> {
  await once(child, 'exit');
  throw new Error(`${child.spawnargs.join(' ')} ended with ${child.exitCode ?? child.signalCode}.`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}
