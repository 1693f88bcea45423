import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@nhip/core/testing';
import type { Browser, Page } from 'playwright-core';
import { desktop, openBrowser, openConsole, openPage, phone, places } from './browser.js';
import { seriousFaults } from './serious-faults.js';
import { startWhole, type Whole } from './whole.js';

/** JavaScript and CSS, gzip, in bytes; fonts apart. */
const LOGIN_AT_MOST = 120_000;
const FIRST_LIST_AT_MOST = 400_000;

let whole: Whole;
let browser: Browser;
beforeAll(async () => {
  whole = await startWhole('2022-10-11T07:00:00Z');
  await whole.employ({ noivu: ['secretariat'], quantri: ['administrator'] });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await whole?.close();
});

const sizes = new Map<string, number>();

/** What the page loads of scripts and styles while the work is done. */
async function weigh(page: Page, work: () => Promise<unknown>): Promise<number> {
  const loading: Promise<number>[] = [];
  const add = (response: { url(): string; body(): Promise<Buffer> }) => {
    const url = response.url();
    if (!/\.(js|css)$/.test(new URL(url).pathname)) return;
    loading.push(
      (async () => {
        const known = sizes.get(url) ?? gzipSync(await response.body()).length;
        sizes.set(url, known);
        return known;
      })(),
    );
  };
  page.on('response', add);
  await work();
  await page.waitForLoadState('networkidle');
  page.off('response', add);
  return (await Promise.all(loading)).reduce((sum, one) => sum + one, 0);
}

describe('every list', () => {
  it('is light to load, signing in too, and axe finds nothing serious on it', async () => {
    const arriving = await openPage(browser, whole);
    expect(await weigh(arriving, () => arriving.goto('/'))).toBeLessThan(LOGIN_AT_MOST);
    await arriving.context().close();

    const seen = new Set<string>();
    for (const userName of ['noivu', 'quantri']) {
      const page = await openConsole(browser, whole, userName);
      const network = await page.context().newCDPSession(page);
      await network.send('Network.enable');
      await network.send('Network.setCacheDisabled', { cacheDisabled: true });
      for (const place of await places(page)) {
        if (seen.has(place)) continue;
        seen.add(place);
        const weight = await weigh(page, async () => {
          await page.goto(place);
          await page.getByRole('heading', { level: 1 }).waitFor();
        });
        expect({ place, tooHeavy: weight >= FIRST_LIST_AT_MOST && weight }).toEqual({
          place,
          tooHeavy: false,
        });
        expect(weight).toBeGreaterThan(LOGIN_AT_MOST);
        expect({ place, faults: await seriousFaults(page, place === '/' ? 'html' : 'main') }).toEqual({
          place,
          faults: [],
        });
      }
      expect(page.faults).toEqual([]);
      await page.context().close();
    }
    expect([...seen]).toEqual(expect.arrayContaining(['/tasks', '/review-cycles', '/units', '/accounts']));
  }, 360_000);

  it('is as readable in the dark and on a phone', async () => {
    const page = await openConsole(browser, whole, 'quantri', phone);
    await page.evaluate(`localStorage.setItem('RaStoreNhip.theme', '"dark"')`);
    for (const place of ['/', '/units', '/accounts']) {
      await page.goto(place);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle');
      expect({ place, faults: await seriousFaults(page, place === '/' ? 'html' : 'main') }).toEqual({
        place,
        faults: [],
      });
      const [width, room] = await page.evaluate<[number, number]>(
        '[document.documentElement.scrollWidth, innerWidth]',
      );
      expect({ place, width }).toEqual({ place, width: room });
    }
    await page.context().close();
  });
});

/** A page is laid out after its address has changed: its place is asked for until it is the right one. */
const standsAt = (page: Page, place: number): Promise<void> =>
  eventually(() => expect(page.evaluate<number>('scrollY')).resolves.toBe(place));

describe('a list', () => {
  it('is searched and walked through by the keyboard, and its address says what is shown', async () => {
    const page = await openConsole(browser, whole, 'quantri', desktop);
    await page.goto('/units');
    await page.getByRole('link', { name: 'Phường P1', exact: true }).waitFor();
    await page.keyboard.press('/');
    // Who is quicker than the answer stands in a row that it takes away: the focus stays in the list.
    let answer = () => {};
    const seen = new Promise<void>((resolve) => (answer = resolve));
    await page.route(/api.*q=phuong/, async (route) => {
      await seen;
      await route.continue();
    });
    await page.keyboard.type('phuong');
    await page.waitForURL(/\?.*q=phuong/);
    await page.keyboard.press('ArrowDown');
    await page.locator('a:focus', { hasText: /^(?!Phường)/ }).waitFor();
    answer();
    await page.locator('a:focus', { hasText: /^Phường/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    const chosen = await page.locator(':focus').innerText();
    expect(chosen).toMatch(/^Phường/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: chosen }).waitFor();
    await page.goBack();
    await eventually(() => expect(page.getByRole('searchbox').inputValue()).resolves.toBe('phuong'));
    expect(page.faults).toEqual([]);
    await page.context().close();
  });

  it('is left for the top of a page, and found again where it was; what is not there shows the way home', async () => {
    const page = await openConsole(browser, whole, 'quantri', { ...phone, height: 420 });
    await page.goto('/units');
    const last = page.locator('[data-list-row] a').last();
    await last.scrollIntoViewIfNeeded();
    const left = await page.evaluate<number>('scrollY');
    expect(left).toBeGreaterThan(0);
    await last.click();
    await page.getByRole('heading', { name: 'Lịch sử thay đổi' }).waitFor();
    await standsAt(page, 0);
    await page.goBack();
    await standsAt(page, left);

    // Nothing of the list is at hand any more, and it takes its time to arrive: the page grows to the place.
    await last.click();
    await page.getByRole('heading', { name: 'Lịch sử thay đổi' }).waitFor();
    await page.route(/api.*units\?/, async (route) => {
      await new Promise((done) => setTimeout(done, 1000));
      await route.continue();
    });
    await page.reload();
    await page.getByRole('heading', { name: 'Lịch sử thay đổi' }).waitFor();
    await page.goBack();
    await standsAt(page, left);

    await page.goto('/units/none/show');
    await page.getByRole('heading', { level: 1, name: 'Không tìm thấy trang' }).waitFor();
    expect(await page.getByRole('button', { name: 'Tải lại trang' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Về trang chính' }).click();
    await page.getByRole('heading', { level: 1 }).getByText('Xin chào').waitFor();
    await page.context().close();
  });

  it('of units begins with their groups, which are made and renamed here', async () => {
    const page = await openConsole(browser, whole, 'quantri', phone);
    await page.goto('/units');
    await page.getByRole('link', { name: 'Khối đơn vị' }).click();
    await page.getByRole('button', { name: 'Thêm khối' }).click();
    await page.getByLabel('Mã khối').fill('xa-dao');
    await page.getByLabel('Tên khối').fill('Khối xã đảo');
    await page.getByRole('button', { name: 'Lưu' }).click();
    const row = page.getByRole('row', { name: /Khối xã đảo/ });
    await row.getByRole('button', { name: 'Đổi tên' }).click();
    await eventually(() => expect(page.getByLabel('Mã khối').inputValue()).resolves.toBe('XA-DAO'));
    await page.getByLabel('Tên khối').fill('Khối đặc khu');
    await page.getByRole('button', { name: 'Lưu' }).click();
    await page.getByRole('row', { name: /Khối đặc khu/ }).waitFor();
    expect(page.faults).toEqual([]);
    await page.context().close();
  });

  it('remembers which columns were chosen', async () => {
    const page = await openConsole(browser, whole, 'quantri', desktop);
    await page.goto('/accounts');
    const email = page.getByRole('columnheader', { name: 'Thư điện tử' });
    await page.getByRole('columnheader', { name: 'Tên đăng nhập' }).waitFor();
    expect(await email.count()).toBe(0);
    await page.getByRole('button', { name: 'Cột' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Thư điện tử' }).click();
    await page.keyboard.press('Escape');
    await email.waitFor();
    await page.reload();
    await email.waitFor();
    await page.context().close();
  });
});
