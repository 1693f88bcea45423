import {
  publishedNames,
  publishedWords,
  type ImpliedPart,
  type Names,
  type PublishedRange,
} from '@nhip/contracts';
import { Ratio, type DecimalMode } from '../../../shared/index.js';
import { impliedAddends, reproduce, type PrintedValue } from '../published-figure.js';
import { decimal } from '../raised-finding.js';
import { flag, named, type Asked, type Checked, type Question } from './asked.js';
import { impliedWords, rangeWords, readingOf, words } from './words.js';

/** How many terms of a sum are written out. */
const SHOWN_TERMS = 12;

/** A printed total beside its parts, one of which may be unknown. */
export function checkTotal(
  question: Question<'total'>,
  asked: Asked & { readonly printed: PrintedValue },
): Checked {
  const { printed, element } = asked;
  const known = question.parts.flatMap(({ value, weight }) =>
    value === null ? [] : [{ value: asked.number(value), weight: asked.number(weight) }],
  );
  const unknown = question.parts.filter(({ value }) => value === null);
  const sum = Ratio.sum(known.map(({ value, weight }) => value.times(weight)));
  const [missing] = unknown;
  if (missing !== undefined) {
    const dp = Math.max(
      printed.decimals,
      ...question.parts.map(({ value }) => (value === null ? 0 : asked.decimals(value))),
    );
    const weight = asked.number(missing.weight);
    const implied = impliedPart(
      named(missing.name, 'part'),
      (mode) => impliedAddends(printed, sum, mode, { dp, weight }),
      dp,
    );
    const range = implied.both ?? implied.halfUp ?? implied.truncated;
    return unknown.length > 1
      ? { readings: [], implied: [], flags: [] }
      : {
          readings: [],
          implied: [implied],
          flags: [
            flag('IMPLIED_PART', {
              element,
              part: implied.name,
              printed: decimal(printed.value),
              known: decimal(sum),
              range: rangeWords(range),
            }),
          ],
        };
  }
  if (known.length === 0) return { readings: [], implied: [], flags: [] };
  const reproduction = reproduce(sum, printed);
  const { verdict } = reproduction;
  const gap = sum.minus(printed.value).absolute();
  const params = {
    check: element,
    left: decimal(sum),
    right: decimal(printed.value),
    residual: decimal(gap),
  };
  const code = question.otherSource
    ? 'SOURCE_CONFLICT'
    : question.residual
      ? 'PARTS_GAP'
      : 'PARTS_GAP_UNNAMED';
  return {
    readings: [
      readingOf({
        name: publishedNames.sum,
        over: printed.value,
        arithmetic: sumWords(known),
        reproduction,
        printed: printed.value,
        plain: true,
      }),
    ],
    implied: [],
    flags:
      verdict === 'neither'
        ? [flag(code, question.residual ? { ...params, meaning: question.residual } : params)]
        : [],
  };
}

function sumWords(terms: readonly { readonly value: Ratio; readonly weight: Ratio }[]): Names {
  const term = ({ value, weight }: (typeof terms)[number], first: boolean): Names => {
    const sign = weight.sign() < 0 ? (first ? '−' : ' − ') : first ? '' : ' + ';
    const factor = weight.absolute();
    return factor.equals(Ratio.one)
      ? words({ vi: `${sign}{value}`, en: `${sign}{value}` }, { value: decimal(value) })
      : words(
          { vi: `${sign}{factor} × {value}`, en: `${sign}{factor} × {value}` },
          {
            factor: decimal(factor),
            value: decimal(value),
          },
        );
  };
  const shown = terms.slice(0, SHOWN_TERMS).map((one, index) => term(one, index === 0));
  const more = terms.length > SHOWN_TERMS ? ' + …' : '';
  const join = (language: 'vi' | 'en'): string =>
    shown.map((names) => names[language] ?? names.vi).join('') + more;
  return { vi: join('vi'), en: join('en') };
}

type Span = { readonly from: Ratio; readonly to: Ratio } | undefined;

/** A part that need not be whole: in steps of the decimals used. */
function impliedPart(name: Names, spanOf: (mode: DecimalMode) => Span, dp: number): ImpliedPart {
  const shown = (span: Span): PublishedRange | null =>
    span === undefined ? null : { from: span.from.toDecimal(dp), to: span.to.toDecimal(dp) };
  const [halfUp, truncated] = [spanOf('half-up'), spanOf('truncate')];
  const both =
    halfUp && truncated
      ? { from: Ratio.max(halfUp.from, truncated.from), to: Ratio.min(halfUp.to, truncated.to) }
      : undefined;
  const ranges = {
    halfUp: shown(halfUp),
    truncated: shown(truncated),
    both: both && both.from.compare(both.to) <= 0 ? shown(both) : null,
  };
  return { part: 'part', name, ...ranges, words: impliedWords(name, ranges) };
}

/** No value larger than the next. */
export function checkOrder(question: Question<'order'>, asked: Asked): Checked {
  const values = question.values.map(({ name, value }) => ({
    name,
    value: asked.number(value),
    text: value,
  }));
  const pairs = values.slice(1).map((right, index) => ({ left: values[index] ?? right, right }));
  const broken = pairs.filter(({ left, right }) => left.value.compare(right.value) > 0);
  const worst = pairs.map(({ left, right }) => right.value.minus(left.value));
  const least = worst.reduce<Ratio | undefined>((a, b) => (a === undefined ? b : Ratio.min(a, b)), undefined);
  const chain = (language: 'vi' | 'en'): string =>
    values
      .map(({ value }) => words({ vi: '{value}', en: '{value}' }, { value: decimal(value) })[language])
      .join(' ≤ ');
  const arithmetic = { vi: chain('vi'), en: chain('en') };
  const step = least ?? Ratio.zero;
  return {
    readings: [
      {
        name: asked.element,
        declared: false,
        over: decimal(values.at(-1)?.value ?? Ratio.zero),
        ratio: step.toString(),
        exact: decimal(step),
        halfUp: decimal(step),
        truncated: decimal(step),
        verdict: broken.length === 0 ? 'both' : 'neither',
        residual: decimal(broken.length === 0 ? Ratio.zero : step.absolute()),
        words: words(publishedWords.order, {
          arithmetic,
          verdict: broken.length === 0 ? publishedWords.holds : publishedWords.broken,
        }),
      },
    ],
    implied: [],
    flags: broken.map(({ left, right }) =>
      flag('ORDER_BROKEN', {
        element: asked.element,
        left: decimal(left.value),
        right: decimal(right.value),
        leftName: left.name || left.text,
        rightName: right.name || right.text,
        residual: decimal(left.value.minus(right.value)),
      }),
    ),
  };
}
