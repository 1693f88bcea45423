import { z } from 'zod';
import { deadlineInput, deadlineReadingView } from './deadline.js';
import { taskCounts, unitShown } from './follow-up-parts.js';
import { day, listQuery, names, pageOf, reason, uuid } from './lists.js';
import { taskView } from './tasks.js';

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
  /** Units whose results on those indicators made it necessary; they need not be the ones that do it. */
  causeUnitIds: z.array(uuid).max(5000).default([]),
  product: z.string().trim().max(1000).nullish(),
  responsibility: z.string().trim().max(500).nullish(),
  deadline: deadlineInput.default({}),
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
  items: z.array(conclusionItemInput).max(200).default([]),
});
export type DraftConclusion = z.input<typeof draftConclusion>;

/** Invented for the story: only an import of documents says so. */
const illustrative = z.boolean().default(false);
const documentedItem = conclusionItemInput.extend({ illustrative });
export type DocumentedItem = z.input<typeof documentedItem>;
/** The same from an import; not taken over HTTP. */
export const draftDocumentedConclusion = draftConclusion.extend({
  illustrative,
  items: z.array(documentedItem).max(200).default([]),
});
export type DraftDocumentedConclusion = z.input<typeof draftDocumentedConclusion>;

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
    units: z.array(unitShown),
  }),
  coUnits: z.array(unitShown),
  indicators: z.array(z.string()),
  causeUnits: z.array(unitShown),
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
      unit: unitShown,
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
