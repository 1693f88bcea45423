import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type {
  CollectionProgress,
  CriteriaSetContentInput,
  ExternalFigures,
  FindingView,
  Me,
  Page,
  ProcedureDefinitionInput,
  Problem,
  SavedFigures,
  SubmissionForm,
  SubmissionItem,
} from '@nhip/contracts';
import { IssueReadyCriteriaSet } from '@nhip/core/criteria';
import { CreateReviewCycle, LaunchReviewCycle, reviewCycleProcedures } from '@nhip/core/review-cycles';
import { submissionProcedure } from '@nhip/core/submissions';
import { systemCall } from '@nhip/core/testing';
import { IssueProcedure } from '@nhip/core/workflow';
import { TestApi, type Client } from './api.js';

/** What stands above submissions and findings is not this spec's matter. */
const cycleProcedure = JSON.parse(
  JSON.stringify(reviewCycleProcedures['review-conference-first']),
  (key, value: unknown) =>
    key === 'effects' ? (value as string[]).filter((name) => /^(submissions|findings)\./.test(name)) : value,
) as ProcedureDefinitionInput;

const element = (code: string, vi: string, rest: object = {}) => ({
  code,
  names: { vi },
  measure: { vi: 'hồ sơ' },
  kind: 'count' as const,
  ...rest,
});
const criteria: CriteriaSetContentInput = {
  dataElements: [
    element('received', 'Hồ sơ tiếp nhận'),
    element('electronic', 'Hồ sơ xử lý điện tử'),
    element('ddci', 'Điểm DDCI', { kind: 'external-score', filledBy: 'secretariat' }),
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
    { code: 'F', names: { vi: 'F' }, criteria: [{ code: 'C', names: { vi: 'C' }, indicators: ['e-rate'] }] },
  ],
  totals: { maxPoints: '10' },
};

let api: TestApi;
let officer: Client;
let leader: Client;
let secretariat: Client;
let auditor: Client;
let setVersionId: string;
let cycleId: string;
let own: string;
let others: string;
let number = 0;

const NOW = '2022-10-04T02:00:00Z';
const system = () => systemCall(NOW, api.administrationId);
const period = () => {
  const year = 2021;
  return {
    preset: 'calendar' as const,
    kind: 'quarter' as const,
    start: `${year}-07-01`,
    end: `${year}-09-30`,
    asOf: `${year}-10-10`,
  };
};

beforeAll(async () => {
  api = await TestApi.open({}, NOW);
  [officer, leader, secretariat, auditor] = await Promise.all([
    api.signIn('can.bo'),
    api.signIn('lanh.dao'),
    api.signIn('thu.ky'),
    api.signIn('giam.sat'),
  ]);
  const { body: me } = await officer.get<Me>('/api/me');
  const assignmentId = me.assignments.find(({ role }) => role === 'unit-officer')?.id;
  await officer.post('/api/me/role', { assignmentId });
  const issue = api.app.get(IssueProcedure);
  await issue.execute({ code: 'review-conference-first', definition: cycleProcedure }, system());
  await issue.execute({ code: 'submission', definition: submissionProcedure }, system());
  ({ versionId: setVersionId } = await api.app
    .get(IssueReadyCriteriaSet)
    .execute({ code: 'BTC', names: { vi: 'Bộ' }, content: criteria }, system()));
});
afterAll(() => api.close());
beforeEach(() => openCycle(setVersionId));

/** A cycle that collects under this set; `own` and `others` are its submissions. */
async function openCycle(criteriaSetVersionId: string): Promise<void> {
  const { id } = await api.app.get(CreateReviewCycle).execute(
    {
      code: `Q3-${(number += 1)}`,
      names: { vi: 'Quý III' },
      period: period(),
      criteriaSetVersionId,
      unitIds: api.unitIds.slice(0, 2),
      stages: [{ stage: 'collecting', dueOn: '2022-10-24' }],
    },
    system(),
  );
  await api.app.get(LaunchReviewCycle).execute({ id, revision: 1 }, system());
  cycleId = id;
  const { body } = await secretariat.get<Page<SubmissionItem>>(`/api/submissions?cycleId=${id}`);
  own = body.items.find(({ unit }) => unit.code === 'SNV')?.id ?? '';
  others = body.items.find(({ unit }) => unit.code === 'SYT')?.id ?? '';
}

const match = (revision: number) => ({ 'if-match': `"${revision}"` });
const save = <Body = Problem>(cells: object[], revision = 1, client = officer, id = own) =>
  client.post<Body>(`/api/submissions/${id}/figures`, { cells }, match(revision));
const cell = (element: string, value: string, rest: object = {}) => ({ element, value, ...rest });
const form = async (client = officer) => (await client.get<SubmissionForm>(`/api/submissions/${own}`)).body;

describe('what a unit sends', () => {
  it.each([
    ['1.234,5 of a count', cell('received', '1.234,5'), 'NUMBER_NOT_WHOLE', 'cells.0.value'],
    ['82.34% of a count', cell('received', '82.34%'), 'NUMBER_PERCENT_UNEXPECTED', 'cells.0.value'],
    ['a blank', cell('received', ''), 'NUMBER_BLANK', 'cells.0.value'],
    ['no value at all', { element: 'received' }, 'NUMBER_BLANK', 'cells.0.value'],
    ['words in NFD', cell('received', 'mười'.normalize('NFD')), 'NUMBER_NOT_A_NUMBER', 'cells.0.value'],
    [
      'a period that has not begun',
      cell('received', '10', { period: { start: '2099-01-01', end: '2099-03-31' } }),
      'PERIOD_NOT_BEGUN',
      'cells.0',
    ],
    ['an element of nobody', cell('nobody', '1'), 'ELEMENT_NOT_IN_SET', 'cells.0.element'],
    ['a number that is none', { element: 'received', value: 12 }, 'FIELD_TYPE', 'cells.0.value'],
  ])('%s: 422, beside the cell, nothing saved', async (_what, bad, code, path) => {
    const { status, body } = await save([bad, cell('electronic', '5')]);
    expect({ status, code: body.code }).toEqual({ status: 422, code: 'VALIDATION_FAILED' });
    expect(body.errors).toEqual([{ path, code, message: expect.stringMatching(/\S/) }]);
    expect((await form()).cells.filled).toBe(0);
  });

  it('a numerator over its denominator: 422 naming both, in the reader’s language', async () => {
    await save([cell('received', '10')]);
    const { status, body } = await save([cell('electronic', '11')], 2);
    expect(status).toBe(422);
    expect(body.errors?.[0]).toEqual({
      path: 'cells.0.value',
      code: 'PART_OVER_WHOLE',
      message: 'Hồ sơ xử lý điện tử (11) không thể lớn hơn Hồ sơ tiếp nhận (10). Sửa một trong hai.',
    });
    expect((await form()).rows.map(({ current }) => current?.value ?? null)).toEqual(['10', null, null]);
  });

  it('where it is not declared a part of it: saved, with a finding, gone when mended', async () => {
    const free = {
      ...criteria,
      indicators: criteria.indicators.map((one) => ({ ...one, declaredPart: false })),
    };
    const { versionId } = await api.app
      .get(IssueReadyCriteriaSet)
      .execute({ code: 'BTC-KHAC', names: { vi: 'Bộ khác' }, content: free }, system());
    await openCycle(versionId);
    const { status } = await save([cell('received', '10'), cell('electronic', '11')]);
    expect(status).toBe(200);
    const { findings, rows, indicators } = await form();
    expect(rows.map(({ current }) => current?.value ?? null)).toEqual(['10', '11', null]);
    expect(findings).toMatchObject([
      {
        code: 'PART_OVER_WHOLE',
        state: 'open',
        message: { vi: 'Tỷ lệ xử lý điện tử: tử số 11 lớn hơn mẫu số 10.' },
      },
    ]);
    expect(indicators[0]?.declaredPart).toBe(false);
    const { body: listed } = await secretariat.get<Page<FindingView>>(`/api/findings?cycleId=${cycleId}`);
    expect(listed.items.map(({ code, unit }) => [code, unit?.code])).toEqual([['PART_OVER_WHOLE', 'SNV']]);
    expect((await save([cell('electronic', '10')], 2)).status).toBe(200);
    expect((await form()).findings.filter(({ state }) => state === 'open')).toEqual([]);
  });

  it('full-width digits: read, with a remark', async () => {
    const { status, body } = await save<SavedFigures>([cell('received', '１２')]);
    expect(status).toBe(200);
    expect(body).toMatchObject({ revision: 2, saved: 1, remarks: [{ code: 'NUMBER_WIDE_DIGITS' }] });
    expect((await form()).rows[0]?.current?.value).toBe('12');
  });

  it('a period that has begun and ends later: accepted, with a finding', async () => {
    const period = { start: '2022-01-01', end: '2099-12-31' };
    const { status } = await save<SavedFigures>([cell('received', '10', { period })]);
    expect(status).toBe(200);
    const { findings } = await form();
    expect(findings.map(({ code }) => code)).toContain('PERIOD_FUTURE');
  });

  it('notes in NFD: kept in NFC', async () => {
    await save([cell('received', '12', { note: 'Số liệu tạm tính'.normalize('NFD') })]);
    expect((await form()).rows[0]?.current?.note).toBe('Số liệu tạm tính');
  });

  it('an unknown field: 400; no If-Match: 428; an old one: 409 with the form as it stands', async () => {
    expect((await save([cell('received', '1', { colour: 'red' })])).status).toBe(400);
    const without = await officer.post(`/api/submissions/${own}/figures`, { cells: [cell('received', '1')] });
    expect(without.status).toBe(428);
    await save([cell('received', '12')]);
    const { status, body } = await save([cell('electronic', '11')], 1, leader);
    expect({ status, code: body.code }).toEqual({ status: 409, code: 'REVISION_CONFLICT' });
    const current = body.current as SubmissionForm;
    expect(current.revision).toBe(2);
    expect(current.rows.map((row) => row.current?.value ?? null)).toEqual(['12', null, null]);
    expect((await save([cell('electronic', '11')], current.revision, leader)).status).toBe(200);
  });

  it('the same key twice: done once; with other figures: 422', async () => {
    const headers = { ...match(1), 'idempotency-key': randomUUID() };
    const send = (value: string) =>
      officer.post<SavedFigures>(
        `/api/submissions/${own}/figures`,
        { cells: [cell('received', value)] },
        headers,
      );
    const first = await send('12');
    expect((await send('12')).body).toEqual(first.body);
    expect((await send('13')).status).toBe(422);
    expect((await form()).revision).toBe(2);
  });

  it('another unit’s record: 404, to read and to write; nobody signed in: 401', async () => {
    expect((await officer.get(`/api/submissions/${others}`)).status).toBe(404);
    expect((await save([cell('received', '1')], 1, officer, others)).status).toBe(404);
    expect((await api.send('GET', `/api/submissions/${own}`)).status).toBe(401);
    const { body } = await officer.get<Page<SubmissionItem>>('/api/submissions');
    expect(new Set(body.items.map(({ unit }) => unit.code))).toEqual(new Set(['SNV']));
  });
});

describe('from level to level', () => {
  const step = (client: Client, name: string, revision: number, body: object = {}) =>
    client.post<{ revision: number } & Problem>(`/api/submissions/${own}/${name}`, body, match(revision));

  it('is submitted once, approved, returned with a reason, accepted', async () => {
    expect((await step(officer, 'submit', 1)).body).toMatchObject({ status: 409, code: 'CELLS_LEFT_OPEN' });
    await save([cell('received', '1.000'), cell('electronic', '950')]);
    expect((await step(officer, 'submit', 2)).body).toEqual({ revision: 3 });
    expect((await step(officer, 'submit', 3)).body).toMatchObject({ status: 409, code: 'NOT_ALLOWED_NOW' });
    expect((await save([cell('received', '1.001')], 3)).body).toMatchObject({
      status: 409,
      code: 'NOT_WHILE_WITH_NEXT_LEVEL',
    });
    expect((await step(officer, 'approve', 3)).status).toBe(403);
    expect((await step(leader, 'approve', 3)).body).toEqual({ revision: 4 });
    expect((await step(secretariat, 'return', 4)).status).toBe(422);
    expect((await step(secretariat, 'return', 4, { reason: 'Thiếu biên bản' })).status).toBe(200);
    expect((await form()).actions.find(({ event }) => event === 'submit')).toMatchObject({ allowed: true });
    await step(officer, 'submit', 5);
    await step(leader, 'approve', 6);
    expect((await step(secretariat, 'accept', 7)).body).toEqual({ revision: 8 });
    expect((await step(auditor, 'accept', 8)).status).toBe(403);
    const { body } = await secretariat.get<CollectionProgress>(`/api/review-cycles/${cycleId}/collection`);
    expect(body).toMatchObject({ total: 2, accepted: 1, open: 1, openFindings: 0 });
  });

  it('carries a question and its answer', async () => {
    const ask = (client: Client, text: string) =>
      client.post(`/api/submissions/${own}/messages`, { element: 'received', text });
    expect((await ask(secretariat, 'Đã gồm hồ sơ trực tuyến chưa?')).status).toBe(201);
    expect((await ask(officer, 'Đã gồm.')).status).toBe(201);
    expect((await ask(auditor, 'Tôi hỏi.')).status).toBe(403);
    expect((await form(auditor)).messages.map(({ side }) => side)).toEqual(['secretariat', 'unit']);
  });

  it('takes external scores from the secretariat alone', async () => {
    const [unitId] = api.unitIds;
    const url = `/api/review-cycles/${cycleId}/external-figures`;
    const entered = (value: string, replaces: number | null) => ({
      cells: [{ unitId, element: 'ddci', value, replaces }],
    });
    const body = entered('71,25', null);
    expect((await secretariat.post(url, body)).body).toMatchObject({ units: 1, saved: 1 });
    expect((await officer.post(url, body)).status).toBe(403);
    const { units, elements } = (await secretariat.get<ExternalFigures>(url)).body;
    expect(elements.map(({ code }) => code)).toEqual(['ddci']);
    expect(units.find(({ unit }) => unit.id === unitId)?.rows).toMatchObject([
      { element: 'ddci', editable: true, current: { state: 'value', value: '71.25' } },
    ]);
    expect((await officer.get(url)).status).toBe(403);
    const version = units.find(({ unit }) => unit.id === unitId)?.rows[0]?.current?.version ?? 0;
    const overtaken = await secretariat.post(url, entered('70', null));
    expect([overtaken.status, overtaken.body.code]).toEqual([409, 'FIGURES_OVERTAKEN']);
    expect(overtaken.body.current).toMatchObject([
      { unitId, element: 'ddci', month: null, current: { value: '71.25', version } },
    ]);
    expect((await secretariat.post(url, entered('70', version))).status).toBe(200);
    expect((await secretariat.post(url, entered('69', version))).status).toBe(409);
    const blind = await secretariat.post(url, { cells: [{ unitId, element: 'ddci', value: '1' }] });
    expect([blind.status, blind.body.errors?.map(({ path }) => path)]).toEqual([422, ['cells.0.replaces']]);
  });
});

describe('findings', () => {
  it('stand under the rows, are answered by the unit and settled by the secretariat', async () => {
    await save([{ element: 'received', state: 'missing' }, cell('electronic', '5')]);
    const { findings, openFindings } = await form();
    expect(openFindings).toBe(1);
    const [finding] = findings;
    expect(finding).toMatchObject({ code: 'ZERO_VS_MISSING', subject: { elements: ['received'] } });
    const url = `/api/findings/${finding?.id}`;
    expect((await officer.post(`${url}/answer`, { text: 'Chờ số của tỉnh' }, match(1))).status).toBe(200);
    expect((await officer.post(`${url}/settle`, { decision: 'settle', reason: 'Ổn' }, match(2))).status).toBe(
      403,
    );
    const settled = { decision: 'settle', reason: 'Chấp nhận' };
    expect((await secretariat.post(`${url}/settle`, settled, match(2))).body).toEqual({ revision: 3 });
    expect((await auditor.get<FindingView>(url)).body).toMatchObject({
      state: 'settled',
      answer: { text: 'Chờ số của tỉnh', by: 'Người can.bo' },
      settled: { reason: 'Chấp nhận', by: 'Người thu.ky' },
    });
    const list = await secretariat.get<Page<FindingView>>(`/api/findings?cycleId=${cycleId}&state=settled`);
    expect(list.body.total).toBe(1);
    const check = await secretariat.post(`/api/review-cycles/${cycleId}/check-figures`, {});
    expect(check.body).toEqual({ raised: 0, voided: 0, standing: 1 });
  });
});
