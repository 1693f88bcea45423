import type {
  CollectionProgress,
  OverviewCard,
  OverviewItem,
  OverviewTile,
  SubmissionState,
} from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { CountOpenFindings, ListFindings } from '../../findings/index.js';
import { Reader } from '../../platform/index.js';
import { GetCollectionProgress, ListSubmissions } from '../../submissions/index.js';
import { CARD_ITEMS, unitsOf, type Asking } from '../asking.js';
import { card, tile } from '../domain/cards.js';
import { ofFinding, ofSubmission } from '../domain/items.js';

/** Submissions and what the detective found in them, on the homes. */
@Injectable()
export class SubmissionSection {
  constructor(
    private readonly reader: Reader,
    private readonly listSubmissions: ListSubmissions,
    private readonly progress: GetCollectionProgress,
    private readonly listFindings: ListFindings,
    private readonly countFindings: CountOpenFindings,
  ) {}

  /** Submissions in these states, those with the nearest deadline first. */
  async inStates(
    states: readonly SubmissionState[],
    { actor, now }: Asking,
    sees: 'own' | 'units',
  ): Promise<{ readonly items: OverviewItem[]; readonly count: number }> {
    const pages = await Promise.all(
      states.map((state) =>
        this.listSubmissions.execute({ state, sort: 'deadline', perPage: CARD_ITEMS }, actor, now),
      ),
    );
    return {
      items: pages.flatMap(({ items }) => items.map((submission) => ofSubmission(submission, sees))),
      count: pages.reduce((sum, { total }) => sum + total, 0),
    };
  }

  async toAccept(asking: Asking): Promise<OverviewCard> {
    const { items, count } = await this.inStates(['approved'], asking, 'units');
    return card('submissions-to-accept', items.slice(0, CARD_ITEMS), {
      count,
      link: '/submissions?state=approved',
    });
  }

  /** Units that have handed in nothing yet, while figures are collected. */
  async missing(asking: Asking): Promise<OverviewCard> {
    const { items, count } = await this.inStates(['returned', 'open'], asking, 'units');
    return card('submissions-missing', items.slice(0, CARD_ITEMS), {
      count,
      link: '/submissions?state=open',
    });
  }

  /** How far the collection of these cycles is: handed in means sent to the secretariat, or accepted. */
  async ofCycles(cycleIds: readonly string[], { actor }: Asking): Promise<OverviewTile[]> {
    const each = await Promise.all(
      cycleIds.map(async (cycleId) => {
        const [stands, open, serious] = await Promise.all([
          this.progress.execute(cycleId, actor).catch((): undefined => undefined),
          this.countFindings.ofCycle(cycleId, actor),
          this.listFindings.execute({ cycleId, state: 'open', importance: 'error', perPage: 1 }, actor),
        ]);
        return { stands, open, serious: serious.total };
      }),
    );
    const stands = each.flatMap((cycle) => cycle.stands ?? []);
    return [
      ...(stands.length === 0 ? [] : [submitted(stands)]),
      tile('findings-open', sum(each, 'open'), { serious: sum(each, 'serious'), link: '/findings' }),
    ];
  }

  async findingsToSettle({ actor }: Asking): Promise<OverviewCard> {
    const { items, total } = await this.listFindings.execute(
      { state: 'explained', perPage: CARD_ITEMS },
      actor,
    );
    return card('findings-to-settle', items.map(ofFinding), { count: total, link: '/findings' });
  }

  async findingsOpen({ actor }: Asking): Promise<OverviewCard> {
    const { items, total } = await this.listFindings.execute({ state: 'open', perPage: CARD_ITEMS }, actor);
    return card('findings-open', items.map(ofFinding), { count: total, link: '/findings' });
  }

  /** Figures on which the secretariat asked last: the unit's answer is waited for. */
  async questions(asking: Asking): Promise<OverviewItem[]> {
    const rows = await this.reader.rows<{ id: string; text: string; cycle: OverviewItem['title'] }>(
      `select s.id, m.text, c.names as cycle
         from (select distinct on (submission_id, element_code, month) submission_id, side, text, at
                 from figure_message where administration_id = $1
                order by submission_id, element_code, month, at desc, id desc) m
         join submission s on s.administration_id = $1 and s.id = m.submission_id
         join review_cycle c on c.administration_id = s.administration_id and c.id = s.cycle_id
         join procedure_instance i on i.administration_id = c.administration_id and i.id = c.id
        where m.side = 'secretariat' and i.state not in ('closed', 'withdrawn')
          and ($2::uuid[] is null or s.unit_id = any($2))
        order by m.at desc limit ${CARD_ITEMS}`,
      [asking.actor.administrationId, unitsOf(asking)],
    );
    return rows.map(({ id, text, cycle }) => ({
      id,
      kind: 'finding',
      title: { vi: text },
      detail: { code: 'finding', params: { cycle } },
      deadline: null,
      pressing: false,
      link: `/submissions/${id}/show`,
      illustrative: false,
    }));
  }
}

const submitted = (
  stands: readonly Pick<CollectionProgress, 'total' | 'approved' | 'accepted' | 'late'>[],
): OverviewTile =>
  tile('submitted', sum(stands, 'approved') + sum(stands, 'accepted'), {
    of: sum(stands, 'total'),
    serious: sum(stands, 'late'),
    link: '/submissions',
  });

const sum = <Name extends string>(each: readonly Readonly<Record<Name, number>>[], name: Name): number =>
  each.reduce((total, one) => total + one[name], 0);
