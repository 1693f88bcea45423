import {
  findingTexts,
  publishedFlagTexts,
  publishedNames,
  type CheckPublishedFigure,
  type FindingCode,
  type FindingImportance,
  type FindingParams,
  type ImpliedPart,
  type Names,
  type PublishedFigureKind,
  type PublishedFlag,
  type PublishedFlagCode,
  type PublishedReading,
} from '@nhip/contracts';
import { type DecimalMode, type Ratio } from '../../../shared/index.js';
import type { PrintedValue } from '../published-figure.js';
import { importances } from '../raised-finding.js';
import { words } from './words.js';

export type Question<Kind extends PublishedFigureKind> = Extract<CheckPublishedFigure, { kind: Kind }>;

/** A question whose numbers have been read. */
export interface Asked {
  /** What it is about. */
  readonly element: Names;
  /** As it stands in the document; undefined where a stock has no printed closing. */
  readonly printed: PrintedValue | undefined;
  readonly text: string;
  readonly rounding: DecimalMode;
  /** A number of the question; every one has been read once before. */
  readonly number: (typed: string) => Ratio;
  readonly decimals: (typed: string) => number;
  /** Of the days of `period`. */
  readonly days: readonly { readonly name: Names; readonly count: Ratio }[];
}

/** What one kind of question finds out; what all kinds have in common comes on top. */
export interface Checked {
  readonly readings: readonly PublishedReading[];
  readonly implied: readonly ImpliedPart[];
  readonly flags: readonly PublishedFlag[];
}

const ownImportances: Readonly<Record<PublishedFlagCode, FindingImportance>> = {
  VALUE_NOT_REPRODUCED: 'error',
  VALUE_ROUND_MODE: 'notice',
  IMPLIED_NUMERATOR: 'notice',
  IMPLIED_WHOLE: 'notice',
  IMPLIED_PART: 'notice',
  RANK_NOT_REPRODUCED: 'error',
  RANK_TIED: 'notice',
  RANK_ON_ROUNDED: 'warning',
  RANK_OF_UNKNOWN: 'notice',
  RANK_COUNT_DIFFERS: 'warning',
  RANK_BEFORE: 'notice',
  RANK_BEFORE_IMPOSSIBLE: 'error',
  BALANCE_NEGATIVE: 'error',
  BALANCE_IMPLIED: 'notice',
  ORDER_BROKEN: 'error',
};
const texts = { ...findingTexts, ...publishedFlagTexts };
const weights = { ...importances, ...ownImportances };

export const flag = (code: FindingCode | PublishedFlagCode, params: FindingParams): PublishedFlag => ({
  code,
  importance: weights[code],
  params,
  message: words(texts[code], params),
});

/** The name given, or the usual one with its number where there are several. */
export function named(given: string, kind: keyof typeof publishedNames, place?: number): Names {
  if (given !== '') return { vi: given, en: given };
  const { vi, en } = publishedNames[kind];
  return place === undefined ? { vi, en } : { vi: `${vi} ${place}`, en: `${en} ${place}` };
}
