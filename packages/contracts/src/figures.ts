import { z } from 'zod';
import { comparisons, criteriaCode, decimalText } from './criteria.js';
import { day, names, uuid, webAddress } from './lists.js';

/**
 * The four states of a figure. A true zero is a `value`; `nothing`: nothing occurred (không phát sinh);
 * `not-applicable` (không áp dụng); `missing`: no data yet (chưa có dữ liệu). A blank is none of them.
 */
export const figureStates = ['value', 'nothing', 'not-applicable', 'missing'] as const;
export type FigureState = (typeof figureStates)[number];

export const figureStateTexts = {
  value: { vi: 'có số liệu', en: 'a figure' },
  nothing: { vi: 'không phát sinh', en: 'nothing occurred' },
  'not-applicable': { vi: 'không áp dụng', en: 'not applicable' },
  missing: { vi: 'chưa có dữ liệu', en: 'no data yet' },
} as const satisfies Record<FigureState, { vi: string; en: string }>;

/** The document a figure is taken from: “Giấy chứng nhận ISO 9001:2015 số 01/GCN ngày 15/3/2022”. */
export const figureSource = z.strictObject({
  document: z.string().normalize('NFC').trim().min(1).max(500),
  number: z.string().trim().max(100).optional(),
  on: day.optional(),
  place: z.string().trim().max(300).optional(),
  url: webAddress.optional(),
});
export type FigureSource = z.infer<typeof figureSource>;

const printed = z.string().normalize('NFC').trim().min(1).max(60);

/** What a document says about a figure beyond its number; every claim is checked and may raise a finding. */
export const publishedClaim = z.discriminatedUnion('kind', [
  /** A share printed beside it: 8.906 (82.34%). `of`: the elements whose sum the words name as the whole. */
  z.strictObject({
    kind: z.literal('percent'),
    printed,
    of: z.array(criteriaCode).max(20).optional(),
    /** The indicator whose rounding and denominator it should follow. */
    indicator: criteriaCode.optional(),
  }),
  /** An average a working day of the period over the sum of these elements. */
  z.strictObject({ kind: z.literal('average'), printed, over: z.array(criteriaCode).min(1).max(20) }),
  /** “tăng 10,1 lần”; `base` is null where it is not published. `against` is the period compared with. */
  z.strictObject({
    kind: z.literal('growth'),
    printed,
    base: decimalText.nullable(),
    against: z.string().trim().min(1).max(200),
  }),
  /** The best or the worst of all units, given without the unit's name. */
  z.strictObject({ kind: z.literal('extreme'), which: z.enum(['best', 'worst']) }),
  /** “trên 4,7 triệu đồng”: only a bound. */
  z.strictObject({ kind: z.literal('bound'), bound: z.enum(['at-least', 'at-most']), printed }),
  /** What the sentence calls it: “tỷ lệ” of a count, “số hồ sơ” of a percentage. */
  z.strictObject({ kind: z.literal('called'), as: z.enum(['rate', 'count']) }),
  /** Targets it is held against that are cut otherwise than the figure: level 3 and level 4 apart. */
  z.strictObject({
    kind: z.literal('targets'),
    targets: z
      .array(z.strictObject({ names, comparison: z.enum(comparisons), value: decimalText }))
      .min(1)
      .max(10),
  }),
]);
export type PublishedClaim = z.infer<typeof publishedClaim>;

/** A figure as a document printed it, with the sentence that prints it. */
export const publishedFigure = z.strictObject({
  text: printed,
  sentence: z.string().normalize('NFC').trim().min(1).max(2000),
  claims: z.array(publishedClaim).max(10).default([]),
});
export type PublishedFigure = z.infer<typeof publishedFigure>;

export const monthText = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

const cell = {
  /** Code of the data element. */
  element: criteriaCode,
  /** Of a monthly element: which month, `2022-09`. */
  month: monthText.optional(),
  /** Where the figure covers other days than the cycle's period. */
  period: z.strictObject({ start: day, end: day }).optional(),
  state: z.enum(figureStates).default('value'),
  /** As it was typed: `1.234,5`. Only with the state `value`; for yes-no `1` or `0`. */
  value: z.string().max(60).optional(),
  note: z.string().normalize('NFC').trim().max(2000).optional(),
  source: figureSource.optional(),
};
export const figureCell = z.strictObject(cell);
export type FigureCell = z.infer<typeof figureCell>;

/** What only an import of documents says of a figure; nobody says it of their own figures. */
const documented = {
  /** Invented for the story and never counted as published. */
  illustrative: z.boolean().default(false),
  /** Where missing, what a document printed of this cell before stays. */
  published: publishedFigure.optional(),
};
const documentedCell = z.strictObject({ ...cell, ...documented });
export type DocumentedCell = z.infer<typeof documentedCell>;

/** In which writing the values are: `vi` 1.234,5 or `en` 1,234.5. */
const language = z.enum(['vi', 'en']).default('vi');

/** Only the cells that change; the others keep their figures. The whole is saved or none of it. */
export const saveFigures = z.strictObject({
  cells: z.array(figureCell).min(1).max(2000),
  language,
  reason: z.string().trim().min(3).max(2000).optional(),
});
export type SaveFigures = z.input<typeof saveFigures>;
/** The same from an import; not taken over HTTP. */
export const saveDocumentedFigures = saveFigures.extend({
  cells: z.array(documentedCell).min(1).max(2000),
});
export type SaveDocumentedFigures = z.input<typeof saveDocumentedFigures>;

/** Version of the figure that was seen in the cell; null: none was. Where another stands now, it is refused. */
const replaces = z.number().int().positive().nullable();

/** Elements filled by the secretariat (DDCI and other external scores), for any units at once. */
export const enterExternalFigures = z.strictObject({
  cells: z
    .array(z.strictObject({ unitId: uuid, ...cell, replaces }))
    .min(1)
    .max(20_000),
  language,
  reason: z.string().trim().min(3).max(2000).optional(),
});
export type EnterExternalFigures = z.input<typeof enterExternalFigures>;
/** The same from an import, which replaces whatever stands there; not taken over HTTP. */
export const enterDocumentedFigures = enterExternalFigures.extend({
  cells: z
    .array(z.strictObject({ unitId: uuid, ...cell, ...documented, replaces: replaces.optional() }))
    .min(1)
    .max(20_000),
});
export type EnterDocumentedFigures = z.input<typeof enterDocumentedFigures>;

/** How a typed number was read where the writer should see it: code of the number errors. */
export const cellRemark = z.object({
  path: z.string(),
  code: z.string(),
  params: z.record(z.string(), z.string()),
});
export type CellRemark = z.infer<typeof cellRemark>;

export const savedFigures = z.object({
  id: uuid,
  revision: z.number().int(),
  saved: z.number().int(),
  remarks: z.array(cellRemark),
});
export type SavedFigures = z.infer<typeof savedFigures>;

export const enteredFigures = z.object({
  units: z.number().int(),
  saved: z.number().int(),
  remarks: z.array(cellRemark),
});

/** A figure as it stands. */
export const figureView = z.object({
  /** Tells it from what stood in the cell before, and will stand there after. */
  version: z.number().int(),
  state: z.enum(figureStates),
  /** Exact decimal text with a point; null but for the state `value`. */
  value: z.string().nullable(),
  note: z.string().nullable(),
  source: figureSource.nullable(),
  illustrative: z.boolean(),
  published: publishedFigure.nullable(),
  period: z.object({ start: day, end: day }),
  recordedBy: z.string(),
  /** Business time of the save. */
  at: z.iso.datetime(),
});
export type FigureView = z.infer<typeof figureView>;

/** One version of a figure: what it was, by whom and from when. */
export const figureVersion = z.object({
  id: z.string(),
  /** `YYYY-MM` of an element filled month by month. */
  month: z.string().nullable(),
  state: z.enum(figureStates),
  value: z.string().nullable(),
  note: z.string().nullable(),
  source: figureSource.nullable(),
  recordedBy: z.string(),
  at: z.iso.datetime(),
  /** Not superseded by another. */
  current: z.boolean(),
});
export type FigureVersion = z.infer<typeof figureVersion>;
export const figureVersionList = z.object({ items: z.array(figureVersion) });
