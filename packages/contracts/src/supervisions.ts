import { z } from 'zod';
import { deadlineInput } from './deadline.js';
import { taskCounts, unitShown } from './follow-up-parts.js';
import { day, listQuery, pageOf, reason, uuid } from './lists.js';

const supervisionFigure = z.strictObject({
  text: z.string().trim().min(3).max(2000),
  citation: z.string().trim().max(500).nullish(),
});

const supervisionFields = {
  title: z.string().trim().min(3).max(500),
  number: z.string().trim().max(100).nullish(),
  unitId: uuid,
  chair: z.string().trim().max(200).nullish(),
  chairPosition: z.string().trim().max(300).nullish(),
  heldOn: day,
  place: z.string().trim().max(300).nullish(),
  periodStart: day,
  periodEnd: day,
  figures: z.array(supervisionFigure).max(200),
  summary: z.string().trim().max(20_000),
};

/** The opener is of the team; `memberIds` adds accounts of other auditors. */
export const openSupervision = z.strictObject({
  ...supervisionFields,
  figures: supervisionFields.figures.default([]),
  summary: supervisionFields.summary.default(''),
  memberIds: z.array(uuid).max(50).default([]),
});
export type OpenSupervision = z.input<typeof openSupervision>;

export const editSupervision = z.strictObject({
  title: supervisionFields.title.optional(),
  number: supervisionFields.number,
  chair: supervisionFields.chair,
  chairPosition: supervisionFields.chairPosition,
  place: supervisionFields.place,
  heldOn: day.optional(),
  periodStart: day.optional(),
  periodEnd: day.optional(),
  figures: supervisionFields.figures.optional(),
  summary: supervisionFields.summary.optional(),
  memberIds: z.array(uuid).max(50).optional(),
  reason: reason.optional(),
});
export type EditSupervision = z.infer<typeof editSupervision>;

/** A requirement downward: a task of the supervised unit, or of the unit named. */
export const requireOfUnit = z.strictObject({
  unitId: uuid.optional(),
  title: z.string().trim().min(3).max(500),
  body: z.string().trim().max(20_000).default(''),
  product: z.string().trim().max(1000).nullish(),
  responsibility: z.string().trim().max(500).nullish(),
  deadline: deadlineInput.default({}),
});
export type RequireOfUnit = z.input<typeof requireOfUnit>;

export const withdrawRequirement = z.strictObject({ reason });
/** The requirement's task, or the recommendation. */
export const createdId = z.object({ id: uuid });

/** A recommendation upward: the team's own, or the supervised unit's, taken down by the team. */
export const recommendUpward = z.strictObject({
  fromUnit: z.boolean().default(false),
  title: z.string().trim().min(3).max(500),
  body: z.string().trim().max(20_000).default(''),
  addressee: z.string().trim().min(2).max(300),
  deadline: deadlineInput.default({}),
});
export type RecommendUpward = z.input<typeof recommendUpward>;

/** Everything is collected and presented to the council. */
export const presentSupervision = z.strictObject({
  presentedOn: day.optional(),
  presentedTo: z.string().trim().min(2).max(300),
  reason: reason.optional(),
});

export const supervisionItem = z.object({
  id: uuid,
  title: z.string(),
  number: z.string().nullable(),
  unit: unitShown,
  chair: z.string().nullable(),
  heldOn: day,
  periodStart: day,
  periodEnd: day,
  state: z.enum(['open', 'presented']),
  requirements: taskCounts,
  recommendations: z.object({ total: z.number().int(), done: z.number().int() }),
  /** Whether the reader is of the team and may change it. */
  own: z.boolean(),
  illustrative: z.boolean(),
  revision: z.number().int(),
});
export type SupervisionItem = z.infer<typeof supervisionItem>;

export const supervisionView = supervisionItem.extend({
  chairPosition: z.string().nullable(),
  place: z.string().nullable(),
  figures: z.array(z.object({ text: z.string(), citation: z.string().nullable() })),
  summary: z.string(),
  members: z.array(z.object({ id: uuid, name: z.string() })),
  presentedOn: day.nullable(),
  presentedTo: z.string().nullable(),
  /** PERIOD_FUTURE: the period ends after the day of the session. */
  flags: z.array(z.enum(['PERIOD_FUTURE'])),
});
export type SupervisionView = z.infer<typeof supervisionView>;

export const supervisionList = listQuery.extend({
  state: z.enum(['open', 'presented']).optional(),
  unitId: uuid.optional(),
});
export type SupervisionList = z.infer<typeof supervisionList>;
export const supervisionPage = pageOf(supervisionItem);
