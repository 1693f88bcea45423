import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ListFindings } from '../findings/index.js';
import { UnitOfWork, type UserActor } from '../platform/index.js';
import { CreateReviewCycle, GetReviewCycle, LaunchReviewCycle, MoveCycle } from '../review-cycles/index.js';
import { instant } from '../shared/index.js';
import { openOffice, openTestProduct, standAt, type Office, type TestProduct } from '../testing/index.js';
import { GetTask, JudgeTask, ListTasks, SendAnswer } from '../tasks/index.js';
import { AskExplanations } from './index.js';

const opening = '2022-10-03T01:00:00Z';
const end = '2022-10-10T09:00:00Z';
const answer = { causes: ['leadership'], text: 'Nhập nhầm cột, đã đối chiếu sổ.', measures: '' };

let product: TestProduct;
let office: Office;
let cycleId: string;

beforeAll(async () => {
  product = await openTestProduct();
  await standAt(product, opening);
  office = await openOffice(product);
  ({ id: cycleId } = await product.get(CreateReviewCycle).execute(
    {
      code: '9T-2022',
      names: { vi: 'Rà soát 9 tháng năm 2022' },
      period: {
        preset: 'calendar',
        kind: 'nine-months',
        start: '2022-01-01',
        end: '2022-09-30',
        asOf: '2022-10-10',
      },
      criteriaSetVersionId: office.criteriaSetVersionId,
      procedureCode: 'review-explanation-first',
      unitIds: Object.values(office.units),
      stages: [
        { stage: 'collecting', phrase: 'đến hết ngày 10/10/2022' },
        { stage: 'explaining', phrase: 'trước ngày 18/10/2022' },
      ],
    },
    office.by('secretariat', opening),
  ));
  await product.get(LaunchReviewCycle).execute({ id: cycleId }, office.by('committee', opening));
  // Of 100 dossiers received: P1 is under the threshold of 90, P2 reports more parts than the whole.
  await product.get(UnitOfWork).run(office.system(opening), (tx) =>
    tx.rows(
      `insert into figure (administration_id, cycle_id, unit_id, element_code, period_start, period_end, side, state,
         value, illustrative, recorded_by, at, valid_on)
       select $1, $2, unit_id, element_code, '2022-01-01', '2022-09-30', 'unit', 'value', value, true, 'system:spec',
              $3, '2022-09-30'
         from unnest($4::uuid[], $5::numeric[]) as p(unit_id, processed)
        cross join lateral (values ('received', 100), ('e-processed', processed)) as e(element_code, value)`,
      [
        office.administrationId,
        cycleId,
        opening,
        ['P1', 'P2', 'P3', 'NV', 'VH'].map((code) => office.units[code]),
        ['80', '120', '95', '95', '95'],
      ],
    ),
  );
  await standAt(product, end);
  const { revision } = await product
    .get(GetReviewCycle)
    .execute(cycleId, secretary().actor as UserActor, instant(end));
  await product
    .get(MoveCycle)
    .execute({ id: cycleId, revision, event: 'end-stage' }, office.by('secretariat', end));
});
afterAll(() => product.close());

const secretary = (now = end) => office.by('secretariat', now);
const asked = async (now = end) =>
  (
    await product
      .get(ListTasks)
      .execute(
        { page: 1, perPage: 25, order: 'ASC', sort: 'unit', kind: 'explanation' },
        secretary(now).actor as UserActor,
        instant(now),
      )
  ).items;
const findings = async () =>
  (
    await product
      .get(ListFindings)
      .execute(
        { page: 1, perPage: 25, order: 'ASC', sort: 'unit', cycleId, unitId: office.units['P2'] },
        secretary().actor as UserActor,
      )
  ).items;

it('coming to its explanations, a cycle asks each unit once for what is weak or unexplained, due with the stage', async () => {
  const tasks = await asked();
  expect(tasks.map(({ unit, title, dueOn }) => [unit.code, title, dueOn])).toEqual([
    ['P1', 'Giải trình kết quả dưới ngưỡng', '2022-10-17'],
    ['P2', 'Giải trình phát hiện về số liệu', '2022-10-17'],
  ]);
  const view = (index: number) =>
    product.get(GetTask).execute(tasks[index]?.id ?? '', secretary().actor as UserActor, instant(end));
  expect(await view(0)).toMatchObject({
    indicators: ['e-rate'],
    explains: [{ indicator: 'e-rate', shownValue: '80.00', limit: '90' }],
    findings: [],
  });
  const open = (await findings()).filter(({ importance }) => importance !== 'notice');
  expect(open.length).toBeGreaterThan(0);
  expect([...(await view(1)).findings].sort()).toEqual(open.map(({ id }) => id).sort());
  expect((await view(1)).body).toContain(open[0]?.message.vi ?? 'nothing');
});

it('does not ask again for what was asked for', async () => {
  expect(await product.get(AskExplanations).execute({ cycleId }, secretary())).toEqual({ ids: [] });
  expect(await asked()).toHaveLength(2);
});

it('settles the findings when their explanation is accepted', async () => {
  const id = (await asked())[1]?.id ?? '';
  await product
    .get(SendAnswer)
    .execute({ id, answer }, office.by('unit-leader', '2022-10-12T02:00:00Z', 'P2'));
  expect((await findings()).some(({ state }) => state === 'open')).toBe(true);
  await product.get(JudgeTask).accept({ id }, secretary('2022-10-13T02:00:00Z'));
  for (const { state, settled, importance } of await findings())
    if (importance !== 'notice') expect([state, settled?.reason]).toEqual(['settled', answer.text]);
});
