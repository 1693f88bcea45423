import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Ratio, valueOrThrow } from '../../shared/index.js';
import { readPrinted } from './published-figure.js';

interface SampleFact {
  readonly id: string;
  readonly value: string | null;
  readonly printed: string | null;
  readonly sentence: string;
}
const facts = JSON.parse(
  readFileSync(new URL('../../../../../samples/facts.json', import.meta.url), 'utf8'),
) as readonly SampleFact[];

/** Zeros that are written in words. */
const IN_WORDS: Readonly<Record<string, string>> = { 'Không có': '0', 'chưa có': '0' };

describe('acceptance: the 57 published facts of the five rounds', () => {
  it('are 57, two of them without a number', () => {
    expect(facts).toHaveLength(57);
    expect(facts.filter(({ value }) => value === null).map(({ id }) => id)).toEqual(['S2-05', 'S2-T6']);
  });

  it.each(facts.map((fact) => [fact.id, fact] as const))('%s is what its sentence prints', (_id, fact) => {
    expect(fact.sentence).not.toBe('');
    if (fact.printed === null) {
      expect(fact.value).toBeNull();
      return;
    }
    expect(fact.sentence).toContain(fact.printed);
    // A rank 1/63 or 37/37 services prints its value before the stroke.
    const text = IN_WORDS[fact.printed] ?? fact.printed.split('/')[0] ?? '';
    expect(valueOrThrow(readPrinted(text)).value.toString()).toBe(Ratio.of(fact.value ?? '').toString());
  });
});
