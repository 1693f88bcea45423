import {
  fillWords,
  publishedWords,
  type FindingParams,
  type ImpliedPart,
  type Names,
  type PublishedRange,
  type PublishedReading,
  type PublishedVerdict,
} from '@nhip/contracts';
import { asText } from '../../../criteria/index.js';
import type { Ratio } from '../../../shared/index.js';
import { overlapOf, type IntegerRange, type Reproduction } from '../published-figure.js';
import { decimal } from '../raised-finding.js';

/** A sentence that ends in decimals that go on needs no full stop. */
const ended = (text: string): string => text.replace(/…\.$/, '…');

/** A text in both languages, filled. */
export const words = (text: Names, params: FindingParams): Names => ({
  vi: ended(fillWords(text.vi, params, 'vi')),
  en: ended(fillWords(text.en ?? text.vi, params, 'en')),
});

/** `plain`: where no rounding is in question. */
export const verdictWords = (verdict: PublishedVerdict, residual: Ratio, plain = false): Names =>
  plain && verdict === 'both'
    ? publishedWords.fits
    : words(publishedWords[verdict], { residual: asText(residual.absolute()) });

interface Reading {
  readonly name: Names;
  readonly declared?: boolean;
  readonly over: Ratio;
  /** The left side of `… = exact`. */
  readonly arithmetic: Names;
  readonly reproduction: Reproduction;
  readonly printed: Ratio;
  /** Without roundings, for sums. */
  readonly plain?: boolean;
}

/** A reading with its arithmetic in words. */
export function readingOf({
  name,
  declared = false,
  over,
  arithmetic,
  reproduction,
  printed,
  plain,
}: Reading): PublishedReading {
  const { verdict, exact, halfUp, truncated, residual } = reproduction;
  const reading = { exact: asText(exact), halfUp, truncated, residual: asText(residual) };
  return {
    ...reading,
    name,
    declared,
    over: decimal(over),
    ratio: exact.toString(),
    verdict,
    words: words(plain ? publishedWords.plain : publishedWords.reading, {
      ...reading,
      arithmetic,
      printed: decimal(printed),
      verdict: verdictWords(verdict, residual, plain),
    }),
  };
}

export function rangeWords(range: PublishedRange | null): Names {
  if (range === null) return publishedWords.none;
  const { from, to } = range;
  if (from === null) return to === null ? publishedWords.any : words(publishedWords.atMost, { to });
  if (to === null) return words(publishedWords.atLeast, { from });
  return words(from === to ? publishedWords.exactly : publishedWords.between, { from, to });
}

export const shownRange = (range: IntegerRange | undefined): PublishedRange | null =>
  range === undefined ? null : { from: range.from.toString(), to: range.to?.toString() ?? null };

/** What a missing part can have been under either rounding, where it is a whole number. */
export function impliedOf(
  part: ImpliedPart['part'],
  name: Names,
  halfUp: IntegerRange | undefined,
  truncated: IntegerRange | undefined,
): ImpliedPart {
  const ranges = {
    halfUp: shownRange(halfUp),
    truncated: shownRange(truncated),
    both: shownRange(overlapOf(halfUp, truncated)),
  };
  return { part, name, ...ranges, words: impliedWords(name, ranges) };
}

export function impliedWords(
  part: Names,
  { halfUp, truncated, both }: Pick<ImpliedPart, 'halfUp' | 'truncated' | 'both'>,
): Names {
  const same = JSON.stringify(halfUp) === JSON.stringify(truncated);
  return words(same ? publishedWords.impliedExactly : publishedWords.implied, {
    part,
    halfUp: rangeWords(halfUp),
    truncated: rangeWords(truncated),
    both: rangeWords(both),
  });
}
