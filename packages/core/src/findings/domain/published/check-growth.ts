import { publishedNames, type ImpliedPart, type Names, type PublishedReading } from '@nhip/contracts';
import { Ratio } from '../../../shared/index.js';
import { impliedBases, reproduce, spanOf, type PrintedValue } from '../published-figure.js';
import { decimal } from '../raised-finding.js';
import { flag, named, type Asked, type Checked, type Question } from './asked.js';
import { nearest } from './check-share.js';
import { impliedOf, readingOf, words } from './words.js';

type Growth = Question<'growth'>;
const meanings = ['to', 'by'] as const;
type Meaning = (typeof meanings)[number];

/** “tăng 10,1 lần”: to, or by, so much of one of the bases; without a base, of which it can be. */
export function checkGrowth(question: Growth, asked: Asked & { readonly printed: PrintedValue }): Checked {
  const grown = asked.number(question.grown);
  const { printed } = asked;
  const readings = question.candidates.flatMap(({ name, value }, index) => {
    const base = asked.number(value);
    const baseName = named(name, 'base', question.candidates.length > 1 ? index + 1 : undefined);
    return base.isZero()
      ? []
      : meanings.map((meaning) => read(question, printed, grown, base, baseName, meaning));
  });
  return {
    readings: readings.map(({ reading }) => reading),
    implied: meanings.map((meaning) => impliedBase(question, printed, grown, meaning)),
    flags: readings.length === 0 ? [withoutBase(question, asked, grown)] : judge(asked, readings),
  };
}

interface Read {
  readonly reading: PublishedReading;
  readonly residual: Ratio;
  readonly arithmetic: Names;
}

function read(
  { as }: Growth,
  printed: PrintedValue,
  grown: Ratio,
  base: Ratio,
  baseName: Names,
  meaning: Meaning,
): Read {
  const times = grown.dividedBy(base).minus(meaning === 'by' ? Ratio.one : Ratio.zero);
  const reproduction = reproduce(as === 'percent' ? times.times(Ratio.hundred) : times, printed);
  const quotient = meaning === 'by' ? '{grown} ÷ {base} − 1' : '{grown} ÷ {base}';
  const text = as === 'times' ? quotient : meaning === 'by' ? `(${quotient}) × 100` : `${quotient} × 100`;
  const arithmetic = words({ vi: text, en: text }, { grown: decimal(grown), base: decimal(base) });
  const name = {
    times: { to: 'timesTo', by: 'timesBy' },
    percent: { to: 'percentTo', by: 'percentBy' },
  } as const;
  return {
    arithmetic,
    residual: reproduction.residual,
    reading: readingOf({
      name: words(publishedNames[name[as][meaning]], { printed: decimal(printed.value), base: baseName }),
      over: base,
      arithmetic,
      reproduction,
      printed: printed.value,
    }),
  };
}

/** A printed percentage is a hundredth with two more decimals, rounded alike. */
const asTimes = ({ as }: Growth, { value, decimals }: PrintedValue): PrintedValue =>
  as === 'times' ? { value, decimals } : { value: value.dividedBy(Ratio.hundred), decimals: decimals + 2 };

function impliedBase(question: Growth, printed: PrintedValue, grown: Ratio, meaning: Meaning): ImpliedPart {
  const times = asTimes(question, printed);
  const name = words(publishedNames[meaning === 'to' ? 'baseTo' : 'baseBy'], {
    printed: decimal(printed.value),
  });
  return impliedOf(
    'base',
    name,
    impliedBases(times, grown, meaning, 'half-up'),
    impliedBases(times, grown, meaning, 'truncate'),
  );
}

function withoutBase(question: Growth, { element, printed }: Asked, grown: Ratio) {
  const times = printed && asTimes(question, printed);
  const span = (meaning: Meaning) =>
    times &&
    spanOf([impliedBases(times, grown, meaning, 'half-up'), impliedBases(times, grown, meaning, 'truncate')]);
  const [to, by] = [span('to'), span('by')];
  return flag('GROWTH_BASE_MISSING', {
    element,
    printed: printed === undefined ? '' : decimal(printed.value),
    against: question.against || { vi: 'kỳ trước', en: 'the period before' },
    toFrom: to?.from.toString() ?? '?',
    toTo: to?.to?.toString() ?? '?',
    byFrom: by?.from.toString() ?? '?',
    byTo: by?.to?.toString() ?? '?',
  });
}

function judge({ element, printed }: Asked, readings: readonly Read[]) {
  const best = nearest(readings);
  if (best === undefined || readings.some(({ reading }) => reading.verdict !== 'neither')) return [];
  const { exact } = best.reading;
  return [
    flag('VALUE_NOT_REPRODUCED', {
      element,
      printed: printed === undefined ? '' : decimal(printed.value),
      arithmetic: best.arithmetic,
      exact,
    }),
  ];
}
