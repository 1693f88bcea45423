import { join } from 'node:path';
import { PATIENCE_MS } from '@nhip/core/testing';
import { chromium, type Browser, type Page } from 'playwright-core';
import { PASSWORD, type Serving } from './whole.js';

/** Quiet flags: the browser must not look for its maker's services. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function openBrowser(): Promise<Browser> {
  const executablePath = process.env['NHIP_TEST_CHROMIUM'];
  if (executablePath === undefined)
    throw new Error('NHIP_TEST_CHROMIUM is not set: run journeys through `npm test -- journey`.');
  return chromium.launch({ executablePath, args: flags });
}

export const desktop = { width: 1366, height: 768 };
export const phone = { width: 390, height: 844 };

/** A page of one person's own session, and what it logged as errors. */
export type OwnPage = Page & { readonly faults: string[] };

export async function openPage(browser: Browser, { url }: Serving, viewport = desktop): Promise<OwnPage> {
  // Nothing moves by itself: what is looked at has its place and its colours.
  const reducedMotion = 'reduce';
  const context = await browser.newContext({ viewport, locale: 'vi-VN', baseURL: url, reducedMotion });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    // A refused request is logged by the browser itself; journeys look at what the person is told.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      faults.push(message.text());
  });
  return Object.assign(page, { faults });
}

export async function signIn(page: Page, userName: string, password = PASSWORD): Promise<void> {
  await page.goto('/');
  await page.getByLabel('Tên đăng nhập').fill(userName);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
}

/** Every place of the main menu. */
export async function places(page: Page): Promise<string[]> {
  const links = page.getByRole('navigation', { name: 'Danh mục chính' }).getByRole('link');
  await links.first().waitFor();
  return links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
}

/** Somebody's console, signed in. */
export async function openConsole(
  browser: Browser,
  serving: Serving,
  userName: string,
  viewport = desktop,
): Promise<OwnPage> {
  const page = await openPage(browser, serving, viewport);
  await signIn(page, userName);
  await page.getByRole('heading', { level: 1 }).getByText('Xin chào').waitFor();
  return page;
}

/** Where NHIP_PICTURES names a folder: the page as it is now, at desktop and at phone size. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['NHIP_PICTURES'];
  if (folder === undefined) return;
  const before = page.viewportSize() ?? desktop;
  for (const [size, viewport] of Object.entries({ desktop, phone })) {
    await page.setViewportSize(viewport);
    await page.waitForTimeout(300);
    await page.screenshot({ path: join(folder, `${name}-${size}.png`), fullPage: size === 'phone' });
  }
  await page.setViewportSize(before);
}
