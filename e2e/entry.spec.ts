import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SubmissionForm } from '@nhip/contracts';
import { documents, program } from '@nhip/core/testing';
import type { Browser, Locator, Page } from 'playwright-core';
import { openBrowser, openConsole, picture } from './browser.js';
import { launchCycle, nineMonths } from './launched-cycle.js';
import { Person } from './person.js';
import { PASSWORD, startWhole, type Whole } from './whole.js';
import { button, take } from './windows.js';

let whole: Whole;
let browser: Browser;
let submission: string;
let ofAnother: string;
beforeAll(async () => {
  whole = await startWhole('2022-10-04T02:00:00Z');
  await whole.employ({
    btv: ['committee'],
    noivu: ['secretariat'],
    phuong1: ['unit-officer', 'P1'],
    lanhdao1: ['unit-leader', 'P1'],
  });
  browser = await openBrowser();
  const cycle = await launchCycle(whole);
  submission = await cycle.submissionOf('P1');
  ofAnother = await cycle.submissionOf('P2');
});
afterAll(async () => {
  await browser?.close();
  await whole?.close();
});

const RECEIVED = 'Kỳ này: Hồ sơ tiếp nhận';
const PROCESSED = 'Kỳ này: Văn bản, hồ sơ xử lý điện tử';
const cell = (page: Page, label: string) => page.getByLabel(label, { exact: true });
const save = (page: Page) => page.getByRole('button', { name: 'Lưu', exact: true });
const told = (page: Page, words: string) => page.getByRole('alert').getByText(words).first().waitFor();

async function openForm(userName: string) {
  const page = await openConsole(browser, whole, userName);
  await page.goto(`${submission}/show`);
  await cell(page, RECEIVED).waitFor();
  return page;
}

async function stored(): Promise<Readonly<Record<string, string | null | undefined>>> {
  const form = await (await Person.signIn(whole.url, 'phuong1')).get<SubmissionForm>(submission);
  return Object.fromEntries(form.rows.map(({ element, current }) => [element, current?.value]));
}

describe('wrong input', () => {
  it('is told beside its cell, in words that say what to mend; what was typed stays', async () => {
    const page = await openForm('phuong1');
    const wrong = [
      ['1.234,5', 'Mục này đếm theo đơn vị nguyên, “1.234,5” có phần lẻ. Nhập số nguyên.'],
      ['82.34%', 'Mục này không tính bằng phần trăm: “82.34%”. Nhập số lượng, không nhập tỷ lệ.'],
      ['mười hai', '“mười hai” không phải là số.'],
    ] as const;
    for (const [typed, words] of wrong) {
      await cell(page, RECEIVED).fill(typed);
      await cell(page, PROCESSED).focus();
      await told(page, words);
      await save(page).click();
      expect(await cell(page, RECEIVED).inputValue()).toBe(typed);
    }
    expect(await stored()).toEqual({ received: undefined, 'e-processed': undefined });

    await cell(page, RECEIVED).fill('１２');
    await cell(page, PROCESSED).focus();
    await page.getByText('Đọc là 12.').waitFor();
    await cell(page, RECEIVED).fill('');
    await cell(page, PROCESSED).focus();
    await page.getByText('Mọi ô đã lưu').waitFor();

    await cell(page, RECEIVED).fill('1.000');
    await cell(page, PROCESSED).fill('1.200');
    await cell(page, RECEIVED).focus();
    await picture(page, 'entry-part-over-whole');
    await page.getByText('tử số lớn hơn mẫu số').first().waitFor();
    await save(page).click();
    await told(page, 'không thể lớn hơn');
    expect(await cell(page, PROCESSED).inputValue()).toBe('1.200');
    expect(await stored()).toEqual({ received: undefined, 'e-processed': undefined });

    await cell(page, PROCESSED).fill('875');
    await cell(page, RECEIVED).focus();
    await page.getByText('87,50').first().waitFor();
    await save(page).click();
    await page.getByText('Đã lưu 2 ô.').waitFor();
    expect(await stored()).toEqual({ received: '1000', 'e-processed': '875' });

    // What is said anew does not wait for the older message, which stays while the window is not in front.
    await page.evaluate(`dispatchEvent(new Event('blur'))`);
    await cell(page, PROCESSED).fill('876');
    await cell(page, RECEIVED).focus();
    await save(page).click();
    await page.getByText('Đã lưu 1 ô.').waitFor();
    expect(await page.getByText('Đã lưu 2 ô.').count()).toBe(0);
    expect(page.faults).toEqual([]);
    await page.context().close();
  });

  it('survives the end of the session: the person signs in over the form and saves what was typed', async () => {
    const page = await openForm('phuong1');
    // Live points ask too, and would be the first to learn of it: those of this figure are let finish.
    const previewed = page.waitForResponse(
      (response) =>
        response.url().endsWith('/preview') && response.request().postData()?.includes('"880"') === true,
    );
    await cell(page, PROCESSED).fill('880');
    await cell(page, RECEIVED).focus();
    await previewed;
    await whole.product.reader.rows(
      `update session set expires_at = clock_timestamp() - interval '1 minute'`,
      [],
    );
    await save(page).click();
    const dialog = page.getByRole('dialog', { name: 'Phiên làm việc đã hết' });
    await dialog.getByLabel('Mật khẩu của phuong1').fill('khong-dung');
    await dialog.getByRole('button', { name: 'Tiếp tục' }).click();
    await dialog.getByText('Tên đăng nhập hoặc mật khẩu không đúng.').waitFor();
    await picture(page, 'session-ended');
    await dialog.getByLabel('Mật khẩu của phuong1').fill(PASSWORD);
    await dialog.getByRole('button', { name: 'Tiếp tục' }).click();
    await page.getByText('Đã lưu 1 ô.').waitFor();
    expect(await stored()).toMatchObject({ 'e-processed': '880' });
    await page.context().close();
  });

  it('survives a closed window: the draft is there when the form is opened again', async () => {
    const page = await openForm('phuong1');
    await cell(page, PROCESSED).fill('881');
    await cell(page, RECEIVED).focus();
    await page.getByText('1 ô chưa lưu').waitFor();
    page.on('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await page.getByText('Đã mở lại 1 ô chưa lưu').waitFor();
    expect(await cell(page, PROCESSED).inputValue()).toBe('881');
    expect(await stored()).toMatchObject({ 'e-processed': '880' });
    await page.context().close();
  });
});

describe('two people edit one figure', () => {
  it('and the slower one sees both numbers and decides; the other cells merge by themselves', async () => {
    const [officer, leader] = [await openForm('phuong1'), await openForm('lanhdao1')];
    await cell(officer, RECEIVED).fill('1.010');
    await cell(leader, RECEIVED).fill('1.020');
    await cell(leader, PROCESSED).fill('900');
    await save(officer).click();
    await officer.getByText('Đã lưu 1 ô.').waitFor();

    await save(leader).click();
    await told(leader, 'Ô này có hai số khác nhau:');
    await leader.getByText('phuong1 đã lưu 1.010').waitFor();
    await leader.getByText('bạn nhập 1.020').waitFor();
    expect(await cell(leader, PROCESSED).inputValue()).toBe('900');
    await picture(leader, 'two-people');
    expect(await stored()).toMatchObject({ received: '1010' });

    await save(leader).click();
    expect(await stored()).toMatchObject({ received: '1010' });
    await leader.getByRole('button', { name: 'Lấy số đã lưu' }).click();
    await save(leader).click();
    await leader.getByText('Đã lưu 1 ô.').waitFor();
    expect(await stored()).toEqual({ received: '1010', 'e-processed': '900' });
    expect([...officer.faults, ...leader.faults]).toEqual([]);
    await officer.context().close();
    await leader.context().close();
  });
});

describe('evidence', () => {
  it('is attached to a figure: a wrong file is told what to mend, the right one is cited, and one is taken back', async () => {
    const page = await openForm('phuong1');
    await page.getByRole('button', { name: 'Minh chứng cho Hồ sơ tiếp nhận' }).click();
    const drawer = page.getByRole('dialog');
    await choose(drawer, [{ name: 'báo cáo.pdf', buffer: program }]);
    await button(drawer, 'Gửi minh chứng').click();
    await drawer.getByText('Nội dung tệp “báo cáo.pdf” không phải là PDF như tên tệp').waitFor();
    await button(drawer, 'Bỏ chọn').click();
    await choose(drawer, [
      { name: 'Biên bản kiểm tra.pdf', buffer: documents.pdf },
      { name: 'nhầm.txt', buffer: documents.txt },
    ]);
    await drawer.getByLabel('Số, ký hiệu văn bản').fill('25/BC-UBND');
    await drawer.getByLabel('Ngày văn bản').fill('31/2/2022');
    await drawer.getByLabel('Trang').fill('3');
    await button(drawer, 'Gửi minh chứng').click();
    await drawer.getByText('Ngày chưa đúng').waitFor();
    await drawer.getByLabel('Ngày văn bản').fill('10/10/2022');
    await button(drawer, 'Gửi minh chứng').click();
    await drawer.getByText('MC 2').waitFor();
    await drawer.getByText('số 25/BC-UBND ngày 10/10/2022, trang 3').first().waitFor();
    await picture(page, 'evidence-figure');
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      drawer.getByRole('link', { name: 'Biên bản kiểm tra.pdf' }).click(),
    ]);
    expect(saved.suggestedFilename()).toBe('Biên bản kiểm tra.pdf');
    const wrong = drawer.getByRole('listitem').filter({ hasText: 'nhầm.txt' });
    await button(wrong, 'Rút lại').click();
    await button(page.getByRole('dialog').last(), 'Rút lại').click();
    await wrong.getByText('Đã rút lại').waitFor();
    await button(drawer, 'Đóng minh chứng').click();
    await page.getByRole('button', { name: 'Minh chứng cho Hồ sơ tiếp nhận: 1 tệp' }).waitFor();
    expect(page.faults).toEqual([]);
    await page.context().close();
  });

  it('is dragged onto a task, and goes to the secretariat with the report', async () => {
    const committee = await Person.signIn(whole.url, 'btv');
    const { ids } = await committee.post<{ ids: string[] }>('/tasks', {
      unitIds: [whole.office.units['P1']],
      title: 'Rà soát hồ sơ trễ hạn',
      deadline: { phrase: 'trước ngày 18/10/2022' },
    });
    const task = `/tasks/${ids[0]}/show`;
    const secretariat = await openConsole(browser, whole, 'noivu');
    await secretariat.goto(task);
    await secretariat.getByRole('heading', { level: 1 }).waitFor();
    const page = await openConsole(browser, whole, 'phuong1');
    await page.goto(task);
    const data = await page.evaluateHandle(droppedFile);
    await page.getByText('Kéo tệp vào đây').dispatchEvent('drop', { dataTransfer: data });
    await button(page, 'Gửi minh chứng').click();
    await page.getByRole('link', { name: 'danh sách.csv' }).waitFor();
    await picture(page, 'evidence-task');
    expect(await secretariat.getByRole('link', { name: 'danh sách.csv' }).count()).toBe(0);
    await page.getByLabel('Tiến độ hoặc kết quả').fill('Đã rà soát, danh sách kèm theo.');
    await button(page, 'Báo cáo hoàn thành').click();
    await page.getByText('Đã báo cáo hoàn thành, chờ xác nhận.').waitFor();
    await secretariat.reload();
    await secretariat.getByRole('link', { name: 'danh sách.csv' }).waitFor();
    expect([...page.faults, ...secretariat.faults]).toEqual([]);
    await page.context().close();
    await secretariat.context().close();
  });
});

describe('the deadlines of a unit', () => {
  it('go into a calendar by an address its leader makes, copies and revokes', async () => {
    const page = await openConsole(browser, whole, 'lanhdao1');
    await page.goto('/tasks');
    await button(page, 'Đưa vào lịch').click();
    const dialog = page.getByRole('dialog');
    await button(dialog, 'Tạo địa chỉ lịch').click();
    const field = dialog.getByLabel('Địa chỉ lịch (chỉ hiện lần này)');
    await field.waitFor();
    const address = await field.inputValue();
    await picture(page, 'task-feed');
    const calendar = await fetch(address);
    expect(calendar.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(await calendar.text()).toContain(`URL;VALUE=URI:${whole.url}/tasks/`);
    await button(dialog, 'Thu hồi địa chỉ').click();
    await button(dialog.getByRole('alert'), 'Thu hồi địa chỉ').click();
    await dialog.getByText('Đơn vị chưa có địa chỉ lịch.').waitFor();
    expect((await fetch(address)).status).toBe(404);
    expect(page.faults).toEqual([]);
    await page.context().close();
  });
});

const choose = (within: Locator, files: readonly { readonly name: string; readonly buffer: Buffer }[]) =>
  within
    .locator('input[type=file]')
    .setInputFiles(files.map((file) => ({ ...file, mimeType: 'application/octet-stream' })));

/** What the browser hands over when a file is let go over a page. */
const droppedFile = `(() => {
  const data = new DataTransfer();
  data.items.add(new File(['đơn vị,số\\nPhường Đáp Cầu,12\\n'], 'danh sách.csv', { type: 'text/csv' }));
  return data;
})()`;

describe('refused as a whole', () => {
  it('a second submission, from a window where the first is not seen yet', async () => {
    const [officer, leader] = [await openForm('phuong1'), await openForm('lanhdao1')];
    await take(officer, 'Trình lãnh đạo');
    await officer.getByText('Chờ lãnh đạo duyệt').first().waitFor();
    await button(leader, 'Trình lãnh đạo').click();
    const dialog = leader.getByRole('dialog');
    await dialog.getByLabel('Lý do').fill('Đã kiểm tra lại');
    await button(dialog, 'Trình lãnh đạo').click();
    await dialog.getByRole('alert').waitFor();
    expect(await dialog.getByLabel('Lý do').inputValue()).toBe('Đã kiểm tra lại');
    const form = await (await Person.signIn(whole.url, 'phuong1')).get<SubmissionForm>(submission);
    expect(form.state).toBe('submitted');
    expect([...officer.faults, ...leader.faults]).toEqual([]);
    await officer.context().close();
    await leader.context().close();
  });

  it('another unit’s form', async () => {
    const page = await openConsole(browser, whole, 'phuong1');
    await page.goto(`${ofAnother}/show`);
    await page.getByRole('heading', { level: 1, name: /Không tìm thấy/ }).waitFor();
    await page.context().close();
  });

  it('a launch without units: the committee is told what is missing', async () => {
    const secretariat = await Person.signIn(whole.url, 'noivu');
    const { id } = await secretariat.post<{ id: string }>(
      '/review-cycles',
      nineMonths(whole, { code: 'RS-TRONG', units: [] }),
    );
    const page = await openConsole(browser, whole, 'btv');
    await page.goto(`/review-cycles/${id}/show`);
    await button(page, 'Mở đợt').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Lý do').fill('Theo kế hoạch quý');
    await button(dialog, 'Mở đợt').click();
    await told(page, 'Thêm ít nhất một đơn vị rồi mở đợt.');
    expect(await dialog.getByLabel('Lý do').inputValue()).toBe('Theo kế hoạch quý');
    await page.context().close();
  });
});
