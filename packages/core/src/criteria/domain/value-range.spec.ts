import { describe, expect, it } from '@jest/globals';
import type { DataElement } from '@nhip/contracts';
import { criteriaSet, element, indicator } from '../../testing/criteria-set.js';
import { valueRange } from './value-range.js';

const { dataElements } = criteriaSet([indicator('i')], {
  dataElements: [
    element('count'),
    element('rank', { kind: 'rank' }),
    element('rate', { kind: 'rate' }),
    element('tier', { kind: 'text-tier', tiers: [{ vi: 'A' }, { vi: 'B' }] }),
    element('yes', { kind: 'yes-no' }),
    element('yes-each-month', { kind: 'yes-no', frequency: 'monthly' }),
    element('yes-worked-out', { kind: 'yes-no', formula: '[yes] + [yes]' }),
    element('amount', { kind: 'amount' }),
  ],
});
const elements = new Map<string, DataElement>(dataElements.map((one) => [one.code, one]));
const range = (rest: Parameters<typeof indicator>[1]) => {
  const [one] = criteriaSet([indicator('i', rest)], { dataElements }).indicators;
  if (one === undefined) throw new Error('no indicator');
  return valueRange(one, elements);
};
const whole = { denominator: undefined, shownAs: 'number' as const };
const from = (...plus: string[]) => ({ ...whole, numerator: { plus } });

describe('the values that can come out', () => {
  it('are those of a percentage where the numerator is declared a part', () => {
    expect(range({ declaredPart: true })).toEqual({ lowest: '0', highest: '100' });
    expect(range({})).toBeUndefined();
    expect(range({ declaredPart: true, shownAs: 'number' })).toEqual({ lowest: '0', highest: '1' });
    expect(range({ ...whole, shownAs: 'percent', declaredPart: true })).toBeUndefined();
  });

  it.each([['count'], ['rate']])('are not below zero of a %s', (code) => {
    expect(range(from(code))).toEqual({ lowest: '0', highest: null });
  });

  it('are the places of a rank or a tier, from 1, where it stands alone', () => {
    expect(range(from('rank'))).toEqual({ lowest: '1', highest: null });
    expect(range(from('tier'))).toEqual({ lowest: '1', highest: '2' });
    expect(range(from('tier', 'tier'))).toEqual({ lowest: '0', highest: null });
    expect(range({ numerator: { plus: ['rank'] }, denominator: { plus: ['count'] } })).toEqual({
      lowest: '0',
      highest: null,
    });
  });

  it('are zero or one of each yes and no of the period', () => {
    expect(range(from('yes'))).toEqual({ lowest: '0', highest: '1' });
    expect(range(from('yes', 'yes'))).toEqual({ lowest: '0', highest: '2' });
    for (const more of ['yes-each-month', 'yes-worked-out', 'count'])
      expect(range(from('yes', more))).toEqual({ lowest: '0', highest: null });
    expect(range({ numerator: { plus: ['yes'] }, denominator: { plus: ['count'] } })).toEqual({
      lowest: '0',
      highest: null,
    });
  });

  it('may be anything of an amount, a difference, a formula or what is not known', () => {
    expect(range(from('amount'))).toBeUndefined();
    expect(range(from('count', 'amount'))).toBeUndefined();
    expect(range(from('nowhere'))).toBeUndefined();
    expect(range(from('count', 'nowhere'))).toBeUndefined();
    expect(range({ ...whole, numerator: { plus: ['count'], minus: ['rank'] } })).toBeUndefined();
    for (const formula of ['[amount] + 1', '[nowhere]', '[count] - [rank]', '[count] +'])
      expect(range({ ...whole, numerator: { formula } })).toBeUndefined();
    expect(range({ ...whole, numerator: { constant: '1' } })).toBeUndefined();
  });

  it('are not below zero of a formula that cannot come below it', () => {
    expect(range({ ...whole, numerator: { formula: '[count] + 2 * [yes]' } })).toEqual({
      lowest: '0',
      highest: null,
    });
    expect(range({ numerator: { formula: '[yes]' }, denominator: { plus: ['count'] } })).toEqual({
      lowest: '0',
      highest: null,
    });
  });
});
