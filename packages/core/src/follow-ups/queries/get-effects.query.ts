import type { DirectiveEffect, EffectPoint, EffectsView, IndicatorEffect, TaskItem } from '@nhip/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { CALENDARS, type Calendars } from '../../calendar/index.js';
import { Reader, type UserActor } from '../../platform/index.js';
import { indicatorSeries, together, type SeriesCycle } from '../../scoring/index.js';
import { dayAt, DomainError, type Day, type Instant } from '../../shared/index.js';
import { unitAs } from '../../tasks/index.js';
import { changeOf, sideOf, whyIncomparable } from '../domain/effect.js';
import { membersOn, type Merger, type Mergers } from '../domain/merged-units.js';

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
 * of units see their own. Of a unit that others were merged into, the values of before are those of all of them.
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
    const mergers = await this.mergers(administrationId, unitIds);
    const series = await indicatorSeries(this.reader, administrationId, {
      codes,
      unitIds: [...new Set([...unitIds, ...mergers.list.map(({ from }) => from)])],
    });
    return {
      ...view,
      items: directives.map(({ codes: own, unitIds: theirs, ...directive }) => ({
        ...directive,
        indicators: own.flatMap((code) => {
          const of = theirs.flatMap((unitId) => units.get(unitId) ?? []);
          const cycles = (series.get(code) ?? []).filter(({ period, points }) =>
            theirs.some((unitId) =>
              (membersOn(unitId, period.asOf, mergers) ?? [unitId]).some((member) =>
                points.some((point) => point.unitId === member),
              ),
            ),
          );
          return effectOf(cycles, of, { heldOn: view.heldOn, cycleId, mergers });
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

  /** What became part of these units, and of that, through all mergers. */
  private async mergers(administrationId: string, unitIds: readonly string[]): Promise<Mergers> {
    const list = await this.reader.rows<Merger>(
      `with recursive merged as (
         select s.* from unit_successor s where s.administration_id = $1 and s.to_unit_id = any($2::uuid[])
         union
         select s.* from merged m join unit_successor s on s.administration_id = $1 and s.to_unit_id = m.from_unit_id)
       select m.from_unit_id as "from", m.to_unit_id as "to", m.on_day as "on",
              coalesce(m.share, 1) = 1 and not exists (select from unit_successor o where o.administration_id = $1
                and o.from_unit_id = m.from_unit_id and o.to_unit_id <> m.to_unit_id) as whole
         from merged m order by m.on_day, m.from_unit_id`,
      [administrationId, unitIds],
    );
    const named = [...new Set(list.flatMap(({ from, to }) => [from, to]))];
    const begun = await this.reader.rows<{ id: string; since: Day }>(
      `select unit_id as id, min(valid_from) as since from unit_version
        where administration_id = $1 and unit_id = any($2::uuid[]) group by unit_id`,
      [administrationId, named],
    );
    return { list, since: new Map(begun.map(({ id, since }) => [id, since])) };
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
  {
    heldOn,
    cycleId,
    mergers,
  }: { readonly heldOn: Day; readonly cycleId: string | null; readonly mergers: Mergers },
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
      together: seriesOf((cycle) =>
        summed(cycle, new Set(units.flatMap(({ id }) => membersIn(cycle, id, mergers) ?? [id]))),
      ),
      units: units.map((unit) => ({
        unit,
        ...seriesOf((cycle) => {
          const members = membersIn(cycle, unit.id, mergers) ?? [];
          const points = cycle.points.filter(({ unitId }) => members.includes(unitId));
          const [own] = points;
          if (own === undefined) return absent;
          if (members.length === 1) {
            const { state, numerator, denominator, value, shownValue } = own;
            return { state, numerator, denominator, value, shownValue };
          }
          const complete = members.length === points.filter(({ state }) => state === 'scored').length;
          return complete ? summed(cycle, new Set(members)) : absent;
        }),
      })),
    },
  ];
}

const membersIn = ({ period }: SeriesCycle, unitId: string, mergers: Mergers) =>
  membersOn(unitId, period.asOf, mergers);

/** The units of the cycle among these, together. */
function summed({ indicator, points }: SeriesCycle, unitIds: ReadonlySet<string>) {
  const { numerator, denominator, value, shownValue } = together(
    indicator,
    points.filter(({ unitId }) => unitIds.has(unitId)),
  );
  return {
    state: value === null ? ('absent' as const) : ('scored' as const),
    numerator,
    denominator,
    value,
    shownValue,
  };
}
