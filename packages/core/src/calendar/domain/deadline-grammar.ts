import {
  addDays,
  addMonths,
  dayOf,
  lastDayOfMonth,
  parseDay,
  partsOf,
  type Day,
} from '../../shared/index.js';
import { remark, type DeadlineRemark } from './deadline-reading.js';

type Groups = Readonly<Record<string, string | undefined>>;

/** Pieces of patterns over text without diacritics. Each name of a group occurs once in a pattern. */
const SEPARATOR = String.raw`\s?[/.\-]\s?`;
const WEEKDAY = String.raw`(?:\(?(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat)\)?,? )?`;
const TIME = String.raw`(?:(?<hour>\d{1,2})\s?(?:gio|h|g|:)\s?(?<minute>\d{2})?\s?(?:phut|')?,? ?(?:cua )?)?`;

/** `18/10`, `18-10-2022`, `ngày 18 tháng 10 năm 2022`; with an hour before it if wanted. */
export const DATE = String.raw`(?<![\d/])(?<day>\d{1,2})(?:${SEPARATOR}| thang )(?<month>\d{1,2})(?:(?:${SEPARATOR}|,? nam )(?<year>\d{4}|\d{2}))?(?!\d|[/.\-]\d)`;
export const MOMENT = `${TIME}${WEEKDAY}(?:ngay )?${DATE}`;

/** `tháng 11/2022`, `quý IV`, `6 tháng đầu năm 2022`, `năm nay`; `giữa tháng 10` for a part of a month. */
export const SPAN = [
  String.raw`(?:(?<edge>dau|giua|cuoi) )?thang (?<spanMonth>\d{1,2}|nay|toi|sau)(?:(?:${SEPARATOR}|,? nam )(?<monthYear>\d{4}))?(?!\d|${SEPARATOR}\d)`,
  String.raw`(?:cuoi )?quy (?<quarter>iv|i{1,3}|[1-4]|nay|toi|sau)\b(?:(?:${SEPARATOR}|,? nam )(?<quarterYear>\d{4}))?(?!\d)`,
  String.raw`(?<months>6|9|sau|chin) thang (?<part>dau|cuoi) nam(?: (?<halfYear>\d{4}))?(?!\d)`,
  String.raw`(?:cuoi )?nam (?<wholeYear>\d{4}|nay)\b`,
  String.raw`(?<yearEnd>cuoi nam)\b`,
].join('|');

const NUMBER_WORDS: Readonly<Record<string, number>> = {
  'hai muoi': 20,
  'ba muoi': 30,
  'muoi lam': 15,
  mot: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  nam: 5,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
  muoi: 10,
};
/** `05`, `05 (năm)`, `năm`. */
export const DIGITS = String.raw`(?<digits>\d{1,4})(?: ?\([^)]*\))?`;
export const WORDS = `(?<words>${Object.keys(NUMBER_WORDS).join('|')})`;

export function countOf(groups: Groups): number {
  return groups['digits'] === undefined
    ? (NUMBER_WORDS[groups['words'] ?? ''] ?? 0)
    : Number(groups['digits']);
}

export interface Moment {
  /** Undefined where the calendar has no such day. */
  readonly day: Day | undefined;
  /** `HH:mm`; undefined where no hour, or 24 o'clock, is given. */
  readonly time: string | undefined;
  readonly yearGiven: boolean;
  readonly warnings: readonly DeadlineRemark[];
}

/** What a match of MOMENT means. A year that is not written is that of the document. */
export function momentOf(groups: Groups, documentDay: Day): Moment {
  const warnings: DeadlineRemark[] = [];
  const typedYear = groups['year'];
  if (typedYear?.length === 2) warnings.push(remark('DEADLINE_YEAR_SHORT', { year: `20${typedYear}` }));
  const year = typedYear === undefined ? partsOf(documentDay).year : Number(typedYear.padStart(4, '20'));
  const date = `${groups['day']}/${groups['month']}/${year}`;
  const day = parseDay(
    [String(year), groups['month']?.padStart(2, '0'), groups['day']?.padStart(2, '0')].join('-'),
  );
  if (day === undefined) warnings.push(remark('DEADLINE_NO_SUCH_DAY', { date }));
  const [hour, minute] = [Number(groups['hour'] ?? 24), Number(groups['minute'] ?? 0)];
  const endOfDay = hour === 24 && minute === 0;
  if (!endOfDay && (hour > 23 || minute > 59)) {
    return {
      day: undefined,
      time: undefined,
      yearGiven: true,
      warnings: [remark('DEADLINE_NO_SUCH_TIME', { hour, minute })],
    };
  }
  const time = endOfDay ? undefined : `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  return { day, time, yearGiven: typedYear !== undefined, warnings };
}

export interface Span {
  readonly kind: 'month' | 'quarter' | 'year';
  readonly rule: string;
  readonly first: Day;
  readonly last: Day;
}

/** What a match of SPAN means; undefined for month 13. */
export function spanOf(groups: Groups, documentDay: Day): Span | undefined {
  const now = partsOf(documentDay);
  const year = Number(groups['monthYear'] ?? groups['quarterYear'] ?? groups['halfYear'] ?? now.year);
  if (groups['spanMonth'] !== undefined)
    return monthSpan(groups['spanMonth'], groups['edge'], year, documentDay);
  if (groups['quarter'] !== undefined) {
    const named = ['i', 'ii', 'iii', 'iv'].indexOf(groups['quarter']) + 1 || Number(groups['quarter']);
    const current = Math.ceil(now.month / 3);
    const index = named || (groups['quarter'] === 'nay' ? current : current + 1);
    const first = addMonths(dayOf(year, 1, 1), (index - 1) * 3);
    return {
      kind: 'quarter',
      rule: 'DEADLINE_END_OF_QUARTER',
      first,
      last: addDays(addMonths(first, 3), -1),
    };
  }
  if (groups['months'] !== undefined) {
    const nine = groups['months'] === '9' || groups['months'] === 'chin';
    const atEnd = groups['part'] === 'cuoi';
    const [from, to] = atEnd ? [nine ? 4 : 7, 12] : [1, nine ? 9 : 6];
    return {
      kind: 'quarter',
      rule: 'DEADLINE_END_OF_MONTHS',
      first: dayOf(year, from, 1),
      last: lastDayOfMonth(year, to),
    };
  }
  const whole =
    groups['wholeYear'] === undefined || groups['wholeYear'] === 'nay'
      ? now.year
      : Number(groups['wholeYear']);
  return {
    kind: 'year',
    rule: 'DEADLINE_END_OF_YEAR',
    first: dayOf(whole, 1, 1),
    last: dayOf(whole, 12, 31),
  };
}

/** The beginning of a month is its 1st, its middle the 15th, its end the last day (Civil Code 2015, Art. 147). */
function monthSpan(name: string, edge: string | undefined, year: number, documentDay: Day): Span | undefined {
  const { year: thisYear, month: thisMonth } = partsOf(documentDay);
  const current = dayOf(thisYear, thisMonth, 1);
  const number = Number(name);
  if (!Number.isNaN(number) && (number < 1 || number > 12)) return undefined;
  const first = Number.isNaN(number)
    ? name === 'nay'
      ? current
      : addMonths(current, 1)
    : dayOf(year, number, 1);
  const last = addDays(addMonths(first, 1), -1);
  if (edge === 'dau') return { kind: 'month', rule: 'DEADLINE_START_OF_MONTH', first, last: first };
  if (edge === 'giua') {
    const middle = addDays(first, 14);
    return { kind: 'month', rule: 'DEADLINE_MIDDLE_OF_MONTH', first: middle, last: middle };
  }
  return { kind: 'month', rule: 'DEADLINE_END_OF_MONTH', first: edge === 'cuoi' ? last : first, last };
}
