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

  /**
   * What waits for the appraisers of units that handed in, as their list has it: self-scores not decided since, and what
   * only people decide; beside it how much is decided. One line a cycle.
   */
  async toAppraise(open: readonly ReviewCycleItem[], asking: Asking): Promise<OverviewCard> {
    const rows = await this.reader.rows<{ cycleId: string; waiting: number; decided: number }>(TO_APPRAISE, [
      asking.actor.administrationId,
      open.map(({ id }) => id),
      unitsOf(asking),
    ]);
    const byCycle = new Map(rows.map((row) => [row.cycleId, row]));
    const items = open.flatMap(({ id, names, illustrative }): OverviewItem[] => {
      const counts = byCycle.get(id);
      if (counts === undefined || counts.waiting === 0) return [];
      const params = { count: counts.waiting, decided: counts.decided };
      const detail = { code: 'to-appraise' as const, params };
      const link = `/scores/${id}/appraisals`;
      return [
        { id, kind: 'cycle', title: names, detail, deadline: null, pressing: false, link, illustrative },
      ];
    });
    return card('scores-to-appraise', items, {
      count: rows.reduce((sum, { waiting }) => sum + waiting, 0),
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

/** Points in play: what somebody decided, and what only people decide; waiting as in the appraisers' list. */
const TO_APPRAISE = `
  with handed_in as (
    select s.cycle_id, s.unit_id from submission s
      join procedure_instance i on i.administration_id = s.administration_id and i.id = s.id
      join cycle_participant p on p.administration_id = s.administration_id and p.cycle_id = s.cycle_id
       and p.unit_id = s.unit_id and p.status = 'active'
     where s.administration_id = $1 and s.cycle_id = any($2::uuid[]) and ($3::uuid[] is null or s.unit_id = any($3))
       and not (i.state in ('open', 'returned') and not s.locked)),
  only_decided as (
    select c.id as cycle_id, k->>'code' as code
      from review_cycle c join criteria_set_version v on v.id = c.criteria_set_version_id
     cross join jsonb_array_elements(v.content->'indicators') k
     where c.administration_id = $1 and c.id = any($2::uuid[]) and k->'rule'->>'type' = 'appraised'),
  in_play as (
    select h.cycle_id, h.unit_id, k.code from handed_in h join only_decided k on k.cycle_id = h.cycle_id
    union
    select a.cycle_id, a.unit_id, a.indicator_code from handed_in h
      join appraisal a on a.administration_id = $1 and a.cycle_id = h.cycle_id and a.unit_id = h.unit_id
     where a.superseded_at is null and a.points is not null)
  select p.cycle_id as "cycleId",
         count(*) filter (where done.id is null or done.recorded_at < self.recorded_at)::int as waiting,
         count(*) filter (where done.id is not null and not coalesce(done.recorded_at < self.recorded_at, false))::int
           as decided
    from in_play p
    left join appraisal self on self.administration_id = $1 and self.cycle_id = p.cycle_id
     and self.unit_id = p.unit_id and self.indicator_code = p.code and self.kind = 'self'
     and self.superseded_at is null and self.points is not null
    left join appraisal done on done.administration_id = $1 and done.cycle_id = p.cycle_id
     and done.unit_id = p.unit_id and done.indicator_code = p.code and done.kind = 'appraised'
     and done.superseded_at is null and done.points is not null
   group by p.cycle_id`;

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
