import { z } from 'zod';
import { day, uuid } from './lists.js';
import { dueTabs, officialClasses, taskConclusion, taskKind, taskUnit } from './tasks.js';

/** How many tasks stand in each official class. */
export const taskCounts = z.record(z.enum(officialClasses), z.number().int());
export type TaskCounts = z.infer<typeof taskCounts>;

export const taskStatisticsQuery = z.strictObject({
  kind: taskKind.optional(),
  unitId: uuid.optional(),
  cycleId: uuid.optional(),
  /** Only tasks assigned on these days. */
  from: day.optional(),
  to: day.optional(),
});
export type TaskStatisticsQuery = z.infer<typeof taskStatisticsQuery>;
export const taskStatisticsFileQuery = taskStatisticsQuery.extend({
  language: z.enum(['vi', 'en']).optional(),
});

const both = z.object({ present: taskCounts, original: taskCounts });
const row = both.extend({ unit: taskUnit });
export type TaskStatisticsRow = z.infer<typeof row>;

/** The official table: by the present deadline, extensions counted, and by the original one. */
export const taskStatistics = z.object({
  /** The day it was asked for: by it what is open is in time or overdue. */
  on: day,
  items: z.array(row),
  total: both,
});
export type TaskStatistics = z.infer<typeof taskStatistics>;

/**
 * Share of done tasks among those that are done or overdue, in percent with two decimals that are cut off, as the
 * national table prints it (16.051 of 16.274 → 98.62); null where there are none.
 */
export const doneRate = (counts: TaskCounts): string | null =>
  cutPercent(counts['done-on-time'] + counts['done-late'], dueOf(counts));

/** Share of those done on time among the same. */
export const onTimeRate = (counts: TaskCounts): string | null =>
  cutPercent(counts['done-on-time'], dueOf(counts));

const dueOf = (counts: TaskCounts): number =>
  counts['done-on-time'] + counts['done-late'] + counts['open-overdue'];

function cutPercent(part: number, whole: number): string | null {
  if (whole === 0) return null;
  const hundredths = (BigInt(part) * 10_000n) / BigInt(whole);
  return `${hundredths / 100n}.${(hundredths % 100n).toString().padStart(2, '0')}`;
}

export const taskStatisticsWords = {
  title: { vi: 'Tình hình thực hiện nhiệm vụ', en: 'How tasks are carried out' },
  present: { vi: 'Theo hạn hiện tại', en: 'By present deadline' },
  original: { vi: 'Theo hạn ban đầu', en: 'By original deadline' },
  code: { vi: 'Mã', en: 'Code' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  counted: { vi: 'Tổng số', en: 'In all' },
  doneOnTime: { vi: 'Hoàn thành đúng hạn', en: 'Done on time' },
  doneLate: { vi: 'Hoàn thành quá hạn', en: 'Done late' },
  openInTime: { vi: 'Chưa hoàn thành, trong hạn', en: 'Open, in time' },
  openOverdue: { vi: 'Chưa hoàn thành, quá hạn', en: 'Open, overdue' },
  done: { vi: 'Tỷ lệ hoàn thành (%)', en: 'Done (%)' },
  onTime: { vi: 'Tỷ lệ đúng hạn (%)', en: 'On time (%)' },
  total: { vi: 'Cộng', en: 'Total' },
} as const satisfies Record<string, { vi: string; en: string }>;

/** Boards: how many open tasks, by due date, for each unit or each conclusion. */
export const taskGroupQuery = z.strictObject({
  by: z.enum(['unit', 'conclusion']),
  kind: taskKind.optional(),
  unitId: uuid.optional(),
  cycleId: uuid.optional(),
  criticism: z.enum(['marked', 'criticised', 'spared']).optional(),
  extension: z.literal('requested').optional(),
  q: z.string().trim().max(200).optional(),
});
export type TaskGroupQuery = Omit<z.infer<typeof taskGroupQuery>, 'by'>;

export const taskGroup = z.object({
  id: uuid,
  unit: taskUnit.nullable(),
  conclusion: taskConclusion.omit({ item: true }).nullable(),
  tabs: z.record(z.enum(dueTabs), z.number().int()),
});
export type TaskGroup = z.infer<typeof taskGroup>;
export const taskGroupPage = z.object({ items: z.array(taskGroup), total: z.number().int() });
