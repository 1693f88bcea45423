import {
  formatDay,
  parseDayInput,
  type DeadlineInput,
  type DeadlineReadingView,
  type Language,
} from '@nhip/contracts';

/** A deadline while it is typed: the words of the document (or a day), and a day chosen instead, with the reason. */
export interface TypedDeadline {
  readonly words: string;
  /** As typed; '' where the words decide. */
  readonly day: string;
  readonly reason: string;
}

export const noDeadline: TypedDeadline = { words: '', day: '', reason: '' };

/** What the API takes: a day among the words is a day, anything else a phrase. */
export function deadlineInputOf({ words, day, reason }: TypedDeadline): DeadlineInput {
  const typed = words.normalize('NFC').trim();
  const plain = parseDayInput(typed);
  const chosen = parseDayInput(day);
  const why = reason.trim() === '' ? {} : { reason: reason.trim() };
  if (typed === '') return chosen === undefined ? {} : { dueOn: chosen, ...why };
  if (plain !== undefined) return { dueOn: chosen ?? plain };
  return chosen === undefined ? { phrase: typed } : { phrase: typed, dueOn: chosen, ...why };
}

/** How a stored deadline stands in a form. */
export function typedDeadline(stored: {
  readonly phrase: string | null;
  readonly dueOn: string | null;
  readonly reading: DeadlineReadingView | null;
}): TypedDeadline {
  const { phrase, dueOn, reading } = stored;
  if (phrase === null) return { ...noDeadline, words: shownDay(dueOn) };
  const override = reading?.override;
  return { words: phrase, day: shownDay(override?.dueOn ?? null), reason: override?.reason ?? '' };
}

/** `2022-10-17` → `thứ Hai` / `Monday`. */
export function weekday(day: string, language: Language): string {
  const name = new Intl.DateTimeFormat(language === 'vi' ? 'vi-VN' : 'en-GB', {
    weekday: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`));
  return language === 'vi' ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

const shownDay = (day: string | null): string => (day === null ? '' : formatDay(day));

export const EXCLUSIVE = 'DEADLINE_EXCLUSIVE';

/** “Trước ngày 18/10”: that the day itself is out is said once, beside the words. */
export const excludesItsDay = ({ warnings }: Pick<DeadlineReadingView, 'warnings'>): boolean =>
  warnings.some(({ code }) => code === EXCLUSIVE);
