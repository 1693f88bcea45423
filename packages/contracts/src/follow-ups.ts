import { z } from 'zod';
import { deadlineInput, deadlineReadingView } from './deadline.js';
import { day, listQuery, names, pageOf, reason, uuid } from './lists.js';
import { taskItem, taskView } from './tasks.js';

export const conclusionItemKinds = ['directive', 'explanation', 'recurring', 'information'] as const;
export const conclusionItemKindNames = {
  directive: { vi: 'Nhiệm vụ', en: 'Directive' },
  explanation: { vi: 'Yêu cầu giải trình', en: 'Request for explanation' },
  recurring: { vi: 'Việc thường xuyên', en: 'Ongoing work' },
  information: { vi: 'Đánh giá, thông tin', en: 'Assessment, information' },
} as const satisfies Record<(typeof conclusionItemKinds)[number], { vi: string; en: string }>;

/** Units by name; or those under a threshold in the cycle's scores; or every unit that takes part. */
export const itemAssignees = z.union([
  z.strictObject({ unitIds: z.array(uuid).max(5000) }),
  z.strictObject({ rule: z.enum(['weak-results', 'all-participants']) }),
]);
export type ItemAssignees = z.infer<typeof itemAssignees>;

/** One numbered item, in the order of the list. Its title is the task's; its text is the sentence of the document. */
export const conclusionItemInput = z.strictObject({
  kind: z.enum(conclusionItemKinds),
  title: z.string().trim().min(3).max(500),
  text: z.string().trim().min(3).max(20_000),
  assignees: itemAssignees.default({ unitIds: [] }),
  coUnitIds: z.array(uuid).max(200).default([]),
  indicators: z.array(z.string().max(60)).max(100).default([]),
  product: z.string().trim().max(1000).nullish(),
  responsibility: z.string().trim().max(500).nullish(),
  deadline: deadlineInput.default({}),
  illustrative: z.boolean().default(false),
});
export type ConclusionItemInput = z.input<typeof conclusionItemInput>;

const heading = {
  title: z.string().trim().min(3).max(500),
  /** Day of the conference; deadline phrases are read from it. */
  heldOn: day,
  place: z.string().trim().max(300).nullish(),
  chair: z.string().trim().max(200).nullish(),
  chairPosition: z.string().trim().max(300).nullish(),
  summary: z.string().trim().max(20_000).default(''),
};

export const draftConclusion = z.strictObject({
  ...heading,
  cycleId: uuid.nullish(),
  illustrative: z.boolean().default(false),
  items: z.array(conclusionItemInput).max(200).default([]),
});
export type DraftConclusion = z.input<typeof draftConclusion>;

/** What is given replaces what stood; the items as a whole list. */
export const editConclusion = z.strictObject({
  title: heading.title.optional(),
  heldOn: day.optional(),
  place: heading.place,
  chair: heading.chair,
  chairPosition: heading.chairPosition,
  summary: z.string().trim().max(20_000).optional(),
  items: z.array(conclusionItemInput).max(200).optional(),
  reason: reason.optional(),
});
export type EditConclusion = z.input<typeof editConclusion>;

export const issueConclusion = z.strictObject({
  /** Number and symbol of the document, e.g. `25/TB-UBND`. */
  number: z.string().trim().min(1).max(100),
  /** Day of the document; today where missing. */
  issuedOn: day.optional(),
  reason: reason.optional(),
});
export const issuedConclusion = z.object({
  id: uuid,
  revision: z.number().int(),
  tasks: z.number().int(),
  explanations: z.number().int(),
});
export type IssuedConclusion = z.infer<typeof issuedConclusion>;
export const discardConclusion = z.strictObject({ reason });

const unit = z.object({ id: uuid, code: z.string(), names });
/** Work state × clock over the tasks of a conclusion, by official class. */
const taskCounts = z.object({
  total: z.number().int(),
  doneOnTime: z.number().int(),
  doneLate: z.number().int(),
  openInTime: z.number().int(),
  openOverdue: z.number().int(),
});

export const conclusionListItem = z.object({
  id: uuid,
  title: z.string(),
  number: z.string().nullable(),
  heldOn: day,
  issuedOn: day.nullable(),
  chair: z.string().nullable(),
  state: z.enum(['draft', 'issued', 'discarded']),
  cycle: z.object({ id: uuid, code: z.string(), names }).nullable(),
  items: z.number().int(),
  tasks: taskCounts,
  illustrative: z.boolean(),
  revision: z.number().int(),
});
export type ConclusionListItem = z.infer<typeof conclusionListItem>;

export const conclusionItemView = z.object({
  id: uuid,
  number: z.number().int(),
  kind: z.enum(conclusionItemKinds),
  title: z.string(),
  text: z.string(),
  assignees: z.object({
    unitIds: z.array(uuid).optional(),
    rule: z.enum(['weak-results', 'all-participants']).optional(),
    /** The named units, for showing. */
    units: z.array(unit),
  }),
  coUnits: z.array(unit),
  indicators: z.array(z.string()),
  product: z.string().nullable(),
  responsibility: z.string().nullable(),
  phrase: z.string().nullable(),
  dueOn: day.nullable(),
  reading: deadlineReadingView.nullable(),
  tasks: taskCounts,
  illustrative: z.boolean(),
});
export type ConclusionItemView = z.infer<typeof conclusionItemView>;

export const conclusionView = conclusionListItem.omit({ items: true }).extend({
  place: z.string().nullable(),
  chairPosition: z.string().nullable(),
  summary: z.string(),
  items: z.array(conclusionItemView),
});
export type ConclusionView = z.infer<typeof conclusionView>;

export const conclusionList = listQuery.extend({
  state: z.enum(['draft', 'issued', 'discarded']).optional(),
  cycleId: uuid.optional(),
});
export type ConclusionList = z.infer<typeof conclusionList>;
export const conclusionPage = pageOf(conclusionListItem);

/** What issuing would assign now: one line a task. */
export const conclusionPreview = z.object({
  tasks: z.array(
    z.object({
      item: z.number().int(),
      kind: z.enum(conclusionItemKinds),
      title: z.string(),
      unit,
      dueOn: day.nullable(),
      explains: taskView.shape.explains,
    }),
  ),
  /** Items that say whose work it is, and yet give no task (no unit under a threshold …). */
  withoutTasks: z.array(z.number().int()),
  /** Items whose deadline has passed. */
  overdue: z.array(z.number().int()),
});
export type ConclusionPreview = z.infer<typeof conclusionPreview>;

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
export const explanationsView = z.object({
  cycleId: uuid,
  counts: explanationCounts,
  items: z.array(explanationLine),
  /** Lists reported so far, newest first. */
  consolidations: z.array(
    z.object({
      id: uuid,
      number: z.number().int(),
      at: z.iso.datetime(),
      note: z.string(),
      counts: explanationCounts,
    }),
  ),
});
export type ExplanationsView = z.infer<typeof explanationsView>;
export const consolidateExplanations = z.strictObject({ note: z.string().trim().max(2000).default('') });

export const recommendationItem = z.object({
  id: uuid,
  title: z.string(),
  /** Who is to answer and act, as the document says it. */
  addressee: z.string(),
  /** The unit that recommends; null where the supervision team itself does. */
  unit: unit.nullable(),
  supervision: z.object({ id: uuid, title: z.string() }).nullable(),
  cycleId: uuid.nullable(),
  phrase: z.string().nullable(),
  dueOn: day.nullable(),
  state: z.string(),
  stateNames: names,
  /** The answer is due and has not come. */
  overdue: z.boolean(),
  doneOn: day.nullable(),
  illustrative: z.boolean(),
  openedAt: z.iso.datetime(),
  revision: z.number().int(),
});
export type RecommendationItem = z.infer<typeof recommendationItem>;

export const consolidated = z.object({ id: uuid, number: z.number().int() });

/** What the cycle before left open. */
export const agendaView = z.object({
  cycleId: uuid,
  previousCycle: z.object({ id: uuid, code: z.string(), names }).nullable(),
  tasks: z.array(taskItem),
  recommendations: z.array(recommendationItem),
});
export type AgendaView = z.infer<typeof agendaView>;

export const recommendationAnswer = z.strictObject({
  text: z.string().trim().min(3).max(20_000),
  agrees: z.boolean(),
  documentNumber: z.string().trim().max(100).nullish(),
  documentOn: day.nullish(),
});
export type RecommendationAnswer = z.infer<typeof recommendationAnswer>;

export const recommendationView = recommendationItem.extend({
  body: z.string(),
  reading: deadlineReadingView.nullable(),
  answer: z
    .object({
      text: z.string(),
      agrees: z.boolean(),
      documentNumber: z.string().nullable(),
      documentOn: day.nullable(),
    })
    .nullable(),
  actions: z.array(z.object({ event: z.string(), names: names.nullable(), reasonRequired: z.boolean() })),
});
export type RecommendationView = z.infer<typeof recommendationView>;

export const recommendationList = listQuery.extend({
  state: z.string().max(40).optional(),
  open: z.stringbool().optional(),
  unitId: uuid.optional(),
  cycleId: uuid.optional(),
  supervisionId: uuid.optional(),
});
export type RecommendationList = z.infer<typeof recommendationList>;
export const recommendationPage = pageOf(recommendationItem);

export const sendRecommendation = z.strictObject({
  title: z.string().trim().min(3).max(500),
  body: z.string().trim().max(20_000).default(''),
  addressee: z.string().trim().min(2).max(300),
  unitId: uuid,
  cycleId: uuid.nullish(),
  deadline: deadlineInput.default({}),
  illustrative: z.boolean().default(false),
});
export type SendRecommendation = z.input<typeof sendRecommendation>;

export const answerRecommendation = recommendationAnswer;
/** By the side that recommends: the answer satisfies, or not; later: it is done. */
export const settleRecommendation = z.strictObject({
  event: z.enum(['accept-answer', 'return-answer', 'withdraw']),
  reason: reason.optional(),
});
export const finishRecommendation = z.strictObject({ doneOn: day.optional(), reason: reason.optional() });

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
  illustrative: z.boolean().default(false),
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
  illustrative: z.boolean().default(false),
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
  illustrative: z.boolean().default(false),
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
  unit,
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
