import { z } from 'zod';
import type { Language } from './errors.js';
import { day, names, reason, uuid } from './lists.js';

export const calendarDayKinds = [
  'statutory',
  'in_lieu',
  'swap_off',
  'swap_work',
  'unconfirmed',
  'ordinary',
] as const;
export const calendarConfidences = ['verified', 'recalled', 'computed'] as const;

export const calendarKindNames: Readonly<
  Record<(typeof calendarDayKinds)[number], Readonly<Record<Language, string>>>
> = {
  statutory: { vi: 'Nghỉ lễ, tết', en: 'Public holiday' },
  in_lieu: { vi: 'Nghỉ bù', en: 'Day in lieu' },
  swap_off: { vi: 'Nghỉ hoán đổi', en: 'Swapped day off' },
  swap_work: { vi: 'Đi làm bù', en: 'Swapped working day' },
  unconfirmed: { vi: 'Chưa xác định', en: 'Not settled' },
  ordinary: { vi: 'Ngày bình thường', en: 'Ordinary day' },
};

const calendarDay = z.strictObject({
  day,
  kind: z.enum(calendarDayKinds),
  name: z.string().trim().min(1).max(200),
  nameEn: z.string().trim().min(1).max(200).optional(),
  confidence: z.enum(calendarConfidences),
  /** Number, symbol and date of the document that decided it. */
  source: z.string().trim().min(1).max(300).optional(),
});
export type CalendarDayInput = z.infer<typeof calendarDay>;

/** Days recorded anew, and own days taken back, so that the installation's or the rule decides again. */
export const calendarChange = z.strictObject({
  days: z.array(calendarDay).max(500).default([]),
  removed: z.array(day).max(500).default([]),
});
export type CalendarChangeInput = z.infer<typeof calendarChange>;

export const changeCalendarCommand = calendarChange.extend({
  reason,
  /** Whether deadlines that mean another day by the new calendar are moved there. */
  moveDeadlines: z.boolean(),
});
export type ChangeCalendarCommand = z.infer<typeof changeCalendarCommand>;

export const calendarYearPath = z.strictObject({ year: z.coerce.number().int().min(1976).max(2099) });

export const calendarYear = z.object({
  year: z.number().int(),
  /** Nobody has entered its holidays: they are computed. */
  provisional: z.boolean(),
  /** Of the administration's own days, for the next change. */
  revision: z.number().int(),
  statutoryDays: z.number().int(),
  workingDays: z.number().int(),
  days: z.array(
    z.object({
      day,
      kind: z.enum(calendarDayKinds),
      name: z.string(),
      nameEn: z.string().nullable(),
      confidence: z.enum(calendarConfidences),
      source: z.string().nullable(),
      /** Recorded by this administration: may be taken back. */
      own: z.boolean(),
      off: z.boolean(),
    }),
  ),
});
export type CalendarYear = z.infer<typeof calendarYear>;

/** A deadline that means another day by the new calendar. */
const movedDeadline = z.object({
  kind: z.enum(['task', 'recommendation', 'review-cycle']),
  id: uuid,
  title: z.string(),
  /** The unit that is to act, or the stage of the cycle. */
  of: names.nullable(),
  phrase: z.string(),
  from: day,
  to: day,
});

export const calendarPreview = z.object({
  /** How many days would be recorded or taken back. */
  changed: z.number().int(),
  moves: z.array(movedDeadline),
});
export type CalendarPreview = z.infer<typeof calendarPreview>;

export const calendarChanged = z.object({
  changed: z.number().int(),
  moved: z.number().int(),
  revision: z.number().int(),
});

/** A days-off file as text: CSV with the columns date, weekday, kind, name_vi, confidence. */
export const daysOffFile = z.strictObject({ csv: z.string().max(200_000) });
export const daysOffRead = z.object({ days: z.array(calendarDay) });
export type DaysOffRead = z.infer<typeof daysOffRead>;
