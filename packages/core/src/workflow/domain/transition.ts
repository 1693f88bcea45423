import type { ProcedureDefinition } from '@nhip/contracts';
import type { RoleName } from '@nhip/contracts';
import { accept, refuse, type Outcome } from '../../shared/index.js';

/** Where an instance stands, as far as the rules need to know. */
export interface Snapshot {
  readonly state: string;
}

/** What guards may ask, read before the transition: fact name → does it hold for this instance. */
export type Facts = ReadonlyMap<string, boolean>;

/** Who sends the event: a role, or the system (timers, effects), which may send any. */
export type Sender = RoleName | 'system';

export interface Step {
  readonly to: string;
  /** Names of effects to run in the same transaction, in order. */
  readonly effects: readonly string[];
}

/**
 * The one state machine: `state → event → { to, guards, effects }` over a definition that is data. Pure: no
 * clock, no database. Refuses with NOT_ALLOWED_NOW (no such event in this state), FORBIDDEN (not this role's
 * to send), REASON_MISSING, or GUARD_FAILED naming the first fact that does not hold.
 */
export function transition(
  definition: ProcedureDefinition,
  snapshot: Snapshot,
  event: string,
  sender: Sender,
  facts: Facts,
  reason?: string,
): Outcome<Step> {
  const state = definition.states[snapshot.state];
  const arrow = state?.on[event];
  if (state === undefined || arrow === undefined) {
    return refuse('NOT_ALLOWED_NOW', { state: state?.names ?? snapshot.state, event });
  }
  if (sender !== 'system' && !arrow.by.includes(sender)) return refuse('FORBIDDEN', { event });
  if (arrow.reasonRequired && (reason === undefined || reason.trim() === ''))
    return refuse('REASON_MISSING', { event });
  const failed = conditionsOf(definition, snapshot.state, event).find((guard) => facts.get(guard) !== true);
  if (failed !== undefined) return refuse('GUARD_FAILED', { guard: failed, event });
  return accept({ to: arrow.to, effects: arrow.effects });
}

/** Facts an event asks for in a state: its own guards, and where it leads on, to leave the one and enter the other. */
export function conditionsOf(definition: ProcedureDefinition, state: string, event: string): string[] {
  const arrow = definition.states[state]?.on[event];
  if (arrow === undefined) return [];
  const passing =
    arrow.to === state
      ? []
      : [...(definition.states[state]?.exit ?? []), ...(definition.states[arrow.to]?.entry ?? [])];
  return [...new Set([...arrow.guards, ...passing])];
}

/** Events this sender could send now, guards aside: what a screen offers. */
export function offeredEvents(definition: ProcedureDefinition, state: string, sender: Sender): string[] {
  return Object.entries(definition.states[state]?.on ?? {})
    .filter(([, arrow]) => sender === 'system' || arrow.by.includes(sender))
    .map(([event]) => event);
}
