import type { OverviewCard, OverviewItem, OverviewResult, WeakResult } from '@nhip/contracts';
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
