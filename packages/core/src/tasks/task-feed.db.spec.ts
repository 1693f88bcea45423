import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decreedDays, RecordDaysOff } from '../calendar/index.js';
import type { Call, UserActor } from '../platform/index.js';
import { instant } from '../shared/index.js';
import {
  employ,
  openOffice,
  openTestProduct,
  standAt,
  systemCall,
  type Office,
  type TestProduct,
} from '../testing/index.js';
import {
  AssignTasks,
  EndTask,
  GetTaskFeed,
  MoveTaskDeadline,
  ReadTaskFeed,
  RenewTaskFeed,
  ReportTaskDone,
  RevokeTaskFeed,
  taskProcedures,
} from './index.js';

const conference = '2022-10-11T07:00:00Z';
let product: TestProduct;
let office: Office;
let people: Readonly<Record<string, UserActor>>;
let ids: readonly string[];
beforeAll(async () => {
  product = await openTestProduct();
  await standAt(product, conference);
  await product.get(RecordDaysOff).execute({ days: decreedDays }, systemCall('2022-01-01T00:00:00Z'));
  office = await openOffice(product, taskProcedures);
  people = await employ(product, office, [
    ['committee'],
    ['secretariat'],
    ['unit-leader', 'P1'],
    ['unit-leader', 'P2'],
  ]);
  const assigned = [
    await assign('Rà soát hồ sơ trễ hạn; báo cáo', 'trước ngày 18/10', ['P1'], ['P2']),
    await assign('Chỉnh trang trụ sở, bảng niêm yết \\ biển tên', 'xong trong ngày 20/10/2022', ['P1']),
    await assign('Tập huấn', 'ngày 25/10/2022', ['P1']),
    await assign('Thường xuyên kiểm tra', 'thường xuyên', ['P1']),
    await assign('Việc của phường khác', 'ngày 25/10/2022', ['P2']),
  ];
  ids = assigned.flat();
});
afterAll(() => product.close());

const by = (name: string, now = conference): Call & { readonly actor: UserActor } => {
  const actor = people[name];
  if (actor === undefined) throw new Error(`nobody is ${name}`);
  return { actor, now: instant(now) };
};
const unit = (code: string): string => office.units[code] ?? '';
async function assign(title: string, phrase: string, units: string[], coordinating: string[] = []) {
  const done = await product.get(AssignTasks).execute(
    {
      unitIds: units.map(unit),
      coUnitIds: coordinating.map(unit),
      title,
      product: 'Báo cáo',
      deadline: { phrase },
      documentDay: '2022-10-11',
    },
    by('committee'),
  );
  return done.ids;
}
const renew = async (code = 'P1', language: 'vi' | 'en' = 'vi', call = by(`unit-leader.${code}`)) =>
  (await product.get(RenewTaskFeed).execute({ unitId: unit(code), language }, call)).token ?? '';
const read = (token: string) =>
  product.get(ReadTaskFeed).execute(token, (id) => `https://nhip.example/tasks/${id}/show`);

type Event = Readonly<Record<string, string>>;

/** The text by RFC 5545 §3.1: lines end in CRLF, hold at most 75 octets, and go on after a space. */
function parse(text: string): { calendar: Event; events: readonly Event[] } {
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const lines = text.replaceAll('\r\n ', '').split('\r\n').filter(Boolean);
  expect([lines[0], lines.at(-1)]).toEqual(['BEGIN:VCALENDAR', 'END:VCALENDAR']);
  const events: Event[] = [];
  const calendar: Record<string, string> = {};
  let into = calendar;
  for (const line of lines) {
    const [, name = '', value = ''] = /^([^:]+):(.*)$/.exec(line) ?? [];
    if (line === 'BEGIN:VEVENT') into = {};
    else if (line === 'END:VEVENT') {
      events.push(into);
      into = calendar;
    } else into[name] = value.replace(/\\([\\;,nN])/g, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign));
  }
  return { calendar, events };
}
const eventOf = async (token: string, index: number): Promise<Event | undefined> =>
  parse(await read(token)).events.find((event) => event['UID'] === `task-${ids[index]}@nhip`);

describe('the calendar feed of a unit', () => {
  it('holds the deadlines it leads or helps with, whole days, as RFC 5545 has it', async () => {
    const { calendar, events } = parse(await read(await renew()));
    expect(calendar).toMatchObject({
      VERSION: '2.0',
      METHOD: 'PUBLISH',
      'X-WR-CALNAME': 'Nhịp – hạn nhiệm vụ, Phường P1',
    });
    expect(events.map((event) => event['SUMMARY']).sort()).toEqual([
      'Chỉnh trang trụ sở, bảng niêm yết \\ biển tên',
      'Rà soát hồ sơ trễ hạn; báo cáo',
      'Tập huấn',
    ]);
    expect(events.find((event) => event['UID'] === `task-${ids[0]}@nhip`)).toMatchObject({
      'DTSTART;VALUE=DATE': '20221017',
      SEQUENCE: '1',
      STATUS: 'CONFIRMED',
      TRANSP: 'TRANSPARENT',
      'URL;VALUE=URI': `https://nhip.example/tasks/${ids[0]}/show`,
      DESCRIPTION: expect.stringContaining('Hạn ghi trong văn bản: trước ngày 18/10\nNgày hạn: 17/10/2022'),
    });
    const other = parse(await read(await renew('P2', 'en'))).events.map((event) => event['SUMMARY']);
    expect(other.sort()).toEqual(['(coordinating) Rà soát hồ sơ trễ hạn; báo cáo', 'Việc của phường khác']);
  });

  it('carries what changed, was done or taken back, under the same UID and a higher SEQUENCE', async () => {
    const token = await renew();
    const before = await eventOf(token, 0);
    const [moved = '', done = '', ended = ''] = ids;
    await product
      .get(MoveTaskDeadline)
      .execute(
        { id: moved, deadline: { phrase: 'trước ngày 29/10' }, reason: 'Chờ số liệu' },
        by('committee'),
      );
    await product.get(ReportTaskDone).execute({ id: done, text: 'Đã xong' }, by('unit-leader.P1'));
    await product
      .get(EndTask)
      .execute({ id: ended, event: 'withdraw', reason: 'Giao nhầm đơn vị' }, by('committee'));
    expect(await eventOf(token, 0)).toMatchObject({ 'DTSTART;VALUE=DATE': '20221028', STATUS: 'CONFIRMED' });
    expect(Number((await eventOf(token, 0))?.['SEQUENCE'])).toBeGreaterThan(Number(before?.['SEQUENCE']));
    expect(await eventOf(token, 2)).toMatchObject({ STATUS: 'CANCELLED', 'DTSTART;VALUE=DATE': '20221025' });
  });

  it('is read with the last address only; its text is kept nowhere', async () => {
    const [first, second] = [await renew(), await renew()];
    await expect(read(first)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(parse(await read(second)).events.length).toBeGreaterThan(0);
    await expect(read('x')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const leader = by('unit-leader.P1');
    const feed = () => product.get(GetTaskFeed).execute(unit('P1'), leader.actor);
    expect((await feed()).feed).toMatchObject({ madeBy: 'Người 3', language: 'vi' });
    await product.get(RevokeTaskFeed).execute({ unitId: unit('P1') }, leader);
    await expect(read(second)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await feed()).toEqual({ feed: null });
    const third = await renew();
    const kept = await product.reader.rows<{ text: string }>(
      `select to_jsonb(h)::text as text from history h where subject_kind = 'task-feed'
        union all select to_jsonb(c)::text from command_log c union all select to_jsonb(f)::text from task_feed f`,
    );
    for (const { text } of kept)
      for (const token of [first, second, third]) expect(text).not.toContain(token);
    const actions = await product.reader.rows<{ action: string }>(
      `select action from history where subject_kind = 'task-feed' and administration_id = $1
          and body::jsonb #>> '{after,unitId}' = $2 order by revision desc limit 3`,
      [office.administrationId, unit('P1')],
    );
    expect(actions.map(({ action }) => action)).toEqual([
      'task-feed.made',
      'task-feed.revoked',
      'task-feed.renewed',
    ]);
  });

  it('answered once: the same command again gives no address, and changes none', async () => {
    const call = { ...by('unit-leader.P1'), command: { key: 'renew-0001', type: 'renew', fingerprint: 'f' } };
    const token = await renew('P1', 'vi', call);
    expect(await renew('P1', 'vi', call)).toBe('');
    expect(parse(await read(token)).events.length).toBeGreaterThan(0);
  });

  it('of another unit is nobody’s to make or see', async () => {
    const leader = by('unit-leader.P2');
    await expect(renew('P1', 'vi', leader)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(product.get(GetTaskFeed).execute(unit('P1'), leader.actor)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(product.get(RevokeTaskFeed).execute({ unitId: unit('P1') }, leader)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
