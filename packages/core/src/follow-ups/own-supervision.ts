import { changedFields } from '../history/index.js';
import { checkRevision } from '../organisation/index.js';
import type { Actor, Transaction } from '../platform/index.js';
import { DomainError } from '../shared/index.js';
import { Supervisions, type Supervision } from './persistence/supervisions.repository.js';

/** Whether the actor is of the supervision's team; the system acts for every team. */
export const isOfTeam = (actor: Actor, { memberIds }: Pick<Supervision, 'memberIds'>): boolean =>
  actor.kind === 'system' || (actor.role === 'auditor' && memberIds.includes(actor.id));

/** The supervision, locked, for a member of its team; refuses SUPERVISION_NOT_YOURS. */
export async function ownSupervision(tx: Transaction, id: string): Promise<Supervision> {
  const supervision = await tx.use(Supervisions).getForUpdate(id);
  if (!isOfTeam(tx.actor, supervision)) throw new DomainError('SUPERVISION_NOT_YOURS');
  return supervision;
}

/** The same, still open, at the revision its sender saw; refuses SUPERVISION_PRESENTED and another revision. */
export async function openSupervisionOf(
  tx: Transaction,
  id: string,
  revision?: number,
): Promise<Supervision> {
  const supervision = await ownSupervision(tx, id);
  if (revision !== undefined) checkRevision(revision, supervision);
  if (supervision.state !== 'open') throw new DomainError('SUPERVISION_PRESENTED');
  return supervision;
}

/** One entry per command: the supervision whole, at its revision. */
export function recordSupervision(
  tx: Transaction,
  action: string,
  after: Supervision,
  rest: { before?: Supervision; reason?: string | undefined } = {},
): void {
  tx.history([
    {
      stream: `supervision/${after.id}`,
      subject: { kind: 'supervision', id: after.id },
      revision: after.revision,
      action,
      reason: rest.reason,
      before: rest.before && changedFields(rest.before, after),
      after,
    },
  ]);
}
