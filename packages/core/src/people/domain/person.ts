import { createHash } from 'node:crypto';
import { canonicalJson } from '../../shared/index.js';

/** What identifies somebody: kept in a side table, never in history. */
export interface PersonDetails {
  readonly userName: string;
  readonly fullName: string;
  readonly email: string | null;
  readonly phone: string | null;
}

/** SHA-256 of salt ‖ canonical JSON, in hex: proves what the details were to who has them, and tells nobody else. */
export function commitmentOf(salt: Uint8Array, { userName, fullName, email, phone }: PersonDetails): string {
  return createHash('sha256')
    .update(salt)
    .update(canonicalJson({ userName, fullName, email, phone }))
    .digest('hex');
}
