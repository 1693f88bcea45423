import type { Instant } from '../shared/index.js';
import type { RoleName } from '@nhip/contracts';

/** The administration id under which records of the installation itself are kept. */
export const INSTALLATION = '00000000-0000-0000-0000-000000000000';

/** Who acts. Never optional: an optional actor is a lost actor. */
export type Actor = UserActor | SystemActor;

export interface UserActor {
  readonly kind: 'user';
  /** Account id. */
  readonly id: string;
  readonly administrationId: string;
  readonly role: RoleName;
  /** The role assignment under which the person acts (history's `on_behalf_of`). */
  readonly assignmentId: string;
  /** Org units the role reaches, subtree resolved at sign-in; `all` for roles over the whole administration. */
  readonly unitIds: readonly string[] | 'all';
}

export interface SystemActor {
  readonly kind: 'system';
  /** Name of the part that acts, e.g. `sweeper`, `samples`. */
  readonly id: string;
  readonly administrationId: string;
}

/** One call of a use case: who, when, and what makes it repeatable. */
export interface Call {
  readonly actor: Actor;
  /** Business time of the whole command: ISO 8601 UTC, milliseconds. */
  readonly now: Instant;
  /** Idempotency key of a user's command; the same key answers the same result. */
  readonly command?: { readonly key: string; readonly type: string; readonly fingerprint: string };
  /** Outbox key of a job; a job that was done already does nothing. */
  readonly job?: { readonly key: string };
}

export const actorName = (actor: Actor): string => `${actor.kind}:${actor.id}`;

export const onBehalfOf = (actor: Actor): string =>
  actor.kind === 'user' ? `${actor.role}:${actor.assignmentId}` : '';

/** Whether the actor's role reaches this unit. The system reaches every unit of its administration. */
export function reaches(actor: Actor, unitId: string): boolean {
  return actor.kind === 'system' || actor.unitIds === 'all' || actor.unitIds.includes(unitId);
}
