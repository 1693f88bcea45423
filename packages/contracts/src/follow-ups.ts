import { z } from 'zod';
import { names, uuid } from './lists.js';
import { recommendationItem } from './recommendations.js';
import { taskItem, taskView } from './tasks.js';

/** One line of the consolidated list of explanations of a cycle. */
export const explanationLine = taskItem.extend({
  explains: taskView.shape.explains,
  answer: taskView.shape.answer,
});
export type ExplanationLine = z.infer<typeof explanationLine>;
const explanationCounts = z.object({
  total: z.number().int(),
  answered: z.number().int(),
  accepted: z.number().int(),
  returned: z.number().int(),
  late: z.number().int(),
  unanswered: z.number().int(),
  marked: z.number().int(),
  criticised: z.number().int(),
});
export type ExplanationCounts = z.infer<typeof explanationCounts>;
const consolidation = z.object({
  id: uuid,
  number: z.number().int(),
  at: z.iso.datetime(),
  note: z.string(),
  counts: explanationCounts,
});
export const explanationsView = z.object({
  cycleId: uuid,
  counts: explanationCounts,
  items: z.array(explanationLine),
  /** Lists reported so far, newest first. */
  consolidations: z.array(consolidation),
});
export type ExplanationsView = z.infer<typeof explanationsView>;

/** A list as it was kept, whatever its tasks became since. */
export const consolidationView = consolidation.extend({
  cycleId: uuid,
  items: z.array(explanationLine),
  /** SHA-256 of the lines' canonical JSON, as the history holds it. */
  contentHash: z.string(),
});
export type ConsolidationView = z.infer<typeof consolidationView>;
export const consolidateExplanations = z.strictObject({ note: z.string().trim().max(2000).default('') });

export const consolidated = z.object({ id: uuid, number: z.number().int() });

/** What the cycle before left open. */
export const agendaView = z.object({
  cycleId: uuid,
  previousCycle: z.object({ id: uuid, code: z.string(), names }).nullable(),
  tasks: z.array(taskItem),
  recommendations: z.array(recommendationItem),
});
export type AgendaView = z.infer<typeof agendaView>;
