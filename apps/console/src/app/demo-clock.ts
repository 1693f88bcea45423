import { displayZone, formatInstant, parseDayInput, type Language } from '@nhip/contracts';

const weekdays: Readonly<Record<Language, readonly string[]>> = {
  vi: ['Chủ nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
};
const order = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const weekday = new Intl.DateTimeFormat('en-GB', { timeZone: displayZone, weekday: 'short' });

/** `2022-10-11T07:00:00Z` → `Thứ Ba, 11/10/2022 14:00` */
export function formatClock(at: string, language: Language): string {
  const name = weekdays[language][order.indexOf(weekday.format(Date.parse(at)))];
  return `${name ?? ''}, ${formatInstant(at)}`;
}

/** The day of an instant as it is counted here: `2022-10-11`. */
export function dayOf(at: string): string {
  return parseDayInput(formatInstant(at).slice(0, 10)) ?? '';
}

/** A day typed for the clock to move to; undefined where it is none, or not ahead of where the clock stands. */
export function dayAhead(typed: string, at: string): string | undefined {
  const day = parseDayInput(typed);
  return day !== undefined && day > dayOf(at) ? day : undefined;
}
