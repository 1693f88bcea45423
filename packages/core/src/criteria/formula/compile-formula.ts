import type { Blanks, TraceCode } from '@nhip/contracts';
import { Ratio } from '../../shared/index.js';
import { missingFigure, type Figure, type UnitFigures } from '../domain/figures.js';
import { note } from '../domain/trace.js';
import {
  choiceOf,
  comparisonOf,
  firstOf,
  foldOf,
  junctionOf,
  mapOf,
  negativeOf,
  notOf,
  productOf,
  roundTo,
  sumOf,
} from './operations.js';
import { parseFormula } from './parse-formula.js';
import { printFormula } from './print-formula.js';
import {
  given,
  missing,
  notApplicable,
  Seen,
  seenOf,
  type Answer,
  type Read,
  type ReadFormula,
} from './reading.js';
import type { FormulaNode, NodeOf } from './syntax.js';

/**
 * Makes the reader of a formula: every number of it read once, no text looked at again. The formula must be one that
 * the linter passes; another throws, since sets with errors are never issued.
 */
export function compileFormula(text: string, blanks: Blanks): ReadFormula {
  const parsed = parseFormula(text);
  if (!parsed.ok) throw new Error(`formula with an error: ${parsed.fault.code} ${text.slice(0, 100)}`);
  const read = compileNode(parsed.tree, blanks);
  return (unit, trace, results) => {
    note(trace, 'FORMULA', { formula: text });
    return read(unit, trace, results);
  };
}

function compileNode(node: FormulaNode, blanks: Blanks): Read {
  const compile = (inner: FormulaNode): Read => compileNode(inner, blanks);
  switch (node.kind) {
    case 'number': {
      const value = Ratio.of(node.text);
      const constant = given(node.percent ? value.dividedBy(Ratio.hundred) : value, Seen.NoFigure);
      return () => constant;
    }
    case 'element':
      return figureOf(node.code, printFormula(node), blanks, (unit) => unit.figures.get(node.code));
    case 'sum':
      return sumOf(node.terms.map(({ sign, node: term }) => ({ sign, read: compile(term) })));
    case 'product':
      return productOf(
        node.factors.map(({ operator, node: factor }) => ({ operator, read: compile(factor) })),
      );
    case 'negative':
      return negativeOf(compile(node.node));
    case 'not':
      return notOf(compile(node.node));
    case 'comparison':
      return comparisonOf(node.operator, compile(node.left), compile(node.right));
    case 'and':
      return junctionOf(false, node.parts.map(compile));
    case 'or':
      return junctionOf(true, node.parts.map(compile));
    case 'call':
      return compileCall(node, blanks);
  }
}

function compileCall(node: NodeOf<'call'>, blanks: Blanks): Read {
  const { name, args } = node;
  const arg = (index: number): Read => {
    const found = args[index];
    if (found === undefined) throw new Error(`${name} lacks an argument`);
    return compileNode(found, blanks);
  };
  const values = (): Read[] => args.map((inner) => compileNode(inner, blanks));
  const written = printFormula(node);
  switch (name) {
    case 'sum':
      return foldOf(name, (a, b) => a.plus(b), values());
    case 'min':
      return foldOf(name, (a, b) => Ratio.min(a, b), values());
    case 'max':
      return foldOf(name, (a, b) => Ratio.max(a, b), values());
    case 'if':
      return choiceOf(arg(0), arg(1), arg(2));
    case 'coalesce':
      // Blanks are what it looks for: only the last argument has them counted as the formula declares.
      return firstOf(
        args.map((inner, index) => compileNode(inner, index < args.length - 1 ? 'missing' : blanks)),
      );
    case 'abs':
      return mapOf(name, (value) => value.absolute(), arg(0));
    case 'floor':
      return mapOf(name, (value) => Ratio.of(value.floor()), arg(0));
    case 'ceil':
      return mapOf(name, (value) => Ratio.of(value.ceiling()), arg(0));
    case 'round': {
      const dp = args[1] === undefined ? 0 : (wholeNumber(args[1]) ?? 0);
      return mapOf(name, roundTo(dp), arg(0), `; ${dp}`);
    }
    case 'months':
      return months;
    case 'count': {
      const of = args[0] === undefined ? undefined : codeOf(args[0]);
      return countOf(written, of);
    }
    default:
      return compileLookUp(node, blanks);
  }
}

/** Functions that name something in square brackets and read it somewhere else. */
function compileLookUp(node: NodeOf<'call'>, blanks: Blanks): Read {
  const { name, args } = node;
  const code = args[0] === undefined ? '' : codeOf(args[0]);
  const written = printFormula(node);
  const elsewhere = (get: (from: NonNullable<UnitFigures['elsewhere']>) => Figure): Read =>
    figureOf(code, written, blanks, (unit) => unit.elsewhere && get(unit.elsewhere));
  switch (name) {
    case 'offset': {
      const offset = args[1] === undefined ? 0 : (wholeNumber(args[1]) ?? 0);
      return elsewhere((from) => from.at(code, offset));
    }
    case 'previous':
      return elsewhere((from) => from.at(code, -1));
    case 'ytd':
      return elsewhere((from) => from.yearToDate(code));
    case 'share': {
      const parent = `parent([${code}])`;
      return productOf([
        { operator: '*', read: figureOf(code, `[${code}]`, blanks, (unit) => unit.figures.get(code)) },
        {
          operator: '/',
          read: figureOf(code, parent, blanks, (unit) => unit.elsewhere?.parent(code)),
        },
      ]);
    }
    case 'points':
      return figureOf(`result/${code}`, written, blanks, (_unit, results) => results?.points(code));
    case 'value':
      return figureOf(`indicator/${code}`, written, blanks, (_unit, results) => results?.value(code));
    default:
      throw new Error(`unknown function ${name}`);
  }
}

type Get = (unit: UnitFigures, results: Parameters<Read>[2]) => Figure | undefined;

/**
 * A figure as an operand: a blank is missing, or 0 where the formula declares it. `element` is the key of its name,
 * `written` how the formula says it.
 */
function figureOf(element: string, written: string, blanks: Blanks, get: Get): Read {
  const own = written === `[${element}]`;
  return (unit, trace, results) => {
    const figure = get(unit, results) ?? missingFigure;
    if (trace !== undefined) {
      if (own) unit.explain?.(element, trace);
      note(trace, stepOf(figure, blanks), {
        reading: written,
        element,
        ...(figure.state === 'value' && { value: figure.value }),
      });
    }
    switch (figure.state) {
      case 'value':
        return given(figure.value, seenOf(figure));
      case 'nothing':
        return nothingOccurred;
      case 'not-applicable':
        return notApplicable;
      case 'missing':
        return blanks === 'zero' ? blankAsZero : missing;
    }
  };
}

const nothingOccurred = given(Ratio.zero, Seen.Nothing);
const blankAsZero = given(Ratio.zero, Seen.Something | Seen.Blank);

function stepOf({ state }: Figure, blanks: Blanks): TraceCode {
  switch (state) {
    case 'value':
      return 'FORMULA_FIGURE';
    case 'nothing':
      return 'FORMULA_FIGURE_NOTHING';
    case 'not-applicable':
      return 'FORMULA_FIGURE_NOT_APPLICABLE';
    case 'missing':
      return blanks === 'zero' ? 'FORMULA_FIGURE_BLANK_AS_ZERO' : 'FORMULA_FIGURE_MISSING';
  }
}

/** Not a figure: where the period is not made of whole months, no policy about blanks makes it 0. */
const months: Read = ({ months: count }, trace) => {
  if (count === undefined) {
    note(trace, 'MONTHS_UNKNOWN');
    return missing;
  }
  note(trace, 'MONTHS', { value: count });
  return given(count, Seen.NoFigure);
};

const countOf =
  (written: string, element: string | undefined): Read =>
  ({ elsewhere }, trace): Answer => {
    const value = elsewhere?.count(element);
    if (value === undefined) {
      note(trace, 'COUNT_UNKNOWN', { reading: written });
      return missing;
    }
    note(trace, 'FORMULA_STEP', { operation: written, value });
    return given(value, Seen.NoFigure);
  };

const codeOf = (node: FormulaNode): string => (node.kind === 'element' ? node.code : '');

/** The whole number that is written out (`-2`, `3`); undefined for anything else. */
export function wholeNumber(node: FormulaNode): number | undefined {
  if (node.kind === 'negative') {
    const of = wholeNumber(node.node);
    return of === undefined ? undefined : -of;
  }
  if (node.kind !== 'number' || node.percent || !/^\d{1,9}$/.test(node.text)) return undefined;
  return Number(node.text);
}
