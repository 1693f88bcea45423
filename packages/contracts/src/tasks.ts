import { z } from 'zod';
import { deadlineInput, deadlineReadingView } from './deadline.js';
import { extensionSteps, extensionView } from './task-extensions.js';
import { day, listQuery, names, pageOf, reason, uuid } from './lists.js';

export const taskKinds = ['explanation', 'directive', 'requirement'] as const;
export const taskKind = z.enum(taskKinds);
export type TaskKind = z.infer<typeof taskKind>;

export const taskKindNames = {
  explanation: { vi: 'Giải trình', en: 'Explanation' },
  directive: { vi: 'Nhiệm vụ được giao', en: 'Directive' },
  requirement: { vi: 'Yêu cầu sau giám sát', en: 'Requirement of a supervision' },
} as const satisfies Record<TaskKind, { vi: string; en: string }>;

/** Where the deadline stands against the clock; `none`: no deadline. */
export const deadlineStates = ['none', 'on-track', 'due-soon', 'due-today', 'overdue'] as const;
/** The four classes of the official table, and what belongs to none of them (suspended, cancelled, withdrawn). */
export const officialClasses = [
  'done-on-time',
  'done-late',
  'open-in-time',
  'open-overdue',
  'outside',
] as const;
export type OfficialClass = (typeof officialClasses)[number];

export const officialClassNames = {
  'done-on-time': { vi: 'Hoàn thành đúng hạn', en: 'Done on time' },
  'done-late': { vi: 'Hoàn thành quá hạn', en: 'Done late' },
  'open-in-time': { vi: 'Chưa hoàn thành, trong hạn', en: 'Open, in time' },
  'open-overdue': { vi: 'Chưa hoàn thành, quá hạn', en: 'Open, overdue' },
  outside: { vi: 'Không tính', en: 'Not counted' },
} as const satisfies Record<OfficialClass, { vi: string; en: string }>;

/** Working labels in use in offices; `working` gives one of them. */
export const workingLabels = {
  assigned: { vi: 'Đã giao, chưa nhận', en: 'Assigned' },
  received: { vi: 'Đã nhận việc', en: 'Received' },
  'not-started': { vi: 'Chưa thực hiện', en: 'Not started' },
  'in-progress': { vi: 'Đang thực hiện, trong hạn', en: 'In progress, in time' },
  'due-soon': { vi: 'Đang thực hiện, sắp đến hạn', en: 'In progress, due soon' },
  overdue: { vi: 'Đang thực hiện, quá hạn', en: 'In progress, overdue' },
  'without-deadline': { vi: 'Đang thực hiện, không hạn', en: 'In progress, no deadline' },
  'awaiting-approval': { vi: 'Chờ lãnh đạo duyệt', en: 'Awaiting approval by the head' },
  'awaiting-acceptance': { vi: 'Chờ xác nhận', en: 'Awaiting acceptance' },
  returned: { vi: 'Trả lại, thực hiện lại', en: 'Returned, to be redone' },
  'partly-done': { vi: 'Hoàn thành một phần', en: 'Partly done' },
  'done-early': { vi: 'Hoàn thành trước hạn', en: 'Done early' },
  'done-on-time': { vi: 'Hoàn thành đúng hạn', en: 'Done on time' },
  'done-late': { vi: 'Hoàn thành quá hạn', en: 'Done late' },
  done: { vi: 'Hoàn thành', en: 'Done' },
  unanswered: { vi: 'Không giải trình', en: 'Unanswered' },
  suspended: { vi: 'Tạm dừng', en: 'Suspended' },
  cancelled: { vi: 'Hủy', en: 'Cancelled' },
  withdrawn: { vi: 'Thu hồi', en: 'Withdrawn' },
} as const satisfies Record<string, { vi: string; en: string }>;
export type WorkingLabel = keyof typeof workingLabels;

export const ladderSteps = [
  'reminded',
  'overdue',
  'urged',
  'urged-by-letter',
  'marked-for-criticism',
  'criticised',
  'spared',
  'check-due',
] as const;
export type LadderStep = (typeof ladderSteps)[number];
export const ladderStepNames = {
  reminded: { vi: 'Nhắc việc', en: 'Reminded' },
  overdue: { vi: 'Quá hạn', en: 'Overdue' },
  urged: { vi: 'Đôn đốc', en: 'Urged' },
  'urged-by-letter': { vi: 'Đôn đốc bằng văn bản', en: 'Urged by letter' },
  'marked-for-criticism': { vi: 'Đề nghị phê bình', en: 'Marked for criticism' },
  criticised: { vi: 'Phê bình', en: 'Criticised' },
  spared: { vi: 'Không phê bình', en: 'Spared' },
  'check-due': { vi: 'Đến kỳ kiểm tra', en: 'Check due' },
} as const satisfies Record<LadderStep, { vi: string; en: string }>;

/** A result under a threshold that is to be explained, in words and numbers as they stood. */
export const explainedResult = z.object({
  indicator: z.string(),
  indicatorNames: names,
  measure: names,
  thresholdNames: names,
  comparison: z.string(),
  limit: z.string(),
  shownValue: z.string(),
});
export type ExplainedResult = z.infer<typeof explainedResult>;

/** An answer to a request for explanation. Causes come from the list; “other” needs the text to say it. */
export const taskAnswer = z.strictObject({
  causes: z.array(z.string().max(40)).max(20),
  text: z.string().trim().max(20_000),
  measures: z.string().trim().max(20_000).default(''),
});
export type TaskAnswer = z.infer<typeof taskAnswer>;

const status = z.object({
  deadline: z.enum(deadlineStates),
  official: z.enum(officialClasses),
  working: z.enum(Object.keys(workingLabels) as [WorkingLabel, ...WorkingLabel[]]),
  /** Working days to the last day, negative when over, 0 on it; null without a deadline. */
  workingDaysLeft: z.number().int().nullable(),
});

export const taskUnit = z.object({ id: uuid, code: z.string(), names });
const unit = taskUnit;

/** How a round was judged; one that waits has no verdict. */
export const roundVerdicts = ['accepted', 'returned', 'partly-done'] as const;
export type RoundVerdict = (typeof roundVerdicts)[number];

export const taskItem = z.object({
  id: uuid,
  kind: taskKind,
  title: z.string(),
  unit,
  coUnits: z.array(unit),
  /** The task this one is part of. */
  parentId: uuid.nullable(),
  product: z.string().nullable(),
  phrase: z.string().nullable(),
  originalDueOn: day.nullable(),
  dueOn: day.nullable(),
  /** Exclusive end. */
  dueAt: z.iso.datetime().nullable(),
  recurrence: z.string().nullable(),
  /** With a recurring task: its next occurrence. */
  nextCheckOn: day.nullable(),
  state: z.string(),
  stateNames: names,
  status,
  handedInAt: z.iso.datetime().nullable(),
  /** How often it was urged. */
  urged: z.number().int(),
  /** `marked`: proposed for criticism and not decided. */
  criticism: z.enum(['none', 'marked', 'criticised', 'spared']),
  /** How often its deadline was extended at the unit's request; from the third time on that is flagged. */
  extended: z.number().int(),
  /** The request for more time that waits: for a decision, or for the unit's answer to another day. */
  extension: z
    .object({ state: z.enum(['requested', 'countered']), askedDueOn: day, number: z.number().int() })
    .nullable(),
  cycleId: uuid.nullable(),
  sourceKind: z.enum(['conclusion', 'supervision', 'direct']),
  sourceId: uuid.nullable(),
  illustrative: z.boolean(),
  revision: z.number().int(),
});
export type TaskItem = z.infer<typeof taskItem>;

/** The conclusion a task stems from, with the number of its item. */
export const taskConclusion = z.object({
  id: uuid,
  title: z.string(),
  number: z.string().nullable(),
  heldOn: day,
  item: z.number().int(),
});
export type TaskConclusion = z.infer<typeof taskConclusion>;

const relative = z.object({
  id: uuid,
  title: z.string(),
  unit,
  dueOn: day.nullable(),
  stateNames: names,
  ended: z.boolean(),
});
export type TaskRelative = z.infer<typeof relative>;

export const taskView = taskItem.extend({
  /** Null where it stems from something else. */
  conclusion: taskConclusion.nullable(),
  parent: relative.nullable(),
  /** The tasks that are part of it. */
  children: z.array(relative),
  /** Findings it is about. */
  findings: z.array(uuid),
  extensions: z.array(extensionView),
  /** What the reader may do about more time now. */
  extensionSteps: z.array(z.enum(extensionSteps)),
  /** What was handed in so far, and how it was judged. */
  rounds: z.array(
    z.object({
      number: z.number().int(),
      answer: z.object({ causes: z.array(z.string()), text: z.string(), measures: z.string() }),
      handedInAt: z.iso.datetime(),
      by: z.string().nullable(),
      dueOn: day.nullable(),
      verdict: z.enum(roundVerdicts).nullable(),
      reason: z.string().nullable(),
      judgedAt: z.iso.datetime().nullable(),
    }),
  ),
  /** Occurrences of recurring work, the last first; each has reports of its own. */
  checks: z.array(z.object({ on: day, reports: z.number().int(), ahead: z.boolean() })),
  body: z.string(),
  responsibility: z.string().nullable(),
  reading: deadlineReadingView.nullable(),
  indicators: z.array(z.string()),
  explains: z.array(explainedResult),
  answer: z.object({ causes: z.array(z.string()), text: z.string(), measures: z.string() }).nullable(),
  openedAt: z.iso.datetime(),
  steps: z.array(
    z.object({
      number: z.number().int(),
      kind: z.enum(ladderSteps),
      onDay: day,
      documentNumber: z.string().nullable(),
      note: z.string().nullable(),
      at: z.iso.datetime(),
    }),
  ),
  notes: z.array(
    z.object({
      id: uuid,
      text: z.string(),
      checkOn: day.nullable(),
      by: z.string().nullable(),
      at: z.iso.datetime(),
    }),
  ),
  /** What the reader's role may send now. */
  actions: z.array(z.object({ event: z.string(), names: names.nullable(), reasonRequired: z.boolean() })),
});
export type TaskView = z.infer<typeof taskView>;

/** `overdue`, `today`, `week`, `month`, `later`, `none` by the present deadline of open tasks; `done`: ended ones. */
export const dueTabs = ['overdue', 'today', 'week', 'month', 'later', 'none', 'done'] as const;
export type DueTab = (typeof dueTabs)[number];

export const taskList = listQuery.extend({
  kind: taskKind.optional(),
  state: z.string().max(40).optional(),
  /** Only open ones (true) or ended ones (false). */
  open: z.stringbool().optional(),
  tab: z.enum(dueTabs).optional(),
  unitId: uuid.optional(),
  cycleId: uuid.optional(),
  sourceId: uuid.optional(),
  criticism: z.enum(['marked', 'criticised', 'spared']).optional(),
  /** Only tasks whose unit waits for a decision on more time. */
  extension: z.literal('requested').optional(),
  /** Only parts of this task. */
  parentId: uuid.optional(),
});
export type TaskList = z.infer<typeof taskList>;
export const taskPage = pageOf(taskItem).extend({
  /** Number of tasks on each tab under the other filters. */
  tabs: z.record(z.enum(dueTabs), z.number().int()),
});
export type TaskPage = z.infer<typeof taskPage>;

/** One task for each of the units. */
export const assignTasks = z.strictObject({
  unitIds: z.array(uuid).min(1).max(5000),
  coUnitIds: z.array(uuid).max(200).default([]),
  title: z.string().trim().min(3).max(500),
  body: z.string().trim().max(20_000).default(''),
  product: z.string().trim().max(1000).nullish(),
  responsibility: z.string().trim().max(500).nullish(),
  deadline: deadlineInput.default({}),
  documentDay: day.optional(),
  cycleId: uuid.optional(),
  /** The task these are parts of: none is due after it. */
  parentId: uuid.optional(),
  indicatorCodes: z.array(z.string().max(60)).max(100).default([]),
  findingIds: z.array(uuid).max(200).default([]),
});
export type AssignTasks = z.input<typeof assignTasks>;

/** Every unit that is under a threshold, or has a finding nobody explained, is asked; what was asked for is not again. */
export const askExplanations = z.strictObject({
  /** The deadline of the cycle's stage where none is given. */
  deadline: deadlineInput.optional(),
  reason: reason.optional(),
});

export const prepareAnswer = z.strictObject({ answer: taskAnswer });
export const sendAnswer = z.strictObject({ answer: taskAnswer.optional() });
export const handBackAnswer = z.strictObject({ reason });
export const carryOutTask = z.strictObject({ event: z.enum(['receive', 'start']) });
/** What was done, of a directive or requirement. */
export const reportTaskDone = z.strictObject({ text: z.string().trim().min(3).max(20_000) });
export const noteTask = z.strictObject({
  text: z.string().trim().min(3).max(20_000),
  /** With a recurring task: the occurrence that was carried out. */
  checkOn: day.optional(),
});
export const acceptTask = z.strictObject({ reason: reason.optional() });
/** A part of what was asked is done; the reason says what is left. */
export const acceptTaskPart = z.strictObject({ reason, deadline: deadlineInput.optional() });
export const returnTask = z.strictObject({ reason, deadline: deadlineInput.optional() });
export const endTask = z.strictObject({
  event: z.enum(['suspend', 'resume', 'cancel', 'withdraw', 'close-unanswered']),
  reason: reason.optional(),
});
export const moveTaskDeadline = z.strictObject({ deadline: deadlineInput, reason });
/** The committee's decision on tasks marked for criticism, with number and day of its document. */
export const criticiseTasks = z.strictObject({
  ids: z.array(uuid).min(1).max(500),
  documentNumber: z.string().trim().min(1).max(100),
  documentOn: day,
  note: z.string().trim().max(2000).optional(),
});
export type CriticiseTasks = z.infer<typeof criticiseTasks>;
/** A letter of urging, a step of the task's ladder. */
export const urgeByLetter = z.strictObject({
  documentNumber: z.string().trim().min(1).max(100),
  documentOn: day,
  note: z.string().trim().max(2000).optional(),
});
export const spareTasks = z.strictObject({ ids: z.array(uuid).min(1).max(500), reason });

export const decidedTasks = z.object({ tasks: z.number().int() });

export const causeItem = z.object({ code: z.string(), names, citation: z.string().nullable() });
export type CauseItem = z.infer<typeof causeItem>;
export const causePage = pageOf(causeItem);
export const recordCauses = z.strictObject({
  causes: z
    .array(
      z.strictObject({
        code: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/),
        names,
        citation: z.string().max(500).nullish(),
      }),
    )
    .min(1)
    .max(200),
});
export type RecordCauses = z.infer<typeof recordCauses>;
