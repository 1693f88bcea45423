import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DraftConclusion, SendRecommendation } from '../follow-ups/index.js';
import { UnitOfWork, type Call, type UserActor } from '../platform/index.js';
import { CreateReviewCycle, LaunchReviewCycle, MoveCycle } from '../review-cycles/index.js';
import { day, dueAtOf, VIETNAM_ZONE } from '../shared/index.js';
import { AssignRole, EndSessions, WithdrawRole } from '../people/index.js';
import {
  employ,
  openOffice,
  openTestProduct,
  systemCall,
  type Office,
  type TestProduct,
} from '../testing/index.js';
import {
  AssignTasks,
  PrepareAnswer,
  readyCauses,
  RecordCauses,
  ReportTaskDone,
  SendAnswer,
  TaskOpener,
} from '../tasks/index.js';
import { ListHistory } from './index.js';

const morning = '2022-10-03T01:00:00Z';
const unfilled = { page: 1, perPage: 50, order: 'ASC' } as const;

let product: TestProduct;
let office: Office;
beforeAll(async () => {
  product = await openTestProduct();
  office = await openOffice(product);
});
afterAll(() => product.close());

const unit = (code: string): string => office.units[code] ?? '';

async function seen(subjectKind: string, subjectId: string, reader: Call): Promise<string[]> {
  const { items } = await product
    .get(ListHistory)
    .execute({ ...unfilled, subjectKind, subjectId }, reader.actor as UserActor);
  return items.map(({ action }) => action);
}
const byP1 = (kind: string, id: string) => seen(kind, id, office.by('unit-leader', morning, 'P1'));
const byP2 = (kind: string, id: string) => seen(kind, id, office.by('unit-leader', morning, 'P2'));
const byAuditor = (kind: string, id: string) => seen(kind, id, office.by('auditor', morning));

async function cycle(code: string, unitCodes: readonly string[]): Promise<string> {
  const { id } = await product.get(CreateReviewCycle).execute(
    {
      code,
      names: { vi: 'Rà soát' },
      period: {
        preset: 'calendar',
        kind: 'quarter',
        start: '2022-07-01',
        end: '2022-09-30',
        asOf: '2022-09-30',
      },
      criteriaSetVersionId: office.criteriaSetVersionId,
      unitIds: unitCodes.map(unit),
      stages: [{ stage: 'collecting', dueOn: '2022-10-10' }],
    },
    office.by('secretariat', morning),
  );
  return id;
}

describe('the history of an explanation', () => {
  const on = day('2022-10-31');

  it('holds its answer for the whole administration only once it is sent', async () => {
    const [task = ''] = await product.get(UnitOfWork).run(office.system(morning), (tx) =>
      product.get(TaskOpener).open(tx, [
        {
          kind: 'explanation',
          title: 'Giải trình',
          source: { kind: 'direct' },
          unitId: unit('P1'),
          deadline: {
            phrase: null,
            reading: null,
            recurrence: null,
            due: { on, at: dueAtOf(on, VIETNAM_ZONE) },
          },
        },
      ]),
    );
    await product.get(RecordCauses).execute({ causes: readyCauses }, systemCall('2022-01-01T00:00:00Z'));
    const answer = { causes: ['leadership'], text: 'Còn nháp', measures: 'Tập huấn' };
    await product
      .get(PrepareAnswer)
      .execute({ id: task, revision: 1, answer }, office.by('unit-officer', morning, 'P1'));
    const tells = async (call: Call) => {
      const { items } = await product
        .get(ListHistory)
        .execute({ ...unfilled, subjectKind: 'task', subjectId: task }, call.actor as UserActor);
      return JSON.stringify(items).includes('Còn nháp');
    };
    const readers = [
      office.by('unit-officer', morning, 'P1'),
      office.by('secretariat', morning),
      office.by('auditor', morning),
    ];
    const told = () => Promise.all(readers.map(tells));
    expect(await told()).toEqual([true, false, false]);
    await product.get(SendAnswer).execute({ id: task, revision: 2 }, office.by('unit-leader', morning, 'P1'));
    expect(await told()).toEqual([true, true, true]);
  });
});

describe('the history of an account', () => {
  it('is told whole in every administration it works in, with the roles it has or had there', async () => {
    const there = await openOffice(product);
    const { 'unit-officer.P1': person } = await employ(product, office, [['unit-officer', 'P1']]);
    const id = person?.id ?? '';
    await product.reader.rows(
      `insert into role_assignment (id, administration_id, account_id, role, valid_from)
       values (gen_random_uuid(), $1, $2, 'auditor', '2022-01-01')`,
      [there.administrationId, id],
    );
    const [here, over] = [office.by('administrator', morning), there.by('administrator', morning)];
    const target = { id, revision: 1, reason: 'Điều động' };
    const { assignmentId } = await product.get(AssignRole).execute({ ...target, role: 'secretariat' }, over);
    await product.get(EndSessions).execute(target, over);
    await product.get(WithdrawRole).execute({ ...target, revision: 2, assignmentId }, over);
    await product.get(EndSessions).execute({ ...target, revision: 2 }, here);
    const told = async ({ actor }: Call) => {
      const { items } = await product
        .get(ListHistory)
        .execute({ ...unfilled, subjectKind: 'account', subjectId: id }, actor as UserActor);
      expect(new Set(items.map((item) => item.id)).size).toBe(items.length);
      return items.map(({ action, after }) => [action, after['role'] ?? null]);
    };
    expect(await told(here)).toEqual([
      ['account.created', null],
      ['role-assignment.assigned', 'unit-officer'],
      ['account.sessions-ended', null],
      ['account.sessions-ended', null],
    ]);
    expect(await told(over)).toEqual([
      ['account.created', null],
      ['role-assignment.assigned', 'secretariat'],
      ['account.sessions-ended', null],
      ['role-assignment.withdrawn', 'secretariat'],
      ['account.sessions-ended', null],
    ]);
    expect(await told(office.by('administrator', morning, 'P2'))).toEqual([]);
    expect(await told((await openOffice(product)).by('administrator', morning))).toEqual([]);
  });
});

describe('the history a unit may read', () => {
  it('of a cycle begins with its launch, for those who take part', async () => {
    const id = await cycle('Q3-A', ['P1']);
    expect(await byP1('review-cycle', id)).toEqual([]);
    await product.get(LaunchReviewCycle).execute({ id }, office.by('committee', morning));
    expect(await byP1('review-cycle', id)).toEqual(['review-cycle.created', 'review-cycle.launched']);
    expect(await byP2('review-cycle', id)).toEqual([]);
  });

  it('holds no draft of a conclusion, and no run of scores, list or finding of a whole cycle', async () => {
    const id = await cycle('Q3-B', ['P1', 'P2']);
    await product.get(LaunchReviewCycle).execute({ id }, office.by('committee', morning));
    const drafted = await product.get(DraftConclusion).execute(
      {
        cycleId: id,
        title: 'Kết luận',
        heldOn: '2022-10-03',
        items: [{ kind: 'information', title: 'Phê bình P2', text: 'Phê bình P2' }],
      },
      office.by('secretariat', morning),
    );
    expect(await byP1('conclusion', drafted.id)).toEqual([]);
    expect(await byAuditor('conclusion', drafted.id)).toEqual(['conclusion.drafted']);
    await product
      .get(MoveCycle)
      .execute({ id, revision: 2, event: 'end-stage' }, office.by('secretariat', morning));
    const whole = await product.reader.rows<{ kind: string; id: string }>(
      `select subject_kind as kind, subject_id as id from history
        where administration_id = $1 and stream = $2 and subject_kind <> 'review-cycle'`,
      [office.administrationId, `cycle/${id}`],
    );
    expect(whole.map(({ kind }) => kind)).toContain('scoring-run');
    for (const { kind, id: subject } of whole) expect(await byP1(kind, subject)).toEqual([]);
    const own = await product.reader.rows<{ id: string }>(
      'select id from submission where administration_id = $1 and cycle_id = $2 and unit_id = $3',
      [office.administrationId, id, unit('P1')],
    );
    expect(await byP1('submission', own[0]?.id ?? '')).not.toEqual([]);
    expect(await byP2('submission', own[0]?.id ?? '')).toEqual([]);
  });

  it('is that of its own recommendations, supervisions and tasks, whatever cycle they are of', async () => {
    const id = await cycle('Q3-C', ['P1', 'P2']);
    await product.get(LaunchReviewCycle).execute({ id }, office.by('committee', morning));
    const recommendation = { title: 'Kiến nghị', body: '', addressee: 'UBND', deadline: {} };
    const { id: sent } = await product
      .get(SendRecommendation)
      .execute(
        { ...recommendation, unitId: unit('P1'), cycleId: id },
        office.by('unit-leader', morning, 'P1'),
      );
    expect(await byP1('recommendation', sent)).toEqual(['recommendation.sent']);
    expect(await byP2('recommendation', sent)).toEqual([]);

    const { ids } = await product.get(AssignTasks).execute(
      {
        title: 'Việc',
        unitIds: [unit('P1')],
        coUnitIds: [unit('NV')],
        deadline: { dueOn: '2022-10-31' },
      },
      office.by('committee', morning),
    );
    const [task = ''] = ids;
    expect(await byP1('task', task)).toEqual(['task.assigned']);
    expect(await seen('task', task, office.by('unit-officer', morning, 'NV'))).toEqual(['task.assigned']);
    expect(await byP2('task', task)).toEqual([]);
    await product
      .get(ReportTaskDone)
      .execute({ id: task, text: 'Đã làm' }, office.by('unit-officer', morning, 'P1'));
    const answers = async (code: string) => {
      const { items } = await product
        .get(ListHistory)
        .execute(
          { ...unfilled, subjectKind: 'task', subjectId: task },
          office.by('unit-officer', morning, code).actor as UserActor,
        );
      return JSON.stringify(items).includes('Đã làm');
    };
    expect([await answers('P1'), await answers('NV')]).toEqual([true, false]);
  });

  it('is not opened by a subject that is no id', async () => {
    expect(await byP1('task', "x' or true --")).toEqual([]);
  });
});
