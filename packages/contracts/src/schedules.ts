import { z } from 'zod';
import type { ErrorText } from './errors.js';
import { names, reason, uuid } from './lists.js';

/** What happens by itself, again and again: a cycle is started, open work is counted up, each person gets a digest. */
export const scheduleKinds = ['start-cycle', 'monthly-check', 'digest'] as const;
export type ScheduleKind = (typeof scheduleKinds)[number];

export const scheduleRhythms = ['working-day', 'month', 'quarter'] as const;

/** When: every working day, or on the n-th working day of each month or quarter; always at a time of day. */
export const scheduleRule = z.strictObject({
  every: z.enum(scheduleRhythms),
  workingDay: z.number().int().min(1).max(20).default(1),
  at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
});
export type ScheduleRule = z.infer<typeof scheduleRule>;

/** Of `start-cycle`: which cycle is copied, what period the new one is about, and how long figures are collected. */
export const startCycleParams = z.strictObject({
  templateCycleId: uuid,
  /** The period that has just ended, or the one that has just begun. */
  covers: z.enum(['previous', 'present']).default('previous'),
  /** Beginning of the code; the period follows: `RS-2026-Q4`. */
  codePrefix: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9][A-Za-z0-9./-]{0,24}$/),
  /** Working days after the start until figures are due; none: the cycle is prepared and not launched. */
  collectingDays: z.number().int().min(1).max(120),
  /** Launched at once, or only prepared for the committee to launch. */
  launch: z.boolean().default(false),
});
export type StartCycleParams = z.infer<typeof startCycleParams>;

const editable = { names, rule: scheduleRule, startCycle: startCycleParams.optional() };
export const createSchedule = z.strictObject({ kind: z.enum(scheduleKinds), ...editable });
export type CreateSchedule = z.infer<typeof createSchedule>;
export const editSchedule = z.strictObject({ ...editable, reason: reason.optional() });
export type EditSchedule = z.infer<typeof editSchedule>;
export const pauseSchedule = z.strictObject({ reason });
export const resumeSchedule = z.strictObject({ reason: reason.optional() });

/** waiting: begun or to be begun; passed-over: missed, and a later one caught up for it, or skipped by an operator. */
export const runOutcomes = ['waiting', 'done', 'failed', 'passed-over'] as const;
export type RunOutcome = (typeof runOutcomes)[number];

export const scheduleRun = z.object({
  periodKey: z.string(),
  dueAt: z.iso.datetime(),
  outcome: z.enum(runOutcomes),
  endedAt: z.iso.datetime().nullable(),
  /** Numbers and links of what was done, by name. */
  result: z.record(z.string(), z.union([z.string(), z.number()])).nullable(),
  /** Why it failed: the code of a refusal with its values. */
  error: z.object({ code: z.string(), params: z.record(z.string(), z.unknown()) }).nullable(),
});
export type ScheduleRun = z.infer<typeof scheduleRun>;

export const scheduleView = z.object({
  id: uuid,
  kind: z.enum(scheduleKinds),
  names,
  rule: scheduleRule,
  startCycle: startCycleParams.nullable(),
  pausedAt: z.iso.datetime().nullable(),
  /** The next times, the first of them armed; none while it is paused. */
  next: z.array(z.object({ periodKey: z.string(), dueAt: z.iso.datetime() })),
  /** The last runs, newest first. */
  runs: z.array(scheduleRun),
  revision: z.number().int(),
});
export type ScheduleView = z.infer<typeof scheduleView>;
export const scheduleViews = z.object({ items: z.array(scheduleView), total: z.number().int() });

export const scheduleErrors = {
  SCHEDULE_NEEDS_TEMPLATE: {
    status: 422,
    vi: 'Lịch mở đợt cần một đợt mẫu và số ngày làm việc để thu thập số liệu.',
    en: 'A schedule that starts cycles needs a template cycle and the working days to collect figures.',
  },
  SCHEDULE_RHYTHM: {
    status: 422,
    vi: 'Nhịp này không dùng được cho loại lịch đã chọn: đợt mở theo tháng hoặc quý, bản tin theo ngày làm việc.',
    en: 'This rhythm does not go with this kind of schedule: cycles start by month or quarter, digests by working day.',
  },
  SCHEDULE_DIGEST_EXISTS: {
    status: 409,
    vi: 'Đã có lịch gửi bản tin hằng ngày. Sửa lịch đó: mỗi người nhận nhiều nhất một bản tin mỗi ngày.',
    en: 'There is a schedule for the digest already. Change that one: a person gets one digest a day at most.',
  },
  SCHEDULE_PAUSED: {
    status: 409,
    vi: 'Lịch đang tạm dừng sẵn rồi.',
    en: 'The schedule is paused already.',
  },
  SCHEDULE_NOT_PAUSED: {
    status: 409,
    vi: 'Lịch không tạm dừng.',
    en: 'The schedule is not paused.',
  },
  SCHEDULE_RUN_NOT_FAILED: {
    status: 409,
    vi: 'Lần chạy này không còn lỗi. Tải lại trang để xem tình trạng mới.',
    en: 'This run has not failed, or no longer. Reload the page to see how it stands.',
  },
} as const satisfies Record<string, ErrorText>;
