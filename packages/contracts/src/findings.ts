import { z } from 'zod';
import type { ErrorText, Language } from './errors.js';
import { findingTexts, type FindingCode } from './finding-texts.js';
import { listQuery, names, pageOf, reason, uuid } from './lists.js';
import { fill } from './fill.js';
import { formatDay } from './dates.js';
import { formatDecimal } from './numbers.js';

/** `error` must be mended or explained before results are published; `notice` only says something. */
export const findingImportances = ['error', 'warning', 'notice'] as const;
export type FindingImportance = (typeof findingImportances)[number];
/** `explained`: the unit has answered; `settled`: the secretariat took the answer; `void`: it no longer holds. */
export const findingStates = ['open', 'explained', 'settled', 'void'] as const;
export type FindingState = (typeof findingStates)[number];

export const answerFinding = z.strictObject({ text: z.string().trim().min(3).max(2000) });
export type AnswerFinding = z.infer<typeof answerFinding>;
/** `settle`: the answer stands (or none is needed); `reopen`: ask again. */
export const settleFinding = z.strictObject({ decision: z.enum(['settle', 'reopen']), reason });
export type SettleFinding = z.infer<typeof settleFinding>;

/** Decimal text, days and names, each shown in the writing of the reader's language. */
export const findingParams = z.record(z.string(), z.union([z.string(), names]));
export type FindingParams = z.infer<typeof findingParams>;

export const findingView = z.object({
  id: uuid,
  cycleId: uuid,
  unit: z.object({ id: uuid, code: z.string(), names }).nullable(),
  code: z.string(),
  /** Where it stands: elements under whose rows it is shown, the check or the indicator it comes from. */
  subject: z.object({
    elements: z.array(z.string()),
    check: z.string().optional(),
    indicator: z.string().optional(),
  }),
  importance: z.enum(findingImportances),
  state: z.enum(findingStates),
  /** Exact decimal text where there is one. */
  expected: z.string().nullable(),
  found: z.string().nullable(),
  params: findingParams,
  message: names,
  answer: z.object({ text: z.string(), by: z.string(), at: z.iso.datetime() }).nullable(),
  /** Files handed in with the answer. */
  evidence: z.number().int(),
  settled: z.object({ reason: z.string(), by: z.string(), at: z.iso.datetime() }).nullable(),
  at: z.iso.datetime(),
  revision: z.number().int(),
});
export type FindingView = z.infer<typeof findingView>;

export const findingSorts = ['importance', 'unit', 'code', 'at'] as const;
export const findingList = listQuery.extend({
  sort: z.enum(findingSorts).default('importance'),
  cycleId: uuid.optional(),
  unitId: uuid.optional(),
  code: z.string().max(60).optional(),
  state: z.enum(findingStates).optional(),
  importance: z.enum(findingImportances).optional(),
});
export type FindingList = z.infer<typeof findingList>;
export const findingPage = pageOf(findingView);

/** Check a cycle's figures again, all units. */
export const checkFigures = z.strictObject({});
export const checkedFigures = z.object({
  raised: z.number().int(),
  voided: z.number().int(),
  standing: z.number().int(),
});
export type CheckedFigures = z.infer<typeof checkedFigures>;

/** Decimal text; `…` where its decimals go on. */
const NUMBER = /^(-?\d+(?:\.\d+)?)(…?)$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The finding in one sentence, with its arithmetic. */
export function describeFinding(code: string, params: FindingParams, language: Language): string {
  const words = fillWords(findingTexts[code as FindingCode]?.[language] ?? code, params, language);
  // From 73 to 73 is 73.
  return words.replace(/(?<![\d.,])([\d.,]*\d)–\1(?![\d.,]*\d)/g, '$1');
}

/** Fills a text with numbers, days and names as the language writes them. */
export function fillWords(text: string, params: FindingParams, language: Language): string {
  const words = Object.entries(params).map(([name, value]) => [name, wordOf(value, language)]);
  return fill(text, Object.fromEntries(words) as Record<string, string>);
}

function wordOf(value: FindingParams[string], language: Language): string {
  if (typeof value !== 'string') return (language === 'en' ? value.en : undefined) ?? value.vi;
  const [, digits, more] = NUMBER.exec(value) ?? [];
  if (digits !== undefined) return `${formatDecimal(digits, language)}${more}`;
  return DAY.test(value) ? formatDay(value) : value;
}

export const findingErrors = {
  FINDING_NOT_OPEN: {
    status: 409,
    vi: 'Phát hiện này đã xử lý xong hoặc không còn đúng với số liệu hiện tại.',
    en: 'This finding is settled, or no longer holds for the present figures.',
  },
} as const satisfies Record<string, ErrorText>;
