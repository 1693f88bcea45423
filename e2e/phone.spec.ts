import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@nhip/core/testing';
import type { Browser } from 'playwright-core';
import { openBrowser, openConsole, phone } from './browser.js';
import { launchCycle } from './launched-cycle.js';
import { startWhole, type Whole } from './whole.js';

let whole: Whole;
let browser: Browser;
let form: string;
beforeAll(async () => {
  whole = await startWhole('2022-10-04T02:00:00Z');
  await whole.employ({
    btv: ['committee'],
    noivu: ['secretariat'],
    phuong1: ['unit-officer', 'P1'],
  });
  browser = await openBrowser();
  form = `${await (await launchCycle(whole)).submissionOf('P1')}/show`;
});
afterAll(async () => {
  await browser?.close();
  await whole?.close();
});

describe('the entry form on a phone', () => {
  it('folds what is filled, keeps open what is wrong, shows live points, and no toast covers its bar', async () => {
    const page = await openConsole(browser, whole, 'phuong1', phone);
    await page.goto(form);
    const received = page.getByLabel('Kỳ này: Hồ sơ tiếp nhận', { exact: true });
    const processed = page.getByLabel('Kỳ này: Văn bản, hồ sơ xử lý điện tử', { exact: true });
    const section = page.locator('button[aria-expanded][aria-controls^="section-"]').first();
    // The first section with something to fill is open.
    await received.fill('1.000');
    await processed.fill('1.200');
    await received.focus();
    await page.getByText('tử số lớn hơn mẫu số').first().waitFor();
    await processed.fill('955x');
    await received.focus();
    await eventually(async () => expect(await section.isDisabled()).toBe(true));
    await processed.fill('955');
    await received.focus();
    await page.getByText('95,50 %').waitFor();
    await page
      .getByText(/^\d+,\d+\/\d+ điểm$/)
      .first()
      .waitFor();

    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    const toast = page.getByText('Đã lưu 2 ô.');
    const bar = page.getByText(/^Đã nhập \d+\/\d+ ô · tạm tính/);
    await eventually(async () => {
      const [above, below] = [await toast.boundingBox(), await bar.boundingBox()];
      expect(above && above.y + above.height).toBeLessThanOrEqual(below?.y ?? 0);
    });
    await page.getByText('Mọi ô đã lưu').waitFor();

    await section.click();
    await received.waitFor({ state: 'hidden' });
    await page.reload();
    await section.waitFor();
    await eventually(async () => expect(await section.getAttribute('aria-expanded')).toBe('false'));
    expect(page.faults).toEqual([]);
    await page.context().close();
  });
});
