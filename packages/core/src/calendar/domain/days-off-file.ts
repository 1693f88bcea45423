import { parseDay, refuse, weekdayOf, type Outcome } from '../../shared/index.js';
import { calendarDayKinds, confidences, type CalendarDay } from './calendar-day.js';

const COLUMNS = 'date,weekday,kind,name_vi,confidence';
const WEEKDAYS = ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'] as const;

/**
 * Reads a days-off file: CSV in UTF-8 with the columns date, weekday (T2–T7, CN), kind, name_vi, confidence.
 * Refused as a whole, naming line and column, when a line does not fit: a calendar with holes is worse than
 * none. The weekday is checked against the date, which finds most typing errors.
 */
export function readDaysOff(csv: string): Outcome<readonly CalendarDay[]> {
  const lines = csv
    .replace(/^\ufeff/, '')
    .normalize('NFC')
    .split(/\r?\n/);
  if (lines[0] !== COLUMNS) return refuse('DAYS_OFF_HEADER', { found: lines[0] ?? '', expected: COLUMNS });
  const days = new Map<string, CalendarDay>();
  for (const [index, line] of lines.entries()) {
    if (index === 0 || line.trim() === '') continue;
    const wrong = (column: string, found = ''): Outcome<never> =>
      refuse('DAYS_OFF_LINE', { line: index + 1, column, found });
    const [date = '', weekday, kind, name, confidence, ...more] = cells(line);
    const day = parseDay(date);
    if (day === undefined) return wrong('date', date);
    if (days.has(day)) return refuse('DAYS_OFF_TWICE', { line: index + 1, day });
    if (weekday !== WEEKDAYS[weekdayOf(day) - 1]) return wrong('weekday', weekday);
    const knownKind = calendarDayKinds.find((known) => known === kind);
    if (!knownKind) return wrong('kind', kind);
    if (!name) return wrong('name_vi', name);
    const knownConfidence = confidences.find((known) => known === confidence);
    if (!knownConfidence || more.length > 0) return wrong('confidence', confidence);
    days.set(day, { day, kind: knownKind, name, confidence: knownConfidence });
  }
  return { ok: true, value: [...days.values()] };
}

/** Cells of one CSV line; quoted cells may hold commas and doubled quotes. */
function cells(line: string): readonly string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((cell) =>
    cell[1] === undefined ? (cell[2] ?? '').trim() : cell[1].replaceAll('""', '"').trim(),
  );
}
