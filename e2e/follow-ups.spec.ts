import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  ExplanationsView,
  HistoryItem,
  Page as ListOf,
  SubmissionItem,
  TaskItem,
} from '@nhip/contracts';
import { eventually } from '@nhip/core/testing';
import type { Browser } from 'playwright-core';
import { openBrowser, picture } from './browser.js';
import { Person } from './person.js';
import { startWhole, type Whole } from './whole.js';
import { button, gone, recorded, take, turnTo, Windows } from './windows.js';

/** After a conference: explanations consolidated, silence criticised, recommendations and supervisions followed. */
let whole: Whole;
let browser: Browser;
let windows: Windows;
let cycleId = '';
const signedIn = new Map<string, Person>();

async function person(userName: string): Promise<Person> {
  const known = signedIn.get(userName) ?? (await Person.signIn(whole.url, userName));
  signedIn.set(userName, known);
  return known;
}

/** Three wards under 90 %, of which the first explains and two are silent until Thursday. */
beforeAll(async () => {
  whole = await startWhole('2022-10-11T02:00:00Z');
  await whole.employ({
    quantri: ['administrator'],
    btv: ['committee'],
    noivu: ['secretariat'],
    giamsat: ['auditor'],
    phuong1: ['unit-officer', 'P1'],
    lanhdao1: ['unit-leader', 'P1'],
    lanhdao2: ['unit-leader', 'P2'],
    lanhdao3: ['unit-leader', 'P3'],
  });
  const [secretariat, committee] = [await person('noivu'), await person('btv')];
  const { units, criteriaSetVersionId } = whole.office;
  ({ id: cycleId } = await secretariat.post<{ id: string }>('/review-cycles', {
    code: 'Q3-2022',
    names: { vi: 'Rà soát quý III' },
    period: {
      preset: 'calendar',
      kind: 'quarter',
      start: '2022-07-01',
      end: '2022-09-30',
      asOf: '2022-09-30',
    },
    criteriaSetVersionId,
    unitIds: [units['P1'], units['P2'], units['P3']],
    stages: [
      { stage: 'collecting', phrase: 'đến hết ngày 12/10/2022' },
      { stage: 'explaining', phrase: 'trước ngày 18/10/2022' },
    ],
  }));
  await committee.act(`/review-cycles/${cycleId}`, 'launch');
  await collect(cycleId, '800');
  const conclusion = await secretariat.post<{ id: string }>('/conclusions', {
    title: 'Kết luận hội nghị 9 tháng',
    heldOn: '2022-10-11',
    cycleId,
    items: [
      {
        kind: 'explanation',
        title: 'Gửi giải trình về Phòng Nội vụ',
        text: 'Các đơn vị giải trình gửi về phòng Nội vụ trước ngày 18/10.',
        assignees: { rule: 'weak-results' },
        deadline: { phrase: 'trước ngày 18/10' },
      },
    ],
  });
  await (await person('btv')).act(`/conclusions/${conclusion.id}`, 'issue', { number: '01/TB-UBND' });
  await (
    await person('lanhdao1')
  ).act(`/tasks/${await explanationOf('P1')}`, 'send-answer', {
    answer: { causes: ['staff-shortage'], text: 'Văn thư nghỉ thai sản từ tháng 4.', measures: '' },
  });
  await (await person('quantri')).letTimePass('2022-10-20T14:00:00+07:00');
  browser = await openBrowser();
  windows = new Windows(browser, whole);
});
afterAll(async () => {
  await browser?.close();
  await whole?.close();
});

/** Every ward reports 1,000 dossiers, so many of them processed electronically; the cycle stands at its conference. */
async function collect(id: string, processed: string): Promise<void> {
  const secretariat = await person('noivu');
  const { items } = await secretariat.get<ListOf<SubmissionItem>>(`/submissions?cycleId=${id}`);
  for (const { id: submissionId, unit } of items) {
    const leader = await person(`lanhdao${unit.code.slice(1)}`);
    const cells = [
      { element: 'received', value: '1000' },
      { element: 'e-processed', value: processed },
    ];
    await leader.act(`/submissions/${submissionId}`, 'figures', { cells });
    await leader.act(`/submissions/${submissionId}`, 'submit');
    await leader.act(`/submissions/${submissionId}`, 'approve');
    await secretariat.act(`/submissions/${submissionId}`, 'accept');
  }
  await secretariat.act(`/review-cycles/${id}`, 'end-stage');
}

async function explanationOf(unitCode: string): Promise<string> {
  const { items } = await (
    await person('noivu')
  ).get<ListOf<TaskItem>>(`/tasks?kind=explanation&perPage=100&unitId=${whole.office.units[unitCode]}`);
  return items[0]?.id ?? '';
}

/** Opens what the notice leads to. */
async function followNotice(userName: string, words: string) {
  const page = await windows.at(userName, '/notices');
  await page.getByRole('link', { name: words }).first().click();
  await page.waitForURL((url) => url.pathname !== '/notices');
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

describe('explanations', () => {
  it('are consolidated by the secretariat; the committee is led to the list', async () => {
    const page = await windows.at('noivu', `/conclusions/cycles/${cycleId}/explanations`);
    await take(page, 'Chốt danh sách tổng hợp', { reason: '3 đơn vị, 2 chưa giải trình' });
    await page.getByText('Đã chốt danh sách giải trình.').waitFor();
    await page.getByText(/^Lần 1, .*: 1\/3 đơn vị đã giải trình · 3 đơn vị, 2 chưa giải trình$/).waitFor();
    const chair = await followNotice('btv', 'Đã tổng hợp giải trình của đợt: 1/3 đơn vị đã giải trình.');
    await chair.getByRole('link', { name: /^Lần 1, / }).click();
    await chair.getByRole('heading', { name: /^Tổng hợp giải trình lần 1, chốt lúc / }).waitFor();
    await chair.getByText('3 đơn vị, 2 chưa giải trình').first().waitFor();
    await chair.getByRole('link', { name: 'Phường P3' }).waitFor();
    await picture(chair, 'consolidation');
    const secretariat = await person('noivu');
    const { consolidations } = await secretariat.get<ExplanationsView>(
      `/review-cycles/${cycleId}/explanations`,
    );
    const { items } = await secretariat.get<ListOf<HistoryItem>>(
      `/history?subjectKind=consolidation&subjectId=${consolidations[0]?.id}`,
    );
    expect(items).toMatchObject([
      { action: 'explanations.consolidated', reason: '3 đơn vị, 2 chưa giải trình' },
    ]);
  });

  it('that never came are criticised by a document, or spared with a reason', async () => {
    const page = await windows.at('btv', '/tasks?criticism=marked');
    await button(page, 'Quyết định phê bình (2)').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^Phường P3:/).uncheck();
    await dialog.getByLabel('Ghi chú hoặc lý do').fill('Không gửi giải trình, đã đôn đốc');
    await button(dialog, 'Phê bình').click();
    await dialog.getByText('Phải nhập ô này').first().waitFor();
    await dialog.getByLabel('Số, ký hiệu văn bản').fill('12/UBND-NV');
    await dialog.getByLabel('Ngày văn bản').fill('21/10/2022');
    await button(dialog, 'Phê bình').click();
    await dialog.getByRole('alert').waitFor();
    await expect(dialog.getByLabel('Ghi chú hoặc lý do').inputValue()).resolves.toBe(
      'Không gửi giải trình, đã đôn đốc',
    );
    await dialog.getByLabel('Ngày văn bản').fill('20/10/2022');
    await button(dialog, 'Phê bình').click();
    await page.getByText('Đã phê bình 1 nhiệm vụ.').waitFor();

    await button(page, 'Quyết định phê bình (1)').click();
    await button(dialog, 'Không phê bình').click();
    await dialog.getByText('Ghi lý do, ít nhất 3 ký tự.').waitFor();
    await dialog.getByLabel('Ghi chú hoặc lý do').fill('Phường vừa sáp nhập');
    await button(dialog, 'Không phê bình').click();
    await page.getByText('Không phê bình 1 nhiệm vụ.').waitFor();

    await turnTo(page, `/tasks/${await explanationOf('P2')}/show`);
    await recorded(page, 'Phê bình', 'Không gửi giải trình, đã đôn đốc');
    await turnTo(page, `/tasks/${await explanationOf('P3')}/show`);
    await recorded(page, 'Không phê bình', 'Phường vừa sáp nhập');
    const leader = await followNotice('lanhdao2', 'Phê bình theo văn bản 12/UBND-NV ngày 20/10/2022');
    await leader.getByText('Đã phê bình').first().waitFor();
  });
});

describe('a recommendation', () => {
  it('is sent, answered, asked about again, answered, accepted, and closed when it is done', async () => {
    const title = 'Cấp thêm một máy quét cho bộ phận một cửa';
    const officer = await windows.at('phuong1', '/recommendations/create');
    await officer.getByRole('textbox', { name: /^Kiến nghị/ }).fill(title);
    await officer.getByLabel('Nơi nhận').fill('UBND thành phố');
    await button(officer, 'Gửi kiến nghị').click();
    await officer.getByText('Đã gửi kiến nghị.').waitFor();
    await officer.waitForURL(/\/recommendations\/[\w-]+\/show$/);
    const { pathname } = new URL(officer.url());

    const answer = async (words: string) => {
      const chair = await windows.at('btv', pathname);
      await take(chair, 'Trả lời', {
        confirm: 'Gửi trả lời',
        fill: (dialog) => dialog.getByLabel('Nội dung trả lời').fill(words),
      });
      await chair.getByText(words).first().waitFor();
      return chair;
    };
    await followNotice('btv', `Kiến nghị mới chờ trả lời: ${title}.`);
    await answer('Sẽ xem xét.');
    await followNotice('phuong1', `Kiến nghị đã được trả lời: ${title}.`);
    await take(officer, 'Đề nghị trả lời lại', { reason: 'Chưa nêu khi nào cấp' });
    await officer.getByText('Chờ trả lời').first().waitFor();
    await followNotice('btv', 'Lý do: Chưa nêu khi nào cấp');
    const chair = await answer('Cấp trong tháng 10.');
    await windows.at('phuong1', pathname);
    await officer.getByText('Cấp trong tháng 10.').first().waitFor();
    await take(officer, 'Chấp nhận trả lời', { reason: 'Đã rõ' });
    await officer.getByText('Đang thực hiện').first().waitFor();

    await windows.at('btv', pathname);
    await button(chair, 'Đã thực hiện xong').click();
    const dialog = chair.getByRole('dialog');
    await dialog.getByLabel('Thực hiện xong ngày').fill('25/10/2022');
    await dialog.getByLabel('Lý do').fill('Đã bàn giao máy');
    await button(dialog, 'Đã thực hiện xong').click();
    await dialog.getByRole('alert').waitFor();
    await expect(dialog.getByLabel('Lý do').inputValue()).resolves.toBe('Đã bàn giao máy');
    await dialog.getByLabel('Thực hiện xong ngày').fill('19/10/2022');
    await button(dialog, 'Đã thực hiện xong').click();
    await chair.getByText('19/10/2022').first().waitFor();
    await recorded(chair, 'Đề nghị trả lời lại', 'Chưa nêu khi nào cấp');
    await recorded(chair, 'Chấp nhận trả lời', 'Đã rõ');
    await recorded(chair, 'Thực hiện xong', 'Đã bàn giao máy');
    await followNotice('phuong1', `Kiến nghị đã được thực hiện xong: ${title}.`);
  });
});

describe('more time', () => {
  it('is asked for, another day offered and taken; partly done goes on; the table counts by both deadlines', async () => {
    const secretariat = await person('noivu');
    const title = 'Rà soát quy trình tiếp nhận hồ sơ';
    const { ids } = await secretariat.post<{ ids: string[] }>('/tasks', {
      unitIds: [whole.office.units['P1']],
      title,
      deadline: { phrase: 'đến hết ngày 28/10/2022' },
    });
    const address = `/tasks/${ids[0]}/show`;
    const leader = await windows.at('lanhdao1', address);
    await button(leader, 'Xin gia hạn').click();
    const dialog = leader.getByRole('dialog');
    await dialog.getByLabel('Thời hạn mới').fill('trước ngày 29/10/2022');
    await dialog.getByLabel('Lý do').fill('Chờ phần mềm của tỉnh');
    await button(dialog, 'Xin gia hạn').click();
    await dialog.getByText('Gia hạn phải là ngày sau 28/10/2022.').waitFor();
    await dialog.getByLabel('Thời hạn mới').fill('trước ngày 05/11/2022');
    await button(dialog, 'Xin gia hạn').click();
    await dialog.waitFor({ state: 'detached' });
    await leader.getByText('Lần 1: 28/10/2022 → 04/11/2022').waitFor();

    const office = await followNotice('noivu', `xin gia hạn “${title}” từ 28/10/2022 đến 04/11/2022`);
    await take(office, 'Đề xuất hạn khác', {
      reason: 'Phải xong trước kỳ họp',
      fill: (form) => form.getByLabel('Thời hạn mới').fill('31/10/2022'),
    });
    await office.getByText('đề xuất hạn 31/10/2022').first().waitFor();
    await followNotice('lanhdao1', `Xin gia hạn “${title}” đến 04/11/2022: đề xuất 31/10/2022.`);
    await take(leader, 'Nhận hạn được đề xuất');
    await leader.getByText('28/10/2022 · đã gia hạn 1 lần').waitFor();
    await recorded(leader, 'Xin gia hạn', 'Chờ phần mềm của tỉnh');

    await leader.getByLabel('Tiến độ hoặc kết quả').fill('Đã rà soát 20 trên 30 quy trình');
    await button(leader, 'Báo cáo hoàn thành').click();
    await leader.getByText('Đã báo cáo hoàn thành, chờ xác nhận.').first().waitFor();
    await windows.at('noivu', address);
    await take(office, 'Hoàn thành một phần', { reason: 'Còn 10 quy trình' });
    await office.getByText('Ý kiến: Còn 10 quy trình').waitFor();
    await picture(office, 'task-extended');

    await turnTo(office, '/tasks/statistics');
    const row = office.getByRole('row').filter({ hasText: 'Phường P1' });
    await row.waitFor();
    await button(office, 'Theo hạn ban đầu').click();
    await office.getByText(/^Theo hạn ban đầu · 20\/10\/2022/).waitFor();
    await expect(
      office.getByRole('link', { name: 'Tải bảng tính (XLSX)' }).getAttribute('href'),
    ).resolves.toContain('/api/tasks/statistics.xlsx?');
    await turnTo(office, '/tasks?view=unit');
    await office.getByText(/^Theo hạn ban đầu · /).waitFor({ state: 'detached' });
    await row.getByRole('link', { name: 'Phường P1' }).waitFor();
  });
});

let furtherId = '';

describe('a conference', () => {
  it('has its agenda from the results, minutes, and directives written from the results', async () => {
    ({ id: furtherId } = await (
      await person('noivu')
    ).post<{ id: string }>('/conclusions', {
      title: 'Kết luận bổ sung',
      heldOn: '2022-10-20',
      cycleId,
    }));
    const page = await windows.at('noivu', `/conclusions/cycles/${cycleId}/agenda`);
    await page.getByText('dưới ngưỡng 90 %: 3 đơn vị').waitFor();
    await picture(page, 'agenda');

    await turnTo(page, `/conclusions/${furtherId}/minutes`);
    await button(page, 'Lấy từ kết quả của đợt').click();
    await eventually(() =>
      expect(page.getByRole('textbox', { name: /^Nội dung 1/ }).inputValue()).resolves.toBe(
        'Tỷ lệ xử lý văn bản, hồ sơ điện tử: 3 đơn vị dưới ngưỡng 90 % (Phường P1 80,00, Phường P2 80,00, Phường P3 80,00)',
      ),
    );
    await button(page, 'Thêm mọi đơn vị trong đợt (3)').click();
    await page.getByRole('combobox', { name: 'Dự họp' }).nth(2).click();
    await page.getByRole('option', { name: 'Vắng có lý do' }).click();
    await page.getByLabel('Diễn biến').fill('Phòng Nội vụ báo cáo, ba phường giải trình.');
    await button(page, 'Thêm ý kiến').click();
    await page.getByLabel('Người phát biểu').fill('Chủ tịch phường P1');
    await page.getByLabel('Nội dung ý kiến').fill('Đề nghị cấp máy quét.');
    await button(page, 'Lưu biên bản').click();
    await page.getByText('Dự họp 2/3').waitFor();
    await page.getByText('Đề nghị cấp máy quét.').first().waitFor();
    await picture(page, 'minutes');

    await turnTo(page, `/conclusions/${furtherId}`);
    await button(page, 'Nhiệm vụ từ kết quả: Tỷ lệ xử lý văn bản, hồ sơ điện tử (3 đơn vị)').click();
    const line = page.getByRole('group', { name: 'Điểm 1' });
    await line.getByLabel('Tên việc').fill('Hướng dẫn các phường xử lý hồ sơ điện tử');
    await line.getByLabel('Nội dung như trong văn bản').fill('Phòng Nội vụ hướng dẫn ba phường.');
    await line.getByRole('combobox', { name: /^Đơn vị chủ trì/ }).fill('Phòng NV');
    await page.getByRole('option', { name: 'Phòng NV' }).click();
    await line.getByLabel('Thời hạn', { exact: false }).first().fill('trong tháng 11/2022');
    await line.getByText('30/11/2022', { exact: false }).first().waitFor();
    await button(page, 'Lưu dự thảo').click();
    await page.getByText('từ kết quả của Phường P1, Phường P2, Phường P3').waitFor();
    await (await person('btv')).act(`/conclusions/${furtherId}`, 'issue', { number: '02/TB-UBND' });
  });
});

describe('a supervision', () => {
  it('recommends upward, is presented, and changes no more', async () => {
    const auditor = await person('giamsat');
    const { id } = await auditor.post<{ id: string }>('/supervisions', {
      title: 'Giám sát xử lý hồ sơ điện tử',
      unitIds: [whole.office.units['P1'], whole.office.units['P2']],
      heldOn: '2022-10-19',
      periodStart: '2022-01-01',
      periodEnd: '2022-09-30',
    });
    const page = await windows.at('giamsat', `/supervisions/${id}/show`);
    await take(page, 'Thêm kiến nghị', {
      confirm: 'Gửi kiến nghị',
      async fill(dialog) {
        await dialog.getByRole('textbox', { name: /^Kiến nghị/ }).fill('Bố trí kinh phí số hóa hồ sơ');
        await dialog.getByLabel('Nơi nhận').fill('UBND thành phố');
      },
    });
    await page.getByRole('link', { name: 'Bố trí kinh phí số hóa hồ sơ' }).first().waitFor();
    await take(page, 'Yêu cầu báo cáo', {
      confirm: 'Gửi yêu cầu',
      fill: (dialog) => dialog.getByLabel('Phường P2').uncheck(),
    });
    await page.getByText('Báo cáo của đơn vị: đã nhận 0/1').waitFor();
    await take(
      page,
      'Ghi bước xử lý',
      {
        async fill(dialog) {
          await dialog.getByLabel('Bước xử lý').click();
          await page.getByRole('option', { name: /^Bước 4\/7/ }).click();
          await dialog.getByLabel('Số, ký hiệu văn bản').fill('15/HĐND');
          await button(dialog, 'Ghi bước xử lý').click();
          await dialog.getByText('Bỏ qua một hay nhiều bước').waitFor();
          await dialog.getByLabel('Ghi chú').fill('Thường trực HĐND yêu cầu');
        },
      },
      page.getByRole('main'),
    );
    await page
      .getByText(
        'Bước 4/7: Đưa vào phiên giải trình · văn bản 15/HĐND ngày 20/10/2022 · giải trình trong hạn 04/11/2022',
      )
      .waitFor();
    await button(page, 'Trình kết quả').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Trình cho').fill('Thường trực HĐND thành phố');
    await dialog.getByLabel('Ngày trình').fill('25/10/2022');
    await button(dialog, 'Trình kết quả').click();
    await dialog.getByRole('alert').waitFor();
    await expect(dialog.getByLabel('Trình cho').inputValue()).resolves.toBe('Thường trực HĐND thành phố');
    await dialog.getByLabel('Ngày trình').fill('20/10/2022');
    await button(dialog, 'Trình kết quả').click();
    await page.getByText('Đã trình kết quả').first().waitFor();
    await page.getByText('Thường trực HĐND thành phố').first().waitFor();
    await gone(button(page, 'Trình kết quả'));
    await page.getByRole('listitem').filter({ hasText: 'Trình kết quả giám sát' }).first().waitFor();
    const leader = await followNotice(
      'lanhdao1',
      'Đã trình kết quả giám sát “Giám sát xử lý hồ sơ điện tử” cho Thường trực HĐND thành phố.',
    );
    await leader.getByText('Đã trình kết quả').first().waitFor();
  });

  it('stays on the next agenda until it is done; the directives show what they moved', async () => {
    const [secretariat, committee] = [await person('noivu'), await person('btv')];
    await secretariat.act(`/review-cycles/${cycleId}`, 'close');
    await (await person('quantri')).letTimePass('2023-01-03T09:00:00+07:00');
    const { id: next } = await secretariat.post<{ id: string }>('/review-cycles', {
      code: 'Q4-2022',
      names: { vi: 'Rà soát quý IV' },
      period: {
        preset: 'calendar',
        kind: 'quarter',
        start: '2022-10-01',
        end: '2022-12-31',
        asOf: '2022-12-31',
      },
      copyOf: cycleId,
      stages: [
        { stage: 'collecting', phrase: 'đến hết ngày 10/1/2023' },
        { stage: 'explaining', phrase: 'trước ngày 18/1/2023' },
      ],
    });
    await committee.act(`/review-cycles/${next}`, 'launch');
    await collect(next, '950');
    const page = await windows.at('btv', `/conclusions/cycles/${next}/agenda`);
    await page.getByRole('link', { name: 'Hướng dẫn các phường xử lý hồ sơ điện tử' }).waitFor();
    await page.getByRole('link', { name: 'Bố trí kinh phí số hóa hồ sơ' }).waitFor();
    await windows.at('btv', `/conclusions/${furtherId}/effects`);
    await page.getByText('Tốt lên +15,00').first().waitFor();
    const sum = page.getByRole('row').filter({ hasText: 'Cộng 3 đơn vị' }).getByRole('cell');
    await eventually(() =>
      expect(sum.allInnerTexts()).resolves.toEqual(['80,00', '95,00', 'Tốt lên +15,00']),
    );
    await page.getByRole('img', { name: /^Biểu đồ: Tỷ lệ xử lý/ }).waitFor();
    await picture(page, 'effect');
  });

  it('nothing went wrong in anybody’s window', () => {
    expect(windows.faults()).toEqual([]);
  });
});
