import { formatDecimal, type FindingView, type Language } from '@nhip/contracts';
import { nameIn } from '../../session/language.js';
import { blankPart, toAddress, type QuestionForm } from './question-form.js';

const NUMBER = /^-?\d+(\.\d+)?$/;

/** The address of the checker with what a finding says filled in; undefined for findings of other kinds. */
export function addressOfFinding(finding: FindingView, language: Language): string | undefined {
  const form = formOf(finding, language);
  return form && `/published-figures?${toAddress({ ...form, writing: language }).toString()}`;
}

function formOf({ code, params, found }: FindingView, language: Language): Partial<QuestionForm> | undefined {
  const named = (key: string): string => {
    const value = params[key];
    return value === undefined ? '' : typeof value === 'string' ? value : nameIn(value, language);
  };
  const number = (key: string, text = named(key)): string =>
    NUMBER.test(text) ? formatDecimal(text, language) : text;
  // As it was printed where that is known: `82,50` has two decimals, its value only one.
  const printed = named('text') || number('printed');
  const part = (name: string, value: string) => ({ ...blankPart, name, value });
  const name = named('element') || named('check') || named('indicator');
  switch (code) {
    case 'PCT_NOT_REPRODUCED':
    case 'PCT_ROUND_MODE':
      return {
        kind: 'percentage',
        name,
        printed,
        numerator: number('numerator'),
        parts: [part('', number('denominator'))],
      };
    case 'DENOMINATOR_DIFFERS':
      return {
        kind: 'percentage',
        name,
        printed,
        numerator: number('numerator'),
        parts: [part(named('used'), number('denominator'))],
      };
    case 'IMPLIED_DENOMINATOR':
      return { kind: 'percentage', name, printed, numerator: number('numerator') };
    case 'RATE_WITHOUT_PARTS':
      return { kind: 'percentage', name, printed: number('value') };
    case 'GROWTH_BASE_MISSING':
      return {
        kind: 'growth',
        name,
        printed,
        grown: number('grown', named('grown') || (found ?? '')),
        against: named('against'),
      };
    case 'AVG_IMPLAUSIBLE':
      return { kind: 'average', name, printed, days: number('days'), parts: [part('', number('total'))] };
    case 'PARTS_GAP':
    case 'PARTS_GAP_UNNAMED':
    case 'SOURCE_CONFLICT':
      return {
        kind: 'total',
        name,
        printed: number('right'),
        parts: [part('', number('left'))],
        residual: named('meaning'),
        otherSource: code === 'SOURCE_CONFLICT',
      };
    default:
      return undefined;
  }
}
