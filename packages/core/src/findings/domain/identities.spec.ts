import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { day } from '../../shared/index.js';
import { checkIdentity, impliedCount, type Identity } from './identities.js';

interface SampleIdentity {
  readonly id: string;
  readonly expr: string;
  readonly holds: boolean | null;
  readonly check: Identity;
}
const samples = JSON.parse(
  readFileSync(new URL('../../../../../samples/identities.json', import.meta.url), 'utf8'),
) as readonly SampleIdentity[];
const sample = (id: string) => {
  const found = samples.find((identity) => identity.id === id);
  if (!found) throw new Error(`no sample ${id}`);
  return checkIdentity(found.check);
};

describe('acceptance: the thirteen identities of the five rounds', () => {
  it('are thirteen', () => {
    expect(samples).toHaveLength(13);
  });

  it.each(samples.map((identity) => [identity.id, identity.expr, identity] as const))(
    '%s %s',
    (_id, _expr, identity) => {
      expect(checkIdentity(identity.check).holds).toBe(identity.holds);
    },
  );

  it.each([
    ['I-02', 'net change', 'derived', '427/1'],
    ['I-06', 'closing stock', 'derived', '40/1'],
    ['I-07', 'late dossiers of the centre', 'residual', '272/1'],
    ['I-08', 'unexplained dossiers of the communes', 'residual', '76/1'],
    ['I-09', 'resolved by unit reports', 'derived', '93101/1'],
    ['I-09', 'unit reports against the system of record', 'residual', '-58848/1'],
  ] as const)('%s: %s', (id, _what, part, value) => {
    expect(sample(id)[part]?.toString()).toBe(value);
  });

  it('I-03: 380,6 a day over 184 working days; 405 a day would be 172,9 days', () => {
    expect(sample('I-03').derived?.toDecimal(1)).toBe('380.6');
    expect(impliedCount(70033, 405).toDecimal(1)).toBe('172.9');
    expect(impliedCount(35230, 405).toDecimal(1)).toBe('87.0');
    expect(impliedCount(34803, 405).toDecimal(1)).toBe('85.9');
    expect(impliedCount(35230, 184).toDecimal(1)).toBe('191.5');
    expect(impliedCount(34803, 184).toDecimal(1)).toBe('189.1');
  });
});

describe('identities', () => {
  const balance = (opening: number | null, received: number, resolved: number, closing: number | null) =>
    checkIdentity({ kind: 'balance', opening, received, resolved, closing });

  it('derive the unknown side of a balance and refuse a stock below zero', () => {
    expect(balance(305, 10551, 10816, 40)).toMatchObject({ holds: true });
    expect(balance(305, 10551, 10816, 50)).toMatchObject({ holds: false });
    expect(balance(305, 10551, 10816, 50).residual?.toString()).toBe('10/1');
    expect(balance(0, 10551, 10816, null)).toMatchObject({ holds: false });
    expect(balance(null, 10551, 10816, 40).derived?.toString()).toBe('305/1');
    expect(balance(null, 10816, 10551, 40)).toMatchObject({ holds: false });
  });

  it('compare decimals exactly', () => {
    expect(checkIdentity({ kind: 'sum', parts: ['0.1', '0.2'], whole: '0.3' }).holds).toBe(true);
    expect(checkIdentity({ kind: 'ascending', values: [2, 1] }).holds).toBe(false);
    expect(checkIdentity({ kind: 'ascending', values: [1] }).holds).toBe(true);
  });

  it('cannot decide a share of nothing or a value without a number', () => {
    expect(checkIdentity({ kind: 'share', part: 0, whole: 0, printed: '0' }).holds).toBeNull();
    expect(checkIdentity({ kind: 'share', part: 1, whole: 2, printed: 'cao' }).holds).toBeNull();
    expect(checkIdentity({ kind: 'share', part: 1, whole: 2, printed: '51 %' }).holds).toBe(false);
  });

  it('a period that ends on the day of the report has ended', () => {
    const ended = (end: string) =>
      checkIdentity({ kind: 'ended', end: day(end), asOf: day('2020-05-14') }).holds;
    expect([ended('2020-05-14'), ended('2020-05-15')]).toEqual([true, false]);
  });

  it('property: the residual is exactly what mends the sum', () => {
    const figures = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(figures, fc.integer({ min: 0, max: 1_000_000 }), (parts, whole) => {
        const { residual } = checkIdentity({ kind: 'sum', parts, whole });
        const mended = [...parts, residual?.toDecimal(0) ?? '0'];
        expect(checkIdentity({ kind: 'sum', parts: mended, whole }).holds).toBe(true);
      }),
    );
  });
});
