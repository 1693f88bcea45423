import { formatDay } from './dates.js';
import type { Language } from './errors.js';
import { fill } from './fill.js';

/** How a deadline phrase was read, and what to look at in it. Days among the parameters are shown as dd/MM/yyyy. */
export const deadlineTexts = {
  DEADLINE_BEFORE_DAY: { vi: 'trước ngày {day}, không tính ngày đó', en: 'before {day}, that day excluded' },
  DEADLINE_BEFORE_TIME: { vi: 'trước giờ nêu trong văn bản', en: 'before the hour given' },
  DEADLINE_WITHIN_DAY: { vi: 'trong ngày, đến 24 giờ', en: 'within the day, until midnight' },
  DEADLINE_NO_LATER_DAY: { vi: 'đến hết ngày', en: 'to the end of the day' },
  DEADLINE_NO_LATER_TIME: { vi: 'đến giờ nêu trong văn bản', en: 'until the hour given' },
  DEADLINE_START_OF_MONTH: { vi: 'đầu tháng: ngày 1', en: 'beginning of the month: the 1st' },
  DEADLINE_MIDDLE_OF_MONTH: { vi: 'giữa tháng: ngày 15', en: 'middle of the month: the 15th' },
  DEADLINE_END_OF_MONTH: { vi: 'đến ngày cuối tháng', en: 'to the last day of the month' },
  DEADLINE_END_OF_QUARTER: { vi: 'đến ngày cuối quý', en: 'to the last day of the quarter' },
  DEADLINE_END_OF_MONTHS: {
    vi: 'đến ngày cuối của các tháng đã nêu',
    en: 'to the last day of the months named',
  },
  DEADLINE_END_OF_YEAR: { vi: 'đến ngày cuối năm', en: 'to the last day of the year' },
  DEADLINE_WORKING_DAYS: {
    vi: '{count} ngày làm việc, tính từ ngày liền sau {from}',
    en: '{count} working days, counted from the day after {from}',
  },
  DEADLINE_CALENDAR_DAYS: {
    vi: '{count} ngày, tính từ ngày liền sau {from}',
    en: '{count} days, counted from the day after {from}',
  },
  DEADLINE_WEEKS: { vi: '{count} tuần kể từ {from}', en: '{count} weeks from {from}' },
  DEADLINE_MONTHS: { vi: '{count} tháng kể từ {from}', en: '{count} months from {from}' },
  DEADLINE_ONGOING: { vi: 'thường xuyên, không có hạn riêng', en: 'ongoing, no deadline of its own' },
  DEADLINE_EVERY_DAY: { vi: 'lặp lại hằng ngày', en: 'every day' },
  DEADLINE_EVERY_WEEK: { vi: 'lặp lại hằng tuần', en: 'every week' },
  DEADLINE_EVERY_MONTH: { vi: 'lặp lại hằng tháng', en: 'every month' },
  DEADLINE_EVERY_QUARTER: { vi: 'lặp lại hằng quý', en: 'every quarter' },
  DEADLINE_EVERY_YEAR: { vi: 'lặp lại hằng năm', en: 'every year' },
  DEADLINE_ASK: { vi: 'chưa nêu ngày cụ thể', en: 'no day given' },
  DEADLINE_NONE: { vi: 'không nêu thời hạn', en: 'no deadline given' },
  DEADLINE_EXCLUSIVE: {
    vi: '“Trước ngày {day}”: ngày cuối cùng còn trong hạn là {dueOn}.',
    en: '“Before {day}”: the last day in time is {dueOn}.',
  },
  DEADLINE_VAGUE: {
    vi: '“{word}” không cho biết ngày nào. Chọn một ngày cụ thể.',
    en: '“{word}” names no day. Choose one.',
  },
  DEADLINE_MISSING: { vi: 'Văn bản không nêu thời hạn.', en: 'The document gives no deadline.' },
  DEADLINE_YEAR_SHORT: { vi: 'Năm viết tắt được hiểu là {year}.', en: 'The short year was read as {year}.' },
  DEADLINE_NO_SUCH_DAY: {
    vi: 'Không có “{date}” trên lịch. Sửa lại thời hạn.',
    en: 'There is no “{date}” in the calendar. Mend the deadline.',
  },
  DEADLINE_NO_SUCH_TIME: {
    vi: 'Không có {hour} giờ {minute} phút. Sửa lại giờ.',
    en: 'There is no such time as {hour}:{minute}. Mend the hour.',
  },
  DEADLINE_BASE_ASSUMED: {
    vi: 'Chưa biết ngày của sự kiện làm mốc; tạm tính từ ngày văn bản {from}.',
    en: 'The day of the event to count from is not known; counted from the document of {from} for now.',
  },
  DEADLINE_ROLLED: {
    vi: 'Ngày {from} là ngày nghỉ; hạn chuyển sang ngày làm việc kế tiếp, {to}.',
    en: '{from} is a day off; the deadline moves to the next working day, {to}.',
  },
  DEADLINE_DAY_OFF: {
    vi: 'Ngày cuối hạn {day} là ngày nghỉ; giữ đúng câu chữ. Ngày làm việc kế tiếp là {next}.',
    en: 'The last day, {day}, is a day off; the wording is kept. The next working day is {next}.',
  },
  DEADLINE_PAST: {
    vi: 'Hạn {dueOn} đứng trước ngày văn bản {documentDay}. Kiểm tra lại năm.',
    en: 'The deadline {dueOn} lies before the document of {documentDay}. Check the year.',
  },
  DEADLINE_CALENDAR_PROVISIONAL: {
    vi: 'Lịch nghỉ năm {year} chưa công bố, đang dùng lịch tạm tính.',
    en: 'The days off of {year} are not announced yet; computed ones are used.',
  },
} as const satisfies Record<string, Readonly<Record<Language, string>>>;

const words = new Map<string, Readonly<Record<Language, string>>>(Object.entries(deadlineTexts));

/** The words of a rule or warning of a deadline; the code itself where it has none. */
export function describeDeadline(
  { code, params }: { readonly code: string; readonly params: Readonly<Record<string, unknown>> },
  language: Language,
): string {
  const shown = Object.entries(params).map(([name, value]) => [
    name,
    typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDay(value) : value,
  ]);
  return fill(words.get(code)?.[language] ?? code, Object.fromEntries(shown));
}
