import type { FigureView } from '@nhip/contracts';
import type { Sql } from '../../platform/index.js';
import { addMonths, type Day, type Period } from '../../shared/index.js';
import { cellKey } from '../domain/cells.js';
import { earlierCycles, type EarlierCycle } from '../domain/earlier-cycles.js';
import { figuresOfCycles } from './form-figures.js';

type Find = (element: string, month: Day | null) => FigureView | null;

/** Of one unit: what it reported for the period before, and a year ago. */
export interface EarlierFigures {
  readonly previous: Find;
  readonly lastYear: Find;
}

interface Place {
  readonly administrationId: string;
  readonly cycleId: string;
  readonly unitIds: readonly string[];
}

/**
 * What units reported for earlier periods, by element code; monthly cells by their month. Two queries, however many
 * units. @param elements codes, where not all are wanted
 */
export async function readEarlierFigures(
  sql: Sql,
  { administrationId, cycleId, unitIds }: Place,
  period: Period,
  elements?: readonly string[],
): Promise<(unitId: string) => EarlierFigures> {
  const others = await sql.rows<EarlierCycle & { readonly unitIds: string[] }>(
    `select c.id, c.period, array_agg(s.unit_id::text) as "unitIds" from submission s
       join review_cycle c on c.administration_id = s.administration_id and c.id = s.cycle_id
       join procedure_instance i on i.administration_id = s.administration_id and i.id = s.id
      where s.administration_id = $1 and s.unit_id = any($2) and s.cycle_id <> $3
        and i.state not in ('withdrawn', 'excused')
      group by c.id, c.period`,
    [administrationId, unitIds, cycleId],
  );
  const cyclesOf = new Map(unitIds.map((unitId): [string, EarlierCycle[]] => [unitId, []]));
  for (const cycle of others) for (const unitId of cycle.unitIds) cyclesOf.get(unitId)?.push(cycle);
  const chosen = new Map([...cyclesOf].map(([unitId, cycles]) => [unitId, earlierCycles(period, cycles)]));
  const wanted = [...chosen.values()].flatMap(({ previous, lastYear }) => [previous?.id, lastYear?.id]);
  const cycleIds = [...new Set(wanted)].filter((id) => id !== undefined);
  const figures = await figuresOfCycles(sql, { administrationId, cycleIds, unitIds, elements });
  return (unitId) => {
    const find = (cycle: EarlierCycle | undefined): Find => {
      if (cycle === undefined) return () => null;
      const ofCycle = figures.get(`${cycle.id} ${unitId}`);
      const back = monthsBetween(cycle.period.end, period.end);
      return (element, month) =>
        ofCycle?.get(cellKey(element, month === null ? null : addMonths(month, -back))) ?? null;
    };
    const { previous, lastYear } = chosen.get(unitId) ?? {};
    return { previous: find(previous), lastYear: find(lastYear) };
  };
}

function monthsBetween(from: Day, to: Day): number {
  const [fromYear = 0, fromMonth = 0] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 0] = to.split('-').map(Number);
  return (toYear - fromYear) * 12 + toMonth - fromMonth;
}
