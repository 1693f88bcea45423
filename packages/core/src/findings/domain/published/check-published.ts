import {
  publishedNames,
  publishedWords,
  type CheckPublishedFigure,
  type Names,
  type PublishedFigureAnswer,
  type PublishedFigureKind,
  type PublishedFlag,
  type PublishedReading,
  type PublishedVerdict,
} from '@nhip/contracts';
import { Ratio, valueOrThrow } from '../../../shared/index.js';
import { decimalSigns } from '../check-claims.js';
import { readPrinted } from '../published-figure.js';
import { decimal } from '../raised-finding.js';
import { flag, named, type Asked, type Checked } from './asked.js';
import { checkAverage } from './check-average.js';
import { checkBalance } from './check-balance.js';
import { checkGrowth } from './check-growth.js';
import { checkRank } from './check-rank.js';
import { checkShare } from './check-share.js';
import { checkOrder, checkTotal } from './check-total.js';
import { readPublished, typedNumbers, type ReadValue } from './read-question.js';
import { words } from './words.js';

/** Numbers of days of the question's period, with their names. */
export type Days = Asked['days'];

/**
 * What a published value can have meant: each reading with its arithmetic, what follows for a part that is missing,
 * and what a reader must know. Every number of the question has been found readable (`faultsOf`).
 */
export function checkPublished(question: CheckPublishedFigure, days: Days = []): PublishedFigureAnswer {
  const text = 'printed' in question ? question.printed : undefined;
  const printed = text === undefined ? undefined : valueOrThrow(readPublished(text, question));
  const read = (typed: string) => valueOrThrow(readPrinted(typed, question.language));
  const asked: Asked = {
    element: named(question.name ?? '', question.kind),
    printed,
    text: text ?? '',
    rounding: question.rounding,
    number: (typed) => read(typed).value,
    decimals: (typed) => read(typed).decimals,
    days,
  };
  const checked = checkOf(question, asked, printed);
  const verdict = isImpossible(checked) ? 'neither' : bestOf(checked.readings);
  return {
    kind: question.kind,
    printed:
      printed === undefined
        ? null
        : {
            text: printed.text,
            value: decimal(printed.value),
            decimals: printed.decimals,
            bound: printed.bound,
          },
    verdict,
    summary: summaryOf(question.kind, checked, asked),
    readings: [...checked.readings],
    implied: [...checked.implied],
    flags: [...checked.flags, ...aboutAll(question, asked, printed)],
  };
}

function checkOf(question: CheckPublishedFigure, asked: Asked, printed: ReadValue | undefined): Checked {
  if (question.kind === 'order') return checkOrder(question, asked);
  if (question.kind === 'balance') return checkBalance(question, asked);
  if (printed === undefined) return { readings: [], implied: [], flags: [] };
  const given = { ...asked, printed, of: printed.of };
  switch (question.kind) {
    case 'percentage':
    case 'score':
      return checkShare(question, given);
    case 'rank':
      return checkRank(question, given);
    case 'total':
      return checkTotal(question, given);
    case 'growth':
      return checkGrowth(question, given);
    case 'average':
      return checkAverage(question, given);
  }
}

const order: readonly PublishedVerdict[] = ['both', 'half-up-only', 'truncation-only', 'neither'];

/** What the declared reading gives where it comes out, else the best of all. */
function bestOf(readings: readonly PublishedReading[]): PublishedVerdict {
  const declared = readings.find(({ declared: laidDown, verdict }) => laidDown && verdict !== 'neither');
  return (
    declared?.verdict ??
    order.find((verdict) => readings.some((reading) => reading.verdict === verdict)) ??
    'undecidable'
  );
}

/** Kinds with one reading, in which no denominator is in question: its own words say it all. */
const plain: ReadonlySet<PublishedFigureKind> = new Set(['rank', 'total', 'balance', 'order']);

function summaryOf(
  kind: PublishedFigureKind,
  { readings, implied }: Checked,
  { text, printed }: Asked,
): Names {
  const shown = { printed: printed === undefined ? text : decimal(printed.value) };
  const fitting = readings.filter(({ verdict }) => verdict !== 'neither');
  const [only] = fitting;
  const [first] = readings;
  if (first !== undefined && plain.has(kind)) return first.words;
  // A stock without a printed closing: what follows for it, or that nothing does.
  if (readings.length === 0 && shown.printed === '')
    return implied[0]?.words ?? publishedWords.summaryNothing;
  if (isImpossible({ readings, implied })) return words(publishedWords.summaryImpossible, shown);
  if (readings.length === 0)
    return words(implied.length === 0 ? publishedWords.summaryAlone : publishedWords.summaryUnknown, shown);
  if (only === undefined) {
    const [nearest] = [...readings].sort((a, b) => size(a).compare(size(b)));
    return words(publishedWords.summaryNone, {
      ...shown,
      name: nearest?.name ?? '',
      exact: nearest?.exact ?? '',
      residual: nearest?.residual.replace(/^-/, '') ?? '',
    });
  }
  if (fitting.length === 1)
    return words(publishedWords.summaryOne, { name: only.name, verdict: publishedWords[only.verdict] });
  const list = (language: 'vi' | 'en') =>
    fitting.map(({ name }) => `“${name[language] ?? name.vi}”`).join('; ');
  return words(publishedWords.summaryMany, {
    count: String(fitting.length),
    list: { vi: list('vi'), en: list('en') },
  });
}

const size = ({ residual }: PublishedReading): Ratio => Ratio.of(residual.replace('…', '')).absolute();

/** What can be said of any published value: its words, its days, its separators. */
function aboutAll(
  question: CheckPublishedFigure,
  asked: Asked,
  printed: ReadValue | undefined,
): PublishedFlag[] {
  const { element } = asked;
  const { called, extreme, period, partsPeriod, asOf, kind } = question;
  const flags: PublishedFlag[] = [];
  const isRate = kind === 'percentage';
  const bound = printed?.bound ?? null;
  if (printed !== undefined && bound !== null)
    flags.push(
      flag('LOWER_BOUND', {
        element,
        text: printed.text,
        bound: publishedNames[bound],
        printed: decimal(printed.value),
      }),
    );
  if (printed?.value.isZero()) flags.push(flag('TRUE_ZERO', { element }));
  if (called !== undefined && kind !== 'rank' && kind !== 'score' && (called === 'rate') !== isRate)
    flags.push(
      flag('UNIT_MISMATCH', {
        element,
        called: publishedNames[called],
        measure: isRate ? { vi: '%', en: '%' } : publishedNames.count,
      }),
    );
  if (extreme !== undefined)
    flags.push(flag('EXTREME_ANONYMOUS', { element, which: publishedNames[extreme], value: asked.text }));
  if (kind === 'percentage' && question.targets.length > 1)
    flags.push(againstTargets(question.targets, asked));
  if (period !== undefined && asOf !== undefined && period.end > asOf)
    flags.push(flag('PERIOD_FUTURE', { element, end: period.end, asOf }));
  if (period && partsPeriod && (period.start !== partsPeriod.start || period.end !== partsPeriod.end))
    flags.push(
      flag('PERIOD_MISMATCH', {
        element,
        start: partsPeriod.start,
        end: partsPeriod.end,
        cycleStart: period.start,
        cycleEnd: period.end,
      }),
    );
  const typed = [asked.text, ...typedNumbers(question).map(({ text }) => text)];
  const { point, comma } = question.language === 'vi' ? decimalSigns(typed) : {};
  if (point !== undefined && comma !== undefined)
    flags.push(flag('MIXED_SEPARATORS', { point: `${point} `, comma: `${comma} ` }));
  return flags;
}

/** One combined rate against several targets: below one it misses it for certain, above it decides nothing. */
function againstTargets(
  targets: readonly { readonly name: string; readonly value: string }[],
  asked: Asked,
): PublishedFlag {
  const missed = { vi: 'chắc chắn chưa đạt', en: 'missed for certain' };
  const open = { vi: 'chưa kết luận được', en: 'undecided' };
  const each = targets.map(({ name, value }) => {
    const target = asked.number(value);
    const below = (asked.printed?.value ?? Ratio.zero).compare(target) < 0;
    return words(
      { vi: '{name} ≥ {target} ({result})', en: '{name} ≥ {target} ({result})' },
      { name, target: decimal(target), result: below ? missed : open },
    );
  });
  return flag('TARGET_NOT_COMPARABLE', {
    element: asked.element,
    value: asked.text,
    targets: {
      vi: each.map(({ vi }) => vi).join('; '),
      en: each.map(({ vi, en }) => en ?? vi).join('; '),
    },
  });
}

/** Parts are missing, and no number would do for any of them. */
const isImpossible = ({ readings, implied }: Pick<Checked, 'readings' | 'implied'>): boolean =>
  readings.length === 0 &&
  implied.length > 0 &&
  implied.every(({ halfUp, truncated }) => halfUp === null && truncated === null);
