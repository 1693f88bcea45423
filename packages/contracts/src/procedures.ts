import { z } from 'zod';
import type { ErrorText, Language } from './errors.js';
import { names } from './lists.js';
import { roleName } from './roles.js';

export const procedureKinds = ['review-cycle', 'submission', 'task', 'recommendation'] as const;
export type ProcedureKind = (typeof procedureKinds)[number];

const stepName = z.string().regex(/^[a-z][a-z0-9-]*$/);

/** One arrow of the diagram: an event in a state. */
const transition = z.strictObject({
  to: stepName,
  names: names.optional(),
  /** Roles that may send the event; empty: only a timer or the system. */
  by: z.array(roleName).default([]),
  /** Facts that must be true, by name from the registry; the refusal names the first that is not. */
  guards: z.array(z.string()).default([]),
  /** Effects set off in the same transaction, by name from the registry. */
  effects: z.array(z.string()).default([]),
  reasonRequired: z.boolean().default(false),
});

/** When a timer is due, counted from a deadline of the instance, and the event it sends. */
const timer = z.strictObject({
  /** Name of an instant among the instance's deadlines, e.g. `due` (exclusive end of the last day). */
  from: z.string(),
  /** Working days before (negative) or after (positive) the deadline's last day; 0 is the deadline itself. */
  workingDays: z.number().int().min(-60).max(60).default(0),
  /** Local time of day for timers away from the deadline. */
  at: z
    .string()
    .regex(/^\d\d:\d\d$/)
    .default('08:00'),
  event: stepName,
});

const state = z.strictObject({
  names,
  final: z.boolean().default(false),
  /** Who holds it: whose turn it is in this state. */
  owner: roleName.optional(),
  on: z.record(stepName, transition).default({}),
  timers: z.record(stepName, timer).default({}),
  /** Facts that must be true to come into the state, whichever way leads to it. */
  entry: z.array(z.string()).optional(),
  /** Facts that must be true to leave it for another state, whichever way leads out. */
  exit: z.array(z.string()).optional(),
});

const workingDays = z.number().int().min(1).max(60);

/** Reminders before a deadline and the ladder after it, once for all states that follow the plan. */
const reminderPlan = z.strictObject({
  from: z.string(),
  /** Working days before the deadline, and the event each reminder sends. */
  before: z.strictObject({ workingDays: z.array(workingDays), event: stepName }).optional(),
  /** Event sent when the deadline passes. */
  passed: stepName.optional(),
  /** Steps of the escalation after the deadline, by name. */
  ladder: z.record(stepName, z.strictObject({ workingDays, event: stepName })).default({}),
});

/** Who may be a level of approval: auditors look on, administrators keep the house. */
const approver = roleName.exclude(['auditor', 'administrator']);

const sourceState = state.extend({
  /** Name of the reminder plan it follows. */
  plan: stepName.optional(),
  /**
   * Who approves here, one after the other, by sending `event`; each may do what the state's owner may. None: the
   * state is passed over.
   */
  levels: z
    .strictObject({ event: stepName, each: z.array(z.strictObject({ role: approver, names })).max(5) })
    .optional(),
  /** The stage may be left out; what leads to it leads to `to` then. */
  optional: z.strictObject({ to: stepName }).optional(),
});

/**
 * A procedure as it is written: reminder plans, levels of approval and optional stages are said once. What is issued is
 * worked out from it: plain states, events and timers.
 */
export const procedureSource = z.strictObject({
  kind: z.enum(procedureKinds),
  names,
  initial: stepName,
  states: z.record(stepName, sourceState),
  plans: z.record(stepName, reminderPlan).optional(),
  /** Optional stages this procedure does without. */
  leftOut: z.array(stepName).optional(),
});
export type ProcedureSource = z.infer<typeof procedureSource>;
export type ProcedureDefinitionInput = z.input<typeof procedureSource>;

/** A procedure (quy trình): data, versioned, validated when issued, never changed afterwards. */
export const procedureDefinition = z.strictObject({
  kind: z.enum(procedureKinds),
  names,
  initial: stepName,
  states: z.record(stepName, state),
  /** What it was worked out from, where that says more than the states: for whoever edits it next. */
  source: procedureSource.optional(),
});
export type ProcedureDefinition = z.infer<typeof procedureDefinition>;

/** Deadlines an instance of each kind may have; a review cycle has one for each of its states. */
export const deadlineNames: Readonly<Record<Exclude<ProcedureKind, 'review-cycle'>, readonly string[]>> = {
  submission: ['due'],
  task: ['due', 'check'],
  recommendation: ['due'],
};

export const workflowErrors = {
  REASON_MISSING: {
    status: 422,
    vi: 'Việc này cần lý do. Ghi lý do rồi gửi lại.',
    en: 'This needs a reason. Give one and send again.',
  },
  /** `guard` is told by `guardTexts`. */
  GUARD_FAILED: {
    status: 409,
    vi: 'Chưa thực hiện được: {guard}.',
    en: 'This cannot be done now: {guard}.',
  },
  PROCEDURE_UNKNOWN: {
    status: 422,
    vi: 'Không có quy trình đã ban hành mang mã “{code}”.',
    en: 'There is no issued procedure “{code}”.',
  },
  PROCEDURE_FAULTY: {
    status: 422,
    vi: 'Quy trình “{code}” chưa ban hành được: {faults}.',
    en: 'The procedure “{code}” cannot be issued: {faults}.',
  },
} as const satisfies Record<string, ErrorText>;

/** What stands in the way when a guard does not hold, by the name of its fact. */
export const guardTexts: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'workflow.another-person': {
    vi: 'mỗi cấp phải do một người khác duyệt; người này đã trình hoặc đã duyệt',
    en: 'each level is approved by another person, and this one put it forward or approved it already',
  },
  'review-cycles.has-participants': {
    vi: 'đợt chưa có đơn vị tham gia',
    en: 'the cycle has no units',
  },
  'submissions.none-accepted': {
    vi: 'đã chấp nhận báo cáo của đơn vị nên không rút được nữa; có thể đổi thời hạn hoặc miễn đơn vị',
    en: 'figures of a unit are accepted already, so the launch stands; move deadlines or excuse units instead',
  },
  'submissions.settled': {
    vi: 'còn báo cáo số liệu chưa được chấp nhận',
    en: 'some figures are not accepted yet',
  },
  'findings.none-blocking': {
    vi: 'còn phát hiện phải xử lý',
    en: 'findings that must be dealt with are open',
  },
  'scoring.final': {
    vi: 'điểm của đợt chưa chốt',
    en: 'the scores of the cycle are not final',
  },
  'tasks.marked-for-criticism': {
    vi: 'nhiệm vụ không ở diện đề nghị phê bình, hoặc đã có quyết định',
    en: 'the task is not marked for criticism, or was decided already',
  },
  'tasks.settled': {
    vi: 'còn nhiệm vụ chưa kết thúc',
    en: 'some tasks have not ended',
  },
  'follow-ups.concluded': {
    vi: 'chưa ban hành kết luận',
    en: 'no conclusion was issued',
  },
};
