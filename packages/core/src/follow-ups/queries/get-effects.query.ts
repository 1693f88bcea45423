import type { DirectiveEffect, EffectPoint, EffectsView, IndicatorEffect, TaskItem } from '@nhip/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { CALENDARS, type Calendars } from '../../calendar/index.js';
import { Reader, type UserActor } from '../../platform/index.js';
import { indicatorSeries, together, type SeriesCycle } from '../../scoring/index.js';
import { dayAt, DomainError, type Day, type Instant } from '../../shared/index.js';
import { unitAs } from '../../tasks/index.js';
import { changeOf, sideOf, whyIncomparable } from '../domain/effect.js';

type Unit = TaskItem['unit'];
interface Directive extends Omit<DirectiveEffect, 'indicators'> {
  readonly codes: readonly string[];
  readonly unitIds: readonly string[];
}
type Conclusion = Omit<EffectsView, 'items' | 'heldOn'> & {
  readonly heldOn: Day;
  readonly cycleId: string | null;
};

const absent = {
  state: 'absent',
  numerator: null,
  denominator: null,
  value: null,
  shownValue: null,
} as const;

/**
 * Whether the indicators moved after the directives of an issued conclusion: each one's series before and after, per
 * unit and together. The units are those that caused an item, or, where it names none, those that carry it out; people
 * of units see their own.
 */
@Injectable()
export class GetEffects {
  constructor(
    private readonly reader: Reader,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  async execute(id: string, actor: UserActor, now: Instant): Promise<EffectsView> {
    const { administrationId } = actor;
    const [conclusion] = await this.reader.rows<Conclusion>(
      `select id as "conclusionId", cycle_id as "cycleId", held_on as "heldOn", issued_on as "issuedOn"
         from conclusion where administration_id = $1 and id = $2 and state = 'issued'`,
      [administrationId, id],
    );
    if (conclusion === undefined) throw new DomainError('NOT_FOUND');
    const { cycleId, ...view } = conclusion;
    const directives = await this.directives(id, actor);
    const unitIds = [...new Set(directives.flatMap((directive) => directive.unitIds))];
    const codes = [...new Set(directives.flatMap((directive) => directive.codes))];
    const units = await this.units(administrationId, unitIds, dayAt(now, this.calendars.zone));
    const series = await indicatorSeries(this.reader, administrationId, { codes, unitIds });
    return {
      ...view,
      items: directives.map(({ codes: own, unitIds: theirs, ...directive }) => ({
        ...directive,
        indicators: own.flatMap((code) => {
          const of = theirs.flatMap((unitId) => units.get(unitId) ?? []);
          const ofThem = ({ unitId }: { readonly unitId: string }) => theirs.includes(unitId);
          const cycles = (series.get(code) ?? []).flatMap((cycle) => {
            const points = cycle.points.filter(ofThem);
            return points.length === 0 ? [] : [{ ...cycle, points }];
          });
          return effectOf(cycles, of, { heldOn: view.heldOn, cycleId });
        }),
      })),
    };
  }

  /** Items with indicators, their own or those their tasks were given by rule. */
  private directives(id: string, { administrationId, unitIds }: UserActor): Promise<Directive[]> {
    return this.reader.rows<Directive>(
      `select n.id as "itemId", n.number, n.title, n.due_on as "dueOn", c.codes,
              array(select k.id from unit k where k.administration_id = $1 and k.id = any(case
                      when n.cause_unit_ids <> '{}' then n.cause_unit_ids else t.units end)
                      and ($3::uuid[] is null or k.id = any($3)) order by k.code) as "unitIds"
         from conclusion_item n
        cross join lateral (
          select coalesce(array_agg(distinct t.unit_id), '{}') as units,
                 coalesce(array_agg(distinct code) filter (where code is not null), '{}') as codes
            from task t left join lateral unnest(t.indicator_codes) as code on true
           where t.administration_id = $1 and t.source_id = n.id) t
        cross join lateral (
          select case when n.indicator_codes <> '{}' then n.indicator_codes else t.codes end as codes) c
        where n.administration_id = $1 and n.conclusion_id = $2 and c.codes <> '{}' order by n.number`,
      [administrationId, id, unitIds === 'all' ? null : unitIds],
    );
  }

  private async units(
    administrationId: string,
    ids: readonly string[],
    today: Day,
  ): Promise<ReadonlyMap<string, Unit>> {
    const rows = await this.reader.rows<{ unit: Unit }>(
      `select ${unitAs('k.id')} as unit from unit k where k.administration_id = $1 and k.id = any($3::uuid[])`,
      [administrationId, today, ids],
    );
    return new Map(rows.map(({ unit }) => [unit.id, unit]));
  }
}

function effectOf(
  cycles: readonly SeriesCycle[],
  units: readonly Unit[],
  { heldOn, cycleId }: { readonly heldOn: Day; readonly cycleId: string | null },
): IndicatorEffect[] {
  const sided = cycles.map((cycle) => ({ ...cycle, side: sideOf(cycle.period, heldOn) }));
  const reference =
    sided.find(({ id }) => id === cycleId) ?? sided.findLast(({ side }) => side === 'before') ?? sided[0];
  if (reference === undefined) return [];
  const { indicator } = reference;
  const shown = sided.map(({ id, code, names, period, side, final, indicator: own }) => ({
    id,
    code,
    names,
    asOf: period.asOf,
    side,
    final,
    incomparable: whyIncomparable({ period, indicator: own }, reference),
  }));
  const seriesOf = (pointOf: (cycle: SeriesCycle) => Omit<EffectPoint, 'cycleId'>) => {
    const points = cycles.map((cycle) => ({ cycleId: cycle.id, ...pointOf(cycle) }));
    const placed = shown.flatMap(({ side, incomparable }, index) => {
      const point = points[index];
      return point === undefined ? [] : [{ side, comparable: incomparable === null, point }];
    });
    return { points, change: changeOf(placed, indicator) };
  };
  return [
    {
      code: indicator.code,
      names: indicator.names,
      measure: indicator.measure,
      direction: indicator.direction,
      cycles: shown,
      together: seriesOf(({ indicator: own, points }) => {
        const { numerator, denominator, value, shownValue } = together(own, points);
        return { state: value === null ? 'absent' : 'scored', numerator, denominator, value, shownValue };
      }),
      units: units.map((unit) => ({
        unit,
        ...seriesOf(({ points }) => {
          const own = points.find(({ unitId }) => unitId === unit.id);
          if (own === undefined) return absent;
          const { state, numerator, denominator, value, shownValue } = own;
          return { state, numerator, denominator, value, shownValue };
        }),
      })),
    },
  ];
}
