import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CriteriaSetItem, Page as ListOf } from '@nhip/contracts';
import { openTestProduct, systemCall, type TestProduct } from '@nhip/core/testing';
import { StartDemoClock } from '@nhip/core/workflow';
import type { Browser } from 'playwright-core';
import { openBrowser, openConsole, picture, places } from './browser.js';
import { CityPeople } from './city-people.js';
import { openCity, round } from './city.js';
import { serve, type Serving } from './whole.js';

let product: TestProduct;
let serving: Serving;
let browser: Browser;
let people: CityPeople;
let cycleId = '';
let taskId = '';

/** A running cycle with one unit's figures, and a task; all of it made over HTTP. */
beforeAll(async () => {
  product = await openTestProduct();
  await openCity(product, '2022-01-03T01:00:00Z');
  await product.get(StartDemoClock).execute(systemCall('2022-10-04T01:30:00Z'));
  serving = await serve(product);
  people = await CityPeople.meet(serving.url);
  const [secretariat, committee] = [await people.named('noivu'), await people.named('btv')];
  const sets = await secretariat.get<ListOf<CriteriaSetItem>>(`/criteria-sets?q=${round.cycle.criteriaSet}`);
  const { code, names, period, stages } = round.cycle;
  const cycle = await secretariat.post<{ id: string }>('/review-cycles', {
    code,
    names,
    period,
    stages,
    criteriaSetVersionId: sets.items[0]?.versions[0]?.id,
    unitIds: ['P1', 'P3'].map(people.unitId),
  });
  cycleId = cycle.id;
  await committee.act(`/review-cycles/${cycleId}`, 'launch');
  await people.report(cycleId, ['P3']);
  const assigned = await committee.post<{ ids: string[] }>('/tasks', {
    unitIds: [people.unitId('P3')],
    title: 'Nâng tỷ lệ xử lý văn bản điện tử',
    deadline: { phrase: 'trong tháng 11/2022' },
  });
  taskId = assigned.ids[0] ?? '';
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await serving?.close();
  await product?.close();
});

/** Words that begin what changes something. */
const CHANGING =
  /^(Tạo|Thêm|Sửa|Soạn|Lưu|Xóa|Bỏ dự|Mở đợt|Mở lại|Mở cuộc|Đóng đợt|Công bố kết quả|Ban hành|Giao|Phê bình|Quyết định|Chấp nhận|Trả lại|Trình|Duyệt|Rút|Miễn|Gia hạn|Đổi thời hạn|Trả lời|Xử lý|Nhập từ|Khóa)/;

describe('an auditor', () => {
  it('reads everything and is offered nothing to change', async () => {
    const page = await openConsole(browser, serving, 'giamsat');
    await picture(page, 'home-auditor');
    const menu = await places(page);
    expect(menu).toEqual(
      expect.arrayContaining(['/review-cycles', '/submissions', '/findings', '/tasks', '/conclusions']),
    );
    const submission = (await people.submissions(cycleId)).get('P3');
    const records = [
      `/review-cycles/${cycleId}/show`,
      `/review-cycles/${cycleId}/show/units`,
      `/review-cycles/${cycleId}/show/history`,
      `/submissions/${submission?.id}/show`,
      `/tasks/${taskId}/show`,
    ];
    // Its home tells what others did; its own supervisions are what it may change; a sheet for reckoning stores nothing.
    const own = ['/', '/supervisions', '/published-figures'];
    const offered = menu.filter((place) => !own.includes(place));
    for (const place of [...offered, ...records]) {
      await page.goto(place);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle');
      const main = page.getByRole('main');
      const names = await main.getByRole('button').or(main.getByRole('link')).allInnerTexts();
      // Headings of columns sort and are pressed too: “Duyệt lúc”.
      const headings = new Set(await main.getByRole('columnheader').allInnerTexts());
      const offers = names.filter((name) => CHANGING.test(name.trim()) && !headings.has(name));
      expect({ place, offers }).toEqual({ place, offers: [] });
    }
    await page.goto('/review-cycles/create');
    await page.getByText('Vai trò đang dùng không mở được trang này').waitFor();
    const auditor = await people.named('giamsat');
    const commands: readonly (readonly [string, string, object])[] = [
      [`/review-cycles/${cycleId}`, 'end-stage', {}],
      [`/submissions/${submission?.id}`, 'accept', {}],
      [`/tasks/${taskId}`, 'end', { event: 'cancel', reason: 'không còn cần' }],
    ];
    for (const [record, step, body] of commands)
      await expect(auditor.act(record, step, body)).rejects.toMatchObject({ status: 403 });
    expect(page.faults).toEqual([]);
    await page.context().close();
  }, 360_000);

  it('conducts the supervision of the own team', async () => {
    const page = await openConsole(browser, serving, 'giamsat');
    await page.goto('/supervisions/create');
    await page.getByRole('combobox', { name: /^Đơn vị được giám sát/ }).fill('Phường 3');
    await page.getByRole('option', { name: /Phường 3/ }).click();
    await page.getByLabel('Cuộc giám sát').fill('Giám sát việc xử lý văn bản, hồ sơ điện tử');
    await page.getByLabel('Ngày làm việc').fill('04/10/2022');
    await page.getByLabel('Kỳ giám sát từ').fill('01/01/2022');
    await page.getByLabel('Kỳ giám sát đến').fill('30/09/2022');
    await page.getByRole('button', { name: 'Mở cuộc giám sát' }).click();
    await page.getByText('Đã mở cuộc giám sát.').waitFor();
    await page.getByRole('button', { name: 'Thêm yêu cầu' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Việc yêu cầu thực hiện').fill('Phân công văn thư chuyên trách');
    await dialog.getByLabel('Thời hạn').fill('trong tháng 11/2022');
    await dialog.getByRole('button', { name: 'Giao cho đơn vị' }).click();
    await page.getByText('Đã giao yêu cầu cho đơn vị.').waitFor();
    await page.getByRole('link', { name: 'Phân công văn thư chuyên trách' }).first().waitFor();
    await picture(page, 'supervision');

    const officer = await openConsole(browser, serving, 'phuong3');
    await officer.getByRole('link', { name: 'Phân công văn thư chuyên trách', exact: true }).click();
    await officer.getByText('30/11/2022').first().waitFor();
    expect([...page.faults, ...officer.faults]).toEqual([]);
  });
});
