import type {
  OverviewCard,
  OverviewItem,
  OverviewResult,
  ReviewCycleItem,
  WeakResult,
} from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { Reader } from '../../platform/index.js';
import { GetRanking, ListWeakResults } from '../../scoring/index.js';
import { CARD_ITEMS, unitsOf, type Asking } from '../asking.js';
import { card } from '../domain/cards.js';

const MOST_UNITS = 3;

interface ScoredCycle {
  readonly id: string;
  readonly code: string;
  readonly names: OverviewResult['cycle']['names'];
}

/** Scores on the homes. */
@Injectable()
export class ResultSection {
  constructor(
    private readonly reader: Reader,
    private readonly getRanking: GetRanking,
    private readonly listWeakResults: ListWeakResults,
  ) {}

  /** How the reader's units came out in the newest cycle that was scored. */
  async own(asking: Asking): Promise<OverviewResult[]> {
    const cycle = await this.newestScored(asking);
    if (cycle === undefined) return [];
    const ranking = await this.getRanking.execute(
      { cycleId: cycle.id, page: 1, perPage: 200, order: 'ASC' },
      asking.actor,
    );
    const units = unitsOf(asking);
    return ranking.items
      .filter(({ unit }) => units === null || units.includes(unit.id))
      .slice(0, MOST_UNITS)
      .map(({ unit, shownPoints, rank, ranked, tied, unranked, movement }) => ({
        cycle,
        unit: { id: unit.id, code: unit.code, names: unit.names },
        shownPoints,
        maxPoints: ranking.maxPoints,
        rank,
        ranked,
        tied,
        unranked,
        movement,
        published: ranking.run.status === 'published',
        link: `/scores/${cycle.id}/units/${unit.id}`,
      }));
  }

  /** Units under a threshold in the newest cycle that was scored, one line a unit. */
  async weak(asking: Asking): Promise<OverviewCard> {
    const cycle = await this.newestScored(asking);
    if (cycle === undefined) return card('weak-results', []);
    const weak = await this.listWeakResults.execute({ cycleId: cycle.id }, asking.actor);
    const units = [...new Set(weak.map(({ unitId }) => unitId))];
    const items = units.map((unitId) =>
      weakUnit(
        weak.filter((result) => result.unitId === unitId),
        cycle.id,
      ),
    );
    return card('weak-results', items.slice(0, CARD_ITEMS), {
      count: items.length,
      link: `/scores?cycle=${cycle.id}`,
    });
  }

  /** Self-scores of units that handed in, not decided since; one line a cycle. */
  async toAppraise(open: readonly ReviewCycleItem[], asking: Asking): Promise<OverviewCard> {
    const rows = await this.reader.rows<{ cycleId: string; count: number }>(
      `select self.cycle_id as "cycleId", count(*)::int as count
         from appraisal self
         join submission s on s.administration_id = self.administration_id and s.cycle_id = self.cycle_id
          and s.unit_id = self.unit_id
         join procedure_instance i on i.administration_id = s.administration_id and i.id = s.id
         left join appraisal done on done.administration_id = self.administration_id
          and done.cycle_id = self.cycle_id and done.unit_id = self.unit_id
          and done.indicator_code = self.indicator_code and done.kind = 'appraised'
          and done.superseded_at is null and done.points is not null
        where self.administration_id = $1 and self.cycle_id = any($2::uuid[]) and self.kind = 'self'
          and self.superseded_at is null and self.points is not null
          and not (i.state in ('open', 'returned') and not s.locked)
          and (done.id is null or done.recorded_at < self.recorded_at)
          and ($3::uuid[] is null or self.unit_id = any($3))
        group by self.cycle_id`,
      [asking.actor.administrationId, open.map(({ id }) => id), unitsOf(asking)],
    );
    const counts = new Map(rows.map(({ cycleId, count }) => [cycleId, count]));
    const items = open.flatMap(({ id, names, illustrative }): OverviewItem[] => {
      const count = counts.get(id);
      if (count === undefined) return [];
      const detail = { code: 'to-appraise' as const, params: { count } };
      const link = `/scores/${id}/appraisals`;
      return [
        { id, kind: 'cycle', title: names, detail, deadline: null, pressing: false, link, illustrative },
      ];
    });
    return card('scores-to-appraise', items, {
      count: rows.reduce((sum, { count }) => sum + count, 0),
      link: items[0]?.link ?? null,
    });
  }

  private async newestScored(asking: Asking): Promise<ScoredCycle | undefined> {
    const [cycle] = await this.reader.rows<ScoredCycle>(
      `select c.id, c.code, c.names from review_cycle c
         join procedure_instance i on i.administration_id = c.administration_id and i.id = c.id
        where c.administration_id = $1 and i.state <> 'withdrawn'
          and exists (select from scoring_run r where r.administration_id = c.administration_id and r.cycle_id = c.id)
          and ($2::uuid[] is null or exists (select from cycle_participant p
                where p.administration_id = c.administration_id and p.cycle_id = c.id and p.unit_id = any($2)))
        order by c.period->>'end' desc, c.created_at desc limit 1`,
      [asking.actor.administrationId, unitsOf(asking)],
    );
    return cycle;
  }
}

function weakUnit(results: readonly WeakResult[], cycleId: string): OverviewItem {
  const [first] = results;
  if (first === undefined) throw new Error('a unit without results is no weak unit');
  return {
    id: first.unitId,
    kind: 'unit',
    title: first.unitNames,
    detail: {
      code: results.length === 1 ? 'under-threshold' : 'under-thresholds',
      params: {
        indicator: first.indicatorNames,
        value: first.shownValue,
        measure: first.measure,
        limit: first.limit,
        more: results.length - 1,
      },
    },
    deadline: null,
    pressing: false,
    link: `/scores/${cycleId}/units/${first.unitId}`,
    illustrative: false,
  };
}
