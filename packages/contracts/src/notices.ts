import { z } from 'zod';
import { formatDay, formatInstant } from './dates.js';
import type { Language } from './errors.js';
import { listQuery, names, pageOf, uuid, type Names } from './lists.js';
import { fill } from './fill.js';
import { noticeTexts, type NoticeKind } from './notice-texts.js';

/** Values a notice is filled with. Days and instants travel as ISO text and are shown as dd/MM/yyyy; names in the reader's language. */
export const noticeParams = z.record(z.string(), z.union([z.string(), z.number().int(), names]));
export type NoticeParams = z.infer<typeof noticeParams>;

export const noticeItem = z.object({
  id: uuid,
  kind: z.string(),
  params: noticeParams,
  /** Page of the console it leads to, e.g. `/tasks/<id>/show`. */
  link: z.string().nullable(),
  at: z.iso.datetime(),
  readAt: z.iso.datetime().nullable(),
});
export type NoticeItem = z.infer<typeof noticeItem>;

/** Own notices, newest first. */
export const noticeList = listQuery.extend({ unread: z.stringbool().optional() });
export type NoticeList = z.infer<typeof noticeList>;
export const noticePage = pageOf(noticeItem);

export const unreadNotices = z.object({ unread: z.number().int() });
export type UnreadNotices = z.infer<typeof unreadNotices>;

/** These, or with `all` everything unread so far. */
export const markNoticesRead = z.union([
  z.strictObject({ ids: z.array(uuid).min(1).max(500) }),
  z.strictObject({ all: z.literal(true) }),
]);
export type MarkNoticesRead = z.infer<typeof markNoticesRead>;

export const markedNotices = z.object({ read: z.number().int() });

/**
 * What is also mailed, at once: what asks a person to answer for something. Reminders and what fell due stand in the
 * digest of the same morning, so that nobody gets twenty mails at eight.
 */
export const mailedNotices: readonly NoticeKind[] = [
  'task.explanation-requested',
  'task.urged',
  'task.urged-by-letter',
  'task.marked-for-criticism',
  'task.criticised',
];

/** Where nobody gave a reason (the clock acted), the sentence about it goes. */
const WITHOUT_REASON = / (Lý do|Reason): \{reason\}$/;

/** The words of a notice; its kind where the words are not known (a notice of a newer version). */
export function describeNotice(
  { kind, params }: { readonly kind: string; readonly params: NoticeParams },
  language: Language,
): string {
  const whole = noticeTexts[kind as NoticeKind]?.[language] ?? kind;
  const text = 'reason' in params ? whole : whole.replace(WITHOUT_REASON, '');
  const shown = Object.entries(params).map(([name, value]) => [
    name,
    typeof value === 'string' ? readable(value) : typeof value === 'number' ? value : nameOf(value, language),
  ]);
  return fill(text, Object.fromEntries(shown));
}

const nameOf = (value: Names, language: Language): string =>
  (language === 'en' ? value.en : undefined) ?? value.vi;

function readable(value: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDay(value);
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value)) return formatInstant(value);
  return value;
}
