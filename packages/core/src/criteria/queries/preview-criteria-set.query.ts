import {
  elementsOf,
  previewCriteriaSet,
  type CriteriaSetContent,
  type Expression,
  type Indicator,
  type PreviewCriteriaSet as Question,
  type PreviewedCriteriaSet,
  type TraceStep,
} from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { Ratio } from '../../shared/index.js';
import { compileIndicator } from '../domain/compile-indicator.js';
import type { Figure } from '../domain/figures.js';
import { lint } from '../domain/lint.js';
import { namesIn } from '../domain/names-in.js';
import { PopulationCount } from '../domain/population.js';
import { completeSample, readsOfFormula, sampleUnit } from '../formula/try-formula.js';

type Sample = ReturnType<typeof previewCriteriaSet.parse>['figures'];

/**
 * A content while it is being edited: the linter's remarks, and one indicator scored on sample figures, with its steps.
 * Nothing is read or stored.
 */
@Injectable()
export class PreviewCriteriaSet {
  execute(question: Question): PreviewedCriteriaSet {
    const { content, indicator: code, unitType, months, figures, peers } = previewCriteriaSet.parse(question);
    const remarks = lint(content);
    const at = content.indicators.findIndex((one) => one.code === code);
    const indicator = content.indicators[at];
    const none = { remarks, score: null, reads: [], names: {} };
    if (indicator === undefined) return none;
    const reads = readsOf(indicator, content);
    const broken = remarks.some(
      ({ severity, path }) =>
        severity === 'error' && path[0] === 'indicators' && path[1] === at && path.includes('formula'),
    );
    const complete = completeSample(content, expressionsOf(indicator).flatMap(elementsOf));
    if (broken || complete === undefined) return { ...none, reads };

    // Sample units stand in one peer group, so that rules within groups compare them too.
    const unitOf = (sample: Sample) =>
      complete({ ...sampleUnit(figuresOf(sample), months), unitType, groupId: 'sample' });
    const score = compileIndicator(indicator);
    const unit = unitOf(figures);
    const steps: TraceStep[] = [];
    const population = populationOf(indicator, score, [unit, ...peers.map(unitOf)]);
    const scored = score(unit, steps, population);
    return {
      remarks,
      reads,
      score: {
        state: scored.state,
        shownValue: scored.shownValue ?? null,
        shownPoints: scored.shownPoints ?? null,
        policies: [...scored.policies],
        breaches: [...scored.breaches],
        targetMet: scored.targetMet ?? null,
        steps,
      },
      names: namesIn(content),
    };
  }
}

const figuresOf = (sample: Sample): Map<string, Figure> =>
  new Map(
    Object.entries(sample).map(([code, figure]): [string, Figure] => [
      code,
      figure.state === 'value' ? { state: 'value', value: Ratio.of(figure.value) } : { state: figure.state },
    ]),
  );

function populationOf(
  { code, rule }: Indicator,
  score: ReturnType<typeof compileIndicator>,
  units: readonly ReturnType<typeof sampleUnit>[],
) {
  if (!('within' in rule)) return undefined;
  const count = new PopulationCount([{ code, within: rule.within, valueOf: (unit) => score(unit).value }]);
  for (const unit of units) count.add(unit);
  return count.done();
}

const expressionsOf = ({ numerator, denominator, rule }: Indicator): Expression[] => {
  const parts = rule.type === 'composed' ? rule.parts : [];
  const all = [numerator, denominator, ...parts.flatMap((part) => [part.numerator, part.denominator])];
  return all.filter((expression) => expression !== undefined);
};

/** What sample figures are asked for: of sums their elements, of formulas all they read, of calculated ones their parts. */
function readsOf(indicator: Indicator, content: CriteriaSetContent): string[] {
  const formulas = new Map(content.dataElements.map(({ code, formula }) => [code, formula]));
  const reads = expressionsOf(indicator).flatMap((expression) => {
    if ('formula' in expression) return readsOfFormula(expression.formula, content);
    return elementsOf(expression).flatMap((code) =>
      formulas.get(code) === undefined ? [code] : readsOfFormula(`[${code}]`, content),
    );
  });
  return [...new Set(reads)];
}
