import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser, openPage, phone, signIn } from './browser.js';
import { startWhole, type Whole } from './whole.js';

let whole: Whole;
let browser: Browser;
beforeAll(async () => {
  whole = await startWhole('2022-10-11T07:00:00Z');
  await whole.employ({ noivu: ['secretariat'], phuong1: ['unit-officer', 'P1'] });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await whole?.close();
});

describe('signing in', () => {
  it('says that name or password is wrong without saying which, and keeps the name', async () => {
    const page = await openPage(browser, whole);
    await signIn(page, 'noivu', 'sai-mat-khau');
    await page.getByRole('alert').getByText('Tên đăng nhập hoặc mật khẩu không đúng.').waitFor();
    expect(await page.getByLabel('Tên đăng nhập').inputValue()).toBe('noivu');
    await page.context().close();
  });

  it('leads a person to the home of the role, at desktop and phone size, and out again', async () => {
    for (const viewport of [undefined, phone]) {
      const page = await openPage(browser, whole, viewport);
      await signIn(page, 'phuong1');
      await page.getByLabel('Mật khẩu', { exact: true }).waitFor({ state: 'detached' });
      await page.getByRole('heading', { level: 1 }).waitFor();
      const me = await page.evaluate(
        async () => (await fetch('/api/me')).json() as Promise<{ current: { role: string } }>,
      );
      expect(me.current.role).toBe('unit-officer');
      expect(page.faults).toEqual([]);
      await page.context().close();
    }
  });
});
