import {
  addDays,
  addMonths,
  dayOf,
  lastDayOfMonth,
  parseDay,
  partsOf,
  weekdayOf,
  type Day,
} from '../../shared/index.js';
import { DATE } from './deadline-grammar.js';
import type { DeadlineContext, Draft, RecurrenceUnit } from './deadline-reading.js';
import type { FoldedText } from './folded-text.js';

const UNITS: Readonly<Record<string, RecurrenceUnit>> = {
  ngay: 'day',
  tuan: 'week',
  thang: 'month',
  quy: 'quarter',
  nam: 'year',
};

/** `hằng tháng`, `mỗi quý`: a repetition without a deadline of its own; the next occurrence is offered. */
export function readRecurrence(
  match: RegExpExecArray,
  { folded }: FoldedText,
  { documentDay }: DeadlineContext,
): Draft {
  const recurrence = UNITS[match.groups?.['every'] ?? ''] ?? 'ongoing';
  const suggestion = nextOccurrence(recurrence, folded, documentDay);
  return { class: 'recurring', rule: `DEADLINE_EVERY_${recurrence.toUpperCase()}`, recurrence, suggestion };
}

/** The next end of day, week (Friday), month, quarter or year after the document; a named day where given. */
function nextOccurrence(unit: RecurrenceUnit, folded: string, after: Day): Day {
  const { year, month } = partsOf(after);
  const exclusive = /\btruoc (?:ngay )?\d/.test(folded) ? 1 : 0;
  const dated = new RegExp(DATE).exec(folded)?.groups;
  const onDay = Number(/\bngay (?<on>\d{1,2})\b/.exec(folded)?.groups?.['on'] ?? 31);
  const inMonth = (ofYear: number, ofMonth: number): Day => {
    const first = addMonths(dayOf(ofYear, 1, 1), ofMonth - 1);
    const parts = partsOf(first);
    const last = lastDayOfMonth(parts.year, parts.month);
    const named = parseDay(`${first.slice(0, 8)}${String(onDay).padStart(2, '0')}`);
    return named === undefined ? last : addDays(named, -exclusive);
  };
  const candidates: Readonly<Record<RecurrenceUnit, () => readonly Day[]>> = {
    day: () => [addDays(after, 1)],
    ongoing: () => [addDays(after, 1)],
    week: () => [addDays(after, ((5 - weekdayOf(after) + 6) % 7) + 1)],
    month: () => [inMonth(year, month), inMonth(year, month + 1), inMonth(year, month + 2)],
    quarter: () => [0, 3, 6].map((ahead) => inMonth(year, Math.ceil(month / 3) * 3 + ahead)),
    year: () => [0, 1, 2].map((ahead) => inMonth(year + ahead, Number(dated?.['month'] ?? 12))),
  };
  return candidates[unit]().find((candidate) => candidate > after) ?? after;
}
