import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TaskView } from '@nhip/contracts';
import { eventually } from '@nhip/core/testing';
import type { Browser } from 'playwright-core';
import { openBrowser, openConsole, phone, picture } from './browser.js';
import { Person } from './person.js';
import { seriousFaults } from './serious-faults.js';
import { startWhole, type Whole } from './whole.js';

/** Where things stand, and by which calendar: diagrams of records and procedures, and a day made a day off. */
let whole: Whole;
let browser: Browser;
let taskId = '';

beforeAll(async () => {
  whole = await startWhole('2022-10-11T07:00:00Z');
  await whole.employ({
    quantri: ['administrator'],
    noivu: ['secretariat'],
    phuong1: ['unit-officer', 'P1'],
  });
  const secretariat = await Person.signIn(whole.url, 'noivu');
  const { ids } = await secretariat.post<{ ids: string[] }>('/tasks', {
    unitIds: [whole.office.units['P1'], whole.office.units['P2']],
    title: 'Tổ chức tập huấn',
    deadline: { phrase: 'trong 5 ngày làm việc' },
  });
  for (const id of ids) {
    const { unit } = await secretariat.get<TaskView>(`/tasks/${id}`);
    if (unit.id === whole.office.units['P1']) taskId = id;
  }
  await (
    await Person.signIn(whole.url, 'phuong1')
  ).act(`/tasks/${taskId}`, 'carry-out', { event: 'receive' });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await whole?.close();
});

describe('the diagram of a task', () => {
  it.each([
    ['on a desk', undefined],
    ['on a phone', phone],
  ])(
    '%s is loaded when opened and says where it stands, whose turn it is and what comes next',
    async (_, size) => {
      const page = await openConsole(browser, whole, 'phuong1', size);
      const loaded: string[] = [];
      page.on('request', (request) => loaded.push(request.url()));
      await page.goto(`/tasks/${taskId}/show`);
      await page.getByRole('heading', { name: 'Tổ chức tập huấn' }).waitFor();
      await page.waitForLoadState('networkidle');
      expect(loaded.filter((url) => url.includes('FlowDiagram'))).toEqual([]);
      await page.getByRole('button', { name: 'Sơ đồ: đang ở bước nào' }).press('Enter');
      const diagram = page.getByRole('region', { name: 'Sơ đồ các bước' });
      await diagram.locator('[aria-current=step]').getByText('Đã nhận việc').waitFor();
      await eventually(async () => {
        const words = await page.locator('main').innerText();
        expect(words).toMatch(/Đã nhận việc · từ 11\/10\/2022 14:00/);
        expect(words).toMatch(/Đang chờ\s+Cán bộ đơn vị · Phường P1 · phuong1/);
        expect(words).toMatch(/13\/10\/2022 08:00: Nhắc việc/);
        expect(words).toMatch(/Báo cáo hoàn thành → Chờ xác nhận hoàn thành/);
      });
      expect(await seriousFaults(page)).toEqual([]);
      await picture(page, size ? 'diagram-of-task-phone' : 'diagram-of-task');
      expect(page.faults).toEqual([]);
      await page.context().close();
    },
  );
});

describe('the diagram of a procedure', () => {
  it('counts the records in each state and leads to them', async () => {
    const page = await openConsole(browser, whole, 'noivu');
    await page.goto('/procedures?q=directive');
    await page.getByRole('link', { name: 'Nhiệm vụ theo kết luận' }).click();
    const diagram = page.getByRole('region', { name: 'Sơ đồ các bước' });
    await diagram.getByRole('link', { name: '1 hồ sơ' }).first().waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await picture(page, 'diagram-of-procedure');
    await page
      .getByRole('row', { name: /^Đã nhận việc/ })
      .getByRole('link', { name: '1' })
      .click();
    await page.getByText('Chỉ bước: Đã nhận việc').waitFor();
    const task = page.getByRole('link', { name: 'Tổ chức tập huấn' });
    await eventually(async () => expect(await task.count()).toBe(1));
    await picture(page, 'tasks-of-one-state');
    expect(page.faults).toEqual([]);
    await page.context().close();
  });
});

describe('the calendar', () => {
  it('shows a year, and which deadlines a change would move; they move when that is confirmed', async () => {
    const page = await openConsole(browser, whole, 'quantri');
    await page.goto('/calendar');
    await page.getByRole('heading', { name: 'Lịch làm việc 2022' }).waitFor();
    await page.getByText('11 ngày nghỉ lễ, tết theo luật').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await picture(page, 'calendar');
    await page.getByRole('button', { name: 'Thêm hoặc sửa ngày' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Ngày').fill('31/02/2022');
    await dialog.getByLabel('Tên').fill('Nghỉ hoán đổi');
    await page.getByRole('button', { name: 'Xem thay đổi' }).click();
    await page.getByText('Ngày này không có').waitFor();
    await dialog.getByLabel('Ngày').fill('14/10/2022');
    await dialog.getByRole('textbox', { name: 'Văn bản' }).fill('Thông báo 12/TB-UBND ngày 10/10/2022');
    await picture(page, 'calendar-day');
    await page.getByRole('button', { name: 'Xem thay đổi' }).click();
    await page.getByText('Theo lịch mới, 2 thời hạn rơi vào ngày khác').first().waitFor();
    await dialog.getByLabel('Dời các thời hạn này').check();
    await dialog.getByLabel('Lý do').fill('Theo thông báo của UBND');
    await picture(page, 'calendar-change');
    await page.getByRole('button', { name: 'Ghi lịch' }).click();
    await page.getByText('dời 2 thời hạn').waitFor();
    await page.getByRole('row', { name: /14\/10\/2022.*12\/TB-UBND/ }).waitFor();
    const task = await (await Person.signIn(whole.url, 'noivu')).get<TaskView>(`/tasks/${taskId}`);
    expect([task.originalDueOn, task.dueOn]).toEqual(['2022-10-18', '2022-10-19']);
    await page.getByText('Sửa lịch làm việc').first().waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await picture(page, 'calendar-changed');
    await page.goto('/calendar?year=2028');
    await page.getByText('Năm này chưa có văn bản').waitFor();
    expect(page.faults).toEqual([]);
    await page.context().close();
  });
});
