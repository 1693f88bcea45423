import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { whatIfChanges, type CriteriaSetContent } from '@nhip/contracts';
import { criteriaSetVersion, IssueReadyCriteriaSet } from '../criteria/index.js';
import { randomIds, UnitOfWork } from '../platform/index.js';
import {
  criteriaSet,
  indicator,
  openOffice,
  openTestProduct,
  type Office,
  type TestProduct,
} from '../testing/index.js';
import {
  ChangeWhatIf,
  GetRanking,
  GetWhatIf,
  GetWhatIfResults,
  ListWhatIfs,
  RunScoring,
  SettleWhatIf,
  StartWhatIf,
} from './index.js';

const NOW = '2022-10-11T07:00:00Z';
const band = (code: string, from: string | null, to: string | null) => ({
  code,
  names: { vi: code },
  from,
  to,
});
const content = criteriaSet(
  [
    indicator('e', { maxPoints: '60' }),
    indicator('s', { maxPoints: '40', policies: { missing: 'not-applicable' } }),
  ],
  { classification: { bands: [band('tot', '80', null), band('dat', null, '80')] } },
);

let product: TestProduct;
let office: Office;
let cycleId: string;

const sql = (text: string, values: readonly unknown[] = []) =>
  product.get(UnitOfWork).run(office.system(NOW), (tx) => tx.rows<Record<string, unknown>>(text, values));
const secretariat = () => office.by('secretariat', NOW);

async function setFigure(code: string, element: string, value: string): Promise<void> {
  await sql(
    `insert into figure (administration_id, cycle_id, unit_id, element_code, period_start, period_end, side, state,
       value, illustrative, recorded_by, at, valid_on)
     values ($1, $2, $3, $4, '2022-01-01', '2022-09-30', 'unit', 'value', $5, true, 'system:spec', $6, '2022-09-30')`,
    [office.administrationId, cycleId, office.units[code], element, value, NOW],
  );
}

/** Three wards: P1 90 and 50 %, P2 80 and 100 %, P3 50 % and nothing. */
async function openCycle(): Promise<void> {
  const { versionId } = await product
    .get(IssueReadyCriteriaSet)
    .execute(
      { code: `W${randomIds.next().slice(-6)}`, names: { vi: 'Bộ thử' }, content },
      office.system(NOW),
    );
  cycleId = randomIds.next();
  const period = {
    preset: 'calendar',
    kind: 'nine-months',
    start: '2022-01-01',
    end: '2022-09-30',
    asOf: '2022-09-30',
  };
  await sql(
    `insert into review_cycle (id, administration_id, code, names, period, criteria_set_version_id, created_at)
     values ($1, $2, $3, '{"vi":"Đợt"}', $4::jsonb, $5, $6)`,
    [cycleId, office.administrationId, cycleId.slice(-12), JSON.stringify(period), versionId, NOW],
  );
  for (const code of ['P1', 'P2', 'P3']) {
    const key = [office.administrationId, cycleId, office.units[code]];
    await sql(`insert into cycle_participant values ($1, $2, $3, 'active')`, key);
    await sql('insert into submission (id, administration_id, cycle_id, unit_id) values ($4, $1, $2, $3)', [
      ...key,
      randomIds.next(),
    ]);
  }
  for (const [code, e, s] of [
    ['P1', '90', '50'],
    ['P2', '80', '100'],
    ['P3', '50', null],
  ] as const) {
    await setFigure(code, 'e-part', e);
    await setFigure(code, 'e-whole', '100');
    if (s === null) continue;
    await setFigure(code, 's-part', s);
    await setFigure(code, 's-whole', '100');
  }
  await product.get(RunScoring).execute({ cycleId }, secretariat());
}

beforeAll(async () => {
  product = await openTestProduct();
  office = await openOffice(product);
  await openCycle();
});
afterAll(() => product.close());

const start = () => product.get(StartWhatIf).execute({ cycleId, name: 'Thử hệ số' }, secretariat());
const change = (id: string, revision: number, changes: object) =>
  product
    .get(ChangeWhatIf)
    .execute({ cycleId, id, revision, changes: whatIfChanges.parse(changes) }, secretariat());
const settled = (id: string, revision: number) =>
  product
    .get(SettleWhatIf)
    .execute(
      { cycleId, id, revision, to: 'kept', name: 'Hệ số 3', note: 'Trình ban chỉ đạo' },
      secretariat(),
    );
const results = async (id: string) => {
  const { items, moved } = await product
    .get(GetWhatIfResults)
    .execute({ cycleId, id, page: 1, perPage: 50, order: 'ASC', sort: 'movement' }, secretariat().actor);
  return {
    moved,
    rows: items.map(({ unit, before, after, points, places }) => [
      unit.code,
      before.shownPoints,
      after.shownPoints,
      points,
      before.rank,
      after.rank,
      places,
      after.classCode,
    ]),
  };
};
const indicatorOf = (code: string, rest: Partial<CriteriaSetContent['indicators'][number]>) => ({
  ...content.indicators.find((candidate) => candidate.code === code),
  ...rest,
});

/** Everything that is the cycle's, as one hash. */
const cycleState = async (): Promise<unknown> => {
  const tables = ['review_cycle', 'cycle_participant', 'submission', 'figure', 'appraisal', 'scoring_run'];
  const own = [...tables, 'score', 'total_score', 'criteria_set', 'criteria_set_version'];
  return Promise.all(
    own.map(async (table) => {
      const [row] = await sql(
        `select count(*)::int as rows, md5(coalesce(string_agg(t::text || xmin::text, '|' order by t::text), '')) as hash
           from ${table} t`,
      );
      return [table, row];
    }),
  );
};

describe('a what-if', () => {
  it('shows points, ranks and classes beside the present ones', async () => {
    const { id } = await start();
    expect((await results(id)).moved).toEqual({ up: 0, down: 0, points: 0, class: 0 });

    await change(id, 1, { indicators: [indicatorOf('s', { weight: '0.1' })] });
    const { rows, moved } = await results(id);
    // P1 60 · 0.9 + 4 · 0.5 = 56, P2 60 · 0.8 + 4 = 52; P3 60 · 0.5, converted from 60 to what 64 would be.
    expect(rows).toEqual([
      ['P2', '88.00', '52.00', '-36', 1, 2, -1, 'dat'],
      ['P1', '74.00', '56.00', '-18', 2, 1, 1, 'dat'],
      ['P3', '50.00', '32.00', '-18', 3, 3, 0, 'dat'],
    ]);
    expect(moved).toEqual({ up: 1, down: 1, points: 3, class: 1 });
  });

  it('takes single figures, targets, totals and classes too, and each can be undone', async () => {
    const { id } = await start();
    const unitId = office.units['P3'];
    const figures = [
      { unitId, element: 's-part', state: 'value', value: '100' },
      { unitId, element: 's-whole', state: 'value', value: '100' },
      { unitId, element: 'e-part', state: 'value', value: '100' },
    ];
    const classification = { bands: [band('tot', '70', null), band('dat', null, '70')] };
    await change(id, 1, { figures, classification });
    const { unitNames } = await product.get(GetWhatIf).execute({ cycleId, id }, secretariat().actor);
    expect(unitNames).toEqual({ [String(unitId)]: { vi: 'Phường P3' } });
    expect((await results(id)).rows).toEqual([
      ['P3', '50.00', '100.00', '50', 3, 1, 2, 'tot'],
      ['P2', '88.00', '88.00', '0', 1, 2, -1, 'tot'],
      ['P1', '74.00', '74.00', '0', 2, 3, -1, 'tot'],
    ]);
    await change(id, 2, {});
    expect((await results(id)).moved).toEqual({ up: 0, down: 0, points: 0, class: 0 });
  });

  it('takes formulas, gates, ranking and every state of a figure', async () => {
    const { id } = await start();
    const gate = {
      code: 'g',
      names: { vi: 'Điểm liệt' },
      when: 'points([e]) < 40',
      effect: { zero: 'total' },
    };
    const numerator = { formula: 'min([e-part], 10) * 10', blanks: 'missing' as const };
    const shownOf = async () =>
      (await results(id)).rows.map(([unit, , after, , , rank]) => [unit, after, rank]);
    await change(id, 1, { gates: [gate], ranking: { within: 'none' } });
    expect(await shownOf()).toContainEqual(['P3', '0.00', null]);
    await change(id, 2, { indicators: [indicatorOf('e', { numerator })] });
    expect(await shownOf()).not.toContainEqual(['P3', '50.00', 3]);
    const unitId = office.units['P2'];
    for (const [at, state] of (['nothing', 'not-applicable', 'missing'] as const).entries()) {
      const figures = ['e-part', 'e-whole'].map((element) => ({ unitId, element, state }));
      await change(id, 3 + at, { figures });
      const [after] = (await shownOf()).filter(([unit]) => unit === 'P2');
      expect([state, after?.[1] === '88.00']).toEqual([state, false]);
    }
  });

  it('reads a supposed figure wherever a formula asks for it, not only where the unit has it itself', async () => {
    const { id } = await start();
    const points = async () =>
      Object.fromEntries((await results(id)).rows.map(([unit, , after]) => [unit, after]));
    const by = (formula: string) => [
      indicatorOf('e', {
        numerator: { formula, blanks: 'zero' as const },
        denominator: undefined,
        shownAs: 'number' as const,
      }),
    ];
    const supposed = [{ unitId: office.units['P1'], element: 'e-part', state: 'value', value: '20' }];
    // Since 1 January these nine months are all there is: 60 · 20 %, and 40 · 50 % beside it.
    await change(id, 1, { indicators: by('ytd([e-part])'), figures: supposed });
    expect(await points()).toMatchObject({ P1: '32.00', P2: '88.00' });

    // Three wards with a value are two where one of them has none: 60 · 20 % instead of 30 %.
    const missing = [{ unitId: office.units['P1'], element: 'e-part', state: 'missing' }];
    await change(id, 2, { indicators: by('count([e-part]) * 10') });
    expect(await points()).toMatchObject({ P2: '58.00' });
    await change(id, 3, { indicators: by('count([e-part]) * 10'), figures: missing });
    expect(await points()).toMatchObject({ P2: '52.00' });
    await change(id, 4, { indicators: by('count([e-part]) * 10'), figures: supposed });
    expect(await points()).toMatchObject({ P2: '58.00' });

    // P2 stands below P1: 60 · 80 ÷ 160, and 40 beside it.
    const below = (parent: unknown) =>
      sql('update unit_version set parent_id = $2 where unit_id = $1', [office.units['P2'], parent]);
    const [stood] = await sql('select parent_id from unit_version where unit_id = $1', [office.units['P2']]);
    await below(office.units['P1']);
    const above = [{ unitId: office.units['P1'], element: 'e-part', state: 'value', value: '160' }];
    await change(id, 5, { indicators: by('share([e-part]) * 100'), figures: above });
    expect(await points()).toMatchObject({ P2: '70.00' });
    await below(stood?.['parent_id'] ?? null);
  });

  it('says what stands where another figure is supposed', async () => {
    const { id } = await start();
    const unitId = office.units['P3'];
    await change(id, 1, {
      figures: [
        { unitId, element: 'e-part', state: 'value', value: '100' },
        { unitId, element: 's-part', state: 'nothing' },
      ],
    });
    const asked = () => product.get(GetWhatIf).execute({ cycleId, id }, secretariat().actor);
    expect((await asked()).present).toEqual([
      { unitId, element: 'e-part', state: 'value', value: '50' },
      { unitId, element: 's-part', state: 'missing', value: null },
    ]);
    await change(id, 2, {});
    expect(await asked()).toMatchObject({
      present: [],
      unitNames: { [String(unitId)]: { vi: 'Phường P3' } },
    });
  });

  it('compares no places where units are ranked among others, and says why one has no rank', async () => {
    const { id } = await start();
    const asked = () =>
      product
        .get(GetWhatIfResults)
        .execute({ cycleId, id, page: 1, perPage: 50, order: 'ASC', sort: 'name' }, secretariat().actor);
    expect(await asked()).toMatchObject({ sameRanking: true });
    await change(id, 1, { ranking: { within: 'administration' } });
    const { items, moved, sameRanking } = await asked();
    expect([sameRanking, moved.up, moved.down]).toEqual([false, 0, 0]);
    expect(items.map(({ places }) => places)).toEqual([null, null, null]);

    const policies = {
      ...content.indicators[1]?.policies,
      missing: 'not-applicable',
      notApplicable: 'exclude-from-rank',
    };
    await change(id, 2, { indicators: [indicatorOf('s', { policies } as never)] });
    const third = (await asked()).items.find(({ unit }) => unit.code === 'P3');
    expect(third).toMatchObject({ before: { unranked: null }, after: { rank: null, unranked: 'EXCLUDED' } });
  });

  it('can suppose that there are no classes', async () => {
    const { id } = await start();
    await change(id, 1, { classification: null });
    const { rows, moved } = await results(id);
    expect(rows.map((row) => row.at(-1))).toEqual([null, null, null]);
    expect(moved).toEqual({ up: 0, down: 0, points: 0, class: 3 });
  });

  it('touches nothing of the cycle', async () => {
    const before = await cycleState();
    const { id } = await start();
    await change(id, 1, {
      indicators: [indicatorOf('e', { rule: { type: 'saturating', target: '50' } })],
      figures: [{ unitId: office.units['P1'], element: 'e-part', state: 'nothing' }],
    });
    await results(id);
    await settled(id, 2);
    const dropped = await start();
    await product
      .get(SettleWhatIf)
      .execute({ cycleId, id: dropped.id, revision: 1, to: 'dropped' }, secretariat());
    expect(await cycleState()).toEqual(before);
    const page = { cycleId, page: 1, perPage: 10, order: 'ASC' as const };
    const { items } = await product.get(GetRanking).execute(page, secretariat().actor);
    expect(items.map(({ shownPoints }) => shownPoints)).toEqual(['88.00', '74.00', '50.00']);
  });

  it('follows the open run it is a copy of', async () => {
    const { id } = await start();
    await results(id);
    await setFigure('P3', 's-part', '40');
    await setFigure('P3', 's-whole', '100');
    await product.get(RunScoring).execute({ cycleId }, secretariat());
    const { rows } = await results(id);
    expect(rows.find(([code]) => code === 'P3')).toEqual(['P3', '46.00', '46.00', '0', 3, 3, 0, 'dat']);
  });

  it('is in history once a command, and listed until it is dropped', async () => {
    const { id } = await start();
    await change(id, 1, { totals: { ...content.totals, lowest: '10' } });
    await settled(id, 2);
    const entries = await sql(
      `select action, revision, body::jsonb #>> '{after,status}' as status from history
        where subject_kind = 'what-if' and subject_id = $1 order by revision`,
      [id],
    );
    expect(entries).toEqual([
      { action: 'what-if.started', revision: 1, status: 'open' },
      { action: 'what-if.changed', revision: 2, status: 'open' },
      { action: 'what-if.kept', revision: 3, status: 'kept' },
    ]);
    const list = await product.get(ListWhatIfs).execute({ cycleId }, secretariat().actor);
    expect(list.find((item) => item.id === id)).toMatchObject({
      name: 'Hệ số 3',
      note: 'Trình ban chỉ đạo',
      status: 'kept',
      changed: 1,
    });
    expect(list.every(({ status }) => status !== 'dropped')).toBe(true);
  });

  it('says when the sums do not add up, and refuses what cannot be computed', async () => {
    const { id } = await start();
    await change(id, 1, { indicators: [indicatorOf('e', { maxPoints: '50' })] });
    const view = await product.get(GetWhatIf).execute({ cycleId, id }, secretariat().actor);
    expect(view.remarks.map(({ code }) => code)).toContain('SUM_DIFFERS');

    const broken = { numerator: { formula: '[e-part', blanks: 'missing' as const } };
    await expect(change(id, 2, { indicators: [indicatorOf('e', broken)] })).rejects.toMatchObject({
      code: 'WHAT_IF_NOT_COMPUTABLE',
    });
    const unknown = { ...indicatorOf('e', {}), code: 'other' };
    await expect(change(id, 2, { indicators: [unknown] })).rejects.toMatchObject({ code: 'WHAT_IF_UNKNOWN' });
    const elsewhere = { unitId: office.units['NV'], element: 'e-part', state: 'missing' };
    await expect(change(id, 2, { figures: [elsewhere] })).rejects.toMatchObject({
      code: 'WHAT_IF_UNIT_UNKNOWN',
    });
    const below = { unitId: office.units['P1'], element: 'e-part', state: 'value', value: '-3' };
    await expect(change(id, 2, { figures: [below] })).rejects.toMatchObject({
      faults: [{ path: 'changes.figures.0.value', code: 'VALUE_NEGATIVE' }],
    });
    await expect(change(id, 1, {})).rejects.toMatchObject({ code: 'REVISION_CONFLICT' });
    await settled(id, 2);
    await expect(change(id, 3, {})).rejects.toMatchObject({ code: 'WHAT_IF_SETTLED' });
  });

  it('leaves the issued criteria as they are', async () => {
    const [run] = await sql('select criteria_set_version_id as id from scoring_run where cycle_id = $1', [
      cycleId,
    ]);
    const { content: stored } = await product
      .get(UnitOfWork)
      .run(office.system(NOW), (tx) => criteriaSetVersion(tx, String(run?.['id'])));
    expect(stored.indicators.map(({ weight }) => weight)).toEqual(['1', '1']);
  });
});
