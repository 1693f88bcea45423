import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  consolidationView,
  effectsView,
  minutesView,
  type DocumentedItem,
  type ExplanationsView,
} from '@nhip/contracts';
import { ListNotices } from '../notices/index.js';
import { UnitOfWork, type Call, type UserActor } from '../platform/index.js';
import { CreateReviewCycle, GetReviewCycle, LaunchReviewCycle, MoveCycle } from '../review-cycles/index.js';
import { instant } from '../shared/index.js';
import {
  employ,
  openOffice,
  openTestProduct,
  playTo,
  standAt,
  type Office,
  type TestProduct,
} from '../testing/index.js';
import { DecideCriticism, JudgeTask, ListTasks, SendAnswer } from '../tasks/index.js';
import {
  ConsolidateExplanations,
  DiscardConclusion,
  DraftConclusion,
  EditConclusion,
  FindConclusionOfTask,
  GetAgenda,
  GetConclusion,
  GetEffects,
  GetMinutes,
  IssueConclusion,
  ListConclusions,
  GetConsolidation,
  ListExplanations,
  PreviewConclusion,
  ReadDeadlinePhrase,
  SendRecommendation,
  WriteMinutes,
} from './index.js';

const opening = '2022-10-03T01:00:00Z';
const conference = '2022-10-11T07:00:00Z';
const listing = { page: 1, perPage: 25, order: 'ASC' } as const;
const answer = { causes: ['leadership'], text: 'Chưa quan tâm đúng mức.', measures: 'Phân công lại.' };

let product: TestProduct;
let office: Office;
let people: Readonly<Record<string, UserActor>>;
let cycleId: string;

beforeAll(async () => void (product = await openTestProduct()));
afterAll(() => product.close());
beforeEach(async () => {
  await standAt(product, opening);
  office = await openOffice(product);
  people = await employ(product, office, [
    ['committee'],
    ['secretariat'],
    ['unit-leader', 'P1'],
    ['unit-leader', 'P2'],
  ]);
  cycleId = await openCycle('9T-2022');
  await setFigures({ P1: '80', P2: '89.9', P3: '95', NV: '90', VH: '100' });
  await endCollection();
});

const by = (name: string, now: string): Call => {
  const actor = people[name];
  if (actor === undefined) throw new Error(`nobody is ${name}`);
  return { actor, now: instant(now) };
};
const actor = (name: string): UserActor => by(name, conference).actor as UserActor;

async function openCycle(code: string, previous?: string, year = '2022'): Promise<string> {
  const { id } = await product.get(CreateReviewCycle).execute(
    {
      code,
      names: { vi: `Rà soát 9 tháng năm ${year}` },
      period: {
        preset: 'calendar',
        kind: 'nine-months',
        start: `${year}-01-01`,
        end: `${year}-09-30`,
        asOf: `${year}-10-10`,
      },
      ...(previous === undefined
        ? { criteriaSetVersionId: office.criteriaSetVersionId, unitIds: Object.values(office.units) }
        : { copyOf: previous }),
      stages: [{ stage: 'collecting', phrase: `đến hết ngày 10/10/${year}` }],
    },
    by('secretariat', opening),
  );
  if (previous === undefined) await product.get(LaunchReviewCycle).execute({ id }, by('committee', opening));
  return id;
}

/** Of 100 dossiers received in each unit, so many were processed electronically. */
const setFigures = (processed: Readonly<Record<string, string>>, year = '2022') =>
  product.get(UnitOfWork).run(office.system(opening), (tx) =>
    tx.rows(
      `insert into figure (administration_id, cycle_id, unit_id, element_code, period_start, period_end, side, state,
         value, illustrative, recorded_by, at, valid_on)
       select $1, $2, unit_id, element_code, $6::date, $7::date, 'unit', 'value', value, true, 'system:spec',
              $3, $7::date
         from unnest($4::uuid[], $5::numeric[]) as p(unit_id, processed)
        cross join lateral (values ('received', 100), ('e-processed', processed)) as e(element_code, value)`,
      [
        office.administrationId,
        cycleId,
        opening,
        Object.keys(processed).map((code) => office.units[code]),
        Object.values(processed),
        `${year}-01-01`,
        `${year}-09-30`,
      ],
    ),
  );

async function endCollection(year = '2022'): Promise<void> {
  const now = `${year}-10-10T09:00:00Z`;
  await standAt(product, now);
  await product
    .get(MoveCycle)
    .execute({ id: cycleId, revision: await revision(), event: 'end-stage' }, by('secretariat', now));
  await standAt(product, conference);
}
const cycle = (now = conference) =>
  product.get(GetReviewCycle).execute(cycleId, actor('secretariat'), instant(now));
const revision = async () => (await cycle()).revision;

const explanation: DocumentedItem = {
  kind: 'explanation',
  title: 'Giải trình kết quả dưới ngưỡng',
  text: 'Các đơn vị không đạt gửi giải trình về Phòng Nội vụ trước ngày 18/10.',
  assignees: { rule: 'weak-results' },
  deadline: { phrase: 'trước ngày 18/10' },
};
const items = (): DocumentedItem[] => [
  explanation,
  {
    kind: 'recurring',
    title: 'Thường xuyên rà soát, đôn đốc',
    text: 'Phòng Nội vụ thường xuyên rà soát, kiểm tra, đôn đốc.',
    assignees: { unitIds: [office.units['NV'] ?? ''] },
    deadline: { phrase: 'thường xuyên' },
  },
  {
    kind: 'directive',
    title: 'Đẩy mạnh thực hiện các chỉ số',
    text: 'Các phòng, ban, phường đẩy mạnh thực hiện các chỉ số.',
    assignees: { rule: 'all-participants' },
  },
  { kind: 'information', title: 'Đánh giá chung', text: 'Một số phường có tỷ lệ thấp.' },
];
const draft = (given: DocumentedItem[] = items(), overrides: object = {}) =>
  product.get(DraftConclusion).execute(
    {
      cycleId,
      title: 'Kết luận hội nghị rà soát 9 tháng',
      heldOn: '2022-10-11',
      chair: 'Người chủ trì',
      items: given,
      ...overrides,
    },
    by('secretariat', conference),
  );
const issue = (id: string, call = by('committee', conference), given: object = {}) =>
  product.get(IssueConclusion).execute({ id, number: '25/TB-UBND', ...given }, call);
const tasks = (filter: object = {}, now = conference) =>
  product.get(ListTasks).execute({ ...listing, perPage: 100, ...filter }, actor('secretariat'), instant(now));
const explanations = (now: string): Promise<ExplanationsView> =>
  product.get(ListExplanations).execute(cycleId, actor('secretariat'), instant(now));

describe('a conference', () => {
  const minutes = (id: string, name = 'secretariat') =>
    product.get(GetMinutes).execute(id, actor(name), instant(conference));
  const write = (id: string, revision: number, given: object) =>
    product
      .get(WriteMinutes)
      .execute(
        { id, revision, minutes: { course: 'Theo chương trình.', ...given } },
        by('secretariat', conference),
      );

  it('has minutes beside its conclusion, with a revision of their own, and for ever once that is issued', async () => {
    const { id } = await draft();
    expect(await minutes(id)).toMatchObject({ agenda: [], attendance: [], revision: 0 });
    const p1 = office.units['P1'] ?? '';
    await write(id, 0, {
      secretary: 'Thư ký',
      agenda: [{ about: 'results', text: 'Tỷ lệ xử lý điện tử: 2 phường dưới 90 %.' }],
      attendance: [
        { unitId: p1, name: 'Chủ tịch phường', presence: 'present' },
        { presence: 'excused', name: 'Khách' },
      ],
      opinions: [{ unitId: p1, speaker: 'Chủ tịch phường', text: 'Đề nghị bổ sung máy quét.' }],
    });
    const written = await minutes(id);
    expect(written).toMatchObject({
      secretary: 'Thư ký',
      agenda: [{ about: 'results' }],
      attendance: [
        { unit: { code: 'P1' }, name: 'Chủ tịch phường', presence: 'present' },
        { unit: null, name: 'Khách', presence: 'excused' },
      ],
      opinions: [{ unit: { code: 'P1' }, speaker: 'Chủ tịch phường' }],
      revision: 1,
    });
    expect(minutesView.parse(written)).toEqual(written);
    await expect(write(id, 0, {})).rejects.toMatchObject({ code: 'REVISION_CONFLICT' });
    await expect(
      write(id, 1, { opinions: [{ unitId: office.administrationId, speaker: 'Ai đó', text: 'Không rõ.' }] }),
    ).rejects.toMatchObject({ code: 'CONFERENCE_UNIT_UNKNOWN' });
    await expect(minutes(id, 'unit-leader.P1')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await issue(id);
    expect(await minutes(id, 'unit-leader.P1')).toMatchObject({ course: 'Theo chương trình.' });
    await expect(write(id, 1, {})).rejects.toMatchObject({ code: 'CONCLUSION_NOT_DRAFT' });
    await expect(product.reader.rows(`update conference_minutes set course = 'x'`)).rejects.toThrow(
      /never change/,
    );
  });

  it('shows whether the indicators moved afterwards, per unit and together', async () => {
    const causes = ['P1', 'P2'].map((code) => office.units[code] ?? '');
    const { id } = await draft([
      {
        kind: 'directive',
        title: 'Nâng tỷ lệ xử lý điện tử của các phường',
        text: 'Phòng Nội vụ hướng dẫn các phường có tỷ lệ thấp.',
        assignees: { unitIds: [office.units['NV'] ?? ''] },
        indicators: ['e-rate'],
        causeUnitIds: causes,
      },
    ]);
    const effects = (name = 'committee') =>
      product.get(GetEffects).execute(id, actor(name), instant(conference));
    await expect(effects()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await issue(id);
    const view = await product.get(GetConclusion).execute(id, actor('committee'), instant(conference));
    expect(view.items[0]?.causeUnits.map(({ code }) => code)).toEqual(['P1', 'P2']);
    const [before] = (await effects()).items[0]?.indicators ?? [];
    expect(before).toMatchObject({
      cycles: [{ id: cycleId, side: 'before', incomparable: null }],
      // (80 + 89,9) of 200
      together: { points: [{ value: '1699/20', shownValue: '84.95' }], change: { verdict: 'not-yet' } },
    });

    cycleId = await openCycle('9T-2023', undefined, '2023');
    await setFigures({ P1: '95', P2: '88.9', P3: '95', NV: '90', VH: '100' }, '2023');
    await endCollection('2023');
    const [item] = (await effects()).items;
    const [after] = item?.indicators ?? [];
    expect(effectsView.parse(await effects()).items[0]).toEqual(item);
    expect(after?.cycles.map(({ side, incomparable }) => [side, incomparable])).toEqual([
      ['before', null],
      ['after', null],
    ]);
    expect(after?.together.change).toMatchObject({
      verdict: 'better',
      difference: '7/1',
      shownDifference: '7.00',
    });
    expect(
      after?.units.map(({ unit, change }) => [unit.code, change.verdict, change.shownDifference]),
    ).toEqual([
      ['P1', 'better', '15.00'],
      ['P2', 'worse', '-1.00'],
    ]);
    const [own] = (await effects('unit-leader.P2')).items[0]?.indicators ?? [];
    expect(own?.units.map(({ unit }) => unit.code)).toEqual(['P2']);
    expect(own?.together.points.map(({ shownValue }) => shownValue)).toEqual(['89.90', '88.90']);

    // P3 becomes part of P2 after the conference: what P2 had before is what both had.
    await product.reader.rows(
      `insert into unit_successor (administration_id, from_unit_id, to_unit_id, on_day) values ($1, $2, $3, '2023-01-01')`,
      [office.administrationId, office.units['P3'], office.units['P2']],
    );
    const [merged] = (await effects('unit-leader.P2')).items[0]?.indicators ?? [];
    const [earlier, later] = merged?.units[0]?.points ?? [];
    expect([earlier?.denominator, later?.denominator]).toEqual(['200', '100']);
    expect(earlier?.numerator).toBe('184.9');
    expect(later?.shownValue).toBe('88.90');
  });
});

describe('a conclusion', () => {
  it('previews what it would assign, and when issued assigns just that and moves the cycle on', async () => {
    const { id } = await draft();
    const preview = await product.get(PreviewConclusion).execute(id, actor('committee'), instant(conference));
    expect(preview.tasks.map(({ item, unit }) => `${item} ${unit.code}`)).toEqual([
      '1 P1',
      '1 P2',
      '2 NV',
      ...['NV', 'P1', 'P2', 'P3', 'VH'].map((code) => `3 ${code}`),
    ]);
    expect(preview).toMatchObject({ withoutTasks: [], overdue: [] });
    expect((await tasks()).total).toBe(0);

    expect(await issue(id)).toMatchObject({ tasks: 8, explanations: 2, revision: 2 });
    const asked = await tasks({ kind: 'explanation' });
    expect(asked.items.map(({ unit, dueOn, phrase }) => [unit.code, dueOn, phrase])).toEqual([
      ['P1', '2022-10-17', 'trước ngày 18/10'],
      ['P2', '2022-10-17', 'trước ngày 18/10'],
    ]);
    const [task] = asked.items;
    expect(task && (await product.get(FindConclusionOfTask).execute(task, actor('unit-leader.P1')))).toEqual({
      id,
      title: 'Kết luận hội nghị rà soát 9 tháng',
      number: '25/TB-UBND',
      heldOn: '2022-10-11',
      item: 1,
    });
    const [first] = (await explanations(conference)).items;
    expect(first?.explains).toMatchObject([{ indicator: 'e-rate', limit: '90', shownValue: '80.00' }]);
    expect(await cycle()).toMatchObject({
      state: 'explaining',
      deadline: { on: '2022-10-17', phrase: 'trước ngày 18/10' },
    });
    const recurring = (await tasks({ unitId: office.units['NV'] })).items.find(
      ({ recurrence }) => recurrence,
    );
    expect(recurring).toMatchObject({ recurrence: 'ongoing', nextCheckOn: '2022-10-31' });
    const view = await product.get(GetConclusion).execute(id, actor('unit-leader.P1'), instant(conference));
    expect(view).toMatchObject({ state: 'issued', number: '25/TB-UBND', tasks: { total: 2 } });
    expect(view.items[0]?.tasks).toMatchObject({ total: 1, openInTime: 1 });
    const [history] = await product.reader.rows<{ stream: string; body: { after: { taskIds: string[] } } }>(
      `select stream, body::json as body from history where subject_id = $1 and action = 'conclusion.issued'`,
      [id],
    );
    expect(history?.stream).toBe(`cycle/${cycleId}`);
    expect(history?.body.after.taskIds).toHaveLength(8);
  });

  it('runs the round: explanations, reminder, unanswered and criticised, consolidated list, next agenda', async () => {
    const { id } = await draft();
    await issue(id);
    const [p1, p2] = (await tasks({ kind: 'explanation' })).items;
    await playTo(product, '2022-10-14T02:00:00Z');
    await product
      .get(SendAnswer)
      .execute({ id: p1?.id ?? '', answer }, by('unit-leader.P1', '2022-10-14T02:00:00Z'));
    await product.get(JudgeTask).accept({ id: p1?.id ?? '' }, by('secretariat', '2022-10-14T03:00:00Z'));
    await playTo(product, '2022-10-20T02:00:00Z');
    expect(await cycle('2022-10-20T02:00:00Z')).toMatchObject({ state: 'following-up' });
    expect((await explanations('2022-10-20T02:00:00Z')).counts).toMatchObject({
      total: 2,
      accepted: 1,
      answered: 1,
      unanswered: 1,
      marked: 1,
    });
    const decision = { ids: [p2?.id ?? ''], documentNumber: '30/TB', documentOn: '2022-10-20' };
    await product.get(DecideCriticism).criticise(decision, by('committee', '2022-10-20T03:00:00Z'));
    const consolidate = () =>
      product
        .get(ConsolidateExplanations)
        .execute({ cycleId, note: 'Báo cáo Thường trực' }, by('secretariat', '2022-10-20T04:00:00Z'));
    expect(await consolidate()).toMatchObject({ number: 1 });
    expect(await consolidate()).toMatchObject({ number: 2 });
    expect((await explanations('2022-10-20T05:00:00Z')).consolidations[0]).toMatchObject({
      number: 2,
      counts: { criticised: 1, marked: 0 },
    });
    const kept = (name: string, number = 2) =>
      product.get(GetConsolidation).execute({ cycleId, number }, actor(name));
    const list = await kept('secretariat');
    expect(list).toMatchObject({ number: 2, note: 'Báo cáo Thường trực', counts: { criticised: 1 } });
    expect(list.items.map(({ state, criticism }) => [state, criticism])).toEqual([
      ['accepted', 'none'],
      ['assigned', 'criticised'],
    ]);
    expect(consolidationView.parse(list)).toEqual(list);
    await expect(kept('unit-leader.P1')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(kept('secretariat', 3)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const leader = by('unit-leader.P1', '2022-10-20T05:00:00Z');
    await product
      .get(SendRecommendation)
      .execute(
        { title: 'Bổ sung máy tính', addressee: 'UBND thành phố', unitId: office.units['P1'] ?? '', cycleId },
        leader,
      );

    await product
      .get(MoveCycle)
      .execute(
        { id: cycleId, revision: await revision(), event: 'close' },
        by('secretariat', '2022-12-01T02:00:00Z'),
      );
    const next = await openCycle('NAM-2022', cycleId);
    const agenda = () =>
      product.get(GetAgenda).execute(next, actor('secretariat'), instant('2022-12-02T02:00:00Z'));
    expect((await agenda()).previousCycle?.id).toBe(cycleId);
    expect((await agenda()).tasks).toHaveLength(7);
    expect((await agenda()).recommendations.map(({ title }) => title)).toEqual(['Bổ sung máy tính']);
    const notices = await product.get(ListNotices).execute({ ...listing }, actor('committee'));
    expect(notices.items[0]).toMatchObject({
      kind: 'follow-ups.carried-over',
      params: { tasks: 7, recommendations: 1 },
    });
  });

  it('moves the cycle on without explanations, and takes a further conclusion later', async () => {
    const directive = items().slice(2);
    await issue((await draft(directive)).id);
    expect(await cycle()).toMatchObject({ state: 'following-up' });
    const before = await revision();
    expect(await issue((await draft(directive)).id)).toMatchObject({ tasks: 5 });
    expect(await revision()).toBe(before);
    const total = async (filter: object) => {
      const asked = { ...listing, cycleId, ...filter };
      return (await product.get(ListConclusions).execute(asked, actor('committee'), instant(conference)))
        .total;
    };
    expect(await total({})).toBe(2);
    expect(await total({ page: 9 })).toBe(2);
    expect([await total({ q: 'HOI NGHI' }), await total({ q: 'hội_nghị' })]).toEqual([2, 0]);
  });

  it('keeps the mark of what was invented on the items whose text stays', async () => {
    const { id } = await draft([{ ...explanation, illustrative: true }, ...items().slice(3)]);
    const edited = [
      { ...explanation, title: 'Giải trình' },
      { ...explanation, text: 'Văn bản mới.' },
    ];
    await product
      .get(EditConclusion)
      .execute({ id, revision: 1, edit: { items: edited } }, by('secretariat', conference));
    const view = await product.get(GetConclusion).execute(id, actor('committee'), instant(conference));
    expect(view.items.map(({ illustrative }) => illustrative)).toEqual([true, false]);
  });

  it('is edited by revision, its deadlines read again from another day, and discarded', async () => {
    const { id } = await draft([{ ...explanation, deadline: { phrase: 'trong 5 ngày làm việc' } }]);
    const secretary = by('secretariat', conference);
    const edit = (given: object, at: number) =>
      product.get(EditConclusion).execute({ id, revision: at, edit: given }, secretary);
    await edit({ heldOn: '2022-10-12' }, 1);
    const view = await product.get(GetConclusion).execute(id, actor('committee'), instant(conference));
    expect(view.items[0]).toMatchObject({ dueOn: '2022-10-19', phrase: 'trong 5 ngày làm việc' });
    await expect(edit({ title: 'Tên khác' }, 1)).rejects.toMatchObject({ code: 'REVISION_CONFLICT' });
    await expect(
      product.get(GetConclusion).execute(id, actor('unit-leader.P1'), instant(conference)),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await product.get(DiscardConclusion).execute({ id, revision: 2, reason: 'Soạn lại' }, secretary);
    await expect(edit({ title: 'Tên khác' }, 3)).rejects.toMatchObject({ code: 'CONCLUSION_NOT_DRAFT' });
  });

  it('is refused whole when anything in it does not hold', async () => {
    const whole = async (
      given: DocumentedItem[],
      code: string,
      call?: Call,
      rest?: object,
      overrides?: object,
    ) => {
      const { id } = await draft(given, overrides);
      await expect(issue(id, call, rest)).rejects.toMatchObject({ code });
    };
    const base = {
      kind: 'directive' as const,
      title: 'Việc chung',
      text: 'Nội dung',
      assignees: { unitIds: [] },
    };
    const ofP1 = { ...base, assignees: { unitIds: [office.units['P1'] ?? ''] } };
    await whole([], 'CONCLUSION_EMPTY');
    await whole([base], 'CONCLUSION_ITEM_WITHOUT_UNITS');
    await whole([{ ...explanation, deadline: { phrase: 'kịp thời' } }], 'CONCLUSION_ITEM_DEADLINE');
    await whole([ofP1, { ...ofP1, deadline: { dueOn: '2022-10-10' } }], 'CONCLUSION_ITEM_PAST');
    await whole([explanation], 'CONCLUSION_ITEM_NEEDS_CYCLE', undefined, {}, { cycleId: null });
    await whole([explanation], 'FORBIDDEN', by('secretariat', conference));
    await whole([explanation], 'CONCLUSION_DATE_WRONG', undefined, { issuedOn: '2022-10-12' });
    await whole([{ ...base, assignees: { unitIds: [office.administrationId] } }], 'TASK_UNIT_UNKNOWN');
    expect((await tasks()).total).toBe(0);
    expect(await cycle()).toMatchObject({ state: 'conferring' });
  });

  it('never changes once issued, by any route', async () => {
    const { id } = await draft();
    await issue(id);
    await expect(issue(id)).rejects.toMatchObject({ code: 'CONCLUSION_NOT_DRAFT' });
    await expect(
      product.reader.rows(`update conclusion set title = 'x' where id = $1`, [id]),
    ).rejects.toThrow(/never changes/);
    await expect(
      product.reader.rows('delete from conclusion_item where conclusion_id = $1', [id]),
    ).rejects.toThrow(/never change/);
  });

  it('reads a phrase as one types', async () => {
    const read = (phrase: string) =>
      product
        .get(ReadDeadlinePhrase)
        .execute(
          { phrase, documentDay: '2022-10-11' },
          { administrationId: office.administrationId },
          instant(conference),
        );
    expect(await read('trước ngày 18/10')).toMatchObject({ dueOn: '2022-10-17', class: 'exclusive' });
    expect(await read('ngay')).toMatchObject({ dueOn: null, class: 'vague' });
    expect(await read('trước ngày 31/2')).toMatchObject({
      dueOn: null,
      warnings: [{ code: 'DEADLINE_NO_SUCH_DAY' }],
    });
  });
});
