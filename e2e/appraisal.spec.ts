import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { UnitScoresView } from '@nhip/contracts';
import { eventually } from '@nhip/core/testing';
import type { Browser } from 'playwright-core';
import { openBrowser, picture } from './browser.js';
import { launchCycle } from './launched-cycle.js';
import { Person } from './person.js';
import { startWhole, type Whole } from './whole.js';
import { button, Windows } from './windows.js';

/** A unit scores itself, an appraiser decides, and the decision counts. */
let whole: Whole;
let browser: Browser;
let windows: Windows;
let secretariat: Person;
let officer: Person;
let leader: Person;
let cycle = '';
let submission = '';

beforeAll(async () => {
  whole = await startWhole('2022-10-04T02:00:00Z');
  await whole.employ({
    btv: ['committee'],
    noivu: ['secretariat'],
    thamdinh: ['appraiser'],
    phuong1: ['unit-officer', 'P1'],
    lanhdao1: ['unit-leader', 'P1'],
  });
  browser = await openBrowser();
  windows = new Windows(browser, whole);
  secretariat = await Person.signIn(whole.url, 'noivu');
  officer = await Person.signIn(whole.url, 'phuong1');
  leader = await Person.signIn(whole.url, 'lanhdao1');
  const launched = await launchCycle(whole, { units: ['P1', 'P2'] });
  cycle = launched.address;
  submission = await launched.submissionOf('P1');
  const cells = [
    { element: 'received', value: '1000' },
    { element: 'e-processed', value: '800' },
  ];
  await officer.act(submission, 'figures', { cells });
});
afterAll(async () => {
  await browser?.close();
  await whole?.close();
});

const points = 'Điểm: Tỷ lệ xử lý văn bản, hồ sơ điện tử';
const reason = 'Lý do: Tỷ lệ xử lý văn bản, hồ sơ điện tử';

describe('self-score → appraised', () => {
  it('the unit scores itself; what differs from its figures needs a reason, and is marked', async () => {
    const page = await windows.at('phuong1', `${submission}/show/points`);
    await page.getByText('tối đa 10').waitFor();
    await page.getByLabel(points).fill('9,5');
    await button(page, 'Lưu 1 dòng').click();
    await page.getByText('Cần ghi lý do').first().waitFor();
    await picture(page, 'self-score-refused');
    await page.getByLabel(reason).fill('Chưa tính hồ sơ nộp trực tiếp');
    await button(page, 'Lưu 1 dòng').click();
    await page.getByText('khác điểm tính', { exact: true }).waitFor();
    await page.getByText('Các lần ghi (1)').click();
    await picture(page, 'self-score');
    await eventually(async () => expect(await button(page, 'Lưu').isDisabled()).toBe(true));
  });

  it('the appraiser sees it waiting beside the figures, decides with a reason, and the run follows', async () => {
    await officer.act(submission, 'submit');
    await leader.act(submission, 'approve');
    await secretariat.post(`${cycle}/run-scoring`);
    const page = await windows.at('thamdinh', '/');
    await page.getByText('1 điểm chờ thẩm định · đã thẩm định 0').waitFor();
    await picture(page, 'home-appraiser');
    await page.getByRole('link', { name: 'Thẩm định', exact: true }).click();
    const row = page.getByRole('region', { name: /Phường P1/ });
    await row.getByText('Chưa tính hồ sơ nộp trực tiếp').waitFor();
    await picture(page, 'appraisals');
    await row.getByLabel(/^Điểm: /).fill('8,5');
    await button(page, 'Lưu 1 dòng').click();
    await page.getByText('Ghi lý do (ít nhất 3 ký tự).').waitFor();
    await row.getByLabel(/^Lý do: /).fill('Chấp nhận một nửa số hồ sơ trực tiếp');
    await button(page, 'Lưu 1 dòng').click();
    await page.getByText('Không có điểm nào chờ thẩm định').waitFor();

    const scores = `${cycle}/units/${whole.office.units['P1']}/scores`;
    await eventually(async () => {
      const { row: total } = await secretariat.get<UnitScoresView>(scores);
      expect(total.shownPoints).toBe('8.50');
    });
  });

  it('the unit reads what was decided and why; the trace tells both', async () => {
    const page = await windows.at('phuong1', `${submission}/show/points`);
    await page.getByText('Chấp nhận một nửa số hồ sơ trực tiếp').first().waitFor();
    expect(await page.getByLabel(points).count()).toBe(0);
    await picture(page, 'appraised-read');
    const trace = await windows.at(
      'noivu',
      `/scores/${cycle.split('/').pop()}/units/${whole.office.units['P1']}`,
    );
    await trace.getByText(/quyết định 8,5 điểm, thay cho điểm tính được: 8/).waitFor();
    expect(windows.faults()).toEqual([]);
  });
});
