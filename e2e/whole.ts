import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { findFreePort } from '@nhip/config/services';
import type { RoleName } from '@nhip/contracts';
import { createAccounts, hashPassword } from '@nhip/core/people';
import { UnitOfWork } from '@nhip/core/platform';
import { openOffice, openTestProduct, standAt, type Office, type TestProduct } from '@nhip/core/testing';

const root = join(import.meta.dirname, '..');
export const PASSWORD = 'mat-khau-thu-nghiem-2022';

/** The running whole: a database of its own, API, worker and console under one address. */
export interface Whole {
  readonly url: string;
  readonly product: TestProduct;
  readonly office: Office;
  /** Makes accounts that can sign in with PASSWORD: user name → role and unit. */
  employ(people: Readonly<Record<string, readonly [role: RoleName, unitCode?: string]>>): Promise<void>;
  close(): Promise<void>;
}

/** @param now business time at which the installation stands */
export async function startWhole(now: string): Promise<Whole> {
  const product = await openTestProduct();
  const office = await openOffice(product);
  await standAt(product, now);
  const port = await findFreePort();
  const env = {
    ...process.env,
    DATABASE_URL: product.database.url,
    PORT: String(port),
    LOG_LEVEL: 'warn',
    CONSOLE_DIR: join(root, 'apps/console/dist'),
  };
  const children = ['apps/api/dist/main.js', 'apps/worker/dist/main.js'].map((program) =>
    spawn(process.execPath, [program], { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] }),
  );
  const url = `http://127.0.0.1:${port}`;
  const whole: Whole = {
    url,
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
      await Promise.all(children.map(end));
      await product.close();
    },
  };
  try {
    await untilReady(url);
  } catch (error) {
    await whole.close();
    throw error;
  }
  return whole;
}

async function untilReady(url: string): Promise<void> {
  for (let tries = 0; tries < 150; tries += 1) {
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Nothing is ready at ${url} after 15 s.`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}
