import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CalendarPreview, CalendarYear, HistoryItem, NoticeItem, Page, TaskView } from '@nhip/contracts';
import { TestApi, type Client } from './api.js';

let api: TestApi;
let administrator: Client;
let secretariat: Client;
let officer: Client;
let taskId: string;
/** The task's deadline, which is then made a day off, and the working day after it. */
let dueOn: string;
let next: string;
let dayOff: object;

const DAY = '2026-11-24';
const holiday = {
  day: DAY,
  kind: 'statutory',
  name: 'Ngày Văn hóa Việt Nam',
  confidence: 'verified',
  source: 'Thông báo 1/TB-UBND ngày 20/11/2026',
};
const year = (number: number, client = administrator) =>
  client.get<CalendarYear>(`/api/calendar/years/${number}`).then(({ body }) => body);
const preview = (change: object) => administrator.post<CalendarPreview>('/api/calendar/preview', change);
const change = async (body: object, revision?: number) =>
  administrator.post<{ changed: number; moved: number; revision: number; code?: string }>(
    '/api/calendar/changes',
    body,
    { 'if-match': `"${revision ?? (await year(2026)).revision}"` },
  );

beforeAll(async () => {
  api = await TestApi.open({}, '2026-10-05T02:00:00Z');
  [administrator, secretariat, officer] = await Promise.all([
    api.signIn('quan.tri'),
    api.signIn('thu.ky'),
    api.signIn('nhan.vien'),
  ]);
  const { body } = await secretariat.post<{ ids: string[] }>('/api/tasks', {
    unitIds: [api.unitIds[0]],
    title: 'Báo cáo',
    deadline: { phrase: 'trong 5 ngày làm việc' },
  });
  taskId = body.ids[0] ?? '';
  await secretariat.post('/api/tasks', {
    unitIds: [api.unitIds[0]],
    title: 'Báo cáo có ngày',
    deadline: { dueOn: (await due()).dueOn },
  });
  dueOn = (await due()).dueOn ?? '';
  const { body: read } = await officer.get<{ dueOn: string }>(
    `/api/calendar/deadline-reading?${new URLSearchParams({ phrase: 'trong 6 ngày làm việc' }).toString()}`,
  );
  next = read.dueOn;
  dayOff = {
    day: dueOn,
    kind: 'swap_off',
    name: 'Nghỉ hoán đổi',
    confidence: 'verified',
    source: holiday.source,
  };
});
afterAll(() => api.close());

const due = async () => (await officer.get<TaskView>(`/api/tasks/${taskId}`)).body;

describe('the calendar of a year', () => {
  it.each([2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027])(
    '%d has eleven statutory days',
    async (number) => {
      expect((await year(number)).statutoryDays).toBe(11);
    },
  );

  it('marks what is computed or unsettled, and says where a day is from', async () => {
    expect(await year(2027)).toMatchObject({ provisional: true, days: expect.anything() });
    const now = await year(2026, officer);
    expect(now.provisional).toBe(false);
    expect(now.days.find(({ day }) => day === DAY)).toMatchObject({
      kind: 'unconfirmed',
      off: false,
      own: false,
    });
  });

  it('is changed by administrators only', async () => {
    const sent = { days: [holiday], removed: [], reason: 'Theo thông báo', moveDeadlines: false };
    for (const client of [secretariat, officer])
      expect((await client.post('/api/calendar/changes', sent, { 'if-match': '"0"' })).status).toBe(403);
  });
});

describe('a change of the calendar', () => {
  it('settles a day that was announced only, and is taken back as a new version', async () => {
    const settled = await change({ days: [holiday], reason: 'Theo thông báo', moveDeadlines: false });
    expect(settled.body).toEqual({ changed: 1, moved: 0, revision: 1 });
    const shown = async () => (await year(2026)).days.find(({ day }) => day === DAY);
    expect(await shown()).toMatchObject({ own: true, off: true, source: holiday.source });
    const ordinary = { ...holiday, kind: 'ordinary', name: 'Ngày làm việc' };
    await change({ days: [ordinary], reason: 'Không nghỉ', moveDeadlines: false });
    expect(await shown()).toMatchObject({ kind: 'ordinary', off: false });
    await change({ removed: [DAY], reason: 'Ghi nhầm', moveDeadlines: false });
    expect(await shown()).toMatchObject({ kind: 'unconfirmed', own: false });
  });

  it('is refused where somebody changed it since, and where the day does not exist', async () => {
    const stale = await change({ days: [holiday], reason: 'Lại', moveDeadlines: false }, 1);
    expect(stale.body.code).toBe('REVISION_CONFLICT');
    expect((await preview({ days: [{ ...holiday, day: '2026-02-31' }] })).status).toBe(422);
  });

  it('shows which deadlines would move and writes nothing', async () => {
    const { body } = await preview({ days: [dayOff] });
    expect(body).toEqual({
      changed: 1,
      moves: [
        expect.objectContaining({
          kind: 'task',
          id: taskId,
          of: { vi: 'Sở SNV' },
          phrase: 'trong 5 ngày làm việc',
          from: dueOn,
          to: next,
        }),
      ],
    });
    expect((await due()).dueOn).toBe(dueOn);
  });

  it('leaves deadlines where they are unless their move is confirmed', async () => {
    const { body } = await change({ days: [dayOff], reason: 'Theo thông báo', moveDeadlines: false });
    expect(body).toMatchObject({ changed: 1, moved: 0 });
    expect((await due()).dueOn).toBe(dueOn);
    await change({ removed: [dueOn], reason: 'Ghi nhầm', moveDeadlines: false });
  });

  it('moves the deadlines when confirmed, with history and notices', async () => {
    const { body } = await change({ days: [dayOff], reason: 'Theo thông báo', moveDeadlines: true });
    expect(body).toMatchObject({ changed: 1, moved: 1 });
    expect(await due()).toMatchObject({ dueOn: next, originalDueOn: dueOn });
    const history = await officer.get<Page<HistoryItem>>(`/api/history?subjectKind=task&subjectId=${taskId}`);
    expect(history.body.items[0]).toMatchObject({ action: 'task.deadline-moved', reason: 'Theo thông báo' });
    const notices = await officer.get<Page<NoticeItem>>('/api/notices?perPage=20');
    expect(notices.body.items.filter(({ kind }) => kind === 'task.deadline-moved')).toHaveLength(1);
    expect((await preview({ removed: [dueOn] })).body.moves).toMatchObject([{ from: next, to: dueOn }]);
  });

  it('keeps the computed holidays of a year nobody has decreed beside the first one entered', async () => {
    const tet = { ...holiday, day: '2027-02-10', name: 'Tết Nguyên đán' };
    const { body } = await change({ days: [tet], reason: 'Theo thông báo', moveDeadlines: false });
    expect(body.changed).toBeGreaterThan(11);
    expect(await year(2027)).toMatchObject({ provisional: false, statutoryDays: 12 });
  });
});

describe('a days-off file', () => {
  const read = (csv: string) =>
    administrator.post<{ days?: { day: string }[]; code?: string; detail?: string }>(
      '/api/calendar/read-file',
      { csv },
    );

  it('is read without writing, or refused naming line and column', async () => {
    const header = 'date,weekday,kind,name_vi,confidence';
    const { body } = await read(`${header}\n2026-11-24,T3,ordinary,Ngày làm việc,verified\n`);
    expect(body.days).toEqual([
      { day: DAY, kind: 'ordinary', name: 'Ngày làm việc', confidence: 'verified' },
    ]);
    const wrong = await read(`${header}\n2026-11-24,T4,ordinary,Ngày làm việc,verified\n`);
    expect(wrong).toMatchObject({ status: 422, body: { code: 'DAYS_OFF_LINE' } });
    expect(wrong.body.detail).toContain('dòng 2, cột weekday');
  });
});
