import { z } from 'zod';
import { findingImportances, findingParams } from './findings.js';
import { day, names } from './lists.js';

/**
 * The checker of published figures: a printed value and the parts it may be made of go in, what it can have meant
 * comes out. Numbers are typed as the document prints them (`82.34%`, `8.906`); blank parts are simply not given.
 */
const typed = z.string().normalize('NFC').trim().min(1).max(60);
const label = z.string().normalize('NFC').trim().max(200);
const part = z.strictObject({ name: label.default(''), value: typed });
/** `declared`: the denominator the criteria set lays down. */
const candidate = part.extend({ declared: z.boolean().default(false) });
const span = z.strictObject({ start: day, end: day });
const candidates = z.array(candidate).max(20).default([]);

const common = {
  language: z.enum(['vi', 'en']).default('vi'),
  /** What is published, in the words of the document. */
  name: label.optional(),
  /** The rounding laid down for it. */
  rounding: z.enum(['half-up', 'truncate']).default('half-up'),
  /** What the sentence calls it. */
  called: z.enum(['rate', 'count']).optional(),
  /** Given as the best or the worst of all units, without the unit's name. */
  extreme: z.enum(['best', 'worst']).optional(),
  /** The days it covers, and those its parts cover where they are others. */
  period: span.optional(),
  partsPeriod: span.optional(),
  /** The day it was published or cut. */
  asOf: day.optional(),
};
const printed = typed;

export const publishedFigureKinds = [
  'percentage',
  'score',
  'rank',
  'total',
  'growth',
  'average',
  'balance',
  'order',
] as const;
export type PublishedFigureKind = (typeof publishedFigureKinds)[number];

export const checkPublishedFigure = z.discriminatedUnion('kind', [
  /** 100 · numerator ÷ one of the candidates. */
  z.strictObject({
    kind: z.literal('percentage'),
    printed,
    numerator: typed.optional(),
    candidates,
    /** Targets it is held against, at least so much each. */
    targets: z.array(part).max(10).default([]),
    ...common,
  }),
  /** maxPoints · numerator ÷ one of the candidates. */
  z.strictObject({
    kind: z.literal('score'),
    printed,
    maxPoints: typed,
    numerator: typed.optional(),
    candidates,
    ...common,
  }),
  /** `3` or `3/20` among other units' values; without `own` what the own value can have been. */
  z.strictObject({
    kind: z.literal('rank'),
    printed,
    own: typed.optional(),
    others: z.array(part).max(5000).default([]),
    better: z.enum(['higher', 'lower']).default('higher'),
    /** Decimals of the values when they were ranked; absent: exact values. */
    decimals: z.number().int().min(0).max(6).optional(),
    /** Places won (negative: lost) since the time before. */
    placesUp: z.number().int().min(-5000).max(5000).optional(),
    ...common,
  }),
  /** Σ weight · part; at most one part may be unknown (`value` null). */
  z.strictObject({
    kind: z.literal('total'),
    printed,
    parts: z
      .array(part.extend({ value: typed.nullable(), weight: typed.default('1') }))
      .max(200)
      .default([]),
    /** The total comes from another source than the parts (a system of record). */
    otherSource: z.boolean().default(false),
    /** What the residual may be (“trễ hẹn”). */
    residual: label.optional(),
    ...common,
  }),
  /** “tăng 10,1 lần”, “tăng 12,5 %”: to, or by, so much of one of the bases. */
  z.strictObject({
    kind: z.literal('growth'),
    printed,
    grown: typed,
    as: z.enum(['times', 'percent']).default('times'),
    candidates,
    against: label.optional(),
    ...common,
  }),
  /** An average a day: one of the totals over the days given, or over those of `period`. */
  z.strictObject({
    kind: z.literal('average'),
    printed,
    candidates: z.array(candidate).min(1).max(20),
    days: typed.optional(),
    ...common,
  }),
  /** opening + received − resolved = closing. */
  z.strictObject({
    kind: z.literal('balance'),
    opening: typed.optional(),
    received: typed,
    resolved: typed,
    /** The closing stock as published. */
    printed: typed.optional(),
    ...common,
  }),
  /** No value is larger than the next: lowest ≤ overall ≤ highest, part ≤ whole. */
  z.strictObject({ kind: z.literal('order'), values: z.array(part).min(2).max(50), ...common }),
]);
export type CheckPublishedFigure = z.infer<typeof checkPublishedFigure>;
export type CheckPublishedFigureInput = z.input<typeof checkPublishedFigure>;

/** Under which rounding a printed value comes out; `undecidable`: too much is unknown. */
export const publishedVerdicts = [
  'both',
  'half-up-only',
  'truncation-only',
  'neither',
  'undecidable',
] as const;
export type PublishedVerdict = (typeof publishedVerdicts)[number];

/** From `from` to `to`, both included; null: nothing bounds it there. Decimal text with a point. */
const range = z.object({ from: z.string().nullable(), to: z.string().nullable() });
export type PublishedRange = z.infer<typeof range>;

/** One reading of the printed value, with its arithmetic. All numbers are decimal text with a point. */
export const publishedReading = z.object({
  name: names,
  declared: z.boolean(),
  /** What stands under the line or, for totals, beside the printed value. */
  over: z.string(),
  /** The exact value as a fraction in lowest terms, `n/d`. */
  ratio: z.string(),
  /** The exact value: all its decimals where they end, else six of them and `…`. */
  exact: z.string(),
  halfUp: z.string(),
  truncated: z.string(),
  verdict: z.enum(publishedVerdicts),
  /** Printed minus exact, as `exact`. */
  residual: z.string(),
  words: names,
});
export type PublishedReading = z.infer<typeof publishedReading>;

/** What a part that is not published can have been. */
export const impliedPart = z.object({
  part: z.enum(['numerator', 'denominator', 'base', 'days', 'part', 'own', 'opening', 'closing']),
  name: names,
  halfUp: range.nullable(),
  truncated: range.nullable(),
  /** Under either rounding alike. */
  both: range.nullable(),
  words: names,
});
export type ImpliedPart = z.infer<typeof impliedPart>;

export const publishedFlag = z.object({
  code: z.string(),
  importance: z.enum(findingImportances),
  params: findingParams,
  message: names,
});
export type PublishedFlag = z.infer<typeof publishedFlag>;

export const publishedFigureAnswer = z.object({
  kind: z.enum(publishedFigureKinds),
  /** As it was read; null where nothing was printed. `bound`: the words make it only a limit. */
  printed: z
    .object({
      text: z.string(),
      value: z.string(),
      decimals: z.number().int(),
      bound: z.enum(['at-least', 'at-most', 'about']).nullable(),
    })
    .nullable(),
  /** The best of all readings. */
  verdict: z.enum(publishedVerdicts),
  summary: names,
  readings: z.array(publishedReading),
  implied: z.array(impliedPart),
  flags: z.array(publishedFlag),
});
export type PublishedFigureAnswer = z.infer<typeof publishedFigureAnswer>;
