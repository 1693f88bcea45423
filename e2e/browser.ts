import { chromium, type Browser, type Page } from 'playwright-core';
import { PASSWORD, type Whole } from './whole.js';

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

/** A page of its own session; anything the page logs as an error fails the journey at the end. */
export async function openPage(
  browser: Browser,
  whole: Whole,
  viewport = desktop,
): Promise<Page & { readonly faults: string[] }> {
  const context = await browser.newContext({ viewport, locale: 'vi-VN', baseURL: whole.url });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
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
