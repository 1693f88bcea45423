import { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CriteriaSetContentInput, ProcedureDefinitionInput } from '@nhip/contracts';
import { IssueReadyCriteriaSet } from '../criteria/index.js';
import { FILE_STORE, GiveEvidence, ListEvidence, type FileStore } from '../evidence/index.js';
import { randomIds, UnitOfWork, type Call, type UserActor } from '../platform/index.js';
import {
  CreateReviewCycle,
  LaunchReviewCycle,
  MoveCycle,
  reviewCycleProcedures,
} from '../review-cycles/index.js';
import { ListSubmissions, SaveFigures, submissionProcedure } from '../submissions/index.js';
import { documents, openOffice, openTestProduct, type Office, type TestProduct } from '../testing/index.js';
import { Registries } from '../workflow/index.js';
import { AnswerFinding, CheckFigures, CountOpenFindings, ListFindings, SettleFinding } from './index.js';

function cycleProcedure(): ProcedureDefinitionInput {
  return JSON.parse(
    JSON.stringify(reviewCycleProcedures['review-conference-first']),
    (key, value: unknown) =>
      key === 'effects'
        ? (value as string[]).filter((name) => /^(submissions|findings)\./.test(name))
        : value,
  ) as ProcedureDefinitionInput;
}

const count = (code: string, vi: string) => ({
  code,
  names: { vi },
  measure: { vi: 'hồ sơ' },
  kind: 'count' as const,
});
const criteria: CriteriaSetContentInput = {
  dataElements: [count('resolved', 'Đã giải quyết'), count('early', 'Sớm hẹn'), count('on-time', 'Đúng hẹn')],
  indicators: [
    {
      code: 'early-rate',
      names: { vi: 'Tỷ lệ sớm hẹn' },
      measure: { vi: '%' },
      shownAs: 'percent',
      numerator: { plus: ['early'] },
      denominator: { plus: ['resolved'] },
      rounding: { mode: 'half-up', dp: 2 },
      target: { unquantified: { vi: 'nâng cao' } },
      rule: { type: 'linear', full: '100' },
      maxPoints: '10',
    },
  ],
  fields: [
    {
      code: 'F',
      names: { vi: 'F' },
      criteria: [{ code: 'C', names: { vi: 'C' }, indicators: ['early-rate'] }],
    },
  ],
  checks: [
    {
      code: 'parts',
      names: { vi: 'Sớm hẹn + đúng hẹn' },
      kind: 'parts',
      left: { plus: ['early', 'on-time'] },
      comparison: '=',
      right: { plus: ['resolved'] },
      residual: { vi: 'trễ hẹn' },
    },
  ],
  totals: { maxPoints: '10' },
};
const now = '2022-10-03T01:00:00Z';

let product: TestProduct;
let office: Office;
let cycleId: string;
beforeAll(async () => {
  product = await openTestProduct();
});
afterAll(() => product.close());
beforeEach(async () => {
  office = await openOffice(product, {
    'review-conference-first': cycleProcedure(),
    submission: submissionProcedure,
  });
  const { versionId } = await product
    .get(IssueReadyCriteriaSet)
    .execute({ code: 'BTC', names: { vi: 'Bộ' }, content: criteria }, office.system(now));
  const { id } = await product.get(CreateReviewCycle).execute(
    {
      code: 'Q3-2022',
      names: { vi: 'Quý III/2022' },
      period: {
        preset: 'calendar',
        kind: 'quarter',
        start: '2022-07-01',
        end: '2022-09-30',
        asOf: '2022-10-10',
      },
      criteriaSetVersionId: versionId,
      unitIds: [office.units['P1'] ?? '', office.units['P2'] ?? ''],
      stages: [{ stage: 'collecting', dueOn: '2022-10-10' }],
    },
    office.by('secretariat', now),
  );
  await product.get(LaunchReviewCycle).execute({ id, revision: 1 }, office.by('committee', now));
  cycleId = id;
});

const secretariat = (): Call => office.by('secretariat', now);
const officer = (code = 'P1'): Call => office.by('unit-officer', now, code);
const found = async (call = secretariat(), filter: object = {}) =>
  (await product.get(ListFindings).execute({ cycleId, sort: 'code', ...filter }, call.actor as UserActor))
    .items;
const brief = async (call?: Call, filter?: object) =>
  (await found(call, filter)).map(({ code, state }) => `${code} ${state}`);

async function save(figures: Readonly<Record<string, string>>, code = 'P1') {
  const call = secretariat();
  const { items } = await product
    .get(ListSubmissions)
    .execute({ cycleId, unitId: office.units[code] }, call.actor as UserActor, call.now);
  const cells = Object.entries(figures).map(([element, value]) => ({ element, value }));
  await product.get(SaveFigures).execute({ id: items[0]?.id ?? '', cells }, officer(code));
}

describe('a finding', () => {
  const broken = { resolved: '10816', early: '8906', 'on-time': '1638' };

  it('comes with the save, in one sentence, and changes no figure', async () => {
    await save(broken);
    const [finding] = await found();
    expect(finding).toMatchObject({
      code: 'PARTS_GAP',
      state: 'open',
      importance: 'warning',
      expected: '10816',
      found: '10544',
      unit: { code: 'P1' },
      subject: { check: 'parts', elements: ['early', 'on-time', 'resolved'] },
      message: { vi: 'Sớm hẹn + đúng hẹn: 10.544 so với 10.816, chênh 272; có thể là “trễ hẹn”.' },
      revision: 1,
    });
  });

  it('is seen by its unit and by those over all units', async () => {
    await save(broken);
    expect(await brief(officer('P1'))).toEqual(['PARTS_GAP open']);
    expect(await brief(officer('P2'))).toEqual([]);
    const [finding] = await found();
    const answer = { id: finding?.id ?? '', revision: 1, text: 'Trễ hẹn 272 hồ sơ' };
    await expect(product.get(AnswerFinding).execute(answer, officer('P2'))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const counted = await product.get(CountOpenFindings).execute(
      [
        { cycleId, unitId: office.units['P2'] ?? '' },
        { cycleId, unitId: office.units['P1'] ?? '' },
      ],
      secretariat().actor,
    );
    expect(counted).toEqual([0, 1]);
  });

  it.each(['importance', 'unit', 'code', 'at'] as const)('is listed by %s, both ways', async (sort) => {
    await save(broken);
    await product.get(CheckFigures).execute({ cycleId }, secretariat());
    const codes = async (order: 'ASC' | 'DESC') => await brief(secretariat(), { sort, order });
    expect((await codes('ASC')).toSorted()).toEqual((await codes('DESC')).toSorted());
    expect(await codes('ASC')).toHaveLength(2);
  });

  it('that two requests ask about is settled once, with the first, where both are accepted together', async () => {
    await save(broken);
    const id = (await found())[0]?.id ?? '';
    await product.get(UnitOfWork).run(secretariat(), async (tx) => {
      const requests = await tx.rows<{ id: string }>(
        `insert into task (id, administration_id, kind, title, source_kind, unit_id, finding_ids, answer, opened_at)
         select x.id, $1, 'explanation', 'Giải trình', 'direct', $2, array[$3::uuid],
                '{"text": "Trễ hẹn 272 hồ sơ"}', $4
           from unnest($5::uuid[]) as x(id) returning id`,
        [office.administrationId, office.units['P1'], id, now, [randomIds.next(), randomIds.next()]],
      );
      const items = requests.map((request) => ({ id: cycleId, params: { taskId: request.id } }));
      await product.get(Registries).effectOf('findings.settle-explained')(tx, items);
    });
    expect(await brief(secretariat(), { unitId: office.units['P1'] })).toEqual(['PARTS_GAP settled']);
    const history = await product.reader.rows<{ action: string }>(
      'select action from history where subject_id = $1 order by revision',
      [id],
    );
    expect(history.map(({ action }) => action)).toEqual(['finding.raised', 'finding.settled']);
  });

  it('is answered, settled, asked again; a second check leaves all that as it is', async () => {
    await save(broken);
    const id = (await found())[0]?.id ?? '';
    await product.get(AnswerFinding).execute({ id, revision: 1, text: 'Trễ hẹn 272 hồ sơ' }, officer());
    await expect(
      product.get(AnswerFinding).execute({ id, revision: 1, text: 'Lần nữa' }, officer()),
    ).rejects.toMatchObject({ code: 'REVISION_CONFLICT' });
    await product.get(CheckFigures).execute({ cycleId }, secretariat());
    expect(await brief(secretariat(), { unitId: office.units['P1'] })).toEqual(['PARTS_GAP explained']);
    await product
      .get(SettleFinding)
      .execute({ id, revision: 2, decision: 'settle', reason: 'Giải trình hợp lý' }, secretariat());
    expect(await product.get(CheckFigures).execute({ cycleId }, secretariat())).toEqual({
      raised: 0,
      voided: 0,
      standing: 2,
    });
    await expect(
      product.get(AnswerFinding).execute({ id, text: 'Muộn rồi' }, officer()),
    ).rejects.toMatchObject({ code: 'FINDING_NOT_OPEN' });
    await product
      .get(SettleFinding)
      .execute({ id, revision: 3, decision: 'reopen', reason: 'Cần nêu rõ lĩnh vực' }, secretariat());
    const history = await product.reader.rows<{ action: string; revision: number }>(
      'select action, revision from history where subject_id = $1 order by revision',
      [id],
    );
    expect(history.map(({ action, revision }) => `${revision} ${action}`)).toEqual([
      '1 finding.raised',
      '2 finding.answered',
      '3 finding.settled',
      '4 finding.reopened',
    ]);
  });

  it('is answered with evidence, which is handed in with the answer', async () => {
    await save(broken);
    const id = (await found())[0]?.id ?? '';
    const give = async (call: Call) =>
      product.get(GiveEvidence).execute(
        {
          words: { subjectKind: 'finding', subjectId: id, documentNumber: '12/BC-UBND' },
          name: 'Danh sách hồ sơ trễ hẹn.pdf',
          file: await product.get<FileStore>(FILE_STORE).receive(Readable.from([documents.pdf]), 1_000_000),
        },
        call,
      );
    const listed = ({ actor }: Call) =>
      product.get(ListEvidence).execute({ subjectKind: 'finding', subjectId: id }, actor as UserActor);
    await expect(give(officer('P2'))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await give(officer());
    expect([(await listed(officer())).total, (await listed(secretariat())).total]).toEqual([1, 0]);
    expect(await found()).toMatchObject([{ evidence: 0 }]);
    await product.get(AnswerFinding).execute({ id, text: 'Trễ hẹn 272 hồ sơ' }, officer());
    const { items, mayGive } = await listed(secretariat());
    expect(items.map((item) => [item.number, item.documentNumber, item.submittedAt !== null])).toEqual([
      [1, '12/BC-UBND', true],
    ]);
    expect(mayGive).toBe(false);
    expect(await found()).toMatchObject([{ evidence: 1 }]);
    await product
      .get(SettleFinding)
      .execute({ id, decision: 'settle', reason: 'Giải trình hợp lý' }, secretariat());
    await expect(give(officer())).rejects.toMatchObject({ code: 'EVIDENCE_CLOSED' });
    expect((await listed(officer())).mayGive).toBe(false);
  });

  it('is void when the figures are mended, and back when they break again', async () => {
    await save(broken);
    await save({ 'on-time': '1910' });
    expect(await brief()).toEqual([]);
    expect(await brief(secretariat(), { state: 'void' })).toEqual(['PARTS_GAP void']);
    await save({ 'on-time': '1909' });
    expect(await found()).toMatchObject([{ code: 'PARTS_GAP', state: 'open', found: '10815', revision: 3 }]);
  });

  it('about the whole cycle comes when the collection ends', async () => {
    await save(broken);
    await product
      .get(MoveCycle)
      .execute({ id: cycleId, revision: 2, event: 'end-stage', reason: 'Đủ số liệu' }, secretariat());
    expect(await brief()).toEqual(['PARTS_GAP open', 'TARGET_UNQUANTIFIED open']);
    expect(await brief(officer('P1'))).toEqual(['PARTS_GAP open']);
  });
});
