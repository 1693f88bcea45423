import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Ratio, valueOrThrow } from '../../shared/index.js';
import {
  identifyDenominator,
  impliedBases,
  impliedDenominators,
  impliedNumerators,
  percentage,
  rankBefore,
  readPrinted,
  reproduce,
  type Verdict,
} from './published-figure.js';

interface SamplePercentage {
  readonly id: string;
  readonly num: number;
  readonly den: number;
  readonly dp: number;
  readonly printed: string;
  readonly exact: string;
  readonly halfUp: string;
  readonly trunc: string;
  readonly verdict: Verdict;
  readonly candidates: readonly { readonly name: string; readonly value: number }[];
}
const samples = JSON.parse(
  readFileSync(new URL('../../../../../samples/percentages.json', import.meta.url), 'utf8'),
) as readonly SamplePercentage[];

const printed = (text: string) => valueOrThrow(readPrinted(text));
const share = (numerator: number, denominator: number) =>
  percentage(Ratio.of(numerator), Ratio.of(denominator)) ?? Ratio.zero;

describe('acceptance: the six printed percentages with published parts', () => {
  it('are six: six reproduce under truncation, four under half-up', () => {
    expect(samples.map(({ verdict }) => verdict)).toEqual([
      'both',
      'both',
      'both',
      'both',
      'truncation-only',
      'truncation-only',
    ]);
  });

  it.each(samples.map((sample) => [sample.id, sample.printed, sample] as const))(
    '%s %s',
    (_id, text, sample) => {
      const value = printed(text);
      expect(value.decimals).toBe(sample.dp);
      const found = reproduce(share(sample.num, sample.den), value);
      expect(found).toMatchObject({
        verdict: sample.verdict,
        halfUp: sample.halfUp,
        truncated: sample.trunc,
      });
      expect(found.exact.toDecimal(6)).toBe(sample.exact);
    },
  );

  it.each(samples.map((sample) => [sample.id, sample] as const))(
    '%s is reproduced by one denominator only',
    (_id, sample) => {
      const candidates = sample.candidates.map(({ name, value }) => ({ name, value: Ratio.of(value) }));
      const found = identifyDenominator(printed(sample.printed), Ratio.of(sample.num), candidates);
      expect(found.filter(({ verdict }) => verdict !== 'neither').map(({ name }) => name)).toEqual([
        candidates[0]?.name,
      ]);
    },
  );

  it('the centre counts over resolved, the communes over received', () => {
    expect(share(8906, 10551).toDecimal(2)).toBe('84.41');
    expect(share(14210, 82285).toDecimal(2)).toBe('17.27');
    expect(samples.map(({ candidates }) => candidates[0]?.name)).toEqual([
      'resolved',
      'resolved',
      'received',
      'received',
      'digitised',
      'services',
    ]);
  });
});

describe('acceptance: values that follow from the published figures', () => {
  it('an unpublished denominator lies in 2534..2548 or 2527..2540', () => {
    const online = Ratio.of(437);
    expect(impliedDenominators(printed('17,2%'), online, 'half-up')).toEqual({ from: 2534n, to: 2548n });
    expect(impliedDenominators(printed('17,2%'), online, 'truncate')).toEqual({ from: 2527n, to: 2540n });
  });

  it('a growth of 10,1 times has base 73 if "to", under half-up only, and 66 if "by", under truncation only', () => {
    const grown = Ratio.of(737);
    expect(impliedBases(printed('10,1'), grown, 'to', 'half-up')).toEqual({ from: 73n, to: 73n });
    expect(impliedBases(printed('10,1'), grown, 'to', 'truncate')).toBeUndefined();
    expect(impliedBases(printed('10,1'), grown, 'by', 'truncate')).toEqual({ from: 66n, to: 66n });
    expect(impliedBases(printed('10,1'), grown, 'by', 'half-up')).toBeUndefined();
  });

  it('third in 2019, one place up, was fourth in 2018', () => {
    expect(rankBefore(3, 1)).toBe(4);
    expect(rankBefore(1, -1)).toBeUndefined();
  });

  it.each([
    ['returned of received', 34803, 35230, '98.79', '98.78'],
    ['level 3 of online', 149, 737, '20.22', '20.21'],
    ['land tax of online', 588, 737, '79.78', '79.78'],
    ['public post of received', 66, 35230, '0.19', '0.18'],
    ['late of resolved', 272, 10816, '2.51', '2.51'],
    ['residual of received', 76, 82361, '0.09', '0.09'],
    ['digitised of returned', 9363, 34253, '27.33', '27.33'],
    ['system of record of unit reports', 34253, 93101, '36.79', '36.79'],
    ['level 2 of services', 8, 37, '21.62', '21.62'],
    ['electronic results of digitised', 5990, 9363, '63.98', '63.97'],
    ['level 3 of services', 29, 37, '78.38', '78.37'],
  ])('%s: %i of %i is %s half-up, %s truncated', (_what, numerator, denominator, halfUp, truncated) => {
    expect(share(numerator, denominator).toDecimal(2)).toBe(halfUp);
    expect(share(numerator, denominator).toDecimal(2, 'truncate')).toBe(truncated);
  });

  it('sums of rounded shares differ from the rounded sum', () => {
    expect(share(8906 + 1638, 10816).toDecimal(2)).toBe('97.49');
    expect(Ratio.of('82.34').plus(Ratio.of('15.14')).toDecimal(2)).toBe('97.48');
    expect(share(14210 + 68075, 82361).toDecimal(2)).toBe('99.91');
    expect(Ratio.of('17.25').plus(Ratio.of('82.65')).toDecimal(2)).toBe('99.90');
  });
});

describe('the published-figure checker', () => {
  it('says by how much a value is off', () => {
    const found = reproduce(Ratio.of('1/8').times(Ratio.hundred), printed('12,4 %'));
    expect(found.verdict).toBe('neither');
    expect(found.residual.toString()).toBe('-1/10');
    expect(reproduce(Ratio.of('12.45'), printed('12,5')).verdict).toBe('half-up-only');
  });

  it('refuses what is no number, and leaves out a denominator of zero', () => {
    expect(readPrinted('nhóm cao nhất')).toMatchObject({ ok: false, code: 'NUMBER_NOT_A_NUMBER' });
    expect(percentage(Ratio.one, Ratio.zero)).toBeUndefined();
    expect(identifyDenominator(printed('5'), Ratio.one, [{ name: 'none', value: Ratio.zero }])).toEqual([]);
  });

  it('knows when nothing bounds or nothing fits the missing part', () => {
    expect(impliedDenominators(printed('0,0'), Ratio.of(3), 'half-up')).toEqual({ from: 6001n, to: null });
    expect(impliedDenominators(printed('5'), Ratio.zero, 'half-up')).toBeUndefined();
    expect(impliedDenominators(printed('0'), Ratio.zero, 'truncate')).toEqual({ from: 1n, to: null });
    expect(impliedDenominators(printed('0,0'), Ratio.zero, 'half-up')).toEqual({ from: 1n, to: null });
    expect(impliedNumerators(printed('17,2'), Ratio.of(2540), 'half-up')).toEqual({ from: 436n, to: 438n });
    expect(impliedNumerators(printed('0'), Ratio.of(100), 'half-up')).toEqual({ from: 0n, to: 0n });
    expect(impliedNumerators(printed('33,3'), Ratio.of(2), 'half-up')).toBeUndefined();
    expect(impliedNumerators(printed('33,3'), Ratio.zero, 'half-up')).toBeUndefined();
  });

  const parts = fc.tuple(fc.integer({ min: 1, max: 2000 }), fc.integer({ min: 1, max: 2000 }));
  const mode = fc.constantFrom('half-up' as const, 'truncate' as const);
  const decimals = fc.integer({ min: 0, max: 3 });

  it('property: the implied ranges hold exactly the parts that print as given', () => {
    fc.assert(
      fc.property(parts, decimals, mode, ([numerator, denominator], dp, how) => {
        const value = { value: Ratio.of(share(numerator, denominator).toDecimal(dp, how)), decimals: dp };
        const prints = (n: bigint, d: bigint): boolean =>
          n >= 0n && d >= 1n && Ratio.of(Ratio.fraction(n * 100n, d).toDecimal(dp, how)).equals(value.value);
        const below = impliedDenominators(value, Ratio.of(numerator), how);
        const above = impliedNumerators(value, Ratio.of(denominator), how);
        if (!below || !above || above.to === null) throw new Error('the parts themselves print as given');
        const [n, d] = [BigInt(numerator), BigInt(denominator)];
        expect([prints(n, below.from), prints(n, below.from - 1n)]).toEqual([true, false]);
        if (below.to !== null) expect([prints(n, below.to), prints(n, below.to + 1n)]).toEqual([true, false]);
        expect([prints(above.from, d), prints(above.from - 1n, d)]).toEqual([true, false]);
        expect([prints(above.to, d), prints(above.to + 1n, d)]).toEqual([true, false]);
      }),
    );
  });

  it('property: a value printed under a mode reproduces under that mode', () => {
    fc.assert(
      fc.property(parts, decimals, mode, ([numerator, denominator], dp, how) => {
        const exact = share(numerator, denominator);
        const { verdict } = reproduce(exact, { value: Ratio.of(exact.toDecimal(dp, how)), decimals: dp });
        expect(['both', how === 'half-up' ? 'half-up-only' : 'truncation-only']).toContain(verdict);
      }),
    );
  });
});
