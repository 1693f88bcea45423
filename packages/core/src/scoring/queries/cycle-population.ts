import { PopulationCount, type IssuedSetVersion, type Population } from '../../criteria/index.js';
import type { Sql } from '../../platform/index.js';
import type { CycleCounts } from '../../submissions/index.js';
import { cycleFigures, type ScoredCycle, type ScoredUnit } from './cycle-figures.js';

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
  administrationId: string,
  cycle: ScoredCycle,
  set: IssuedSetVersion,
  units: readonly ScoredUnit[],
  recordedAt: string | null,
  counted?: CycleCounts,
): Promise<Population | undefined> {
  if (set.compiled.relative.length === 0) return undefined;
  const count = new PopulationCount(set.compiled.relative);
  for (const chunk of chunksOf(units.filter(({ excused }) => !excused))) {
    const figures = await cycleFigures(sql, administrationId, cycle, set, chunk, recordedAt, counted);
    for (const unit of figures.values()) count.add(set.compiled.complete(unit));
  }
  return count.done();
}
