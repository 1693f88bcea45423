import { formatDay } from './dates.js';
import type { Language } from './errors.js';
import type { ReportingPeriod } from './review-cycles.js';

/** Kinds of periods that follow each other within a year. */
export const regularKinds = ['month', 'quarter', 'half', 'nine-months', 'year'] as const;
export type RegularKind = (typeof regularKinds)[number];
export const periodKinds = [...regularKinds, 'year-to-date', 'custom'] as const;
export type PeriodKind = (typeof periodKinds)[number];

const MONTHS: Readonly<Record<RegularKind, number>> = {
  month: 1,
  quarter: 3,
  half: 6,
  'nine-months': 9,
  year: 12,
};
const ROMAN = ['I', 'II', 'III', 'IV'];

/** How many periods of the kind a year has; the decree knows one half-year report only. */
export function countInYear(preset: 'calendar' | 'decree-09', kind: RegularKind): number {
  return preset === 'decree-09' && kind === 'half' ? 1 : Math.floor(12 / MONTHS[kind]);
}

/**
 * First and last day of a regular period: civil months, or from the 15th to the 14th by NĐ 09/2019/NĐ-CP Art. 12.
 * `index` counts from 1 within the year.
 */
export function regularSpan(
  preset: 'calendar' | 'decree-09',
  kind: RegularKind,
  year: number,
  index: number,
): { readonly start: string; readonly end: string } {
  const first = (index - 1) * MONTHS[kind] + 1;
  const last = first + MONTHS[kind] - 1;
  if (preset === 'calendar')
    return { start: day(year, first, 1), end: day(year, last, lengthOf(year, last)) };
  return {
    start: first === 1 ? day(year - 1, 12, 15) : day(year, first - 1, 15),
    end: day(year, last, 14),
  };
}

/** The period in words; its days are added wherever the words alone could mean another period. */
export function periodLabel({ preset, kind, start, end }: ReportingPeriod, language: Language): string {
  const span = periodDays({ start, end });
  if (kind === 'custom') return span;
  const vi = language === 'vi';
  if (kind === 'year-to-date') return vi ? `Lũy kế ${span}` : `Year to date ${span}`;
  const year = end.slice(0, 4);
  const month = Number(end.slice(5, 7));
  const index = Math.ceil(month / MONTHS[kind]);
  const words = {
    month: vi ? `Tháng ${month}/${year}` : `Month ${month}/${year}`,
    quarter: vi ? `Quý ${ROMAN[index - 1]}/${year}` : `Quarter ${index}/${year}`,
    half: vi
      ? `6 tháng ${index === 1 ? 'đầu' : 'cuối'} năm ${year}`
      : `${index === 1 ? 'First' : 'Second'} half of ${year}`,
    'nine-months': vi ? `9 tháng đầu năm ${year}` : `First nine months of ${year}`,
    year: vi ? `Năm ${year}` : `Year ${year}`,
  }[kind];
  return preset === 'calendar' ? words : `${words} (${span})`;
}

export const periodDays = ({ start, end }: Pick<ReportingPeriod, 'start' | 'end'>): string =>
  `${formatDay(start)}–${formatDay(end)}`;

function lengthOf(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

const day = (year: number, month: number, dayOfMonth: number): string =>
  [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(dayOfMonth).padStart(2, '0')].join(
    '-',
  );
