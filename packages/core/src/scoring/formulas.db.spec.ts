import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { describeStep } from '@nhip/contracts';
import { IssueReadyCriteriaSet } from '../criteria/index.js';
import { randomIds, UnitOfWork, type UserActor } from '../platform/index.js';
import { AddParticipants, ExcuseParticipant, reviewCycleProcedures } from '../review-cycles/index.js';
import { PreviewScores, SUBMISSION_PROCEDURE } from '../submissions/index.js';
import {
  criteriaSet,
  element,
  indicator,
  openOffice,
  openTestProduct,
  type Office,
  type TestProduct,
} from '../testing/index.js';
import { Procedures, Registries, WorkflowEngine } from '../workflow/index.js';
import {
  FollowFigures,
  FreezeScores,
  GetScoreTrace,
  GetUnitScores,
  RunScoring,
  type FollowFiguresCommand,
} from './index.js';

const NOW = '2022-10-11T07:00:00Z';
const number = (code: string, formula: string) =>
  indicator(code, {
    shownAs: 'number',
    measure: { vi: 'điểm' },
    numerator: { formula },
    denominator: undefined,
    rule: { type: 'bonus', perEvent: '1' },
    maxPoints: '1000',
  });
const content = criteriaSet(
  [
    number('growth', '[done] - previous([done])'),
    number('two-back', 'coalesce(offset([done], -2), 0)'),
    number('to-date', 'ytd([done])'),
    number('share', 'share([received])'),
    number('units', 'count() * 100 + count([done])'),
    number('rate', '100 * [rate]'),
    number('a-month', '[posts] / months()'),
  ],
  {
    dataElements: [
      element('done'),
      element('received'),
      element('posts', { frequency: 'monthly' }),
      element('open', { formula: '[received] - [done]' }),
      element('rate', { formula: 'if([received] > 0, [open] / [received], 0)' }),
    ],
    ranking: { within: 'none' },
  },
);

let product: TestProduct;
let office: Office;
let versionId: string;

const sql = (text: string, values: readonly unknown[]) =>
  product.get(UnitOfWork).run(office.system(NOW), (tx) => tx.rows(text, values));

/** A cycle over a quarter, with these figures (`done`, `received`, a month's `posts`) by unit. */
async function openCycle(
  start: string,
  end: string,
  figures: Record<string, readonly [string, string]>,
  excused: readonly string[] = [],
): Promise<string> {
  const id = randomIds.next();
  const period = { preset: 'calendar', kind: 'quarter', start, end, asOf: end };
  await sql(
    `insert into review_cycle (id, administration_id, code, names, period, criteria_set_version_id, created_at)
     values ($1, $2, $3, '{"vi":"Đợt"}', $4::jsonb, $5, $6)`,
    [id, office.administrationId, id.slice(-12), JSON.stringify(period), versionId, NOW],
  );
  const month = Number(start.slice(5, 7));
  for (const [code, [done, received]] of Object.entries(figures)) {
    const key = [office.administrationId, id, office.units[code]];
    const status = excused.includes(code) ? 'excused' : 'active';
    await sql('insert into cycle_participant values ($1, $2, $3, $4)', [...key, status]);
    await sql('insert into submission (id, administration_id, cycle_id, unit_id) values ($4, $1, $2, $3)', [
      ...key,
      randomIds.next(),
    ]);
    const months = [0, 1, 2].map(
      (later) => `${start.slice(0, 4)}-${String(month + later).padStart(2, '0')}-01`,
    );
    const cells = [
      ['done', null, done],
      ['received', null, received],
      ...months.map((of) => ['posts', of, '10']),
    ];
    for (const cell of cells)
      await sql(
        `insert into figure (administration_id, cycle_id, unit_id, element_code, month, period_start, period_end,
           side, state, value, illustrative, recorded_by, at, valid_on)
         values ($1, $2, $3, $4, $5, $7, $8, 'unit', 'value', $6, true, 'system:spec', $9, $8)`,
        [...key, ...cell, start, end, NOW],
      );
  }
  return id;
}

/** A cycle written above goes through its procedure, and the units' submissions through theirs. Gives the submissions. */
async function underProcedures(cycleId: string, codes: readonly string[]): Promise<string[]> {
  const rows = await product.reader.rows<{ id: string }>(
    'select id from submission where cycle_id = $1 and unit_id = any($2::uuid[])',
    [cycleId, codes.map((code) => office.units[code])],
  );
  const ids = rows.map(({ id }) => id);
  await product.get(UnitOfWork).run(office.system(NOW), async (tx) => {
    for (const [kind, procedure, instances] of [
      ['review-cycle', Object.keys(reviewCycleProcedures)[0] ?? '', [cycleId]],
      ['submission', SUBMISSION_PROCEDURE, ids],
    ] as const) {
      const { id: procedureVersionId } = await tx.use(Procedures).getCurrent(procedure);
      const items = instances.map((id) => ({ id }));
      await product
        .get(WorkflowEngine)
        .start(tx, { kind, procedureVersionId, items, action: `${kind}.opened` });
    }
  });
  return ids;
}

const valuesOf = async (cycleId: string, code: string) => {
  const { scores } = await product
    .get(GetUnitScores)
    .execute({ cycleId, unitId: office.units[code] ?? '' }, office.by('secretariat', NOW).actor);
  return Object.fromEntries(scores.map(({ indicator: of, state, value }) => [of, value ?? state]));
};

beforeAll(async () => {
  product = await openTestProduct();
  office = await openOffice(product);
  const set = { code: 'CONG-THUC', names: { vi: 'Bộ công thức' }, content };
  ({ versionId } = await product.get(IssueReadyCriteriaSet).execute(set, office.system(NOW)));
  await sql('update unit_version set parent_id = $2 where unit_id = $1', [
    office.units['P2'],
    office.units['P1'],
  ]);
});
afterAll(() => product.close());

describe('formulas in a cycle', () => {
  it('read earlier periods in whatever cycle, the unit above, and the units that take part', async () => {
    await openCycle('2022-01-01', '2022-03-31', { P1: ['1', '9'], P2: ['2', '9'] });
    // Reported twice: the later cycle counts, for the units it has.
    await openCycle('2022-04-01', '2022-06-30', { P1: ['10', '90'], P2: ['19', '90'] });
    await openCycle('2022-04-01', '2022-06-30', { P2: ['20', '90'] });
    const cycleId = await openCycle(
      '2022-07-01',
      '2022-09-30',
      { P1: ['100', '400'], P2: ['150', '200'], P3: ['7', '0'] },
      ['P3'],
    );
    await product.get(RunScoring).execute({ cycleId }, office.by('secretariat', NOW));
    expect(await valuesOf(cycleId, 'P2')).toEqual({
      growth: '130/1',
      'two-back': '2/1',
      'to-date': '172/1',
      share: '1/2',
      units: '202/1',
      rate: '25/1',
      'a-month': '10/1',
    });
    expect(await valuesOf(cycleId, 'P1')).toMatchObject({ growth: '90/1', share: 'missing' });
  });

  it('are previewed to the unit that types its figures as the run gives them', async () => {
    await openCycle('2021-01-01', '2021-03-31', { P1: ['1', '9'], P2: ['2', '9'] });
    await openCycle('2021-04-01', '2021-06-30', { P1: ['10', '90'], P2: ['20', '90'] });
    const cycleId = await openCycle('2021-07-01', '2021-09-30', { P1: ['100', '400'], P2: ['150', '200'] });
    const [id = ''] = await underProcedures(cycleId, ['P2']);
    await product.get(RunScoring).execute({ cycleId }, office.by('secretariat', NOW));
    const preview = async (cells: { element: string; value: string }[]) => {
      const actor = office.by('unit-officer', NOW, 'P2').actor as UserActor;
      const { indicators } = await product.get(PreviewScores).execute({ id, cells }, actor);
      return Object.fromEntries(indicators.map((one) => [one.indicator, one.shownValue ?? one.state]));
    };
    const { scores } = await product
      .get(GetUnitScores)
      .execute({ cycleId, unitId: office.units['P2'] ?? '' }, office.by('secretariat', NOW).actor);
    const scored = Object.fromEntries(scores.map((one) => [one.indicator, one.shownValue ?? one.state]));
    expect(await preview([])).toEqual(scored);
    expect(Object.values(scored)).not.toContain('missing');
    const typed = [{ element: 'done', value: '160' }];
    expect(await preview(typed)).toEqual({
      ...scored,
      growth: '140.00',
      'to-date': '182.00',
      rate: '20.00',
    });
  });

  it('are scored again while the run is open when figures of an earlier period change', async () => {
    const first = await openCycle('2018-01-01', '2018-03-31', { P1: ['1', '9'], P2: ['2', '9'] });
    const before = await openCycle('2018-04-01', '2018-06-30', { P1: ['10', '90'], P2: ['20', '90'] });
    const frozen = await openCycle('2018-10-01', '2018-12-31', { P1: ['1', '2'], P2: ['1', '2'] });
    const cycleId = await openCycle('2018-07-01', '2018-09-30', { P1: ['100', '400'], P2: ['150', '200'] });
    const secretariat = () => office.by('secretariat', NOW);
    for (const id of [cycleId, frozen]) await product.get(RunScoring).execute({ cycleId: id }, secretariat());
    await product.get(FreezeScores).execute({ cycleId: frozen }, secretariat());
    const kept = await valuesOf(frozen, 'P2');

    const change = async (id: string, code: string, value: string) => {
      const key = [office.administrationId, id, office.units[code]];
      await sql(
        `with old as (update figure set superseded_at = clock_timestamp()
            where administration_id = $1 and cycle_id = $2 and unit_id = $3 and element_code = 'done'
              and superseded_at is null returning *)
         insert into figure (administration_id, cycle_id, unit_id, element_code, month, period_start, period_end,
           side, state, value, illustrative, recorded_by, at, valid_on)
         select administration_id, cycle_id, unit_id, element_code, month, period_start, period_end, side, state,
                $4::numeric, illustrative, recorded_by, at, valid_on from old`,
        [...key, value],
      );
      const params = { unitIds: [office.units[code]] };
      await product
        .get(UnitOfWork)
        .run(office.system(NOW), (tx) =>
          product.get(Registries).effectOf('scoring.follow')(tx, [{ id, params }]),
        );
      const rows = await product.reader.rows<{ id: string; payload: { cycleId: string; unitIds: string[] } }>(
        `select id, payload from outbox where name = 'scoring.follow-figures' order by id`,
      );
      const asked = rows.filter((row) => !seen.has(row.id));
      for (const row of asked) seen.add(row.id);
      return asked.map(({ payload }) => payload);
    };
    const seen = new Set(
      (
        await product.reader.rows<{ id: string }>(
          `select id from outbox where name = 'scoring.follow-figures'`,
        )
      ).map(({ id }) => id),
    );
    // The set shares by the unit above, so all units are looked at; only who reads the figure gets new versions.
    const asked = await change(before, 'P2', '25');
    expect(asked).toEqual([{ cycleId, unitIds: [office.units['P2']] }]);
    const follow = () => product.get(FollowFigures).execute(asked[0] ?? { cycleId }, office.system(NOW));
    expect(await follow()).toMatchObject({ units: 1, scores: 2 });
    expect(await valuesOf(cycleId, 'P2')).toMatchObject({ growth: '125/1', 'to-date': '177/1' });
    expect(await follow()).toBeUndefined();

    // Two periods back is read too; a frozen run, though it reads the same figures, is asked of nothing and stays.
    expect(await change(first, 'P1', '4')).toEqual([{ cycleId, unitIds: [office.units['P1']] }]);
    expect(await follow()).toMatchObject({ units: 1, scores: 2 });
    expect(await valuesOf(cycleId, 'P1')).toMatchObject({ 'two-back': '4/1', 'to-date': '114/1' });
    expect(await valuesOf(frozen, 'P2')).toEqual(kept);
    expect(await product.get(FollowFigures).execute({ cycleId: frozen }, office.system(NOW))).toBeUndefined();
  });

  it('follow who takes part while the run is open, for the reason the unit was excused', async () => {
    const cycleId = await openCycle('2020-10-01', '2020-12-31', { P1: ['100', '400'], P2: ['150', '200'] });
    await underProcedures(cycleId, ['P1', 'P2']);
    await sql(`update procedure_instance set state = 'collecting' where id = $1`, [cycleId]);
    const { runId } = await product.get(RunScoring).execute({ cycleId }, office.by('secretariat', NOW));
    expect(await valuesOf(cycleId, 'P2')).toMatchObject({ units: '202/1', share: '1/2' });
    const jobs = () =>
      product.reader.rows<{ payload: FollowFiguresCommand }>(
        `select payload from outbox where name = 'scoring.follow-figures' and payload ->> 'cycleId' = $1 order by id`,
        [cycleId],
      );
    const unitId = office.units['P1'] ?? '';
    const reason = 'Đang sáp nhập';
    await product
      .get(ExcuseParticipant)
      .execute({ id: cycleId, revision: 1, unitId, reason }, office.by('secretariat', NOW));
    const [asked] = await jobs();
    expect(asked?.payload).toEqual({ cycleId, unitIds: [unitId], participants: true, reason });
    const follow = (payload: FollowFiguresCommand = { cycleId }) =>
      product.get(FollowFigures).execute(payload, office.system(NOW));
    expect(await follow(asked?.payload)).toMatchObject({ revision: 2, units: 2 });
    expect(await valuesOf(cycleId, 'P2')).toMatchObject({ units: '101/1' });
    expect(await valuesOf(cycleId, 'P1')).toEqual({});
    const [entry] = await product.reader.rows<{ action: string; reason: string }>(
      'select action, reason from history where subject_id = $1 order by revision desc limit 1',
      [runId],
    );
    expect(entry).toEqual({ action: 'scoring.followed', reason });

    const back = { id: cycleId, revision: 2, unitIds: [unitId], reason: 'Tiếp tục tham gia' };
    await product.get(AddParticipants).execute(back, office.by('secretariat', NOW));
    expect(await follow((await jobs())[1]?.payload)).toMatchObject({ revision: 3, units: 2 });
    expect(await valuesOf(cycleId, 'P2')).toMatchObject({ units: '202/1' });
  });

  it('say so where a period was never reported', async () => {
    const cycleId = await openCycle('2019-07-01', '2019-09-30', { VH: ['5', '0'] });
    await product.get(RunScoring).execute({ cycleId }, office.by('secretariat', NOW));
    expect(await valuesOf(cycleId, 'VH')).toMatchObject({
      growth: 'missing',
      'two-back': '0/1',
      'to-date': 'missing',
      rate: '0/1',
    });
  });

  it('are traced down to the figures the run had read, calculated ones too', async () => {
    const before = await openCycle('2020-04-01', '2020-06-30', { VH: ['3', '30'] });
    const cycleId = await openCycle('2020-07-01', '2020-09-30', { VH: ['5', '20'] });
    await product.get(RunScoring).execute({ cycleId }, office.by('secretariat', NOW));
    await product.get(FreezeScores).execute({ cycleId }, office.by('secretariat', NOW));
    await sql(
      `update figure set superseded_at = clock_timestamp() where cycle_id = $1 and element_code = 'done'`,
      [before],
    );
    const trace = await product
      .get(GetScoreTrace)
      .execute({ cycleId, unitId: office.units['VH'] ?? '' }, office.by('secretariat', NOW).actor);
    const words = (code: string) =>
      trace.indicators
        .find((one) => one.code === code)
        ?.steps.map((step) => describeStep(step, 'vi', (of) => trace.names[of]))
        .slice(0, -3);
    expect(words('growth')).toEqual([
      'Công thức: [done] - previous([done])',
      '[done] Mục done: 5',
      'previous([done]) Mục done: 3',
      '5 − 3 = 2',
      'Tử số = 2',
      'Giá trị = 2',
    ]);
    expect(words('rate')).toEqual([
      'Công thức: 100 * [rate]',
      'Mục tính toán Mục rate:',
      'Công thức: if([received] > 0, [open] / [received], 0)',
      '[received] Mục received: 20',
      '20 > 0: đúng',
      'Điều kiện đúng: lấy vế thứ nhất',
      'Mục tính toán Mục open:',
      'Công thức: [received] - [done]',
      '[received] Mục received: 20',
      '[done] Mục done: 5',
      '20 − 5 = 15',
      '[open] Mục open: 15',
      '[received] Mục received: 20',
      '15 ÷ 20 = 0,75',
      '[rate] Mục rate: 0,75',
      '100 × 0,75 = 75',
      'Tử số = 75',
      'Giá trị = 75',
    ]);
  });
});
