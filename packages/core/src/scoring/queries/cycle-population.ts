import { PopulationCount, type Population } from '../../criteria/index.js';
import type { Sql } from '../../platform/index.js';
import { cycleFigures, type FigureSource, type ScoredUnit } from './cycle-figures.js';

/** Units read, computed and written together: as many as keep memory flat and both processes busy. */
const AT_ONCE = 64;

export function chunksOf<Item>(items: readonly Item[]): (readonly Item[])[] {
  const chunks: (readonly Item[])[] = [];
  for (let at = 0; at < items.length; at += AT_ONCE) chunks.push(items.slice(at, at + AT_ONCE));
  return chunks;
}

/** What relative rules need to know of all units, in a pass of its own; nothing is read where the set has none. */
export async function cyclePopulation(
  sql: Sql,
  source: FigureSource,
  units: readonly ScoredUnit[],
): Promise<Population | undefined> {
  const { compiled } = source.set;
  if (compiled.relative.length === 0) return undefined;
  const count = new PopulationCount(compiled.relative);
  for (const chunk of chunksOf(units.filter(({ excused }) => !excused))) {
    const figures = await cycleFigures(sql, source, chunk);
    for (const unit of figures.values()) count.add(compiled.complete(unit));
  }
  return count.done();
}
