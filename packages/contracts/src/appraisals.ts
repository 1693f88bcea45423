import { z } from 'zod';
import { criteriaCode, decimalText } from './criteria.js';
import type { ErrorText } from './errors.js';
import { listQuery, names, pageOf, reason, uuid } from './lists.js';

/** `self`: what the unit gives itself (tự chấm). `appraised`: what the appraisers decide (thẩm định); it counts. */
export const appraisalKinds = ['self', 'appraised'] as const;
export type AppraisalKind = (typeof appraisalKinds)[number];

/** Points of one indicator, above or at zero; null takes back what was decided before. */
const decidedPoints = z.strictObject({
  indicator: criteriaCode,
  points: decimalText.nullable(),
});

/** A reason is needed where the points are other than those computed from the figures. */
export const recordSelfScores = z.strictObject({
  items: z
    .array(decidedPoints.extend({ reason: reason.optional() }))
    .min(1)
    .max(1000),
});
export type RecordSelfScores = z.infer<typeof recordSelfScores>;
export const recordAppraisedScores = z.strictObject({
  items: z.array(decidedPoints.extend({ reason })).min(1).max(1000),
});
export type RecordAppraisedScores = z.infer<typeof recordAppraisedScores>;
export const recordedAppraisals = z.object({ revision: z.number().int(), recorded: z.number().int() });

/** One version of somebody's points; the one not superseded holds. */
export const appraisalVersion = z.object({
  kind: z.enum(appraisalKinds),
  points: z.string().nullable(),
  reason: z.string().nullable(),
  /** `user:<account id>`, as in history. */
  author: z.string(),
  authorName: z.string().nullable(),
  at: z.iso.datetime(),
  superseded: z.boolean(),
});
export type AppraisalVersion = z.infer<typeof appraisalVersion>;

/** Between which points people decide: 0 to the maximum, of a penalty below zero (null: without a limit) to 0. */
const decidedRange = z.object({ lowest: z.string().nullable(), highest: z.string() });
export type DecidedRange = z.infer<typeof decidedRange>;

/** Self-score → appraised → final, each a record of its own. */
export const appraisalView = z.object({
  cycleId: uuid,
  unitId: uuid,
  /** Counts the commands that decided points of this unit; 0 before the first. */
  revision: z.number().int(),
  canSelfScore: z.boolean(),
  canAppraise: z.boolean(),
  items: z.array(
    z.object({
      indicator: criteriaCode,
      names,
      maxPoints: z.string(),
      range: decidedRange,
      /** Units do not score what comes from a survey or from outside. */
      selfScored: z.boolean(),
      /** From the figures as they stand, without anybody's decision; null where they give none. */
      computed: z.string().nullable(),
      self: appraisalVersion.nullable(),
      appraised: appraisalVersion.nullable(),
      /** Of the newest frozen or published run: exact points, with the reason and the author of freezing. */
      final: z
        .object({
          run: z.number().int(),
          points: z.string().nullable(),
          shownPoints: z.string().nullable(),
          reason: z.string().nullable(),
          author: z.string().nullable(),
        })
        .nullable(),
      /** All versions, newest first. */
      versions: z.array(appraisalVersion),
    }),
  ),
});
export type AppraisalView = z.infer<typeof appraisalView>;

/** `waiting`: a self-score, or an item that only people decide, without a decision since; `decided`: with one. */
export const appraisalListQuery = listQuery.omit({ sort: true }).extend({
  show: z.enum(['waiting', 'decided', 'all']).default('waiting'),
  indicator: criteriaCode.optional(),
});
export type AppraisalListQuery = z.infer<typeof appraisalListQuery>;
const decided = appraisalVersion.pick({ points: true, reason: true, authorName: true, at: true });
/** One indicator of one unit whose submission is no longer with the unit. */
export const appraisalRow = z.object({
  id: z.string(),
  unit: z.object({ id: uuid, code: z.string(), names }),
  indicator: z.object({ code: criteriaCode, names, maxPoints: z.string(), range: decidedRange }),
  /** Exact, `numerator/denominator`, from the figures without anybody's decision; null where they give none. */
  computed: z.string().nullable(),
  self: decided.nullable(),
  appraised: decided.nullable(),
  waiting: z.boolean(),
});
export type AppraisalRow = z.infer<typeof appraisalRow>;
export const appraisalPage = pageOf(appraisalRow).extend({
  indicators: z.array(z.object({ code: criteriaCode, names })),
  /** The cycle is over: nothing is appraised any more. */
  over: z.boolean(),
});
export type AppraisalPage = z.infer<typeof appraisalPage>;

export const appraisalErrors = {
  SELF_SCORING_OVER: {
    status: 409,
    vi: 'Báo cáo của đơn vị đã gửi hoặc đã khóa, không tự chấm được nữa.',
    en: 'The submission has been handed in or locked: there is no self-scoring any more.',
  },
  APPRAISAL_TOO_EARLY: {
    status: 409,
    vi: 'Đơn vị còn đang nhập số liệu. Chờ đơn vị gửi báo cáo rồi thẩm định.',
    en: 'The unit is still filling in its figures. Appraise once the submission has been handed in.',
  },
  APPRAISAL_OVER: {
    status: 409,
    vi: 'Đợt đã đóng, không thẩm định được nữa.',
    en: 'The cycle is over: nothing is appraised any more.',
  },
  INDICATOR_NOT_IN_SET: {
    status: 422,
    vi: 'Bộ tiêu chí của đợt này không có chỉ số {indicator}.',
    en: 'The criteria set of this cycle has no indicator {indicator}.',
  },
  INDICATOR_WITHOUT_POINTS: {
    status: 422,
    vi: 'Chỉ số {indicator} không tính điểm.',
    en: 'Indicator {indicator} gives no points.',
  },
  INDICATOR_TWICE: {
    status: 422,
    vi: 'Chỉ số {indicator} có hai dòng. Giữ lại một dòng.',
    en: 'Indicator {indicator} stands twice. Keep one line.',
  },
  INDICATOR_NOT_SELF_SCORED: {
    status: 422,
    vi: 'Chỉ số {indicator} lấy từ điều tra hoặc nguồn ngoài, đơn vị không tự chấm.',
    en: 'Indicator {indicator} comes from a survey or from outside: units do not score it themselves.',
  },
  POINTS_OUT_OF_RANGE: {
    status: 422,
    vi: 'Điểm của chỉ số {indicator} phải từ {lowest} đến {highest}; đang là {found}.',
    en: 'Points of indicator {indicator} go from {lowest} to {highest}; found {found}.',
  },
  POINTS_OFF_STEP: {
    status: 422,
    vi: 'Điểm của chỉ số {indicator} đi theo bước {step}; đang là {found}.',
    en: 'Points of indicator {indicator} go in steps of {step}; found {found}.',
  },
  REASON_NEEDED: {
    status: 422,
    vi: 'Điểm {found} khác điểm tính từ số liệu ({computed}). Cần ghi lý do.',
    en: 'The points {found} differ from those computed from the figures ({computed}). A reason is needed.',
  },
} as const satisfies Record<string, ErrorText>;
