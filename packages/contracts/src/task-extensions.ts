import { z } from 'zod';
import { deadlineInput } from './deadline.js';
import { day, reason, uuid } from './lists.js';

export const extensionStates = [
  'requested',
  'withdrawn',
  'approved',
  'rejected',
  'countered',
  'accepted',
  'declined',
] as const;
export type ExtensionState = (typeof extensionStates)[number];

export const extensionStateNames = {
  requested: { vi: 'Chờ quyết định', en: 'Waits for a decision' },
  withdrawn: { vi: 'Đã rút đề nghị', en: 'Withdrawn' },
  approved: { vi: 'Đồng ý', en: 'Approved' },
  rejected: { vi: 'Từ chối', en: 'Rejected' },
  countered: { vi: 'Đề xuất hạn khác', en: 'Another day offered' },
  accepted: { vi: 'Nhận hạn được đề xuất', en: 'Other day accepted' },
  declined: { vi: 'Không nhận hạn được đề xuất', en: 'Other day declined' },
} as const satisfies Record<ExtensionState, { vi: string; en: string }>;

/** From the third extension on a task is flagged (“gia hạn nhiều lần”). */
export const MANY_EXTENSIONS = 3;

/** What can be done about more time for a task. */
export const extensionSteps = ['request', 'withdraw', 'decide', 'answer'] as const;
export type ExtensionStep = (typeof extensionSteps)[number];

/** A request for more time (xin gia hạn) and what came of it. */
export const extensionView = z.object({
  id: uuid,
  number: z.number().int(),
  state: z.enum(extensionStates),
  fromDueOn: day,
  askedDueOn: day,
  askedPhrase: z.string().nullable(),
  reason: z.string(),
  /** Asked for when the deadline had passed already. */
  afterDeadline: z.boolean(),
  /** Granted, it is the third extension of its task or a later one. */
  repeated: z.boolean(),
  requestedBy: z.string().nullable(),
  requestedAt: z.iso.datetime(),
  counteredDueOn: day.nullable(),
  decisionReason: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: z.iso.datetime().nullable(),
  answerReason: z.string().nullable(),
  answeredAt: z.iso.datetime().nullable(),
});
export type ExtensionView = z.infer<typeof extensionView>;

/** The unit asks for a later deadline. */
export const requestExtension = z.strictObject({ deadline: deadlineInput, reason });
/** Approve the day asked for, reject it, or offer another. */
export const decideExtension = z.discriminatedUnion('verdict', [
  z.strictObject({ verdict: z.literal('approve'), reason: reason.optional() }),
  z.strictObject({ verdict: z.literal('reject'), reason }),
  z.strictObject({ verdict: z.literal('counter'), reason, deadline: deadlineInput }),
]);
export type DecideExtension = z.infer<typeof decideExtension>;
/** The unit takes the other day it was offered, or not. */
export const answerExtensionOffer = z.strictObject({ accepts: z.boolean(), reason: reason.optional() });
