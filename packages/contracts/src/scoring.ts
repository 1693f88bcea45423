import { z } from 'zod';
import { criteriaCode } from './criteria.js';
import type { ErrorText } from './errors.js';
import { traceStep } from './criteria-trace.js';
import { listQuery, names, pageOf, reason, uuid } from './lists.js';
import { unrankedReasons } from './unranked.js';

export const scoringRunStatuses = ['open', 'frozen', 'published'] as const;

/** Score a cycle's figures as they stand; the open run follows them. */
export const runScoring = z.strictObject({
  reason: reason.optional(),
  /** Make the scores final in the same step. */
  freeze: z.boolean().optional(),
});
export const freezeScores = z.strictObject({ reason: reason.optional() });
export const publishScores = z.strictObject({ reason: reason.optional() });

export const scoringRunView = z.object({
  id: uuid,
  cycleId: uuid,
  /** Counts from 1 within the cycle; a correction is the next number and names the run it corrects. */
  number: z.number().int(),
  status: z.enum(scoringRunStatuses),
  criteriaSetVersionId: uuid,
  corrects: uuid.nullable(),
  computedAt: z.iso.datetime(),
  revision: z.number().int(),
});
export type ScoringRunView = z.infer<typeof scoringRunView>;

const unit = z.object({ id: uuid, code: z.string(), names, shortName: z.string().nullable() });
const group = z.object({ id: uuid, code: z.string(), names });
/** Why two ranks may not stand side by side (“không so sánh được”). */
export const incomparableTexts = {
  NO_EARLIER: { vi: 'không có đợt trước', en: 'no earlier cycle' },
  NOT_FINAL: { vi: 'đợt trước chưa chốt điểm', en: 'the earlier scores are not final' },
  CRITERIA_DIFFER: { vi: 'khác phiên bản bộ tiêu chí', en: 'another version of the criteria set' },
  PERIOD_DIFFERS: { vi: 'khác loại kỳ báo cáo', en: 'another kind of period' },
  UNIT_NOT_THERE: { vi: 'đơn vị không có trong đợt trước', en: 'the unit was not in the earlier cycle' },
  GROUP_DIFFERS: { vi: 'đã chuyển sang khối khác', en: 'the unit was in another peer group' },
  UNRANKED: { vi: 'không xếp hạng ở một trong hai đợt', en: 'not ranked in one of the two' },
} as const satisfies Record<string, { vi: string; en: string }>;
export type IncomparableReason = keyof typeof incomparableTexts;

/** Places up (positive) or down, or why there is no comparison. */
export const movement = z.union([
  z.object({
    comparable: z.literal(true),
    places: z.number().int(),
    from: z.number().int(),
    /** The earlier rank was published elsewhere and entered as such, not computed here. */
    published: z.literal(true).optional(),
    /** The points that stand beside the published rank, where any were. */
    publishedPoints: z.string().optional(),
  }),
  z.object({
    comparable: z.literal(false),
    reason: z.enum(Object.keys(incomparableTexts) as [IncomparableReason, ...IncomparableReason[]]),
  }),
]);
export type Movement = z.infer<typeof movement>;

export const rankingRow = z.object({
  /** The unit's id again: lists of the console want one. */
  id: uuid,
  unit,
  group: group.nullable(),
  /** Exact, `numerator/denominator`. */
  points: z.string().nullable(),
  shownPoints: z.string().nullable(),
  /** Parts of the total in the order of the criteria set; `share` is per mille of the set's maximum, cut. */
  fields: z.array(z.object({ field: z.string(), shownPoints: z.string(), share: z.number().int() })),
  classCode: z.string().nullable(),
  classNames: names.nullable(),
  rank: z.number().int().nullable(),
  tied: z.boolean(),
  /** How many units of the group have a rank. */
  ranked: z.number().int(),
  unranked: z.enum(unrankedReasons).nullable(),
  movement,
});
export type RankingRow = z.infer<typeof rankingRow>;
export const rankingQuery = listQuery.extend({
  groupId: uuid.optional(),
  run: z.coerce.number().int().min(1).optional(),
  /** Cycle to compare with; without it the one named as previous. */
  against: uuid.optional(),
});
export type RankingQuery = z.infer<typeof rankingQuery>;
/** A peer group with the number of units the reader sees, whatever is searched for. */
const groupCount = group.extend({ units: z.number().int() });
/** The round that movement is told against. */
const comparedRound = z.object({
  names,
  /** Where its results stand that were published elsewhere and entered as such; null where they were computed here. */
  source: z.string().nullable(),
});
export type ComparedRound = z.infer<typeof comparedRound>;

export const rankingPage = pageOf(rankingRow).extend({
  run: scoringRunView,
  earlier: comparedRound.nullable(),
  /** The highest total the set can give; "0" where it gives no points. */
  maxPoints: z.string(),
  /** Fields of the set, for the parts of a total. */
  fields: z.array(z.object({ code: z.string(), names, kind: z.enum(['base', 'bonus', 'deduction']) })),
  groups: z.array(groupCount),
});
export type RankingPage = z.infer<typeof rankingPage>;

export const scoreView = z.object({
  indicator: z.string(),
  state: z.enum(['scored', 'missing', 'not-applicable', 'error']),
  /** Exact parts as decimal text. */
  numerator: z.string().nullable(),
  denominator: z.string().nullable(),
  /** Exact, `numerator/denominator`, in the indicator's measure. */
  value: z.string().nullable(),
  shownValue: z.string().nullable(),
  points: z.string().nullable(),
  shownPoints: z.string().nullable(),
  /** Policies that acted, codes of `policyTexts`. */
  policies: z.array(z.string()),
  breaches: z.array(z.string()),
  targetMet: z.boolean().nullable(),
});
export type ScoreView = z.infer<typeof scoreView>;

export const unitScoresView = z.object({
  run: scoringRunView,
  row: rankingRow,
  earlier: comparedRound.nullable(),
  fields: z.array(z.object({ field: z.string(), points: z.string(), applicable: z.string() })),
  scores: z.array(scoreView),
});
export type UnitScoresView = z.infer<typeof unitScoresView>;

/** Units × indicators: `cells` in the order of `indicators`. */
export const scoreMatrix = pageOf(
  z.object({
    id: uuid,
    unit,
    group: group.nullable(),
    cells: z.array(
      scoreView.pick({ indicator: true, state: true, shownValue: true, shownPoints: true }).extend({
        /** Policies that acted, codes of `policyTexts`; absent where none did. */
        policies: z.array(z.string()).optional(),
        /** Points ÷ maximum in whole percent, for the shade; null without points. */
        share: z.number().int().nullable(),
        weak: z.boolean(),
      }),
    ),
  }),
).extend({
  run: scoringRunView,
  indicators: z.array(
    z.object({
      code: z.string(),
      names,
      measure: names,
      maxPoints: z.string(),
      /** Its value is 1 or 0 and said in words. */
      yesNo: z.boolean(),
    }),
  ),
  groups: z.array(groupCount),
});
export type ScoreMatrix = z.infer<typeof scoreMatrix>;
/** `sort`: `ranking`, `name`, `weak` (most weak results first), or the code of an indicator. */
export const scoreMatrixQuery = listQuery.extend({
  sort: z.string().max(60).default('ranking'),
  groupId: uuid.optional(),
  run: z.coerce.number().int().min(1).optional(),
});
export type ScoreMatrixQuery = z.infer<typeof scoreMatrixQuery>;

/** A unit under a threshold of an indicator: what explanation tasks are made of. */
export const weakResult = z.object({
  unitId: uuid,
  unitNames: names,
  indicator: z.string(),
  indicatorNames: names,
  measure: names,
  threshold: z.string(),
  thresholdNames: names,
  comparison: z.string(),
  limit: z.string(),
  consequence: z.enum(['explanation', 'criticism', 'notice']),
  value: z.string(),
  shownValue: z.string(),
});
export type WeakResult = z.infer<typeof weakResult>;

const node = z.object({ code: z.string(), names });
/** A step, over HTTP also as a sentence in the reader's language. */
const toldStep = traceStep.extend({ text: z.string().optional() });
export const scoreTraceView = z.object({
  run: scoringRunView,
  unitId: uuid,
  /** Fields and criteria with the codes of their traced indicators. */
  tree: z.array(node.extend({ criteria: z.array(node.extend({ indicators: z.array(z.string()) })) })),
  indicators: z.array(z.object({ code: z.string(), names, steps: z.array(toldStep), score: scoreView })),
  /** Sums, gates, total, class. */
  total: z.array(toldStep),
  /** Rank, what decided it, quota. */
  place: z.array(toldStep),
  /** Names of every code the steps mention, of units as `unit/<id>`. */
  names: z.record(z.string(), names),
  /** Whether the reader may see who recorded the unit's figures and when (`figure-versions`). */
  figureVersions: z.boolean(),
});
export type ScoreTraceView = z.infer<typeof scoreTraceView>;

const runNumber = rankingQuery.shape.run;
export const unitScoresQuery = z.strictObject({ run: runNumber });
export const scoreTraceQuery = unitScoresQuery.extend({ indicator: criteriaCode.optional() });
/** `language` for a plain link, which cannot say it in a header. */
export const rankingFileQuery = unitScoresQuery.extend({
  groupId: uuid.optional(),
  language: z.enum(['vi', 'en']).optional(),
});

export const weakResultList = z.object({ items: z.array(weakResult) });
export const scoringRunList = z.object({ items: z.array(scoringRunView) });
export type RunScoring = z.infer<typeof runScoring>;
/** Units whose totals are new, and score rows written. */
export const scoringOutcome = z.object({
  runId: uuid,
  number: z.number().int(),
  revision: z.number().int(),
  units: z.number().int(),
  scores: z.number().int(),
});
export const settledRun = scoringOutcome.pick({ runId: true, number: true, revision: true });

export const scoringErrors = {
  SCORES_NOT_RUN: {
    status: 404,
    vi: 'Đợt này chưa chấm điểm lần nào. Chạy chấm điểm trước.',
    en: 'This cycle has not been scored yet. Run the scoring first.',
  },
  SCORES_NOT_OPEN: {
    status: 409,
    vi: 'Điểm đã chốt. Muốn sửa, chạy lần tính điểm mới; lần đã chốt giữ nguyên.',
    en: 'The scores are frozen. To correct them run a new scoring; what is frozen stays.',
  },
  SCORES_PUBLISHED: {
    status: 409,
    vi: 'Kết quả đã công bố. Muốn sửa, chạy lần tính điểm mới rồi công bố lần đó.',
    en: 'The results are published. To correct them run a new scoring and publish that one.',
  },
  SCORES_WITHOUT_UNITS: {
    status: 409,
    vi: 'Đợt này chưa có đơn vị tham gia nên không có gì để chấm.',
    en: 'No unit takes part in this cycle, so there is nothing to score.',
  },
} as const satisfies Record<string, ErrorText>;
