import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { criteriaSetContent } from '@nhip/contracts';
import { criteriaSetVersion, IssueReadyCriteriaSet } from '../criteria/index.js';
import { randomIds, UnitOfWork, type Call } from '../platform/index.js';
import { day } from '../shared/index.js';
import {
  criteriaSet,
  indicator,
  openOffice,
  openTestProduct,
  untilBlocked,
  type Office,
  type TestProduct,
} from '../testing/index.js';
import { Figures, ListFigureVersions, type FigureRow } from '../submissions/index.js';
import { Registries } from '../workflow/index.js';
import {
  EnterPublishedRound,
  FollowFigures,
  FreezeScores,
  GetAggregates,
  GetPublishedRound,
  GetRanking,
  GetScoreMatrix,
  GetScoreTrace,
  GetUnitScores,
  ListScoringRuns,
  ListWeakResults,
  PublishScores,
  ReadPublishedResults,
  RunScoring,
} from './index.js';
import { scoreRowsOf } from './domain/score-cycle.js';
import { hashOfLines } from './domain/score-rows.js';
import { Scores } from './persistence/scores.repository.js';
import { ScoringRuns } from './persistence/scoring-runs.repository.js';
import { cycleFigures, scoredCycle, scoredUnits } from './queries/cycle-figures.js';

const [FIRST, LAST, SAVED] = [day('2022-01-01'), day('2022-09-30'), day('2022-10-11')];
const noUnit = { unitId: '', excused: false, groupId: null };
const NOW = '2022-10-11T07:00:00Z';
const LATER = '2022-10-12T02:00:00Z';
const content = criteriaSet(
  [
    indicator('e', {
      thresholds: [{ code: 'under-90', names: { vi: 'Dưới 90 %' }, comparison: '<', value: '90' }],
      target: { value: '95', comparison: '>=' },
      maxPoints: '60',
    }),
    indicator('posts', {
      shownAs: 'number',
      measure: { vi: 'tin/tháng' },
      numerator: { plus: ['posts'] },
      denominator: { period: 'months' },
      rule: { type: 'saturating', target: '10' },
      maxPoints: '40',
    }),
  ],
  { classification: { bands: [band('tot', '80', null), band('chua-dat', null, '80')] } },
);
function band(code: string, from: string | null, to: string | null) {
  return { code, names: { vi: code }, from, to };
}

let product: TestProduct;
let office: Office;
let versionId: string;
let cycleId: string;

const sql = (text: string, values: readonly unknown[], call = office.system(NOW)) =>
  product.get(UnitOfWork).run(call, (tx) => tx.rows<Record<string, unknown>>(text, values));
const command = (id = cycleId) => ({ cycleId: id });
const run = (call: Call = office.by('secretariat', NOW)) => product.get(RunScoring).execute(command(), call);
const freeze = () => product.get(FreezeScores).execute(command(), office.by('secretariat', LATER));
const ranking = (call: Call, query: object = {}) =>
  product.get(GetRanking).execute({ cycleId, page: 1, perPage: 100, order: 'ASC', ...query }, call.actor);
const secretariat = () => office.by('secretariat', NOW);
const places = async (query?: object) =>
  (await ranking(secretariat(), query)).items.map(({ unit, rank, shownPoints }) => [
    unit.code,
    rank,
    shownPoints,
  ]);
const rows = (table: 'score' | 'total_score', where = '') =>
  sql(`select * from ${table} where run_id in (select id from scoring_run where cycle_id = $1) ${where}`, [
    cycleId,
  ]);

async function setFigure(
  code: string,
  element: string,
  value: string | null,
  state = 'value',
): Promise<void> {
  const key = [office.administrationId, cycleId, office.units[code], element];
  await sql(
    `update figure set superseded_at = clock_timestamp() where administration_id = $1 and cycle_id = $2
        and unit_id = $3 and element_code = $4 and superseded_at is null`,
    key,
  );
  await sql(
    `insert into figure (administration_id, cycle_id, unit_id, element_code, period_start, period_end, side, state,
       value, illustrative, recorded_by, at, valid_on)
     values ($1, $2, $3, $4, '2022-01-01', '2022-09-30', 'unit', $5, $6, true, 'system:spec', $7, '2022-09-30')`,
    [...key, state, value, NOW],
  );
}

const figureRow = (code: string, element: string, value: string): FigureRow => ({
  unitId: office.units[code] ?? '',
  element,
  month: null,
  start: FIRST,
  end: LAST,
  side: 'unit',
  state: 'value',
  value,
  note: null,
  source: null,
  illustrative: true,
  published: null,
});

/** A cycle with the three wards and one division; P1 and P2 have the same exact points, NV is excused. */
async function openCycle(year = 2022, previous: string | null = null): Promise<string> {
  cycleId = randomIds.next();
  const period = {
    preset: 'calendar',
    kind: 'nine-months',
    start: `${year}-01-01`,
    end: `${year}-09-30`,
    asOf: `${year}-09-30`,
  };
  await sql(
    `insert into review_cycle (id, administration_id, code, names, period, criteria_set_version_id, created_at,
       previous_cycle_id) values ($1, $2, $3, '{"vi":"Đợt"}', $4::jsonb, $5, $6, $7)`,
    [cycleId, office.administrationId, cycleId.slice(-12), JSON.stringify(period), versionId, NOW, previous],
  );
  for (const code of ['P1', 'P2', 'P3', 'NV', 'VH']) {
    const unitId = office.units[code];
    await sql(`insert into cycle_participant values ($1, $2, $3, $4)`, [
      office.administrationId,
      cycleId,
      unitId,
      code === 'NV' ? 'excused' : 'active',
    ]);
    await sql('insert into submission (id, administration_id, cycle_id, unit_id) values ($1, $2, $3, $4)', [
      randomIds.next(),
      office.administrationId,
      cycleId,
      unitId,
    ]);
  }
  const figures: [string, string, string, string][] = [
    ['P1', '95', '100', '45'],
    ['P2', '190', '200', '45'],
    ['P3', '1', '3', '90'],
    ['VH', '90', '100', '180'],
  ];
  for (const [code, part, whole, posts] of figures) {
    await setFigure(code, 'e-part', part);
    await setFigure(code, 'e-whole', whole);
    await setFigure(code, 'posts', posts);
  }
  return cycleId;
}

beforeAll(async () => {
  product = await openTestProduct();
  office = await openOffice(product);
  const set = { code: 'CHAM', names: { vi: 'Bộ chấm thử' }, content };
  ({ versionId } = await product.get(IssueReadyCriteriaSet).execute(set, office.system(NOW)));
});
afterAll(() => product.close());
beforeEach(async () => {
  await openCycle();
});

describe('scoring a cycle', () => {
  it('writes exact scores and totals of every unit, and one entry for the run and each unit', async () => {
    const outcome = await run();
    expect(outcome).toMatchObject({ number: 1, revision: 1, units: 5, scores: 8 });
    expect(await places()).toEqual([
      ['VH', 1, '94.00'],
      ['NV', null, null],
      ['P1', 1, '77.00'],
      ['P2', 1, '77.00'],
      ['P3', 3, '60.00'],
    ]);
    const [third] = await rows('score', `and unit_id = '${office.units['P3']}' and indicator_code = 'e'`);
    expect(third).toMatchObject({
      numerator: '1',
      denominator: '3',
      value_num: '100',
      value_den: '3',
      shown_value: '33.33',
      points_num: '20',
      points_den: '1',
      breaches: ['under-90'],
    });
    const entries = await product.reader.rows<{ kind: string; action: string }>(
      `select subject_kind as kind, action from history where stream like 'cycle/' || $1 || '%'`,
      [cycleId],
    );
    expect(entries.filter(({ kind }) => kind === 'scoring-run')).toEqual([
      { kind: 'scoring-run', action: 'scoring.run' },
    ]);
    expect(entries.filter(({ action }) => action === 'scores.computed')).toHaveLength(5);
  });

  it('shows ties, the class, and why a unit has no rank', async () => {
    await run();
    const { items } = await ranking(secretariat());
    const byCode = new Map(items.map((item) => [item.unit.code, item]));
    expect(byCode.get('P1')).toMatchObject({ tied: true, ranked: 3, classCode: 'chua-dat', points: '77/1' });
    expect(byCode.get('VH')).toMatchObject({ tied: false, classCode: 'tot', classNames: { vi: 'tot' } });
    expect(byCode.get('NV')).toMatchObject({
      rank: null,
      unranked: 'EXCUSED',
      movement: { reason: 'NO_EARLIER' },
    });
  });

  it('of unchanged figures writes nothing at all', async () => {
    const { revision } = await run();
    const before = [await rows('score'), await rows('total_score')];
    const again = await product.get(RunScoring).execute(command(), office.by('secretariat', LATER));
    expect(again).toMatchObject({ revision, units: 0, scores: 0 });
    expect([await rows('score'), await rows('total_score')]).toEqual(before);
  });

  it('waits for figures that are being saved, so that its trace tells of what it scored', async () => {
    let commit = () => {};
    const held = new Promise<void>((resolve) => (commit = resolve));
    let begun = () => {};
    const written = new Promise<void>((resolve) => (begun = resolve));
    const saving = product.get(UnitOfWork).run(office.system(NOW), async (tx) => {
      await tx.use(Figures).record(cycleId, [figureRow('P3', 'e-part', '3')], SAVED);
      begun();
      await held;
    });
    await written;
    const scoring = run();
    await untilBlocked(product.reader, 1);
    commit();
    await Promise.all([saving, scoring]);
    const [stored] = await rows('score', `and unit_id = '${office.units['P3']}' and indicator_code = 'e'`);
    expect(stored).toMatchObject({ numerator: '3', denominator: '3' });
  });

  it('reads the same input again and again by its moment, whatever is recorded meanwhile', async () => {
    const cycle = await scoredCycle(product.reader, office.administrationId, cycleId);
    const set = await criteriaSetVersion(product.reader, versionId);
    const units = await scoredUnits(product.reader, office.administrationId, cycle);
    const input = async (moment: string) => {
      const source = { administrationId: office.administrationId, cycle, set, recordedAt: moment };
      const figures = await cycleFigures(product.reader, source, units);
      return [...figures.values()].flatMap((unit) => scoreRowsOf(set, noUnit, unit).lines);
    };
    const saves = new AbortController();
    const saving = (async () => {
      for (let value = 0; !saves.signal.aborted; value += 1) {
        await product.get(UnitOfWork).run(office.system(NOW), async (tx) => {
          const row = figureRow('P3', 'e-part', String(value % 3));
          await tx.use(Figures).record(cycleId, [row], SAVED);
          await new Promise((resolve) => setTimeout(resolve, 3));
        });
      }
    })();
    const seen: [string, string[]][] = [];
    for (let turn = 0; turn < 10; turn += 1) {
      const moment = await product
        .get(UnitOfWork)
        .run(office.system(NOW), (tx) => tx.use(ScoringRuns).inputUntil(cycleId));
      seen.push([moment, await input(moment)]);
    }
    saves.abort();
    await saving;
    for (const [moment, lines] of seen) expect(await input(moment)).toEqual(lines);
    expect(new Set(seen.map(([, lines]) => lines.join())).size).toBeGreaterThan(1);
  });

  it('after one changed figure writes versions of that score and total only', async () => {
    await run();
    await setFigure('P3', 'posts', '99');
    expect(await run()).toMatchObject({ revision: 2, units: 1, scores: 1 });
    expect((await places())[4]).toEqual(['P3', 3, '60.00']);
    await setFigure('P3', 'posts', '45');
    expect(await run()).toMatchObject({ revision: 3, units: 1, scores: 1 });
    expect(await rows('score', 'and superseded_at is not null')).toHaveLength(2);
    expect((await places())[4]).toEqual(['P3', 3, '40.00']);
  });

  it('follows a changed figure in a job: versions of that unit only, nothing without an open run', async () => {
    const saved = [{ id: '', params: { unitIds: [office.units['P3']] } }];
    const asked = async () => {
      const effect = product.get(Registries).effectOf('scoring.follow');
      await product.get(UnitOfWork).run(office.system(NOW), (tx) =>
        effect(
          tx,
          saved.map((item) => ({ ...item, id: cycleId })),
        ),
      );
      return product.reader.rows<{ payload: { cycleId: string; unitIds: string[] } }>(
        `select payload from outbox where name = 'scoring.follow-figures' and payload ->> 'cycleId' = $1`,
        [cycleId],
      );
    };
    expect(await asked()).toEqual([]);
    await run();
    await setFigure('P3', 'posts', '45');
    const [ask] = await asked();
    expect(ask?.payload).toEqual({ cycleId, unitIds: [office.units['P3']] });
    const follow = () =>
      product.get(FollowFigures).execute(ask?.payload ?? { cycleId }, office.system(LATER));
    expect(await follow()).toMatchObject({ revision: 2, units: 1, scores: 1 });
    expect((await places())[4]).toEqual(['P3', 3, '40.00']);
    expect(await follow()).toMatchObject({ revision: 2, units: 0, scores: 0 });
    await freeze();
    expect(await follow()).toBeUndefined();
  });

  it('scores and freezes in one step, ranked, with one entry of the run', async () => {
    const outcome = await product
      .get(RunScoring)
      .execute({ cycleId, freeze: true }, office.by('secretariat', NOW));
    expect(outcome).toMatchObject({ number: 1, revision: 1, units: 5, scores: 8 });
    expect((await places())[0]).toEqual(['VH', 1, '94.00']);
    expect(await rows('total_score')).toHaveLength(5);
    await expect(freeze()).rejects.toMatchObject({ code: 'SCORES_NOT_OPEN' });
  });

  it('follows who takes part: an excused unit loses its scores', async () => {
    await run();
    await sql(`update cycle_participant set status = 'excused' where cycle_id = $1 and unit_id = $2`, [
      cycleId,
      office.units['P1'],
    ]);
    expect(await run()).toMatchObject({ units: 1, scores: 0 });
    expect(await places()).toContainEqual(['P1', null, null]);
    expect(await rows('score', 'and superseded_at is null')).toHaveLength(6);
  });

  it('scores a unit that did not exist yet on the cut-off day as it was nearest to it', async () => {
    await openCycle(2019);
    expect(await run()).toMatchObject({ units: 5, scores: 8 });
    expect((await places())[0]).toEqual(['VH', 1, '94.00']);
  });

  it('of a cycle without units is refused and leaves nothing', async () => {
    const empty = randomIds.next();
    await sql(
      `insert into review_cycle (id, administration_id, code, names, period, criteria_set_version_id, created_at)
       select $1, administration_id, $2, names, period, criteria_set_version_id, created_at from review_cycle
        where id = $3`,
      [empty, empty.slice(-12), cycleId],
    );
    await expect(
      product.get(RunScoring).execute(command(empty), office.by('secretariat', NOW)),
    ).rejects.toMatchObject({ code: 'SCORES_WITHOUT_UNITS' });
    const list = product.get(ListScoringRuns);
    expect(await list.execute(command(empty), office.system(NOW).actor)).toEqual([]);
  });
});

describe('a frozen run', () => {
  it('keeps scores and ranks whatever happens to the figures; a correction is a new run', async () => {
    const { runId } = await run();
    const frozen = await freeze();
    expect(frozen).toMatchObject({ runId, number: 1, revision: 2 });
    await expect(freeze()).rejects.toMatchObject({ code: 'SCORES_NOT_OPEN' });
    const before = await places();
    await setFigure('P3', 'e-part', '3');
    expect(await places()).toEqual(before);
    const correction = await run();
    expect(correction).toMatchObject({ number: 2, revision: 1 });
    expect(await places()).not.toEqual(before);
    expect(await places({ run: 1 })).toEqual(before);
    const runs = await product.get(ListScoringRuns).execute(command(), office.system(NOW).actor);
    expect(runs.map(({ number, status, corrects }) => [number, status, corrects])).toEqual([
      [2, 'open', runId],
      [1, 'frozen', null],
    ]);
  });

  it('scored again from the figures it names has byte-identical rows, as its history says them', async () => {
    await run();
    const { runId } = await freeze();
    await setFigure('P3', 'e-part', '3');
    const [{ at } = { at: '' }] = await product.reader.rows<{ at: string }>(
      'select figures_as_of::text as at from scoring_run where id = $1',
      [runId],
    );
    const cycle = await scoredCycle(product.reader, office.administrationId, cycleId);
    const set = await criteriaSetVersion(product.reader, versionId);
    const units = await scoredUnits(product.reader, office.administrationId, cycle);
    const source = { administrationId: office.administrationId, cycle, set, recordedAt: at };
    const figures = await cycleFigures(product.reader, source, units);
    for (const unit of units) {
      const { lines, total } = scoreRowsOf(set, unit, figures.get(unit.unitId));
      const stored = await product.get(UnitOfWork).run(office.system(NOW), async (tx) => ({
        lines: (await tx.use(Scores).currentLines(runId, [unit.unitId])).get(unit.unitId) ?? [],
        total: (await tx.use(Scores).currentTotals(runId)).get(unit.unitId),
      }));
      expect(lines).toEqual(stored.lines);
      expect(total.pointsNum).toBe(stored.total?.pointsNum);
      const [first] = await product.reader.rows<{ hash: string }>(
        `select scores_hash as hash from total_score where run_id = $1 and unit_id = $2 and revision = 1`,
        [runId, unit.unitId],
      );
      expect(hashOfLines(lines)).toBe(first?.hash);
    }
  });

  it('cannot be changed by SQL as the role of the application', async () => {
    const { runId } = await run();
    await freeze();
    for (const [statement, message] of [
      [`update score set superseded_at = clock_timestamp() where run_id = $1`, 'the run is frozen'],
      [`update score set shown_points = '1' where run_id = $1`, 'permission denied'],
      [`delete from total_score where run_id = $1`, 'permission denied'],
      [
        `insert into score (administration_id, run_id, unit_id, indicator_code, state, policy, breaches, valid_on)
         select administration_id, run_id, unit_id, 'x', state, policy, breaches, valid_on from score
          where run_id = $1 and indicator_code = 'e'`,
        'the run is frozen',
      ],
      [
        `update scoring_run set status = 'open', frozen_at = null where id = $1`,
        'what is frozen never changes',
      ],
      [`update scoring_run set computed_at = now() where id = $1`, 'what is frozen never changes'],
      [`delete from scoring_run where id = $1`, 'what is frozen never changes'],
    ] as const) {
      await expect(sql(statement, [runId])).rejects.toThrow(message);
    }
  });

  it('is not there before a first scoring', async () => {
    await expect(freeze()).rejects.toMatchObject({ code: 'SCORES_NOT_RUN' });
    await expect(ranking(secretariat())).rejects.toMatchObject({ code: 'SCORES_NOT_RUN' });
  });
});

describe('who sees what', () => {
  const officer = (...units: string[]) => office.by('unit-officer', NOW, ...units);
  const scores = (code: string, call: Call) =>
    product.get(GetUnitScores).execute({ cycleId, unitId: office.units[code] ?? '' }, call.actor);
  const publish = () => product.get(PublishScores).execute(command(), office.by('committee', LATER));

  it('a unit sees its own scores and rank until the results are published, then all', async () => {
    await run();
    expect((await ranking(officer('P3'))).items.map(({ unit, rank }) => [unit.code, rank])).toEqual([
      ['P3', 3],
    ]);
    expect((await scores('P3', officer('P3'))).scores).toHaveLength(2);
    await expect(scores('P1', officer('P3'))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const published = await publish();
    expect(published).toMatchObject({ number: 1, revision: 2 });
    expect((await ranking(officer('P3'))).total).toBe(5);
    expect((await scores('P1', officer('P3'))).row.rank).toBe(1);
    await expect(publish()).rejects.toMatchObject({ code: 'SCORES_PUBLISHED' });
  });

  it('a frozen run is published as it is; while a correction is open, units see what was published', async () => {
    await run();
    await freeze();
    await publish();
    await setFigure('P3', 'e-part', '3');
    await run();
    expect((await ranking(officer('P3'))).run.number).toBe(1);
    expect((await ranking(secretariat())).run.number).toBe(2);
    const weak = async (call: Call) =>
      (await product.get(ListWeakResults).execute({ cycleId }, call.actor)).length;
    expect([await weak(officer('P1')), await weak(secretariat())]).toEqual([1, 0]);
  });

  it('another administration sees nothing', async () => {
    await run();
    const stranger = await openOffice(product);
    await expect(ranking(stranger.by('secretariat', NOW))).rejects.toMatchObject({ code: 'SCORES_NOT_RUN' });
  });
});

describe('reading scores', () => {
  it('as a matrix of shares, weak ones marked, a page at a time', async () => {
    await run();
    const matrix = product.get(GetScoreMatrix);
    const page = await matrix.execute(
      { cycleId, page: 2, perPage: 2, sort: 'ranking', order: 'ASC' },
      secretariat().actor,
    );
    expect(page).toMatchObject({ total: 5, indicators: [{ code: 'e' }, { code: 'posts' }] });
    expect(page.items.map(({ unit }) => unit.code)).toEqual(['P1', 'P2']);
    expect(page.items[0]?.cells).toMatchObject([
      { indicator: 'e', shownValue: '95.00', share: 95, weak: false },
      { indicator: 'posts', shownValue: '5.00', share: 50, weak: false },
    ]);
    const worst = async (sort: string) => {
      const filter = { cycleId, page: 1, perPage: 5, sort, order: 'ASC' as const };
      return (await matrix.execute(filter, secretariat().actor)).items[0]?.unit.code;
    };
    expect([await worst('weak'), await worst('e')]).toEqual(['P3', 'P3']);
  });

  it('summed over units: the parts are added, rates are not averaged', async () => {
    await run();
    const aggregates = (by: 'administration' | 'peer-group' | 'parent', call: Call = secretariat()) =>
      product.get(GetAggregates).execute({ cycleId, by }, call.actor);
    const [all] = (await aggregates('administration')).items;
    // 95/100, 190/200, 1/3, 90/100: 376 of 403, while the mean of the rates would be 78.33.
    expect(all).toMatchObject({
      id: null,
      units: 5,
      indicators: [
        {
          indicator: 'e',
          units: 4,
          numerator: '376',
          denominator: '403',
          value: '37600/403',
          shownValue: '93.30',
        },
        { indicator: 'posts', numerator: '360', denominator: '36', shownValue: '10.00' },
      ],
    });
    const groups = (await aggregates('peer-group')).items;
    expect(groups.map(({ code, units }) => [code, units])).toEqual([
      ['PHONG', 2],
      ['PHUONG', 3],
    ]);
    expect(groups[1]?.indicators[0]).toMatchObject({ numerator: '286', denominator: '303' });
    const [own] = (await aggregates('administration', office.by('unit-officer', NOW, 'P3'))).items;
    expect(own).toMatchObject({ units: 1, indicators: [{ numerator: '1', denominator: '3' }, {}] });
    await sql(`update unit_version set parent_id = $1 where unit_id = any($2::uuid[])`, [
      office.units['VH'],
      [office.units['P1'], office.units['P2']],
    ]);
    const [above, ...others] = (await aggregates('parent')).items;
    expect(above).toMatchObject({ code: 'VH', units: 2, indicators: [{ numerator: '285' }, {}] });
    expect(others).toEqual([]);
    await sql(`update unit_version set parent_id = null where administration_id = $1`, [
      office.administrationId,
    ]);
  });

  it('counted by a figure of each unit where the set declares it, as the run read it', async () => {
    const unweighted = versionId;
    const [first, ...others] = content.indicators;
    const weighted = { ...first, aggregation: 'weighted', aggregationWeight: 'posts' };
    ({ versionId } = await product.get(IssueReadyCriteriaSet).execute(
      {
        code: 'GIA-QUYEN',
        names: { vi: 'Bộ gia quyền' },
        content: criteriaSetContent.parse({ ...content, indicators: [weighted, ...others] }),
      },
      office.system(NOW),
    ));
    await openCycle();
    versionId = unweighted;
    await setFigure('VH', 'posts', null, 'missing');
    await run();
    const inAll = async () => {
      const [all] = (
        await product.get(GetAggregates).execute({ cycleId, by: 'administration' }, secretariat().actor)
      ).items;
      return all?.indicators[0];
    };
    // 45 · 95 + 45 · 95 + 90 · 100/3, by 180; the division has no weight.
    const known = {
      aggregation: 'weighted',
      units: 3,
      numerator: '286',
      denominator: '303',
      value: '385/6',
      shownValue: '64.17',
    };
    expect(await inAll()).toMatchObject(known);
    await setFigure('VH', 'posts', '180');
    expect(await inAll()).toMatchObject(known);
    await run();
    expect(await inAll()).toMatchObject({ units: 4, numerator: '376', value: '925/12', shownValue: '77.08' });
  });

  it('as weak results by threshold: what explanation tasks are made of', async () => {
    await run();
    const weak = product.get(ListWeakResults);
    expect(await weak.execute({ cycleId }, secretariat().actor)).toMatchObject([
      {
        unitId: office.units['P3'],
        unitNames: { vi: 'Phường P3' },
        indicator: 'e',
        threshold: 'under-90',
        limit: '90',
        value: '100/3',
        shownValue: '33.33',
        consequence: 'explanation',
      },
    ]);
    expect(await weak.execute({ cycleId }, office.by('unit-officer', NOW, 'P1').actor)).toEqual([]);
  });

  it('as a trace from the figures the run had read, also after they changed', async () => {
    await run();
    await freeze();
    await setFigure('P3', 'e-part', '3');
    const trace = await product
      .get(GetScoreTrace)
      .execute({ cycleId, unitId: office.units['P3'] ?? '' }, secretariat().actor);
    const [first] = trace.indicators;
    expect(first?.steps.find(({ code }) => code === 'VALUE_PERCENT')?.params).toEqual({
      numerator: '1',
      denominator: '3',
      value: '33.333333…',
    });
    expect(first?.score.shownPoints).toBe('20.00');
    expect(trace.total.find(({ code }) => code === 'TOTAL')?.params).toEqual({
      points: '60',
      how: 'half-up 2',
      shown: '60.00',
    });
  });

  it('as a trace with the rank among all, of which a unit reads no other before publishing', async () => {
    await run();
    const traced = async (call: Call, code: string) =>
      product.get(GetScoreTrace).execute({ cycleId, unitId: office.units[code] ?? '' }, call.actor);
    const whole = await traced(secretariat(), 'P3');
    expect(whole.place.map(({ code, params }) => [code, params['rank'] ?? params['count']])).toEqual([
      ['RANK', '3'],
      ['RANK_ABOVE', '2'],
    ]);
    expect(Object.keys(whole.names).filter((name) => name.startsWith('unit/'))).toHaveLength(1);
    expect(whole.tree[0]?.criteria[0]?.indicators).toEqual(['e', 'posts']);
    const own = await traced(office.by('unit-officer', NOW, 'P1'), 'P1');
    expect(own.place.map(({ code }) => code)).toEqual(['RANK', 'RANK_FIRST', 'RANK_TIED_COUNT']);
    expect(Object.keys(own.names).filter((name) => name.startsWith('unit/'))).toEqual([]);
    expect([own.figureVersions, whole.figureVersions]).toEqual([true, true]);
  });

  it('with every version of a figure, for who reaches the unit', async () => {
    await setFigure('P3', 'e-part', '2');
    const versions = (call: Call) =>
      product
        .get(ListFigureVersions)
        .execute({ cycleId, unitId: office.units['P3'] ?? '', element: 'e-part' }, call.actor);
    expect((await versions(secretariat())).map(({ value, current }) => [value, current])).toEqual([
      ['2', true],
      ['1', false],
    ]);
    await expect(versions(office.by('unit-officer', NOW, 'P1'))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('searched, sorted and by group', async () => {
    await run();
    expect(await places({ q: 'phuong p2' })).toEqual([['P2', 1, '77.00']]);
    expect((await places({ sort: 'points', order: 'DESC' })).map(([code]) => code)[0]).toBe('VH');
    const [top] = (await ranking(secretariat())).items;
    expect(await places({ groupId: top?.group?.id })).toEqual([
      ['VH', 1, '94.00'],
      ['NV', null, null],
    ]);
  });

  it('moves places against a round published elsewhere, marked as such', async () => {
    await run();
    const enter = (round: object, revision = 0) =>
      product.get(EnterPublishedRound).execute(
        {
          cycleId,
          revision,
          names: { vi: 'Chín tháng 2021' },
          period: {
            preset: 'calendar',
            kind: 'nine-months',
            start: '2021-01-01',
            end: '2021-09-30',
            asOf: '2021-09-30',
          } as never,
          sameCriteria: true,
          source: { text: 'Quyết định công bố 2021' },
          items: [
            { unitId: office.units['P1'] ?? '', points: '70.5', rank: 3 },
            { unitId: office.units['P3'] ?? '', rank: 1 },
          ],
          ...round,
        },
        secretariat(),
      );
    expect(await enter({})).toEqual({ revision: 1, units: 2 });
    const movements = async () =>
      Object.fromEntries(
        (await ranking(secretariat())).items.map(({ unit, movement }) => [unit.code, movement]),
      );
    expect(await movements()).toMatchObject({
      P1: { comparable: true, places: 2, from: 3, published: true, publishedPoints: '70.5' },
      P3: { comparable: true, places: -2, from: 1, published: true },
      P2: { reason: 'UNIT_NOT_THERE' },
    });
    expect((await ranking(secretariat())).earlier).toEqual({
      names: { vi: 'Chín tháng 2021' },
      source: 'Quyết định công bố 2021',
    });
    await expect(enter({ sameCriteria: false })).rejects.toMatchObject({ code: 'REVISION_CONFLICT' });
    expect(await enter({ sameCriteria: false }, 1)).toEqual({ revision: 2, units: 2 });
    expect(await movements()).toMatchObject({ P1: { reason: 'CRITERIA_DIFFER' } });
    await expect(enter({ items: [{ unitId: randomIds.next(), rank: 1 }] }, 2)).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
    });
    const view = await product.get(GetPublishedRound).execute({ cycleId }, secretariat().actor);
    expect(view).toMatchObject({ sameCriteria: false, items: [{ rank: 1 }, { points: '70.5', rank: 3 }] });
  });

  it('reads a table of published results without writing, each bad cell named', async () => {
    const table = [
      'Đơn vị\tĐiểm\tHạng',
      'p1\t70,5\t3',
      'phuong p3\t\t1',
      'P1\t1\t1',
      'Phường lạ\t1\t1',
      'P2\t70.125\tnhất',
      'VH\t\t',
    ].join('\n');
    const read = await product
      .get(ReadPublishedResults)
      .execute(
        { cycleId, file: { name: 'dan.txt', bytes: new TextEncoder().encode(table) }, language: 'vi' },
        secretariat().actor,
      );
    expect(read.rows).toBe(6);
    expect(read.items.map(({ unit, points, rank }) => [unit.code, points, rank])).toEqual([
      ['P1', '70.5', 3],
      ['P3', null, 1],
    ]);
    expect(read.problems.map(({ row, column, code, params }) => [row, column, code, params])).toEqual([
      [4, 'Đơn vị', 'ROW_UNIT_TWICE', { value: 'P1', row: '2' }],
      [5, 'Đơn vị', 'ROW_UNIT_UNKNOWN', { value: 'Phường lạ' }],
      [6, 'Điểm', 'ROW_POINTS_TWOFOLD', { value: '70.125', decimal: '70,1250', whole: '70125' }],
      [6, 'Hạng', 'ROW_RANK', { value: 'nhất' }],
      [7, 'Điểm', 'ROW_WITHOUT_RESULT', { value: 'VH' }],
    ]);
    await expect(
      product.get(GetPublishedRound).execute({ cycleId }, secretariat().actor),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('moves places only against a comparable cycle', async () => {
    const earlier = await openCycle(2021);
    await setFigure('P3', 'e-part', '3');
    await run();
    await freeze();
    await openCycle(2022, earlier);
    await run();
    const { items } = await ranking(secretariat());
    const movement = (code: string) => items.find(({ unit }) => unit.code === code)?.movement;
    expect(movement('P3')).toEqual({ comparable: true, places: -2, from: 1 });
    expect(movement('P1')).toEqual({ comparable: true, places: 1, from: 2 });
    expect(movement('NV')).toEqual({ comparable: false, reason: 'UNRANKED' });

    // What everybody may read is not compared with ranks that are frozen but not published.
    await product.get(PublishScores).execute(command(), office.by('committee', LATER));
    const [published] = (await ranking(secretariat())).items;
    expect(published?.movement).toEqual({ comparable: false, reason: 'NOT_FINAL' });
  });
});
