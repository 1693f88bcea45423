import type {
  Names,
  OverviewCard,
  RecommendationItem,
  RecommendationList,
  SupervisionItem,
} from '@nhip/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { CALENDARS, type Calendars, type WorkingCalendar } from '../../calendar/index.js';
import { ListConclusions, ListRecommendations, ListSupervisions } from '../../follow-ups/index.js';
import { Reader } from '../../platform/index.js';
import { addDays, type Day } from '../../shared/index.js';
import { CARD_ITEMS, type Asking } from '../asking.js';
import { card } from '../domain/cards.js';
import { ofRecommendation } from '../domain/items.js';

const page = { page: 1, perPage: CARD_ITEMS, order: 'ASC' } as const;

/** Conclusions, recommendations and supervisions on the homes. */
@Injectable()
export class FollowUpSection {
  constructor(
    private readonly reader: Reader,
    private readonly listConclusions: ListConclusions,
    private readonly listRecommendations: ListRecommendations,
    private readonly listSupervisions: ListSupervisions,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  /** Drafts: to be finished by the secretariat and issued by the committee. */
  async drafts({ actor, now }: Asking): Promise<OverviewCard> {
    const { items, total } = await this.listConclusions.execute({ ...page, state: 'draft' }, actor, now);
    return card(
      'conclusions-to-issue',
      items.map(({ id, title, items: count, illustrative }) => ({
        id,
        kind: 'conclusion',
        title: { vi: title },
        detail: { code: 'items', params: { items: count } },
        deadline: null,
        pressing: false,
        link: `/conclusions/${id}/show`,
        illustrative,
      })),
      { count: total, link: '/conclusions?state=draft' },
    );
  }

  toAnswer(asking: Asking): Promise<OverviewCard> {
    return this.recommendations('recommendations-to-answer', { state: 'sent' }, asking);
  }

  open(asking: Asking): Promise<OverviewCard> {
    return this.recommendations('recommendations-open', { open: true }, asking);
  }

  /** Supervisions of the auditor's own team, presented or not: their requirements go on after that. */
  async own({ actor, now }: Asking): Promise<SupervisionItem[]> {
    const { items } = await this.listSupervisions.execute({ ...page, perPage: 200 }, actor, now);
    return items.filter((supervision) => supervision.own);
  }

  /** Those of them that are not presented yet. */
  ownSupervisions(supervisions: readonly SupervisionItem[]): OverviewCard {
    const own = supervisions.filter(({ state }) => state === 'open');
    return card(
      'own-supervisions',
      own.slice(0, CARD_ITEMS).map(({ id, title, units, requirements, recommendations, illustrative }) => ({
        id,
        kind: 'supervision',
        title: { vi: title },
        detail: {
          code: 'requirements',
          params: {
            unit: together(units),
            done: requirements.doneOnTime + requirements.doneLate,
            requirements: requirements.total,
            recommendations: recommendations.total,
          },
        },
        deadline: null,
        pressing: requirements.openOverdue > 0,
        link: `/supervisions/${id}/show`,
        illustrative,
      })),
      { count: own.length, link: '/supervisions' },
    );
  }

  private async recommendations(
    kind: OverviewCard['kind'],
    filter: Pick<RecommendationList, 'state' | 'open'>,
    { actor, now, today }: Asking,
  ): Promise<OverviewCard> {
    const [{ items, total }, calendar] = await Promise.all([
      this.listRecommendations.execute({ ...page, ...filter, sort: 'dueOn' }, actor, now),
      this.calendars.of(this.reader, actor.administrationId),
    ]);
    return card(
      kind,
      items.map((one) => ofRecommendation(one, deadlineOf(one, today, calendar))),
      { count: total, link: '/recommendations' },
    );
  }
}

function deadlineOf(
  { dueOn }: RecommendationItem,
  today: Day,
  calendar: WorkingCalendar,
): { on: Day; workingDaysLeft: number } | null {
  if (dueOn === null) return null;
  const on = dueOn as Day;
  const workingDaysLeft =
    on >= today
      ? calendar.countWorkingDays(addDays(today, 1), on)
      : -calendar.countWorkingDays(addDays(on, 1), today);
  return { on, workingDaysLeft };
}

/** The units of a supervision in one name. */
const together = (units: SupervisionItem['units']): Names => ({
  vi: units.map(({ names }) => names.vi).join(', '),
  en: units.map(({ names }) => names.en ?? names.vi).join(', '),
});
