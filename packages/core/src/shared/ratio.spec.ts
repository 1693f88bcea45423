import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Ratio } from './ratio.js';
import { round, roundToText, type Rounding } from './rounding.js';

const integer = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n });
const positive = fc.bigInt({ min: 1n, max: 10n ** 9n });
const ratio = fc.tuple(integer, positive).map(([n, d]) => Ratio.fraction(n, d));
const text = (value: Ratio): string => value.toString();

describe('exact ratio', () => {
  it.each([
    ['0', '0/1'],
    ['12.50', '25/2'],
    ['-0.25', '-1/4'],
    ['6/4', '3/2'],
    ['-6/4', '-3/2'],
    ['0/7', '0/1'],
    ['+3', '3/1'],
  ])('reads %s as %s', (from, to) => {
    expect(text(Ratio.of(from))).toBe(to);
  });

  it.each(['', ' 1', '1,5', '1e3', '.5', '5.', '1/0.5', '0x10', 'NaN', '1/-2', '9'.repeat(5000)])(
    'refuses %j',
    (bad) => {
      expect(() => Ratio.of(bad)).toThrow('NUMBER_INVALID');
    },
  );

  it('refuses a JavaScript number that has lost its digits', () => {
    expect(() => Ratio.of(0.1)).toThrow('NUMBER_INVALID');
    expect(() => Ratio.of(2 ** 53)).toThrow('NUMBER_INVALID');
    expect(text(Ratio.of(35230))).toBe('35230/1');
  });

  it('reads texts of up to 4096 characters and says the beginning of what it refuses', () => {
    const longest = '9'.repeat(4096);
    expect(Ratio.of(longest).numeratorText).toBe(longest);
    const refused = (value: string | number): unknown => {
      try {
        return Ratio.of(value);
      } catch (error) {
        return error;
      }
    };
    const invalid = (text: string) => expect.objectContaining({ code: 'NUMBER_INVALID', params: { text } });
    expect(refused(`${longest}9`)).toEqual(invalid('9'.repeat(40)));
    expect(refused(0.5)).toEqual(invalid('0.5'));
    expect(refused('1,5')).toEqual(invalid('1,5'));
  });

  it('has one zero', () => {
    for (const zero of [-0, 0n, '-0', '-0.00', '0/9']) expect(Ratio.of(zero)).toEqual(Ratio.zero);
    expect(Ratio.one.minus(Ratio.one)).toEqual(Ratio.zero);
    expect(Ratio.zero.negated()).toEqual(Ratio.zero);
    expect(Ratio.of(-5).times(Ratio.zero)).toEqual(Ratio.zero);
  });

  it('knows when a part has more than 8192 bits', () => {
    const most = 2n ** 8192n;
    const runaway = (above: bigint, below = 1n): boolean => Ratio.fraction(above, below).isRunaway();
    expect([runaway(most), runaway(-most), runaway(1n, most), runaway(most - 1n, most)]).toEqual(
      Array.from({ length: 4 }, () => false),
    );
    expect([
      runaway(most + 1n),
      runaway(-most - 1n),
      runaway(1n, most + 1n),
      runaway(most + 1n, most),
    ]).toEqual(Array.from({ length: 4 }, () => true));
    expect([runaway(2n ** 60n), runaway(-5n)]).toEqual([false, false]);
  });

  it('does not divide by zero', () => {
    expect(() => Ratio.one.dividedBy(Ratio.zero)).toThrow('DIVISION_BY_ZERO');
    expect(() => Ratio.of('1/0')).toThrow('DIVISION_BY_ZERO');
    expect(() => Ratio.fraction(1n, 0n)).toThrow('DIVISION_BY_ZERO');
  });

  it('keeps the sign in the numerator', () => {
    expect(text(Ratio.fraction(1n, -2n))).toBe('-1/2');
    expect(text(Ratio.one.dividedBy(Ratio.of('-1/3')))).toBe('-3/1');
  });

  it.each([
    ['1/2', 0, '1', '0'],
    ['-1/2', 0, '-1', '0'],
    ['-2/5', 0, '0', '0'],
    ['5990/9363', 4, '0.6398', '0.6397'],
    ['1/3', 5, '0.33333', '0.33333'],
    ['2/3', 2, '0.67', '0.66'],
    ['-2/3', 2, '-0.67', '-0.66'],
    ['89.995', 2, '90.00', '89.99'],
    ['7', 2, '7.00', '7.00'],
    ['0.005', 2, '0.01', '0.00'],
  ])('%s to %i decimals: half-up %s, truncated %s', (value, dp, halfUp, truncated) => {
    expect(Ratio.of(value).toDecimal(dp)).toBe(halfUp);
    expect(Ratio.of(value).toDecimal(dp, 'truncate')).toBe(truncated);
  });

  it('refuses impossible numbers of decimals', () => {
    for (const dp of [-1, 1.5, 101, Number.NaN])
      expect(() => Ratio.one.toDecimal(dp)).toThrow('DECIMALS_INVALID');
    expect(() => Ratio.one.toDecimal(101)).toThrow(expect.objectContaining({ params: { dp: 101 } }));
  });

  it('has as many decimals as are asked for', () => {
    expect(Ratio.of('1/3').toDecimal(15)).toBe(`0.${'3'.repeat(15)}`);
    expect(Ratio.of('1/3').toDecimal(16)).toBe(`0.${'3'.repeat(16)}`);
    expect(Ratio.of('2/3').toDecimal(30)).toBe(`0.${'6'.repeat(29)}7`);
    expect(Ratio.of('-2/3').toDecimal(100, 'truncate')).toBe(`-0.${'6'.repeat(100)}`);
  });

  it('knows which values have exact decimals', () => {
    expect(Ratio.of('1/8').toExactDecimal()).toBe('0.125');
    expect(Ratio.of('-7/20').toExactDecimal()).toBe('-0.35');
    expect(Ratio.of('5').toExactDecimal()).toBe('5');
    expect(Ratio.of('1/3').toExactDecimal()).toBeUndefined();
  });

  it.each([
    ['7/2', 3n, 4n],
    ['-7/2', -4n, -3n],
    ['4', 4n, 4n],
    ['-4', -4n, -4n],
  ])('floor and ceiling of %s', (value, floor, ceiling) => {
    expect(Ratio.of(value).floor()).toBe(floor);
    expect(Ratio.of(value).ceiling()).toBe(ceiling);
  });

  it('finds smallest, largest and sum', () => {
    const values = [Ratio.of('1/3'), Ratio.of('0.33'), Ratio.of('-1')] as const;
    expect(text(Ratio.min(...values))).toBe('-1/1');
    expect(text(Ratio.max(...values))).toBe('1/3');
    expect(text(Ratio.sum(values))).toBe('-101/300');
    expect(text(Ratio.sum([]))).toBe('0/1');
  });

  it('travels through JSON as text', () => {
    expect(JSON.stringify({ value: Ratio.of('0.9') })).toBe('{"value":"9/10"}');
  });

  it('property: addition and multiplication are commutative, associative and distributive', () => {
    fc.assert(
      fc.property(ratio, ratio, ratio, (a, b, c) => {
        expect(text(a.plus(b))).toBe(text(b.plus(a)));
        expect(text(a.times(b))).toBe(text(b.times(a)));
        expect(text(a.plus(b).plus(c))).toBe(text(a.plus(b.plus(c))));
        expect(text(a.times(b).times(c))).toBe(text(a.times(b.times(c))));
        expect(text(a.times(b.plus(c)))).toBe(text(a.times(b).plus(a.times(c))));
      }),
    );
  });

  it('property: subtraction and division undo addition and multiplication', () => {
    fc.assert(
      fc.property(ratio, ratio, (a, b) => {
        expect(a.plus(b).minus(b).equals(a)).toBe(true);
        if (!b.isZero()) expect(a.times(b).dividedBy(b).equals(a)).toBe(true);
      }),
    );
  });

  it('property: the text is canonical and reads back as the same value', () => {
    fc.assert(
      fc.property(integer, positive, positive, (n, d, factor) => {
        const value = Ratio.fraction(n, d);
        expect(text(Ratio.fraction(n * factor, d * factor))).toBe(text(value));
        expect(Ratio.of(text(value)).equals(value)).toBe(true);
        expect(value.denominator > 0n).toBe(true);
      }),
    );
  });

  it('property: compare is a total order that agrees with subtraction', () => {
    fc.assert(
      fc.property(ratio, ratio, (a, b) => {
        expect(a.compare(b)).toBe(a.minus(b).sign());
        expect(a.compare(b) + b.compare(a)).toBe(0);
        expect(a.compare(b) === 0).toBe(a.equals(b));
      }),
    );
  });

  it('property: exact decimals have the exact value', () => {
    fc.assert(
      fc.property(integer, fc.integer({ min: 0, max: 9 }), (n, dp) => {
        const value = Ratio.fraction(n, 10n ** BigInt(dp));
        expect(Ratio.of(value.toExactDecimal() ?? '').equals(value)).toBe(true);
      }),
    );
  });
});

const rounding: fc.Arbitrary<Rounding> = fc.oneof(
  fc.record({
    mode: fc.constantFrom('half-up' as const, 'truncate' as const),
    dp: fc.integer({ min: 0, max: 6 }),
  }),
  fc.record({
    mode: fc.constant('step' as const),
    step: fc.constantFrom('0.25', '0.5', '1', '5', '0.05'),
    direction: fc.constantFrom('nearest' as const, 'down' as const, 'up' as const),
  }),
);

describe('rounding', () => {
  it.each([
    ['3.37', 'nearest', '3.25'],
    ['3.375', 'nearest', '3.50'],
    ['-3.375', 'nearest', '-3.50'],
    ['3.49', 'down', '3.25'],
    ['-3.49', 'down', '-3.25'],
    ['3.26', 'up', '3.50'],
    ['3.25', 'up', '3.25'],
  ] as const)('%s to steps of 0,25 %s is %s', (value, direction, expected) => {
    expect(roundToText(Ratio.of(value), { mode: 'step', step: '0.25', direction })).toBe(expected);
  });

  it('shows as many decimals as were declared', () => {
    expect(roundToText(Ratio.of('5990/9363').times(Ratio.hundred), { mode: 'half-up', dp: 2 })).toBe('63.98');
    expect(roundToText(Ratio.of('5990/9363').times(Ratio.hundred), { mode: 'truncate', dp: 2 })).toBe(
      '63.97',
    );
    expect(roundToText(Ratio.of('7.3'), { mode: 'step', step: '5', direction: 'nearest' })).toBe('5');
  });

  it('property: rounding keeps the order', () => {
    fc.assert(
      fc.property(ratio, ratio, rounding, (a, b, how) => {
        const [low, high] = a.compare(b) <= 0 ? [a, b] : [b, a];
        expect(round(low, how).compare(round(high, how))).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('property: rounding twice changes nothing more', () => {
    fc.assert(
      fc.property(ratio, rounding, (value, how) => {
        expect(round(round(value, how), how).equals(round(value, how))).toBe(true);
      }),
    );
  });

  it('property: rounding is odd: the mirror image rounds to the mirror image', () => {
    fc.assert(
      fc.property(ratio, rounding, (value, how) => {
        expect(round(value.negated(), how).equals(round(value, how).negated())).toBe(true);
      }),
    );
  });

  it('property: half-up is never off by more than half a unit, truncation never goes away from zero', () => {
    fc.assert(
      fc.property(ratio, fc.integer({ min: 0, max: 6 }), (value, dp) => {
        const half = Ratio.fraction(1n, 2n * 10n ** BigInt(dp));
        expect(
          round(value, { mode: 'half-up', dp }).minus(value).absolute().compare(half),
        ).toBeLessThanOrEqual(0);
        expect(
          round(value, { mode: 'truncate', dp }).absolute().compare(value.absolute()),
        ).toBeLessThanOrEqual(0);
      }),
    );
  });
});
