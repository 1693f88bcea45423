import { displayZone, formatInstant, parseDayInput, type Language } from '@nhip/contracts';

const weekdays: Readonly<Record<Language, readonly string[]>> = {
  vi: ['Chủ nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
};
/** Vietnam keeps one offset all year. */
const OFFSET = '+07:00';
const order = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const weekday = new Intl.DateTimeFormat('en-GB', { timeZone: displayZone, weekday: 'short' });

/** `2022-10-11T07:00:00Z` → `Thứ Ba, 11/10/2022 14:00` */
export function formatClock(at: string, language: Language): string {
  const name = weekdays[language][order.indexOf(weekday.format(Date.parse(at)))];
  return `${name ?? ''}, ${formatInstant(at)}`;
}

/** The day of an instant as it is counted here: `2022-10-11`. */
function dayOf(at: string): string {
  return parseDayInput(formatInstant(at).slice(0, 10)) ?? '';
}

/** 08:00 of a day typed for the clock to move to; undefined where it is none, or not after the clock's own day. */
export function morningAhead(typed: string, at: string): string | undefined {
  const day = parseDayInput(typed);
  if (day === undefined || day <= dayOf(at)) return undefined;
  return new Date(`${day}T08:00:00${OFFSET}`).toISOString();
}
