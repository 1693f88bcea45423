import { z } from 'zod';
import type { ErrorText } from './errors.js';
import { day, listQuery, names, pageOf, reason, uuid } from './lists.js';

/** A reporting period is never just "Q3": its kind, first and last day, and the cut-off of its data. */
export const reportingPeriod = z.strictObject({
  preset: z.enum(['calendar', 'decree-09', 'cumulative', 'custom']),
  kind: z.enum(['month', 'quarter', 'half', 'nine-months', 'year', 'year-to-date', 'custom']),
  start: day,
  end: day,
  asOf: day,
});
export type ReportingPeriod = z.infer<typeof reportingPeriod>;

const code = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9][A-Za-z0-9./-]{1,39}$/);

/** A stage's deadline: a phrase as the document says it, or a day; both: the day decides, the phrase is kept. */
export const stageDeadline = z
  .strictObject({
    stage: z.string().max(40),
    phrase: z.string().trim().max(200).optional(),
    dueOn: day.optional(),
  })
  .refine((value) => value.phrase !== undefined || value.dueOn !== undefined, {
    path: ['dueOn'],
    params: { code: 'DEADLINE_MISSING' },
  });
export type StageDeadlineInput = z.infer<typeof stageDeadline>;

export const createReviewCycle = z.strictObject({
  code,
  names,
  period: reportingPeriod,
  /** Criteria set, procedure and units are taken from this cycle where they are not given here. */
  copyOf: uuid.optional(),
  criteriaSetVersionId: uuid.optional(),
  procedureCode: z.string().max(60).optional(),
  unitIds: z.array(uuid).max(5000).optional(),
  stages: z.array(stageDeadline).max(20).default([]),
});
export type CreateReviewCycle = z.input<typeof createReviewCycle>;

export const editReviewCycle = z.strictObject({
  names: names.optional(),
  period: reportingPeriod.optional(),
  criteriaSetVersionId: uuid.optional(),
  unitIds: z.array(uuid).max(5000).optional(),
  stages: z.array(stageDeadline).max(20).optional(),
  reason: reason.optional(),
});
export type EditReviewCycle = z.infer<typeof editReviewCycle>;

export const launchReviewCycle = z.strictObject({ reason: reason.optional() });
export const withdrawLaunch = z.strictObject({ reason });
/** Ends the present stage before its deadline, or takes a step that has none. */
export const endStage = z.strictObject({ reason: reason.optional() });
export const reopenStage = z.strictObject({ deadline: stageDeadline, reason });
export const moveStageDeadline = z.strictObject({
  deadline: stageDeadline,
  /** Only for these units; for all where missing. */
  unitIds: z.array(uuid).min(1).max(5000).optional(),
  reason,
});
export const addParticipants = z.strictObject({ unitIds: z.array(uuid).min(1).max(5000), reason });
export const excuseParticipant = z.strictObject({ unitId: uuid, reason });
export const closeReviewCycle = z.strictObject({ reason: reason.optional() });
export const publishResults = z.strictObject({ reason: reason.optional() });

export const deadlineView = z.object({
  /** Last day. */
  on: day,
  /** 00:00 of the next day: on time means before. */
  at: z.iso.datetime(),
  phrase: z.string().nullable(),
  /** Working days left, negative when over; 0 on the last day. */
  workingDaysLeft: z.number().int(),
  overdue: z.boolean(),
});
export type DeadlineView = z.infer<typeof deadlineView>;

export const stageView = z.object({
  stage: z.string(),
  names,
  position: z.enum(['done', 'now', 'ahead']),
  deadline: deadlineView.nullable(),
});
export type StageView = z.infer<typeof stageView>;

export const reviewCycleItem = z.object({
  id: uuid,
  code: z.string(),
  names,
  period: reportingPeriod,
  state: z.string(),
  stateNames: names,
  /** Deadline of the present stage. */
  deadline: deadlineView.nullable(),
  participants: z.number().int(),
  illustrative: z.boolean(),
  revision: z.number().int(),
});
export type ReviewCycleItem = z.infer<typeof reviewCycleItem>;

/** What the person may do now, and if not, why not. */
export const offeredAction = z.object({ event: z.string(), names: names.nullable() });

export const reviewCycleView = reviewCycleItem.extend({
  criteriaSet: z.object({ versionId: uuid, setId: uuid, code: z.string(), names, version: z.number().int() }),
  procedure: z.object({ versionId: uuid, code: z.string(), version: z.number().int(), names }),
  previousCycle: z.object({ id: uuid, code: z.string(), names }).nullable(),
  stages: z.array(stageView),
  actions: z.array(offeredAction),
  publishedAt: z.iso.datetime().nullable(),
});
export type ReviewCycleView = z.infer<typeof reviewCycleView>;

export const reviewCycleList = listQuery.extend({ state: z.string().max(40).optional() });
export type ReviewCycleList = z.infer<typeof reviewCycleList>;
export const reviewCyclePage = pageOf(reviewCycleItem);

export const participantItem = z.object({
  unitId: uuid,
  code: z.string(),
  names,
  peerGroup: z.object({ id: uuid, names }).nullable(),
  status: z.enum(['active', 'excused']),
  reason: z.string().nullable(),
  /** The unit's own deadline for collection, where it has one. */
  due: z.object({ on: day, at: z.iso.datetime() }).nullable(),
});
export const participantList = listQuery.extend({ status: z.enum(['active', 'excused']).optional() });
export type ParticipantList = z.infer<typeof participantList>;
export const participantPage = pageOf(participantItem);

export const reviewCycleErrors = {
  CYCLE_CODE_TAKEN: {
    status: 409,
    vi: 'Mã đợt “{code}” đã dùng. Chọn mã khác.',
    en: 'The cycle code “{code}” is in use. Choose another.',
  },
  CYCLE_WITHOUT_UNITS: {
    status: 422,
    vi: 'Đợt chưa có đơn vị tham gia. Thêm ít nhất một đơn vị rồi mở đợt.',
    en: 'The cycle has no units. Add at least one, then launch.',
  },
  CYCLE_SET_MISSING: {
    status: 422,
    vi: 'Đợt chưa có bộ tiêu chí đã ban hành. Chọn một bộ tiêu chí.',
    en: 'The cycle has no issued criteria set. Choose one.',
  },
  CYCLE_NOT_PREPARED: {
    status: 409,
    vi: 'Đợt đã mở nên không sửa được phần chuẩn bị. Dùng gia hạn, thêm đơn vị hoặc miễn đơn vị, kèm lý do.',
    en: 'The cycle is launched, so its preparation cannot be edited. Move a deadline, add or excuse units, with a reason.',
  },
  STAGE_UNKNOWN: {
    status: 422,
    vi: 'Quy trình này không có bước “{stage}” với thời hạn.',
    en: 'This procedure has no stage “{stage}” with a deadline.',
  },
  STAGE_NOT_PRESENT: {
    status: 409,
    vi: 'Đợt không ở bước “{stage}”. Tải lại trang để xem bước hiện tại.',
    en: 'The cycle is not at the stage “{stage}”. Reload the page to see the present stage.',
  },
  UNIT_DEADLINE_NOT_COLLECTING: {
    status: 409,
    vi: 'Chỉ gia hạn riêng cho đơn vị khi đang thu thập số liệu. Ở bước giải trình, gia hạn nhiệm vụ của đơn vị đó.',
    en: 'Single units get a deadline of their own only while figures are collected. For explanations, move the deadline of the unit’s task.',
  },
  STAGE_DEADLINE_MISSING: {
    status: 422,
    vi: 'Bước “{stage}” cần thời hạn trước khi mở đợt. Nhập ngày, hoặc cụm từ như “trước ngày 18/10”.',
    en: 'The stage “{stage}” needs a deadline before the launch. Give a day, or a phrase such as “trước ngày 18/10”.',
  },
  DEADLINE_MISSING: {
    status: 422,
    vi: 'Cho một ngày hoặc một cụm từ thời hạn.',
    en: 'Give a day or a deadline phrase.',
  },
  DEADLINE_NOT_A_DAY: {
    status: 422,
    vi: '“{phrase}” không cho ra một ngày cụ thể. Chọn ngày, hoặc viết như “trước ngày 18/10”, “đến hết ngày 17/10/2022”.',
    en: '“{phrase}” does not give a day. Choose a day, or write “trước ngày 18/10”, “đến hết ngày 17/10/2022”.',
  },
  DEADLINE_PAST: {
    status: 422,
    vi: 'Thời hạn {dueOn} đã qua. Chọn ngày từ hôm nay trở đi.',
    en: 'The deadline {dueOn} has passed. Choose today or later.',
  },
  PARTICIPANTS_UNKNOWN: {
    status: 422,
    vi: 'Có {count} đơn vị không tồn tại hoặc không còn hoạt động trong kỳ. Bỏ các đơn vị đó rồi gửi lại.',
    en: '{count} units do not exist or no longer exist in the period. Remove them and send again.',
  },
  UNIT_TAKES_PART: {
    status: 409,
    vi: 'Đơn vị đã tham gia đợt này.',
    en: 'The unit takes part already.',
  },
  UNIT_TAKES_NO_PART: {
    status: 404,
    vi: 'Đơn vị không tham gia đợt này.',
    en: 'The unit takes no part in this cycle.',
  },
} as const satisfies Record<string, ErrorText>;
