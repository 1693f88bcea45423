import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { desktop, openBrowser, openConsole, phone, picture } from './browser.js';
import { seriousFaults } from './serious-faults.js';
import { startWhole, type Whole } from './whole.js';

let whole: Whole;
let browser: Browser;
beforeAll(async () => {
  whole = await startWhole('2022-10-11T07:00:00Z');
  await whole.employ({ noivu: ['secretariat'] });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await whole?.close();
});

describe('the checker of published figures', () => {
  it('is opened from the menu, tried with an example, changed, and sent to a colleague as a link', async () => {
    const page = await openConsole(browser, whole, 'noivu');
    await page.getByRole('link', { name: 'Kiểm tra số công bố' }).click();
    await page.getByText('Chưa có gì để kiểm tra').waitFor();
    await picture(page, 'published-figures-empty');
    await page.getByRole('button', { name: 'Kết quả điện tử 63,97 %' }).click();
    await page.getByText('Khớp với “số hóa”: chỉ khớp khi cắt bỏ.').waitFor();
    await page.getByText('5.990 ÷ 9.363 × 100 = 63,975221…', { exact: false }).first().waitFor();
    await picture(page, 'published-figures-answer');
    await page.getByRole('button', { name: 'Thêm chi tiết' }).click();
    expect(await seriousFaults(page)).toEqual([]);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Sao chép kết quả' }).click();
    await page.getByText('Đã sao chép kết quả.').waitFor();
    expect(await page.evaluate<string>('navigator.clipboard.readText()')).toContain(
      'Kết quả điện tử: 63,97%\nChỉ khớp khi cắt bỏ\n',
    );

    await page.getByLabel('Số đã công bố').fill('63,98%');
    await page.getByRole('button', { name: 'Kiểm tra', exact: true }).click();
    await page.getByText('Khớp với “số hóa”: chỉ khớp khi làm tròn.').waitFor();
    const link = page.url();
    await page.goBack();
    await page.getByText('chỉ khớp khi cắt bỏ.', { exact: false }).first().waitFor();

    await page.getByLabel('Tử số').fill('5.990 hồ sơ');
    await page.getByRole('button', { name: 'Kiểm tra', exact: true }).click();
    await page.getByText('“5.990 hồ sơ” không phải là số.', { exact: false }).first().waitFor();

    const colleague = await openConsole(browser, whole, 'noivu', phone);
    await colleague.goto(link);
    await colleague.getByText('Khớp với “số hóa”: chỉ khớp khi làm tròn.').waitFor();
    const wide = await colleague.evaluate<number>('document.documentElement.scrollWidth');
    expect(wide).toBeLessThanOrEqual(phone.width);
    expect([...page.faults, ...colleague.faults]).toEqual([]);
  });

  it('says what an average would need, and what a missing part of a sum must be', async () => {
    const page = await openConsole(browser, whole, 'noivu', desktop);
    await page.goto('/published-figures');
    await page.getByRole('button', { name: 'Bình quân 405 hồ sơ một ngày' }).click();
    await page
      .getByText('70.033 ứng với 172,9 ngày, trong khi kỳ có 184 ngày làm việc', { exact: false })
      .waitFor();
    await picture(page, 'published-figures-average');
    await page.goto('/published-figures');
    await page.getByRole('button', { name: 'Tồn cuối kỳ không công bố' }).click();
    await page.getByText('Tồn cuối kỳ: đúng bằng 40.').first().waitFor();
    expect(page.faults).toEqual([]);
  });
});
