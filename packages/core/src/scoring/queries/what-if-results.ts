import { setImmediate } from 'node:timers/promises';
import { supposedContent, type SupposedFigure, type WhatIfChanges } from '@nhip/contracts';
import { compileSet, scoreUnit, type Figure, type IssuedSetVersion } from '../../criteria/index.js';
import type { Sql } from '../../platform/index.js';
import { Ratio } from '../../shared/index.js';
import { cycleCounts, type SupposedFigures } from '../../submissions/index.js';
import { decidingIndicators, rankTotals, type DecidingValue, type Placed } from '../domain/rank-totals.js';
import { scoreRowsOf } from '../domain/score-cycle.js';
import { totalRow, type TotalRow } from '../domain/score-rows.js';
import { cycleFigures, scoredCycle, scoredUnits } from './cycle-figures.js';
import { chunksOf, cyclePopulation } from './cycle-population.js';
import { appraisedIndicators } from './deciding-values.js';

/** A total as it would be, with its place. */
export interface SupposedTotal {
  readonly total: TotalRow;
  readonly place: Placed;
}

export interface SupposedRun {
  readonly administrationId: string;
  readonly cycleId: string;
  /** Text of the database: the figures the run has read. */
  readonly figuresAsOf: string;
  readonly set: IssuedSetVersion;
  readonly changes: WhatIfChanges;
}

/** The set with what is supposed of it, under the identity of the one it is laid over. */
export function supposedSet(set: IssuedSetVersion, changes: WhatIfChanges): IssuedSetVersion {
  const content = supposedContent(set.content, changes);
  return { ...set, content, compiled: compileSet(content) };
}

/**
 * Totals and places of all units of the cycle as they would be: the run's own figures, those supposed in their place,
 * through the same evaluation. Reads only; nothing of it is stored.
 */
export async function supposedTotals(
  sql: Sql,
  run: SupposedRun,
): Promise<ReadonlyMap<string, SupposedTotal>> {
  const set = supposedSet(run.set, run.changes);
  const cycle = await scoredCycle(sql, run.administrationId, run.cycleId);
  const units = await scoredUnits(sql, run.administrationId, cycle);
  const supposed = supposedFigures(run.changes);
  const { administrationId, figuresAsOf: recordedAt } = run;
  const place = { administrationId, cycleId: cycle.id, period: cycle.period, recordedAt, supposed };
  const counted = await cycleCounts(sql, set, place);
  const source = { administrationId, cycle, set, recordedAt, counted, supposed };
  const population = await cyclePopulation(sql, source, units);
  const wanted = decidingIndicators(set.content);
  const appraised = appraisedIndicators(set.content);
  const totals: TotalRow[] = [];
  const deciding: DecidingValue[] = [];
  for (const chunk of chunksOf(units)) {
    const scored = chunk.filter(({ excused }) => !excused);
    const figures = await cycleFigures(sql, source, scored);
    for (const unit of chunk) {
      const own = figures.get(unit.unitId);
      if (own === undefined) {
        totals.push(scoreRowsOf(set, unit, undefined).total);
        continue;
      }
      const { scores, total } = scoreUnit(set.compiled, own, population);
      totals.push(totalRow(unit.unitId, unit.groupId, total));
      for (const indicator of wanted) {
        const score = scores.get(indicator);
        const decided = score?.state === 'scored' && appraised.has(indicator) ? score.points : undefined;
        const value = score?.value ?? decided;
        if (value === undefined) continue;
        deciding.push({
          unitId: unit.unitId,
          indicator,
          valueNum: value.numeratorText,
          valueDen: value.denominatorText,
        });
      }
    }
    await setImmediate(); // lets the sockets be served
  }
  const places = rankTotals(set.content, totals, deciding);
  return new Map(
    totals.flatMap((total) => {
      const place = places.get(total.unitId);
      return place === undefined ? [] : [[total.unitId, { total, place }] as const];
    }),
  );
}

function supposedFigures({ figures }: WhatIfChanges): SupposedFigures {
  const byUnit = new Map<string, Map<string, Figure>>();
  for (const figure of figures) {
    const ofUnit = byUnit.get(figure.unitId) ?? new Map<string, Figure>();
    byUnit.set(figure.unitId, ofUnit.set(figure.element, figureOf(figure)));
  }
  return byUnit;
}

const figureOf = ({ state, value }: SupposedFigure): Figure =>
  state === 'value' ? { state, value: value === null ? Ratio.zero : Ratio.of(value) } : { state };
