import { z } from 'zod';
import { decimalText } from './criteria.js';
import type { ErrorText } from './errors.js';
import { names, uuid, webAddress } from './lists.js';
import { reportingPeriod } from './review-cycles.js';

/** Where the results of a round stand that was not scored here. */
export const roundSource = z.strictObject({
  text: z.string().trim().min(3).max(500),
  address: webAddress.optional(),
});

/**
 * Results of the round before a cycle as they were published elsewhere. They serve for comparison only: nothing is
 * computed from them, and what is shown of them says that it was published, not computed here.
 */
export const enterPublishedRound = z.strictObject({
  names,
  period: reportingPeriod,
  /** The round was scored by the version of the criteria set that this cycle uses; else ranks are not compared. */
  sameCriteria: z.boolean(),
  source: roundSource,
  items: z
    .array(
      z.strictObject({
        unitId: uuid,
        points: decimalText.optional(),
        rank: z.number().int().min(1).optional(),
      }),
    )
    .min(1)
    .max(100_000),
});
export type EnterPublishedRound = z.infer<typeof enterPublishedRound>;
export const enteredPublishedRound = z.object({ revision: z.number().int(), units: z.number().int() });

export const publishedRoundView = z.object({
  names,
  period: reportingPeriod,
  sameCriteria: z.boolean(),
  source: roundSource,
  revision: z.number().int(),
  items: z.array(
    z.object({
      unitId: uuid,
      unit: z.object({ code: z.string(), names }),
      groupId: uuid.nullable(),
      points: z.string().nullable(),
      rank: z.number().int().nullable(),
    }),
  ),
});
export type PublishedRoundView = z.infer<typeof publishedRoundView>;

/** Columns of a table of published results; the unit is named by its code or its name. */
export const publishedRoundColumns = {
  unit: { required: true, headings: ['Đơn vị', 'Tên đơn vị', 'Mã đơn vị', 'Mã', 'Unit', 'Code'] },
  points: { required: false, headings: ['Điểm', 'Điểm số', 'Tổng điểm', 'Points', 'Score'] },
  rank: { required: false, headings: ['Hạng', 'Xếp hạng', 'Thứ hạng', 'Rank'] },
} as const;

/** What a table of published results says, read and not written: units found, and cells to mend. */
export const readPublishedResults = z.object({
  rows: z.number().int(),
  items: publishedRoundView.shape.items,
  problems: z.array(
    z.object({
      row: z.number().int(),
      column: z.string(),
      value: z.string(),
      code: z.string(),
      message: z.string(),
    }),
  ),
});
export type ReadPublishedResults = z.infer<typeof readPublishedResults>;

export const publishedRoundErrors = {
  ROW_UNIT_UNKNOWN: {
    status: 422,
    vi: 'Không có đơn vị nào mang tên hoặc mã “{value}”. Ghi đúng tên hoặc mã như trong danh sách đơn vị.',
    en: 'No unit has the name or code “{value}”. Write the name or code as in the list of units.',
  },
  ROW_UNIT_MANY: {
    status: 422,
    vi: 'Có nhiều đơn vị tên “{value}”: {codes}. Ghi mã thay cho tên.',
    en: 'Several units are called “{value}”: {codes}. Write the code instead of the name.',
  },
  ROW_UNIT_TWICE: {
    status: 422,
    vi: 'Đơn vị “{value}” đã có ở dòng {row}. Mỗi đơn vị chỉ ghi một dòng.',
    en: 'The unit “{value}” stands in row {row} already. Give each unit one row.',
  },
  ROW_POINTS: {
    status: 422,
    vi: '“{value}” không phải số điểm. Ví dụ đúng: 82,34.',
    en: '“{value}” is no number of points. A right one is 82.34.',
  },
  ROW_POINTS_TWOFOLD: {
    status: 422,
    vi: '“{value}” đọc được hai cách. Ghi {decimal} nếu là số lẻ, {whole} nếu là hàng nghìn.',
    en: '“{value}” can be read in two ways. Write {decimal} for decimals, {whole} for thousands.',
  },
  ROW_RANK: {
    status: 422,
    vi: '“{value}” không phải thứ hạng. Ghi số nguyên từ 1.',
    en: '“{value}” is no rank. Write a whole number from 1.',
  },
  ROW_WITHOUT_RESULT: {
    status: 422,
    vi: 'Dòng của “{value}” không có điểm cũng không có hạng.',
    en: 'The row of “{value}” has neither points nor a rank.',
  },
} as const satisfies Record<string, ErrorText>;
