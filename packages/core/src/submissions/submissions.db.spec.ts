import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import {
  saveFigures,
  type CriteriaSetContentInput,
  type DocumentedCell,
  type ProcedureDefinitionInput,
} from '@nhip/contracts';
import { ChangeCalendar, PreviewCalendarChange } from '../calendar/index.js';
import { IssueReadyCriteriaSet } from '../criteria/index.js';
import { Reader, UnitOfWork, type Call, type UserActor } from '../platform/index.js';
import {
  AddParticipants,
  CreateReviewCycle,
  ExcuseParticipant,
  LaunchReviewCycle,
  MoveCycle,
  MoveStageDeadline,
  ReopenStage,
  reviewCycleProcedures,
} from '../review-cycles/index.js';
import {
  employ,
  openOffice,
  openTestProduct,
  playTo,
  untilBlocked,
  type Office,
  type TestProduct,
} from '../testing/index.js';
import { day, instant } from '../shared/index.js';
import { Instances, IssueProcedure, WorkflowEngine } from '../workflow/index.js';
import {
  DiscussFigure,
  EnterExternalFigures,
  GetCollectionProgress,
  GetExternalFigures,
  GetSubmissionForm,
  ListSubmissions,
  MoveSubmission,
  PreviewScores,
  SaveFigures,
  submissionProcedure,
  type SubmissionEvent,
} from './index.js';

/** The cycle's real procedure with what it sets off here; what stands above is not this spec's matter. */
function cycleProcedure(): ProcedureDefinitionInput {
  return JSON.parse(
    JSON.stringify(reviewCycleProcedures['review-conference-first']),
    (key, value: unknown) =>
      key === 'effects'
        ? (value as string[]).filter((name) => /^(submissions|findings)\./.test(name))
        : value,
  ) as ProcedureDefinitionInput;
}

const named = (code: string, vi: string, rest: object = {}) => ({
  code,
  names: { vi },
  measure: { vi: 'hồ sơ' },
  kind: 'count' as const,
  ...rest,
});
const criteria: CriteriaSetContentInput = {
  dataElements: [
    named('received', 'Hồ sơ tiếp nhận'),
    named('electronic', 'Hồ sơ xử lý điện tử'),
    named('posts', 'Tin, bài đã đăng', { measure: { vi: 'tin' }, frequency: 'monthly', unitTypes: ['ward'] }),
    named('iso', 'Chứng nhận ISO', { kind: 'yes-no', measure: { vi: 'có/không' } }),
    named('ddci', 'Điểm DDCI', { kind: 'external-score', measure: { vi: 'điểm' }, filledBy: 'secretariat' }),
  ],
  indicators: [
    {
      code: 'e-rate',
      names: { vi: 'Tỷ lệ xử lý điện tử' },
      measure: { vi: '%' },
      shownAs: 'percent',
      numerator: { plus: ['electronic'] },
      denominator: { plus: ['received'] },
      rounding: { mode: 'half-up', dp: 2 },
      declaredPart: true,
      rule: { type: 'linear', full: '100' },
      maxPoints: '10',
    },
  ],
  fields: [
    {
      code: 'F1',
      names: { vi: 'Chính quyền điện tử' },
      criteria: [{ code: 'C1', names: { vi: 'Xử lý điện tử' }, indicators: ['e-rate'] }],
    },
  ],
  totals: { maxPoints: '10' },
};

const period = {
  preset: 'calendar',
  kind: 'quarter',
  start: '2022-07-01',
  end: '2022-09-30',
  asOf: '2022-10-10',
} as const;
const monday = '2022-10-03T01:00:00Z';

let product: TestProduct;
let office: Office;
let setVersionId: string;
let number = 0;

beforeAll(async () => {
  product = await openTestProduct();
});
afterAll(() => product.close());
beforeEach(async () => {
  office = await openOffice(product, {
    'review-conference-first': cycleProcedure(),
    submission: submissionProcedure,
  });
  ({ versionId: setVersionId } = await product
    .get(IssueReadyCriteriaSet)
    .execute({ code: 'BTC', names: { vi: 'Bộ' }, content: criteria }, office.system(monday)));
});

const unit = (code: string): string => office.units[code] ?? '';

async function launched(units = ['P1', 'P2', 'NV'], overrides: object = {}, now = monday): Promise<string> {
  const { id } = await product.get(CreateReviewCycle).execute(
    {
      code: `Q3-${(number += 1)}`,
      names: { vi: 'Quý III/2022' },
      period,
      criteriaSetVersionId: setVersionId,
      unitIds: units.map(unit),
      stages: [{ stage: 'collecting', dueOn: '2022-10-10' }],
      ...overrides,
    },
    office.by('secretariat', now),
  );
  await product.get(LaunchReviewCycle).execute({ id, revision: 1 }, office.by('committee', now));
  return id;
}

const secretariat = (now = monday): Call => office.by('secretariat', now);
const officer = (code: string, now = monday): Call => office.by('unit-officer', now, code);
const leader = (code: string, now = monday): Call => office.by('unit-leader', now, code);

async function submissionOf(cycleId: string, code: string) {
  const call = secretariat();
  const { items } = await product
    .get(ListSubmissions)
    .execute({ cycleId, unitId: unit(code) }, call.actor as UserActor, call.now);
  const [item] = items;
  if (item === undefined) throw new Error(`no submission of ${code}`);
  return item;
}
const form = (id: string, call: Call) => product.get(GetSubmissionForm).execute(id, call.actor, call.now);
const cell = (element: string, value: string, rest: Partial<DocumentedCell> = {}) => ({
  element,
  value,
  ...rest,
});
const save = (id: string, revision: number, cells: object[], call: Call) =>
  product.get(SaveFigures).execute({ id, revision, cells: cells as DocumentedCell[] }, call);
const move = (id: string, event: SubmissionEvent, call: Call, reason?: string) =>
  product.get(MoveSubmission).execute({ id, event, reason }, call);
const months = (values: readonly string[]) =>
  values.map((value, index) => cell('posts', value, { month: `2022-0${index + 7}` }));
const whole = [
  cell('received', '1.000'),
  cell('electronic', '950'),
  cell('iso', 'có'),
  ...months(['12', '9', '15']),
];
/** Filled, approved, accepted. */
async function accepted(id: string, code: string, now = monday) {
  const { revision } = await form(id, officer(code));
  await save(id, revision, code.startsWith('P') ? whole : whole.slice(0, 3), officer(code, now));
  await move(id, 'submit', officer(code, now));
  await move(id, 'approve', leader(code, now));
  await move(id, 'accept', secretariat(now));
}

describe('opening', () => {
  it('gives every unit its form, with the deadline of the stage and its reminders', async () => {
    const cycleId = await launched();
    const list = await product
      .get(ListSubmissions)
      .execute({ cycleId }, secretariat().actor as UserActor, secretariat().now);
    expect(list.total).toBe(3);
    const ward = await submissionOf(cycleId, 'P1');
    expect(ward).toMatchObject({
      state: 'open',
      late: false,
      deadline: { on: '2022-10-10', workingDaysLeft: 5 },
      cells: { filled: 0, total: 6 },
      revision: 1,
    });
    expect((await submissionOf(cycleId, 'NV')).cells.total).toBe(3);
    const timers = await product.reader.rows<{ name: string; due: string }>(
      `select name, due_at as due from timer where instance_id = $1 and state = 'armed' order by due_at`,
      [ward.id],
    );
    expect(timers.map(({ name, due }) => `${name} ${due}`)).toEqual([
      'reminder-3 2022-10-05T01:00:00.000Z',
      'reminder-1 2022-10-07T01:00:00.000Z',
      'deadline 2022-10-10T17:00:00.000Z',
    ]);
  });

  it('shows a unit its own form only', async () => {
    const cycleId = await launched();
    const { id } = await submissionOf(cycleId, 'P1');
    await expect(form(id, officer('P2'))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(save(id, 1, [cell('received', '1')], officer('P2'))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const own = await product
      .get(ListSubmissions)
      .execute({ cycleId }, officer('P2').actor as UserActor, officer('P2').now);
    expect(own.items.map((item) => item.unit.code)).toEqual(['P2']);
  });
});

describe('saving figures', () => {
  let id: string;
  beforeEach(async () => {
    ({ id } = await submissionOf(await launched(), 'P1'));
  });

  it('keeps exact values, the four states, source and illustration apart, as versions', async () => {
    const source = { document: 'Giấy chứng nhận ISO 9001:2015', number: '01/GCN', on: '2022-03-15' };
    await save(
      id,
      1,
      [
        cell('received', '35.230'),
        { element: 'electronic', state: 'nothing' },
        cell('iso', '1', { source, illustrative: true }),
        { element: 'posts', month: '2022-07', state: 'not-applicable' },
      ],
      officer('P1'),
    );
    const saved = await save(id, 2, [cell('received', '35.231')], officer('P1'));
    expect(saved).toMatchObject({ revision: 3, saved: 1, remarks: [] });
    const { rows, cells } = await form(id, officer('P1'));
    expect(cells).toEqual({ filled: 4, total: 6 });
    const shown = Object.fromEntries(
      rows.map(({ element, month, current }) => [
        month === null ? element : `${element} ${month}`,
        current && `${current.state} ${current.value ?? ''}`.trim(),
      ]),
    );
    expect(shown).toEqual({
      received: 'value 35231',
      electronic: 'nothing',
      'posts 2022-07': 'not-applicable',
      'posts 2022-08': null,
      'posts 2022-09': null,
      iso: 'value 1',
      ddci: null,
    });
    expect(rows.find(({ element }) => element === 'iso')?.current).toMatchObject({
      source,
      illustrative: true,
    });
    const versions = await product.reader.rows(
      `select value::text, superseded_at is null as current from figure where element_code = 'received' order by id`,
    );
    expect(versions).toEqual([
      { value: '35230', current: false },
      { value: '35231', current: true },
    ]);
    await expect(product.reader.rows(`update figure set value = 1`)).rejects.toThrow(/permission denied/);
  });

  it('keeps what a document printed of a figure, which only an import says, when the unit mends it', async () => {
    const published = { text: '35.230', sentence: 'Đã tiếp nhận 35.230 hồ sơ.', claims: [] };
    await save(id, 1, [cell('received', '35.230', { published, illustrative: true })], officer('P1'));
    await save(id, 2, [cell('received', '35.231')], officer('P1'));
    const { rows } = await form(id, officer('P1'));
    const received = rows.find(({ element }) => element === 'received');
    expect(received?.current).toMatchObject({ value: '35231', published, illustrative: false });
    for (const said of [{ published }, { illustrative: false }])
      expect(saveFigures.safeParse({ cells: [{ element: 'received', value: '1', ...said }] }).success).toBe(
        false,
      );
  });

  it('says what the typed figures would give, by the rules of scoring, and keeps none of them', async () => {
    await save(id, 1, [cell('received', '1.000'), cell('electronic', '900')], officer('P1'));
    const preview = (cells: object[], by = officer('P1')) =>
      product
        .get(PreviewScores)
        .execute({ id, cells: cells as { element: string }[] }, by.actor as UserActor);
    const gives = (state: string, value: string | null, points: string | null) => ({
      indicators: [{ indicator: 'e-rate', state, shownValue: value, shownPoints: points }],
      shownTotal: points,
      noTotal: points === null ? 'UNSETTLED' : null,
      maxPoints: '10',
    });
    expect(await preview([])).toEqual(gives('scored', '90.00', '9.00'));
    expect(await preview([cell('electronic', '955')])).toEqual(gives('scored', '95.50', '9.55'));
    expect(await preview([cell('electronic', '1.001')])).toEqual(gives('error', null, null));
    expect(await preview([cell('electronic', '95,')])).toMatchObject({ indicators: [{ state: 'missing' }] });
    expect((await form(id, officer('P1'))).rows[1]?.current?.value).toBe('900');
    await expect(preview([], officer('P2'))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('writes one history entry a save, with count and hash', async () => {
    await save(id, 1, [cell('received', '10'), cell('electronic', '9')], officer('P1'));
    const entries = await product.reader.rows<{ action: string; revision: number; body: string }>(
      'select action, revision, body from history where subject_id = $1 order by revision',
      [id],
    );
    expect(entries.map(({ action, revision }) => `${revision} ${action}`)).toEqual([
      '1 submission.opened',
      '2 submission.figures-saved',
    ]);
    expect(JSON.parse(entries[1]?.body ?? '{}')).toMatchObject({
      after: { lastSave: { count: 2, side: 'unit', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) } },
    });
  });

  it.each([
    ['decimals in a count', cell('received', '1.234,5'), 'cells.1.value', 'NUMBER_NOT_WHOLE'],
    ['a percentage in a count', cell('received', '82.34%'), 'cells.1.value', 'NUMBER_PERCENT_UNEXPECTED'],
    ['a blank', cell('received', '  '), 'cells.1.value', 'NUMBER_BLANK'],
    ['words', cell('received', 'mười hai'), 'cells.1.value', 'NUMBER_NOT_A_NUMBER'],
    ['a negative count', cell('received', '-3'), 'cells.1.value', 'VALUE_NEGATIVE'],
    [
      'a number beside “nothing”',
      cell('received', '0', { state: 'nothing' }),
      'cells.1.value',
      'VALUE_UNEXPECTED',
    ],
    ['a part over its whole', cell('received', '8'), 'cells.0.value', 'PART_OVER_WHOLE'],
    ['another set’s element', cell('unknown', '8'), 'cells.1.element', 'ELEMENT_NOT_IN_SET'],
    ['the secretariat’s element', cell('ddci', '70'), 'cells.1.element', 'ELEMENT_OF_SECRETARIAT'],
    ['a month left out', cell('posts', '8'), 'cells.1.month', 'MONTH_MISSING'],
    ['a month outside', cell('posts', '8', { month: '2022-10' }), 'cells.1.month', 'MONTH_OUTSIDE'],
    ['a month too many', cell('received', '8', { month: '2022-09' }), 'cells.1.month', 'MONTH_UNEXPECTED'],
    ['neither yes nor no', cell('iso', '2'), 'cells.1.value', 'VALUE_NOT_YES_NO'],
    ['one cell twice', cell('electronic', '9'), 'cells.1', 'CELL_TWICE'],
    [
      'a period that has not begun',
      cell('received', '10', { period: { start: '2022-10-04', end: '2022-12-31' } }),
      'cells.1',
      'PERIOD_NOT_BEGUN',
    ],
  ])('refuses %s, naming the cell, and saves nothing', async (_what, bad, path, code) => {
    const refused = save(id, 1, [cell('electronic', '9'), bad], officer('P1'));
    await expect(refused).rejects.toMatchObject({ code: 'VALIDATION_FAILED', faults: [{ path, code }] });
    expect((await form(id, officer('P1'))).cells.filled).toBe(0);
  });

  it('names every bad cell at once, and both sides of a part over its whole', async () => {
    const cells = [cell('received', '8'), cell('electronic', '9'), cell('iso', 'x')];
    await expect(save(id, 1, cells, officer('P1'))).rejects.toMatchObject({
      faults: [
        { path: 'cells.2.value', code: 'VALUE_NOT_YES_NO' },
        {
          path: 'cells.0.value',
          params: {
            partName: { vi: 'Hồ sơ xử lý điện tử' },
            wholeName: { vi: 'Hồ sơ tiếp nhận' },
            part: { vi: '9' },
            whole: { vi: '8' },
          },
        },
      ],
    });
  });

  it('reads full-width digits and the other separators with a remark', async () => {
    const { remarks } = await save(id, 1, [cell('received', '１２')], officer('P1'));
    expect(remarks).toMatchObject([{ path: 'cells.0.value', code: 'NUMBER_WIDE_DIGITS' }]);
  });

  it('answers another revision with the form as it stands', async () => {
    await save(id, 1, [cell('received', '10')], officer('P1'));
    const refused = save(id, 1, [cell('electronic', '9')], leader('P1'));
    await expect(refused).rejects.toMatchObject({
      code: 'REVISION_CONFLICT',
      params: { expected: 1, current: 2 },
    });
    const { params } = (await refused.catch((error: unknown) => error)) as { params: { record: string } };
    const current = JSON.parse(params.record) as {
      revision: number;
      rows: { element: string; current: { value: string } | null }[];
    };
    expect(current.revision).toBe(2);
    expect(current.rows.find(({ element }) => element === 'received')?.current?.value).toBe('10');
    await save(id, 2, [cell('electronic', '9')], leader('P1'));
  });

  it('shows last period and last year beside this one', async () => {
    const earlier = await launched(['P1'], {
      period: { ...period, start: '2022-04-01', end: '2022-06-30', asOf: '2022-06-30' },
    });
    const yearAgo = await launched(['P1'], {
      period: { ...period, start: '2021-07-01', end: '2021-09-30', asOf: '2021-09-30' },
    });
    const q2 = await submissionOf(earlier, 'P1');
    await save(q2.id, 1, [cell('received', '800'), cell('posts', '4', { month: '2022-05' })], officer('P1'));
    const q3 = await submissionOf(yearAgo, 'P1');
    await save(q3.id, 1, [cell('received', '700'), cell('posts', '3', { month: '2021-08' })], officer('P1'));
    const { rows } = await form(id, officer('P1'));
    const row = (element: string, month: string | null) =>
      rows.find((one) => one.element === element && one.month === month);
    expect(row('received', null)).toMatchObject({ previous: { value: '800' }, lastYear: { value: '700' } });
    expect(row('posts', '2022-08')).toMatchObject({ previous: { value: '4' }, lastYear: { value: '3' } });
  });
});

describe('from level to level', () => {
  let cycleId: string;
  let id: string;
  beforeEach(async () => {
    cycleId = await launched();
    ({ id } = await submissionOf(cycleId, 'P1'));
  });

  it('goes officer, leader, secretariat; cells left open keep it with the officer', async () => {
    await expect(move(id, 'submit', officer('P1'))).rejects.toMatchObject({
      code: 'CELLS_LEFT_OPEN',
      params: { count: 6 },
    });
    await save(id, 1, whole, officer('P1'));
    await move(id, 'submit', officer('P1'));
    await expect(save(id, 3, [cell('received', '1001')], officer('P1'))).rejects.toMatchObject({
      code: 'NOT_WHILE_WITH_NEXT_LEVEL',
    });
    await expect(move(id, 'submit', officer('P1'))).rejects.toMatchObject({ code: 'NOT_ALLOWED_NOW' });
    await expect(move(id, 'approve', officer('P1'))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await move(id, 'approve', leader('P1'));
    await move(id, 'accept', secretariat());
    expect(await submissionOf(cycleId, 'P1')).toMatchObject({ state: 'accepted', late: false });
    expect(
      (await form(id, officer('P1'))).actions.filter(({ allowed }) => allowed).map(({ event }) => event),
    ).toEqual(['discuss']);
  });

  it('is recalled until the next level has acted, and returned with a reason', async () => {
    await save(id, 1, whole, officer('P1'));
    await move(id, 'submit', officer('P1'));
    await move(id, 'recall', officer('P1'));
    await move(id, 'submit', officer('P1'));
    await expect(move(id, 'return', leader('P1'))).rejects.toMatchObject({ code: 'REASON_MISSING' });
    await move(id, 'return', leader('P1'), 'Thiếu quý II');
    await move(id, 'submit', officer('P1'));
    await move(id, 'approve', leader('P1'));
    await expect(move(id, 'recall', officer('P1'))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await move(id, 'recall', leader('P1'));
    await move(id, 'submit', officer('P1'));
    await move(id, 'approve', leader('P1'));
    await move(id, 'accept', secretariat());
    await expect(move(id, 'recall', leader('P1'))).rejects.toMatchObject({ code: 'NOT_ALLOWED_NOW' });
    await move(id, 'reopen', secretariat(), 'Sửa theo đề nghị của đơn vị');
    expect((await submissionOf(cycleId, 'P1')).state).toBe('returned');
  });

  it('says what a person may not do now, and why', async () => {
    const { actions } = await form(id, officer('P1'));
    expect(actions).toEqual([
      expect.objectContaining({ event: 'save', allowed: true, why: null }),
      expect.objectContaining({
        event: 'submit',
        allowed: false,
        why: expect.objectContaining({ vi: 'còn 6 ô chưa nhập' }),
      }),
      expect.objectContaining({
        event: 'recall',
        allowed: false,
        why: expect.objectContaining({ vi: 'đang ở bước “Đang nhập”' }),
      }),
      expect.objectContaining({ event: 'discuss', allowed: true }),
    ]);
  });

  it('carries questions and answers on a figure without a return', async () => {
    await product
      .get(DiscussFigure)
      .execute({ id, element: 'received', text: 'Có tính hồ sơ BCCI không?' }, secretariat());
    await product
      .get(DiscussFigure)
      .execute({ id, element: 'received', text: 'Có, 66 hồ sơ.' }, officer('P1'));
    const { messages, state, revision } = await form(id, officer('P1'));
    expect({ state, revision }).toEqual({ state: 'open', revision: 3 });
    expect(await save(id, 1, [cell('received', '66')], officer('P1'))).toMatchObject({ revision: 4 });
    for (const wrong of [3, 5])
      await expect(save(id, wrong, [cell('received', '67')], officer('P1'))).rejects.toMatchObject({
        code: 'REVISION_CONFLICT',
      });
    expect(messages.map(({ side, text }) => `${side}: ${text}`)).toEqual([
      'secretariat: Có tính hồ sơ BCCI không?',
      'unit: Có, 66 hồ sơ.',
    ]);
    await expect(
      product.get(DiscussFigure).execute({ id, element: 'nothing', text: '?' }, secretariat()),
    ).rejects.toMatchObject({ faults: [{ code: 'ELEMENT_NOT_IN_SET' }] });
  });

  it('takes external scores from the secretariat for many units at once', async () => {
    const enter = (cells: object[], call = secretariat()) =>
      product.get(EnterExternalFigures).execute({ cycleId, cells: cells as never }, call);
    await expect(
      enter([
        { unitId: unit('P1'), ...cell('ddci', '71,25') },
        { unitId: unit('P3'), ...cell('ddci', '60') },
        { unitId: unit('P2'), ...cell('received', '60') },
      ]),
    ).rejects.toMatchObject({
      faults: [
        { path: 'cells.1.unitId', code: 'UNIT_TAKES_NO_PART' },
        { path: 'cells.2.element', code: 'ELEMENT_OF_UNIT' },
      ],
    });
    expect(
      await enter([
        { unitId: unit('P1'), ...cell('ddci', '71,25') },
        { unitId: unit('P2'), ...cell('ddci', '68') },
      ]),
    ).toMatchObject({ units: 2, saved: 2 });
    const { rows } = await form(id, officer('P1'));
    expect(rows.find(({ element }) => element === 'ddci')).toMatchObject({
      editable: false,
      current: { value: '71.25' },
    });
  });

  it('shows the secretariat what stood in the period before, with as many queries for many units as for one', async () => {
    const before = await launched(['P1', 'P2'], {
      period: { ...period, start: '2022-04-01', end: '2022-06-30', asOf: '2022-06-30' },
    });
    await product.get(EnterExternalFigures).execute(
      {
        cycleId: before,
        cells: [
          { unitId: unit('P1'), ...cell('ddci', '70') },
          { unitId: unit('P2'), ...cell('ddci', '66,5') },
        ] as never,
      },
      secretariat(),
    );
    const asked = jest.spyOn(product.get(Reader), 'rows');
    const read = async (actor: UserActor) => {
      asked.mockClear();
      const { units } = await product.get(GetExternalFigures).execute(cycleId, actor);
      return { units, queries: asked.mock.calls.length };
    };
    const actor = secretariat().actor as UserActor;
    const all = await read(actor);
    const one = await read({ ...actor, unitIds: [unit('P1')] });
    asked.mockRestore();
    expect(
      Object.fromEntries(all.units.map(({ unit: { code }, rows }) => [code, rows[0]?.previous?.value])),
    ).toMatchObject({ P1: '70', P2: '66.5' });
    expect(one.units.map(({ unit: { code } }) => code)).toEqual(['P1']);
    expect(one.queries).toBe(all.queries);
  });

  it('lets one of two secretaries win who enter the same external score at once', async () => {
    const enter = (value: string) =>
      product.get(EnterExternalFigures).execute(
        {
          cycleId,
          cells: [
            { unitId: unit('P1'), ...cell('ddci', value), replaces: null },
            { unitId: unit('P2'), ...cell('ddci', value), replaces: null },
          ] as never,
        },
        secretariat(),
      );
    const outcomes = await Promise.allSettled([enter('71'), enter('72')]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = outcomes.find((outcome) => outcome.status === 'rejected');
    expect(refused?.reason).toMatchObject({ code: 'FIGURES_OVERTAKEN', params: { count: 2 } });
  });
});

describe('with the cycle', () => {
  it('is reminded, late when its deadline passes, missing when the collection ends', async () => {
    const people = await employ(product, office, [['unit-officer', 'P1'], ['secretariat']]);
    const cycleId = await launched(['P1', 'P2', 'NV']);
    const [late, own, done] = [
      await submissionOf(cycleId, 'P1'),
      await submissionOf(cycleId, 'P2'),
      await submissionOf(cycleId, 'NV'),
    ];
    await accepted(done.id, 'NV');
    await product.get(MoveStageDeadline).execute(
      {
        id: cycleId,
        revision: 2,
        deadline: { stage: 'collecting', dueOn: '2022-10-12' },
        unitIds: [unit('P2')],
        reason: 'Mưa lũ',
      },
      secretariat(),
    );
    expect((await submissionOf(cycleId, 'P2')).deadline?.on).toBe('2022-10-12');
    await playTo(product, '2022-10-11T00:00:00Z');
    expect(await submissionOf(cycleId, 'P1')).toMatchObject({ state: 'missing', late: true });
    expect(await submissionOf(cycleId, 'P2')).toMatchObject({ state: 'open', late: false });
    expect(await submissionOf(cycleId, 'NV')).toMatchObject({ state: 'accepted', late: false });
    const kinds = await product.reader.rows<{ kind: string }>(
      'select kind from notice where account_id = $1 order by at, id',
      [people['unit-officer.P1']?.id],
    );
    expect(kinds.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['submission.opened', 'submission.reminder', 'submission.missed']),
    );
    await playTo(product, '2022-10-13T00:00:00Z');
    expect(await submissionOf(cycleId, 'P2')).toMatchObject({ state: 'missing', late: true });

    const cycle = await product.reader.rows<{ revision: number }>(
      'select revision from procedure_instance where id = $1',
      [cycleId],
    );
    await product.get(ReopenStage).execute(
      {
        id: cycleId,
        revision: cycle[0]?.revision ?? 0,
        deadline: { stage: 'collecting', dueOn: '2022-10-14' },
        reason: 'Cho nộp bổ sung',
      },
      secretariat('2022-10-13T01:00:00Z'),
    );
    expect(await submissionOf(cycleId, 'P1')).toMatchObject({
      state: 'open',
      late: false,
      deadline: { on: '2022-10-14' },
    });
    await accepted(late.id, 'P1', '2022-10-13T02:00:00Z');
    await accepted(own.id, 'P2', '2022-10-13T02:00:00Z');
    const gapless = await product.reader.rows(
      `select subject_id from history where subject_kind = 'submission'
        group by subject_id having max(revision) <> count(*)`,
    );
    expect(gapless).toEqual([]);
  });

  it('gains and loses units, and is withdrawn while nothing was accepted', async () => {
    const people = await employ(product, office, [['unit-officer', 'P1']]);
    const cycleId = await launched(['P1']);
    const change = { id: cycleId, reason: 'Theo Công văn 12' };
    await product
      .get(AddParticipants)
      .execute({ ...change, revision: 2, unitIds: [unit('P2')] }, secretariat());
    expect((await submissionOf(cycleId, 'P2')).state).toBe('open');
    await product
      .get(ExcuseParticipant)
      .execute({ ...change, revision: 3, unitId: unit('P1') }, secretariat());
    expect((await submissionOf(cycleId, 'P1')).state).toBe('excused');
    await product
      .get(AddParticipants)
      .execute({ ...change, revision: 4, unitIds: [unit('P1')] }, secretariat());
    expect((await submissionOf(cycleId, 'P1')).state).toBe('open');
    await product
      .get(MoveCycle)
      .execute({ ...change, revision: 5, event: 'withdraw' }, office.by('committee', monday));
    const withdrawn = await submissionOf(cycleId, 'P1');
    expect(withdrawn.state).toBe('withdrawn');
    const told = await product.reader.rows<{ kind: string; reason: string | null }>(
      `select kind, params ->> 'reason' as reason from notice where account_id = $1 order by at, id`,
      [people['unit-officer.P1']?.id],
    );
    const withReason = told.filter(({ reason }) => reason === change.reason).map(({ kind }) => kind);
    expect(withReason).toEqual(['submission.excused', 'submission.withdrawn']);
    const recorded = await product.reader.rows<{ action: string }>(
      `select action from history where subject_id = $1 and reason = $2 order by revision`,
      [withdrawn.id, change.reason],
    );
    expect(recorded.map(({ action }) => action)).toEqual([
      'submission.excused',
      'submission.included',
      'submission.withdrawn',
    ]);

    const other = await launched(['P1']);
    const { id } = await submissionOf(other, 'P1');
    await accepted(id, 'P1');
    await expect(
      product
        .get(MoveCycle)
        .execute(
          { id: other, revision: 2, event: 'withdraw', reason: 'Hoãn' },
          office.by('committee', monday),
        ),
    ).rejects.toMatchObject({ code: 'GUARD_FAILED' });
  });

  it('takes no lateness for what was given back after its deadline, but for what was recalled', async () => {
    const after = '2022-10-11T02:00:00Z';
    const cycleId = await launched(['P1', 'NV']);
    for (const code of ['P1', 'NV']) {
      const { id } = await submissionOf(cycleId, code);
      await save(id, 1, code === 'P1' ? whole : whole.slice(0, 3), officer(code));
      await move(id, 'submit', officer(code));
      if (code === 'P1') await move(id, 'return', leader(code, after), 'Thiếu biên bản');
      else await move(id, 'recall', officer(code, after));
      await move(id, 'submit', officer(code, after));
    }
    expect((await submissionOf(cycleId, 'P1')).late).toBe(false);
    expect((await submissionOf(cycleId, 'NV')).late).toBe(true);
  });

  it.each(['unit', 'state', 'deadline', 'submittedAt'] as const)(
    'is listed by %s, both ways',
    async (sort) => {
      const cycleId = await launched(['P1', 'P2', 'NV']);
      const list = async (order: 'ASC' | 'DESC') =>
        (
          await product
            .get(ListSubmissions)
            .execute(
              { cycleId, sort, order, perPage: 2 },
              secretariat().actor as UserActor,
              secretariat().now,
            )
        ).total;
      expect([await list('ASC'), await list('DESC')]).toEqual([3, 3]);
    },
  );

  it('ends its collection also while a unit is just handing in', async () => {
    const cycleId = await launched(['P1', 'P2']);
    const { id } = await submissionOf(cycleId, 'P1');
    const midnight = '2022-10-10T17:00:00Z';
    let locked = (): void => undefined;
    const begun = new Promise<void>((resolve) => (locked = resolve));
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    const handingIn = product.get(UnitOfWork).run(officer('P1', midnight), async (tx) => {
      await product
        .get(WorkflowEngine)
        .act(tx, { ids: [id], event: 'submit', action: 'submission.submitted' });
      locked();
      await released;
    });
    await begun;
    const ending = product
      .get(MoveCycle)
      .execute({ id: cycleId, revision: 2, event: 'end-stage' }, secretariat(midnight));
    await untilBlocked(product.reader, 1);
    release();
    await Promise.all([ending, handingIn]);
    expect((await submissionOf(cycleId, 'P1')).state).toBe('submitted');
    expect((await submissionOf(cycleId, 'P2')).state).toBe('missing');
  });

  it('lapses with its early end, but for whom has more time; what is handed in is not recalled then', async () => {
    const people = await employ(product, office, [['unit-officer', 'NV']]);
    const cycleId = await launched(['P1', 'P2', 'NV']);
    const { id } = await submissionOf(cycleId, 'NV');
    await save(id, 1, whole.slice(0, 3), officer('NV'));
    await move(id, 'submit', officer('NV'));
    const deadline = { stage: 'collecting', dueOn: '2022-10-12' };
    await product
      .get(MoveStageDeadline)
      .execute(
        { id: cycleId, revision: 2, deadline, unitIds: [unit('P2')], reason: 'Mưa lũ' },
        secretariat(),
      );
    await product.get(MoveCycle).execute({ id: cycleId, revision: 3, event: 'end-stage' }, secretariat());
    expect((await submissionOf(cycleId, 'P1')).state).toBe('missing');
    expect((await submissionOf(cycleId, 'P2')).state).toBe('open');

    const { actions } = await form(id, officer('NV'));
    expect(actions.find(({ event }) => event === 'recall')?.why?.vi).toBe('đã hết thời gian thu thập');
    await expect(move(id, 'recall', officer('NV'))).rejects.toMatchObject({ code: 'RECALL_TOO_LATE' });

    await product
      .get(ReopenStage)
      .execute({ id: cycleId, revision: 4, deadline, reason: 'Cho nộp bổ sung' }, secretariat());
    const told = await product.reader.rows<{ reason: string }>(
      `select params ->> 'reason' as reason from notice
        where account_id = $1 and kind = 'submission.deadline-moved'`,
      [people['unit-officer.NV']?.id],
    );
    expect(told).toEqual([{ reason: 'Cho nộp bổ sung' }]);
    await move(id, 'recall', officer('NV'));
  });

  it('goes on for a unit that ends between the period and the cut-off day', async () => {
    const cycleId = await launched(['P1']);
    await product.reader.rows(`update unit_version set valid_to = '2022-10-05' where unit_id = $1`, [
      unit('P1'),
    ]);
    const { id } = await submissionOf(cycleId, 'P1');
    await save(id, 1, whole, officer('P1'));
    await product
      .get(MoveCycle)
      .execute({ id: cycleId, revision: 2, event: 'end-stage' }, secretariat('2022-10-11T02:00:00Z'));
    expect((await submissionOf(cycleId, 'P1')).state).toBe('missing');
  });

  it('is not withdrawn from under a form that is just being accepted', async () => {
    const cycleId = await launched(['P1']);
    const { id } = await submissionOf(cycleId, 'P1');
    await save(id, 1, whole, officer('P1'));
    await move(id, 'submit', officer('P1'));
    await move(id, 'approve', leader('P1'));
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    let locked = (): void => undefined;
    const held = new Promise<void>((resolve) => (locked = resolve));
    const elsewhere = product.get(UnitOfWork).run(secretariat(), async (tx) => {
      await tx.use(Instances).lock([id]);
      locked();
      await released;
    });
    await held;
    const accepting = move(id, 'accept', secretariat());
    await untilBlocked(product.reader, 1);
    const withdrawing = product
      .get(MoveCycle)
      .execute(
        { id: cycleId, revision: 2, event: 'withdraw', reason: 'Hoãn' },
        office.by('committee', monday),
      )
      .catch((error: unknown) => error);
    await untilBlocked(product.reader, 2);
    release();
    await Promise.all([elsewhere, accepting]);
    expect(await withdrawing).toMatchObject({ code: 'GUARD_FAILED' });
    expect((await submissionOf(cycleId, 'P1')).state).toBe('accepted');
  });

  it('is not ended by a command on a cycle that names a form', async () => {
    const { id, revision } = await submissionOf(await launched(), 'P1');
    await expect(
      product
        .get(MoveCycle)
        .execute({ id, revision, event: 'withdraw', reason: 'Nhầm' }, office.by('committee', monday)),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('counts how the collection stands', async () => {
    const cycleId = await launched(['P1', 'NV']);
    const { id } = await submissionOf(cycleId, 'NV');
    await accepted(id, 'NV');
    const progress = await product
      .get(GetCollectionProgress)
      .execute(cycleId, secretariat().actor as UserActor);
    expect(progress).toMatchObject({
      total: 2,
      open: 1,
      accepted: 1,
      late: 0,
      cells: { filled: 3, total: 9 },
      waiting: [{ code: 'P1', state: 'open' }],
    });
  });
});

describe('as many levels of approval as the procedure of the administration names', () => {
  const issue = (...each: { role: 'unit-leader' | 'appraiser'; names: { vi: string } }[]) => {
    const { submitted, ...states } = submissionProcedure.states;
    const levels = { event: 'approve', each };
    return product.get(IssueProcedure).execute(
      {
        code: 'submission',
        definition: { ...submissionProcedure, states: { ...states, submitted: { ...submitted!, levels } } },
      },
      office.system(monday),
    );
  };
  const leaders = { role: 'unit-leader', names: { vi: 'Chờ lãnh đạo đơn vị' } } as const;
  const submitted = async () => {
    const { id, revision } = await submissionOf(await launched(['P1']), 'P1');
    await save(id, revision, whole, officer('P1'));
    await move(id, 'submit', officer('P1'));
    return id;
  };
  const standing = async (id: string) => submissionOf((await form(id, officer('P1'))).cycle.id, 'P1');

  it('is handed in when the last of them has approved', async () => {
    await issue(leaders, { role: 'appraiser', names: { vi: 'Chờ phòng thẩm định' } });
    const id = await submitted();
    await move(id, 'approve', leader('P1'));
    expect(await standing(id)).toMatchObject({
      state: 'submitted-2',
      stateNames: { vi: 'Chờ phòng thẩm định' },
      approvedAt: null,
    });
    await expect(move(id, 'approve', leader('P1'))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await move(id, 'approve', office.by('appraiser', monday));
    const handedIn = await standing(id);
    expect(handedIn).toMatchObject({ state: 'approved' });
    expect(handedIn.approvedAt).not.toBeNull();
  });

  it('is approved by another person at each of them, who did not put it forward either', async () => {
    await issue(leaders, { ...leaders, names: { vi: 'Chờ người đứng đầu' } });
    const call = leader('P1');
    const head: Call = { ...call, actor: { ...call.actor, id: '00000000-0000-4000-8000-000000000042' } };
    const refusal = { code: 'GUARD_FAILED', params: { guard: 'workflow.another-person' } };
    const id = await submitted();
    await move(id, 'approve', leader('P1'));
    await expect(move(id, 'approve', leader('P1'))).rejects.toMatchObject(refusal);
    await move(id, 'return', head, 'Thiếu quý II');
    await move(id, 'submit', leader('P1'));
    await expect(move(id, 'approve', leader('P1'))).rejects.toMatchObject(refusal);
    await move(id, 'approve', head);
    await move(id, 'approve', {
      ...call,
      actor: { ...call.actor, id: '00000000-0000-4000-8000-000000000043' },
    });
    expect(await standing(id)).toMatchObject({ state: 'approved' });
  });
});

describe('a change of the calendar', () => {
  it('moves a stage given in words, and the forms collected in it, when that is confirmed', async () => {
    const stages = [{ stage: 'collecting', phrase: 'trong 5 ngày làm việc' }];
    const cycleId = await launched(['P1'], { stages });
    expect((await submissionOf(cycleId, 'P1')).deadline?.on).toBe('2022-10-10');
    const administrator = office.by('administrator', monday);
    const change = {
      days: [{ day: day('2022-10-05'), kind: 'swap_off', name: 'Nghỉ hoán đổi', confidence: 'verified' }],
      removed: [],
    } as const;
    const { moves } = await product.get(PreviewCalendarChange).execute(change, administrator);
    expect(moves).toEqual([
      expect.objectContaining({ kind: 'review-cycle', id: cycleId, from: '2022-10-10', to: '2022-10-11' }),
    ]);
    const over = { ...administrator, now: instant('2022-10-12T00:00:00Z') };
    expect((await product.get(PreviewCalendarChange).execute(change, over)).moves).toEqual([]);
    const changed = await product
      .get(ChangeCalendar)
      .execute({ ...change, reason: 'Theo thông báo', moveDeadlines: true, revision: 0 }, administrator);
    expect(changed).toEqual({ changed: 1, moved: 1, revision: 1 });
    expect((await submissionOf(cycleId, 'P1')).deadline?.on).toBe('2022-10-11');
  });
});
