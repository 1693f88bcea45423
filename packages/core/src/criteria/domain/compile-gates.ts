import type { CriteriaSetContent, Gate } from '@nhip/contracts';
import { Ratio } from '../../shared/index.js';
import { compileFormula } from '../formula/compile-formula.js';
import type { FormulaResults } from '../formula/reading.js';
import type { Scores } from './compile-outcome.js';
import { exactSum, within } from './exact-sum.js';
import type { Figure, UnitFigures } from './figures.js';
import { note, type Trace } from './trace.js';
import { indicatorsIn, indicatorsOf } from './tree.js';

/** Gates of the set that are met for a unit, in their order. */
export type GatesMet = (scores: Scores, unit: UnitFigures, trace: Trace) => readonly Gate[];

/** R11: evaluates the conditions. One that cannot be decided is not met; a gate without a condition never is. */
export function compileGates(content: CriteriaSetContent): GatesMet {
  const gates = content.gates.flatMap((gate) =>
    gate.when === undefined ? [] : [{ gate, when: compileFormula(gate.when, gate.blanks) }],
  );
  if (gates.length === 0) return () => [];
  const resultsOf = compileResults(content);

  return (scores, unit, trace) => {
    const results = resultsOf(scores);
    return gates.flatMap(({ gate, when }) => {
      const reading = when(unit, trace, results);
      const met = reading.state === 'value' && !reading.value.isZero();
      if (!met)
        note(trace, reading.state === 'value' ? 'GATE_NOT_MET' : 'GATE_UNDECIDED', {
          gate: `gate/${gate.code}`,
        });
      return met ? [gate] : [];
    });
  };
}

/** Points as they are before any gate acts: of an indicator unweighted, of a criterion or field its weighted sum. */
function compileResults(content: CriteriaSetContent): (scores: Scores) => FormulaResults {
  const weights = new Map(content.indicators.map(({ code, weight }) => [code, Ratio.of(weight)]));
  const sums = new Map(
    nodesOf(content).map(({ indicators, cap, code }) => [
      code,
      { indicators, cap: cap === undefined ? undefined : Ratio.of(cap) },
    ]),
  );
  const sumOf = (code: string, scores: Scores): Figure => {
    const node = sums.get(code);
    const points = (node?.indicators ?? []).flatMap((indicator) => {
      const given = scores.get(indicator)?.points;
      return given === undefined ? [] : [given.times(weights.get(indicator) ?? Ratio.one)];
    });
    if (points.length === 0) return { state: 'not-applicable' };
    const sum = exactSum(points);
    const cap = node?.cap;
    return { state: 'value', value: cap === undefined ? sum : within(cap, sum) };
  };
  return (scores) => ({
    value: (code) => figureOf(scores.get(code)?.value),
    points: (code) => {
      const score = scores.get(code);
      return score === undefined ? sumOf(code, scores) : figureOf(score.points);
    },
  });
}

/** Criteria, sub-criteria and fields by code, the field where one code is used for both. */
const nodesOf = ({ fields }: CriteriaSetContent) => [
  ...fields.flatMap(({ criteria }) =>
    criteria.flatMap((criterion) => [
      ...criterion.subCriteria.map((sub) => ({ ...sub, cap: undefined })),
      { code: criterion.code, indicators: indicatorsIn(criterion), cap: undefined },
    ]),
  ),
  ...fields.map((field) => ({ code: field.code, indicators: indicatorsOf(field), cap: field.cap })),
];

const figureOf = (value: Ratio | undefined): Figure =>
  value === undefined ? { state: 'not-applicable' } : { state: 'value', value };
