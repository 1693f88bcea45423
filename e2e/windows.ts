import { expect } from '@jest/globals';
import { eventually } from '@nhip/core/testing';
import type { Browser, Locator } from 'playwright-core';
import { openPage, type OwnPage } from './browser.js';
import { PASSWORD, type Serving } from './whole.js';

/** Everybody's own window of one running product, signed in without the form: that has a journey of its own. */
export class Windows {
  private readonly open = new Map<string, OwnPage>();
  constructor(
    private readonly browser: Browser,
    private readonly serving: Serving,
  ) {}

  /** This person's window, loaded at an address of the console: what others did meanwhile is seen. */
  async at(userName: string, path: string): Promise<OwnPage> {
    const page = this.open.get(userName) ?? (await this.signIn(userName));
    this.open.set(userName, page);
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    return page;
  }

  private async signIn(userName: string): Promise<OwnPage> {
    const page = await openPage(this.browser, this.serving);
    const data = { userName, password: PASSWORD };
    const answer = await page.context().request.post('/api/session', { data });
    if (!answer.ok()) throw new Error(`${userName} cannot sign in: ${answer.status()}`);
    return page;
  }

  /** What went wrong in anybody's window. */
  faults(): string[] {
    return [...this.open].flatMap(([name, { faults }]) => faults.map((fault) => `${name}: ${fault}`));
  }
}

/** Another page of the same window, as a link leads there: quicker, but what others just did may not be seen yet. */
export async function turnTo(page: OwnPage, path: string): Promise<void> {
  await page.evaluate(
    `history.pushState(null, '', ${JSON.stringify(path)}); dispatchEvent(new PopStateEvent('popstate'))`,
  );
}

export const button = (within: OwnPage | Locator, name: string): Locator =>
  within.getByRole('button', { name, exact: true });

/** Waits until there is none. */
export const gone = (what: Locator): Promise<void> =>
  eventually(async () => expect(await what.count()).toBe(0));

interface Taken {
  readonly reason?: string;
  /** Fills the further fields of the dialog. */
  readonly fill?: (dialog: Locator) => Promise<void>;
  /** The button in the dialog where it is not of the same name. */
  readonly confirm?: string;
}

/** Opens the dialog of a step by its button, fills it, confirms, and waits until it is done. */
export async function take(
  page: OwnPage,
  step: string,
  { reason, fill, confirm = step }: Taken = {},
  within: OwnPage | Locator = page,
): Promise<void> {
  await button(within, step).click();
  const dialog = page.getByRole('dialog');
  await fill?.(dialog);
  if (reason !== undefined) await dialog.getByLabel('Lý do').fill(reason);
  await button(dialog, confirm).click();
  await dialog.waitFor({ state: 'detached' });
}

/** The entry of the record's timeline with this action and reason. */
export async function recorded(page: OwnPage, action: string, reason: string): Promise<void> {
  const entries = page.getByRole('listitem').filter({ hasText: action });
  await entries
    .filter({ hasText: `Lý do: ${reason}` })
    .first()
    .waitFor();
}
