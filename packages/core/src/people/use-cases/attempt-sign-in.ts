import { createHash } from 'node:crypto';
import type { SystemActor, UnitOfWork } from '../../platform/index.js';
import { INSTALLATION } from '../../platform/index.js';
import { DomainError, type Instant } from '../../shared/index.js';
import { SignInAttempts } from '../persistence/sign-in-attempts.repository.js';

/** Whoever is about to prove who he is. */
export const doorkeeper = (administrationId: string = INSTALLATION): SystemActor => ({
  kind: 'system',
  id: 'sign-in',
  administrationId,
});

/**
 * Books an attempt with a password in a transaction of its own, before the password is looked at: attempts sent
 * together cannot pass the limit together. Throws TOO_MANY_ATTEMPTS with the seconds to wait.
 */
export async function bookAttempt(
  unitOfWork: UnitOfWork,
  attempt: { readonly id: string; readonly userName: string; readonly address: string | null },
  now: Instant,
): Promise<void> {
  const nameHash = createHash('sha256').update(attempt.userName).digest();
  const { waitSeconds } = await unitOfWork.run({ actor: doorkeeper(), now }, (tx) =>
    tx.use(SignInAttempts).book(attempt.id, nameHash, attempt.address),
  );
  if (waitSeconds > 0) throw new DomainError('TOO_MANY_ATTEMPTS', { seconds: waitSeconds });
}
