import { formulaFunctions, type FormulaFunction } from '@nhip/contracts';
import { wholeNumber } from './compile-formula.js';
import { constantIn, linearForm, type FormOf } from './linear-form.js';
import { nearestName } from './nearest-name.js';
import { neverZero, nonZeroWhere, type Known } from './non-zero.js';
import type { FormulaFault } from './parse-formula.js';
import { printFormula } from './print-formula.js';
import { childrenOf, nodesOf, placeIn, type FormulaNode, type NodeOf } from './syntax.js';

/** What a formula may name where it stands. */
export interface FormulaScope {
  /** Data elements by code. */
  readonly elements: ReadonlyMap<string, { readonly calculated: boolean; readonly yesNo: boolean }>;
  /** What gates may ask about; absent elsewhere. */
  readonly results?: { readonly points: ReadonlySet<string>; readonly indicators: ReadonlySet<string> };
  /** Division by zero follows a declared policy. */
  readonly zeroDeclared: boolean;
  /** What calculated elements come down to; absent where nothing is known of them. */
  readonly formOf?: FormOf;
}

export interface FormulaRemark extends FormulaFault {
  readonly severity: 'error' | 'warning';
}

const functions = new Map(formulaFunctions.map((one) => [one.name, one]));
const MOST_PERIODS_BACK = 40;
const MOST_DECIMALS = 12;

/** What is wrong in a formula that can be read: names, arguments, divisions, conditions. In the order of the text. */
export function checkFormula(text: string, tree: FormulaNode, scope: FormulaScope): FormulaRemark[] {
  const found: (FormulaRemark & { readonly at: number })[] = [];
  const remark =
    (severity: FormulaRemark['severity']): Say =>
    (code, at, params = {}) =>
      void found.push({ severity, code, at, params: { ...placeIn(text, at), ...params } });
  const error = remark('error');
  const warning = remark('warning');
  for (const node of nodesOf(tree)) if (node.kind === 'call') checkCall(node, scope, error);
  checkElements(tree, scope, error);
  checkDivisions(tree, scope, new Set(), error);
  checkConditions(tree, scope, warning);
  checkCommas(text, tree, warning);
  return found.sort((a, b) => a.at - b.at).map(({ at: _, ...rest }) => rest);
}

type Say = (code: FormulaFault['code'], at: number, params?: FormulaFault['params']) => void;

const written = (node: FormulaNode): string => {
  const text = printFormula(node);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
};

function checkCall(node: NodeOf<'call'>, { results }: FormulaScope, error: Say): void {
  const { name, args, at } = node;
  const known = functions.get(name);
  if (known === undefined) {
    const names = results === undefined ? [...functions.values()].filter(outsideGates) : functions.values();
    const suggestion = nearestName(
      name,
      [...names].map((one) => one.name),
    );
    return error('FORMULA_UNKNOWN_FUNCTION', at, { name, suggestion });
  }
  if (results === undefined && !outsideGates(known)) return error('FORMULA_GATE_ONLY', at, { name });
  const { least, most = Infinity } = known;
  if (args.length < least || args.length > most)
    return error('FORMULA_ARGUMENTS', at, { name, found: String(args.length), count: countOf(known) });
  const [first, second] = args;
  if (known.names !== undefined && first !== undefined && first.kind !== 'element')
    error('FORMULA_ARGUMENT_ELEMENT', first.at, { name, found: written(first) });
  if (second === undefined) return;
  const whole = wholeNumber(second);
  if (name === 'offset' && (whole === undefined || whole >= 0 || whole < -MOST_PERIODS_BACK))
    error('FORMULA_OFFSET', second.at, { found: written(second) });
  if (name === 'round' && (whole === undefined || whole < 0 || whole > MOST_DECIMALS))
    error('FORMULA_DECIMALS', second.at, { found: written(second) });
}

const outsideGates = ({ names }: FormulaFunction): boolean => names !== 'points' && names !== 'indicator';

const countOf = ({ least, most }: FormulaFunction): string =>
  most === undefined ? `≥ ${least}` : most === least ? String(least) : `${least}–${most}`;

/** Codes in square brackets: known, and entered where another period or unit is asked for. */
function checkElements(tree: FormulaNode, { elements, results }: FormulaScope, error: Say): void {
  const look = (node: FormulaNode): void => {
    if (node.kind === 'call') {
      const names = functions.get(node.name)?.names;
      const [first, ...others] = node.args;
      if (names !== undefined && first?.kind === 'element') {
        if (names === 'element') {
          known(first);
          if (elements.get(first.code)?.calculated === true)
            error('FORMULA_CALCULATED_ELSEWHERE', first.at, { name: node.name, code: first.code });
        } else if (results !== undefined) {
          const codes = names === 'points' ? results.points : results.indicators;
          if (!codes.has(first.code))
            error('FORMULA_RESULT_UNKNOWN', first.at, {
              code: first.code,
              suggestion: nearestName(first.code, codes),
            });
        }
        others.forEach(look);
        return;
      }
    }
    if (node.kind === 'element') known(node);
    childrenOf(node).forEach(look);
  };
  const known = ({ code, at }: NodeOf<'element'>): void => {
    if (!elements.has(code))
      error('FORMULA_ELEMENT_UNKNOWN', at, { code, suggestion: nearestName(code, elements.keys()) });
  };
  look(tree);
}

type Divided = Pick<FormulaScope, 'zeroDeclared' | 'formOf'>;

/** Divisions: by what comes down to zero nowhere; by what can be zero only where a policy or the formula itself says what then. */
function checkDivisions(node: FormulaNode, scope: Divided, known: Known, error: Say): void {
  const below = (inner: FormulaNode, more: Known = known, within: Divided = scope): void =>
    checkDivisions(inner, within, more, error);
  const declared = scope.zeroDeclared;
  if (node.kind === 'product')
    for (const { operator, node: divisor } of node.factors) {
      if (operator !== '/') continue;
      const constant = constantIn(linearForm(divisor, scope.formOf));
      if (constant?.isZero() === true) error('DIVISION_BY_ZERO', divisor.at);
      else if (!declared && constant === undefined && !neverZero(divisor, known))
        error('DIVISION_UNGUARDED', divisor.at, { found: written(divisor) });
    }
  if (node.kind === 'call' && node.name === 'share' && !declared)
    error('DIVISION_UNGUARDED', node.at, { found: `parent(${node.args.map(written).join(', ')})` });
  if (node.kind === 'call' && node.name === 'if') {
    const [condition, then, otherwise] = node.args;
    if (condition !== undefined) {
      below(condition);
      if (then !== undefined) below(then, nonZeroWhere(condition, true, known));
      if (otherwise !== undefined) below(otherwise, nonZeroWhere(condition, false, known));
      return;
    }
  }
  if (node.kind === 'call' && node.name === 'coalesce') {
    const last = node.args.length - 1;
    return node.args.forEach((arg, index) =>
      below(arg, known, { ...scope, zeroDeclared: declared || index < last }),
    );
  }
  if (node.kind === 'and' || node.kind === 'or') {
    let guarded = known;
    for (const part of node.parts) {
      below(part, guarded);
      guarded = nonZeroWhere(part, node.kind === 'and', guarded);
    }
    return;
  }
  for (const child of childrenOf(node)) below(child);
}

type Kind = 'condition' | 'number' | 'either';

function kindOf(node: FormulaNode, scope: FormulaScope): Kind {
  switch (node.kind) {
    case 'comparison':
    case 'and':
    case 'or':
    case 'not':
      return 'condition';
    case 'number':
      return node.text === '1' || node.text === '0' ? 'either' : 'number';
    case 'element':
      return scope.elements.get(node.code)?.yesNo === false ? 'number' : 'either';
    case 'call': {
      const values =
        node.name === 'if' ? node.args.slice(1) : node.name === 'coalesce' ? node.args : undefined;
      if (values === undefined) return functions.get(node.name)?.names === undefined ? 'number' : 'either';
      const kinds = new Set(values.map((value) => kindOf(value, scope)).filter((kind) => kind !== 'either'));
      const [kind] = kinds;
      return kinds.size === 1 && kind !== undefined ? kind : 'either';
    }
    case 'sum':
    case 'product':
    case 'negative':
      return 'number';
  }
}

/** A number where a condition should stand, and a condition within arithmetic: both are read, and seldom meant. */
function checkConditions(tree: FormulaNode, scope: FormulaScope, warning: Say): void {
  const expect = (kind: 'condition' | 'number', node: FormulaNode): void => {
    const is = kindOf(node, scope);
    if (is === 'either' || is === kind) return;
    const code = kind === 'condition' ? 'FORMULA_CONDITION_EXPECTED' : 'FORMULA_NUMBER_EXPECTED';
    warning(code, node.at, { found: written(node) });
  };
  if (scope.results !== undefined) expect('condition', tree);
  for (const node of nodesOf(tree)) {
    switch (node.kind) {
      case 'and':
      case 'or':
        node.parts.forEach((part) => expect('condition', part));
        break;
      case 'not':
        expect('condition', node.node);
        break;
      case 'sum':
      case 'product':
      case 'negative':
      case 'comparison':
        childrenOf(node).forEach((child) => expect('number', child));
        break;
      case 'call':
        if (node.name === 'if') node.args.slice(0, 1).forEach((arg) => expect('condition', arg));
        else if (node.name !== 'coalesce') node.args.forEach((arg) => expect('number', arg));
        break;
      case 'number':
      case 'element':
        break;
    }
  }
}

/** `min(2, 0,8)`: a decimal comma makes two arguments. */
function checkCommas(text: string, tree: FormulaNode, warning: Say): void {
  for (const { 0: comma, index } of text.matchAll(/(?<![\w.[-])\d+,\d+(?![\w.])/g)) {
    if (countIsRight(callAround(text, tree, index))) continue;
    const [whole = '', decimals = ''] = comma.split(',');
    warning('FORMULA_COMMA', index, {
      found: comma,
      expected: `${whole}.${decimals}`,
      apart: `${whole}, ${decimals}`,
    });
  }
}

/** Of a function that takes exactly so many, `if(…,0,1)`: with a decimal comma there would be too few. */
function countIsRight(call: NodeOf<'call'> | undefined): boolean {
  const known = call && functions.get(call.name);
  return known !== undefined && known.least === known.most && call?.args.length === known.least;
}

/** The call whose brackets a place stands in. */
function callAround(text: string, tree: FormulaNode, place: number): NodeOf<'call'> | undefined {
  let open = place - 1;
  for (let closed = 0; open >= 0 && (closed > 0 || text[open] !== '('); open -= 1) {
    if (text[open] === ')') closed += 1;
    else if (text[open] === '(') closed -= 1;
  }
  for (const node of nodesOf(tree))
    if (node.kind === 'call' && node.at < open && text.slice(node.at + node.name.length, open).trim() === '')
      return node;
  return undefined;
}
