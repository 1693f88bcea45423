import type { RoleName } from '@nhip/contracts';
import type { Instant } from '@nhip/core/shared';

/** A valid session and what a request needs to know besides: scope and business time. */
export interface Session {
  readonly accountId: string;
  readonly assignment: { readonly id: string; readonly role: RoleName; readonly administrationId: string };
  readonly unitIds: readonly string[] | 'all';
  readonly now: Instant;
}

/** Finds a session by the SHA-256 of its token, in one statement. Bound in the people module. */
export abstract class Sessions {
  abstract execute(tokenHash: Buffer): Promise<Session | undefined>;
}
