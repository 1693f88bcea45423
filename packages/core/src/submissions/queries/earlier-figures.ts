import type { FigureView } from '@nhip/contracts';
import type { Sql } from '../../platform/index.js';
import { addMonths, type Day, type Period } from '../../shared/index.js';
import { cellKey } from '../domain/cells.js';
import { earlierCycles, type EarlierCycle } from '../domain/earlier-cycles.js';
import { figuresOf, type FormFigure } from './form-figures.js';

type Find = (element: string, month: Day | null) => FigureView | null;

/** What the unit reported for the period before and a year ago, by element code; monthly cells by their month. */
export async function readEarlierFigures(
  sql: Sql,
  place: { readonly administrationId: string; readonly cycleId: string; readonly unitId: string },
  period: Period,
): Promise<{ readonly previous: Find; readonly lastYear: Find }> {
  const others = await sql.rows<EarlierCycle>(
    `select c.id, c.period from submission s
       join review_cycle c on c.administration_id = s.administration_id and c.id = s.cycle_id
       join procedure_instance i on i.administration_id = s.administration_id and i.id = s.id
      where s.administration_id = $1 and s.unit_id = $2 and s.cycle_id <> $3
        and i.state not in ('withdrawn', 'excused')`,
    [place.administrationId, place.unitId, place.cycleId],
  );
  const { previous, lastYear } = earlierCycles(period, others);
  const of = async (cycle: EarlierCycle | undefined): Promise<ReadonlyMap<string, FormFigure>> =>
    cycle === undefined ? new Map() : figuresOf(sql, { ...place, cycleId: cycle.id });
  const before = await of(previous);
  const yearAgo = lastYear?.id === previous?.id ? before : await of(lastYear);
  const months = previous === undefined ? 0 : monthsBetween(previous.period.end, period.end);
  const find =
    (figures: ReadonlyMap<string, FormFigure>, back: number): Find =>
    (element, month) =>
      figures.get(cellKey(element, month === null ? null : addMonths(month, -back)))?.view ?? null;
  return { previous: find(before, months), lastYear: find(yearAgo, 12) };
}

function monthsBetween(from: Day, to: Day): number {
  const [fromYear = 0, fromMonth = 0] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 0] = to.split('-').map(Number);
  return (toYear - fromYear) * 12 + toMonth - fromMonth;
}
