import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { overviewView, roleNames, type OverviewView } from '@nhip/contracts';
import { OpenSupervision, RequireOfUnits, SendRecommendation } from '../follow-ups/index.js';
import type { UserActor } from '../platform/index.js';
import { CreateReviewCycle, LaunchReviewCycle } from '../review-cycles/index.js';
import { instant } from '../shared/index.js';
import { AssignTasks } from '../tasks/index.js';
import {
  employ,
  openOffice,
  openTestProduct,
  standAt,
  type Office,
  type TestProduct,
} from '../testing/index.js';
import { GetOverview } from './index.js';

const NOW = '2022-10-03T02:00:00Z';
const LATER = '2022-10-12T02:00:00Z';

let product: TestProduct;
let office: Office;
let people: Readonly<Record<string, UserActor>>;

const home = (name: string, now = NOW): Promise<OverviewView> => {
  const actor = people[name];
  if (actor === undefined) throw new Error(`nobody is ${name}`);
  return product.get(GetOverview).execute(actor, instant(now));
};
const kinds = ({ cards }: OverviewView) => cards.map(({ kind, count }) => [kind, count]);
const titles = ({ cards }: OverviewView, kind: string) =>
  cards.find((card) => card.kind === kind)?.items.map(({ title, pressing }) => [title.vi, pressing]);

async function prepareCycle(): Promise<string> {
  const { id } = await product.get(CreateReviewCycle).execute(
    {
      code: 'Q3',
      names: { vi: 'Quý III/2022' },
      period: {
        preset: 'calendar',
        kind: 'quarter',
        start: '2022-07-01',
        end: '2022-09-30',
        asOf: '2022-09-30',
      },
      criteriaSetVersionId: office.criteriaSetVersionId,
      unitIds: ['P1', 'P2'].map((code) => office.units[code] ?? ''),
      stages: [
        { stage: 'collecting', dueOn: '2022-10-10' },
        { stage: 'explaining', dueOn: '2022-10-17' },
      ],
    },
    office.by('secretariat', NOW),
  );
  return id;
}

beforeAll(async () => {
  product = await openTestProduct();
});
afterAll(() => product.close());
beforeEach(async () => {
  await standAt(product, NOW);
  office = await openOffice(product);
  people = await employ(product, office, [
    ['committee'],
    ['secretariat'],
    ['appraiser'],
    ['auditor'],
    ['administrator'],
    ['unit-leader', 'P1'],
    ['unit-officer', 'P1'],
    ['unit-officer', 'P2'],
  ]);
});

describe('the home', () => {
  it('of every role keeps to its contract, also where there is nothing yet', async () => {
    for (const role of roleNames) {
      const view = await home(role.startsWith('unit') ? `${role}.P1` : role);
      expect(overviewView.parse(view)).toEqual(view);
      expect(kinds(view)).toEqual(role === 'auditor' ? [['recent-actions', 2]] : []);
    }
  });

  it('of the committee asks for the launch, that of the unit then for its form', async () => {
    const id = await prepareCycle();
    expect(kinds(await home('committee'))).toEqual([['to-launch', 1]]);
    expect(kinds(await home('unit-officer.P1'))).toEqual([]);

    await product.get(LaunchReviewCycle).execute({ id, revision: 1 }, office.by('committee', NOW));
    const { cards } = await home('auditor');
    const launches = cards.flatMap(({ kind, items }) =>
      items.flatMap(({ detail }) => (detail?.params['action'] === 'review-cycle.launched' ? [kind] : [])),
    );
    expect(launches).toEqual(['launches']);
    const committee = await home('committee');
    expect(kinds(committee)).toEqual([]);
    expect(committee.cycles[0]?.stages.find(({ position }) => position === 'now')).toMatchObject({
      stage: 'collecting',
      deadline: { on: '2022-10-10', workingDaysLeft: 5 },
    });
    expect(titles(await home('unit-officer.P1'), 'must-do')).toEqual([['Quý III/2022', false]]);
    expect(titles(await home('unit-officer.P1', LATER), 'must-do')).toEqual([['Quý III/2022', true]]);
    const secretariat = await home('secretariat');
    expect(kinds(secretariat)).toEqual([['submissions-missing', 2]]);
    expect(secretariat.tiles.find(({ kind }) => kind === 'submitted')).toMatchObject({ count: 0, of: 2 });
  });

  it('of a unit shows its own tasks only, those overdue first; the committee counts them by class', async () => {
    const assign = (code: string, title: string, dueOn: string) =>
      product
        .get(AssignTasks)
        .execute(
          { unitIds: [office.units[code] ?? ''], title, deadline: { dueOn } },
          office.by('secretariat', NOW),
        );
    await assign('P1', 'Việc sau', '2022-10-31');
    await assign('P1', 'Việc trước', '2022-10-07');
    await assign('P2', 'Việc của P2', '2022-10-07');
    expect(titles(await home('unit-officer.P1', LATER), 'must-do')).toEqual([
      ['Việc trước', true],
      ['Việc sau', false],
    ]);
    expect(titles(await home('unit-officer.P2'), 'must-do')).toEqual([['Việc của P2', false]]);
    const counts = (await home('committee', LATER)).tiles.map(({ kind, count }) => [kind, count]);
    expect(counts).toEqual([
      ['open-in-time', 1],
      ['open-overdue', 2],
      ['done-on-time', 0],
      ['done-late', 0],
    ]);
    expect(titles(await home('secretariat', LATER), 'tasks-overdue')).toHaveLength(2);
  });

  it('of those who answer recommendations has them; the auditor sees them open', async () => {
    await product.get(SendRecommendation).execute(
      {
        title: 'Cấp thêm máy chủ',
        addressee: 'UBND thành phố',
        unitId: office.units['P1'] ?? '',
        deadline: { dueOn: '2022-10-07' },
      },
      office.by('unit-leader', NOW, 'P1'),
    );
    expect(titles(await home('committee'), 'recommendations-to-answer')).toEqual([
      ['Cấp thêm máy chủ', false],
    ]);
    expect(titles(await home('committee', LATER), 'recommendations-to-answer')).toEqual([
      ['Cấp thêm máy chủ', true],
    ]);
    expect(kinds(await home('auditor'))).toContainEqual(['recommendations-open', 1]);
    expect(kinds(await home('unit-officer.P2'))).toEqual([]);
  });

  it('of the auditor counts what is open for the own team, and names who did what, the system too', async () => {
    const id = await prepareCycle();
    expect(kinds(await home('auditor'))).toContainEqual(['cycles', 1]);
    await product.get(LaunchReviewCycle).execute({ id, revision: 1 }, office.by('committee', NOW));
    const { id: supervision } = await product.get(OpenSupervision).execute(
      {
        title: 'Giám sát chuyển đổi số',
        unitIds: [office.units['VH'] ?? ''],
        heldOn: '2022-10-03',
        periodStart: '2022-01-01',
        periodEnd: '2022-09-30',
      },
      { actor: people['auditor'] as UserActor, now: instant(NOW) },
    );
    await product
      .get(RequireOfUnits)
      .execute(
        { id: supervision, requirement: { title: 'Tập huấn', deadline: { dueOn: '2022-10-07' } } },
        { actor: people['auditor'] as UserActor, now: instant(NOW) },
      );
    const view = await home('auditor', LATER);
    expect(overviewView.parse(view)).toEqual(view);
    expect(titles(view, 'own-supervisions')).toEqual([['Giám sát chuyển đổi số', true]]);
    expect(titles(view, 'requirements-open')).toEqual([['Tập huấn', true]]);
    expect(titles(view, 'launches')).toEqual([['Quý III/2022', false]]);
    expect(view.tiles).toMatchObject([
      { kind: 'supervisions-open', count: 1 },
      { kind: 'requirements-open', count: 1, serious: 1 },
      { kind: 'recommendations-open', count: 0 },
      { kind: 'cycles-open', count: 1 },
    ]);
    expect(view.cycles).toHaveLength(1);
    const recent = view.cards.find(({ kind }) => kind === 'recent-actions')?.items ?? [];
    const told = recent.map(({ detail }) => [detail?.params['action'], detail?.params['by']]);
    expect(told).toContainEqual(['criteria-set.issued', { vi: 'Hệ thống', en: 'The system' }]);
    const assigned = recent.find(({ detail }) => detail?.params['action'] === 'role-assignment.assigned');
    expect(assigned).toMatchObject({ link: '/accounts', detail: { params: { of: 'accounts' } } });
  });

  it('of the administrator checks the installation', async () => {
    const { checks, tiles } = await home('administrator');
    expect(checks.map(({ check }) => check)).toEqual([
      'timer-lag',
      'outbox-lag',
      'outbox-failed',
      'fsync',
      'synchronous-commit',
      'full-page-writes',
      'clock',
    ]);
    expect(tiles.find(({ kind }) => kind === 'accounts')).toMatchObject({ count: 8 });
  });
});
