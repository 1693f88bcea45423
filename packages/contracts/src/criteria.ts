import { z } from 'zod';
import { names, webAddress } from './lists.js';

/**
 * The content of a criteria set: what is collected, how it becomes indicators, points, totals and ranks. It is
 * data: written in a file or a form, validated here, checked by the linter, issued, and never changed afterwards.
 *
 * Every number is decimal text with a point (`"0.25"`), never a JSON number: a binary float has lost its digits.
 * Values, targets, thresholds and bands of an indicator are in its own measure: 90 means 90 % where it is shown
 * as a percentage. Bands are half-open, `[from, to)`.
 */
export const decimalText = z
  .string()
  .max(40)
  .regex(/^-?(0|[1-9]\d*)(\.\d+)?$/, 'DECIMAL_FORM');
const positive = decimalText.refine(
  (text) => !text.startsWith('-') && /[1-9]/.test(text),
  'NUMBER_NOT_POSITIVE',
);
const notNegative = decimalText.refine((text) => !text.startsWith('-'), 'NUMBER_NEGATIVE');
/** Codes of data elements, indicators, criteria: letters, digits, `.`, `-`, `_`. */
export const criteriaCode = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/, 'CODE_FORM');
const unitTypes = z.array(z.string().min(1).max(60)).min(1);
/** A formula as it is typed: `min(2, 2 * [on-time] / 0.8)`. Its grammar and functions: criteria-formulas.ts. */
export const formulaText = z.string().trim().min(1).max(2000);
/** What a missing figure does to a formula: the whole is missing, or it counts as 0 (and the trace says so). */
export const blanks = z.enum(['missing', 'zero']);
export type Blanks = z.infer<typeof blanks>;

/** Where something is laid down or was published; `unverified` says that nobody has seen it in the source. */
export const citation = z.strictObject({
  document: z.string().trim().min(1).max(500),
  place: z.string().trim().max(300).optional(),
  quote: z.string().trim().max(2000).optional(),
  url: webAddress.optional(),
  unverified: z.boolean().default(false),
});
export type Citation = z.infer<typeof citation>;

/** `step` rounds to a multiple of `step`: to the nearest (halves away from zero), towards zero or away from it. */
const rounding = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('half-up'), dp: z.number().int().min(0).max(12) }),
  z.strictObject({ mode: z.literal('truncate'), dp: z.number().int().min(0).max(12) }),
  z.strictObject({
    mode: z.literal('step'),
    step: positive,
    direction: z.enum(['nearest', 'down', 'up']),
  }),
]);

/**
 * What one figure is. `count` is whole; `rate` is a percentage given without its parts; `yes-no` is 1 or 0;
 * `rank` counts from 1; `text-tier` is the place in `tiers`, 1 the first.
 */
export const elementKinds = [
  'count',
  'amount',
  'rate',
  'yes-no',
  'external-score',
  'rank',
  'text-tier',
] as const;

const dataElement = z.strictObject({
  code: criteriaCode,
  names,
  measure: names,
  kind: z.enum(elementKinds),
  filledBy: z.enum(['unit', 'secretariat']).default('unit'),
  /** `monthly`: one figure a month of the period; the period's value is their sum. */
  frequency: z.enum(['period', 'monthly']).default('period'),
  /** The system of record or the document the figure is taken from. */
  source: z.string().trim().max(500).optional(),
  guide: names.optional(),
  tiers: z.array(names).min(2).max(20).optional(),
  /** A calculated figure: nobody fills it in, it follows from other elements. */
  formula: formulaText.optional(),
  /** Of a calculated figure; absent: `missing`. */
  blanks: blanks.optional(),
  /** Types of units that have it; absent: all. */
  unitTypes: unitTypes.optional(),
  citation: citation.optional(),
  /** Invented for the story and never counted as published. */
  illustrative: z.boolean().default(false),
});

/**
 * How data elements become a numerator or a denominator. `months` is the number of whole months in the
 * cycle's period (for “a month” measures).
 */
const expression = z.union([
  z.strictObject({ plus: z.array(criteriaCode).min(1), minus: z.array(criteriaCode).default([]) }),
  z.strictObject({ constant: decimalText }),
  z.strictObject({ period: z.literal('months') }),
  z.strictObject({ formula: formulaText, blanks: blanks.default('missing') }),
]);
export type Expression = z.infer<typeof expression>;

export const comparisons = ['<', '<=', '=', '>=', '>'] as const;
const comparison = z.enum(comparisons);
export type Comparison = z.infer<typeof comparison>;
const limit = { comparison, value: decimalText };

/** A number to reach, or one that the source leaves without a number (“nâng cao”). */
const target = z.union([
  z.strictObject({ ...limit, citation: citation.optional() }),
  z.strictObject({ unquantified: names, citation: citation.optional() }),
]);

/** An alarm: a unit for which `value comparison limit` holds is weak here, whatever its points. */
const threshold = z.strictObject({
  code: criteriaCode,
  names,
  ...limit,
  unitTypes: unitTypes.optional(),
  consequence: z.enum(['explanation', 'criticism', 'notice']).default('explanation'),
  citation: citation.optional(),
});

const open = decimalText.nullable();
/** `[from, to)`; null is without limit. */
const pointBand = z.strictObject({ from: open, to: open, points: decimalText, names: names.optional() });

/** Rules from one value to its points. */
const simpleRules = [
  /** R1: all points if the condition holds, else none. */
  z.strictObject({ type: z.literal('all-or-nothing'), ...limit }),
  /** R2, R3, R7: points of the band that holds the value, exact or as rounded for showing. */
  z.strictObject({
    type: z.literal('bands'),
    on: z.enum(['exact', 'rounded']).default('exact'),
    bands: z.array(pointBand).min(1).max(50),
  }),
  /** R4: max · value / full. */
  z.strictObject({ type: z.literal('linear'), full: positive }),
  /** R5: min(max, max · value / target). */
  z.strictObject({ type: z.literal('saturating'), target: positive }),
  /** R6: as linear, but nothing below the floor. */
  z.strictObject({ type: z.literal('floor'), full: positive, floor: decimalText }),
  /** R7: all points at `fullAt` and below, none at `zeroAt` and above, in between a straight line. */
  z.strictObject({ type: z.literal('lower-is-better'), fullAt: decimalText, zeroAt: decimalText }),
  /** R8: each event takes points, at most `cap`: from the maximum, or from zero (negative points). */
  z.strictObject({
    type: z.literal('deduction'),
    perEvent: positive,
    cap: positive.optional(),
    from: z.enum(['max', 'zero']).default('max'),
  }),
  /** R9: each event gives points, at most the maximum. */
  z.strictObject({ type: z.literal('bonus'), perEvent: positive }),
  /** R13: a score entered with its source, converted from its scale `lowest`–`highest`. */
  z.strictObject({ type: z.literal('external'), lowest: decimalText, highest: decimalText }),
] as const;
const simpleRule = z.discriminatedUnion('type', simpleRules);

/** One of a list of outcomes; `zeroes` takes the criterion that holds the indicator, or the whole total, with it. */
const level = z.strictObject({
  names,
  points: notNegative,
  zeroes: z.enum(['criterion', 'total']).optional(),
});

/** What happens where there is no plain value; every policy that acts is named beside the score. */
const policies = z.strictObject({
  /** The denominator is zero. `error`: no score until the figures are mended. */
  zeroDenominator: z.enum(['zero', 'full', 'not-applicable', 'error']).default('error'),
  /** A figure it needs is missing. */
  missing: z.enum(['zero', 'not-applicable']).default('zero'),
  /** The indicator does not apply to the unit. */
  notApplicable: z.enum(['full-points', 'zero', 'reweight', 'exclude-from-rank']).default('reweight'),
  /** Nothing occurred in all its figures. `as-zero`: they count as 0, and a zero denominator follows its policy. */
  nothingOccurred: z.enum(['as-zero', 'full', 'not-applicable']).default('as-zero'),
});
export type Policies = z.infer<typeof policies>;

/** A part of a composed rule: a value of its own with its own points and policies. */
const rulePart = z.strictObject({
  code: criteriaCode,
  names,
  numerator: expression,
  denominator: expression.optional(),
  shownAs: z.enum(['percent', 'number']).default('number'),
  rounding: rounding.prefault({ mode: 'half-up', dp: 2 }),
  declaredPart: z.boolean().default(false),
  policies: policies.prefault({}),
  rule: simpleRule,
  maxPoints: notNegative,
  pointsRounding: rounding.optional(),
});
export type RulePart = z.infer<typeof rulePart>;

const peers = z.enum(['peer-group', 'administration']);

/**
 * From value to points, by `type`; R-numbers are those of the taxonomy in docs. Points are held within 0 and
 * the indicator's `maxPoints`, `deduction` from zero apart; whatever cuts them is named in the trace.
 */
const rule = z.discriminatedUnion('type', [
  ...simpleRules,
  /** R2, R11: the value is the place of a level, 1 the first. */
  z.strictObject({ type: z.literal('levels'), levels: z.array(level).min(2).max(20) }),
  /** R10: the points of its parts together. The indicator's own value stands beside them and is watched. */
  z.strictObject({ type: z.literal('composed'), parts: z.array(rulePart).min(1).max(20) }),
  /** R12: a straight line from the peers' worst value (`lowestPoints`) to their best; `whenEqual` if all are one. */
  z.strictObject({
    type: z.literal('relative-min-max'),
    lowestPoints: notNegative.default('0'),
    whenEqual: notNegative,
    within: peers.default('peer-group'),
  }),
  /** R12: max · (n − rank) / (n − 1) among n peers, equal values sharing a rank; `whenAlone` for the only one. */
  z.strictObject({
    type: z.literal('relative-rank'),
    whenAlone: notNegative,
    within: peers.default('peer-group'),
  }),
  /** R14: points decided by people within 0 and the maximum; where none are recorded, the value is the points. */
  z.strictObject({ type: z.literal('appraised') }),
  /** R15: watched by thresholds only, no points. */
  z.strictObject({ type: z.literal('threshold-only') }),
]);
export type Rule = z.infer<typeof rule>;

export const aggregations = ['ratio-of-sums', 'weighted', 'mean', 'sum', 'none'] as const;

const indicator = z.strictObject({
  code: criteriaCode,
  names,
  measure: names,
  /** `percent`: the value is 100 · numerator / denominator. */
  shownAs: z.enum(['percent', 'number']).default('number'),
  numerator: expression,
  denominator: expression.optional(),
  direction: z.enum(['higher', 'lower']).default('higher'),
  /** Of the value when shown; the exact value is kept underneath. */
  rounding,
  /** The numerator is a part of the denominator: more than it is an error, elsewhere a finding. */
  declaredPart: z.boolean().default(false),
  /** How a group of units gets its value: from the sums of the parts, never from rates unless that is declared. */
  aggregation: z.enum(aggregations).default('ratio-of-sums'),
  /** With `weighted`: the data element by whose figures the units' values count. */
  aggregationWeight: criteriaCode.optional(),
  policies: policies.prefault({}),
  target: target.optional(),
  thresholds: z.array(threshold).max(20).default([]),
  rule,
  maxPoints: notNegative.default('0'),
  /** Points count this many times in the total. */
  weight: positive.default('1'),
  pointsRounding: rounding.optional(),
  /** Types of units it applies to; absent: all. To the others it is not applicable. */
  unitTypes: unitTypes.optional(),
  citation: citation.optional(),
  note: names.optional(),
});
export type Indicator = z.infer<typeof indicator>;

const indicators = z.array(criteriaCode).default([]);
const node = { code: criteriaCode, names, maxPoints: notNegative.optional() };
const subCriterion = z.strictObject({ ...node, indicators });
const criterion = z.strictObject({ ...node, indicators, subCriteria: z.array(subCriterion).default([]) });
/** Lĩnh vực. `bonus` and `deduction` fields stand outside the maximum and are held to their `cap`. */
const criteriaField = z.strictObject({
  ...node,
  kind: z.enum(['base', 'bonus', 'deduction']).default('base'),
  cap: positive.optional(),
  criteria: z.array(criterion).min(1),
});

/** An identity that figures should satisfy; where it does not hold, a finding shows the residual. */
const figureCheck = z.strictObject({
  code: criteriaCode,
  names,
  kind: z.enum(['parts', 'balance', 'order', 'sources']),
  left: expression,
  comparison,
  right: expression,
  tolerance: notNegative.default('0'),
  /** `cycle`: both sides are summed over all participating units (unit reports against the system of record). */
  scope: z.enum(['unit', 'cycle']).default('unit'),
  /** What the residual left − right may mean (“trễ hẹn”). */
  residual: names.optional(),
  unitTypes: unitTypes.optional(),
  citation: citation.optional(),
});
export type FigureCheck = z.infer<typeof figureCheck>;

/**
 * R11: a condition that takes points or a class away. `when` may read points of indicators, criteria and fields as
 * they are before any gate acts; a gate that the source announces without a condition has none and must be mended.
 */
const gate = z.strictObject({
  code: criteriaCode,
  names,
  when: formulaText.optional(),
  /** Whether a figure without data counts as 0 in the condition, or leaves it undecided. */
  blanks: z.enum(['missing', 'zero']).default('missing'),
  effect: z.union([
    z.strictObject({
      zero: z.enum(['indicator', 'criterion', 'field', 'total']),
      of: criteriaCode.optional(),
    }),
    /** No class above this one. */
    z.strictObject({ atMost: criteriaCode }),
    /** So many classes lower, counted from what the caps leave. */
    z.strictObject({ down: z.number().int().min(1).max(20) }),
  ]),
  citation: citation.optional(),
});
export type Gate = z.infer<typeof gate>;

/**
 * At most floor(share · ranked units) of a group keep the class, in order of rank; the others fall to `overflow`.
 * `ties` says what becomes of units of one rank that the limit would part.
 */
const quota = z.strictObject({
  class: criteriaCode,
  share: z.string().regex(/^(0(\.\d+)?|1(\.0+)?)$/, 'SHARE_FORM'),
  within: peers.default('peer-group'),
  overflow: criteriaCode,
  ties: z.enum(['out', 'in']).default('out'),
});
export type Quota = z.infer<typeof quota>;

/** In order; the first that differs decides between equal totals. */
const tieBreak = z.union([
  z.strictObject({ indicator: criteriaCode, prefer: z.enum(['higher', 'lower']).default('higher') }),
  z.strictObject({ field: criteriaCode }),
]);

const totals = z.strictObject({
  /** Sum of the base fields' maxima; "0" for a set that gives no points. */
  maxPoints: notNegative,
  rounding: rounding.prefault({ mode: 'half-up', dp: 2 }),
  lowest: decimalText.default('0'),
  /** Absent: maxPoints plus the caps of the bonus fields. */
  highest: decimalText.optional(),
});

const classification = z.strictObject({
  /** Which total is looked up. */
  on: z.enum(['rounded', 'exact']).default('rounded'),
  bands: z
    .array(z.strictObject({ code: criteriaCode, names, from: open, to: open }))
    .min(1)
    .max(20),
  quotas: z.array(quota).max(20).default([]),
});

const ranking = z.strictObject({
  /** `administration`: all units in one ranking; `none`: the set does not rank. */
  within: z.enum(['peer-group', 'administration', 'none']).default('peer-group'),
  /** `exact`: the declared default; ranking rounded totals makes ties that are none. */
  on: z.enum(['exact', 'rounded']).default('exact'),
  tieBreaks: z.array(tieBreak).max(10).default([]),
});

export const criteriaSetContent = z.strictObject({
  dataElements: z.array(dataElement).min(1).max(2000),
  indicators: z.array(indicator).min(1).max(1000),
  fields: z.array(criteriaField).min(1).max(50),
  checks: z.array(figureCheck).max(500).default([]),
  gates: z.array(gate).max(100).default([]),
  totals,
  classification: classification.optional(),
  ranking: ranking.prefault({}),
  citation: citation.optional(),
});
export type CriteriaSetContent = z.infer<typeof criteriaSetContent>;
/** As it is written in a file: what has a default may be left out. */
export type CriteriaSetContentInput = z.input<typeof criteriaSetContent>;
export type DataElement = z.infer<typeof dataElement>;
export type CriteriaField = z.infer<typeof criteriaField>;
export type Threshold = z.infer<typeof threshold>;
export type Classification = z.infer<typeof classification>;
