import { addDays, addMonths, type Day } from '../../shared/index.js';
import {
  countOf,
  DATE,
  DIGITS,
  MOMENT,
  momentOf,
  SPAN,
  spanOf,
  WORDS,
  type Moment,
} from './deadline-grammar.js';
import { remark, type DeadlineContext, type Draft } from './deadline-reading.js';
import { readRecurrence } from './deadline-recurrence.js';
import { readVague } from './deadline-vague.js';
import type { FoldedText } from './folded-text.js';

/** A form of deadline: what it looks like without diacritics and what it means. The first that fits decides. */
interface DeadlineRule {
  readonly pattern: RegExp;
  readonly read: (match: RegExpExecArray, phrase: FoldedText, context: DeadlineContext) => Draft | undefined;
}

const NO_LATER = String.raw`\b(?:cham nhat|muon nhat|tre nhat|han chot|han cuoi|thoi han|han|den het|den|het|toi|khong qua|truoc (?:khi )?het)`;
const FILLER = String.raw`(?: ?:| la| vao| den| het| ke)*`;
const WITHIN = String.raw`\b(?:trong|thoi han|cham nhat|muon nhat|khong qua|toi da|han)(?: (?:vong|thoi han|thoi gian|la|khong qua|toi da))*`;
const UNIT = String.raw`(?<unit>ngay lam viec|ngay(?! ?\d)|tuan|thang(?! ?\d| dau| cuoi| nam))\b`;

export const deadlineRules: readonly DeadlineRule[] = [
  { pattern: /\b(?:hang|moi) (?<every>ngay|tuan|thang|quy|nam)\b/, read: readRecurrence },
  { pattern: new RegExp(String.raw`\btruoc ${MOMENT}`), read: readBefore },
  { pattern: new RegExp(String.raw`\btruoc (?:${SPAN})`), read: readBeforeSpan },
  { pattern: new RegExp(String.raw`\b(?:trong|vao) ${MOMENT}`), read: readWithinDay },
  { pattern: new RegExp(`${NO_LATER}${FILLER} ${MOMENT}`), read: readNoLater },
  { pattern: new RegExp(`^${MOMENT}[.;]?$`), read: readNoLater },
  { pattern: new RegExp(String.raw`(?:\btrong|${NO_LATER}${FILLER}) (?:${SPAN})`), read: readSpan },
  { pattern: new RegExp(String.raw`^(?!nam)(?:${SPAN})[.;]?$`), read: readSpan },
  { pattern: /\btrong (?<span>thang|quy|nam)[.;]?$/, read: readPresentSpan },
  { pattern: new RegExp(`${WITHIN} (?:${DIGITS}|${WORDS}) ${UNIT}`), read: readDuration },
  { pattern: new RegExp(String.raw`(?<![\d/])${DIGITS} (?<unit>ngay lam viec)\b`), read: readDuration },
  { pattern: new RegExp(String.raw`^${DIGITS} ${UNIT}`), read: readDuration },
  {
    pattern: /\b(?:trong )?(?:vong )?nua thang\b/,
    read: (_, phrase, context) => duration(15, 'ngay', phrase, context),
  },
  {
    pattern: /\b(?:thuong xuyen|dinh ky)\b/,
    read: () => ({ class: 'recurring', rule: 'DEADLINE_ONGOING', recurrence: 'ongoing' }),
  },
  { pattern: /^/, read: readVague },
];

/** `trước ngày D` is exclusive: the last day is the one before, taken literally. With an hour it is that hour. */
function readBefore(match: RegExpExecArray, _: FoldedText, context: DeadlineContext): Draft {
  const moment = momentOf(match.groups ?? {}, context.documentDay);
  const { day, time } = moment;
  if (time !== undefined)
    return { ...withMoment(moment, context), class: 'exclusive', rule: 'DEADLINE_BEFORE_TIME', time };
  if (match.groups?.['hour'] !== undefined) {
    return { ...withMoment(moment, context), class: 'inclusive', rule: 'DEADLINE_NO_LATER_DAY' };
  }
  const dueOn = day && addDays(day, -1);
  const { warnings = [], ...draft } = withMoment({ ...moment, day: dueOn }, context);
  return {
    ...draft,
    class: 'exclusive',
    rule: 'DEADLINE_BEFORE_DAY',
    params: { day: day ?? '' },
    warnings: dueOn ? [remark('DEADLINE_EXCLUSIVE', { day: day ?? '', dueOn }), ...warnings] : warnings,
  };
}

function readBeforeSpan(match: RegExpExecArray, _: FoldedText, { documentDay }: DeadlineContext): Draft {
  const span = spanOf(match.groups ?? {}, documentDay);
  if (!span) return noSuchSpan('exclusive', match);
  const dueOn = addDays(span.first, -1);
  return {
    class: 'exclusive',
    rule: 'DEADLINE_BEFORE_DAY',
    params: { day: span.first },
    dueOn,
    warnings: [remark('DEADLINE_EXCLUSIVE', { day: span.first, dueOn })],
  };
}

function readWithinDay(match: RegExpExecArray, _: FoldedText, context: DeadlineContext): Draft {
  const moment = momentOf(match.groups ?? {}, context.documentDay);
  return {
    ...withMoment(moment, context),
    class: 'inclusive',
    rule: 'DEADLINE_WITHIN_DAY',
    time: moment.time,
  };
}

function readNoLater(match: RegExpExecArray, _: FoldedText, context: DeadlineContext): Draft {
  const moment = momentOf(match.groups ?? {}, context.documentDay);
  const rule = moment.time === undefined ? 'DEADLINE_NO_LATER_DAY' : 'DEADLINE_NO_LATER_TIME';
  return {
    ...withMoment(moment, context),
    class: 'inclusive',
    rule,
    time: moment.time,
    rolls: moment.time === undefined,
  };
}

function readSpan(
  match: RegExpExecArray,
  _: FoldedText,
  { documentDay }: DeadlineContext,
): Draft | undefined {
  const span = spanOf(match.groups ?? {}, documentDay);
  // "đến năm 2025" is how far a plan looks ahead, not a deadline.
  if (span?.kind === 'year' && match[0].startsWith('den nam')) return undefined;
  return span ? { class: span.kind, rule: span.rule, dueOn: span.last } : noSuchSpan('month', match);
}

/** `trong tháng`, `trong quý`, `trong năm` alone mean the present one. */
function readPresentSpan(
  match: RegExpExecArray,
  _: FoldedText,
  { documentDay }: DeadlineContext,
): Draft | undefined {
  const name = match.groups?.['span'];
  const groups =
    name === 'thang' ? { spanMonth: 'nay' } : name === 'quy' ? { quarter: 'nay' } : { wholeYear: 'nay' };
  const span = spanOf(groups, documentDay);
  return span && { class: span.kind, rule: span.rule, dueOn: span.last };
}

function readDuration(match: RegExpExecArray, phrase: FoldedText, context: DeadlineContext): Draft {
  // "trước 5 ngày" and "sau 5 ngày" count from something else, away from the deadline.
  const lead = phrase.folded.slice(0, match.index);
  const draft = duration(countOf(match.groups ?? {}), match.groups?.['unit'] ?? '', phrase, context);
  if (!/\b(?:truoc|sau)(?: khi)? $/.test(lead)) return draft;
  return {
    class: 'vague',
    rule: 'DEADLINE_ASK',
    warnings: [remark('DEADLINE_VAGUE', { word: match[0] })],
    suggestion: draft.dueOn,
  };
}

const RULE_OF_UNIT: Readonly<Record<string, string>> = {
  ngay: 'DEADLINE_CALENDAR_DAYS',
  tuan: 'DEADLINE_WEEKS',
  thang: 'DEADLINE_MONTHS',
};

/** The day of the event does not count (Civil Code 2015, Art. 147). */
function duration(count: number, unit: string, { folded }: FoldedText, context: DeadlineContext): Draft {
  const { base, warnings } = startOfDuration(folded, context);
  const params = { count, from: base };
  if (unit === 'ngay lam viec') {
    const dueOn = context.calendar.addWorkingDays(base, count);
    return { class: 'working-days', rule: 'DEADLINE_WORKING_DAYS', params, dueOn, warnings };
  }
  const dueOn =
    unit === 'thang' ? addMonths(base, count) : addDays(base, unit === 'tuan' ? count * 7 : count);
  const rule = RULE_OF_UNIT[unit] ?? 'DEADLINE_CALENDAR_DAYS';
  return { class: 'calendar-days', rule, params, dueOn, rolls: true, warnings };
}

const FROM_DATE = new RegExp(String.raw`\btu (?:ngay )?${DATE}`);
const FROM_DOCUMENT =
  /\btu (?:ngay |khi )?(?:ky|ban hanh|ra|co (?:ket luan|thong bao)|ket luan|thong bao|hoi nghi|hop)\b/;

/** From the day that the phrase names, else from the day of the document; from an event that is assumed. */
function startOfDuration(
  folded: string,
  { documentDay }: DeadlineContext,
): { base: Day; warnings: Moment['warnings'] } {
  const from = FROM_DATE.exec(folded);
  if (from) {
    const { day, warnings } = momentOf(from.groups ?? {}, documentDay);
    return { base: day ?? documentDay, warnings };
  }
  const assumed = /\btu (?:ngay|khi)\b/.test(folded) && !FROM_DOCUMENT.test(folded);
  return {
    base: documentDay,
    warnings: assumed ? [remark('DEADLINE_BASE_ASSUMED', { from: documentDay })] : [],
  };
}

/** Due day and warnings of a moment; a day in the past whose year was not written is offered a year later. */
function withMoment(
  { day, yearGiven, warnings }: Moment,
  { documentDay }: DeadlineContext,
): Pick<Draft, 'dueOn' | 'warnings' | 'suggestion'> {
  const nextYear = day !== undefined && day < documentDay && !yearGiven ? addMonths(day, 12) : undefined;
  return { dueOn: day, warnings, suggestion: nextYear };
}

function noSuchSpan(kind: 'exclusive' | 'month', match: RegExpExecArray): Draft {
  return {
    class: kind,
    rule: 'DEADLINE_END_OF_MONTH',
    warnings: [remark('DEADLINE_NO_SUCH_DAY', { date: match[0] })],
  };
}
