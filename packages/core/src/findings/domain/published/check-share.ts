import { publishedNames, type ImpliedPart, type PublishedFlag } from '@nhip/contracts';
import { Ratio } from '../../../shared/index.js';
import {
  identifyDenominator,
  impliedDenominators,
  impliedNumerators,
  onlyUnderOther,
  type PrintedValue,
} from '../published-figure.js';
import { decimal } from '../raised-finding.js';
import { flag, named, type Asked, type Checked, type Question } from './asked.js';
import { impliedOf, rangeWords, readingOf, words } from './words.js';

type Share = Question<'percentage' | 'score'>;

/** A printed percentage, or so many points of so much: scale · numerator ÷ one of the candidates. */
export function checkShare(question: Share, asked: Asked & { readonly printed: PrintedValue }): Checked {
  const scale = question.kind === 'score' ? asked.number(question.maxPoints) : Ratio.hundred;
  const candidates = question.candidates.map(({ name, value, declared }, index) => ({
    names: named(name, 'denominator', question.candidates.length > 1 ? index + 1 : undefined),
    name,
    value: asked.number(value),
    declared,
  }));
  const { printed } = asked;
  if (question.numerator === undefined) {
    const implied = candidates.map(({ names, value }) =>
      impliedOf(
        'numerator',
        candidates.length > 1
          ? words({ vi: 'Tử số, nếu chia cho “{names}”', en: 'Numerator, over “{names}”' }, { names })
          : publishedNames.numerator,
        impliedNumerators(printed, value, 'half-up', scale),
        impliedNumerators(printed, value, 'truncate', scale),
      ),
    );
    return { readings: [], implied, flags: withoutNumerator(question, asked, implied, candidates[0]?.value) };
  }
  const numerator = asked.number(question.numerator);
  const found = identifyDenominator(printed, numerator, candidates, scale).map((candidate) => ({
    ...candidate,
    reading: readingOf({
      name: candidate.names,
      declared: candidate.declared,
      over: candidate.value,
      arithmetic: arithmeticOf(question.kind, numerator, candidate.value, scale),
      reproduction: candidate,
      printed: printed.value,
    }),
  }));
  const implied = impliedOf(
    'denominator',
    publishedNames.denominator,
    impliedDenominators(printed, numerator, 'half-up', scale),
    impliedDenominators(printed, numerator, 'truncate', scale),
  );
  return {
    readings: found.map(({ reading }) => reading),
    implied: [implied],
    flags:
      found.length === 0
        ? [unknownWhole(question.kind, asked, numerator, implied)]
        : judge(question, asked, numerator, found),
  };
}

const arithmeticOf = (kind: Share['kind'], numerator: Ratio, over: Ratio, scale: Ratio) =>
  words(
    kind === 'score'
      ? { vi: '{scale} × {numerator} ÷ {over}', en: '{scale} × {numerator} ÷ {over}' }
      : { vi: '{numerator} ÷ {over} × 100', en: '{numerator} ÷ {over} × 100' },
    { numerator: decimal(numerator), over: decimal(over), scale: decimal(scale) },
  );

type Found = readonly (ReturnType<typeof identifyDenominator>[number] & {
  readonly declared: boolean;
  readonly reading: ReturnType<typeof readingOf>;
})[];

/** PCT_NOT_REPRODUCED, PCT_ROUND_MODE, DENOMINATOR_DIFFERS, PART_OVER_WHOLE. */
function judge(question: Share, asked: Asked, numerator: Ratio, found: Found): PublishedFlag[] {
  const declared = found.find((one) => one.declared);
  const fitting = found.filter(({ verdict }) => verdict !== 'neither');
  const used = fitting.find((one) => one.declared) ?? fitting[0];
  const { element, printed } = asked;
  if (printed === undefined) return [];
  const shown = decimal(printed.value);
  const flags: PublishedFlag[] = [];
  const about = used ?? declared ?? nearest(found);
  if (about === undefined) return [];
  const { halfUp, truncated, exact } = about.reading;
  const params = {
    element,
    printed: shown,
    numerator: decimal(numerator),
    denominator: decimal(about.value),
    arithmetic: arithmeticOf(
      question.kind,
      numerator,
      about.value,
      question.kind === 'score' ? asked.number(question.maxPoints) : Ratio.hundred,
    ),
    exact,
    halfUp,
    truncated,
    declared: publishedNames[asked.rounding],
  };
  const percent = question.kind === 'percentage';
  if (used === undefined) flags.push(flag(percent ? 'PCT_NOT_REPRODUCED' : 'VALUE_NOT_REPRODUCED', params));
  else if (onlyUnderOther(used.verdict, asked.rounding))
    flags.push(flag(percent ? 'PCT_ROUND_MODE' : 'VALUE_ROUND_MODE', params));
  if (used !== undefined && declared !== undefined && used !== declared)
    flags.push(
      flag('DENOMINATOR_DIFFERS', {
        element,
        printed: shown,
        numerator: decimal(numerator),
        used: used.reading.name,
        denominator: decimal(used.value),
        declared: declared.reading.name,
      }),
    );
  if (percent && numerator.compare(about.value) > 0)
    flags.push(
      flag('PART_OVER_WHOLE', {
        indicator: element,
        numerator: decimal(numerator),
        denominator: decimal(about.value),
      }),
    );
  return flags;
}

export function nearest<One extends { readonly residual: Ratio }>(found: readonly One[]): One | undefined {
  const [first, ...others] = found;
  if (first === undefined) return undefined;
  const closer = (a: One, b: One): One => (b.residual.absolute().compare(a.residual.absolute()) < 0 ? b : a);
  return others.reduce(closer, first);
}

/** Two ranges of a percentage that differ as one sentence; anything else in the words of what is implied. */
function unknownWhole(
  kind: Share['kind'],
  { element, printed, text }: Asked,
  numerator: Ratio,
  { halfUp, truncated, words: range }: ImpliedPart,
): PublishedFlag {
  const bounds = [halfUp?.from, halfUp?.to, truncated?.from, truncated?.to];
  const same = halfUp?.from === truncated?.from && halfUp?.to === truncated?.to;
  const open = same || bounds.some((bound) => typeof bound !== 'string');
  if (kind !== 'percentage' || printed === undefined || open)
    return flag('IMPLIED_WHOLE', { element, numerator: decimal(numerator), printed: text, range });
  return flag('IMPLIED_DENOMINATOR', {
    element,
    numerator: decimal(numerator),
    printed: decimal(printed.value),
    halfUp: rangeWords(halfUp),
    truncated: rangeWords(truncated),
  });
}

/** RATE_WITHOUT_PARTS, or what the numerator can have been. */
function withoutNumerator(
  question: Share,
  { element, text, printed }: Asked,
  [implied]: readonly ImpliedPart[],
  denominator: Ratio | undefined,
): PublishedFlag[] {
  if (implied === undefined || denominator === undefined)
    return question.kind === 'percentage' && printed !== undefined
      ? [flag('RATE_WITHOUT_PARTS', { element, value: decimal(printed.value) })]
      : [];
  return [
    flag('IMPLIED_NUMERATOR', {
      element,
      printed: text,
      denominator: decimal(denominator),
      range: implied.words,
    }),
  ];
}
