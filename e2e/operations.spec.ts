import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser, openConsole, phone, picture } from './browser.js';
import { Person } from './person.js';
import { seriousFaults } from './serious-faults.js';
import { startWhole, type Whole } from './whole.js';

/** The operator's desk: what is late and whose turn it is, schedules, mail, and one's own mail settings. */
let whole: Whole;
let browser: Browser;

beforeAll(async () => {
  whole = await startWhole('2022-10-11T07:00:00Z');
  await whole.employ({
    quantri: ['administrator'],
    noivu: ['secretariat'],
    phuong1: ['unit-officer', 'P1'],
  });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await whole?.close();
});

describe('the operator’s desk', () => {
  it('is empty while all is well, then says what is late, and gives it to another unit', async () => {
    const page = await openConsole(browser, whole, 'quantri');
    await page.goto('/operations');
    await page.getByRole('heading', { name: 'Không có việc nào chậm, đứng hay lỗi' }).waitFor();
    await page.getByText('Chưa có máy chủ thư (SMTP_URL)').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await picture(page, 'desk-empty');

    const secretariat = await Person.signIn(whole.url, 'noivu');
    await secretariat.post('/tasks', {
      unitIds: [whole.office.units['P1']],
      title: 'Báo cáo tiến độ',
      deadline: { dueOn: '2022-10-12' },
    });
    const administrator = await Person.signIn(whole.url, 'quantri');
    await administrator.letTimePass('2022-10-14T02:00:00.000Z');
    // The numbers come by themselves, within ten seconds.
    await page.getByRole('link', { name: 'Báo cáo tiến độ' }).waitFor();
    await page.getByText('Cán bộ đơn vị, Phường P1').waitFor();
    await page.getByRole('button', { name: 'Chậm (1)' }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await picture(page, 'desk-late');

    await page.getByRole('button', { name: 'Giao đơn vị khác' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Đơn vị nhận việc').fill('Phuong P2');
    await page.getByRole('option', { name: 'Phường P2' }).click();
    await dialog.getByLabel('Lý do').fill('Phường P1 đang sáp nhập');
    await dialog.getByRole('button', { name: 'Giao đơn vị khác' }).click();
    await page.getByText('Cán bộ đơn vị, Phường P2').waitFor();
    await page.getByRole('button', { name: 'Hủy việc' }).click();
    await page.getByRole('dialog').getByLabel('Lý do').fill('Đã gộp vào việc khác');
    await page.getByRole('dialog').getByRole('button', { name: 'Hủy việc' }).click();
    await page.getByRole('heading', { name: 'Không có việc nào chậm, đứng hay lỗi' }).waitFor();
    expect(page.faults).toEqual([]);
    await page.context().close();
  });

  it('shows schedules with their next runs, and pauses one', async () => {
    const page = await openConsole(browser, whole, 'noivu');
    await page.goto('/operations/schedules');
    const digest = page
      .getByRole('region', { name: 'Bản tin việc hằng ngày' })
      .or(page.locator('section', { hasText: 'Bản tin việc hằng ngày' }));
    await digest.getByText(/Lần tới: \d\d\/10\/2022 08:00/).waitFor();
    await page.getByRole('button', { name: 'Thêm lịch' }).click();
    await page.getByRole('dialog').getByLabel('Tên lịch').fill('Mở đợt hằng quý');
    await picture(page, 'schedule-form');
    await page.getByRole('dialog').getByRole('button', { name: 'Hủy bỏ' }).click();
    await digest.getByRole('button', { name: 'Tạm dừng' }).click();
    await page.getByRole('dialog').getByLabel('Lý do').fill('Nghỉ lễ');
    await page.getByRole('dialog').getByRole('button', { name: 'Tạm dừng' }).click();
    await digest.getByText(/Tạm dừng từ/).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await picture(page, 'schedules');
    expect(page.faults).toEqual([]);
    await page.context().close();
  });

  it('and one’s own mail settings fit a phone', async () => {
    const page = await openConsole(browser, whole, 'phuong1', phone);
    await page.goto('/me/settings');
    await page.getByRole('checkbox', { name: /Nhận thư/ }).uncheck();
    await page.getByRole('button', { name: 'Lưu' }).click();
    await page.getByText('Đã lưu cài đặt.').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await picture(page, 'settings');
    expect((await page.request.get('/api/operations')).status()).toBe(403);
    expect(page.faults).toEqual([]);
    await page.context().close();
  });
});
