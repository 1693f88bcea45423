import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NoticeItem, Page as ListOf, ReviewCycleView } from '@nhip/contracts';
import type { Browser, Locator } from 'playwright-core';
import { openBrowser, type OwnPage } from './browser.js';
import { launchCycle, type LaunchedCycle } from './launched-cycle.js';
import { Person } from './person.js';
import { startWhole, type Whole } from './whole.js';
import { button, gone, recorded, take, turnTo, Windows } from './windows.js';

/** What is put right while a cycle runs, each step clicked by the role whose it is, with its reason. */
let whole: Whole;
let browser: Browser;
let windows: Windows;
let secretariat: Person;
let launched: LaunchedCycle;
let cycle = '';
const signedIn = new Map<string, Person>();

async function person(userName: string): Promise<Person> {
  const known = signedIn.get(userName) ?? (await Person.signIn(whole.url, userName));
  signedIn.set(userName, known);
  return known;
}

beforeAll(async () => {
  whole = await startWhole('2022-10-04T02:00:00Z');
  await whole.employ({
    btv: ['committee'],
    noivu: ['secretariat'],
    phuong1: ['unit-officer', 'P1'],
    lanhdao1: ['unit-leader', 'P1'],
    phuong2: ['unit-officer', 'P2'],
    phuong3: ['unit-officer', 'P3'],
    vanhoa: ['unit-officer', 'VH'],
  });
  browser = await openBrowser();
  windows = new Windows(browser, whole);
  secretariat = await person('noivu');
  launched = await launchCycle(whole, { units: ['P1', 'P2', 'P3'] });
  cycle = launched.address;
});
afterAll(async () => {
  await browser?.close();
  await whole?.close();
});

const show = (page: string) => `${cycle}/show/${page}`;
const rowOf = (page: OwnPage, unit: string): Locator => page.getByRole('row').filter({ hasText: unit });

/** What stands among the person's notices, and where it leads. */
async function noticed(userName: string, words: string): Promise<OwnPage> {
  const page = await windows.at(userName, '/notices');
  await page.getByRole('link', { name: words }).first().waitFor();
  return page;
}

const noticesOf = async (userName: string, kind: string) =>
  (await (await person(userName)).get<ListOf<NoticeItem>>('/notices?perPage=200')).items.filter(
    (notice) => notice.kind === kind,
  );

describe('while figures are collected', () => {
  it('the deadline of the stage is moved for all; a day that is over is refused and stays in the form', async () => {
    const page = await windows.at('noivu', `${cycle}/show`);
    await button(page, 'Gia hạn, đổi thời hạn').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Thời hạn mới').fill('đến hết ngày 03/10/2022');
    await button(dialog, 'Gia hạn, đổi thời hạn').click();
    await dialog.getByText('Ghi lý do, ít nhất 3 ký tự.').waitFor();
    await dialog.getByLabel('Lý do').fill('Mưa lũ từ ngày 01/10');
    await button(dialog, 'Gia hạn, đổi thời hạn').click();
    await dialog.getByRole('alert').getByText('Thời hạn 03/10/2022 đã qua').waitFor();
    await expect(dialog.getByLabel('Thời hạn mới').inputValue()).resolves.toBe('đến hết ngày 03/10/2022');
    await expect(dialog.getByLabel('Lý do').inputValue()).resolves.toBe('Mưa lũ từ ngày 01/10');
    await dialog.getByLabel('Thời hạn mới').fill('đến hết ngày 12/10/2022');
    await button(dialog, 'Gia hạn, đổi thời hạn').click();
    await page.getByText('Đã đổi thời hạn bước “Thu thập” cho tất cả đơn vị.').waitFor();
    await page.getByText('12/10/2022').first().waitFor();

    await turnTo(page, show('history'));
    await recorded(page, 'Đổi thời hạn', 'Mưa lũ từ ngày 01/10');
    await noticed('phuong1', 'Thời hạn mới nộp số liệu đợt RS-9T của Phường P1: 12/10/2022.');
    await noticed('phuong3', 'Thời hạn mới nộp số liệu đợt RS-9T của Phường P3: 12/10/2022.');
  });

  it('and for one unit alone', async () => {
    const page = await windows.at('noivu', show('units'));
    await take(
      page,
      'Đặt hạn riêng',
      {
        reason: 'Cán bộ thống kê nghỉ ốm',
        fill: (dialog) => dialog.getByLabel('Thời hạn mới').fill('14/10/2022'),
      },
      rowOf(page, 'Phường P2'),
    );
    await rowOf(page, 'Phường P2').getByText('14/10/2022').waitFor();
    await turnTo(page, show('history'));
    await recorded(page, 'Hạn riêng (Phường P2)', 'Cán bộ thống kê nghỉ ốm');
    await noticed('phuong2', 'Thời hạn mới nộp số liệu đợt RS-9T của Phường P2: 14/10/2022.');
    await expect(noticesOf('phuong1', 'submission.deadline-moved')).resolves.toHaveLength(1);
  });

  it('a unit is added and gets its form at once', async () => {
    const page = await windows.at('noivu', show('units'));
    await take(page, 'Thêm đơn vị', {
      reason: 'Phòng mới nhận nhiệm vụ',
      confirm: 'Thêm 1 đơn vị',
      async fill(dialog) {
        await dialog.getByLabel('Tìm đơn vị').fill('VH');
        await dialog.getByLabel('Phòng VH').check();
      },
    });
    await rowOf(page, 'Phòng VH').getByText('Tham gia').waitFor();
    await turnTo(page, show('history'));
    await recorded(page, 'Thêm đơn vị', 'Phòng mới nhận nhiệm vụ');
    const officer = await noticed(
      'vanhoa',
      'Mở đợt RS-9T: nhập số liệu của Phòng VH đến hết ngày 12/10/2022.',
    );
    await officer.getByRole('link', { name: 'Mở đợt RS-9T' }).first().click();
    await officer.getByLabel('Kỳ này: Hồ sơ tiếp nhận', { exact: true }).waitFor();
  });

  it('a unit is excused', async () => {
    const page = await windows.at('noivu', show('units'));
    const row = rowOf(page, 'Phường P3');
    await take(page, 'Miễn', { reason: 'Đang sáp nhập địa giới' }, row);
    await row.getByText('Được miễn').waitFor();
    await row.getByText('Đang sáp nhập địa giới').waitFor();
    await turnTo(page, show('history'));
    await recorded(page, 'Miễn một đơn vị', 'Đang sáp nhập địa giới');
    await noticed('phuong3', 'Phường P3 được miễn báo cáo trong đợt RS-9T. Lý do: Đang sáp nhập địa giới');
  });
});

describe('a submission', () => {
  let form = '';
  beforeAll(async () => {
    form = await launched.submissionOf('P1');
  });
  const open = (userName: string) => windows.at(userName, `${form}/show`);

  it('is recalled by the unit until the leader acts, and the leader told', async () => {
    const officer = await open('phuong1');
    await officer.getByLabel('Kỳ này: Hồ sơ tiếp nhận', { exact: true }).fill('1.000');
    await officer.getByLabel('Kỳ này: Văn bản, hồ sơ xử lý điện tử', { exact: true }).fill('950');
    await button(officer, 'Lưu').click();
    await officer.getByText('Đã lưu 2 ô.').waitFor();
    await take(officer, 'Trình lãnh đạo');
    await officer.getByText('Chờ lãnh đạo duyệt').first().waitFor();
    await take(officer, 'Rút lại', { reason: 'Nhập nhầm một hồ sơ' });
    await officer.getByText('Đang nhập').first().waitFor();
    await turnTo(officer, `${form}/show/history`);
    await recorded(officer, 'Rút lại', 'Nhập nhầm một hồ sơ');
    await noticed('lanhdao1', 'Phường P1 đã rút lại báo cáo số liệu đợt RS-9T để sửa.');
  });

  it('is recalled by the leader until the secretariat acts, and the secretariat told', async () => {
    await take(await open('phuong1'), 'Trình lãnh đạo');
    const leader = await open('lanhdao1');
    await take(leader, 'Duyệt và gửi');
    await leader.getByText('Đã gửi, chờ chấp nhận').first().waitFor();
    const officer = await open('phuong1');
    await officer.getByText('Đã gửi, chờ chấp nhận').first().waitFor();
    await gone(button(officer, 'Rút lại'));
    await take(leader, 'Rút lại', { reason: 'Bổ sung số tháng 9' });
    await leader.getByText('Đang nhập').first().waitFor();
    await noticed('noivu', 'Phường P1 đã rút lại báo cáo số liệu đợt RS-9T để sửa.');
  });

  it('is returned with a reason, and accepted; what the next level took cannot be recalled', async () => {
    await (await person('phuong1')).act(form, 'submit');
    await (await person('lanhdao1')).act(form, 'approve');
    const page = await open('noivu');
    await take(page, 'Trả lại', { reason: 'Nêu căn cứ của số 950' });
    await page.getByText('Trả lại để sửa').first().waitFor();
    await turnTo(page, `${form}/show/history`);
    await recorded(page, 'Trả lại', 'Nêu căn cứ của số 950');
    await noticed('phuong1', 'Lý do: Nêu căn cứ của số 950');

    await (await person('phuong1')).act(form, 'submit');
    await (await person('lanhdao1')).act(form, 'approve');
    const leader = await open('lanhdao1');
    await button(leader, 'Rút lại').waitFor();
    await take(await open('noivu'), 'Chấp nhận');
    await noticed('phuong1', 'Đã chấp nhận báo cáo số liệu đợt RS-9T');
    await button(leader, 'Rút lại').click();
    const dialog = leader.getByRole('dialog');
    await dialog.getByLabel('Lý do').fill('Còn sót hồ sơ giấy');
    await button(dialog, 'Rút lại').click();
    await dialog.getByRole('alert').waitFor();
    await expect(dialog.getByLabel('Lý do').inputValue()).resolves.toBe('Còn sót hồ sơ giấy');
    await leader.reload();
    await leader.getByText('Đã chấp nhận').first().waitFor();
    await gone(button(leader, 'Rút lại'));
  });
});

describe('a figure', () => {
  let form = '';
  beforeAll(async () => {
    form = await launched.submissionOf('P2');
  });

  it('is asked about and answered without a formal return', async () => {
    const ask = async (page: OwnPage, words: string) => {
      await page.getByRole('button', { name: /^Hỏi, trả lời về Hồ sơ tiếp nhận/ }).click();
      await page.getByLabel('Nội dung').fill(words);
      await button(page, 'Gửi').click();
      await page.getByText('Đã gửi; bên kia nhận được thông báo.').waitFor();
    };
    await ask(await windows.at('noivu', `${form}/show`), 'Đã gồm hồ sơ trực tuyến chưa?');
    const officer = await noticed('phuong2', 'Hỏi về mục “Hồ sơ tiếp nhận” của Phường P2');
    await officer.getByRole('link', { name: 'Hỏi về mục “Hồ sơ tiếp nhận”' }).first().click();
    await officer.getByText('Đang nhập').first().waitFor();
    await ask(officer, 'Đã gồm cả trực tuyến.');
    const page = await noticed('noivu', 'Phường P2 trả lời về mục “Hồ sơ tiếp nhận”');
    await page.getByRole('link', { name: 'Phường P2 trả lời về mục' }).first().click();
    await page.getByRole('button', { name: 'Hỏi, trả lời về Hồ sơ tiếp nhận: 2 ý kiến' }).click();
    await page.getByText('Đã gồm cả trực tuyến.').waitFor();
    await turnTo(page, `${form}/show/history`);
    for (const action of ['Hỏi về số liệu', 'Trả lời về số liệu'])
      await page.getByRole('listitem').filter({ hasText: action }).first().waitFor();
  });

  it('that raises a finding is explained by the unit, asked about again, and settled', async () => {
    const officer = await windows.at('phuong2', `${form}/show`);
    await officer.getByLabel('Kỳ này: Hồ sơ tiếp nhận', { exact: true }).fill('ccdl');
    await officer.getByLabel('Kỳ này: Văn bản, hồ sơ xử lý điện tử', { exact: true }).fill('40');
    await button(officer, 'Lưu').click();
    await officer.getByText('Đã lưu 2 ô.').waitFor();
    await turnTo(officer, `${form}/show/findings`);
    const words = {
      fill: (dialog: Locator) => dialog.getByLabel('Nội dung giải thích').fill('Chờ số của tỉnh'),
    };
    await take(officer, 'Giải thích', { ...words, confirm: 'Gửi giải thích' });
    await officer.getByText('Chờ số của tỉnh').first().waitFor();
    const page = await noticed('noivu', 'Phường P2 đã giải thích một phát hiện của đợt RS-9T');

    await page.goto('/findings');
    await take(page, 'Hỏi lại', { reason: 'Nêu ngày có số' });
    await noticed(
      'phuong2',
      'Cần giải thích lại một phát hiện của Phường P2, đợt RS-9T. Lý do: Nêu ngày có số',
    );
    await page.getByRole('row').filter({ hasText: 'Phường P2' }).getByText('Chưa trả lời').waitFor();
    await take(page, 'Xử lý xong', { reason: 'Chấp nhận, bổ sung kỳ sau' });
    await page.getByText('Chấp nhận, bổ sung kỳ sau').first().waitFor();
    await page.getByRole('row').filter({ hasText: 'Phường P2' }).getByRole('link').first().click();
    await recorded(page, 'Yêu cầu giải thích lại', 'Nêu ngày có số');
    await recorded(page, 'Xử lý xong', 'Chấp nhận, bổ sung kỳ sau');
  });
});

describe('a launch', () => {
  const withdraw = 'Rút lại việc mở đợt';

  it('is withdrawn while nothing was accepted', async () => {
    const { address: other } = await launchCycle(whole, { code: 'RS-NHAM', units: ['P1', 'P2'] });
    const page = await windows.at('btv', `${other}/show`);
    await take(page, withdraw, { reason: 'Mở nhầm kỳ' });
    await page.getByText('Đã rút').first().waitFor();
    await turnTo(page, `${other}/show/history`);
    await recorded(page, withdraw, 'Mở nhầm kỳ');
    await noticed('phuong2', 'Đợt RS-NHAM đã rút lại; Phường P2 không phải nộp số liệu. Lý do: Mở nhầm kỳ');
  });

  it('stands once something was accepted, and the refusal says why', async () => {
    const page = await windows.at('btv', `${cycle}/show`);
    await button(page, withdraw).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Lý do').fill('Mở nhầm kỳ');
    await button(dialog, withdraw).click();
    await dialog.getByRole('alert').getByText('đã chấp nhận báo cáo của đơn vị').waitFor();
    await expect(dialog.getByLabel('Lý do').inputValue()).resolves.toBe('Mở nhầm kỳ');
    await expect(secretariat.get<ReviewCycleView>(cycle)).resolves.toMatchObject({ state: 'collecting' });
  });
});

describe('after the collection', () => {
  it('the stage is ended early, reopened with a new deadline, and ended again', async () => {
    const page = await windows.at('noivu', `${cycle}/show`);
    await take(page, 'Kết thúc thu thập', { reason: 'Đã đủ số liệu' });
    await page.getByText('Hội nghị').first().waitFor();
    await take(page, 'Mở lại thu thập', {
      reason: 'Phòng VH nộp bổ sung',
      fill: (dialog) => dialog.getByLabel('Thời hạn mới').fill('đến hết ngày 20/10/2022'),
    });
    await page.getByText('20/10/2022').first().waitFor();
    await noticed('vanhoa', 'Thời hạn mới nộp số liệu đợt RS-9T của Phòng VH: 20/10/2022.');
    await turnTo(page, show('history'));
    await recorded(page, 'Kết thúc bước', 'Đã đủ số liệu');
    await recorded(page, 'Mở lại bước', 'Phòng VH nộp bổ sung');
    await turnTo(page, `${cycle}/show`);
    await take(page, 'Kết thúc thu thập', { reason: 'Đã đủ số liệu lần hai' });
  });

  it('the scores are made final by the secretariat, published by the committee, and seen by the units', async () => {
    const page = await windows.at('noivu', show('scores'));
    await page.getByText('Tạm tính').waitFor();
    await take(page, 'Chốt điểm', { reason: 'Hội nghị đã thống nhất' });
    await page.getByText('Đã chốt', { exact: true }).first().waitFor();
    await recorded(page, 'Chốt điểm', 'Hội nghị đã thống nhất');
    const officer = await windows.at('phuong1', show('scores'));
    await expect(officer.getByRole('row').filter({ hasText: 'Phường P2' }).count()).resolves.toBe(0);

    const chair = await windows.at('btv', `${cycle}/show`);
    await take(chair, 'Công bố kết quả', { reason: 'Theo thông báo kết luận' });
    await chair.getByText('Đã thực hiện “Công bố kết quả”').waitFor();
    await turnTo(chair, show('history'));
    await recorded(chair, 'Công bố kết quả', 'Theo thông báo kết luận');
    await noticed('phuong1', 'Đã công bố điểm, xếp hạng đợt RS-9T.');
    await officer.getByRole('link', { name: 'Đã công bố điểm, xếp hạng đợt RS-9T.' }).first().click();
    await officer.getByText('Đã công bố').first().waitFor();
    await officer.getByText('Phường P2').first().waitFor();
  });

  it('the cycle is concluded and closed', async () => {
    const chair = await windows.at('btv', `${cycle}/show`);
    await take(chair, 'Kết luận, không yêu cầu giải trình', { reason: 'Các đơn vị đã giải thích' });
    await chair.getByText('Theo dõi sau kết luận').first().waitFor();
    const page = await windows.at('noivu', `${cycle}/show`);
    await take(page, 'Đóng đợt', { reason: 'Hết việc phải theo dõi' });
    await page.getByText('Đã đóng').first().waitFor();
    await turnTo(page, show('history'));
    await recorded(page, 'Kết luận', 'Các đơn vị đã giải thích');
    await recorded(page, 'Đóng đợt', 'Hết việc phải theo dõi');
    await noticed('btv', 'Đợt đã đóng: 0 nhiệm vụ và 0 kiến nghị còn mở');
  });

  it('the next one is made as its copy; a code in use is refused and nothing typed is lost', async () => {
    const page = await windows.at('noivu', `${cycle}/show`);
    await page.getByRole('link', { name: 'Tạo đợt mới từ đợt này' }).click();
    await page
      .getByText('Bộ tiêu chí (bản ban hành mới nhất), quy trình và đơn vị lấy theo “Rà soát RS-9T”')
      .waitFor();
    await page.getByLabel('Mã đợt').fill('RS-9T');
    await page.getByLabel('Tên đợt').fill('Rà soát quý IV năm 2022');
    await page.getByRole('combobox', { name: 'Loại kỳ' }).click();
    await page.getByRole('option', { name: 'Quý', exact: true }).click();
    await page.getByRole('combobox', { name: 'Kỳ thứ' }).click();
    await page.getByRole('option', { name: '4', exact: true }).click();
    await page.getByText('31/12/2022').first().waitFor();
    await page.getByLabel('Thời hạn bước “Thu thập”').fill('đến hết ngày 10/01/2023');
    await page.getByLabel('Thời hạn bước “Giải trình”').fill('trước ngày 18/01/2023');
    await page.getByText(/Đã chọn 3 trên/).waitFor();
    await button(page, 'Tạo đợt').click();
    await page.getByText('Mã đợt “RS-9T” đã dùng. Chọn mã khác.').first().waitFor();
    await expect(page.getByLabel('Tên đợt').inputValue()).resolves.toBe('Rà soát quý IV năm 2022');
    await page.getByLabel('Mã đợt').fill('RS-Q4');
    await button(page, 'Tạo đợt').click();
    await page.getByRole('heading', { name: 'Rà soát quý IV năm 2022' }).waitFor();
    await page.getByRole('link', { name: 'Rà soát RS-9T' }).first().waitFor();
    const { items } = await secretariat.get<ListOf<ReviewCycleView>>('/review-cycles?q=RS-Q4');
    expect(items[0]).toMatchObject({ state: 'prepared', participants: 3 });
  });

  it('nothing went wrong in anybody’s window', () => {
    expect(windows.faults()).toEqual([]);
  });
});
