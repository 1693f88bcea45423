import type { CriteriaSetContent, Names, ScoreTraceView, ScoringRunView, TraceStep } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import {
  criteriaSetVersion,
  indicatorsIn,
  namesIn,
  type IndicatorScore,
  type IssuedSetVersion,
} from '../../criteria/index.js';
import { Reader, type Actor } from '../../platform/index.js';
import { DomainError } from '../../shared/index.js';
import { explainPlace, explainQuota } from '../domain/explain-place.js';
import { appraisalSteps } from './appraisal-steps.js';
import { cycleFigures, scoredCycle, scoredUnits } from './cycle-figures.js';
import { cyclePopulation } from './cycle-population.js';
import { decidingValues } from './deciding-values.js';
import { rankedTotals } from './ranked-totals.js';
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
    const all = await scoredUnits(this.reader, administrationId, cycle);
    const units = all.filter((unit) => unit.unitId === unitId);
    const source = { administrationId, cycle, set, recordedAt: await readAt(this.reader, run.id) };
    const figures = await cycleFigures(this.reader, source, units);
    const population = await cyclePopulation(this.reader, source, all);
    const recorded = figures.get(unitId);
    const unit = recorded && set.compiled.complete(recorded);
    const wanted = set.content.indicators.filter(({ code }) => indicator === undefined || code === indicator);
    if (unit === undefined || wanted.length === 0) throw new DomainError('NOT_FOUND');

    const stored = (await scoresOf(this.reader, administrationId, run.id, [unitId])).get(unitId) ?? [];
    const withDecisions = await appraisalSteps(this.reader, source, unitId);
    const scores = new Map<string, IndicatorScore>();
    const indicators = set.content.indicators.flatMap(({ code, names }) => {
      const steps: TraceStep[] = [];
      const score = set.compiled.indicators.get(code)?.(unit, steps, population);
      if (score !== undefined) scores.set(code, score);
      const [view] = inOrderOf([{ code }], stored);
      return view === undefined || !wanted.some((item) => item.code === code)
        ? []
        : [{ code, names, steps: withDecisions(code, steps), score: view }];
    });
    const tracesTotal = indicator === undefined && Number(set.content.totals.maxPoints) > 0;
    const total: TraceStep[] = [];
    const given = tracesTotal ? set.compiled.total(scores, unit, total).classCode : undefined;
    const place = tracesTotal
      ? await this.placeOf(run, set, { unitId, given, seesOthers: unitIds === 'all' }, caller)
      : noPlace;
    return {
      run,
      unitId,
      tree: treeOf(set.content, wanted),
      indicators,
      total,
      place: place.steps,
      names: { ...namesIn(set.content), ...place.names },
      figureVersions: caller.kind === 'system' || caller.unitIds === 'all' || caller.unitIds.includes(unitId),
    };
  }

  /** Rank and quota among all units of the run, whoever of them the reader may see. */
  private async placeOf(
    run: ScoringRunView,
    set: IssuedSetVersion,
    {
      unitId,
      given = null,
      seesOthers,
    }: { readonly unitId: string; readonly given: string | null | undefined; readonly seesOthers: boolean },
    { administrationId }: Actor,
  ): Promise<{ readonly steps: TraceStep[]; readonly names: Readonly<Record<string, Names>> }> {
    const totals = await rankedTotals(this.reader, administrationId, run, set);
    const deciding = await decidingValues(this.reader, administrationId, run.id, set.content);
    const compared = totals.map(({ place, ...total }) => ({ ...total, unranked: place.unranked }));
    const own = totals.find((total) => total.unitId === unitId)?.place;
    const ranked = {
      'peer-group': own?.ranked ?? 0,
      administration: totals.filter(({ place }) => place.rank !== null).length,
    };
    const steps = [
      ...explainPlace(set.content, compared, deciding, unitId, seesOthers),
      ...(own === undefined ? [] : explainQuota(set.content, given, own, ranked)),
    ];
    const mentioned = new Set(
      steps.flatMap(({ params }) => `${params['unit'] ?? ''} ${params['units'] ?? ''}`.split(' ')),
    );
    const names = totals
      .filter((total) => mentioned.has(`unit/${total.unitId}`))
      .map((total) => [`unit/${total.unitId}`, total.unit.names] as const);
    return { steps, names: Object.fromEntries(names) };
  }
}

const noPlace = { steps: [], names: {} };

/** The fields and criteria with their traced indicators; what holds none is left out. */
function treeOf(
  { fields }: CriteriaSetContent,
  traced: readonly { readonly code: string }[],
): ScoreTraceView['tree'] {
  const wanted = new Set(traced.map(({ code }) => code));
  return fields
    .map(({ code, names, criteria }) => ({
      code,
      names,
      criteria: criteria
        .map((criterion) => ({
          code: criterion.code,
          names: criterion.names,
          indicators: indicatorsIn(criterion).filter((indicator) => wanted.has(indicator)),
        }))
        .filter(({ indicators }) => indicators.length > 0),
    }))
    .filter(({ criteria }) => criteria.length > 0);
}

async function readAt(reader: Reader, runId: string): Promise<string | null> {
  const [row] = await reader.rows<{ at: string }>(
    'select figures_as_of::text as at from scoring_run where id = $1',
    [runId],
  );
  return row?.at ?? null;
}
