import type { CriteriaSetContent, DataElement, TraceStep } from '@nhip/contracts';
import { elementsInFormula } from '@nhip/contracts';
import type { Figure, UnitFigures } from '../domain/figures.js';
import { note } from '../domain/trace.js';
import { compileFormula } from './compile-formula.js';
import { isShort, linearForm, type FormOf, type LinearForm } from './linear-form.js';
import { parseFormula } from './parse-formula.js';
import { hasBlank, Seen, type Answer, type ReadFormula } from './reading.js';

type Elements = Pick<CriteriaSetContent, 'dataElements'>;
type Calculated = DataElement & { readonly formula: string };

/** Elements nobody fills in, by code. */
export const calculatedElements = ({ dataElements }: Elements): Map<string, Calculated> =>
  new Map(
    dataElements.flatMap((element) =>
      element.formula === undefined ? [] : [[element.code, { ...element, formula: element.formula }]],
    ),
  );

/**
 * Calculated elements, each after those it is made of; `circle` names the first circle there is, its first code again
 * at the end. What stands in a circle is left out of the order.
 */
export function orderOfCalculated(content: Elements): {
  readonly order: readonly Calculated[];
  readonly circle: readonly string[] | undefined;
} {
  const all = calculatedElements(content);
  const order: Calculated[] = [];
  const settled = new Map<string, boolean>();
  let circle: readonly string[] | undefined;
  /** Whether the element can be computed. */
  const visit = (element: Calculated, path: readonly string[]): boolean => {
    const known = settled.get(element.code);
    if (known !== undefined) return known;
    const at = path.indexOf(element.code);
    if (at >= 0) {
      circle ??= [...path.slice(at), element.code];
      return false;
    }
    const below = elementsInFormula(element.formula).flatMap((code) => all.get(code) ?? []);
    const sound = below.map((one) => visit(one, [...path, element.code])).every(Boolean);
    if (!settled.has(element.code)) {
      settled.set(element.code, sound);
      if (sound) order.push(element);
    }
    return sound;
  };
  for (const element of all.values()) visit(element, []);
  return { order, circle };
}

/** What calculated elements come down to, where that can be said shortly; worked out when first asked. */
export function formsOfCalculated(content: Elements): FormOf {
  let forms: Map<string, LinearForm> | undefined;
  return (code) => (forms ??= workedOut(content)).get(code);
}

function workedOut(content: Elements): Map<string, LinearForm> {
  const forms = new Map<string, LinearForm>();
  for (const { code, formula } of orderOfCalculated(content).order) {
    const parsed = parseFormula(formula);
    const form = parsed.ok ? linearForm(parsed.tree, (named) => forms.get(named)) : undefined;
    if (form !== undefined && isShort(form)) forms.set(code, form);
  }
  return forms;
}

/** Makes the step from the figures that were given to all figures of the set, calculated ones included. */
export function compileCalculated(content: Elements): (unit: UnitFigures) => UnitFigures {
  const steps = new Map(
    orderOfCalculated(content).order.map(({ code, formula, blanks = 'missing', unitTypes }) => [
      code,
      { read: compileFormula(formula, blanks), types: unitTypes && new Set(unitTypes) },
    ]),
  );
  if (steps.size === 0) return (unit) => unit;
  return (unit) => {
    const figures = new Map(unit.figures);
    const explained = new WeakMap<TraceStep[], Set<string>>();
    const completed: UnitFigures = {
      ...unit,
      figures,
      explain: (...of) => explain(...of, steps, completed, explained),
    };
    for (const [code, { read, types }] of steps) {
      const applies = types === undefined || types.has(unit.unitType);
      figures.set(code, applies ? asFigure(read(completed)) : { state: 'not-applicable' });
    }
    return completed;
  };
}

type Steps = ReadonlyMap<string, { readonly read: ReadFormula }>;

/** How a calculated figure came about, once a trace: what is made of it twice would repeat it over and over. */
function explain(
  element: string,
  trace: TraceStep[],
  steps: Steps,
  unit: UnitFigures,
  explained: WeakMap<TraceStep[], Set<string>>,
): void {
  const step = steps.get(element);
  if (step === undefined) return;
  const done = explained.get(trace) ?? new Set();
  explained.set(trace, done);
  if (done.has(element)) return;
  done.add(element);
  note(trace, 'CALCULATED', { element });
  step.read(unit, trace);
}

/** A calculated figure has no way to say that its divisor was zero: there it is missing. */
function asFigure(answer: Answer): Figure {
  if (answer.state === 'value') {
    const { value, seen } = answer;
    if (seen === Seen.Nothing) return { state: 'nothing' };
    return { state: 'value', value, ...(hasBlank(seen) && { blanks: true }) };
  }
  return { state: answer.state === 'not-applicable' ? 'not-applicable' : 'missing' };
}
