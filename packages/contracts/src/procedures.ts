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
});

/** A procedure (quy trình): data, versioned, validated when issued, never changed afterwards. */
export const procedureDefinition = z.strictObject({
  kind: z.enum(procedureKinds),
  names,
  initial: stepName,
  states: z.record(stepName, state),
});
export type ProcedureDefinition = z.infer<typeof procedureDefinition>;
export type ProcedureDefinitionInput = z.input<typeof procedureDefinition>;

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
