import { z } from 'zod';
import type { ErrorText } from './errors.js';
import { listQuery, names, pageOf, reason, uuid } from './lists.js';
import { roleName } from './roles.js';

/** How the machinery stands: numbers that are small when all is well. Seconds are of the machine's clock. */
export const deskHealth = z.object({
  /** Business time. */
  now: z.iso.datetime(),
  workers: z.object({ alive: z.number().int(), lastSeenAt: z.iso.datetime().nullable() }),
  /** Deadlines that are due and not fired yet. */
  timers: z.object({ late: z.number().int(), oldestDueAt: z.iso.datetime().nullable() }),
  outbox: z.object({
    waiting: z.number().int(),
    lagSeconds: z.number().int(),
    retrying: z.number().int(),
    failed: z.number().int(),
  }),
  mail: z.object({
    configured: z.boolean(),
    waiting: z.number().int(),
    oldestWaitingSeconds: z.number().int(),
    sentToday: z.number().int(),
    refused: z.number().int(),
    lastSentAt: z.iso.datetime().nullable(),
    lastFailedAt: z.iso.datetime().nullable(),
    lastError: z.string().nullable(),
  }),
});
export type DeskHealth = z.infer<typeof deskHealth>;

/**
 * Why something is not done: `failed` its step failed for good; `retrying` its step failed and is tried again; `late`
 * its deadline has passed; `stuck` nobody has moved it for long and no deadline is ahead.
 */
export const troubles = ['failed', 'retrying', 'late', 'stuck'] as const;
export type Trouble = (typeof troubles)[number];

/** What an operator may do about a record here; everything else is done on its own page. */
export const deskActions = ['reassign', 'cancel'] as const;

export const deskItem = z.object({
  id: uuid,
  kind: z.enum(['review-cycle', 'submission', 'task', 'recommendation']),
  title: names,
  unit: z.object({ id: uuid, names }).nullable(),
  cycle: z.object({ id: uuid, code: z.string(), names }).nullable(),
  trouble: z.enum(troubles),
  stateNames: names,
  /** Whose turn it is. */
  holder: roleName.nullable(),
  since: z.iso.datetime(),
  dueAt: z.iso.datetime().nullable(),
  /** Of the step that failed, with nothing secret in it. */
  error: z.string().nullable(),
  /** Page of the console. */
  link: z.string(),
  actions: z.array(z.enum(deskActions)),
  revision: z.number().int(),
});
export type DeskItem = z.infer<typeof deskItem>;

export const deskList = listQuery.extend({
  trouble: z.enum(troubles).optional(),
  cycleId: uuid.optional(),
});
export type DeskList = z.infer<typeof deskList>;
export const deskPage = pageOf(deskItem).extend({
  /** By trouble, whatever trouble the list is filtered by. */
  counts: z.object({
    failed: z.number().int(),
    retrying: z.number().int(),
    late: z.number().int(),
    stuck: z.number().int(),
  }),
});
export type DeskPage = z.infer<typeof deskPage>;

/** The same counts cycle by cycle; what belongs to no cycle stands under null. */
export const deskCycle = z.object({
  cycle: z.object({ id: uuid, code: z.string(), names, stateNames: names }).nullable(),
  failed: z.number().int(),
  retrying: z.number().int(),
  late: z.number().int(),
  stuck: z.number().int(),
});
export const deskCycles = z.object({ items: z.array(deskCycle), total: z.number().int() });
export type DeskCycles = z.infer<typeof deskCycles>;

/** A job of the outbox that failed for good or is being tried again. */
export const deskJob = z.object({
  /** Number of its outbox row. */
  id: z.number().int(),
  name: z.string(),
  key: z.string(),
  state: z.enum(['failed', 'retrying']),
  sends: z.number().int(),
  createdAt: z.iso.datetime(),
  failedAt: z.iso.datetime().nullable(),
  nextAt: z.iso.datetime().nullable(),
  error: z.string().nullable(),
  /** What it is about, where that is a record or a mail. */
  about: z.object({ title: names, link: z.string().nullable() }).nullable(),
});
export type DeskJob = z.infer<typeof deskJob>;
export const deskJobList = listQuery.extend({ state: z.enum(['failed', 'retrying']).optional() });
export type DeskJobList = z.infer<typeof deskJobList>;
export const deskJobPage = pageOf(deskJob);

export const retryJob = z.strictObject({ reason: reason.optional() });
export const skipJob = z.strictObject({ reason });
export const settleRun = z.strictObject({ reason });
export const reassignTask = z.strictObject({ unitId: uuid, reason });
export const cancelTask = z.strictObject({ reason });

/** A mail as it was written, and how it went. */
export const mailItem = z.object({
  id: uuid,
  kind: z.enum(['notice', 'digest']),
  account: z.object({ id: uuid, userName: z.string(), fullName: z.string() }),
  subject: z.string(),
  state: z.enum(['waiting', 'sent', 'refused', 'dropped']),
  queuedAt: z.iso.datetime(),
  sentAt: z.iso.datetime().nullable(),
  messageId: z.string().nullable(),
  attempts: z.number().int(),
  error: z.string().nullable(),
});
export type MailItem = z.infer<typeof mailItem>;
export const mailList = listQuery.extend({
  state: z.enum(['waiting', 'sent', 'refused', 'dropped']).optional(),
});
export type MailList = z.infer<typeof mailList>;
export const mailPage = pageOf(mailItem);

export const operationErrors = {
  JOB_NOT_IN_TROUBLE: {
    status: 409,
    vi: 'Bước này đã xong hoặc không còn lỗi. Tải lại trang để xem tình trạng mới.',
    en: 'This step is done or no longer in trouble. Reload the page to see how it stands.',
  },
  TASK_UNIT_SAME: {
    status: 422,
    vi: 'Nhiệm vụ đang thuộc đơn vị này. Chọn đơn vị khác.',
    en: 'The task belongs to this unit already. Choose another.',
  },
  TASK_NOT_OVERDUE: {
    status: 409,
    vi: 'Chưa quá hạn nên chưa đôn đốc bằng văn bản được.',
    en: 'The task is not overdue: there is nothing to urge by letter yet.',
  },
} as const satisfies Record<string, ErrorText>;
