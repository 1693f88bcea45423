import { Ratio, round } from '../../shared/index.js';
import { asText, note, type Trace } from '../domain/trace.js';
import { holds } from '../domain/compare.js';
import {
  given,
  missing,
  notApplicable,
  Seen,
  zeroDenominator,
  type Answer,
  type Given,
  type Read,
  type Undecided,
} from './reading.js';
import type { FormulaComparison } from './syntax.js';

/** A number inside an operation as a calculator takes it: below zero in brackets. */
const operand = (value: Ratio): string => (value.sign() < 0 ? `(${asText(value)})` : asText(value));
const step = (trace: Trace, operation: () => string, value: Ratio): void => {
  if (trace !== undefined) note(trace, 'FORMULA_STEP', { operation: operation(), value });
};

/**
 * The values of a sum, a smallest or a largest: what does not apply is left out (all of it: not applicable), one
 * missing leaves the whole missing. Every part is read, so that the trace shows all of them.
 */
export function together(answers: readonly Answer[]): readonly Given[] | Answer {
  if (answers.some(({ state }) => state === 'missing')) return missing;
  if (answers.some(({ state }) => state === 'zero-denominator')) return zeroDenominator(allSeen(answers));
  const values = answers.flatMap((answer) => (answer.state === 'value' ? [answer] : []));
  return values.length === 0 ? notApplicable : values;
}

/** The values of a product or a comparison: what does not apply makes the whole not applicable. */
function all(answers: readonly Answer[]): readonly Given[] | Answer {
  if (answers.some(({ state }) => state === 'not-applicable')) return notApplicable;
  return together(answers);
}

const isAnswer = (result: readonly Given[] | Answer): result is Answer => 'state' in result;
const allSeen = (answers: readonly Answer[]): Seen =>
  answers.reduce<Seen>((all, { seen }) => all | seen, Seen.NoFigure);

/** A number that no set of an administration means; it ends here instead of keeping the machine busy. */
function tooLong(trace: Trace): Undecided {
  note(trace, 'FORMULA_TOO_LONG_A_NUMBER');
  return missing;
}

/** Which of two reasons for having no number is told: missing before a division by zero before not applicable. */
function graver(a: Undecided | undefined, b: Undecided): Undecided {
  if (a === undefined || a.state === 'not-applicable') return b;
  return b.state === 'missing' ? b : a;
}

const signBefore = (sign: '+' | '-', first: boolean): string =>
  first ? (sign === '+' ? '' : '−') : sign === '+' ? ' + ' : ' − ';

/** `a + b − c`. Plain loops, here and below: sums and products are what scoring spends its time in. */
export const sumOf =
  (terms: readonly { readonly sign: '+' | '-'; readonly read: Read }[]): Read =>
  (unit, trace, results) => {
    let sum: Ratio | undefined;
    let seen = Seen.NoFigure;
    let reason: Undecided | undefined;
    let operation = '';
    for (const { sign, read } of terms) {
      const answer = read(unit, trace, results);
      seen |= answer.seen;
      if (answer.state !== 'value') {
        reason = graver(reason, answer);
        continue;
      }
      const { value } = answer;
      if (trace !== undefined) operation += signBefore(sign, operation === '') + operand(value);
      const signed = sign === '+' ? value : value.negated();
      sum = sum === undefined ? signed : sum.plus(signed);
      if (sum.isRunaway()) return tooLong(trace);
    }
    if (reason?.state === 'zero-denominator') return zeroDenominator(seen);
    if (reason !== undefined && (sum === undefined || reason.state !== 'not-applicable')) return reason;
    if (sum === undefined) return notApplicable;
    note(trace, 'FORMULA_STEP', { operation, value: sum });
    return given(sum, seen);
  };

/** `a × b ÷ c`. */
export const productOf =
  (factors: readonly { readonly operator: '*' | '/'; readonly read: Read }[]): Read =>
  (unit, trace, results) => {
    let product = Ratio.one;
    let seen = Seen.NoFigure;
    let reason: Undecided | undefined;
    let byZero = false;
    let operation = '';
    for (const { operator, read } of factors) {
      const answer = read(unit, trace, results);
      seen |= answer.seen;
      if (answer.state !== 'value') {
        // What does not apply makes the whole not applicable, whatever is missing beside it.
        if (reason?.state !== 'not-applicable')
          reason = answer.state === 'not-applicable' ? answer : graver(reason, answer);
        continue;
      }
      const { value } = answer;
      if (trace !== undefined)
        operation += `${operation === '' ? '' : operator === '*' ? ' × ' : ' ÷ '}${operand(value)}`;
      if (operator === '*') product = product.times(value);
      else if (value.isZero()) byZero = true;
      else product = product.dividedBy(value);
      if (product.isRunaway()) return tooLong(trace);
    }
    if (reason !== undefined) return reason.state === 'zero-denominator' ? zeroDenominator(seen) : reason;
    if (byZero) {
      note(trace, 'FORMULA_DIVISION_BY_ZERO', { operation });
      return zeroDenominator(seen);
    }
    note(trace, 'FORMULA_STEP', { operation, value: product });
    return given(product, seen);
  };

/** A function over one or more values, from the left: `sum`, `min`, `max`. */
export const foldOf =
  (name: string, fold: (a: Ratio, b: Ratio) => Ratio, args: readonly Read[]): Read =>
  (unit, trace, results) => {
    const values = together(args.map((read) => read(unit, trace, results)));
    if (isAnswer(values)) return values;
    let result: Ratio | undefined;
    for (const { value } of values) {
      result = result === undefined ? value : fold(result, value);
      if (result.isRunaway()) return tooLong(trace);
    }
    if (result === undefined) return notApplicable;
    step(trace, () => `${name}(${values.map(({ value }) => asText(value)).join('; ')})`, result);
    return given(result, allSeen(values));
  };

/** A function of one value; what else it is told stands in `rest` of the trace (`; 2`). */
export const mapOf =
  (name: string, map: (value: Ratio) => Ratio, arg: Read, rest = ''): Read =>
  (unit, trace, results) => {
    const answer = arg(unit, trace, results);
    if (answer.state !== 'value') return answer;
    const result = map(answer.value);
    step(trace, () => `${name}(${asText(answer.value)}${rest})`, result);
    return given(result, answer.seen);
  };

export const roundTo =
  (dp: number) =>
  (value: Ratio): Ratio =>
    round(value, { mode: 'half-up', dp });

export const negativeOf =
  (read: Read): Read =>
  (unit, trace, results) => {
    const answer = read(unit, trace, results);
    return answer.state === 'value' ? given(answer.value.negated(), answer.seen) : answer;
  };

const truth = (met: boolean): Ratio => (met ? Ratio.one : Ratio.zero);
export const isTrue = (value: Ratio): boolean => !value.isZero();

const SIGNS: Readonly<Record<FormulaComparison, string>> = {
  '<': '<',
  '<=': '≤',
  '=': '=',
  '<>': '≠',
  '>=': '≥',
  '>': '>',
};

export const comparisonOf =
  (operator: FormulaComparison, left: Read, right: Read): Read =>
  (unit, trace, results) => {
    const values = all([left(unit, trace, results), right(unit, trace, results)]);
    if (isAnswer(values)) return values;
    const [a, b] = values as [Given, Given];
    const met = operator === '<>' ? !a.value.equals(b.value) : holds(a.value, operator, b.value);
    if (trace !== undefined) {
      const operation = `${operand(a.value)} ${SIGNS[operator]} ${operand(b.value)}`;
      note(trace, met ? 'FORMULA_HOLDS' : 'FORMULA_FAILS', { operation });
    }
    return given(truth(met), allSeen(values));
  };

/**
 * `and`, `or`: parts are read from the left until one of them decides, whatever is unknown before it; if none does,
 * they are taken together as in a sum.
 */
export const junctionOf =
  (decides: boolean, parts: readonly Read[]): Read =>
  (unit, trace, results) => {
    const answers: Answer[] = [];
    for (const read of parts) {
      const answer = read(unit, trace, results);
      if (answer.state === 'value' && isTrue(answer.value) === decides)
        return given(truth(decides), answer.seen);
      answers.push(answer);
    }
    const values = together(answers);
    return isAnswer(values) ? values : given(truth(!decides), allSeen(values));
  };

export const notOf =
  (read: Read): Read =>
  (unit, trace, results) => {
    const answer = read(unit, trace, results);
    return answer.state === 'value' ? given(truth(!isTrue(answer.value)), answer.seen) : answer;
  };

/** Only the value that is taken is read, so a condition guards a division. */
export const choiceOf =
  (condition: Read, then: Read, otherwise: Read): Read =>
  (unit, trace, results) => {
    const answer = condition(unit, trace, results);
    if (answer.state !== 'value') return answer;
    const met = isTrue(answer.value);
    note(trace, met ? 'FORMULA_IF_TRUE' : 'FORMULA_IF_FALSE');
    const chosen = (met ? then : otherwise)(unit, trace, results);
    const seen = answer.seen | chosen.seen;
    if (chosen.state === 'zero-denominator') return zeroDenominator(seen);
    return chosen.state === 'value' ? given(chosen.value, seen) : chosen;
  };

/** The first that has a value; without one, missing if any of them is. */
export const firstOf =
  (args: readonly Read[]): Read =>
  (unit, trace, results) => {
    let last: Answer = notApplicable;
    for (const [index, read] of args.entries()) {
      const answer = read(unit, trace, results);
      if (answer.state === 'value') {
        if (index > 0) note(trace, 'FORMULA_COALESCE', { place: String(index + 1), value: answer.value });
        return answer;
      }
      if (last.state !== 'missing') last = answer;
    }
    return last;
  };
