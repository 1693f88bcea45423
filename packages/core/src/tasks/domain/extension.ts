import type { ExtensionState } from '@nhip/contracts';
import { accept, refuse, type Day, type Instant, type Outcome } from '../../shared/index.js';
import type { Deadline } from '../../workflow/index.js';

/** A unit's request for more time, and what came of it. */
export interface Extension {
  readonly id: string;
  readonly taskId: string;
  /** The n-th of its task. */
  readonly number: number;
  readonly state: ExtensionState;
  /** The deadline that held when it was asked for. */
  readonly fromDueOn: Day;
  readonly askedDueOn: Day;
  /** Words in which the day was asked for, where it was in words. */
  readonly askedPhrase: string | null;
  readonly reason: string;
  /** Asked for when the deadline had passed already. */
  readonly afterDeadline: boolean;
  /** Actor as history names it. */
  readonly requestedBy: string;
  readonly requestedAt: Instant;
  /** The other day that was offered. */
  readonly counteredDueOn: Day | null;
  readonly decisionReason: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Instant | null;
  readonly answerReason: string | null;
  readonly answeredAt: Instant | null;
}

/** What limits the new deadline of a task. */
export interface Limits {
  /** The present deadline; only a later one is an extension. */
  readonly due: Deadline;
  /** The deadline of the task this one is part of, where it has one. */
  readonly parentDue: Deadline | null;
  readonly now: Instant;
}

export const isOpen = ({ state }: Pick<Extension, 'state'>): boolean =>
  state === 'requested' || state === 'countered';
/** How often a task has been given more time. */
export const timesGranted = (extensions: readonly Pick<Extension, 'state'>[]): number =>
  extensions.filter(({ state }) => state === 'approved' || state === 'accepted').length;

export interface Asked {
  readonly id: string;
  readonly taskId: string;
  readonly due: Deadline;
  readonly phrase: string | null;
  readonly reason: string;
  readonly by: string;
}

/**
 * The main executor asks for a later deadline. Refused: EXTENSION_OPEN while another request is, EXTENSION_NOT_LATER,
 * DEADLINE_PAST, TASK_LATER_THAN_PARENT.
 */
export function requestExtension(
  earlier: readonly Extension[],
  asked: Asked,
  limits: Limits,
): Outcome<Extension> {
  const open = earlier.find(isOpen);
  if (open !== undefined) return refuse('EXTENSION_OPEN', { askedDueOn: open.askedDueOn });
  const checked = checkDue(asked.due, limits);
  if (!checked.ok) return checked;
  return accept({
    id: asked.id,
    taskId: asked.taskId,
    number: earlier.length + 1,
    state: 'requested',
    fromDueOn: limits.due.on,
    askedDueOn: asked.due.on,
    askedPhrase: asked.phrase,
    reason: asked.reason,
    afterDeadline: limits.due.at <= limits.now,
    requestedBy: asked.by,
    requestedAt: limits.now,
    counteredDueOn: null,
    decisionReason: null,
    decidedBy: null,
    decidedAt: null,
    answerReason: null,
    answeredAt: null,
  });
}

export type Decision =
  | { readonly verdict: 'approve'; readonly reason: string | null; readonly due: Deadline }
  | { readonly verdict: 'reject'; readonly reason: string }
  | { readonly verdict: 'counter'; readonly reason: string; readonly due: Deadline };

/**
 * Those who assigned the task approve (`due` is the day asked for), reject, or offer another day. Refused:
 * EXTENSION_SETTLED, EXTENSION_OWN_REQUEST to whoever asked, EXTENSION_REASON_MISSING for a rejection or counter-offer
 * without one, EXTENSION_SAME_DAY for a counter-offer of the day asked for, and days that are none to grant.
 */
export function decideExtension(
  extension: Extension,
  decision: Decision,
  by: string,
  limits: Limits,
): Outcome<Extension> {
  if (extension.state !== 'requested') return refuse('EXTENSION_SETTLED');
  if (by === extension.requestedBy) return refuse('EXTENSION_OWN_REQUEST');
  if (decision.verdict !== 'approve' && decision.reason.trim() === '')
    return refuse('EXTENSION_REASON_MISSING');
  const decided = {
    ...extension,
    decisionReason: decision.reason,
    decidedBy: by,
    decidedAt: limits.now,
  };
  if (decision.verdict === 'reject') return accept({ ...decided, state: 'rejected' });
  const checked = checkDue(decision.due, limits);
  if (!checked.ok) return checked;
  if (decision.verdict === 'approve') return accept({ ...decided, state: 'approved' });
  if (decision.due.on === extension.askedDueOn)
    return refuse('EXTENSION_SAME_DAY', { askedDueOn: extension.askedDueOn });
  return accept({ ...decided, state: 'countered', counteredDueOn: decision.due.on });
}

/** The executor takes the other day that was offered, or not. Refused: EXTENSION_NOT_COUNTERED, days over meanwhile. */
export function answerOffer(
  extension: Extension,
  answer: {
    readonly accepts: boolean;
    readonly reason: string | null;
    readonly due: Deadline;
    readonly by: string;
  },
  limits: Limits,
): Outcome<Extension> {
  if (extension.state !== 'countered') return refuse('EXTENSION_NOT_COUNTERED');
  if (answer.by === extension.decidedBy) return refuse('EXTENSION_OWN_REQUEST');
  const answered = { ...extension, answerReason: answer.reason, answeredAt: limits.now };
  if (!answer.accepts) return accept({ ...answered, state: 'declined' });
  const checked = checkDue(answer.due, limits);
  return checked.ok ? accept({ ...answered, state: 'accepted' }) : checked;
}

/** The executor takes the request back before it is settled. Refused: EXTENSION_SETTLED. */
export function withdrawExtension(extension: Extension, now: Instant): Outcome<Extension> {
  if (!isOpen(extension)) return refuse('EXTENSION_SETTLED');
  return accept({ ...extension, state: 'withdrawn', answeredAt: now });
}

function checkDue(due: Deadline, { due: present, parentDue, now }: Limits): Outcome<Deadline> {
  if (due.at <= present.at) return refuse('EXTENSION_NOT_LATER', { dueOn: present.on, askedDueOn: due.on });
  if (due.at <= now) return refuse('DEADLINE_PAST', { dueOn: due.on });
  if (parentDue !== null && due.at > parentDue.at)
    return refuse('TASK_LATER_THAN_PARENT', { dueOn: due.on, parentDueOn: parentDue.on });
  return accept(due);
}
