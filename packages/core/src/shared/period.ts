import type { PeriodKind } from '@nhip/contracts';
import { daysBetween, partsOf, type Day } from './day.js';
import { refuse, type Outcome, type Refusal } from './domain-error.js';

/**
 * By which rule a period begins and ends.
 * `calendar`: civil months. `decree-09`: NĐ 09/2019/NĐ-CP Art. 12, from the 15th to the 14th.
 * `cumulative`: from 1 January to a day. `custom`: any two days.
 */
export type PeriodPreset = 'calendar' | 'decree-09' | 'cumulative' | 'custom';

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
