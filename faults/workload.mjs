// What twelve people do all day, each from what the lists show it, at its own pace.
import { setTimeout as sleep } from 'node:timers/promises';
import { answerRecommendation, draftConclusion, issueConclusion, recommend } from './follow-up-work.mjs';
import { assign, carryOut, decideExtension, disposeOfTask, judgeTask } from './task-work.mjs';

/** What the people know of each other's plans, and how much work there is to be. */
export class Workload {
  constructor({ clients, wards, criteriaSetVersionId, clock, random, tasks, collectingDays }) {
    Object.assign(this, { clients, wards, criteriaSetVersionId, clock, random, tasks, collectingDays });
    this.assigned = 0;
    this.cycles = 0;
    this.cyclesWanted = 1;
    /** Of the tasks, how much may be assigned so far. */
    this.share = 0.6;
    this.goesOn = true;
  }

  start() {
    this.done = Promise.all(this.clients.map((client) => this.live(client)));
  }

  async stop() {
    this.goesOn = false;
    await this.done;
  }

  async live(client) {
    const days = {
      secretariat: () => this.secretary(client),
      committee: () => this.committee(client),
      'unit-officer': () => this.officer(client),
      'unit-leader': () => this.leader(client),
      auditor: () => client.read('/tasks?perPage=50'),
    };
    await sleep(client.random.between(0, 500));
    while (this.goesOn) {
      await days[client.role]();
      await sleep(client.random.between(60, 200));
    }
  }

  async secretary(client) {
    if (this.cycles < this.cyclesWanted) return this.prepareCycle(client);
    if (this.assigned < this.tasks * this.share && client.random.chance(0.5)) return assign(this, client);
    const turn = client.random.next();
    if (turn < 0.3) return this.judgeSubmission(client);
    if (turn < 0.5) return judgeTask(this, client);
    if (turn < 0.7) return disposeOfTask(this, client);
    if (turn < 0.85) return decideExtension(this, client);
    if (turn < 0.92) return draftConclusion(this, client);
    return this.scoreCycle(client);
  }

  async prepareCycle(client) {
    this.cycles += 1;
    const done = await client.command('create-cycle', '/review-cycles', (key) => ({
      code: `D${key.slice(0, 8)}`,
      names: { vi: `Đợt ${key}` },
      period: {
        preset: 'calendar',
        kind: 'quarter',
        start: '2022-07-01',
        end: '2022-09-30',
        asOf: '2022-09-30',
      },
      criteriaSetVersionId: this.criteriaSetVersionId,
      procedureCode: 'review-conference-first',
      unitIds: this.wards,
      stages: [
        { stage: 'collecting', dueOn: this.clock.day(this.collectingDays) },
        { stage: 'explaining', dueOn: this.clock.day(this.collectingDays + 3) },
      ],
    }));
    if (done.outcome !== 'ok') this.cycles -= 1;
  }

  async judgeSubmission(client) {
    const one = await this.oneOf(client, '/submissions?state=approved&perPage=50');
    if (one === undefined) return;
    const path = `/submissions/${one.id}`;
    const { revision } = one;
    if (client.random.chance(0.75)) await client.command('accept', `${path}/accept`, {}, { revision });
    else
      await client.command('return', `${path}/return`, (key) => ({ reason: `Xem lại ${key}` }), { revision });
  }

  async scoreCycle(client) {
    const one = await this.oneOf(client, '/review-cycles?perPage=10');
    if (one?.state === 'collecting' || one?.state === 'conferring')
      await client.command('score', `/review-cycles/${one.id}/run-scoring`, (key) => ({
        reason: `Chấm ${key}`,
      }));
  }

  async committee(client) {
    const cycle = await this.oneOf(client, '/review-cycles?perPage=10');
    const step = { prepared: 'launch', conferring: 'conclude-without-explanation' }[cycle?.state];
    if (step !== undefined)
      await client.command(
        step,
        `/review-cycles/${cycle.id}/${step}`,
        (key) => ({ reason: `Duyệt ${key}` }),
        {
          revision: cycle.revision,
        },
      );
    const task = await this.oneOf(client, '/tasks?criticism=marked&perPage=50');
    if (task !== undefined)
      await client.command('spare', '/tasks/spare', (key) => ({ ids: [task.id], reason: `Có lý do ${key}` }));
    await issueConclusion(this, client);
    await answerRecommendation(this, client);
  }
  async officer(client) {
    if (client.random.chance(0.5)) await this.fillIn(client);
    else await carryOut(this, client);
  }

  async fillIn(client) {
    const state = client.random.chance(0.8) ? 'open' : 'returned';
    const one = await this.oneOf(client, `/submissions?state=${state}&perPage=50`);
    if (one === undefined) return;
    const received = client.random.whole(10, 400);
    const saved = await client.command(
      'save-figures',
      `/submissions/${one.id}/figures`,
      {
        cells: [
          { element: 'received', value: String(received) },
          { element: 'e-processed', value: String(client.random.whole(0, received)) },
        ],
      },
      { revision: one.revision },
    );
    if (saved.outcome === 'ok' && client.random.chance(0.7))
      await client.command(
        'submit',
        `/submissions/${one.id}/submit`,
        {},
        { revision: saved.answer.revision },
      );
  }

  async leader(client) {
    const one = await this.oneOf(client, '/submissions?state=submitted&perPage=50');
    if (one === undefined || client.random.chance(0.2)) return void (await recommend(this, client));
    const { revision } = one;
    if (client.random.chance(0.85))
      await client.command('approve', `/submissions/${one.id}/approve`, {}, { revision });
    else
      await client.command(
        'hand-back',
        `/submissions/${one.id}/hand-back`,
        (key) => ({ reason: `Sửa lại ${key}` }),
        { revision },
      );
  }

  async oneOf(client, path) {
    const page = await client.read(path);
    return page === undefined || page.items.length === 0 ? undefined : client.random.pick(page.items);
  }
}
