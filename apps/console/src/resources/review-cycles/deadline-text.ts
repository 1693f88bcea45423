import { parseDayInput, type Language, type StageDeadlineInput } from '@nhip/contracts';

/** What was typed for a stage: a day where it can be read as one, else a phrase; undefined for a blank. */
export function deadlineOf(stage: string, typed: string): StageDeadlineInput | undefined {
  const trimmed = typed.normalize('NFC').trim();
  if (trimmed === '') return undefined;
  const dueOn = parseDayInput(trimmed);
  return dueOn === undefined ? { stage, phrase: trimmed } : { stage, dueOn };
}

/** `2022-10-17` → `Thứ Hai`. */
export function weekdayOf(day: string, language: Language): string {
  const weekday = new Intl.DateTimeFormat(language === 'vi' ? 'vi-VN' : 'en-GB', {
    weekday: 'long',
    timeZone: 'UTC',
  });
  return weekday.format(new Date(`${day}T00:00:00Z`));
}
