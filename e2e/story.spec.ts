import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page as ListOf, RankingPage, ReviewCycleItem } from '@nhip/contracts';
import { openTestProduct, systemCall, type TestProduct } from '@nhip/core/testing';
import { StartDemoClock } from '@nhip/core/workflow';
import type { Browser } from 'playwright-core';
import { openBrowser, openConsole, picture, type OwnPage } from './browser.js';
import { CityPeople } from './city-people.js';
import { cellsOf, elementName, openCity, round } from './city.js';
import { serve, type Serving } from './whole.js';

/** Round 0 through the console, across five roles; what the other thirteen units do comes in over HTTP. */
let product: TestProduct;
let serving: Serving;
let browser: Browser;
let people: CityPeople;
const consoles = new Map<string, OwnPage>();
let cycleId = '';

beforeAll(async () => {
  product = await openTestProduct();
  await openCity(product, '2022-01-03T01:00:00Z');
  await product.get(StartDemoClock).execute(systemCall('2022-09-26T01:30:00Z'));
  serving = await serve(product);
  people = await CityPeople.meet(serving.url);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await serving?.close();
  await product?.close();
});

/** The person's own window, at home. */
async function at(userName: string): Promise<OwnPage> {
  const known = consoles.get(userName);
  if (known === undefined) {
    const page = await openConsole(browser, serving, userName);
    consoles.set(userName, page);
    return page;
  }
  await known.goto('/');
  await known.getByRole('heading', { level: 1 }).getByText('Xin chào').waitFor();
  return known;
}

const button = (page: OwnPage, name: string) => page.getByRole('button', { name, exact: true });

/** The list of what waits under this heading of the home. */
const card = (page: OwnPage, name: string) =>
  page.getByRole('region', { name: new RegExp(`^${name}`) }).getByRole('link');

/** Presses the button, and the one of the same name in the dialog that asks. */
async function take(page: OwnPage, step: string, reason?: string): Promise<void> {
  await button(page, step).click();
  const dialog = page.getByRole('dialog');
  if (reason !== undefined) await dialog.getByLabel('Lý do').fill(reason);
  await dialog.getByRole('button', { name: step, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

async function choose(page: OwnPage, label: string, option: string | RegExp): Promise<void> {
  await page.getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: option }).click();
}

/** A chapter of the story; when one fails, those after it fail at once. */
function chapter(name: string, told: () => Promise<void>): void {
  it(name, async () => {
    if (broken !== undefined) throw new Error(`The story broke off at “${broken}”.`);
    broken = name;
    await told();
    broken = undefined;
  });
}
let broken: string | undefined;

describe('round 0 in the console', () => {
  chapter('the secretariat prepares the cycle', async () => {
    const page = await at('noivu');
    await page.getByRole('link', { name: 'Tạo đợt rà soát' }).click();
    await page.getByLabel('Mã đợt').fill(round.cycle.code);
    await page.getByLabel('Tên đợt').fill(round.cycle.names.vi);
    await choose(page, 'Loại kỳ', '9 tháng');
    await choose(page, 'Năm', '2022');
    await page.getByText(/01\/01\/2022 ?– ?30\/09\/2022/).waitFor();
    await page.getByLabel('Ngày chốt số liệu').fill('10/10/2022');
    await choose(page, 'Bộ tiêu chí', /RA-SOAT-2022/);
    await page.getByLabel('Thời hạn bước “Thu thập”').fill('đến hết ngày 10/10/2022');
    await page.getByLabel('Thời hạn bước “Giải trình”').fill('trước ngày 18/10/2022');
    await page.getByText('17/10/2022').first().waitFor();
    await page.getByLabel(/^Khối phòng, ban, đơn vị/).check();
    await page.getByLabel(/^Khối phường/).check();
    await page.getByLabel('Tìm đơn vị').fill('nội vụ');
    await page.getByLabel('Phòng Nội vụ').uncheck();
    await page.getByText('Đã chọn 14 trên').waitFor();
    await picture(page, 'cycle-create');
    await button(page, 'Tạo đợt').click();
    await page.getByText('Đã tạo đợt').waitFor();
    await page.getByRole('heading', { name: round.cycle.names.vi }).waitFor();
    await expect(button(page, 'Mở đợt').count()).resolves.toBe(0);
    const cycles = await (await people.named('noivu')).get<ListOf<ReviewCycleItem>>('/review-cycles');
    cycleId = cycles.items[0]?.id ?? '';
    expect(cycles.items[0]).toMatchObject({ state: 'prepared', participants: 14 });
  });

  chapter('the committee launches it from its home', async () => {
    await people.letTimePass('2022-10-03T08:00:00+07:00');
    const page = await at('btv');
    await card(page, 'Đợt chờ mở').first().click();
    await take(page, 'Mở đợt');
    await page.getByText('Đã thực hiện “Mở đợt”').waitFor();
    await page.getByText('Thu thập').first().waitFor();
  });

  chapter('the officer fills the form, the leader approves, the secretariat accepts', async () => {
    await people.letTimePass('2022-10-04T09:00:00+07:00');
    const officer = await at('phuong3');
    await picture(officer, 'home-officer');
    await card(officer, 'Phải làm').first().click();
    for (const { element, month, value = '' } of cellsOf('P3', 'unit')) {
      const name = elementName(element);
      const label = month ? `${name}, Tháng ${Number(month.slice(5))}/${month.slice(0, 4)}` : name;
      await officer.getByLabel(`Kỳ này: ${label}`, { exact: true }).fill(value);
    }
    await officer.getByText('Dưới 90 %: phải giải trình').or(officer.getByText(/84,00/)).first().waitFor();
    await button(officer, 'Lưu').click();
    await officer.getByText(/^Đã lưu \d+ ô\.$/).waitFor();
    await picture(officer, 'entry');
    await take(officer, 'Trình lãnh đạo');

    const leader = await at('lanhdao3');
    await card(leader, 'Chờ tôi duyệt').first().click();
    await take(leader, 'Duyệt và gửi');

    const secretariat = await at('noivu');
    await card(secretariat, 'Biểu chờ tiếp nhận').first().click();
    await take(secretariat, 'Chấp nhận');
  });

  chapter('the secretariat drafts the conclusion, the committee issues it', async () => {
    const others = round.cycle.units.filter((code) => code !== 'P3');
    await people.letTimePass('2022-10-10T08:00:00+07:00');
    await people.report(cycleId, others);
    await people.enterExternal(cycleId, round.cycle.units);
    await people.accept(cycleId, others);
    await people.letTimePass('2022-10-11T14:00:00+07:00');

    const secretariat = await at('noivu');
    await picture(secretariat, 'home-secretariat');
    await secretariat.goto(`/review-cycles/${cycleId}/show`);
    await secretariat.getByText('Hội nghị').first().waitFor();
    await picture(secretariat, 'cycle');
    await secretariat.getByRole('tab', { name: 'Kết luận' }).click();
    await secretariat.getByRole('link', { name: 'Soạn kết luận' }).click();
    await button(secretariat, 'Tạo dự thảo, soạn các điểm').click();
    await button(secretariat, 'Thêm yêu cầu giải trình').click();
    const first = secretariat.getByRole('group', { name: 'Điểm 1' });
    await first.getByLabel('Tên việc').fill('Gửi giải trình về Phòng Nội vụ');
    await first
      .getByLabel('Nội dung như trong văn bản')
      .fill('Các đơn vị giải trình gửi về phòng Nội vụ trước ngày 18/10.');
    await first.getByText('Sẽ giao cho 5 đơn vị').waitFor();
    await first.getByLabel('Thời hạn').fill('trước ngày 18/10');
    await first.getByText('17/10/2022', { exact: true }).waitFor();
    await picture(secretariat, 'conclusion-draft');
    await button(secretariat, 'Lưu dự thảo').click();
    await secretariat.getByText('Đã lưu dự thảo kết luận.').waitFor();

    const committee = await at('btv');
    await picture(committee, 'home-committee');
    await card(committee, 'Kết luận chờ ban hành').first().click();
    await button(committee, 'Ban hành').click();
    const dialog = committee.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Ban hành, giao 5 nhiệm vụ' }).waitFor();
    await picture(committee, 'conclusion-issue');
    await dialog.getByLabel('Số, ký hiệu').fill('01/TB-UBND');
    await dialog.getByRole('button', { name: 'Ban hành, giao 5 nhiệm vụ' }).click();
    await committee.getByText('Đã ban hành kết luận và giao 5 nhiệm vụ.').waitFor();
  });

  chapter(
    'the unit explains: officer, leader; the secretariat returns it, and accepts the second answer',
    async () => {
      await people.letTimePass('2022-10-13T09:00:00+07:00');
      const officer = await at('phuong3');
      await card(officer, 'Phải làm').first().click();
      await officer.getByText('dưới', { exact: false }).first().waitFor();
      await officer.getByLabel('Thiếu nhân lực').check();
      await officer
        .getByRole('textbox', { name: /^Giải trình/ })
        .fill('Cán bộ văn thư nghỉ thai sản từ tháng 4.');
      await picture(officer, 'explanation');
      await button(officer, 'Trình lãnh đạo duyệt').click();
      await officer.getByText('Đã trình lãnh đạo đơn vị duyệt.').waitFor();

      const leader = await at('lanhdao3');
      await card(leader, 'Chờ tôi duyệt').first().click();
      await button(leader, 'Duyệt và gửi giải trình').click();
      await leader.getByText('Đã gửi giải trình.').waitFor();

      const secretariat = await at('noivu');
      await card(secretariat, 'Giải trình, báo cáo chờ xem xét').first().click();
      await take(secretariat, 'Trả lại', 'Nêu rõ tỷ lệ từng tháng.');

      await at('lanhdao3');
      await card(leader, 'Phải làm').first().click();
      await leader.getByText('Giải trình bị trả lại').waitFor();
      await button(leader, 'Duyệt và gửi giải trình').click();
      await leader.getByText('Đã gửi giải trình.').waitFor();

      await at('noivu');
      await card(secretariat, 'Giải trình, báo cáo chờ xem xét').first().click();
      await take(secretariat, 'Chấp nhận');
      await secretariat.getByText('Đã thực hiện: Chấp nhận.').waitFor();
    },
  );

  chapter('the silent ones are marked by themselves; the committee criticises and publishes', async () => {
    await people.letTimePass('2022-10-20T14:00:00+07:00');
    const page = await at('btv');
    await card(page, 'Đề nghị phê bình, chờ quyết định').first().click();
    await page.getByText('Đề nghị phê bình').first().waitFor();
    await picture(page, 'task-marked');
    await button(page, 'Quyết định phê bình').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Số, ký hiệu văn bản').fill('12/UBND-NV');
    await dialog.getByLabel('Ngày văn bản').fill('20/10/2022');
    await dialog.getByRole('button', { name: 'Phê bình', exact: true }).click();
    await page.getByText('Đã phê bình 1 nhiệm vụ.').waitFor();

    await page.goto(`/review-cycles/${cycleId}/show`);
    await take(page, 'Công bố kết quả');
    await page.getByText('Đã thực hiện “Công bố kết quả”').waitFor();
    const seen = await (await people.officer('P1')).get<RankingPage>(`/review-cycles/${cycleId}/ranking`);
    expect(seen.total).toBe(14);
  });

  chapter('the unit sees its place, and the cycle is closed', async () => {
    const officer = await at('phuong3');
    await picture(officer, 'home-officer-after');
    await officer.goto(`/review-cycles/${cycleId}/show/scores`);
    await officer.getByText('Phường 1').first().waitFor();
    await picture(officer, 'ranking');
    const secretariat = await at('noivu');
    await secretariat.goto(`/review-cycles/${cycleId}/show`);
    await take(secretariat, 'Đóng đợt');
    await secretariat.getByText('Đã đóng').first().waitFor();
  });

  it('nothing went wrong in anybody’s window', () => {
    expect([...consoles].flatMap(([name, { faults }]) => faults.map((fault) => `${name}: ${fault}`))).toEqual(
      [],
    );
  });
});
