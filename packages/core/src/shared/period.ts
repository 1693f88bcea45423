import { addMonths, dayOf, daysBetween, lastDayOfMonth, partsOf, type Day } from './day.js';
import { refuse, type Outcome, type Refusal } from './domain-error.js';

/**
 * By which rule a period begins and ends.
 * `calendar`: civil months. `decree-09`: NĐ 09/2019/NĐ-CP Art. 12, from the 15th to the 14th.
 * `cumulative`: from 1 January to a day. `custom`: any two days.
 */
export type PeriodPreset = 'calendar' | 'decree-09' | 'cumulative' | 'custom';
export type RegularKind = 'month' | 'quarter' | 'half' | 'nine-months' | 'year';
export type PeriodKind = RegularKind | 'year-to-date' | 'custom';

/** A reporting period: never just "Q3", always its kind, first and last day and the cut-off of its data. */
export interface Period {
  readonly preset: PeriodPreset;
  readonly kind: PeriodKind;
  /** First day. */
  readonly start: Day;
  /** Last day, included. */
  readonly end: Day;
  /** Data cut-off (thời điểm chốt số liệu): figures are as known on this day. */
  readonly asOf: Day;
}

const MONTHS: Readonly<Record<RegularKind, number>> = {
  month: 1,
  quarter: 3,
  half: 6,
  'nine-months': 9,
  year: 12,
};

/**
 * A regular period. `index` counts from 1 within the year: month 1–12, quarter 1–4, half 1–2; nine months and
 * year have only 1. The decree knows one half-year report only, the first. Its year-long period,
 * 15/12–14/12, follows by analogy. `asOf` defaults to the last day.
 * Refuses PERIOD_INDEX and PERIOD_CUTOFF_EARLY (a cut-off before the first day).
 */
export function regularPeriod(
  preset: 'calendar' | 'decree-09',
  kind: RegularKind,
  year: number,
  index = 1,
  asOf?: Day,
): Outcome<Period> {
  const length = MONTHS[kind];
  const last = preset === 'decree-09' && kind === 'half' ? 1 : Math.floor(12 / length);
  if (!Number.isInteger(index) || index < 1 || index > last)
    return refuse('PERIOD_INDEX', { kind, index, last });
  const firstMonth = (index - 1) * length + 1;
  const lastMonth = firstMonth + length - 1;
  const [start, end] =
    preset === 'calendar'
      ? [dayOf(year, firstMonth, 1), lastDayOfMonth(year, lastMonth)]
      : [addMonths(dayOf(year, firstMonth, 15), -1), dayOf(year, lastMonth, 14)];
  return checkedPeriod({ preset, kind, start, end, asOf: asOf ?? end });
}

/** From 1 January to the last day given. */
export function cumulativePeriod(end: Day, asOf: Day = end): Outcome<Period> {
  return checkedPeriod({
    preset: 'cumulative',
    kind: 'year-to-date',
    start: dayOf(partsOf(end).year, 1, 1),
    end,
    asOf,
  });
}

export function customPeriod(start: Day, end: Day, asOf: Day = end): Outcome<Period> {
  return checkedPeriod({ preset: 'custom', kind: 'custom', start, end, asOf });
}

/** Refuses PERIOD_REVERSED (it ends before it begins) and PERIOD_CUTOFF_EARLY. */
export function checkedPeriod(period: Period): Outcome<Period> {
  const { start, end, asOf } = period;
  if (end < start) return refuse('PERIOD_REVERSED', { start, end });
  if (asOf < start) return refuse('PERIOD_CUTOFF_EARLY', { start, asOf });
  return { ok: true, value: period };
}

/** Whether the period had begun on the day; figures for one that had not are refused. */
export function hasBegun(period: Period, on: Day): boolean {
  return period.start <= on;
}

/** PERIOD_FUTURE: the data was cut before the period ended (S4: 2016–2021 reported on 14/5/2020). */
export function endsAfterCutOff(period: Period): boolean {
  return period.end > period.asOf;
}

/**
 * Whether figures of the two periods may stand side by side: same preset, same kind, same place in the year,
 * and the same part of the period behind them. Never compare across presets silently.
 */
export function comparable(a: Period, b: Period): { readonly ok: true } | Refusal {
  if (a.preset !== b.preset) return refuse('PERIOD_PRESET_DIFFERS', { a: a.preset, b: b.preset });
  if (a.kind !== b.kind) return refuse('PERIOD_KIND_DIFFERS', { a: a.kind, b: b.kind });
  if (a.preset === 'custom' && !sameShape(a, b)) {
    return refuse('PERIOD_LENGTH_DIFFERS', {
      a: daysBetween(a.start, a.end) + 1,
      b: daysBetween(b.start, b.end) + 1,
    });
  }
  if (a.preset === 'cumulative' && monthAndDay(a.end) !== monthAndDay(b.end)) {
    return refuse('PERIOD_END_DIFFERS', { a: a.end, b: b.end });
  }
  if (!sameCutOff(a, b)) return refuse('PERIOD_CUTOFF_DIFFERS', { a: a.asOf, b: b.asOf });
  return { ok: true };
}

/** The same days of the year over the same number of years, or simply the same number of days. */
function sameShape(a: Period, b: Period): boolean {
  const years = (period: Period): number => partsOf(period.end).year - partsOf(period.start).year;
  return (
    daysBetween(a.start, a.end) === daysBetween(b.start, b.end) ||
    (monthAndDay(a.start) === monthAndDay(b.start) &&
      monthAndDay(a.end) === monthAndDay(b.end) &&
      years(a) === years(b))
  );
}

function sameCutOff(a: Period, b: Period): boolean {
  if (!endsAfterCutOff(a) && !endsAfterCutOff(b)) return true;
  return (
    endsAfterCutOff(a) &&
    endsAfterCutOff(b) &&
    (daysBetween(a.start, a.asOf) === daysBetween(b.start, b.asOf) ||
      monthAndDay(a.asOf) === monthAndDay(b.asOf))
  );
}

/** `MM-DD`; the last day of February is one day, in leap years too. */
function monthAndDay(of: Day): string {
  return of.slice(5) === '02-29' ? '02-28' : of.slice(5);
}

const ROMAN = ['I', 'II', 'III', 'IV'];

/**
 * The period in words: `9 tháng đầu năm 2022`, `Quý I/2023 (15/12/2022–14/3/2023)`. Days are shown wherever
 * the words alone could mean another period.
 */
export function periodLabel(period: Period, language: 'vi' | 'en'): string {
  const span = `${shortDay(period.start)}–${shortDay(period.end)}`;
  if (period.kind === 'custom') return span;
  const { year, month } = partsOf(period.end);
  const vi = language === 'vi';
  if (period.kind === 'year-to-date') return vi ? `Lũy kế ${span}` : `Year to date ${span}`;
  const index = Math.ceil(month / MONTHS[period.kind]);
  const words = {
    month: vi ? `Tháng ${month}/${year}` : `Month ${month}/${year}`,
    quarter: vi ? `Quý ${ROMAN[index - 1]}/${year}` : `Quarter ${index}/${year}`,
    half: vi
      ? `6 tháng ${index === 1 ? 'đầu' : 'cuối'} năm ${year}`
      : `${index === 1 ? 'First' : 'Second'} half of ${year}`,
    'nine-months': vi ? `9 tháng đầu năm ${year}` : `First nine months of ${year}`,
    year: vi ? `Năm ${year}` : `Year ${year}`,
  }[period.kind];
  return period.preset === 'calendar' ? words : `${words} (${span})`;
}

function shortDay(of: Day): string {
  const { year, month, dayOfMonth } = partsOf(of);
  return `${dayOfMonth}/${month}/${year}`;
}
