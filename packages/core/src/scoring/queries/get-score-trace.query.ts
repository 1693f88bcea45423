import type { ScoreTraceView, TraceStep } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { criteriaSetVersion, namesIn, type IndicatorScore } from '../../criteria/index.js';
import { Reader, type Actor } from '../../platform/index.js';
import { DomainError } from '../../shared/index.js';
import { cycleFigures, scoredCycle, scoredUnits } from './cycle-figures.js';
import { inOrderOf, scoresOf } from './score-rows.js';
import { visibleRun } from './visible-run.js';

/**
 * How a unit's scores came about, step by step from its figures, derived anew from the figures the run read. Throws
 * NOT_FOUND outside the reader's scope and for an unknown indicator.
 */
@Injectable()
export class GetScoreTrace {
  constructor(private readonly reader: Reader) {}

  async execute(
    {
      cycleId,
      unitId,
      indicator,
      run: number,
    }: {
      readonly cycleId: string;
      readonly unitId: string;
      /** Only this one; without it all, and the total. */
      readonly indicator?: string | undefined;
      readonly run?: number | undefined;
    },
    caller: Actor,
  ): Promise<ScoreTraceView> {
    const { run, unitIds } = await visibleRun(this.reader, caller, cycleId, number);
    if (unitIds !== 'all' && !unitIds.includes(unitId)) throw new DomainError('NOT_FOUND');
    const { administrationId } = caller;
    const set = await criteriaSetVersion(this.reader, run.criteriaSetVersionId);
    const cycle = await scoredCycle(this.reader, administrationId, cycleId);
    const units = (await scoredUnits(this.reader, administrationId, cycle)).filter(
      (unit) => unit.unitId === unitId,
    );
    const figures = await cycleFigures(
      this.reader,
      administrationId,
      cycle,
      set,
      units,
      await readAt(this.reader, run.id),
    );
    const given = figures.get(unitId);
    const unit = given && set.compiled.complete(given);
    const wanted = set.content.indicators.filter(({ code }) => indicator === undefined || code === indicator);
    if (unit === undefined || wanted.length === 0) throw new DomainError('NOT_FOUND');

    const stored = (await scoresOf(this.reader, administrationId, run.id, [unitId])).get(unitId) ?? [];
    const scores = new Map<string, IndicatorScore>();
    const indicators = set.content.indicators.flatMap(({ code, names }) => {
      const steps: TraceStep[] = [];
      const score = set.compiled.indicators.get(code)?.(unit, steps);
      if (score !== undefined) scores.set(code, score);
      const [view] = inOrderOf([{ code }], stored);
      return view === undefined || !wanted.some((item) => item.code === code)
        ? []
        : [{ code, names, steps, score: view }];
    });
    const total: TraceStep[] = [];
    if (indicator === undefined) set.compiled.total(scores, unit, total);
    return { run, unitId, indicators, total, names: namesIn(set.content) };
  }
}

async function readAt(reader: Reader, runId: string): Promise<string | null> {
  const [row] = await reader.rows<{ at: string }>(
    'select figures_as_of::text as at from scoring_run where id = $1',
    [runId],
  );
  return row?.at ?? null;
}
