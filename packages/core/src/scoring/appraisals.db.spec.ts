import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { describeStep } from '@nhip/contracts';
import { IssueReadyCriteriaSet } from '../criteria/index.js';
import { UnitOfWork, type Call, type UserActor } from '../platform/index.js';
import { CreateReviewCycle, LaunchReviewCycle, reviewCycleProcedures } from '../review-cycles/index.js';
import { FieldFaults } from '../shared/index.js';
import { submissionProcedure } from '../submissions/index.js';
import {
  criteriaSet,
  element,
  indicator,
  openOffice,
  openTestProduct,
  type Office,
  type TestProduct,
} from '../testing/index.js';
import {
  FollowFigures,
  FreezeScores,
  GetAppraisal,
  GetScoreTrace,
  GetUnitScores,
  ListAppraisals,
  RecordAppraisedScores,
  RecordSelfScores,
  RunScoring,
} from './index.js';
import { Appraisals } from './persistence/appraisals.repository.js';
import { decidingValues } from './queries/deciding-values.js';

const NOW = '2022-10-04T07:00:00Z';
const content = criteriaSet(
  [
    indicator('e', { maxPoints: '60' }),
    indicator('council', {
      shownAs: 'number',
      numerator: { plus: ['council'] },
      denominator: undefined,
      rule: { type: 'appraised' },
      pointsRounding: { mode: 'step', step: '0.5', direction: 'nearest' },
      maxPoints: '30',
    }),
    indicator('survey', {
      shownAs: 'number',
      numerator: { plus: ['survey'] },
      denominator: undefined,
      rule: { type: 'external', lowest: '0', highest: '10' },
      maxPoints: '10',
    }),
  ],
  {
    dataElements: [
      element('e-part'),
      element('e-whole'),
      element('council'),
      element('survey', { filledBy: 'secretariat' }),
    ],
  },
);

let product: TestProduct;
let office: Office;
let cycleId: string;
let unitId: string;

const sql = (text: string, values: readonly unknown[]) =>
  product.get(UnitOfWork).run(office.system(NOW), (tx) => tx.rows<Record<string, unknown>>(text, values));
const officer = () => office.by('unit-officer', NOW, 'P1');
const appraiser = () => office.by('appraiser', NOW);
const self = (items: object[], call: Call = officer()) =>
  product.get(RecordSelfScores).execute({ cycleId, unitId, items: items as never }, call);
const appraise = (items: object[]) =>
  product.get(RecordAppraisedScores).execute({ cycleId, unitId, items: items as never }, appraiser());
const listed = async (show: 'waiting' | 'decided' | 'all') => {
  const query = { cycleId, show, page: 1, perPage: 50, order: 'ASC' as const };
  const { items } = await product.get(ListAppraisals).execute(query, appraiser().actor as UserActor);
  return items.map(({ unit, indicator: { code }, computed, self: own, appraised, waiting }) => [
    unit.code,
    code,
    computed,
    own?.points ?? null,
    appraised?.points ?? null,
    waiting,
  ]);
};
const view = async (code: string) =>
  (await product.get(GetAppraisal).execute({ cycleId, unitId }, appraiser().actor)).items.find(
    (item) => item.indicator === code,
  );
const faultsOf = (work: Promise<unknown>) =>
  work.then(
    () => [],
    (error: unknown) => (error instanceof FieldFaults ? error.faults.map(({ code }) => code) : [error]),
  );
const setState = (state: string) =>
  sql(
    `update procedure_instance set state = $3, revision = revision + 1 where administration_id = $1 and id =
       (select id from submission where cycle_id = $2 and unit_id = '${unitId}')`,
    [office.administrationId, cycleId, state],
  );

beforeAll(async () => {
  product = await openTestProduct();
  office = await openOffice(product, {
    'review-conference-first': reviewCycleProcedures['review-conference-first'],
    submission: submissionProcedure,
  } as never);
  unitId = office.units['P1'] ?? '';
  const { versionId } = await product
    .get(IssueReadyCriteriaSet)
    .execute({ code: 'THAM-DINH', names: { vi: 'Bộ thẩm định' }, content }, office.system(NOW));
  const secretariat = office.by('secretariat', NOW);
  ({ id: cycleId } = await product.get(CreateReviewCycle).execute(
    {
      code: 'TD',
      names: { vi: 'Đợt thẩm định' },
      period: {
        preset: 'calendar',
        kind: 'quarter',
        start: '2022-07-01',
        end: '2022-09-30',
        asOf: '2022-09-30',
      } as never,
      criteriaSetVersionId: versionId,
      unitIds: [unitId, office.units['P2'] ?? ''],
      stages: [{ stage: 'collecting', dueOn: '2022-10-20' }],
    },
    secretariat,
  ));
  await product.get(LaunchReviewCycle).execute({ id: cycleId }, office.by('committee', NOW));
  for (const [code, value] of [
    ['e-part', '90'],
    ['e-whole', '100'],
  ]) {
    await sql(
      `insert into figure (administration_id, cycle_id, unit_id, element_code, period_start, period_end, side, state,
         value, illustrative, recorded_by, at, valid_on)
       values ($1, $2, $3, $4, '2022-07-01', '2022-09-30', 'unit', 'value', $5, true, 'system:spec', $6, '2022-09-30')`,
      [office.administrationId, cycleId, unitId, code, value, NOW],
    );
  }
});
afterAll(() => product.close());

describe('self-score → appraised → final', () => {
  it('the unit scores itself while the submission is its own, with a reason where figures say otherwise', async () => {
    expect(await self([{ indicator: 'e', points: '54' }])).toEqual({ revision: 1, recorded: 1 });
    expect(
      await faultsOf(
        self([
          { indicator: 'e', points: '60' },
          { indicator: 'e', points: '1' },
          { indicator: 'council', points: '30.5' },
          { indicator: 'survey', points: '9', reason: 'Theo điều tra' },
          { indicator: 'x', points: '1' },
        ]),
      ),
    ).toEqual([
      'REASON_NEEDED',
      'INDICATOR_TWICE',
      'POINTS_OUT_OF_RANGE',
      'INDICATOR_NOT_SELF_SCORED',
      'INDICATOR_NOT_IN_SET',
    ]);
    expect(await faultsOf(self([{ indicator: 'council', points: '20.3' }]))).toEqual(['POINTS_OFF_STEP']);
    await self([
      { indicator: 'e', points: '60', reason: 'Chưa tính hồ sơ nộp trực tiếp' },
      { indicator: 'council', points: '29.5' },
    ]);
    expect(await view('e')).toMatchObject({
      computed: '54/1',
      self: { points: '60', reason: 'Chưa tính hồ sơ nộp trực tiếp' },
      appraised: null,
      final: null,
      versions: [{ superseded: false }, { superseded: true, points: '54' }],
    });
    expect(await view('survey')).toMatchObject({ selfScored: false, computed: null });
  });

  it('another unit neither sees nor decides them', async () => {
    const stranger = office.by('unit-officer', NOW, 'P2');
    await expect(self([{ indicator: 'e', points: '60' }], stranger)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(
      product.get(GetAppraisal).execute({ cycleId, unitId }, stranger.actor),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('appraisers decide once it is handed in; the open run follows; freezing makes it final', async () => {
    const decided = [{ indicator: 'council', points: '25', reason: 'Thiếu tài liệu kiểm chứng' }];
    await expect(appraise(decided)).rejects.toMatchObject({ code: 'APPRAISAL_TOO_EARLY' });
    expect(await listed('all')).toEqual([]);
    await setState('submitted');
    expect(await listed('waiting')).toEqual([
      ['P1', 'e', '54/1', '60', null, true],
      ['P1', 'council', null, '29.5', null, true],
    ]);
    await expect(self([{ indicator: 'e', points: '54' }])).rejects.toMatchObject({
      code: 'SELF_SCORING_OVER',
    });
    await product.get(RunScoring).execute({ cycleId }, office.by('secretariat', NOW));
    const points = async () =>
      (await product.get(GetUnitScores).execute({ cycleId, unitId }, appraiser().actor)).scores.map(
        ({ shownPoints }) => shownPoints,
      );
    expect(await points()).toEqual(['54.00', '0.0', '0.00']);
    await appraise(decided);
    expect(await listed('waiting')).toEqual([['P1', 'e', '54/1', '60', null, true]]);
    expect(await listed('decided')).toEqual([['P1', 'council', null, '29.5', '25', false]]);
    const [job] = await product.reader.rows<{ payload: { cycleId: string; unitIds: string[] } }>(
      `select payload from outbox where name = 'scoring.follow-figures' order by id desc limit 1`,
    );
    expect(job?.payload).toEqual({ cycleId, unitIds: [unitId] });
    await product.get(FollowFigures).execute(job?.payload ?? { cycleId }, office.system(NOW));
    await appraise([{ indicator: 'e', points: '50', reason: 'Trừ hồ sơ trùng' }]);
    await product
      .get(FreezeScores)
      .execute({ cycleId, reason: 'Hội đồng thống nhất' }, office.by('secretariat', NOW));
    expect(await points()).toEqual(['50.00', '25.0', '0.00']);
    const e = await view('e');
    expect(e).toMatchObject({
      self: { points: '60' },
      appraised: { points: '50', reason: 'Trừ hồ sơ trùng' },
      final: { run: 1, points: '50/1', reason: 'Hội đồng thống nhất' },
    });
    expect(e?.appraised?.author).toMatch(/^user:/);
    const ranking = { ...content.ranking, tieBreaks: [{ indicator: 'council', prefer: 'higher' as const }] };
    const [run] = await product.reader.rows<{ id: string }>(
      'select id from scoring_run where cycle_id = $1 and number = 1',
      [cycleId],
    );
    const tied = await decidingValues(product.reader, office.administrationId, run?.id ?? '', {
      ...content,
      ranking,
    });
    expect(tied.filter((value) => value.unitId === unitId)).toMatchObject([
      { indicator: 'council', valueNum: '25', valueDen: '1' },
    ]);
    const trace = await product.get(GetScoreTrace).execute({ cycleId, unitId }, appraiser().actor);
    const told = (code: string) =>
      (trace.indicators.find((one) => one.code === code)?.steps ?? [])
        .filter(({ code: step }) => /SELF|APPRAIS/.test(step))
        .map((step) => describeStep(step, 'vi', () => undefined));
    expect(told('e')).toEqual([
      'Đơn vị tự chấm: 60 điểm. Lý do: Chưa tính hồ sơ nộp trực tiếp',
      'Thẩm định: 50 điểm. Lý do: Trừ hồ sơ trùng',
      'Hội đồng thẩm định quyết định 50 điểm, thay cho điểm tính được: 54',
    ]);
    expect(told('council')).toEqual([
      'Đơn vị tự chấm: 29,5 điểm',
      'Thẩm định: 25 điểm. Lý do: Thiếu tài liệu kiểm chứng',
      'Điểm do hội đồng thẩm định: 25',
    ]);
  });

  it('what was decided after freezing does not touch the frozen run', async () => {
    await appraise([{ indicator: 'e', points: null, reason: 'Rút điểm đã chấm' }]);
    expect(await view('e')).toMatchObject({ appraised: { points: null }, final: { points: '50/1' } });
    const correction = await product
      .get(RunScoring)
      .execute({ cycleId, freeze: true, reason: 'Sửa theo giải trình' }, office.by('secretariat', NOW));
    expect(correction.number).toBe(2);
    expect(await view('e')).toMatchObject({ final: { run: 2, points: '54/1' } });
    const runs = await sql(
      'select number, corrects, reason from scoring_run where cycle_id = $1 order by 1',
      [cycleId],
    );
    expect(runs).toMatchObject([
      { corrects: null, reason: 'Hội đồng thống nhất' },
      { corrects: expect.any(String), reason: 'Sửa theo giải trình' },
    ]);
  });

  it('no version changes or goes, by SQL as the role of the application either', async () => {
    await expect(sql(`update appraisal set points = 1 where cycle_id = $1`, [cycleId])).rejects.toThrow(
      'permission denied',
    );
    await expect(sql(`delete from appraisal where cycle_id = $1`, [cycleId])).rejects.toThrow(
      'permission denied',
    );
  });

  it('penalties are kept as they were decided, below zero', async () => {
    const penalty = [{ indicator: 'survey', points: '-2.5', reason: 'Hai lần báo cáo sai' }];
    await product
      .get(UnitOfWork)
      .run(appraiser(), (tx) => tx.use(Appraisals).record(cycleId, unitId, 'appraised', penalty));
    expect(await view('survey')).toMatchObject({ appraised: { points: '-2.5' } });
  });
});
