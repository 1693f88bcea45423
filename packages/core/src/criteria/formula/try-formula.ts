import {
  elementsInFormula,
  withParts,
  type Blanks,
  type CriteriaRemark,
  type CriteriaSetContent,
  type PreviewedFormula,
  type TraceStep,
} from '@nhip/contracts';
import { Ratio } from '../../shared/index.js';
import { missingFigure, type Figure, type UnitFigures } from '../domain/figures.js';
import { addedMeasures, knownIn } from '../domain/lint-formulas.js';
import { error, warning } from '../domain/remarks.js';
import { asText } from '../domain/trace.js';
import { calculatedElements, compileCalculated } from './calculated.js';
import { checkFormula, type FormulaScope } from './check-formula.js';
import { compileFormula } from './compile-formula.js';
import { parseFormula } from './parse-formula.js';
import { Seen } from './reading.js';
import { printFormula } from './print-formula.js';
import { childrenOf, nodesOf, type FormulaNode } from './syntax.js';

/** A formula with what it is tried out on. */
export interface Trial {
  readonly formula: string;
  readonly blanks: Blanks;
  readonly content: CriteriaSetContent | undefined;
  readonly place: 'indicator' | 'element' | 'check' | 'gate';
  readonly months: number | undefined;
  /** By code, or by the way it is written. */
  readonly figures: ReadonlyMap<string, Figure>;
}

type Tried = Omit<PreviewedFormula, 'names'>;

/** What the linter says of a formula, and if it finds no error, what it gives on the figures, step by step. */
export function tryFormula({ formula, blanks, content, place, months, figures }: Trial): Tried {
  const text = formula.trim();
  const none = { state: null, value: null, shownValue: null, nothing: false, steps: [], reads: [] };
  const parsed = parseFormula(text);
  if (!parsed.ok) return { ...none, remarks: [error([], parsed.fault.code, parsed.fault.params)] };
  const { tree } = parsed;
  const elements = new Map(content?.dataElements.map((element) => [element.code, element]));
  const remarks: CriteriaRemark[] = [
    ...checkFormula(text, tree, scopeOf(content, tree, place)).map(({ severity, code, params }) =>
      (severity === 'error' ? error : warning)([], code, params),
    ),
    ...addedMeasures(tree, elements).map((measures) =>
      warning([], 'MEASURES_DIFFER', { measures: measures.join(', ') }),
    ),
  ];
  const calculated = content === undefined ? new Map<string, never>() : calculatedElements(content);
  const reads = readsOf(tree, calculated);
  const needed = content && neededOf(content, elementsInFormula(text));
  const nodes = countNodes([text, ...formulasIn(needed)]);
  if (nodes > MOST_NODES_TRIED) {
    const params = { found: String(nodes), limit: String(MOST_NODES_TRIED) };
    remarks.push(error([], 'FORMULA_TOO_MANY', params));
  }
  if (remarks.some(({ severity }) => severity === 'error')) return { ...none, remarks, reads };

  const steps: TraceStep[] = [];
  const unit = (needed === undefined ? same : compileCalculated(needed))(sampleUnit(figures, months));
  const reading = compileFormula(text, blanks)(unit, steps, {
    points: (code) => figures.get(`points([${code}])`) ?? missingFigure,
    value: (code) => figures.get(`value([${code}])`) ?? missingFigure,
  });
  if (reading.state !== 'value') return { ...none, state: reading.state, steps, remarks, reads };
  const { value, seen } = reading;
  return {
    state: 'value',
    value: value.toString(),
    shownValue: asText(value),
    nothing: seen === Seen.Nothing,
    steps,
    remarks,
    reads,
  };
}

const same = (unit: UnitFigures): UnitFigures => unit;

/** A unit that has these figures; what is read elsewhere stands among them by the way it is written. */
export function sampleUnit(figures: ReadonlyMap<string, Figure>, months: number | undefined): UnitFigures {
  const get = (written: string): Figure => figures.get(written) ?? missingFigure;
  return {
    unitType: '',
    months: months === undefined ? undefined : Ratio.of(months),
    figures,
    elsewhere: {
      at: (code, offset) =>
        figures.get(`offset([${code}], ${offset})`) ??
        (offset === -1 ? get(`previous([${code}])`) : missingFigure),
      yearToDate: (code) => get(`ytd([${code}])`),
      parent: (code) => get(`parent([${code}])`),
      count: (code) => {
        const figure = get(code === undefined ? 'count()' : `count([${code}])`);
        return figure.state === 'value' ? figure.value : undefined;
      },
    },
  };
}

/** Without a set, whatever is named is taken to be there. */
function scopeOf(
  content: CriteriaSetContent | undefined,
  tree: FormulaNode,
  place: Trial['place'],
): FormulaScope {
  const zeroDeclared = place === 'indicator';
  const gate = place === 'gate';
  if (content !== undefined) {
    const { results, ...rest } = knownIn(content);
    return { ...rest, zeroDeclared, ...(gate && { results }) };
  }
  const codes = [...nodesOf(tree)].flatMap((node) => (node.kind === 'element' ? [node.code] : []));
  const all = new Set(codes);
  return {
    elements: new Map(codes.map((code) => [code, { calculated: false, yesNo: true }])),
    zeroDeclared,
    ...(gate && { results: { points: all, indicators: all } }),
  };
}

type Elements = Pick<CriteriaSetContent, 'dataElements'>;
const formulasIn = (needed: Elements | undefined): string[] =>
  (needed?.dataElements ?? []).flatMap(({ formula }) => formula ?? []);

/** Completes sample figures with the calculated ones among `named`; undefined where that takes too long to wait for. */
export function completeSample(
  content: CriteriaSetContent,
  named: readonly string[],
): ((unit: UnitFigures) => UnitFigures) | undefined {
  const needed = neededOf(content, named);
  return countNodes(formulasIn(needed)) > MOST_NODES_TRIED ? undefined : compileCalculated(needed);
}

/** A formula is tried while somebody waits: with everything it is made of it may be this big. */
const MOST_NODES_TRIED = 2000;

function countNodes(formulas: readonly string[]): number {
  let nodes = 0;
  for (const formula of formulas) {
    const parsed = parseFormula(formula);
    if (parsed.ok) for (const _ of nodesOf(parsed.tree)) nodes += 1;
  }
  return nodes;
}

/** The elements it is made of, without formulas that cannot be run yet (those are missing) and for every type of unit. */
function neededOf(content: CriteriaSetContent, named: readonly string[]): Elements {
  const formulas = new Map(content.dataElements.map(({ code, formula }) => [code, formula]));
  const codes = new Set(withParts(named, (code) => formulas.get(code)));
  const { elements } = knownIn(content);
  const sound = (formula: string): boolean => {
    const parsed = parseFormula(formula);
    if (!parsed.ok) return false;
    const faults = checkFormula(formula, parsed.tree, { elements, zeroDeclared: false });
    return faults.every(({ severity }) => severity === 'warning');
  };
  return {
    dataElements: content.dataElements
      .filter(({ code }) => codes.has(code))
      .map(({ formula, unitTypes: _, ...element }) =>
        formula === undefined || !sound(formula) ? element : { ...element, formula },
      ),
  };
}

const LOOKED_UP = new Set(['previous', 'offset', 'ytd', 'count', 'points', 'value']);

/** What a formula reads of a set; nothing where it has an error of syntax. */
export function readsOfFormula(formula: string, content: CriteriaSetContent): string[] {
  const parsed = parseFormula(formula);
  return parsed.ok ? readsOf(parsed.tree, calculatedElements(content)) : [];
}

/** What sample figures are asked for, each once: of a calculated element, what it is made of. */
function readsOf(tree: FormulaNode, calculated: ReadonlyMap<string, { readonly formula: string }>): string[] {
  const reads = new Set<string>();
  const opened = new Set<string>();
  const walk = (node: FormulaNode): void => {
    if (node.kind === 'element') return readElement(node.code);
    if (node.kind === 'call' && LOOKED_UP.has(node.name)) return void reads.add(printFormula(node));
    for (const child of childrenOf(node)) walk(child);
    if (node.kind === 'call' && node.name === 'share')
      reads.add(`parent(${node.args.map(printFormula).join(', ')})`);
  };
  const readElement = (code: string): void => {
    const parsed = parseFormula(calculated.get(code)?.formula ?? '');
    if (!parsed.ok) reads.add(code);
    else if (!opened.has(code)) {
      opened.add(code);
      walk(parsed.tree);
    }
  };
  walk(tree);
  return [...reads];
}
