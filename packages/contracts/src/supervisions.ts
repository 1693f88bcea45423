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
  /** The units supervised. */
  unitIds: z.array(uuid).min(1).max(500),
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
  unitIds: supervisionFields.unitIds.optional(),
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

/** The report each supervised unit is to send, with the outline it follows. */
export const askReports = z.strictObject({
  /** All of them where none is named. */
  unitIds: z.array(uuid).max(500).default([]),
  title: z.string().trim().min(3).max(500),
  outline: z.string().trim().max(20_000).default(''),
  deadline: deadlineInput.default({}),
});
export type AskReports = z.input<typeof askReports>;
export const askedReports = z.object({ ids: z.array(uuid) });

/** A requirement downward: a task of each unit named; of every supervised unit where none is. */
export const requireOfUnits = z.strictObject({
  unitIds: z.array(uuid).max(500).default([]),
  title: z.string().trim().min(3).max(500),
  body: z.string().trim().max(20_000).default(''),
  product: z.string().trim().max(1000).nullish(),
  responsibility: z.string().trim().max(500).nullish(),
  deadline: deadlineInput.default({}),
});
export type RequireOfUnits = z.input<typeof requireOfUnits>;
/** Its tasks, in order of the units. */
export const requiredOfUnits = z.object({ ids: z.array(uuid) });

export const withdrawRequirement = z.strictObject({ reason });
export const createdId = z.object({ id: uuid });

/** A recommendation upward: the team's own, or that of a supervised unit, taken down by the team. */
export const recommendUpward = z.strictObject({
  fromUnitId: uuid.nullish(),
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
  units: z.array(unitShown),
  chair: z.string().nullable(),
  heldOn: day,
  periodStart: day,
  periodEnd: day,
  state: z.enum(['open', 'presented']),
  /** Reports asked for of its units, and how many of them are accepted. */
  reports: z.object({ total: z.number().int(), done: z.number().int() }),
  requirements: taskCounts,
  recommendations: z.object({ total: z.number().int(), done: z.number().int() }),
  /** Whether the reader is of the team and may change it. */
  own: z.boolean(),
  illustrative: z.boolean(),
  revision: z.number().int(),
});
export type SupervisionItem = z.infer<typeof supervisionItem>;

/** An auditor's account. */
export const supervisionMember = z.object({ id: uuid, name: z.string() });
export type SupervisionMember = z.infer<typeof supervisionMember>;
export const auditorList = z.object({ items: z.array(supervisionMember) });

export const supervisionView = supervisionItem.extend({
  chairPosition: z.string().nullable(),
  place: z.string().nullable(),
  figures: z.array(z.object({ text: z.string(), citation: z.string().nullable() })),
  summary: z.string(),
  members: z.array(supervisionMember),
  /** The tasks by which reports were asked for, in order of the units. */
  reportTasks: z.array(uuid),
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
