import { describe, expect, it } from '@jest/globals';
import { Ratio } from '../../shared/index.js';
import { constantIn, isShort, linearForm, type FormOf, type LinearForm } from './linear-form.js';
import { parseFormula } from './parse-formula.js';

function formOf(text: string, known?: FormOf): LinearForm {
  const parsed = parseFormula(text);
  if (!parsed.ok) throw new Error(text);
  return linearForm(parsed.tree, known);
}
const shown = (text: string, known?: FormOf) =>
  Object.fromEntries(
    [...formOf(text, known)].map(([term, count]) => [term, count.toString().replace(/\/1$/, '')]),
  );

describe('what is left of a formula when it is added up', () => {
  it.each([
    ['1 - 1', {}],
    ['0%', {}],
    ['50%', { '': '1/2' }],
    ['-3', { '': '-3' }],
    ['2 + 3 * 4 / 8', { '': '7/2' }],
    ['[a] - [a]', {}],
    ['[a] + [b] - [a] + 1', { '[b]': '1', '': '1' }],
    ['2 * [a] - [a] - [a]', {}],
    ['3 * ([a] + 2) / 2', { '[a]': '3/2', '': '3' }],
    ['-([a] - [b])', { '[a]': '-1', '[b]': '1' }],
    ['0 * [a] * [b]', {}],
    ['[a] * (2 - 2)', {}],
    ['[a] * [b] - [a] * [b]', {}],
    ['[a] * [b]', { '[a] * [b]': '1' }],
    ['[a] / [a]', { '[a] / [a]': '1' }],
    ['[a] / 0', { '[a] / 0': '1' }],
    ['0 / [a]', { '0 / [a]': '1' }],
    ['sum([a], 2, -2)', { '[a]': '1' }],
    ['min(3, 1, 2)', { '': '1' }],
    ['max(0, 0)', {}],
    ['max(1, 3, 2)', { '': '3' }],
    ['abs(-2)', { '': '2' }],
    ['max([a], 0)', { 'max([a], 0)': '1' }],
    ['min()', { 'min()': '1' }],
    ['round(2)', { 'round(2)': '1' }],
    ['[a] > 1', { '[a] > 1': '1' }],
    ['not [a]', { 'not [a]': '1' }],
  ])('%s', (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  it('puts what is known of a calculated element in its place', () => {
    const known: FormOf = (code) => (code === 'x' ? formOf('2 * [a] + 1') : undefined);
    expect(shown('[x] - [a] * 2', known)).toEqual({ '': '1' });
    expect(shown('[y] - [a]', known)).toEqual({ '[y]': '1', '[a]': '-1' });
  });

  it('is a constant where no figure is left', () => {
    expect(constantIn(formOf('[a] - [a]'))?.toString()).toBe('0/1');
    expect(constantIn(formOf('2 * 3'))?.toString()).toBe('6/1');
    expect(constantIn(formOf('[a]'))).toBeUndefined();
    expect(constantIn(formOf('[a] + 1'))).toBeUndefined();
  });

  it('is short up to 100 terms of 100 characters, the stroke and the denominator among them', () => {
    const form = (terms: number, digits: number): LinearForm =>
      new Map(Array.from({ length: terms }, (_, at) => [String(at), Ratio.of('1'.repeat(digits))]));
    expect([isShort(form(100, 98)), isShort(form(101, 1)), isShort(form(1, 99))]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
