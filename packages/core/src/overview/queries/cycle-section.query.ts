import type { OverviewCard, OverviewCycle, ReviewCycleItem } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { Reader } from '../../platform/index.js';
import { GetReviewCycle, ListReviewCycles } from '../../review-cycles/index.js';
import type { Asking } from '../asking.js';
import { card } from '../domain/cards.js';
import { ofCycle } from '../domain/items.js';

/** Cycles looked at for a home: the newest of them; older ones have long ended. */
const NEWEST = 50;
const STRIPS = 3;
const ended = new Set(['closed', 'withdrawn']);

/** Cycles on the homes. */
@Injectable()
export class CycleSection {
  constructor(
    private readonly reader: Reader,
    private readonly listCycles: ListReviewCycles,
    private readonly getCycle: GetReviewCycle,
  ) {}

  /** Those that have not ended, newest first. */
  async open({ actor, now }: Asking): Promise<ReviewCycleItem[]> {
    const { items } = await this.listCycles.execute({ perPage: NEWEST }, actor, now);
    return items.filter(({ state }) => !ended.has(state));
  }

  /** Launched ones with the strip of their stages. */
  running(open: readonly ReviewCycleItem[], { actor, now }: Asking): Promise<OverviewCycle[]> {
    const launched = open.filter(({ state }) => state !== 'prepared').slice(0, STRIPS);
    return Promise.all(
      launched.map(async ({ id, code, names, state, illustrative }) => {
        const { stages } = await this.getCycle.execute(id, actor, now);
        return { id, code, names, state, illustrative, stages };
      }),
    );
  }

  inState(
    kind: OverviewCard['kind'],
    state: string,
    open: readonly ReviewCycleItem[],
    detail: 'participants' | 'state' = 'participants',
  ): OverviewCard {
    return card(
      kind,
      open.filter((cycle) => cycle.state === state).map((cycle) => ofCycle(cycle, detail)),
      { link: '/review-cycles' },
    );
  }

  /** Past collection, scored, and not published. */
  async toPublish(open: readonly ReviewCycleItem[], { actor }: Asking): Promise<OverviewCard> {
    const rows = await this.reader.rows<{ id: string }>(
      `select c.id from review_cycle c
        where c.administration_id = $1 and c.id = any($2::uuid[]) and c.published_at is null
          and exists (select from scoring_run r where r.administration_id = c.administration_id and r.cycle_id = c.id)`,
      [
        actor.administrationId,
        open.filter(({ state }) => state !== 'prepared' && state !== 'collecting').map(({ id }) => id),
      ],
    );
    const unpublished = new Set(rows.map(({ id }) => id));
    return card(
      'to-publish',
      open.filter(({ id }) => unpublished.has(id)).map((cycle) => ofCycle(cycle, 'state')),
    );
  }
}
