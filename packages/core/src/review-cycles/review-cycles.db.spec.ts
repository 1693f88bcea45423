import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ProcedureDefinitionInput } from '@nhip/contracts';
import type { Call, UserActor } from '../platform/index.js';
import { openOffice, openTestProduct, type Office, type TestProduct } from '../testing/index.js';
import {
  AddParticipants,
  CreateReviewCycle,
  EditReviewCycle,
  ExcuseParticipant,
  GetReviewCycle,
  LaunchReviewCycle,
  ListParticipants,
  ListReviewCycles,
  MoveCycle,
  MoveStageDeadline,
  ReopenStage,
  reviewCycleProcedures,
} from './index.js';

/** The real procedure without what features above set off: this spec is about cycles alone. */
function alone(definition: ProcedureDefinitionInput): ProcedureDefinitionInput {
  return JSON.parse(JSON.stringify(definition), (key, value: unknown) =>
    key === 'effects'
      ? []
      : key === 'guards'
        ? (value as string[]).filter((name) => name.startsWith('review-cycles.'))
        : value,
  ) as ProcedureDefinitionInput;
}

let product: TestProduct;
let office: Office;
let number = 0;

beforeAll(async () => {
  product = await openTestProduct();
});
afterAll(() => product.close());
beforeEach(async () => {
  office = await openOffice(product, {
    'review-conference-first': alone(reviewCycleProcedures['review-conference-first']!),
    'review-explanation-first': alone(reviewCycleProcedures['review-explanation-first']!),
  });
});

const period = {
  preset: 'calendar',
  kind: 'nine-months',
  start: '2022-01-01',
  end: '2022-09-30',
  asOf: '2022-10-10',
} as const;
const morning = '2022-10-03T01:00:00Z';

const create = (overrides: Record<string, unknown> = {}, call: Call = office.by('secretariat', morning)) =>
  product.get(CreateReviewCycle).execute(
    {
      code: `9T-2022-${(number += 1)}`,
      names: { vi: 'Rà soát 9 tháng năm 2022' },
      period,
      criteriaSetVersionId: office.criteriaSetVersionId,
      unitIds: Object.values(office.units),
      stages: [{ stage: 'collecting', phrase: 'đến hết ngày 10/10/2022' }],
      ...overrides,
    },
    call,
  );
const launch = (id: string, now = morning) =>
  product.get(LaunchReviewCycle).execute({ id, revision: 1 }, office.by('committee', now));
const read = (id: string, call: Call = office.by('secretariat', morning)) =>
  product.get(GetReviewCycle).execute(id, call.actor as UserActor, call.now);

describe('preparing a cycle', () => {
  it('shows a cycle to units once it is launched, and only if they take part', async () => {
    const { id } = await create({ unitIds: [office.units['P1']] });
    const [own, other] = ['P1', 'P2'].map((code) => office.by('unit-officer', morning, code));
    await expect(read(id, own)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await launch(id);
    expect((await read(id, own)).state).toBe('collecting');
    await expect(read(id, other)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('keeps the phrase of a deadline beside the day it means', async () => {
    const { id } = await create();
    const cycle = await read(id);
    expect(cycle).toMatchObject({ state: 'prepared', participants: 5, revision: 1, deadline: null });
    expect(cycle.stages.map(({ stage, position }) => `${stage} ${position}`)).toEqual([
      'prepared now',
      'collecting ahead',
      'conferring ahead',
      'explaining ahead',
      'following-up ahead',
      'closed ahead',
    ]);
    expect(cycle.stages[1]?.deadline).toEqual({
      on: '2022-10-10',
      at: '2022-10-10T17:00:00.000Z',
      phrase: 'đến hết ngày 10/10/2022',
      workingDaysLeft: 5,
      overdue: false,
    });
    expect(cycle.actions.map(({ event }) => event)).toEqual(['discard']);
  });

  it.each([
    ['a code in use', { code: 'TRUNG' }, 'CYCLE_CODE_TAKEN'],
    [
      'a set that is not issued',
      { criteriaSetVersionId: '018f0000-0000-7000-8000-000000000000' },
      'CYCLE_SET_MISSING',
    ],
    [
      'a unit that does not exist',
      { unitIds: ['018f0000-0000-7000-8000-000000000000'] },
      'PARTICIPANTS_UNKNOWN',
    ],
    ['a deadline in the past', { stages: [{ stage: 'collecting', dueOn: '2022-10-02' }] }, 'DEADLINE_PAST'],
    ['a vague deadline', { stages: [{ stage: 'collecting', phrase: 'kịp thời' }] }, 'DEADLINE_NOT_A_DAY'],
    ['an unknown stage', { stages: [{ stage: 'dreaming', dueOn: '2022-10-12' }] }, 'STAGE_UNKNOWN'],
    ['a period that ends before it begins', { period: { ...period, end: '2021-12-31' } }, 'PERIOD_REVERSED'],
    ['an unknown procedure', { procedureCode: 'no-such' }, 'PROCEDURE_UNKNOWN'],
  ])('refuses %s and leaves nothing behind', async (_what, overrides, code) => {
    if (code === 'CYCLE_CODE_TAKEN') await create({ code: 'TRUNG' });
    const count = async () => (await product.reader.rows('select from review_cycle')).length;
    const before = await count();
    await expect(create(overrides)).rejects.toMatchObject({ code });
    expect(await count()).toBe(before);
  });

  it('is one under its code, also when two are made at once', async () => {
    const made = await Promise.allSettled([create({ code: 'CUNG-LUC' }), create({ code: 'CUNG-LUC' })]);
    expect(made.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(made.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'CYCLE_CODE_TAKEN' },
    });
  });

  it('copies set, procedure and units of an earlier cycle and remembers which', async () => {
    const { id: earlier } = await create({ unitIds: [office.units['P1'], office.units['NV']] });
    const { id } = await create({ copyOf: earlier, criteriaSetVersionId: undefined, unitIds: undefined });
    const [copy, original] = [await read(id), await read(earlier)];
    expect(copy.participants).toBe(2);
    expect(copy.criteriaSet).toEqual(original.criteriaSet);
    expect(copy.previousCycle?.id).toBe(earlier);
  });

  it('is edited until it is launched, with one history entry a change', async () => {
    const { id } = await create();
    const edit = { id, revision: 1, names: { vi: 'Tên mới' }, unitIds: [office.units['P1'] ?? ''] };
    await product.get(EditReviewCycle).execute(edit, office.by('secretariat', morning));
    expect(await read(id)).toMatchObject({ names: { vi: 'Tên mới' }, participants: 1, revision: 2 });
    await expect(
      product.get(EditReviewCycle).execute(edit, office.by('secretariat', morning)),
    ).rejects.toMatchObject({
      code: 'REVISION_CONFLICT',
    });
    await product.get(LaunchReviewCycle).execute({ id, revision: 2 }, office.by('committee', morning));
    await expect(
      product.get(EditReviewCycle).execute({ ...edit, revision: 3 }, office.by('secretariat', morning)),
    ).rejects.toMatchObject({ code: 'CYCLE_NOT_PREPARED' });
    const entries = await product.reader.rows<{ action: string; revision: number; body: string }>(
      'select action, revision, body from history where subject_id = $1 order by revision',
      [id],
    );
    expect(entries.map(({ action, revision }) => `${revision} ${action}`)).toEqual([
      '1 review-cycle.created',
      '2 review-cycle.edited',
      '3 review-cycle.launched',
    ]);
    const edited = JSON.parse(entries[1]?.body ?? '{}') as {
      before: { names: unknown };
      after: { names: unknown };
    };
    expect(edited).toMatchObject({
      before: { names: { vi: 'Rà soát 9 tháng năm 2022' } },
      after: { names: { vi: 'Tên mới' } },
    });
  });
});

describe('launching', () => {
  it('is the committee’s to do, and starts the clock of the first stage', async () => {
    const { id } = await create();
    await expect(
      product.get(LaunchReviewCycle).execute({ id }, office.by('secretariat', morning)),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await launch(id);
    expect(await read(id)).toMatchObject({ state: 'collecting', deadline: { on: '2022-10-10' } });
    expect(
      await product.reader.rows(`select name, due_at from timer where instance_id = $1 and state = 'armed'`, [
        id,
      ]),
    ).toEqual([{ name: 'stage-deadline', due_at: '2022-10-10T17:00:00.000Z' }]);
  });

  it('is refused without units and without the first deadline', async () => {
    const { id: empty } = await create({ unitIds: [] });
    await expect(launch(empty)).rejects.toMatchObject({ code: 'CYCLE_WITHOUT_UNITS' });
    const { id: timeless } = await create({ stages: [] });
    await expect(launch(timeless)).rejects.toMatchObject({ code: 'STAGE_DEADLINE_MISSING' });
  });

  it('happens once for the same command key', async () => {
    const { id } = await create();
    const call: Call = {
      ...office.by('committee', morning),
      command: { key: `launch-${id}`, type: 'launch', fingerprint: 'f' },
    };
    const first = await product.get(LaunchReviewCycle).execute({ id, revision: 1 }, call);
    expect(await product.get(LaunchReviewCycle).execute({ id, revision: 1 }, call)).toEqual(first);
    expect((await read(id)).revision).toBe(2);
  });
});

describe('a running cycle', () => {
  const tuesday = '2022-10-04T01:00:00Z';
  const secretariat = () => office.by('secretariat', tuesday);

  it('has its deadline moved for all, timers with it', async () => {
    const { id } = await create();
    await launch(id);
    await product.get(MoveStageDeadline).execute(
      {
        id,
        revision: 2,
        deadline: { stage: 'collecting', phrase: 'trước ngày 13/10' },
        reason: 'Chờ số liệu của tỉnh',
      },
      secretariat(),
    );
    expect((await read(id)).deadline).toMatchObject({ on: '2022-10-12', phrase: 'trước ngày 13/10' });
    const timers = await product.reader.rows<{ state: string; due: string }>(
      'select state, due_at as due from timer where instance_id = $1 order by id',
      [id],
    );
    expect(timers).toEqual([
      { state: 'cancelled', due: '2022-10-10T17:00:00.000Z' },
      { state: 'armed', due: '2022-10-12T17:00:00.000Z' },
    ]);
  });

  it('has it moved for one unit, the cycle’s staying as it is', async () => {
    const { id } = await create();
    await launch(id);
    const move = {
      id,
      revision: 2,
      deadline: { stage: 'collecting', dueOn: '2022-10-14' },
      reason: 'Mưa lũ',
    };
    await product
      .get(MoveStageDeadline)
      .execute({ ...move, unitIds: [office.units['P2'] ?? ''] }, secretariat());
    const { items } = await product.get(ListParticipants).execute(id, {}, secretariat().actor as UserActor);
    expect(items.filter(({ due }) => due !== null).map(({ code, due }) => `${code} ${due?.on}`)).toEqual([
      'P2 2022-10-14',
    ]);
    expect((await read(id)).deadline?.on).toBe('2022-10-10');
  });

  it('is moved for single units only while it collects', async () => {
    const { id } = await create({
      procedureCode: 'review-explanation-first',
      stages: [
        { stage: 'collecting', dueOn: '2022-10-10' },
        { stage: 'explaining', dueOn: '2022-10-20' },
      ],
    });
    await launch(id);
    await product.get(MoveCycle).execute({ id, revision: 2, event: 'end-stage' }, secretariat());
    const moving = product.get(MoveStageDeadline).execute(
      {
        id,
        revision: 3,
        deadline: { stage: 'explaining', dueOn: '2022-10-25' },
        unitIds: [office.units['P2'] ?? ''],
        reason: 'Mưa lũ',
      },
      secretariat(),
    );
    await expect(moving).rejects.toMatchObject({ code: 'UNIT_DEADLINE_NOT_COLLECTING' });
  });

  it('gains and excuses units, each with a reason', async () => {
    const { id } = await create({ unitIds: [office.units['P1']] });
    await launch(id);
    await product
      .get(AddParticipants)
      .execute(
        { id, revision: 2, unitIds: [office.units['P2'] ?? ''], reason: 'Bổ sung theo Công văn 12' },
        secretariat(),
      );
    await product
      .get(ExcuseParticipant)
      .execute({ id, revision: 3, unitId: office.units['P1'] ?? '', reason: 'Đang sáp nhập' }, secretariat());
    const { items } = await product.get(ListParticipants).execute(id, {}, secretariat().actor as UserActor);
    expect(items.map(({ code, status, reason }) => [code, status, reason])).toEqual([
      ['P1', 'excused', 'Đang sáp nhập'],
      ['P2', 'active', null],
    ]);
    await expect(
      product
        .get(ExcuseParticipant)
        .execute({ id, revision: 4, unitId: office.units['VH'] ?? '', reason: 'Nhầm' }, secretariat()),
    ).rejects.toMatchObject({ code: 'UNIT_TAKES_NO_PART' });
    await expect(
      product
        .get(ExcuseParticipant)
        .execute({ id, revision: 4, unitId: office.units['P2'] ?? '', reason: '' }, secretariat()),
    ).rejects.toMatchObject({ code: 'REASON_MISSING' });
  });

  it('ends its stage early, reopens it, and is concluded and closed', async () => {
    const { id } = await create();
    await launch(id);
    const step = (
      event: 'end-stage' | 'conclude-without-explanation' | 'close',
      revision: number,
      call = secretariat(),
    ) => product.get(MoveCycle).execute({ id, revision, event }, call);
    await step('end-stage', 2);
    await product
      .get(ReopenStage)
      .execute(
        { id, revision: 3, deadline: { stage: 'collecting', dueOn: '2022-10-07' }, reason: 'Sửa số liệu' },
        secretariat(),
      );
    expect(await read(id)).toMatchObject({ state: 'collecting', deadline: { on: '2022-10-07' } });
    await step('end-stage', 4);
    await expect(step('close', 5)).rejects.toMatchObject({ code: 'NOT_ALLOWED_NOW' });
    await step('conclude-without-explanation', 5, office.by('committee', tuesday));
    await step('close', 6);
    const closed = await read(id);
    expect(closed.state).toBe('closed');
    expect(closed.actions).toEqual([]);
  });

  it('has its launch withdrawn with a reason', async () => {
    const { id } = await create();
    await launch(id);
    const withdraw = { id, revision: 2, event: 'withdraw' } as const;
    await expect(
      product.get(MoveCycle).execute(withdraw, office.by('committee', tuesday)),
    ).rejects.toMatchObject({
      code: 'REASON_MISSING',
    });
    await product
      .get(MoveCycle)
      .execute({ ...withdraw, reason: 'Hoãn đợt' }, office.by('committee', tuesday));
    expect((await read(id)).state).toBe('withdrawn');
  });
});

describe('who sees which cycle', () => {
  it('shows a unit only the launched cycles it takes part in, and nothing of another administration', async () => {
    const { id } = await create({ unitIds: [office.units['P1']] });
    const list = (call: Call) => product.get(ListReviewCycles).execute({}, call.actor as UserActor, call.now);
    const ward = office.by('unit-officer', morning, 'P1');
    expect((await list(ward)).total).toBe(0);
    await launch(id);
    expect((await list(ward)).items.map((cycle) => cycle.id)).toEqual([id]);
    expect((await list(office.by('unit-officer', morning, 'P2'))).total).toBe(0);
    await expect(read(id, office.by('unit-officer', morning, 'P2'))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const elsewhere = await openOffice(product);
    expect((await list(elsewhere.by('secretariat', morning))).total).toBe(0);
    await expect(read(id, elsewhere.by('secretariat', morning))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('finds by code or name, pages, and counts the whole', async () => {
    await create({ code: 'Q1-2022', names: { vi: 'Quý I' } });
    await create({ code: 'Q2-2022', names: { vi: 'Quý II' } });
    const call = office.by('secretariat', morning);
    const list = (filter: object) =>
      product.get(ListReviewCycles).execute(filter, call.actor as UserActor, call.now);
    expect(await list({ q: 'Quý II' })).toMatchObject({ total: 1, items: [{ code: 'Q2-2022' }] });
    expect(await list({ q: '%' })).toMatchObject({ total: 0 });
    expect(await list({ perPage: 1, page: 2, sort: 'code' })).toMatchObject({
      total: 2,
      items: [{ code: 'Q2-2022' }],
    });
  });
});
