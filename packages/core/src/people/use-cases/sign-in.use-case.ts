import type { SignInCommand } from '@nhip/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { IDS, INSTALLATION, Reader, UnitOfWork, type Call, type Ids } from '../../platform/index.js';
import { DomainError, type Instant } from '../../shared/index.js';
import { newToken, tokenHash } from '../domain/tokens.js';
import { hashPassword, needsRehash, verifyPassword } from '../password-hashing.js';
import { Credentials, type Credential } from '../persistence/credentials.repository.js';
import { Sessions } from '../persistence/sessions.repository.js';
import { SignInAttempts } from '../persistence/sign-in-attempts.repository.js';
import { currentRoles, type CurrentRole } from '../queries/current-roles.js';
import { bookAttempt, doorkeeper } from './attempt-sign-in.js';

export interface SignInRequest extends SignInCommand {
  /** Where the request comes from; the limit by address needs it. */
  readonly address?: string | undefined;
}

export interface SignedIn {
  /** For the cookie; nowhere else in clear. */
  readonly token: string;
  readonly accountId: string;
  readonly mustChangePassword: boolean;
}

type Cause = 'unknown' | 'password' | 'disabled' | 'no-role';

/**
 * Anybody. A session stands, under a new token, in the role used last. Refused alike, and after the same work, for
 * an unknown name, a wrong password and a disabled account; with TOO_MANY_ATTEMPTS after too many failures of one
 * name or from one address. Every sign-in and every refusal is in the history `auth`, without the name typed.
 */
@Injectable()
export class SignIn {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: Reader,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  async execute(request: SignInRequest, { now }: Pick<Call, 'now'>): Promise<SignedIn> {
    const userName = request.userName.normalize('NFC').toLowerCase();
    const attemptId = this.ids.next();
    await bookAttempt(this.unitOfWork, { id: attemptId, userName, address: request.address ?? null }, now);
    const credential = await Credentials.find(this.reader, userName);
    const right = await verifyPassword(credential?.passwordHash, request.password);
    const [role] = credential === undefined ? [] : await currentRoles(this.reader, credential.accountId);
    const cause = causeOf(credential, right, role);
    if (cause !== undefined || credential === undefined || role === undefined) {
      await this.recordRefusal(attemptId, cause ?? 'unknown', credential, role, now);
      throw new DomainError(cause === 'no-role' ? 'ROLE_NONE' : 'SIGN_IN_REFUSED');
    }
    const passwordHash = needsRehash(credential.passwordHash)
      ? await hashPassword(request.password)
      : undefined;
    return this.open({ attemptId, credential, role, passwordHash }, now);
  }

  private recordRefusal(
    attemptId: string,
    cause: Cause,
    credential: Credential | undefined,
    role: CurrentRole | undefined,
    now: Instant,
  ): Promise<void> {
    const actor = doorkeeper(role?.administrationId ?? INSTALLATION);
    return this.unitOfWork.run({ actor, now }, async (tx) => {
      tx.history([
        {
          stream: 'auth',
          subject: { kind: 'sign-in', id: attemptId },
          revision: 1,
          action: 'sign-in.refused',
          after: { account: credential?.accountId ?? null, cause },
        },
      ]);
    });
  }

  private open(
    found: {
      readonly attemptId: string;
      readonly credential: Credential;
      readonly role: CurrentRole;
      readonly passwordHash: string | undefined;
    },
    now: Instant,
  ): Promise<SignedIn> {
    const { accountId, mustChangePassword } = found.credential;
    const { administrationId, assignmentId, role } = found.role;
    const token = newToken();
    const actor = { kind: 'user', id: accountId, administrationId, role, assignmentId, unitIds: [] } as const;
    return this.unitOfWork.run({ actor, now }, async (tx) => {
      const session = { id: tx.ids.next(), accountId, assignmentId, revision: 1 };
      await tx.use(SignInAttempts).noteSuccess(found.attemptId);
      if (found.passwordHash !== undefined) {
        await tx.use(Credentials).rehash(accountId, found.credential.passwordHash, found.passwordHash);
      }
      await tx.use(Sessions).insert(tokenHash(token), session);
      tx.history([
        {
          stream: 'auth',
          subject: { kind: 'session', id: session.id },
          revision: 1,
          action: 'session.begun',
          after: { account: accountId, assignment: assignmentId, role },
        },
      ]);
      return { token, accountId, mustChangePassword };
    });
  }
}

function causeOf(
  credential: Credential | undefined,
  right: boolean,
  role: CurrentRole | undefined,
): Cause | undefined {
  if (credential === undefined) return 'unknown';
  if (!right) return 'password';
  if (credential.disabled) return 'disabled';
  return role === undefined ? 'no-role' : undefined;
}
