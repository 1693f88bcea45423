import { z } from 'zod';
import { listQuery, pageOf } from './lists.js';

/** One record's history, the newest entry first unless asked otherwise. */
export const listHistoryQuery = listQuery.pick({ page: true, perPage: true }).extend({
  order: z.enum(['ASC', 'DESC']).default('DESC'),
  subjectKind: z.string().min(1).max(60),
  subjectId: z.string().min(1).max(200),
});
export type ListHistoryQuery = z.infer<typeof listHistoryQuery>;

const record = z.record(z.string(), z.unknown());

export const historyItem = z.object({
  /** `stream#seq`: its place in the chain; `installation/stream#seq` in that of the installation. */
  id: z.string(),
  /** Business time. */
  at: z.iso.datetime(),
  /** The machine's time. */
  recordedAt: z.iso.datetime(),
  /** Past tense: `unit.changed`. */
  action: z.string(),
  /** The name is that of the account's person today; null for the system. */
  actor: z.object({ kind: z.enum(['user', 'system']), id: z.string(), name: z.string().nullable() }),
  /** The role acted in; null for the system. */
  onBehalfOf: z.string().nullable(),
  reason: z.string().nullable(),
  revision: z.number().int(),
  /** The fields that changed, as they were; null for a new record. */
  before: record.nullable(),
  /** The whole record after the change. */
  after: record,
});
export type HistoryItem = z.infer<typeof historyItem>;
export const historyPage = pageOf(historyItem);
