import { z } from 'zod';
import { day, names, uuid } from './lists.js';
import { reviewCycleItem, stageView } from './review-cycles.js';
import { movement } from './scoring.js';
import { unrankedReasons } from './unranked.js';
import { roleName } from './roles.js';

/** What a card is about: what waits for whom. The console has the words of each. */
export const overviewCardKinds = [
  'must-do',
  'to-approve',
  'to-launch',
  'to-conclude',
  'conclusions-to-issue',
  'to-publish',
  'to-criticise',
  'submissions-to-accept',
  'submissions-missing',
  'answers-to-judge',
  'extensions-to-decide',
  'scores-to-appraise',
  'findings-to-settle',
  'findings-open',
  'tasks-overdue',
  'recommendations-to-answer',
  'recommendations-open',
  'weak-results',
  'cycles',
  'own-supervisions',
  'requirements-open',
  'launches',
  'recent-actions',
] as const;
export type OverviewCardKind = (typeof overviewCardKinds)[number];

/** What an item is, which also says what its button does. */
export const overviewItemKinds = [
  'explanation',
  'task',
  'submission',
  'finding',
  'cycle',
  'conclusion',
  'recommendation',
  'supervision',
  'unit',
  'action',
] as const;
export type OverviewItemKind = (typeof overviewItemKinds)[number];

/** The second line of an item; its words stand in the console under this code, filled with the parameters. */
export const overviewDetails = [
  'unit',
  'unit-and-state',
  'state',
  'to-appraise',
  'under-threshold',
  'under-thresholds',
  'cells-filled',
  'late-submission',
  'participants',
  'items',
  'finding',
  'addressee',
  'requirements',
  'urged',
  'action',
  'actions',
] as const;
/** Decimal text is shown in the reader's writing, names in the reader's language, days as dd/MM/yyyy. */
export const overviewParams = z.record(z.string(), z.union([z.string(), z.number().int(), names]));
export type OverviewParams = z.infer<typeof overviewParams>;

export const overviewItem = z.object({
  id: z.string(),
  kind: z.enum(overviewItemKinds),
  title: names,
  detail: z.object({ code: z.enum(overviewDetails), params: overviewParams }).nullable(),
  /** Working days are negative when over, 0 on the last day. */
  deadline: z.object({ on: day, workingDaysLeft: z.number().int() }).nullable(),
  /** Whether it is over time, or serious in itself. */
  pressing: z.boolean(),
  /** Page of the console. */
  link: z.string().nullable(),
  illustrative: z.boolean(),
});
export type OverviewItem = z.infer<typeof overviewItem>;

export const overviewCard = z.object({
  kind: z.enum(overviewCardKinds),
  /** All of them; `items` are the most pressing. */
  count: z.number().int(),
  items: z.array(overviewItem),
  /** The whole list, where there is a page of it. */
  link: z.string().nullable(),
});
export type OverviewCard = z.infer<typeof overviewCard>;

export const overviewTileKinds = [
  'submitted',
  'findings-open',
  'tasks-overdue',
  'waiting-for-me',
  'open-in-time',
  'open-overdue',
  'done-on-time',
  'done-late',
  'tasks-today',
  'tasks-week',
  'cycles-open',
  'supervisions-open',
  'requirements-open',
  'recommendations-open',
  'accounts',
  'accounts-disabled',
  'accounts-never-used',
  'sessions',
] as const;

export const overviewTile = z.object({
  kind: z.enum(overviewTileKinds),
  count: z.number().int(),
  /** Out of how many, where that is known. */
  of: z.number().int().nullable(),
  /** How many of them are serious. */
  serious: z.number().int().nullable(),
  link: z.string().nullable(),
});
export type OverviewTile = z.infer<typeof overviewTile>;

/** A cycle that runs, with the strip of its stages. */
export const overviewCycle = reviewCycleItem
  .pick({ id: true, code: true, names: true, state: true, illustrative: true })
  .extend({ stages: z.array(stageView) });
export type OverviewCycle = z.infer<typeof overviewCycle>;

/** How the reader's unit came out last. */
export const overviewResult = z.object({
  cycle: z.object({ id: uuid, code: z.string(), names }),
  unit: z.object({ id: uuid, code: z.string(), names }),
  shownPoints: z.string().nullable(),
  maxPoints: z.string(),
  rank: z.number().int().nullable(),
  ranked: z.number().int(),
  tied: z.boolean(),
  unranked: z.enum(unrankedReasons).nullable(),
  movement,
  published: z.boolean(),
  link: z.string(),
});
export type OverviewResult = z.infer<typeof overviewResult>;

export const selfChecks = [
  'timer-lag',
  'outbox-lag',
  'outbox-failed',
  'fsync',
  'synchronous-commit',
  'full-page-writes',
  'clock',
] as const;
/** Of the installation. `value`: seconds, a count, a setting or an instant, by check. */
export const selfCheck = z.object({
  check: z.enum(selfChecks),
  state: z.enum(['good', 'watch', 'bad']),
  value: z.string(),
});
export type SelfCheck = z.infer<typeof selfCheck>;

/** What the home of a role says: what to do now first. Parts a role has no use for are empty. */
export const overviewView = z.object({
  role: roleName,
  now: z.iso.datetime(),
  cycles: z.array(overviewCycle),
  tiles: z.array(overviewTile),
  cards: z.array(overviewCard),
  results: z.array(overviewResult),
  checks: z.array(selfCheck),
});
export type OverviewView = z.infer<typeof overviewView>;
