import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OfficialClass } from '@nhip/contracts';
import readWorkbook from 'read-excel-file/node';
import { decreedDays, RecordDaysOff } from '../calendar/index.js';
import type { UserActor } from '../platform/index.js';
import { instant } from '../shared/index.js';
import {
  openOffice,
  openTestProduct,
  standAt,
  systemCall,
  type Office,
  type TestProduct,
} from '../testing/index.js';
import {
  AssignTasks,
  CountTasksByUnit,
  DecideExtension,
  EndTask,
  GetTaskStatistics,
  JudgeTask,
  ListTasks,
  ReportTaskDone,
  RequestExtension,
  statisticsWorkbook,
  taskProcedures,
} from './index.js';

const start = '2022-10-03T02:00:00Z';
const now = '2022-10-20T02:00:00Z';
let product: TestProduct;
let office: Office;

const secretary = (at: string) => office.by('secretariat', at);
const officer = (at: string) => office.by('unit-officer', at, 'P1');
const assign = async (title: string, dueOn: string | null, unit = 'P1') =>
  (
    await product.get(AssignTasks).execute(
      {
        unitIds: [office.units[unit] ?? ''],
        title,
        deadline: dueOn === null ? {} : { dueOn },
      },
      secretary(start),
    )
  ).ids[0] ?? '';
const done = async (id: string, at: string) => {
  await product.get(ReportTaskDone).execute({ id, text: 'Đã xong' }, officer(at));
  await product.get(JudgeTask).accept({ id }, secretary(at));
};
const extend = async (id: string, dueOn: string) => {
  await product
    .get(RequestExtension)
    .execute({ id, deadline: { dueOn }, reason: 'Chờ hướng dẫn' }, officer(start));
  await product.get(DecideExtension).execute({ id, verdict: 'approve' }, secretary(start));
};
const actorOf = (at: string) => secretary(at).actor as UserActor;
const statistics = () => product.get(GetTaskStatistics).execute({}, actorOf(now), instant(now));

beforeAll(async () => {
  product = await openTestProduct();
  await product.get(RecordDaysOff).execute({ days: decreedDays }, systemCall('2022-01-01T00:00:00Z'));
  await standAt(product, start);
  office = await openOffice(product, taskProcedures);
  await done(await assign('Đúng hạn', '2022-10-14'), '2022-10-12T02:00:00Z');
  await done(await assign('Quá hạn', '2022-10-10'), '2022-10-12T02:00:00Z');
  const late = await assign('Quá hạn ban đầu, đúng hạn gia hạn', '2022-10-07');
  await extend(late, '2022-10-14');
  await done(late, '2022-10-13T02:00:00Z');
  const open = await assign('Đang làm theo hạn mới', '2022-10-14');
  await extend(open, '2022-10-31');
  await assign('Chưa xong', '2022-10-14', 'P2');
  await assign('Không hạn', null, 'P2');
  const stopped = await assign('Đã hủy', '2022-10-14', 'P2');
  await product
    .get(EndTask)
    .execute({ id: stopped, event: 'cancel', reason: 'Trùng việc' }, secretary(start));
});
afterAll(() => product.close());

const counts = (onTime: number, late: number, inTime: number, overdue: number, outside: number) => ({
  'done-on-time': onTime,
  'done-late': late,
  'open-in-time': inTime,
  'open-overdue': overdue,
  outside,
});

describe('the official table', () => {
  it('counts by the present and by the original deadline, by unit and in all', async () => {
    const { items, total } = await statistics();
    expect(items.map(({ unit, present, original }) => [unit.code, present, original])).toEqual([
      ['P1', counts(2, 1, 1, 0, 0), counts(1, 2, 0, 1, 0)],
      ['P2', counts(0, 0, 1, 1, 1), counts(0, 0, 1, 1, 1)],
    ]);
    expect(total).toEqual({ present: counts(2, 1, 2, 1, 1), original: counts(1, 2, 1, 2, 1) });
  });

  it('counts each task as its own status says', async () => {
    const { items } = await product
      .get(ListTasks)
      .execute({ page: 1, perPage: 100, order: 'ASC' }, actorOf(now), instant(now));
    const by = (name: OfficialClass) => items.filter(({ status }) => status.official === name).length;
    const { present } = (await statistics()).total;
    for (const [name, count] of Object.entries(present))
      expect([name, by(name as OfficialClass)]).toEqual([name, count]);
  });

  it('is of the reader’s units, of the days asked for', async () => {
    const of = (filter: object, actor: UserActor) =>
      product.get(GetTaskStatistics).execute(filter, actor, instant(now));
    const own = await of({}, officer(now).actor as UserActor);
    expect(own.items.map(({ unit }) => unit.code)).toEqual(['P1']);
    expect((await of({ from: '2022-10-04' }, actorOf(now))).items).toEqual([]);
    expect((await of({ to: '2022-10-03' }, actorOf(now))).items).toHaveLength(2);
  });

  it('is written as a workbook with the rates cut off', async () => {
    const sheets = await readWorkbook(await statisticsWorkbook(await statistics(), 'vi'));
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['Theo hạn hiện tại', 'Theo hạn ban đầu']);
    expect(sheets[0]?.data.at(-1)).toEqual([null, 'Cộng', 6, 2, 1, 2, 1, 75, 50]);
    expect(sheets[1]?.data[2]).toEqual(['P1', 'Phường P1', 4, 1, 2, 0, 1, 75, 25]);
  });
});

it('the board by unit counts open tasks by due date, the most overdue first', async () => {
  const groups = await product.get(CountTasksByUnit).execute({}, actorOf(now), instant(now));
  expect(groups.map(({ unit, tabs }) => [unit?.code, tabs.overdue, tabs.month, tabs.none])).toEqual([
    ['P2', 1, 0, 1],
    ['P1', 0, 1, 0],
  ]);
});
