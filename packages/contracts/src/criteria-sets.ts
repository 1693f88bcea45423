import { z } from 'zod';
import { blanks, criteriaCode, criteriaSetContent, decimalText } from './criteria.js';
import { traceStep } from './criteria-trace.js';
import { listQuery, names, pageOf, reason, uuid } from './lists.js';
import { policyCode } from './policy-texts.js';

export const criteriaSetStatuses = ['draft', 'issued', 'retired'] as const;
const status = z.enum(criteriaSetStatuses);

/** A new set begins with a draft: of the given content, or a copy of another version. */
export const createCriteriaSet = z.strictObject({
  code: criteriaCode,
  names,
  content: criteriaSetContent.optional(),
  copyOf: uuid.optional(),
});
export type CreateCriteriaSet = z.infer<typeof createCriteriaSet>;

/** The draft as a whole; the linter's remarks come back with it. */
export const editCriteriaSet = z.strictObject({
  names: names.optional(),
  content: criteriaSetContent.optional(),
  reason: reason.optional(),
});
export type EditCriteriaSet = z.infer<typeof editCriteriaSet>;

/** A draft of the next version, beginning as the newest issued one. */
export const draftCriteriaSetVersion = z.strictObject({ reason: reason.optional() });
export const issueCriteriaSet = z.strictObject({ reason: reason.optional() });

/** What the linter found at a place in the content. An `error` keeps the draft from being issued. */
export const criteriaRemark = z.object({
  severity: z.enum(['error', 'warning']),
  path: z.array(z.union([z.string(), z.number().int()])),
  code: z.string(),
  params: z.record(z.string(), z.string()),
});
export type CriteriaRemark = z.infer<typeof criteriaRemark>;

export const criteriaSetVersionItem = z.object({
  id: uuid,
  version: z.number().int(),
  status,
  contentHash: z.string(),
  issuedAt: z.iso.datetime().nullable(),
});
export const criteriaSetItem = z.object({
  id: uuid,
  code: z.string(),
  names,
  /** Of the installation: it can be used and copied, not changed. */
  ready: z.boolean(),
  revision: z.number().int(),
  /** Issued versions and the draft, newest first. */
  versions: z.array(criteriaSetVersionItem),
  indicators: z.number().int(),
});
export type CriteriaSetItem = z.infer<typeof criteriaSetItem>;
export const criteriaSetList = listQuery.extend({ status: status.optional() });
export const criteriaSetPage = pageOf(criteriaSetItem);

export const criteriaSetVersionView = criteriaSetVersionItem.extend({
  setId: uuid,
  code: z.string(),
  names,
  ready: z.boolean(),
  revision: z.number().int(),
  content: criteriaSetContent,
  remarks: z.array(criteriaRemark),
});
export type CriteriaSetVersionView = z.infer<typeof criteriaSetVersionView>;

/** One indicator of the newest issued (else draft) version of each set. */
export const indicatorItem = z.object({
  id: z.string(),
  code: z.string(),
  names,
  measure: names,
  setId: uuid,
  setCode: z.string(),
  setNames: names,
  versionId: uuid,
  version: z.number().int(),
  rule: z.string(),
  maxPoints: z.string(),
  thresholds: z.number().int(),
});
export type IndicatorItem = z.infer<typeof indicatorItem>;
export const indicatorList = listQuery.extend({ setId: uuid.optional() });
export const indicatorPage = pageOf(indicatorItem);

/** What the commands answer. */
export const criteriaSetCreated = z.object({ id: uuid, versionId: uuid, revision: z.number().int() });
export const criteriaSetEdited = z.object({ revision: z.number().int(), remarks: z.array(criteriaRemark) });
export const criteriaSetDrafted = criteriaSetCreated.omit({ id: true });
export const criteriaSetIssued = criteriaSetDrafted.extend({ version: z.number().int() });

const sampleFigure = z.union([
  z.strictObject({ state: z.literal('value'), value: decimalText }),
  z.strictObject({ state: z.enum(['nothing', 'not-applicable', 'missing']) }),
]);

/** A formula tried out on sample figures; nothing is kept of it. */
export const previewFormula = z.strictObject({
  /** Not cut to the longest formula: a longer one is answered with a remark. */
  formula: z.string().max(20_000),
  blanks: blanks.default('missing'),
  /** The set it stands in: as it is being edited, or a stored version. Without either every code is known. */
  content: criteriaSetContent.optional(),
  versionId: uuid.optional(),
  /** Where it stands: what it may name, and whether a zero divisor has a policy. */
  place: z.enum(['indicator', 'element', 'check', 'gate']).default('indicator'),
  months: z.number().int().min(1).max(120).optional(),
  /**
   * By element code; what is read elsewhere by the way it is written: `previous([x])`, `offset([x], -2)`, `ytd([x])`,
   * `parent([x])` (of `share`), `count()`, `count([x])`, `points([y])`, `value([y])`.
   */
  figures: z.record(z.string().max(200), sampleFigure).default({}),
});
export type PreviewFormula = z.input<typeof previewFormula>;

export const previewedFormula = z.object({
  /** Null where the formula has an error. */
  state: z.enum(['value', 'missing', 'not-applicable', 'zero-denominator']).nullable(),
  /** `numerator/denominator`; null unless there is a value. */
  value: z.string().nullable(),
  /** Its decimals, cut with `…` where they never end. */
  shownValue: z.string().nullable(),
  /** All its figures say that nothing occurred. */
  nothing: z.boolean(),
  steps: z.array(traceStep),
  remarks: z.array(criteriaRemark),
  /** Everything it reads, as `figures` names it, in the order of the text. */
  reads: z.array(z.string()),
  /** Of the codes in steps. */
  names: z.record(z.string(), names),
});
export type PreviewedFormula = z.infer<typeof previewedFormula>;

/** Sample figures by code of the element, or by the way a formula writes what it reads elsewhere. */
const sampleFigures = z.record(z.string().max(200), sampleFigure);

/** A content as it is being edited, looked through; with an indicator, this one scored on sample figures. */
export const previewCriteriaSet = z.strictObject({
  content: criteriaSetContent,
  indicator: criteriaCode.optional(),
  unitType: z.string().max(60).default(''),
  months: z.number().int().min(1).max(120).optional(),
  figures: sampleFigures.default({}),
  /** Figures of other units, for rules that compare. */
  peers: z.array(sampleFigures).max(50).default([]),
});
export type PreviewCriteriaSet = z.input<typeof previewCriteriaSet>;

export const previewedCriteriaSet = z.object({
  remarks: z.array(criteriaRemark),
  /** Null without an indicator, or where one of its formulas has an error. */
  score: z
    .object({
      state: z.string(),
      shownValue: z.string().nullable(),
      shownPoints: z.string().nullable(),
      policies: z.array(policyCode),
      breaches: z.array(z.string()),
      targetMet: z.boolean().nullable(),
      steps: z.array(traceStep),
    })
    .nullable(),
  /** Everything the indicator reads, as `figures` names it. */
  reads: z.array(z.string()),
  /** Of the codes in steps. */
  names: z.record(z.string(), names),
});
export type PreviewedCriteriaSet = z.infer<typeof previewedCriteriaSet>;
