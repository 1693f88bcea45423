import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  CriteriaSetItem,
  ExplanationsView,
  FindingView,
  HistoryItem,
  AgendaView,
  CollectionProgress,
  ConclusionPreview,
  NoticeItem,
  Page,
  RankingPage,
  ReviewCycleView,
  ScoreMatrix,
  SubmissionForm,
  SubmissionItem,
  TaskItem,
  TaskView,
  WeakResult,
} from '@nhip/contracts';
import { openTestProduct, systemCall, type TestProduct } from '@nhip/core/testing';
import { StartDemoClock } from '@nhip/core/workflow';
import { CityPeople } from './city-people.js';
import { accountOf, conclusionOf, openCity, round } from './city.js';
import { serve, type Serving } from './whole.js';

const explaining = ['P3', 'P4', 'P6', 'PQLDT', 'PTP'];
const early = round.cycle.units.filter((code) => code !== 'TTHCC');

/** Redis of the journeys, apart from what else may use the same server. */
function redisUrl(): string {
  const url = process.env['NHIP_TEST_REDIS_URL'];
  if (url === undefined) throw new Error('NHIP_TEST_REDIS_URL is not set: run `npm test -- journey`.');
  return new URL('/9', url).href;
}

describe.each(['PostgreSQL', 'Redis'])('round 0 over HTTP, its queue in %s', (backend) => {
  let product: TestProduct;
  let serving: Serving;
  let people: CityPeople;
  let cycleId = '';
  let cycle = '';

  beforeAll(async () => {
    product = await openTestProduct();
    await openCity(product, '2022-01-03T01:00:00Z');
    await product.get(StartDemoClock).execute(systemCall('2022-09-26T01:30:00Z'));
    serving = await serve(product, backend === 'Redis' ? redisUrl() : undefined);
    people = await CityPeople.meet(serving.url);
  });
  afterAll(async () => {
    await serving?.close();
    await product?.close();
  });

  const person = (userName: string) => people.named(userName);
  const officer = (code: string) => people.officer(code);
  const leader = (code: string) => people.leader(code);
  const letTimePass = (to: string) => people.letTimePass(to);
  const unitId = (code: string) => people.unitId(code);
  const submissions = () => people.submissions(cycleId);
  const getCycle = async () => (await person('noivu')).get<ReviewCycleView>(cycle);

  async function explanation(code: string): Promise<TaskItem> {
    const { items } = await (
      await person('noivu')
    ).get<Page<TaskItem>>(`/tasks?kind=explanation&perPage=100&unitId=${unitId(code)}`);
    const [only, ...more] = items;
    if (only === undefined || more.length > 0) throw new Error(`${items.length} explanations of ${code}`);
    return only;
  }

  async function explain(code: string, causes: string[], reasons: string): Promise<void> {
    const task = `/tasks/${(await explanation(code)).id}`;
    const answer = { causes, text: reasons, measures: 'Phân công người theo dõi hằng tuần.' };
    await (await officer(code)).act(task, 'prepare-answer', { answer });
    await (await leader(code)).act(task, 'send-answer');
  }

  const notices = async (userName: string, kind: string) =>
    (await (await person(userName)).get<Page<NoticeItem>>('/notices?perPage=200')).items.filter(
      (notice) => notice.kind === kind,
    );

  it('is prepared by the secretariat and launched by the committee, once', async () => {
    const [secretariat, committee] = [await person('noivu'), await person('btv')];
    const { code, names, period, criteriaSet, procedure, stages } = round.cycle;
    const sets = await secretariat.get<Page<CriteriaSetItem>>(`/criteria-sets?q=${criteriaSet}`);
    const prepared = {
      code,
      names,
      period,
      stages,
      procedureCode: procedure,
      criteriaSetVersionId: sets.items[0]?.versions[0]?.id,
      unitIds: round.cycle.units.map(unitId),
    };
    await expect(committee.post('/review-cycles', prepared)).rejects.toMatchObject({ status: 403 });
    cycleId = (await secretariat.post<{ id: string }>('/review-cycles', prepared)).id;
    cycle = `/review-cycles/${cycleId}`;

    await letTimePass('2022-10-03T08:00:00+07:00');
    await expect(secretariat.act(cycle, 'launch')).rejects.toMatchObject({ status: 403 });
    await expect(committee.post(`${cycle}/launch`)).rejects.toMatchObject({ status: 428 });
    const { revision } = await getCycle();
    const launched = await committee.post(`${cycle}/launch`, {}, revision, 'launch-of-round-0');
    const again = await committee.post(`${cycle}/launch`, {}, revision, 'launch-of-round-0');
    expect(again).toEqual(launched);
    await expect(committee.post(`${cycle}/launch`, {}, revision)).rejects.toMatchObject({ status: 409 });

    const { state, participants, stages: strip } = await getCycle();
    expect({ state, participants }).toEqual({ state: 'collecting', participants: 14 });
    expect(strip.find(({ stage }) => stage === 'collecting')?.deadline).toMatchObject({ on: '2022-10-10' });
    expect((await submissions()).size).toBe(14);
    const [opened] = await notices('phuong1', 'submission.opened');
    expect(opened?.params).toMatchObject({ dueOn: '2022-10-10' });
  });

  it('collects figures: a unit sees its own draft and no other', async () => {
    await letTimePass('2022-10-04T09:00:00+07:00');
    await people.report(cycleId, early);
    const all = await submissions();
    const ward = await officer('P1');
    const own = await ward.get<Page<SubmissionItem>>('/submissions');
    expect(own.items.map(({ unit, state }) => [unit.code, state])).toEqual([['P1', 'approved']]);
    await expect(ward.get(`/submissions/${all.get('P2')?.id}`)).rejects.toMatchObject({ status: 404 });
    await expect(ward.act(`/submissions/${own.items[0]?.id}`, 'submit')).rejects.toMatchObject({
      status: 409,
    });
    await expect(ward.get(`${cycle}/ranking`)).rejects.toMatchObject({ status: 404 });
  });

  it('is accepted, or returned with a reason and mended; DDCI comes from the secretariat', async () => {
    await letTimePass('2022-10-07T09:00:00+07:00');
    const secretariat = await person('noivu');
    const given = await submissions();
    await people.accept(
      cycleId,
      early.filter((code) => code !== 'P4'),
    );
    const mended = `/submissions/${given.get('P4')?.id}`;
    await expect(secretariat.act(mended, 'return')).rejects.toMatchObject({ status: 422 });
    const reason = 'Số tin, bài tháng 8 chưa khớp với Cổng thông tin điện tử.';
    await secretariat.act(mended, 'return', { reason });
    expect((await notices('phuong4', 'submission.returned'))[0]?.params).toMatchObject({ reason });
    const august = { element: 'portal-posts', month: '2022-08', value: '8' };
    await (await officer('P4')).act(mended, 'figures', { cells: [august], reason: 'Đối chiếu nhật ký' });
    await (await officer('P4')).act(mended, 'submit');
    await (await leader('P4')).act(mended, 'approve');

    await letTimePass('2022-10-10T08:00:00+07:00');
    await people.report(cycleId, ['TTHCC']);
    const entered = await people.enterExternal(cycleId, round.cycle.units);
    expect(entered).toMatchObject({ units: 14, saved: 14 });
    await people.accept(cycleId, ['P4', 'TTHCC']);
    expect(await secretariat.get<CollectionProgress>(`${cycle}/collection`)).toMatchObject({
      total: 14,
      accepted: 14,
      late: 0,
      waiting: [],
    });
  });

  it('stands at its conference the next morning: locked, checked and scored by itself', async () => {
    await letTimePass('2022-10-11T08:30:00+07:00');
    expect((await getCycle()).state).toBe('conferring');
    const ward = await officer('P1');
    const own = (await submissions()).get('P1');
    const cell = { element: 'portal-due', value: '60' };
    await expect(ward.act(`/submissions/${own?.id}`, 'figures', { cells: [cell] })).rejects.toMatchObject({
      status: 409,
    });

    const secretariat = await person('noivu');
    const findings = await secretariat.get<Page<FindingView>>(`/findings?cycleId=${cycleId}&perPage=200`);
    expect(findings.items.map(({ code }) => code)).toEqual(expect.arrayContaining(['PERIOD_MISMATCH']));
    const matrix = await secretariat.get<ScoreMatrix>(`${cycle}/score-matrix`);
    expect(matrix.indicators.map(({ code }) => code).sort()).toEqual([
      'ddci',
      'e-processing',
      'e-signing',
      'iso',
      'mobile-feedback',
      'portal-posting',
      'portal-updating',
    ]);
    const weak = await secretariat.get<{ items: WeakResult[] }>(`${cycle}/weak-results`);
    expect(weak.items.map((one) => `${one.indicator} ${people.unitCode(one.unitId)}`).sort()).toEqual([
      'e-processing P3',
      'e-processing P6',
      'e-processing PQLDT',
      'portal-posting P3',
      'portal-posting P4',
      'portal-posting PTP',
    ]);
  });

  it('shows a unit its own unpublished score and nobody else’s', async () => {
    const ward = await officer('P1');
    const ranking = await ward.get<RankingPage>(`${cycle}/ranking`);
    expect(ranking.items.map(({ unit }) => unit.code)).toEqual(['P1']);
    await expect(ward.get(`${cycle}/units/${unitId('P2')}/scores`)).rejects.toMatchObject({ status: 404 });
    await expect(ward.get(`${cycle}/units/${unitId('P2')}/trace`)).rejects.toMatchObject({ status: 404 });
    expect((await ward.get<{ items: WeakResult[] }>(`${cycle}/weak-results`)).items).toEqual([]);
  });

  it('is concluded: one explanation for each unit under a threshold, due before 18/10', async () => {
    const [secretariat, committee] = [await person('noivu'), await person('btv')];
    const { id } = await secretariat.post<{ id: string }>(
      '/conclusions',
      conclusionOf('ket-luan', cycleId, unitId),
    );
    const preview = await secretariat.get<ConclusionPreview>(`/conclusions/${id}/preview`);
    const foreseen = preview.tasks.filter(({ kind }) => kind === 'explanation');
    expect(foreseen.map(({ unit, dueOn }) => `${unit.code} ${dueOn}`).sort()).toEqual(
      explaining.map((code) => `${code} 2022-10-17`),
    );
    await expect((await officer('P1')).get(`/conclusions/${id}`)).rejects.toMatchObject({ status: 404 });

    await letTimePass('2022-10-11T16:30:00+07:00');
    const document = { number: '01/TB-UBND' };
    await expect(secretariat.act(`/conclusions/${id}`, 'issue', document)).rejects.toMatchObject({
      status: 403,
    });
    // Fourteen units push on, Home Affairs gets three, five explain.
    expect(await committee.act(`/conclusions/${id}`, 'issue', document)).toMatchObject({
      tasks: 22,
      explanations: 5,
    });
    expect((await getCycle()).state).toBe('explaining');
    for (const code of explaining)
      expect(await explanation(code)).toMatchObject({
        state: 'assigned',
        phrase: 'trước ngày 18/10',
        dueOn: '2022-10-17',
        dueAt: '2022-10-17T17:00:00.000Z',
      });
    const { id: task } = await explanation('P3');
    const asked = await (await officer('P3')).get<TaskView>(`/tasks/${task}`);
    expect(asked.explains.map(({ indicator, shownValue }) => [indicator, shownValue])).toEqual([
      ['e-processing', '84.00'],
      ['portal-posting', '7.5'],
    ]);
  });

  it('reminds each of them at 08:00 of the third working day before', async () => {
    await letTimePass('2022-10-12T08:30:00+07:00');
    for (const code of explaining) {
      const reminders = await notices(accountOf(code, 'unit-officer'), 'task.reminder');
      expect(reminders.map(({ at }) => at)).toEqual(['2022-10-12T01:00:00.000Z']);
    }
    expect(await notices('phuong1', 'task.reminder')).toEqual([]);
  });

  it('takes answers: one accepted, one returned and answered again, two on the last day', async () => {
    const secretariat = await person('noivu');
    await letTimePass('2022-10-14T09:00:00+07:00');
    await explain('P6', ['software'], 'Phần mềm một cửa mất kết nối nhiều lần trong quý III.');
    await explain('P3', ['staff-shortage', 'no-urging'], 'Cán bộ văn thư nghỉ thai sản từ tháng 4.');
    await secretariat.act(`/tasks/${(await explanation('P6')).id}`, 'accept');
    const reason = 'Nêu rõ tỷ lệ từng tháng và ngày hoàn thành.';
    await secretariat.act(`/tasks/${(await explanation('P3')).id}`, 'return', { reason });
    expect((await explanation('P6')).state).toBe('accepted');
    expect((await explanation('P3')).state).toBe('returned');
    expect((await notices('phuong3', 'task.returned'))[0]?.params).toMatchObject({ reason });

    await letTimePass('2022-10-17T23:30:00+07:00');
    await explain('PQLDT', ['no-urging'], 'Một số hồ sơ cấp phép còn lập song song bản giấy.');
    await explain('P4', ['staff-shortage'], 'Chưa phân công người viết tin thường xuyên.');
    await explain('P3', ['staff-shortage'], 'Tỷ lệ các tháng: 78 % (tháng 4) đến 91 % (tháng 9).');
    expect((await explanation('PTP')).status.deadline).toBe('due-today');
  });

  it('knows at midnight who was silent: overdue, urged, marked for criticism, all by itself', async () => {
    const secretariat = await person('noivu');
    await letTimePass('2022-10-18T14:00:00+07:00');
    expect((await getCycle()).state).toBe('following-up');
    for (const code of ['PQLDT', 'P4', 'P3'])
      await secretariat.act(`/tasks/${(await explanation(code)).id}`, 'accept');
    expect((await explanation('P3')).status.official).toBe('done-on-time');
    expect(await explanation('PTP')).toMatchObject({ status: { deadline: 'overdue' }, urged: 1 });
    expect(await notices('tuphap', 'task.overdue')).toHaveLength(1);
    expect(await notices('lanhdao.tuphap', 'task.urged')).toHaveLength(1);

    await letTimePass('2022-10-20T14:00:00+07:00');
    const { id, criticism } = await explanation('PTP');
    expect(criticism).toBe('marked');
    const silent = await secretariat.get<TaskView>(`/tasks/${id}`);
    expect(silent.steps.map(({ kind, onDay }) => `${kind} ${onDay}`)).toEqual([
      'reminded 2022-10-12',
      'overdue 2022-10-18',
      'urged 2022-10-18',
      'marked-for-criticism 2022-10-20',
    ]);
    expect(await notices('btv', 'task.marked-for-criticism')).toHaveLength(1);
  });

  it('is consolidated into one list; the committee decides on the criticism', async () => {
    const [secretariat, committee] = [await person('noivu'), await person('btv')];
    await secretariat.post(`${cycle}/explanations/consolidate`, { note: '5 đơn vị, 1 chưa giải trình.' });
    await letTimePass('2022-10-21T14:00:00+07:00');
    const { id } = await explanation('PTP');
    const decision = { ids: [id], documentNumber: '12/UBND-NV', documentOn: '2022-10-21' };
    await expect(secretariat.post('/tasks/criticise', decision)).rejects.toMatchObject({ status: 403 });
    expect(await committee.post('/tasks/criticise', decision)).toEqual({ tasks: 1 });
    await expect(committee.post('/tasks/criticise', decision)).rejects.toMatchObject({ status: 409 });
    const list = await secretariat.get<ExplanationsView>(`${cycle}/explanations`);
    expect(list.counts).toEqual({
      total: 5,
      answered: 4,
      accepted: 4,
      returned: 0,
      late: 0,
      unanswered: 1,
      marked: 0,
      criticised: 1,
    });
    expect(list.consolidations[0]).toMatchObject({ number: 1, counts: { total: 5, marked: 1 } });
    expect((await notices('lanhdao.tuphap', 'task.criticised'))[0]?.params).toMatchObject({
      documentNumber: '12/UBND-NV',
    });
  });

  it('gives directive tasks to the weak ones; a done one is accepted', async () => {
    const [secretariat, committee] = [await person('noivu'), await person('btv')];
    const { id } = await secretariat.post<{ id: string }>(
      '/conclusions',
      conclusionOf('sau-giai-trinh', cycleId, unitId),
    );
    expect(await committee.act(`/conclusions/${id}`, 'issue', { number: '02/TB-UBND' })).toMatchObject({
      tasks: 6,
      explanations: 0,
    });
    const given = await secretariat.get<Page<TaskItem>>(`/conclusions/${id}/tasks`);
    expect(given.items.map(({ unit, dueOn }) => `${unit.code} ${dueOn}`).sort()).toEqual(
      ['P3', 'P3', 'P4', 'P6', 'PQLDT', 'PTP'].map((code) => `${code} 2022-11-30`),
    );
    const done = `/tasks/${given.items.find(({ unit }) => unit.code === 'P6')?.id}`;
    await letTimePass('2022-11-21T09:00:00+07:00');
    const ward6 = await officer('P6');
    await ward6.act(done, 'carry-out', { event: 'receive' });
    await ward6.act(done, 'report-done', { text: 'Tỷ lệ tháng 11 đạt 93 %.' });
    await secretariat.act(done, 'accept');
    expect((await secretariat.get<TaskView>(done)).status.official).toBe('done-on-time');
  });

  it('publishes: everybody sees the ranks, ties 1-2-2-4', async () => {
    await (await person('btv')).act(cycle, 'publish');
    const ranking = await (await officer('P1')).get<RankingPage>(`${cycle}/ranking?perPage=100`);
    expect(ranking.total).toBe(14);
    const wards = ranking.items.filter(({ group }) => group?.code === 'PHUONG');
    const ranked = wards.map(({ unit, rank, tied }) => [unit.code, rank, tied] as const);
    expect(ranked.sort((a, b) => (a[1] ?? 0) - (b[1] ?? 0) || a[0].localeCompare(b[0]))).toEqual([
      ['P1', 1, false],
      ['P2', 2, true],
      ['P5', 2, true],
      ['P4', 4, false],
      ['P6', 5, false],
      ['P3', 6, false],
    ]);
  });

  it('closes; the next cycle is a copy with what is still open on its agenda', async () => {
    await letTimePass('2022-12-01T09:00:00+07:00');
    const secretariat = await person('noivu');
    await secretariat.act(cycle, 'close');
    expect((await getCycle()).state).toBe('closed');
    const { id } = await secretariat.post<{ id: string }>('/review-cycles', {
      code: 'RS-NAM-2022',
      names: { vi: 'Rà soát, đánh giá năm 2022' },
      period: {
        preset: 'calendar',
        kind: 'year',
        start: '2022-01-01',
        end: '2022-12-31',
        asOf: '2023-01-05',
      },
      stages: [{ stage: 'collecting', phrase: 'đến hết ngày 10/1/2023' }],
      copyOf: cycleId,
    });
    const next = await secretariat.get<ReviewCycleView>(`/review-cycles/${id}`);
    expect(next).toMatchObject({ state: 'prepared', participants: 14 });
    const agenda = await secretariat.get<AgendaView>(`/review-cycles/${id}/agenda`);
    expect(agenda.previousCycle?.code).toBe(round.cycle.code);
    const open = agenda.tasks.filter(({ dueOn }) => dueOn === '2022-11-30').map(({ unit }) => unit.code);
    expect(open.sort()).toEqual(['P3', 'P3', 'P4', 'PQLDT', 'PTP']);
  });

  it('shows beside the figures of a copy over a comparable period those of the cycle before', async () => {
    const secretariat = await person('noivu');
    const { id } = await secretariat.post<{ id: string }>('/review-cycles', {
      code: 'RS-9T-2023',
      names: { vi: 'Rà soát, đánh giá 9 tháng đầu năm 2023' },
      period: { ...round.cycle.period, start: '2023-01-01', end: '2023-09-30', asOf: '2023-10-10' },
      stages: [
        { stage: 'collecting', phrase: 'đến hết ngày 10/10/2023' },
        { stage: 'explaining', phrase: 'trước ngày 18/10/2023' },
      ],
      copyOf: cycleId,
    });
    await (await person('btv')).act(`/review-cycles/${id}`, 'launch');
    const earlier = await people.submissions(cycleId);
    const copied = await people.submissions(id);
    expect([...copied.keys()].sort()).toEqual([...earlier.keys()].sort());
    const formOf = (of: typeof copied, code: string) =>
      secretariat.get<SubmissionForm>(`/submissions/${of.get(code)?.id}`);
    for (const code of ['P1', 'P3', 'TTHCC']) {
      const [before, now] = [await formOf(earlier, code), await formOf(copied, code)];
      const figures = before.rows.map(({ current }) => current?.value ?? null);
      expect(figures.filter((value) => value !== null).length).toBeGreaterThan(0);
      expect(now.rows.map(({ element, current }) => [element, current])).toEqual(
        before.rows.map(({ element }) => [element, null]),
      );
      expect(now.rows.map(({ previous }) => previous?.value ?? null)).toEqual(figures);
      expect(now.rows.map(({ lastYear }) => lastYear?.value ?? null)).toEqual(figures);
      expect(before.rows.every(({ previous }) => previous === null)).toBe(true);
    }
  });

  it('has left a history without gaps, in which everybody acted in the own role', async () => {
    const auditor = await person('giamsat');
    const { items } = await auditor.get<Page<HistoryItem>>(
      `/history?subjectKind=review-cycle&subjectId=${cycleId}&order=ASC&perPage=100`,
    );
    expect(items.map(({ action, onBehalfOf, at }) => `${at} ${onBehalfOf ?? 'system'} ${action}`)).toEqual([
      '2022-09-26T01:30:00.000Z secretariat review-cycle.created',
      '2022-10-03T01:00:00.000Z committee review-cycle.launched',
      '2022-10-10T17:00:00.000Z system review-cycle.end-stage',
      '2022-10-11T09:30:00.000Z committee review-cycle.concluded',
      '2022-10-17T17:00:00.000Z system review-cycle.end-stage',
      '2022-11-21T02:00:00.000Z committee review-cycle.published',
      '2022-12-01T02:00:00.000Z secretariat review-cycle.closed',
    ]);
    // The clock is of the installation, each move of it stands with the administration whose administrator made it.
    const gaps = await product.reader.rows(
      `select * from (
         select subject_kind, action, stream, revision, seq,
                row_number() over (partition by administration_id, subject_kind, subject_id order by revision) as nth,
                row_number() over (partition by administration_id, stream order by seq) as place
           from history) h where seq <> place or (revision <> nth and subject_kind <> 'demo-clock')`,
    );
    expect(gaps).toEqual([]);
  });
});
