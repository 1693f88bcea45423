import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RankingPage } from '@nhip/contracts';
import { eventually } from '@nhip/core/testing';
import type { Browser } from 'playwright-core';
import { openBrowser, picture, type OwnPage } from './browser.js';
import { launchCycle } from './launched-cycle.js';
import { Person } from './person.js';
import { startWhole, type Whole } from './whole.js';
import { button, gone, take, Windows } from './windows.js';

/** What if the criteria, or a figure, were others: tried by the secretariat, kept for the committee. */
let whole: Whole;
let browser: Browser;
let windows: Windows;
let secretariat: Person;
let cycle = '';

beforeAll(async () => {
  whole = await startWhole('2022-10-04T02:00:00Z');
  await whole.employ({
    btv: ['committee'],
    noivu: ['secretariat'],
    phuong1: ['unit-officer', 'P1'],
    phuong2: ['unit-officer', 'P2'],
    phuong3: ['unit-officer', 'P3'],
  });
  browser = await openBrowser();
  windows = new Windows(browser, whole);
  secretariat = await Person.signIn(whole.url, 'noivu');
  const launched = await launchCycle(whole, { units: ['P1', 'P2', 'P3'] });
  cycle = launched.address;
  for (const [number, done] of [
    ['1', '900'],
    ['2', '800'],
    ['3', '500'],
  ] as const) {
    const officer = await Person.signIn(whole.url, `phuong${number}`);
    const cells = [
      { element: 'received', value: '1000' },
      { element: 'e-processed', value: done },
    ];
    await officer.act(await launched.submissionOf(`P${number}`), 'figures', { cells });
  }
  await secretariat.post(`${cycle}/run-scoring`);
});
afterAll(async () => {
  await browser?.close();
  await whole?.close();
});

/** Waits until the unit's row says so. */
const ranked = (page: OwnPage, unit: string, points: string): Promise<void> =>
  eventually(async () => {
    const row = await page.getByRole('row').filter({ hasText: unit }).innerText();
    expect(row.replaceAll(/\s+/g, ' ')).toContain(points);
  });

describe('what if', () => {
  it('another number or figure is supposed, every unit moves beside what it is, and it is undone or kept', async () => {
    const page = await windows.at('noivu', `${cycle}/show/scores`);
    await page.getByRole('link', { name: 'Thử thay đổi' }).click();
    await page.getByLabel('Tên phép thử').fill('Đạt chỉ tiêu ở 80 %');
    await picture(page, 'what-if-list');
    await button(page, 'Bắt đầu thử').click();
    await page.getByText('Chưa giả định gì').waitFor();

    await button(page, 'Giả định về tiêu chí').click();
    let dialog = page.getByRole('dialog');
    await dialog.getByLabel('Tiêu chí, bảng điểm').fill('Tỷ lệ xử lý');
    await page.getByRole('option', { name: 'Tỷ lệ xử lý văn bản, hồ sơ điện tử' }).click();
    await dialog.getByLabel('Giá trị đạt điểm tối đa').fill('tám mươi');
    await dialog.getByText('“tám mươi” không phải là số').waitFor();
    await eventually(async () => expect(await button(dialog, 'Thử').isDisabled()).toBe(true));
    await picture(page, 'what-if-dialog');
    await dialog.getByLabel('Giá trị đạt điểm tối đa').fill('80');
    await button(dialog, 'Thử').click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('· 3 đổi điểm ·', { exact: false }).waitFor();
    await ranked(page, 'Phường P2', '8,00 → 10,00');

    await button(page, 'Giả định số liệu').click();
    dialog = page.getByRole('dialog');
    await dialog.getByLabel('Đơn vị').fill('Phường P3');
    await page.getByRole('option', { name: 'Phường P3' }).click();
    await dialog.getByRole('combobox', { name: 'Số liệu', exact: true }).fill('Văn bản');
    await page.getByRole('option', { name: 'Văn bản, hồ sơ xử lý điện tử' }).click();
    await dialog.getByLabel('Giá trị').fill('1.000');
    await button(dialog, 'Thử').click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText(/^[1-3] đơn vị lên hạng/).waitFor();
    await page.getByRole('row').filter({ hasText: '5,00 → 10,00' }).waitFor();
    await picture(page, 'what-if');
    await ranked(page, 'Phường P3', '5,00 → 10,00');

    const supposed = page.getByRole('listitem').filter({ has: button(page, 'Hoàn lại') });
    await supposed.filter({ hasText: 'Văn bản, hồ sơ xử lý điện tử: 500 → 1.000' }).waitFor();
    const line = supposed.filter({ hasText: 'Giá trị đạt điểm tối đa' });
    await button(line, 'Hoàn lại').click();
    await line.waitFor({ state: 'detached' });
    await page.getByRole('row').filter({ hasText: '8,00 → 8,00' }).waitFor();
    await ranked(page, 'Phường P2', '8,00 → 8,00');

    await button(page, 'Giả định về tiêu chí').click();
    dialog = page.getByRole('dialog');
    await dialog.getByLabel('Tiêu chí, bảng điểm').fill('Điều kiện');
    await page.getByRole('option', { name: 'Điều kiện khống chế, điểm liệt' }).click();
    await button(dialog, 'Thêm').click();
    await button(dialog, 'Ghi điều kiện').click();
    await dialog.locator('.cm-content').fill('[e-processed] < 850');
    await picture(page, 'what-if-gate');
    await button(dialog, 'Thử').click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('row').filter({ hasText: '8,00 → 0,00' }).waitFor();
    const told = 'thêm: Điều kiện mới: khi [Văn bản, hồ sơ xử lý điện tử] < 850';
    const gate = supposed.filter({ hasText: told });
    const history = page.getByRole('listitem').filter({ hasText: 'Đổi điều giả định' });
    await history.filter({ hasText: told }).waitFor();
    await picture(page, 'what-if-gated');
    await button(gate, 'Hoàn lại').click();
    await gate.waitFor({ state: 'detached' });

    await take(page, 'Giữ lại', {
      reason: 'Phường P3 nếu xử lý hết hồ sơ',
      fill: (inside) => inside.getByLabel('Tên phép thử').fill('P3 xử lý hết'),
    });
    await page.getByText('đã giữ').first().waitFor();
    await gone(button(page, 'Giả định số liệu'));
    await page.getByRole('listitem').filter({ hasText: 'Giữ phép thử' }).waitFor();
  });

  it('is read by the committee, and has changed nothing of the cycle', async () => {
    const { items } = await secretariat.get<RankingPage>(`${cycle}/ranking`);
    expect(items.map(({ shownPoints }) => shownPoints)).toEqual(['9.00', '8.00', '5.00']);
    const page = await windows.at('btv', `/scores/${cycle.split('/').pop()}/what-if`);
    await page.getByRole('link', { name: 'P3 xử lý hết' }).click();
    await page.getByText('Phường P3 nếu xử lý hết hồ sơ').first().waitFor();
    await page.getByRole('row').filter({ hasText: 'Phường P3' }).waitFor();
    await picture(page, 'what-if-kept');
  });

  it('the trace says how the rank came about and who recorded a figure', async () => {
    const unit = whole.office.units['P2'];
    const page = await windows.at('noivu', `/scores/${cycle.split('/').pop()}/units/${unit}`);
    await page.getByText('1 đơn vị đứng trên, gần nhất là Phường P1: 9 điểm').waitFor();
    await picture(page, 'trace');
    await page.getByRole('button', { name: /Văn bản, hồ sơ xử lý điện tử: 800/ }).click();
    await page.getByRole('dialog').getByText('phuong2').waitFor();
    await picture(page, 'trace-versions');
    await page.keyboard.press('Escape');
    await page.goto(`${cycle}/show/scores?view=sums`);
    await page.getByRole('row').filter({ hasText: '2.200' }).getByText('73,33 %').waitFor();
    await picture(page, 'sums');
    expect(windows.faults()).toEqual([]);
  });
});
