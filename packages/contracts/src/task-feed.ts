import { z } from 'zod';

/** The calendar address of a unit's task deadlines, as its leader sees it: that there is one, never the address itself. */
export const taskFeedView = z.object({
  /** Null where there is none, or it was revoked. */
  feed: z
    .object({ madeAt: z.iso.datetime(), madeBy: z.string().nullable(), language: z.enum(['vi', 'en']) })
    .nullable(),
});
export type TaskFeedView = z.infer<typeof taskFeedView>;

export const renewTaskFeed = z.strictObject({ language: z.enum(['vi', 'en']).default('vi') });
export type RenewTaskFeed = z.output<typeof renewTaskFeed>;

/** The token is told once; a repeated command answers without it. */
export const renewedTaskFeed = z.object({ token: z.string().optional() });
export type RenewedTaskFeed = z.infer<typeof renewedTaskFeed>;

/** Where the feed is read, below `/api`; `.ics` tells programs what it is. */
export const taskFeedPath = (token: string): string => `/task-feeds/${token}.ics`;

export const taskFeedWords = {
  vi: {
    calendar: 'Nhịp – hạn nhiệm vụ, {unit}',
    coordinating: '(phối hợp) {title}',
    done: '✓ {title}',
    phrase: 'Hạn ghi trong văn bản: {phrase}',
    due: 'Ngày hạn: {day}',
    product: 'Sản phẩm: {product}',
    state: 'Tình trạng: {state}',
  },
  en: {
    calendar: 'Nhịp – task deadlines, {unit}',
    coordinating: '(coordinating) {title}',
    done: '✓ {title}',
    phrase: 'Deadline as written: {phrase}',
    due: 'Last day: {day}',
    product: 'Product: {product}',
    state: 'Stands at: {state}',
  },
} as const;
