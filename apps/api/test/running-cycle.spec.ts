import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Problem, RankingPage, ReviewCycleView } from '@nhip/contracts';
import { LaunchReviewCycle } from '@nhip/core/review-cycles';
import { criteriaSet, indicator, systemCall } from '@nhip/core/testing';
import { Registries } from '@nhip/core/workflow';
import { guardTexts } from '@nhip/contracts';
import { TestApi, type Client } from './api.js';

/** The steps of a running cycle over HTTP, each held against the same rules. */
let api: TestApi;
let secretary: Client;
let committee: Client;
let officer: Client;
let versionId = '';
let cycle = '';
let number = 0;

const NOW = '2022-10-04T02:00:00Z';
const due = '2022-10-24';
const system = () => systemCall(NOW, api.administrationId);

beforeAll(async () => {
  api = await TestApi.open({}, NOW);
  [secretary, committee, officer] = await Promise.all([
    api.signIn('thu.ky'),
    api.signIn('thuong.truc'),
    api.signIn('nhan.vien'),
  ]);
  const set = await secretary.post<{ id: string; versionId: string; revision: number }>(
    '/api/criteria-sets',
    {
      code: 'BTC',
      names: { vi: 'Bộ tiêu chí' },
      content: criteriaSet([indicator('e')]),
    },
  );
  ({ versionId } = set.body);
  await secretary.post(
    `/api/criteria-sets/${set.body.id}/issue`,
    {},
    { 'if-match': `"${set.body.revision}"` },
  );
});
afterAll(() => api.close());

/** A launched cycle of the first two units. */
beforeEach(async () => {
  const { body } = await secretary.post<{ id: string }>('/api/review-cycles', {
    code: `D${(number += 1)}`,
    names: { vi: `Đợt ${number}` },
    period: {
      preset: 'calendar',
      kind: 'quarter',
      start: '2022-07-01',
      end: '2022-09-30',
      asOf: '2022-09-30',
    },
    criteriaSetVersionId: versionId,
    unitIds: api.unitIds.slice(0, 2),
    stages: ['collecting', 'explaining'].map((stage) => ({ stage, dueOn: due })),
  });
  cycle = `/api/review-cycles/${body.id}`;
  await api.app.get(LaunchReviewCycle).execute({ id: body.id, revision: 1 }, system());
});

const revisionOf = async () => (await secretary.get<ReviewCycleView>(cycle)).body.revision;
const match = (revision: number) => ({ 'if-match': `"${revision}"` });
const act = async (client: Client, step: string, body: object = {}) =>
  client.post<{ revision: number } & Problem>(`${cycle}/${step}`, body, match(await revisionOf()));

interface Case {
  readonly step: string;
  readonly body?: object;
  /** Who may, and who may not. */
  readonly by: () => Client;
  readonly notBy: () => Client;
  /** Leads to where the step can be taken. */
  readonly before?: () => Promise<unknown>;
  /** Leads to where it cannot any more, or not yet, and what is said then. */
  readonly wrongly: () => Promise<unknown>;
  readonly code: string;
  readonly words: string;
  readonly english: string;
  /** Of which record the revision is; the cycle where missing. */
  readonly revision?: () => Promise<number>;
}

const endStage = () => act(secretary, 'end-stage');
const conclude = async () => {
  await endStage();
  await act(committee, 'conclude-without-explanation');
};
const runRevision = async () => (await secretary.get<RankingPage>(`${cycle}/ranking`)).body.run.revision;

const cases: Readonly<Record<string, Case>> = {
  'adding units': {
    step: 'add-participants',
    get body() {
      return { unitIds: [api.unitIds[2]], reason: 'Mới nhận nhiệm vụ' };
    },
    by: () => secretary,
    notBy: () => committee,
    wrongly: endStage,
    code: 'NOT_ALLOWED_NOW',
    words: 'Hội nghị',
    english: 'it stands at “Conference”',
  },
  'excusing a unit': {
    step: 'excuse-participant',
    get body() {
      return { unitId: api.unitIds[1], reason: 'Đang sáp nhập' };
    },
    by: () => secretary,
    notBy: () => officer,
    wrongly: endStage,
    code: 'NOT_ALLOWED_NOW',
    words: 'Hội nghị',
    english: 'it stands at “Conference”',
  },
  'moving the deadline': {
    step: 'move-deadline',
    body: { deadline: { stage: 'collecting', dueOn: due }, reason: 'Mưa lũ' },
    by: () => secretary,
    notBy: () => committee,
    wrongly: endStage,
    code: 'STAGE_NOT_PRESENT',
    words: 'không ở bước “Thu thập”',
    english: 'not at the stage “Collecting”',
  },
  'withdrawing the launch': {
    step: 'withdraw',
    body: { reason: 'Mở nhầm kỳ' },
    by: () => committee,
    notBy: () => secretary,
    wrongly: endStage,
    code: 'NOT_ALLOWED_NOW',
    words: 'Hội nghị',
    english: 'it stands at “Conference”',
  },
  'reopening the collection': {
    step: 'reopen',
    body: { deadline: { stage: 'collecting', dueOn: due }, reason: 'Nộp bổ sung' },
    by: () => secretary,
    notBy: () => committee,
    before: endStage,
    wrongly: conclude,
    code: 'NOT_ALLOWED_NOW',
    words: 'Theo dõi sau kết luận',
    english: 'it stands at “Following up”',
  },
  'making the scores final': {
    step: 'freeze-scores',
    body: { reason: 'Đã thống nhất' },
    by: () => secretary,
    notBy: () => committee,
    before: endStage,
    wrongly: async () => {
      await endStage();
      await secretary.post(`${cycle}/freeze-scores`, {}, match(await runRevision()));
    },
    code: 'SCORES_NOT_OPEN',
    words: 'Điểm đã chốt',
    english: 'frozen',
    revision: runRevision,
  },
  'publishing the results': {
    step: 'publish',
    body: { reason: 'Theo kết luận' },
    by: () => committee,
    notBy: () => secretary,
    before: endStage,
    wrongly: async () => {
      await endStage();
      await act(committee, 'publish');
    },
    code: 'SCORES_PUBLISHED',
    words: 'Kết quả đã công bố',
    english: 'published',
  },
  closing: {
    step: 'close',
    body: { reason: 'Hết việc' },
    by: () => secretary,
    notBy: () => committee,
    before: conclude,
    wrongly: endStage,
    code: 'NOT_ALLOWED_NOW',
    words: 'Hội nghị',
    english: 'it stands at “Conference”',
  },
};

describe.each(Object.entries(cases))('%s', (_name, step) => {
  const revision = () => (step.revision ?? revisionOf)();
  const send = (client: Client, headers: Record<string, string>) =>
    client.post<{ revision: number } & Problem>(`${cycle}/${step.step}`, step.body, headers);

  it('is done once by whose it is, and the same key answers the same again', async () => {
    await step.before?.();
    const headers = { ...match(await revision()), 'idempotency-key': randomUUID() };
    const first = await send(step.by(), headers);
    expect(first.status).toBe(200);
    const after = await revision();
    expect(await send(step.by(), headers)).toMatchObject({ status: 200, body: first.body });
    expect(await revision()).toBe(after);
    const other = await step
      .by()
      .post(`${cycle}/${step.step}`, { ...step.body, reason: 'Lý do khác' }, headers);
    expect(other.status).toBe(422);
  });

  it('is refused to another role, without If-Match, and on what has changed since', async () => {
    await step.before?.();
    const seen = await revision();
    expect(await send(step.notBy(), match(seen))).toMatchObject({ status: 403, body: { code: 'FORBIDDEN' } });
    expect(await send(step.by(), {})).toMatchObject({ status: 428 });
    const stale = await send(step.by(), match(seen - 1));
    expect(stale).toMatchObject({ status: 409, body: { code: 'REVISION_CONFLICT' } });
    expect(stale.body.current).toMatchObject({ revision: seen });
    expect(await revision()).toBe(seen);
  });

  it('is refused elsewhere, in words', async () => {
    await step.wrongly();
    const before = await revision();
    const { status, body } = await send(step.by(), match(before));
    expect({ status, code: body.code }).toEqual({ status: 409, code: step.code });
    expect(body.detail).toContain(step.words);
    const english = await send(step.by(), { ...match(before), 'accept-language': 'en' });
    expect(english.body.detail).toContain(step.english);
    expect(english.body.detail).not.toContain(step.words);
    expect(await revision()).toBe(before);
  });
});

describe('what is wrong in a step', () => {
  it.each([
    ['a reason missing', 'withdraw', {}, 422],
    ['a reason of blanks', 'withdraw', { reason: '   ' }, 422],
    ['an unknown field', 'withdraw', { reason: 'Mở nhầm', colour: 'red' }, 400],
    ['a wrong type', 'excuse-participant', { unitId: 7, reason: 'Sáp nhập' }, 422],
    ['no unit at all', 'add-participants', { unitIds: [], reason: 'Thêm' }, 422],
    ['a unit of nobody', 'add-participants', { unitIds: [randomUUID()], reason: 'Thêm' }, 422],
  ])('%s: refused, nothing done', async (_what, step, body, status) => {
    const before = await revisionOf();
    const client = step === 'withdraw' ? committee : secretary;
    const answer = await act(client, step, body);
    expect(answer.status).toBe(status);
    expect(answer.body.detail).toMatch(/\S/);
    expect(await revisionOf()).toBe(before);
  });

  it('a deadline in the past names the day', async () => {
    const deadline = { stage: 'collecting', dueOn: '2022-10-03' };
    const { status, body } = await act(secretary, 'move-deadline', { deadline, reason: 'Mưa lũ' });
    expect({ status, code: body.code, detail: body.detail }).toEqual({
      status: 422,
      code: 'DEADLINE_PAST',
      detail: 'Thời hạn 03/10/2022 đã qua. Chọn ngày từ hôm nay trở đi.',
    });
  });

  it('a launch without units says to add one', async () => {
    const { body: made } = await secretary.post<{ id: string }>('/api/review-cycles', {
      code: 'TRONG',
      names: { vi: 'Đợt trống' },
      period: {
        preset: 'calendar',
        kind: 'quarter',
        start: '2022-07-01',
        end: '2022-09-30',
        asOf: '2022-09-30',
      },
      criteriaSetVersionId: versionId,
      unitIds: [],
      stages: ['collecting', 'explaining'].map((stage) => ({ stage, dueOn: due })),
    });
    const empty = `/api/review-cycles/${made.id}`;
    const { status, body } = await committee.post(`${empty}/launch`, {}, match(1));
    expect({ status, code: body.code }).toEqual({ status: 422, code: 'CYCLE_WITHOUT_UNITS' });
    expect((await secretary.get<ReviewCycleView>(empty)).body).toMatchObject({
      state: 'prepared',
      revision: 1,
    });
  });
});

it('whatever a guard asks for has words for the case that it does not hold', () => {
  const { facts } = api.app.get(Registries).known();
  expect([...facts].filter((fact) => !(fact in guardTexts))).toEqual([]);
});
