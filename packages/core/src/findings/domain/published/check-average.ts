import { publishedNames, type Names } from '@nhip/contracts';
import { Ratio } from '../../../shared/index.js';
import { impliedDenominators, reproduce, type PrintedValue } from '../published-figure.js';
import { decimal } from '../raised-finding.js';
import { flag, named, type Asked, type Checked, type Question } from './asked.js';
import { nearest } from './check-share.js';
import { impliedOf, readingOf, words } from './words.js';

/** An average a day: any of the totals over any of the numbers of days, and how many days each would need. */
export function checkAverage(
  question: Question<'average'>,
  asked: Asked & { readonly printed: PrintedValue },
): Checked {
  const { printed, element } = asked;
  const given =
    question.days === undefined
      ? []
      : [{ name: { ...publishedNames.givenDays }, count: asked.number(question.days) }];
  const days = [...given, ...asked.days].filter(({ count }) => count.sign() > 0);
  const totals = question.candidates.map(({ name, value }, index) => ({
    name: named(name, 'wholeTotal', question.candidates.length > 1 ? index + 1 : undefined),
    value: asked.number(value),
  }));
  const found = totals.flatMap((total) => days.map((over) => read(total, over, printed)));
  const implied = totals.map(({ name, value }) =>
    impliedOf(
      'days',
      words(publishedNames.impliedDays, { total: name }),
      impliedDenominators(printed, value, 'half-up', Ratio.one),
      impliedDenominators(printed, value, 'truncate', Ratio.one),
    ),
  );
  const best = nearest(found);
  const fits = found.some(({ reading }) => reading.verdict !== 'neither');
  return {
    readings: found.map(({ reading }) => reading),
    implied,
    flags:
      fits || best === undefined || printed.value.isZero()
        ? []
        : [
            flag('AVG_IMPLAUSIBLE', {
              element,
              printed: decimal(printed.value),
              total: decimal(best.total),
              implied: best.total.dividedBy(printed.value).toDecimal(1),
              days: decimal(best.days),
              exact: best.total.dividedBy(best.days).toDecimal(1),
            }),
          ],
  };
}

interface Named {
  readonly name: Names;
}

function read(total: Named & { value: Ratio }, over: Named & { count: Ratio }, printed: PrintedValue) {
  const reproduction = reproduce(total.value.dividedBy(over.count), printed);
  const arithmetic = words(
    { vi: '{total} ÷ {days} {over}', en: '{total} ÷ {days} {over}' },
    { total: decimal(total.value), days: decimal(over.count), over: over.name },
  );
  return {
    total: total.value,
    days: over.count,
    residual: reproduction.residual,
    reading: readingOf({
      name: words(
        { vi: '{total} trên {over}', en: '{total} over {over}' },
        { total: total.name, over: over.name },
      ),
      over: over.count,
      arithmetic,
      reproduction,
      printed: printed.value,
    }),
  };
}
