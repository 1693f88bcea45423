import { createHash } from 'node:crypto';
import type { RoleName } from '@nhip/contracts';
import { DraftConclusion, IssueConclusion } from '../follow-ups/index.js';
import { CreateUnits } from '../organisation/index.js';
import type { Call, Ids } from '../platform/index.js';
import { CreateReviewCycle, GetReviewCycle, LaunchReviewCycle, MoveCycle } from '../review-cycles/index.js';
import { instant } from '../shared/index.js';
import { MoveSubmission, SaveFigures } from '../submissions/index.js';
import { CarryOutTask, DecideCriticism, JudgeTask, ReportTaskDone, SendAnswer } from '../tasks/index.js';
import { openOffice, type Office } from './office.js';
import { Random } from './oracle/random.js';
import { employ } from './people.js';
import { playTo, standAt } from './play-time.js';
import type { TestProduct } from './product.js';

/** Ids that follow from a seed, in the order in which they are asked for. */
export function seededIds(seed: number): Ids {
  let count = 0;
  const tail = seed.toString(16).padStart(12, '0');
  return {
    next() {
      count += 1;
      const head = count.toString(16).padStart(12, '0');
      return `${head.slice(0, 8)}-${head.slice(8)}-7000-8000-${tail}`;
    },
  };
}

/** Part of days: everybody works in the morning, by Vietnam's clock. */
const morning = (day: string): string => `${day}T02:00:00.000Z`;
const days = (from: number, to: number, month: string): string[] =>
  Array.from({ length: to - from + 1 }, (_, n) => `${month}-${String(from + n).padStart(2, '0')}`);

interface Row {
  readonly id: string;
  readonly unitId: string;
}

/**
 * A quarter of a province played from its opening to its end on a product of its own: `units` wards are collected
 * from, some late, some never; a conference asks for explanations and gives everybody work, of which some is reported,
 * some returned, some urged and marked for criticism. Gives the administration.
 */
export async function playQuarter(
  product: Pick<TestProduct, 'get' | 'reader'>,
  { seed, units }: { readonly seed: number; readonly units: number },
): Promise<{ administrationId: string }> {
  const quarter = new Quarter(product as TestProduct, new Random(seed), units);
  await quarter.play();
  return { administrationId: quarter.office.administrationId };
}

/** What was recorded in the administration, but for the machine's own clock and the salts of people's names. */
export async function hashOfHistory(
  { reader }: Pick<TestProduct, 'reader'>,
  administrationId: string,
): Promise<{ entries: number; sha256: string }> {
  const rows = await reader.rows<object>(
    `select stream, seq, subject_kind, subject_id, revision, action, actor, on_behalf_of, reason, at,
            regexp_replace(body, '("figuresAsOf":"|"calendarVersion":"[0-9]+@)[^"]+', '\\1', 'g') as body
       from history
      where administration_id = $1 and subject_kind not in ('person', 'account') order by stream collate "C", seq`,
    [administrationId],
  );
  const hash = createHash('sha256');
  for (const row of rows) hash.update(`${JSON.stringify(row)}\n`);
  return { entries: rows.length, sha256: hash.digest('hex') };
}

class Quarter {
  office!: Office;
  private people: Readonly<Record<string, Call['actor']>> = {};
  private cycleId = '';
  private now = morning('2022-10-03');
  private readonly unitOfficers = new Map<string, Call['actor']>();
  private readonly unitLeaders = new Map<string, Call['actor']>();

  constructor(
    private readonly product: TestProduct,
    private readonly random: Random,
    private readonly units: number,
  ) {}

  async play(): Promise<void> {
    await standAt(this.product, this.now);
    await this.found();
    await this.launch();
    for (const day of days(4, 11, '2022-10')) await this.collect(day);
    await this.until('2022-10-13'); // the deadline ended the collection
    await this.confer();
    for (const day of days(14, 28, '2022-10')) await this.explain(day);
    for (const day of [...days(1, 30, '2022-11'), ...days(1, 9, '2022-12')]) await this.carryOut(day);
    await this.until('2022-12-20');
    await this.close();
    await this.until('2022-12-31');
  }

  private by(role: RoleName): Call {
    const actor = this.people[role];
    if (actor === undefined) throw new Error(`nobody is ${role}`);
    return { actor, now: instant(this.now) };
  }

  private of(people: ReadonlyMap<string, Call['actor']>, unitId: string): Call {
    const actor = people.get(unitId);
    if (actor === undefined) throw new Error(`nobody works in ${unitId}`);
    return { actor, now: instant(this.now) };
  }

  private async until(day: string): Promise<void> {
    this.now = morning(day);
    await playTo(this.product, this.now);
  }

  private async found(): Promise<void> {
    const office = await openOffice(this.product, {}, 'TINH');
    const codes = Array.from({ length: this.units }, (_, n) => `X${n + 1}`);
    const { ids } = await this.product.get(CreateUnits).execute(
      {
        units: codes.map((code) => ({
          code,
          names: { vi: `Xã ${code}` },
          unitType: 'ward' as const,
          peerGroupCode: 'PHUONG',
          from: '2020-01-01',
        })),
      },
      office.system('2022-01-01T00:00:00Z'),
    );
    const unitIds = Object.fromEntries(codes.map((code, n) => [code, ids[n] ?? '']));
    this.office = { ...office, units: unitIds };
    this.people = await employ(this.product, this.office, [
      ['committee'],
      ['secretariat'],
      ...codes.flatMap((code) => [['unit-officer', code] as const, ['unit-leader', code] as const]),
    ]);
    for (const code of codes) {
      this.unitOfficers.set(unitIds[code] ?? '', this.people[`unit-officer.${code}`] as Call['actor']);
      this.unitLeaders.set(unitIds[code] ?? '', this.people[`unit-leader.${code}`] as Call['actor']);
    }
  }

  private async launch(): Promise<void> {
    const { id } = await this.product.get(CreateReviewCycle).execute(
      {
        code: 'QUY-III',
        names: { vi: 'Rà soát quý III' },
        period: {
          preset: 'calendar',
          kind: 'quarter',
          start: '2022-07-01',
          end: '2022-09-30',
          asOf: '2022-09-30',
        },
        criteriaSetVersionId: this.office.criteriaSetVersionId,
        unitIds: Object.values(this.office.units),
        stages: [{ stage: 'collecting', dueOn: '2022-10-12' }],
      },
      this.by('secretariat'),
    );
    this.cycleId = id;
    await this.product.get(LaunchReviewCycle).execute({ id }, this.by('committee'));
  }

  /** Every day some units hand in; a tenth of what arrives is returned, and some units never do. */
  private async collect(day: string): Promise<void> {
    await this.until(day);
    const get = this.product.get.bind(this.product);
    for (const { id, unitId, state } of await this.submissions()) {
      if (state === 'approved') {
        const command = this.random.once(10)
          ? { id, event: 'return' as const, reason: 'Kiểm tra lại số liệu' }
          : { id, event: 'accept' as const };
        await get(MoveSubmission).execute(command, this.by('secretariat'));
      } else if ((state === 'open' || state === 'returned') && this.random.once(4)) {
        const received = this.random.between(50, 400);
        const done = this.random.between(Math.floor(received / 2), received);
        const cells = [
          { element: 'received', value: String(received) },
          { element: 'e-processed', value: String(done) },
        ];
        await get(SaveFigures).execute({ id, cells }, this.of(this.unitOfficers, unitId));
        await get(MoveSubmission).execute({ id, event: 'submit' }, this.of(this.unitOfficers, unitId));
        await get(MoveSubmission).execute({ id, event: 'approve' }, this.of(this.unitLeaders, unitId));
      }
    }
  }

  private submissions(): Promise<(Row & { readonly state: string })[]> {
    return this.product.reader.rows(
      `select s.id, s.unit_id as "unitId", i.state from submission s join procedure_instance i on i.id = s.id
        where s.cycle_id = $1 order by s.id`,
      [this.cycleId],
    );
  }

  private async confer(): Promise<void> {
    const { id } = await this.product.get(DraftConclusion).execute(
      {
        cycleId: this.cycleId,
        title: 'Kết luận hội nghị quý III',
        heldOn: '2022-10-13',
        chair: 'Người chủ trì',
        items: [
          {
            kind: 'explanation',
            title: 'Giải trình kết quả dưới ngưỡng',
            text: 'Các đơn vị không đạt gửi giải trình trước ngày 22/10.',
            assignees: { rule: 'weak-results' },
            deadline: { phrase: 'trước ngày 22/10' },
          },
          {
            kind: 'directive',
            title: 'Đẩy mạnh xử lý hồ sơ điện tử',
            text: 'Các đơn vị đẩy mạnh xử lý hồ sơ điện tử, hoàn thành trước ngày 25/11.',
            assignees: { rule: 'all-participants' },
            deadline: { phrase: 'trước ngày 25/11' },
          },
        ],
      },
      this.by('secretariat'),
    );
    await this.product.get(IssueConclusion).execute({ id, number: '25/TB-UBND' }, this.by('committee'));
  }

  private tasks(kind: string): Promise<(Row & { readonly state: string; readonly marked: boolean })[]> {
    return this.product.reader.rows(
      `select t.id, t.unit_id as "unitId", i.state,
              exists (select from task_step s where s.task_id = t.id and s.kind = 'marked-for-criticism')
                and not exists (select from task_step s where s.task_id = t.id and s.kind in ('criticised', 'spared')) as marked
         from task t join procedure_instance i on i.id = t.id where t.cycle_id = $1 and t.kind = $2 order by t.id`,
      [this.cycleId, kind],
    );
  }

  private async explain(day: string): Promise<void> {
    await this.until(day);
    const answer = { causes: ['leadership'], text: 'Chưa quan tâm đúng mức.', measures: 'Phân công lại.' };
    for (const { id, unitId, state, marked } of await this.tasks('explanation')) {
      if (state === 'answered') await this.judge(id);
      else if (marked) await this.decide(id);
      else if ((state === 'assigned' || state === 'returned') && this.random.once(8))
        await this.product.get(SendAnswer).execute({ id, answer }, this.of(this.unitLeaders, unitId));
    }
  }

  private async carryOut(day: string): Promise<void> {
    await this.until(day);
    for (const { id, unitId, state, marked } of await this.tasks('directive')) {
      const officer = this.of(this.unitOfficers, unitId);
      if (state === 'reported') await this.judge(id);
      else if (marked) await this.decide(id);
      else if (state === 'assigned' && this.random.once(6))
        await this.product.get(CarryOutTask).execute({ id, event: 'start' }, officer);
      else if ((state === 'in-progress' || state === 'returned') && this.random.once(12))
        await this.product.get(ReportTaskDone).execute({ id, text: 'Đã hoàn thành.' }, officer);
    }
  }

  private async judge(id: string): Promise<void> {
    const judging = this.product.get(JudgeTask);
    if (this.random.once(6)) await judging.return({ id, reason: 'Chưa đủ' }, this.by('secretariat'));
    else await judging.accept({ id }, this.by('secretariat'));
  }

  private async decide(id: string): Promise<void> {
    const decision = this.product.get(DecideCriticism);
    const documentOn = this.now.slice(0, 10);
    if (this.random.once(2))
      await decision.spare({ ids: [id], reason: 'Có lý do chính đáng' }, this.by('committee'));
    else await decision.criticise({ ids: [id], documentNumber: '30/TB', documentOn }, this.by('committee'));
  }

  private async close(): Promise<void> {
    const secretary = this.by('secretariat');
    if (secretary.actor.kind !== 'user') return;
    const { revision } = await this.product
      .get(GetReviewCycle)
      .execute(this.cycleId, secretary.actor, secretary.now);
    await this.product.get(MoveCycle).execute({ id: this.cycleId, revision, event: 'close' }, secretary);
  }
}
