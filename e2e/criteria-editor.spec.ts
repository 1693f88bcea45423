import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { criteriaSetWorkbook, ExportCriteriaSet } from '@nhip/core/criteria';
import { eventually } from '@nhip/core/testing';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, openConsole, picture, type OwnPage } from './browser.js';
import { seriousFaults } from './serious-faults.js';
import { startWhole, type Whole } from './whole.js';

let whole: Whole;
let browser: Browser;
beforeAll(async () => {
  whole = await startWhole('2022-10-11T07:00:00Z');
  await whole.employ({ noivu: ['secretariat'], noivu2: ['secretariat'] });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await whole?.close();
});

const line = (page: Page, name: string) => page.getByRole('treeitem', { name, exact: false });

/** The set of the office, with a draft of its next version. */
async function openDraft(page: OwnPage): Promise<string> {
  const [set] = await whole.product.reader.rows<{ id: string }>(
    'select set_id as id from criteria_set_version where id = $1',
    [whole.office.criteriaSetVersionId],
  );
  await page.goto(`/criteria-sets/${set?.id ?? ''}/show`);
  await page.getByRole('button', { name: 'Dự thảo phiên bản mới' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Dự thảo phiên bản mới' }).click();
  await page.getByRole('link', { name: 'Sửa dự thảo' }).click();
  await page.getByRole('tree').waitFor();
  return page.url();
}

describe('the editor of a criteria set', () => {
  let page: OwnPage;
  let address: string;
  beforeAll(async () => {
    page = await openConsole(browser, whole, 'noivu');
    address = await openDraft(page);
  });

  const choose = async (field: RegExp, option: string) => {
    await page.getByRole('combobox', { name: field }).first().click();
    await page.getByRole('option', { name: option, exact: true }).click();
  };

  it('takes a new indicator and a formula with a typo, underlined at once and mended with what is offered', async () => {
    await line(page, 'Xử lý điện tử').click();
    await picture(page, 'editor-criterion');
    await page.getByRole('button', { name: 'Thêm chỉ số' }).click();
    await page.getByRole('heading', { name: 'Chỉ số: Chỉ số mới' }).waitFor();
    await page.getByRole('textbox', { name: 'Tên', exact: true }).fill('Điểm vượt chỉ tiêu');
    await choose(/^Mẫu số/, 'Không có');
    await choose(/^Tử số/, 'Công thức');
    await choose(/^Hiển thị/, 'Số');
    await page.locator('.cm-content').first().click();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('mni(1, [rece');
    await page.getByRole('option', { name: /received/ }).waitFor();
    await picture(page, 'editor-completion');
    // A list takes no key while it looks for more, nor in its first moment: 75 ms of the editor's own.
    await page.locator('.cm-tooltip-autocomplete:not(.cm-tooltip-autocomplete-disabled)').waitFor();
    await page.waitForTimeout(200);
    await page.keyboard.press('Enter');
    await page.keyboard.type(' / 300)');
    await page.getByText('không có hàm “mni”').first().waitFor();
    await page.locator('.cm-lintRange-error').first().waitFor();
    await picture(page, 'editor-typo');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('min(1, [received] / 300)');
    await page.getByText('không có hàm “mni”').first().waitFor({ state: 'detached' });
  });

  it('is tried on sample figures, step by step', async () => {
    await page.getByRole('textbox', { name: 'Điểm tối đa', exact: true }).fill('2,5');
    await choose(/^Cách chấm/, 'Tỷ lệ thuận đến mức đủ điểm');
    await page.getByRole('textbox', { name: 'Mức đủ điểm' }).fill('0,8');
    await page.getByRole('textbox', { name: 'Hồ sơ tiếp nhận' }).fill('120');
    await page.getByText('120 ÷ 300 = 0,4').waitFor();
    await page.getByText('1,25', { exact: true }).first().waitFor();
    await picture(page, 'editor-live-test');
  });

  it('has remarks that lead to the field that is to be mended', async () => {
    await page
      .getByRole('button', { name: /Tổng điểm tối đa các phần là 12,5/ })
      .first()
      .waitFor();
    await picture(page, 'editor-remarks');
    await page.getByRole('button', { name: /\(Tổng điểm, xếp loại, xếp hạng › Tổng điểm tối đa\)/ }).click();
    const total = page.getByRole('textbox', { name: 'Tổng điểm tối đa' });
    await page.locator('[data-path="totals.maxPoints"]:focus-within').first().waitFor();
    await total.fill('12,5');
    await page.getByRole('button', { name: /\(Chính quyền điện tử › Điểm tối đa\)/ }).click();
    await page.locator('[data-path="fields.0.maxPoints"]:focus-within').first().waitFor();
    await page.getByRole('textbox', { name: 'Điểm tối đa', exact: true }).fill('12,5');
    await page.getByRole('button', { name: /\(Xử lý điện tử › Điểm tối đa\)/ }).click();
    await page.locator('[data-path="fields.0.criteria.0.maxPoints"]:focus-within').first().waitFor();
    await page.getByRole('textbox', { name: 'Điểm tối đa', exact: true }).fill('12,5');
    await page.getByText('Dự thảo không có lỗi').waitFor();
  });

  it('is reordered by the mouse and by the keyboard, undone and done again', async () => {
    const lines = page.locator('[data-line^="fields.0.criteria.0.indicators"]');
    const named = (names: readonly string[]) =>
      eventually(async () => {
        const all = await lines.allInnerTexts();
        expect(all.map((text) => text.replace(/\s*[\d,]+\s*$/, '').trim())).toEqual(names);
      });
    const before = ['Tỷ lệ xử lý văn bản, hồ sơ điện tử', 'Điểm vượt chỉ tiêu'];
    await named(before);
    await line(page, 'Điểm vượt chỉ tiêu').dragTo(line(page, 'Tỷ lệ xử lý văn bản'), {
      targetPosition: { x: 80, y: 3 },
    });
    await page.locator('[data-line="fields.0.criteria.0.indicators.0"]', { hasText: 'Điểm vượt' }).waitFor();
    await page.keyboard.press('Control+z');
    await page
      .locator('[data-line="fields.0.criteria.0.indicators.0"]', { hasText: 'Tỷ lệ xử lý' })
      .waitFor();
    await page.getByRole('button', { name: 'Làm lại' }).click();
    await named(before.toReversed());

    await line(page, 'Điểm vượt chỉ tiêu').click();
    await page.keyboard.press('Control+Shift+D');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page
      .locator('[data-line="fields.0.criteria.0.indicators.0"]', { hasText: 'Tỷ lệ xử lý' })
      .waitFor();
    await named(before);
  });

  it('tries a calculated figure on sample figures too', async () => {
    await line(page, 'Số liệu').click();
    await page.getByRole('button', { name: 'Thêm số liệu' }).click();
    await page.getByRole('heading', { name: 'Số liệu: Số liệu mới' }).waitFor();
    await page.getByRole('button', { name: 'Tính từ số liệu khác' }).click();
    await page.locator('.cm-content').click();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('[received] - [e-processed]');
    await page.getByRole('textbox', { name: 'Văn bản, hồ sơ xử lý điện tử' }).fill('90');
    await page.getByText('120 − 90 = 30').waitFor();
    await picture(page, 'editor-calculated');
    await page.getByRole('button', { name: 'Bỏ', exact: true }).first().click();
    await line(page, 'Số liệu mới').waitFor({ state: 'detached' });
  });

  it('asks before unsaved changes are left, and is saved', async () => {
    await page.getByRole('link', { name: 'Xem bộ tiêu chí' }).click();
    await page.getByRole('dialog').getByText('Rời trang khi chưa lưu?').waitFor();
    await page.getByRole('button', { name: 'Ở lại' }).click();
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await page.getByText('Đã lưu dự thảo.').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  });

  it('puts what was typed into what a colleague saved meanwhile, after showing both', async () => {
    const colleague = await openConsole(browser, whole, 'noivu2');
    await colleague.goto(`${address}?at=fields.0`);
    await colleague.getByRole('textbox', { name: 'Tên', exact: true }).fill('Chính quyền số');
    await colleague.getByRole('button', { name: 'Lưu', exact: true }).click();
    await colleague.getByText('Đã lưu dự thảo.').waitFor();

    await page.goto(`${address}?at=fields.0.criteria.0`);
    await page.getByRole('textbox', { name: 'Tên', exact: true }).fill('Xử lý trên môi trường mạng');
    await colleague
      .getByRole('textbox', { name: 'Tên', exact: true })
      .fill('Chính quyền điện tử, chính quyền số');
    await colleague.getByRole('button', { name: 'Lưu', exact: true }).click();
    await colleague.getByText('Đã lưu', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await page.getByText('Chính quyền điện tử, chính quyền số').first().waitFor();
    await picture(page, 'editor-conflict');
    await page.getByText('Nếu đưa phần bạn sửa vào').waitFor();
    await page.getByRole('button', { name: 'Đưa phần tôi sửa vào' }).click();
    // What the colleague saved stands beside what was typed.
    await page.getByRole('treeitem').getByText('Chính quyền điện tử, chính quyền số').first().waitFor();
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await page.getByText('Đã lưu dự thảo.').waitFor();
    expect(colleague.faults).toEqual([]);
  });

  it('is issued, and compared with the version before it', async () => {
    await page.getByRole('link', { name: 'Xem bộ tiêu chí' }).click();
    await page.getByRole('button', { name: 'Ban hành' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Ban hành' }).click();
    await page.getByText('Đã ban hành Bộ tiêu chí thử.').waitFor();
    await page.getByRole('button', { name: 'Thao tác khác' }).click();
    await page.getByRole('menuitem', { name: 'So sánh phiên bản' }).click();
    await page.getByText('Chỉ số: Điểm vượt chỉ tiêu').waitFor();
    await page.getByRole('row', { name: /Tổng điểm tối đa 10 12,5/ }).waitFor();
    await picture(page, 'compare');
    expect(await seriousFaults(page)).toEqual([]);
    expect(page.faults).toEqual([]);
  });
});

describe('a set as a file', () => {
  it('goes out as a workbook, is changed in a cell, and comes back; a bad cell is named and nothing is written', async () => {
    const page = await openConsole(browser, whole, 'noivu');
    const [set] = await whole.product.reader.rows<{ id: string }>(
      'select set_id as id from criteria_set_version where id = $1',
      [whole.office.criteriaSetVersionId],
    );
    const show = `/criteria-sets/${set?.id ?? ''}/show`;
    await page.goto(show);
    await page.getByRole('button', { name: 'Thao tác khác' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'Tải về dạng Excel' }).click(),
    ]);
    const give = (buffer: Buffer) =>
      page
        .locator('input[type=file]')
        .setInputFiles({ name: 'bo-tieu-chi.xlsx', mimeType: 'application/octet-stream', buffer });
    /** The same workbook with other points in the cell of an indicator. */
    const send = async (maxPoints: string) => {
      const id = new URL(page.url()).searchParams.get('into');
      const [version] = await whole.product.reader.rows<{ id: string }>(
        'select id from criteria_set_version where set_id = $1 order by version desc limit 1',
        [id],
      );
      const file = await whole.product
        .get(ExportCriteriaSet)
        .file({ id: version?.id ?? '' }, whole.office.system('2022-10-11T07:00:00Z').actor);
      const [first, ...others] = file.content.indicators;
      if (first === undefined) throw new Error('no indicator');
      const content = { ...file.content, indicators: [{ ...first, maxPoints }, ...others] };
      await give(await criteriaSetWorkbook({ ...file, content }, 'vi'));
    };
    await page.getByRole('button', { name: 'Thao tác khác' }).click();
    await page.getByRole('menuitem', { name: 'Nhập từ tệp' }).click();
    await give(await readFile(await download.path()));
    await page.getByText('Hai bản giống nhau.').waitFor();
    await send('8,5');
    await page.getByText('Tệp có 1 lỗi, chưa ghi gì.', { exact: false }).waitFor();
    await page.getByText('Gặp “8,5”', { exact: false }).waitFor();
    await picture(page, 'import-bad');

    await send('8.5');
    await page.getByText('Sẽ lập dự thảo phiên bản mới của Bộ tiêu chí thử').waitFor();
    await page.getByRole('row', { name: /Điểm tối đa 10 8,5/ }).waitFor();
    await picture(page, 'import-good');
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Ghi thành dự thảo' }).click();
    await page.getByText('Đã ghi dự thảo từ tệp.').waitFor();
    await page.getByText('tối đa 8,5 điểm').first().waitFor();
    expect(page.faults).toEqual([]);
  });
});
