import { Ratio } from '../../shared/index.js';
import { printFormula } from './print-formula.js';
import type { FormulaNode } from './syntax.js';

/** A formula as terms by how they are written, each so many times; the plain number is written ''. None is 0 times. */
export type LinearForm = ReadonlyMap<string, Ratio>;
/** The form of a calculated element; undefined of one that is filled in. */
export type FormOf = (code: string) => LinearForm | undefined;

const PLAIN = '';
const plain = (value: Ratio): LinearForm => new Map(value.isZero() ? [] : [[PLAIN, value]]);

const MOST_TERMS = 100;
const LONGEST_NUMBER = 100;
/** Short enough to be put in place of its element, however many are made of one another. */
export const isShort = (form: LinearForm): boolean =>
  form.size <= MOST_TERMS && [...form.values()].every((count) => count.toString().length <= LONGEST_NUMBER);

/** The number that it is whatever the figures; undefined where it depends on them. */
export function constantIn(form: LinearForm): Ratio | undefined {
  if (form.size === 0) return Ratio.zero;
  return form.size === 1 ? form.get(PLAIN) : undefined;
}

/** What is left of a formula when its sums are added up: `[a] + [b] - [a] + 2 * 3` is [b] once and 6. */
export function linearForm(node: FormulaNode, formOf: FormOf = () => undefined): LinearForm {
  const form = (inner: FormulaNode): LinearForm => linearForm(inner, formOf);
  const single: LinearForm = new Map([[printFormula(node), Ratio.one]]);
  switch (node.kind) {
    case 'number': {
      const value = Ratio.of(node.text);
      return plain(node.percent ? value.dividedBy(Ratio.hundred) : value);
    }
    case 'element':
      return formOf(node.code) ?? single;
    case 'negative':
      return times(form(node.node), Ratio.of(-1));
    case 'sum':
      return added(
        node.terms.map(({ sign, node: term }) =>
          sign === '+' ? form(term) : times(form(term), Ratio.of(-1)),
        ),
      );
    case 'product':
      return product(node.factors.map(({ operator, node: factor }) => [operator, form(factor)])) ?? single;
    case 'call':
      return called(node.name, node.args.map(form)) ?? single;
    case 'not':
    case 'comparison':
    case 'and':
    case 'or':
      return single;
  }
}

function times(form: LinearForm, factor: Ratio): LinearForm {
  return factor.isZero() ? new Map() : new Map([...form].map(([term, count]) => [term, count.times(factor)]));
}

function added(forms: readonly LinearForm[]): LinearForm {
  const sum = new Map<string, Ratio>();
  for (const form of forms)
    for (const [term, count] of form) sum.set(term, (sum.get(term) ?? Ratio.zero).plus(count));
  return new Map([...sum].filter(([, count]) => !count.isZero()));
}

/** A product of numbers and at most one other; undefined where there are more, or a divisor that is no number. */
function product(factors: readonly (readonly ['*' | '/', LinearForm])[]): LinearForm | undefined {
  let number = Ratio.one;
  let other: LinearForm | undefined;
  let more = false;
  for (const [operator, form] of factors) {
    const constant = constantIn(form);
    if (constant !== undefined && operator === '*') number = number.times(constant);
    else if (constant !== undefined && !constant.isZero()) number = number.dividedBy(constant);
    else if (operator === '/') return undefined;
    else if (other === undefined) other = form;
    else more = true;
  }
  if (number.isZero()) return plain(number);
  if (more) return undefined;
  return other === undefined ? plain(number) : times(other, number);
}

function called(name: string, args: readonly LinearForm[]): LinearForm | undefined {
  if (name === 'sum') return added(args);
  const numbers = args.flatMap((arg) => constantIn(arg) ?? []);
  const [first, ...others] = numbers;
  if (first === undefined || numbers.length < args.length) return undefined;
  if (name === 'min') return plain(Ratio.min(first, ...others));
  if (name === 'max') return plain(Ratio.max(first, ...others));
  return name === 'abs' ? plain(first.absolute()) : undefined;
}
