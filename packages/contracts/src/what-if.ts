import { z } from 'zod';
import { criteriaCode, criteriaSetContent, decimalText, type CriteriaSetContent } from './criteria.js';
import { criteriaRemark } from './criteria-sets.js';
import type { ErrorText } from './errors.js';
import { figureStates } from './figures.js';
import { listQuery, names, pageOf, reason, uuid } from './lists.js';
import { unrankedReasons } from './unranked.js';

const { indicators, fields, gates, totals, classification, ranking } = criteriaSetContent.shape;

/** A figure of the cycle's period as it is supposed to be. */
const supposedFigure = z
  .strictObject({
    unitId: uuid,
    element: criteriaCode,
    state: z.enum(figureStates),
    value: decimalText.nullable().default(null),
  })
  .refine(({ state, value }) => (state === 'value') === (value !== null), { path: ['value'] });
export type SupposedFigure = z.infer<typeof supposedFigure>;
/** The figure it stands in place of, as the scoring has read it. */
const presentFigure = z.object({
  unitId: uuid,
  element: criteriaCode,
  state: z.enum(figureStates),
  value: z.string().nullable(),
});
export type PresentFigure = z.infer<typeof presentFigure>;

/**
 * What is supposed, laid over the cycle's criteria and figures: each object stands whole in place of the one with its
 * code, each list in place of the list.
 */
export const whatIfChanges = z.strictObject({
  indicators: z.array(indicators.element).max(1000).default([]),
  fields: z.array(fields.element).max(50).default([]),
  gates: gates.unwrap().optional(),
  totals: totals.optional(),
  /** `null`: no classes. */
  classification: classification.nullable(),
  ranking: ranking.unwrap().optional(),
  figures: z.array(supposedFigure).max(10_000).default([]),
});
export type WhatIfChanges = z.infer<typeof whatIfChanges>;

/** The criteria as they are supposed; what they do not have stays out. */
export function supposedContent(content: CriteriaSetContent, changes: WhatIfChanges): CriteriaSetContent {
  return {
    ...content,
    indicators: replaced(content.indicators, changes.indicators),
    fields: replaced(content.fields, changes.fields),
    gates: changes.gates ?? content.gates,
    totals: changes.totals ?? content.totals,
    ranking: changes.ranking ?? content.ranking,
    classification:
      changes.classification === undefined ? content.classification : (changes.classification ?? undefined),
  };
}

function replaced<Item extends { readonly code: string }>(
  items: readonly Item[],
  supposed: readonly Item[],
): Item[] {
  const byCode = new Map(supposed.map((item) => [item.code, item]));
  return items.map((item) => byCode.get(item.code) ?? item);
}

const name = z.string().trim().min(1).max(200);
/** `run`: number of the scoring that is copied; without it the newest. */
export const startWhatIf = z.strictObject({ name, run: z.number().int().min(1).optional() });
export const changeWhatIf = z.strictObject({ changes: whatIfChanges, reason: reason.optional() });
export const keepWhatIf = z.strictObject({ name, note: reason });
export const dropWhatIf = z.strictObject({ reason: reason.optional() });

export const whatIfStatuses = ['open', 'kept', 'dropped'] as const;
export const whatIfItem = z.object({
  id: uuid,
  cycleId: uuid,
  name: z.string(),
  /** Given when it was kept. */
  note: z.string().nullable(),
  status: z.enum(whatIfStatuses),
  /** Number of the scoring it is a copy of. */
  run: z.number().int(),
  startedBy: z.string(),
  startedAt: z.iso.datetime(),
  revision: z.number().int(),
  /** How many objects and figures are supposed to be other than they are. */
  changed: z.number().int(),
});
export type WhatIfItem = z.infer<typeof whatIfItem>;
export const whatIfList = z.object({ items: z.array(whatIfItem) });
/** With the linter's remarks on the criteria as they are supposed: sums may differ while one tries. */
export const whatIfView = whatIfItem.extend({
  criteriaSetVersionId: uuid,
  changes: whatIfChanges,
  remarks: z.array(criteriaRemark),
  /** Names of the units of which figures are supposed, or were (see its history). */
  unitNames: z.record(uuid, names),
  /** What stands for each supposed figure in truth, in their order. */
  present: z.array(presentFigure),
});
export type WhatIfView = z.infer<typeof whatIfView>;
export const whatIfStarted = z.object({ id: uuid, revision: z.number().int() });

const standing = z.object({
  shownPoints: z.string().nullable(),
  rank: z.number().int().nullable(),
  tied: z.boolean(),
  ranked: z.number().int(),
  unranked: z.enum(unrankedReasons).nullable(),
  classCode: z.string().nullable(),
  classNames: names.nullable(),
});
export const whatIfRow = z.object({
  /** The unit's id again: lists of the console want one. */
  id: uuid,
  unit: z.object({ id: uuid, code: z.string(), names, shortName: z.string().nullable() }),
  group: z.object({ id: uuid, code: z.string(), names }).nullable(),
  before: standing,
  after: standing,
  /** Points more (or less, below zero), decimal text, cut to six decimals; null where either has none. */
  points: z.string().nullable(),
  /** Places up (positive) or down; null without a rank in either, or where ranks are given among other units. */
  places: z.number().int().nullable(),
});
export type WhatIfRow = z.infer<typeof whatIfRow>;
/** `movement`: the farthest moved first, by places, then by points. */
export const whatIfResultsQuery = listQuery.extend({
  sort: z.enum(['movement', 'before', 'after', 'name']).default('movement'),
  groupId: uuid.optional(),
});
export type WhatIfResultsQuery = z.infer<typeof whatIfResultsQuery>;
export const whatIfResults = pageOf(whatIfRow).extend({
  groups: z.array(z.object({ id: uuid, code: z.string(), names, units: z.number().int() })),
  /** Whether a rank is among the same units in both: in the peer group, or among all. */
  sameRanking: z.boolean(),
  /** Of all units the reader sees, whatever is searched for. */
  moved: z.object({
    up: z.number().int(),
    down: z.number().int(),
    points: z.number().int(),
    class: z.number().int(),
  }),
});
export type WhatIfResults = z.infer<typeof whatIfResults>;

export const whatIfErrors = {
  WHAT_IF_SETTLED: {
    status: 409,
    vi: 'Phép thử này đã giữ lại hoặc đã bỏ, không đổi nữa. Mở phép thử mới.',
    en: 'This what-if was kept or dropped and does not change any more. Start another.',
  },
  WHAT_IF_UNKNOWN: {
    status: 422,
    vi: 'Bộ tiêu chí của đợt này không có “{code}” để thử đổi.',
    en: 'The cycle’s criteria have no “{code}” to suppose otherwise.',
  },
  WHAT_IF_UNIT_UNKNOWN: {
    status: 422,
    vi: 'Có đơn vị không tham gia đợt này nên không có số liệu để thử đổi.',
    en: 'A unit does not take part in this cycle, so it has no figures to suppose otherwise.',
  },
  WHAT_IF_NOT_COMPUTABLE: {
    status: 422,
    vi: 'Với thay đổi này không tính được điểm: {first}',
    en: 'With this change no scores can be computed: {first}',
  },
} as const satisfies Record<string, ErrorText>;
