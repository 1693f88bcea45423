import type { OverviewCard, OverviewItem, OverviewTile, OverviewView, RoleName } from '@nhip/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { CALENDARS, type Calendars } from '../../calendar/index.js';
import type { UserActor } from '../../platform/index.js';
import { dayAt, type Instant } from '../../shared/index.js';
import { CARD_ITEMS, type Asking } from '../asking.js';
import { byDeadline, card, tile } from '../domain/cards.js';
import { CycleSection } from './cycle-section.query.js';
import { FollowUpSection } from './follow-up-section.query.js';
import { ResultSection } from './result-section.query.js';
import { SubmissionSection } from './submission-section.query.js';
import { SystemSection } from './system-section.query.js';
import { TaskSection } from './task-section.query.js';

type Home = Partial<Omit<OverviewView, 'role' | 'now'>>;

/** The home of a role: what it must do now, in the order in which it should look. */
@Injectable()
export class GetOverview {
  private readonly homes: Readonly<Record<RoleName, (asking: Asking) => Promise<Home>>> = {
    committee: (asking) => this.committee(asking),
    secretariat: (asking) => this.secretariat(asking),
    appraiser: (asking) => this.appraiser(asking),
    'unit-leader': (asking) => this.unit(asking, true),
    'unit-officer': (asking) => this.unit(asking, false),
    auditor: (asking) => this.auditor(asking),
    administrator: (asking) => this.administrator(asking),
  };

  constructor(
    private readonly cycles: CycleSection,
    private readonly submissions: SubmissionSection,
    private readonly results: ResultSection,
    private readonly tasks: TaskSection,
    private readonly followUps: FollowUpSection,
    private readonly system: SystemSection,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  async execute(actor: UserActor, now: Instant): Promise<OverviewView> {
    const asking: Asking = { actor, now, today: dayAt(now, this.calendars.zone) };
    const home = await this.homes[actor.role](asking);
    return {
      role: actor.role,
      now,
      cycles: home.cycles ?? [],
      tiles: home.tiles ?? [],
      cards: (home.cards ?? []).filter(({ count }) => count > 0),
      results: home.results ?? [],
      checks: home.checks ?? [],
    };
  }

  private async committee(asking: Asking): Promise<Home> {
    const open = await this.cycles.open(asking);
    const [running, tiles, publish, marked, drafts, answer, weak] = await Promise.all([
      this.cycles.running(open, asking),
      this.tasks.directives(asking),
      this.cycles.toPublish(open, asking),
      this.tasks.marked(asking),
      this.followUps.drafts(asking),
      this.followUps.toAnswer(asking),
      this.results.weak(asking),
    ]);
    const launch = this.cycles.inState('to-launch', 'prepared', open);
    const conclude = this.cycles.inState('to-conclude', 'conferring', open);
    return { cycles: running, tiles, cards: [launch, drafts, conclude, publish, marked, answer, weak] };
  }

  private async secretariat(asking: Asking): Promise<Home> {
    const open = await this.cycles.open(asking);
    const [running, accept, judge, extend, settle, answer, drafts, missing, overdue, dueTiles] =
      await Promise.all([
        this.cycles.running(open, asking),
        this.submissions.toAccept(asking),
        this.tasks.toJudge(asking),
        this.tasks.toExtend(asking),
        this.submissions.findingsToSettle(asking),
        this.followUps.toAnswer(asking),
        this.followUps.drafts(asking),
        this.submissions.missing(asking),
        this.tasks.overdue(asking),
        this.tasks.byDueDate(asking),
      ]);
    const waiting = [accept, judge, extend, settle, answer];
    const conclude = this.cycles.inState('to-conclude', 'conferring', open);
    return {
      cycles: running,
      tiles: [...(await this.collection(running, asking)), ...dueTiles.slice(0, 1), waitingFor(waiting)],
      cards: [...waiting, drafts, conclude, missing, overdue],
    };
  }

  private async appraiser(asking: Asking): Promise<Home> {
    const open = await this.cycles.open(asking);
    const [running, appraise, settle, findings, weak] = await Promise.all([
      this.cycles.running(open, asking),
      this.results.toAppraise(open, asking),
      this.submissions.findingsToSettle(asking),
      this.submissions.findingsOpen(asking),
      this.results.weak(asking),
    ]);
    return {
      cycles: running,
      tiles: [...(await this.collection(running, asking)), waitingFor([appraise, settle])],
      cards: [appraise, settle, findings, weak],
    };
  }

  /** Officer and leader see the same work; the leader first what waits for approval. */
  private async unit(asking: Asking, leads: boolean): Promise<Home> {
    const [forms, filledIn, answers, todo, questions, findings, recommendations, tiles, results] =
      await Promise.all([
        this.submissions.inStates(['returned', 'open'], asking, 'own'),
        this.submissions.inStates(['submitted'], asking, 'own'),
        this.tasks.waiting('to-approve', asking, 'own'),
        this.tasks.waiting('to-do', asking, 'own'),
        this.submissions.questions(asking),
        this.submissions.findingsOpen(asking),
        this.followUps.open(asking),
        this.tasks.byDueDate(asking),
        this.results.own(asking),
      ]);
    const approve = together('to-approve', [filledIn, answers]);
    const mustDo = together('must-do', [todo, forms, { items: questions, count: questions.length }]);
    return { tiles, results, cards: [...(leads ? [approve] : []), mustDo, findings, recommendations] };
  }

  private async auditor(asking: Asking): Promise<Home> {
    const open = await this.cycles.open(asking);
    const own = await this.followUps.own(asking);
    const [running, required, recommendations, overdue, launches, actions, directives] = await Promise.all([
      this.cycles.running(open, asking),
      this.tasks.required(
        own.map(({ id }) => id),
        asking,
      ),
      this.followUps.open(asking),
      this.tasks.overdue(asking),
      this.system.launches(asking),
      this.system.recentActions(asking),
      this.tasks.directives(asking),
    ]);
    const supervisions = this.followUps.ownSupervisions(own);
    const tiles = [
      tile('supervisions-open', supervisions.count, { link: '/supervisions' }),
      tile('requirements-open', required.card.count, {
        serious: required.overdue,
        link: '/tasks?kind=requirement',
      }),
      tile('recommendations-open', recommendations.count, { link: '/recommendations' }),
      tile('cycles-open', open.length, { link: '/review-cycles' }),
    ];
    return {
      cycles: running,
      tiles: [...tiles, ...directives],
      cards: [
        supervisions,
        required.card,
        recommendations,
        overdue,
        this.cycles.inState('cycles', 'prepared', open, 'state'),
        actions,
        launches,
      ],
    };
  }

  private async administrator(asking: Asking): Promise<Home> {
    const [checks, tiles] = await Promise.all([this.system.checks(), this.system.people(asking)]);
    return { checks, tiles };
  }

  /** Tiles of the cycle that was opened last. */
  private async collection(
    running: readonly { readonly id: string }[],
    asking: Asking,
  ): Promise<OverviewTile[]> {
    if (running.length === 0) return [];
    return this.submissions.ofCycles(
      running.map(({ id }) => id),
      asking,
    );
  }
}

const waitingFor = (cards: readonly OverviewCard[]): OverviewTile =>
  tile(
    'waiting-for-me',
    cards.reduce((sum, { count }) => sum + count, 0),
  );

/** One card of several sources, the most pressing first. */
function together(
  kind: OverviewCard['kind'],
  sources: readonly { readonly items: readonly OverviewItem[]; readonly count: number }[],
): OverviewCard {
  return card(kind, byDeadline(sources.flatMap(({ items }) => items)).slice(0, CARD_ITEMS * 2), {
    count: sources.reduce((sum, { count }) => sum + count, 0),
  });
}
